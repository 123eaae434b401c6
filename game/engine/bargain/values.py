"""What a deal is worth: exactly to oneself, by estimate to the other.

A value adds up what a deal changes in one's own sum with what lies outside it: what a promise
costs to keep, what another hand is worth to whoever wants the text, what an aim is worth.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from attrs import frozen

from game.engine import consensus, opinion
from game.engine.bargain.texts import alone, plain, text_in_hand, with_clauses
from game.engine.consensus import Ints
from game.engine.consensus.options import levels_of
from game.engine.observation import Observation, belief
from game.engine.opinion import Reason
from game.engine.record import FULL, Record, Term
from game.engine.scenario import Aim, Scenario
from game.engine.terms import Ballot, Seat

AIM_WORTH = 3
"""Points that an aim of the brief is worth in bargaining, for each of its weight. Tuned."""
VOTE_WORTH = 6
"""Points that one more hand is worth to the pen. Tuned: seven sittings."""
NAME_PRICE = 1
"""Points that it costs to lend one's name. Tuned."""
SMALL_PRICE = 1
"""Points that silence, an explanation or a promise for the next text costs who gives it. Tuned."""
FELT = 3
"""Points that it is worth to have the whole trade watched as the text asks, for each of what a
capital cares about the spread of arms beyond the middling. Tuned: a large clause, where nearly all
of it passes one border."""
BINDING = 2
"""What a reading as a duty in full is of a promise to carry it out, as a divisor. Tuned."""
TALKED_OF = 2
"""Points that it is worth to a reluctant capital that another calls the text a way to talks. Tuned:
as an ask that stands."""
LIFT_SHARE = 3
"""What is given up by lifting an ask, which may come to nothing, as a divisor. Tuned."""
ONCE_BROKEN = 5
"""What is left of a promise of a kind that its giver has broken before, per cent. Tuned."""


@frozen
class Value:
    """What a deal is worth to one seat.

    reasons: why, part by part.
    """

    reasons: tuple[Reason, ...]

    @property
    def points(self) -> int:
        """Return the sum."""
        return sum(r.points for r in self.reasons)


@frozen
class Estimate:
    """What a deal is worth to another, as far as can be known.

    low: one in ten of what is held possible is under it.
    mean: on average.
    high: one in ten is over it.
    """

    low: int
    mean: int
    high: int


Points = Ints | int
"""Points of every mind with every margin, int64 (minds, 7) or (minds, 1); or of all alike."""


@frozen(eq=False)
class Mind:
    """What is held possible of one seat, and where it stands.

    seat: which.
    rows: int64 (minds,): its rows of sums.
    weights: int64 (minds, 7): of each mind with each margin; one weight alone for oneself.
    sums: int64 (minds, 7): its sum for the text in hand.
    own: int64 (minds,): what the text in hand alone means to it.
    text: int64 (measures,): the text in hand.
    met: what the aims that this text meets are worth to it.
    """

    seat: Seat
    rows: Ints
    weights: Ints
    sums: Ints
    own: Ints
    text: Ints
    met: int

    def mean(self, points: Points) -> int:
        """Return the mean of points, rounded."""
        if isinstance(points, int):
            return points
        return round(float((points * self.weights).sum() / self.weights.sum()))

    def means(self, points: Sequence[Ints]) -> Ints:
        """Return the mean of each of several points, rounded, int64 (points,)."""
        if not points:
            return np.zeros(0, dtype=np.int64)
        whole = (np.stack(points) * self.weights).sum(axis=(1, 2))
        return np.asarray(np.rint(whole / self.weights.sum()), dtype=np.int64)

    def quantiles(self, points: Ints, *percents: int) -> Iterator[int]:
        """Yield the points under which so many per cent of the weight lie."""
        flat, weight = points.ravel(), self.weights.ravel()
        order = np.argsort(flat, kind="stable")
        reached = 100 * weight[order].cumsum()
        for percent in percents:
            yield int(flat[order[reached.searchsorted(percent * int(weight.sum()))]])


def mind_of(o: Observation, seat: Seat) -> Mind:
    """Return what the observer holds possible of a seat; of itself, what it was dealt."""
    return _minds.get(lambda: _mind_of(o, seat), o, also=seat)


_minds = consensus.Lately[Mind](16)


