"""One game between computers, from the deal to the end, and texts put straight to the vote."""

from __future__ import annotations

import time
from collections.abc import Mapping

from attrs import evolve, field, frozen

from game import engine
from game.engine import Action, Scenario, Seat, State, consensus, lint
from game.engine.actions import (
    CastVote,
    Circulate,
    Consent,
    EndRound,
    Explain,
    Propose,
    PutInBlue,
    Say,
    SetClause,
    Speak,
    StandBy,
)
from game.engine.aftermath import carries, final_draft, minds_of
from game.engine.observation import forecast
from game.engine.opinion import level_of, phrase_for, reasons, total
from game.engine.record import Draft
from game.engine.terms import Ballot, Cause, Circle, Phase, Stance
from game.session import dice, pick
from game.session.computers import computer

CUT = {"coal_iron_exports": 6, "crude_oil": 4}
"""A full coal ban with an oil cut, for a probe of the model: measure -> level."""


@frozen
class Trial:
    """What became of one game.

    seed: of its luck.
    cause: how the vote ended, or no text.
    yes: votes in favour.
    no: votes against.
    day: of the vote, or of the end.
    levels: measure -> level of the regime at the end.
    scores: seat -> per cent of its aims.
    forecasts: (chance shown to the pen, it would have carried that day), at most two a round.
    answer: what the target did.
    seconds: that the game took.
    probes: name -> a text put to the vote in this deal was adopted.
    """

    seed: int
    cause: Cause
    yes: int
    no: int
    day: int
    levels: Mapping[str, int]
    scores: Mapping[Seat, int]
    forecasts: tuple[tuple[float, bool], ...]
    answer: str
    seconds: float
    probes: Mapping[str, bool] = field(factory=dict)


def trial(scenario: Scenario, seats: Mapping[Seat, str], seed: int, *, probes: bool) -> Trial:
    """Play one game; the same seed is the game that a Session plays with it."""
    began = time.perf_counter()
    players = {seat: computer(who) for seat, who in seats.items()}
    state, ply, day = engine.new_game(scenario), 0, 0
    forecasts: list[tuple[float, bool]] = []
    asked = 0
    while (seat := engine.actor(state)) is not None:
        luck = dice(seed, ply, seat)
        if options := engine.chance(state):
            action = pick(luck, options)
        else:
            player = players[seat]
            seen = player.look(state, seat)
            action = player.decide(seen, luck)
            if seat == scenario.penholder and state.round and seen.draft is not None:
                # As its turn begins, the phrases just heard, and as it ends, a new text just shown.
                if state.round > asked or isinstance(action, EndRound):
                    forecasts.append(_forecast(state, seen))
                asked = state.round
        state, ply = engine.apply(state, action), ply + 1
        if state.phase is Phase.VOTE:
            day = state.record.day
    tally = state.tally
    seconds = time.perf_counter() - began
    return Trial(
        seed,
        tally.cause if tally else Cause.NO_TEXT,
        tally.count(Ballot.YES) if tally else 0,
        tally.count(Ballot.NO) if tally else 0,
        day or state.record.day,
        {m.id: level_of(scenario, final_draft(state), m.id) for m in scenario.measures},
        engine.score(state),
        tuple(forecasts),
        state.response,
        seconds,
        _probes(scenario, seed) if probes else {},
    )


def _forecast(state: State, seen: engine.Observation) -> tuple[float, bool]:
    """Return the chance shown to the pen for its last text, and how hands would be counted."""
    row = consensus.row(state.scenario, state.versions[-1].clauses)[None, :]
    return float(forecast(seen, row).adopted[0]), bool(carries(state, row)[0])


# -- texts put straight to the vote


def _probes(scenario: Scenario, seed: int) -> Mapping[str, bool]:
    out = {}
    if scenario.opening:
        out["opening_on_the_first_day"] = adopts(scenario, seed, _text(scenario.opening), Circle.P2)
    if scenario.later:
        out["later_regime"] = adopts(scenario, seed, _text(scenario.later), Circle.ALL)
    if all(scenario.has(id) and scenario.base(id) < level for id, level in CUT.items()):
        kind = {
            m.id: scenario.record.get(m.id, 0) for m in scenario.measures if m.carries == "text"
        }
        loose = _without_red_lines(scenario)
        out["full_coal_ban_and_oil_cut"] = adopts(loose, seed, _text({**kind, **CUT}), Circle.ALL)
    return out


def _text(levels: Mapping[str, int]) -> Mapping[str, int]:
    return {id: level for id, level in levels.items() if level}


def _without_red_lines(scenario: Scenario) -> Scenario:
    """Return the scenario without China's and Russia's red lines on the measures of the cut."""
    measures = []
    for m in scenario.measures:
        positions = {
            who: evolve(p, red_from=None) if m.id in CUT and who in ("CHN", "RUS") else p
            for who, p in m.positions.items()
        }
        measures.append(evolve(m, positions=positions))
    return evolve(scenario, measures=tuple(measures))


def adopts(scenario: Scenario, seed: int, levels: Mapping[str, int], first: Circle) -> bool:
    """Put a text to the vote in one round, everybody saying and voting what its brief says.

    All incidents of the sitting happen in that round, so that the provocation counts in full.

    Args:
        levels: measure -> level; a regime in force that is not named stays.
        first: who is shown the text before the round opens.
    """
    short = evolve(scenario, rounds=1, practice=())
    state, ply = engine.new_game(short), 0
    while (seat := engine.actor(state)) is not None and state.tally is None:
        luck = dice(seed, ply, seat)
        if options := engine.chance(state):
            action: Action = pick(luck, options)
        else:
            action = _straight(state, seat, levels, first)
        state, ply = engine.apply(state, action), ply + 1
    return bool(state.tally and state.tally.adopted)


def _straight(state: State, seat: Seat, levels: Mapping[str, int], first: Circle) -> Action:
    s, is_pen = state.scenario, seat == state.scenario.penholder
    match state.phase:
        case Phase.SOUNDINGS if seat not in state.record.stances:
            return Speak(seat, Stance.MEASURES, s.measures[0].id)
        case Phase.SOUNDINGS:
            return Propose(seat, "") if is_pen else Consent(seat)
        case Phase.TEXT:
            return _write(state, seat, levels) or (
                EndRound(seat) if state.versions else Circulate(seat, first)
            )
        case Phase.SQUEEZE if is_pen:
            # A text that the Secretariat does not accept is not put to the vote.
            return EndRound(seat) if lint.errors(s, state.working) else PutInBlue(seat)
        case Phase.SQUEEZE | Phase.BLUE:
            told = state.seen(seat)
            if told is not None and seat not in state.spoke:
                return Say(seat, phrase_for(s.briefs[seat], _sum(state, seat, told.clauses)))
            return StandBy(seat) if state.phase is Phase.BLUE else EndRound(seat)
        case Phase.VOTE if state.tally is None:
            text = state.version(state.blue).clauses
            points = _sum(state, seat, text)
            return CastVote(seat, consensus.ballot_for(s, state.record, seat, points))
    return Explain(seat, "")


def _write(state: State, seat: Seat, levels: Mapping[str, int]) -> Action | None:
    if state.versions:
        return None
    for m in state.scenario.measures:
        now = state.working.get(m.id)
        wanted = max(levels.get(m.id, 0), state.scenario.floor(m.id))
        if (now.level if now else 0) != wanted:
            return SetClause(seat, m.id, wanted)
    return None


def _sum(state: State, seat: Seat, text: Draft) -> int:
    variant, margin = minds_of(state)[seat]
    return total(reasons(state.scenario, state.record, seat, variant, margin, text))
