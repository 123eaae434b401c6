"""What a deal is worth: exactly to the one who looks, and as it reads the other side."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from game.engine import opinion
from game.engine.actions.terms import DUE
from game.engine.observation import Observation
from game.engine.opinion import Reason
from game.engine.record import Draft, Pledge, Record, Term
from game.engine.terms import Seat
from game.ui.bargain.laid import Laid
from game.ui.drafting.moves import Worth, with_clause, worth_between
from game.ui.drafting.texts import Desk
from game.ui.parts.estimate import estimate, once


def worths(o: Observation, desk: Desk, table: Laid) -> tuple[Worth, Worth]:
    """Return what the deal on the table is worth to the one who looks, and to the other side."""
    after = written(desk.levels, (*table.give, *table.take))
    record = struck(o, table)
    return (
        worth_between(o, o.seat, desk.levels, after, record),
        worth_between(o, table.other, desk.levels, after, record),
    )


def gains(o: Observation, desk: Desk, table: Laid) -> tuple[Reason, ...]:
    """Return what the deal changes in the sum of the one who looks, heaviest first."""
    if o.dealt is None:
        return ()
    dealt, s = o.dealt, o.scenario
    after = written(desk.levels, (*table.give, *table.take))
    record = struck(o, table)
    was, now = (
        opinion.reasons(s, r, o.seat, dealt.variant, dealt.margin, draft)
        for r, draft in ((o.record, desk.levels), (record, after))
    )
    points: dict[tuple[str, str], int] = {}
    for found, sign in ((now, 1), (was, -1)):
        for reason in found:
            key = (reason.key, reason.cause)
            points[key] = points.get(key, 0) + sign * reason.points
    changed = (Reason(key, n, cause) for (key, cause), n in points.items() if n)
    return tuple(sorted(changed, key=lambda r: -abs(r.points)))


def struck(o: Observation, table: Laid) -> Record:
    """Return the record as it would be if the deal on the table were struck."""
    record = promised(o.record, o.seat, table.other, table.give)
    return promised(record, table.other, o.seat, table.take)


def passing(o: Observation, desk: Desk, table: Laid) -> tuple[float, float] | None:
    """Return the chance that the text passes, without the deal and with it; None without a text."""
    if desk.text is None or table.is_empty:
        return None
    key = f"passing {table.other} {table.give} {table.take}"
    return once(o, key, lambda: _passing(o, desk, table))


def _passing(o: Observation, desk: Desk, table: Laid) -> tuple[float, float] | None:
    then = evolve(o, record=struck(o, table))
    was = estimate(o, desk.levels)
    now = estimate(then, written(desk.levels, (*table.give, *table.take)))
    return None if was is None or now is None else (was.passes, now.passes)


def written(draft: Draft, terms: Sequence[Term]) -> Draft:
    """Return a text as it would be with the clauses among these terms."""
    for term in terms:
        if term.kind == "clause":
            draft = with_clause(draft, term.measure, term.level)
    return draft


def promised(record: Record, by: Seat, to: Seat, terms: Sequence[Term]) -> Record:
    """Return the record as it would be if these terms were promised."""
    made = tuple(
        Pledge(
            to,
            t.measure,
            t.level,
            t.upward,
            by=by,
            kind=t.kind,
            item=t.item,
            ballot=t.ballot,
            due=DUE[t.kind],
        )
        for t in terms
    )
    return evolve(record, pledges=(*record.pledges, *made))
