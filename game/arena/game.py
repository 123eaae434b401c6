"""One game between strategies, played to its count of hands and valued with the cards open."""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from game import engine
from game.arena import worth
from game.arena.frontier import geometric, shortfall
from game.arena.optimum import Optimum, most, optimum, stake
from game.arena.truth import Truth, truth
from game.engine import Scenario, Seat, State, aftermath, consensus, opinion
from game.engine.consensus import Ints
from game.engine.terms import Ballot, Phase
from game.session import dice, pick
from game.session.computers import computer


@frozen
class Outcome:
    """What became of one game.

    seed: of its luck.
    adopted: a text was.
    yes: votes in favour.
    day: of the count, or of the end.
    pen: J of the pen, points; 0 without a text.
    best: J*, points.
    worth: seat -> what the end is worth to it, favours counted in, points.
    opened: what the opening text would have been worth to the measured seat, points.
    stake: what there was to bargain about for it, points.
    most: what the best end that it could have reached would have been worth to it, points.
    scores: seat -> per cent of its aims.
    apart: distance to the Pareto frontier, points a member; 0 without a text.
    nash: fifteenth root of the Nash product, points; 0 without a text.
    weaker: measures that the opening text had stronger than the last.
    seconds: that the game took.
    """

    seed: int
    adopted: bool
    yes: int
    day: int
    pen: int
    best: int
    worth: Mapping[Seat, int]
    opened: int
    stake: int
    most: int
    scores: Mapping[Seat, int]
    apart: float
    nash: float
    weaker: int
    seconds: float

    @property
    def share(self) -> float:
        """Return J / J*; 0 where nothing could be had."""
        return self.pen / self.best if self.best else 0.0


def play(scenario: Scenario, seats: Mapping[Seat, str], seed: int, measured: Seat) -> Outcome:
    """Play one game and value its end; the same seed deals the same briefs to all comers.

    Chance is counted by its own turns, not by all moves, so that the same incidents meet different
    play: what differs between two games of one seed is what was decided in them.

    Args:
        measured: the seat whose stake is looked for.
    """
    began = time.perf_counter()
    state, day = _played(scenario, seats, seed)
    taken = time.perf_counter() - began
    cards = truth(state)
    final = consensus.row(scenario, aftermath.final_draft(state))
    adopted = bool(state.tally and state.tally.adopted)
    deal = _Deal(cards.scenario, tuple(cards.minds.items()), cards.stock)
    best = _optimum(deal)
    return Outcome(
        seed,
        adopted,
        state.tally.count(Ballot.YES) if state.tally else 0,
        day,
        _pen(state, cards, final) if adopted else 0,
        best.points,
        _worth(state, cards, final, adopted=adopted),
        _opened(state, cards, measured),
        _stake(deal, measured),
        _most(deal, measured),
        engine.score(state),
        shortfall(cards, final) if adopted else 0.0,
        geometric(cards, final) if adopted else 0.0,
        _weaker(state),
        taken,
    )


def _played(scenario: Scenario, seats: Mapping[Seat, str], seed: int) -> tuple[State, int]:
    """Return how a game ended, and the day of the count."""
    players = {seat: computer(who) for seat, who in seats.items()}
    state, ply, turns, day = engine.new_game(scenario), 0, 0, 0
    while (seat := engine.actor(state)) is not None:
        if options := engine.chance(state):
            action, turns = pick(dice(seed, turns, seat), options), turns + 1
        else:
            player = players[seat]
            action = player.decide(player.look(state, seat), dice(seed, ply, seat))
        state, ply = engine.apply(state, action), ply + 1
        day = state.record.day if state.phase not in (Phase.ECHO, Phase.OVER) else day
    return state, day


