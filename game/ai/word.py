"""Whether a delegation keeps its word: what it gains by breaking one against what that costs.

A promised vote needs none of this: what was promised stands in the sum by which it votes.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.ai import mind
from game.engine import bargain, opinion
from game.engine.actions import Action, Ask
from game.engine.actions.terms import as_term, pledge_of
from game.engine.breach import broken_by
from game.engine.observation import Observation
from game.engine.record import Clause, Pledge, Term, in_own_words
from game.engine.terms import Phase, Seat
from game.engine.wording import clause_at, is_harder

CREDIBILITY_WORTH = 5
"""Credibility, of 100, that is worth a point to the most cautious. Tuned."""
PROUD = 4
"""Points that it is worth to the most cautious not to be known as one that forgets. Tuned: of a
hundred favours computers leave about ten undone, the dear ones."""
FOR_NOTHING = 2
"""Points more that it saves not to do a favour for a text that failed. Tuned."""
LATER_DEALS = 4
"""Points that deals still to come are worth when the consultations begin. Tuned."""


def breaks(observation: Observation, kind: str, gain: int) -> bool:
    """Tell whether to break every open promise of a kind for so many points; True if there is none.

    Args:
        gain: of what is hoped for.
    """
    o = observation
    own = [p for p in o.record.pledges if (p.by, p.kind, p.status) == (o.seat, kind, "open")]
    return gain > sum(price(o, pledge) for pledge in own) if own else True


def forbids(observation: Observation, action: Action) -> bool:
    """Tell whether an act breaks promises that are worth more than what is hoped for by it."""
    o = observation
    broken = broken_by(o, action)
    return bool(broken) and hoped(o, action) <= sum(price(o, pledge) for pledge in broken)


def hoped(observation: Observation, action: Action) -> int:
    """Return what an act may bring: an ask, by its chance of being granted; others bring nothing.

    What the pen has offered it grants at once; what it has refused it will hardly grant.
    """
    o = observation
    if not isinstance(action, Ask):
        return 0
    gain = _gain(o, action.clause)
    if any(a.seat == o.seat and a.offered == action.clause for a in o.record.asks):
        return gain
    now = clause_at(o.scenario, o.draft or {}, action.measure)
    return by_chance(o, gain, action.measure, upward=is_harder(o.scenario, action.clause, now))


def _gain(o: Observation, clause: Clause) -> int:
    """Return what a clause adds for this seat to the text that it knows, aims counted in."""
    now = clause_at(o.scenario, o.draft or {}, clause.measure)
    return mind.clause_points(o, clause) - mind.clause_points(o, now)


def by_chance(observation: Observation, gain: int, measure: str, *, upward: bool) -> int:
    """Return what an ask is worth that would gain so much if it were granted."""
    if bargain.is_hopeless(observation.record, measure, upward=upward):
        return 0
    return gain // bargain.LIFT_SHARE


def keeps_lift(
    observation: Observation, other: Seat, term: Term, take: Sequence[Term], most: int = 0
) -> bool:
    """Tell whether to keep a promise to ask no more, were it given now for these terms.

    Args:
        most: what this seat could gain by asking, if more than by what it lifts.
    """
    o = observation
    gain = max(most, _gain(o, term.clause))
    hope = by_chance(o, gain, term.measure, upward=term.upward)
    return hope <= _owed(o, other, take) + discredit(o, "promise")


def keeps_favour(observation: Observation, pledge: Pledge) -> bool:
    """Tell whether to do a favour that is owed: its cost against the price of a broken word."""
    o = observation
    proud = PROUD * (100 - mind.temper(o).risk) // 100
    return favour_saved(o, pledge) <= price(o, pledge) + proud


def favour_saved(observation: Observation, pledge: Pledge) -> int:
    """Return what it saves not to do a favour; for a text that failed one pays unwillingly."""
    o = observation
    cost = next(f.cost for f in o.scenario.favours if f.id == pledge.item)
    return cost + FOR_NOTHING * (o.tally is None or not o.tally.adopted)


def price(observation: Observation, pledge: Pledge) -> int:
    """Return what it costs to break a promise, in points.

    It is what the other still owes for it, credibility, and the deals that are then not made.
    """
    o = observation
    owed = tuple(
        as_term(p)
        for p in o.record.pledges
        if pledge.deal
        and (p.deal, p.by, p.to, p.status) == (pledge.deal, pledge.to, pledge.by, "open")
    )
    later = LATER_DEALS * (100 - mind.progress(o)) // 100
    if o.phase is Phase.ECHO:
        later = LATER_DEALS * _goes_on(o) // 2
    return _owed(o, pledge.to, owed) + discredit(o, "promise") + later


def _owed(o: Observation, other: Seat, terms: Sequence[Term]) -> int:
    """Return what the terms are worth that another owes for a promise.

    A clause that stands in the text already could be taken out of it again.
    """
    if not terms:
        return 0
    stand = sum(_back(o, t) for t in terms if t.kind == "clause")
    return max(0, bargain.value(o, other, (), terms).points, stand)


def _back(o: Observation, term: Term) -> int:
    """Return what it would cost this seat if a clause in the text went one step back."""
    s, draft = o.scenario, o.draft or {}
    now = clause_at(s, draft, term.measure)
    level = now.level - 1 if term.upward else now.level + 1
    stands = opinion.keeps(s, {**draft, term.measure: now}, pledge_of(term, "", ""))
    if not stands or not s.floor(term.measure) <= level <= s.measure(term.measure).top:
        return 0
    return -_gain(o, in_own_words(term.measure, level))


def _goes_on(observation: Observation) -> bool:
    """Tell whether another sitting of a campaign can follow this one."""
    campaign = observation.scenario.campaign
    return campaign is not None and not campaign.ends_with(observation.scenario.id)


def discredit(observation: Observation, why: str) -> int:
    """Return what it is worth to this seat not to be caught with such a word, in points."""
    caution = 100 - mind.temper(observation).risk
    return opinion.FALLS[why] * caution // (100 * CREDIBILITY_WORTH)
