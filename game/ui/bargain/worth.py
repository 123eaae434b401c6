"""What a deal is worth: exactly to the one who looks, and as it reads the other side."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from game.engine import bargain
from game.engine.actions.terms import pledge_of
from game.engine.observation import Observation
from game.engine.opinion import Reason, keeps
from game.engine.record import Draft, Record, Term
from game.engine.scenario import Scenario
from game.engine.terms import Seat
from game.ui.bargain.laid import Laid
from game.ui.drafting.moves import Worth, put
from game.ui.drafting.texts import Desk
from game.ui.drafting.turning import Shift
from game.ui.parts.estimate import estimate, once

RISK = 10
"""Tuned: points of a hundred by which a text may become less likely to pass without a warning."""


def worths(o: Observation, table: Laid) -> tuple[Worth, Worth]:
    """Return what the deal on the table is worth to the one who looks, and to the other side."""
    key = f"worths {table.other} {table.give} {table.take}"
    return once(o, key, lambda: _worths(o, table))


def _worths(o: Observation, table: Laid) -> tuple[Worth, Worth]:
    found = bargain.estimate(o, table.other, table.give, table.take)
    return Worth(sum(r.points for r in gains(o, table))), worth_of(found)


def worth_of(found: bargain.Estimate) -> Worth:
    """Return an estimate as its mean and how far it may be off to either side."""
    return Worth(found.mean, max(found.high - found.mean, found.mean - found.low))


def gains(o: Observation, table: Laid) -> tuple[Reason, ...]:
    """Return what the deal is worth to the one who looks, part by part, heaviest first."""
    if o.dealt is None:
        return ()
    found = bargain.value(o, table.other, table.give, table.take).reasons
    return tuple(sorted(found, key=lambda r: -abs(r.points)))


def struck(o: Observation, table: Laid) -> Record:
    """Return the record as it would be if the deal on the table were struck."""
    record = promised(o.record, o.seat, table.other, table.give)
    return promised(record, table.other, o.seat, table.take)


def passing(o: Observation, desk: Desk, table: Laid) -> Shift | None:
    """Return what the deal on the table does to the vote; None without a text."""
    if desk.text is None or table.is_empty:
        return None
    key = f"passing {table.other} {table.give} {table.take}"
    return once(o, key, lambda: _passing(o, desk, table))


def _passing(o: Observation, desk: Desk, table: Laid) -> Shift | None:
    then = evolve(o, record=struck(o, table))
    was = estimate(o, desk.levels)
    now = estimate(then, written(o.scenario, desk.levels, (*table.give, *table.take)))
    return None if was is None or now is None else Shift(was, now)


def sinks(o: Observation, desk: Desk, table: Laid) -> bool:
    """Tell whether the text is clearly less likely to pass with the deal on the table."""
    found = passing(o, desk, table)
    return found is not None and 100 * (found.was.passes - found.now.passes) >= RISK


BINDING = ("vote", "sponsor", "enforce", "silence")
"""Kinds of terms by which one binds oneself to a whole text."""


def is_blind(o: Observation, desk: Desk, table: Laid) -> bool:
    """Tell whether the one who looks would bind itself to a text that it has not been shown."""
    unseen = desk.text is None and not o.is_pen
    return unseen and any(term.kind in BINDING for term in table.give)


def serves(o: Observation, desk: Desk, table: Laid) -> bool:
    """Tell whether a deal brings something, binds to no unseen text, and does not sink one."""
    if is_blind(o, desk, table) or sinks(o, desk, table):
        return False
    return worths(o, table)[0].points > 0


def written(scenario: Scenario, draft: Draft, terms: Sequence[Term]) -> Draft:
    """Return a text as it would be with the clauses among these terms; what holds, stays."""
    for term in terms:
        if term.kind == "clause" and not keeps(scenario, draft, pledge_of(term, "", "")):
            draft = put(draft, term.clause)
    return draft


def promised(record: Record, by: Seat, to: Seat, terms: Sequence[Term]) -> Record:
    """Return the record as it would be if these terms were promised."""
    made = tuple(pledge_of(term, by, to) for term in terms)
    return evolve(record, pledges=(*record.pledges, *made))