def _mind_of(o: Observation, seat: Seat) -> Mind:
    at, text = o.scenario.seats.index(seat), text_in_hand(o)
    rows, weights = _held(o, seat)
    own = alone(o, text)[rows]
    dealt = consensus.dealings_of(o.scenario, o.record, text)[at]
    sums = own + consensus.shared(o.scenario, o.record)[at] + dealt
    margins = np.arange(-3, 4)
    sevenfold = np.asarray(sums[:, None] + margins, dtype=np.int64)
    return Mind(seat, rows, weights, sevenfold, own, text, _aims_met(o, seat, text))


def _held(o: Observation, seat: Seat) -> tuple[Ints, Ints]:
    """Return the rows of a seat that the observer holds possible, and the weights of each."""
    t = consensus.model(o.scenario)
    if seat == o.seat and o.dealt is not None:
        rows = np.array([t.numbers[seat, o.dealt.variant]], dtype=np.int64)
        return rows, (np.arange(-3, 4) == o.dealt.margin)[None, :].astype(np.int64)
    part, weights = t.parts[seat], belief(o).weights
    rows = part.start + np.flatnonzero(weights[part].any(axis=1))
    return rows, weights[rows]


# -- the price of each term


Part = tuple[str, str, Points]
"""Key and cause of a reason, with its points for every mind and margin."""


def _parts(
    o: Observation, mind: Mind, other: Seat, give: Sequence[Term], take: Sequence[Term]
) -> Iterator[Part]:
    yield from _text_parts(o, mind, [t for t in (*give, *take) if t.kind == "clause"])
    if any(t.kind in opinion.VOTES_YES or t.ballot is Ballot.YES for t in give):
        least = o.scenario.briefs[mind.seat].yes_at
        yield "vote_given", other, np.minimum(0, mind.sums - least)
    elif any(t.ballot is Ballot.ABSTAIN for t in give):
        least = opinion.refuses_below(o.scenario, o.record, mind.seat)
        yield "vote_given", other, np.minimum(0, mind.sums - least)
    for term in give:
        yield from _given(o, mind, term)
    yield from _hand(o, mind, other, take)
    for term in take:
        for key, cause, points in _taken(o, mind, other, term):
            yield key, cause, _believed(_credence(o, mind, other, term.kind), points)
    if take and (held := opinion.grudge(o.record, mind.seat, other)):
        yield "grievance", other, held


def _credence(o: Observation, mind: Mind, other: Seat, kind: str) -> int:
    """Return how far a promise of a kind is believed: as the other's word is, of 100.

    Who has broken such a promise to the same seat, or before all, is believed next to nothing.
    """
    known = (p for p in o.record.pledges if p.to == mind.seat or not p.secret)
    broken = any((p.by, p.kind, p.status) == (other, kind, "broken") for p in known)
    return o.record.trust(other) * (ONCE_BROKEN if broken else FULL) // FULL


