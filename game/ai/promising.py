"""Whether a delegation would keep what it is about to promise: nobody sells what it would break."""

from __future__ import annotations

from collections.abc import Sequence

from game.ai import season, word
from game.ai.wishing import wishes
from game.engine import opinion
from game.engine.observation import Observation
from game.engine.record import Term
from game.engine.terms import Seat


def is_good(
    observation: Observation, other: Seat, give: Sequence[Term], take: Sequence[Term]
) -> bool:
    """Tell whether this seat would keep all it gives another for these terms, as things stand."""
    o = observation
    return not clashes(o, other, give) and all(_keeps(o, other, term, take) for term in give)


def clashes(observation: Observation, other: Seat, terms: Sequence[Term]) -> Seat:
    """Return to whom the pen has promised what a clause among terms would break; else empty."""
    o = observation
    broken = (
        p.to
        for t in terms
        if t.kind == "clause"
        for p in o.record.promised
        if p.measure == t.measure
        and p.to != other
        and p.status == "open"
        and not opinion.keeps(o.scenario, {t.measure: t.clause}, p)
    )
    return next(broken, "")


def _keeps(o: Observation, other: Seat, term: Term, take: Sequence[Term]) -> bool:
    if term.kind == "enforce":
        return season.report(o, held=True) == "full"
    if term.kind == "lift":
        most = max((w.points for w in wishes(o, firm=True) if w.measure == term.measure), default=0)
        return word.keeps_lift(o, other, term, take, most)
    return True
