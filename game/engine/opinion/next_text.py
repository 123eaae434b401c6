"""What a promise for the next text is worth: a part of what its clause is, since it comes later."""

from __future__ import annotations

from functools import lru_cache

from game.engine.opinion.own import clause_reasons
from game.engine.record import Clause, Record
from game.engine.scenario import Scenario
from game.engine.terms import Seat

LATER_PERCENT = 40
"""Per cent of what a clause is worth that its promise for the next text is. Tuned: it comes later,
if it comes, and two points for a middling clause, as an ask that stands."""
LATER_MOST = 4
"""Points that it is worth at most. Tuned: half a word given on this text, for one spared a red line
that it may never meet."""


def promised_later(scenario: Scenario, record: Record, seat: Seat) -> int:
    """Return the points of promises about the next text to a seat: of the best one."""
    return max(
        (
            next_text_worth(scenario, seat, p.clause, upward=p.upward)
            for p in record.pledges
            if p.to == seat and p.kind == "next_text" and scenario.has(p.measure)
        ),
        default=0,
    )


@lru_cache(maxsize=4096)
def next_text_worth(scenario: Scenario, seat: Seat, clause: Clause, *, upward: bool) -> int:
    """Return what a clause of the next text is worth to a seat that is promised it, in points.

    It is a part of what the clause gains it: on what is in force, or where no more than a level
    is promised, on the next step beyond. Of a capital all that it could have sent counts, by how
    often it is dealt, so that others reckon it as the seat does.
    """
    base, top = scenario.base(clause.measure), scenario.measure(clause.measure).top
    other = base if upward or clause.level < base else min(clause.level + 1, top)
    variants = scenario.briefs[seat].variants
    less = Clause(clause.measure, other)
    gained: int = sum(
        v.weight * (_points(scenario, seat, v.id, clause) - _points(scenario, seat, v.id, less))
        for v in variants
    )
    part = LATER_PERCENT * gained // (100 * sum(v.weight for v in variants))
    return max(0, min(LATER_MOST, part))


def _points(scenario: Scenario, seat: Seat, variant: str, clause: Clause) -> int:
    return sum(r.points for r in clause_reasons(scenario, seat, variant, clause))
