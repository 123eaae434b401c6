"""Whether a delegation keeps its word: what it gains by breaking one against what that costs.

A promised vote needs none of this: what was promised stands in the sum by which it votes.
"""

from __future__ import annotations

from game.ai import mind
from game.engine import bargain, opinion
from game.engine.actions.terms import as_term
from game.engine.observation import Observation
from game.engine.record import Pledge

CREDIBILITY_WORTH = 5
"""Credibility, of 100, that is worth a point to the most cautious. Tuned."""
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
    return lost + discredit(o, "promise") + later


def discredit(observation: Observation, why: str) -> int:
    """Return what it is worth to this seat not to be caught with such a word, in points."""
    caution = 100 - mind.temper(observation).risk
    return opinion.FALLS[why] * caution // (100 * CREDIBILITY_WORTH)
