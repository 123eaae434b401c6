"""From a brief and a text to a sum, and from the sum to a phrase."""

from __future__ import annotations

from game.engine.opinion.dealing import dealing_reasons, shared_reasons
from game.engine.opinion.own import Reason, own_reasons
from game.engine.record import Draft, Record
from game.engine.scenario import Brief, Scenario
from game.engine.terms import Phrase, Seat

MARGINS = {-3: 1, -2: 2, -1: 3, 0: 4, 1: 3, 2: 2, 3: 1}
"""Points dealt on top of a brief, and how often."""
MORE_MARGIN = 2
"""Points of margin that a capital adds if it is asked for more room and agrees. Tuned."""
SUPPORT_FROM = 6
"""Points above a yes from which a delegation supports rather than goes along. Tuned."""


def reasons(
    scenario: Scenario, record: Record, seat: Seat, variant: str, margin: int, draft: Draft
) -> tuple[Reason, ...]:
    """List every reason in a seat's sum for a text, as things stand in public.

    The margin is the room the ambassador was given; a pledge of sponsorship is not in the sum.
    """
    out = [
        *own_reasons(scenario, seat, variant, draft, record.stock),
        *dealing_reasons(scenario, record, seat, draft),
        *shared_reasons(scenario, record, seat),
    ]
    if margin:
        out.append(Reason("margin", margin))
    return tuple(out)


def total(parts: tuple[Reason, ...]) -> int:
    """Return the sum of reasons, in points."""
    return sum(r.points for r in parts)


def phrase_for(brief: Brief, points: int) -> Phrase:
    """Return the phrase that is true of a sum: the best whose least sum it reaches."""
    for phrase, least in _ladder(brief):
        if least is None or points >= least:
            return phrase
    raise AssertionError("the last phrase is true of any sum")


def lowest(brief: Brief, phrase: Phrase) -> int | None:
    """Return the least sum of which a phrase is true; None for the last phrase."""
    return dict(_ladder(brief))[phrase]


def _ladder(brief: Brief) -> tuple[tuple[Phrase, int | None], ...]:
    """Return the phrases from best to worst, each with the least sum of which it is true."""
    yes, no = brief.yes_at, brief.no_at
    return (
        (Phrase.SUPPORTS, yes + SUPPORT_FROM),
        (Phrase.GOES_ALONG, yes),
        (Phrase.CONCERNS, no + (yes - no) // 2),
        (Phrase.DIFFICULTY, no),
        (Phrase.OPPOSES, None),
    )