def _believed(trust: int, points: Points) -> Points:
    """Return what a promise is worth from somebody who is believed so far, of 100."""
    return points if trust >= FULL else (points * trust + FULL // 2) // FULL


def _text_parts(o: Observation, mind: Mind, clauses: Sequence[Term]) -> Iterator[Part]:
    """Yield what clauses change in a sum, and in the aims of a capital."""
    if not clauses:
        return
    after = with_clauses(o, mind.text, clauses)
    yield "clause", clauses[0].measure, _gain(o, mind, after)
    if won := _aims_met(o, mind.seat, after) - mind.met:
        yield "aim", clauses[0].measure, won


def _gain(o: Observation, mind: Mind, text: Ints) -> Ints:
    """Return what another text than the one in hand adds for each mind, int64 (minds, 1)."""
    return np.asarray((own_sums(o, mind, text) - mind.own)[:, None], dtype=np.int64)


def own_sums(o: Observation, mind: Mind, text: Ints) -> Ints:
    """Return what a text alone means to each mind, int64 (minds,)."""
    return np.asarray(alone(o, text)[mind.rows], dtype=np.int64)


def aims_of(observation: Observation, seat: Seat) -> tuple[Aim, ...]:
    """Return what a capital wants; of one's own, all that was dealt and cabled counts."""
    o = observation
    own = o.dealt if seat == o.seat else None
    return _instructed(o.scenario, seat, *((own.cables, own.variant) if own else ((), "")))


@lru_cache(maxsize=1024)
def _instructed(
    scenario: Scenario, seat: Seat, cables: tuple[str, ...], variant: str
) -> tuple[Aim, ...]:
    return tuple(it.aim for it in opinion.wanted(scenario, seat, cables, variant))


def _aims_met(o: Observation, seat: Seat, text: Ints) -> int:
    places, levels = consensus.model(o.scenario).places, levels_of(text).tolist()
    reached = consensus.standing(o.scenario, text[None, :])[0].tolist()
    points = 0
    for aim in aims_of(o, seat):
        if aim.measure:
            at = places[aim.measure]
            low = aim.at_least is None or reached[at] >= aim.at_least
            met = low and (aim.at_most is None or levels[at] <= aim.at_most)
            points += AIM_WORTH * aim.weight * met
    return points


def is_hopeless(record: Record, measure: str, *, upward: bool) -> bool:
    """Tell whether the pen has refused somebody the same way on a clause."""
    refused = (a for a in record.asks if a.status == "refused")
    return any((a.measure, a.upward) == (measure, upward) for a in refused)


def _asked(o: Observation, mind: Mind, term: Term) -> Ints:
    """Return what a seat would gain if the ask that a lifted reservation is about were granted.

    Nothing where that was refused.
    """
    after = with_clauses(o, mind.text, [term])
    points = _gain(o, mind, after) + _aims_met(o, mind.seat, after) - mind.met
    return points * (not is_hopeless(o.record, term.measure, upward=term.upward))


def _given(o: Observation, mind: Mind, term: Term) -> Iterator[Part]:
    """Yield what it costs to give a term that is neither a clause nor a vote."""
    match term.kind:
        case "favour":
            cost = next(f.cost for f in o.scenario.favours if f.id == term.item)
            yield "favour_given", term.item, -cost
        case "sponsor":
            yield "name", "", -NAME_PRICE
        case "lift":
            yield "lift", term.measure, -np.maximum(0, _asked(o, mind, term)) // LIFT_SHARE
        case "enforce":
            yield "enforce", "", -o.scenario.briefs[mind.seat].weights.exposure
        case "statement" if term.item == "wide":
            yield term.kind, term.measure, -SMALL_PRICE - _held_to(o.scenario, mind.seat)
        case "silence" | "statement" | "next_text":
            yield term.kind, term.measure, -SMALL_PRICE


def _held_to(scenario: Scenario, seat: Seat) -> int:
    """Return what it costs to be held, when reports are due, to what was called a duty."""
    brief = scenario.briefs[seat]
    return (brief.weights.exposure + 2 * brief.reluctant) // BINDING


def is_worth_saying(scenario: Scenario, giver: Seat, taker: Seat) -> bool:
    """Tell whether it is worth more to one that another calls a text a duty than it costs that."""
    return felt(scenario, taker, giver) // BINDING > _held_to(scenario, giver)


def felt(scenario: Scenario, seat: Seat, by: Seat) -> int:
    """Return what it is worth to a seat that another carries the text out in full, in points.

    As much of it as passes the other's border, for those who want the text felt.
    """
    brief = scenario.briefs[seat]
    keen = max(0, brief.weights.nonproliferation - 2) * (not brief.reluctant)
    return FELT * keen * sum(e.share for e in scenario.enforcers if e.seat == by) // 1000


def _taken(o: Observation, mind: Mind, other: Seat, term: Term) -> Iterator[Part]:
    """Yield what a term that is neither a clause nor a vote is worth to who gets it."""
    match term.kind:
        case "favour":
            worth = opinion.favour_worth(o.scenario, term.item, mind.seat)
            yield "favour", term.item, worth
        case "next_text":
            worth = opinion.next_text_worth(o.scenario, mind.seat, term.clause, upward=term.upward)
            yield "next_text", term.measure, worth
        case "lift":
            spared = np.clip(-_asked(o, mind, term), 0, 2 * LIFT_SHARE) // 2
            yield "lift", term.measure, spared
        case "enforce":
            yield term.kind, "", max(_of_the_pen(o, mind), felt(o.scenario, mind.seat, other))
        case "statement" if term.item == "talks" and o.scenario.briefs[mind.seat].reluctant:
            yield term.kind, "", TALKED_OF
        case "statement" if term.item == "wide":
            more = felt(o.scenario, mind.seat, other) // BINDING
            yield term.kind, "", _of_the_pen(o, mind) + more
        case "silence":
            yield term.kind, "", _of_the_pen(o, mind)


def _of_the_pen(o: Observation, mind: Mind) -> int:
    """Return what it is worth to the pen that its text is spared, or spoken well of."""
    return SMALL_PRICE * (mind.seat == o.scenario.penholder)


def _hand(o: Observation, mind: Mind, other: Seat, take: Sequence[Term]) -> Iterator[Part]:
    """Yield the shadow price of a hand: how much more likely the text is, times what is at stake.

    Who does not want the text gains nothing by it, so nobody pays to defeat its own draft.
    """
    hands = [t for t in take if t.kind in ("vote", *opinion.VOTES_YES)]
    if not hands:
        return
    votes_yes = any(t.kind in opinion.VOTES_YES for t in hands)
    ballot = Ballot.YES if votes_yes else hands[0].ballot or Ballot.YES
    text, at = mind.text, o.scenario.seats.index(other)
    stake = np.maximum(0, mind.own - alone(o, plain(o.scenario))[mind.rows])
    points = stake * _swing(o, text, at, ballot) // 1000
    if mind.seat == o.scenario.penholder and ballot is Ballot.YES:
        sure = round(VOTE_WORTH * (1 - float(today(o, text).yes[0, at])))
        points = points + sure * consensus.model(o.scenario).hands[mind.rows] // 100
    trust = max(_credence(o, mind, other, t.kind) for t in hands)
    yield "vote_won", other, _believed(trust, np.asarray(points[:, None], dtype=np.int64))


def today(observation: Observation, text: Ints) -> consensus.Forecast:
    """Estimate a vote held today on one text, kept while it is in use."""
    o = observation
    return consensus.forecast_one(o.scenario, o.record, belief(o), text)


_swings = consensus.Lately[Ints]()


def _swing(o: Observation, text: Ints, at: int, ballot: Ballot) -> int:
    """Return how much likelier a text is if a seat is sure to vote so, per mille."""
    now = today(o, text)
    found = _swings.get(lambda: _swung(o.scenario, now, at), now, also=at)
    return int(found[0 if ballot is Ballot.YES else 1])


def _swung(scenario: Scenario, now: consensus.Forecast, at: int) -> Ints:
    """Return how much likelier a text is with a sure yes, and with none against, per mille."""
    yes, no = (np.repeat(chances, 3, axis=0) for chances in (now.yes, now.no))
    no[1:, at], yes[1, at] = 0, 1
    permanent = consensus.model(scenario).permanent
    was, *then = np.minimum(1.0, consensus.adoption(yes, no, permanent, scenario.majority))
    return np.rint([1000 * (chance - was) for chance in then]).astype(np.int64)


# -- the value of a deal


def value(
    observation: Observation, other: Seat, give: Sequence[Term], take: Sequence[Term]
) -> Value:
    """Return what a deal with another is worth to the observer itself, exactly."""
    mind = mind_of(observation, observation.seat)
    parts = _parts(observation, mind, other, give, take)
    points = ((key, cause, mind.mean(p)) for key, cause, p in parts)
    return Value(tuple(Reason(key, n, cause) for key, cause, n in points if n))


def estimate(
    observation: Observation, other: Seat, give: Sequence[Term], take: Sequence[Term]
) -> Estimate:
    """Return what a deal is worth to the other, over all that the observer holds possible of it.

    Args:
        give: what the observer gives.
        take: what it gets.
    """
    mind = mind_of(observation, other)
    return spread(mind, worth(observation, mind, observation.seat, take, give))


def worth(
    o: Observation, mind: Mind, other: Seat, give: Sequence[Term], take: Sequence[Term]
) -> Ints:
    """Return what a deal is worth to each mind and margin, int64 (minds, 7)."""
    out = np.zeros(mind.sums.shape, dtype=np.int64)
    for _key, _cause, points in _parts(o, mind, other, give, take):
        out += points
    return out


def spread(mind: Mind, points: Ints) -> Estimate:
    """Return the spread of points over what is held possible."""
    low, high = mind.quantiles(points, 10, 90)
    return Estimate(low, mind.mean(points), high)


def mean_sums(o: Observation, mind: Mind, texts: Ints) -> Ints:
    """Return what texts mean to a seat on average, int64 (drafts,)."""
    sums = consensus.own_sums(o.scenario, texts, o.record.stock)[:, mind.rows]
    share = mind.weights.sum(axis=1)
    return np.asarray((sums * share).sum(axis=1) // share.sum(), dtype=np.int64)