@frozen
class _Deal:
    """The cards of a deal as a key.

    scenario: what is fixed.
    minds: seat, and its variant and margin.
    stock: provocation stock at the vote, points.
    """

    scenario: Scenario
    minds: tuple[tuple[Seat, tuple[str, int]], ...]
    stock: int

    @property
    def cards(self) -> Truth:
        """Return the cards themselves."""
        return Truth(self.scenario, dict(self.minds), self.stock)


@lru_cache(maxsize=1024)
def _optimum(deal: _Deal) -> Optimum:
    return optimum(deal.cards)


@lru_cache(maxsize=4096)
def _gain(deal: _Deal, seat: Seat) -> int:
    return most(deal.cards, seat, _optimum(deal))


def _stake(deal: _Deal, seat: Seat) -> int:
    return stake(deal.cards, seat, _optimum(deal), _gain(deal, seat))


def _most(deal: _Deal, seat: Seat) -> int:
    """Return the worth of the best text for a seat, adopted; votes and favours left aside."""
    s, cards = deal.scenario, deal.cards
    aims = sum(a.weight for a in s.briefs[seat].aims if a.outcome == "adopted")
    answer = int(worth.answered(cards)[s.seats.index(seat)])
    return _gain(deal, seat) + answer + worth.AIM_WORTH * aims


def _pen(state: State, cards: Truth, final: Ints) -> int:
    """Return J as the hands were counted, not as truthful ones would have been."""
    s, pen = state.scenario, state.scenario.penholder
    unity = worth.AIM_WORTH * _met(state, pen, ("unanimous",))
    return int(worth.gains(cards, final[None, :])[0, s.seats.index(pen)]) + unity


def _worth(state: State, cards: Truth, final: Ints, *, adopted: bool) -> Mapping[Seat, int]:
    """Return gain, answer, aims about the outcome and favours, as `Outcome.worth` says."""
    favours = {seat: _favours(state, seat) for seat in state.scenario.seats}
    if not adopted:
        return favours
    points = worth.gains(cards, final[None, :])[0] + worth.answered(cards)
    return {
        seat: favours[seat] + int(points[at]) + worth.AIM_WORTH * _met(state, seat, worth.OUTCOMES)
        for at, seat in enumerate(state.scenario.seats)
    }


def _favours(state: State, seat: Seat) -> int:
    """Return what the favours that were done came to for a seat: those it had, less those it did.

    A favour is owed until after the vote, so who broke its word has none.
    """
    s, done = state.scenario, [p for p in state.record.pledges if p.kind == "favour"]
    done = [p for p in done if p.status == "kept"]
    cost = {f.id: f.cost for f in s.favours}
    had = sum(opinion.favour_worth(s, p.item, seat) for p in done if p.to == seat)
    return had - sum(cost[p.item] for p in done if p.by == seat)


def _opened(state: State, cards: Truth, seat: Seat) -> int:
    """Return the same of the opening text for one seat, as if adopted, its red lines left out."""
    s = state.scenario
    if not state.versions:
        return 0
    first, at = consensus.row(s, state.versions[0].clauses), s.seats.index(seat)
    points = worth.gains(cards, first[None, :])[0] + worth.answered(cards)
    variant, _ = cards.minds[seat]
    own = opinion.own_reasons(s, seat, variant, state.versions[0].clauses, cards.stock)
    crossed = sum(r.points for r in own if r.key == "red_line")
    adopted = sum(a.weight for a in s.briefs[seat].aims if a.outcome == "adopted")
    return int(points[at]) - crossed + worth.AIM_WORTH * adopted


def _met(state: State, seat: Seat, outcomes: tuple[str, ...]) -> int:
    """Return the weight of the aims about the outcome that were met."""
    aims = [a for a in state.scenario.briefs[seat].aims if a.outcome in outcomes]
    return sum(a.weight for a in aims if aftermath.met(state, seat, a))


def _weaker(state: State) -> int:
    s = state.scenario
    if not state.versions:
        return 0
    first, last = (consensus.row(s, v.clauses) for v in (state.versions[0], state.versions[-1]))
    return int((first > last).sum())
