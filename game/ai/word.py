"""Whether a delegation keeps its word: what it gains by breaking one against what that costs.

A promised vote needs none of this: what was promised stands in the sum by which it votes.
"""

from __future__ import annotations

from game.ai import mind
from game.engine import bargain, opinion
from game.engine.actions.terms import as_term
from game.engine.observation import Observation
from game.engine.record import Pledge
from game.engine.terms import Phase

CREDIBILITY_WORTH = 5
"""Credibility, of 100, that is worth a point to the most cautious. Tuned."""
PROUD = 4
"""Points that it is worth to the most cautious not to be known as one that forgets. Tuned: of a
hundred favours computers leave about ten undone, the dear ones."""
FOR_NOTHING = 2
"""Points more that it saves not to do a favour for a text that failed. Tuned."""
LATER_DEALS = 4
"""Points that deals still to come are worth when the consultations begin. Tuned."""


def breaks(observation: Observation, kind: str, gain: int, measure: str = "") -> bool:
    """Tell whether to break every open promise of a kind for so many points; True if there is none.

    Args:
        measure: the clause that a lifted reservation is about.
    """
    o = observation
    own = [
        p
        for p in o.record.pledges
        if (p.by, p.kind, p.measure, p.status) == (o.seat, kind, measure, "open")
    ]
    return gain > sum(price(o, pledge) for pledge in own) if own else True


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
    lost = max(0, bargain.value(o, pledge.to, (), owed).points) if owed else 0
    later = LATER_DEALS * (100 - mind.progress(o)) // 100
    if o.phase is Phase.ECHO:
        later = LATER_DEALS * _goes_on(o) // 2
    return lost + discredit(o, "promise") + later


def _goes_on(observation: Observation) -> bool:
    """Tell whether another sitting of a campaign can follow this one."""
    campaign = observation.scenario.campaign
    return campaign is not None and not campaign.ends_with(observation.scenario.id)


def discredit(observation: Observation, why: str) -> int:
    """Return what it is worth to this seat not to be caught with such a word, in points."""
    caution = 100 - mind.temper(observation).risk
    return opinion.FALLS[why] * caution // (100 * CREDIBILITY_WORTH)
