"""What each side of the table could give the other beside clauses, from the closed vocabulary."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.actions.terms import READINGS, refusal_of, simple_terms
from game.engine.observation import Observation
from game.engine.record import Record, Term
from game.engine.terms import Seat
from game.ui.bargain.laid import GIVE, Laid

GROUPS = ("vote", "sponsor", "enforce", "silence", "statement", "lift", "favour")
"""Kinds of terms in the order in which they are shown."""


def sides(o: Observation, table: Laid, side: str) -> tuple[Seat, Seat]:
    """Return who gives on a side of the table, and to whom."""
    return (o.seat, table.other) if side == GIVE else (table.other, o.seat)


def words_of(o: Observation, table: Laid, side: str) -> tuple[Term, ...]:
    """Return what a side could give beside clauses, and has not promised yet."""
    giver, receiver = sides(o, table, side)
    found = dict.fromkeys((*simple_terms(o.scenario, giver, receiver), *_more(o, giver)))
    fit = [t for t in found if is_possible(o, giver, receiver, t)]
    return tuple(sorted(fit, key=lambda t: GROUPS.index(t.kind)))


def is_possible(o: Observation, giver: Seat, receiver: Seat, term: Term) -> bool:
    """Tell whether one seat can give another a term, by what the one who looks knows."""
    return refusal_of(o.scenario, o.record, giver, receiver, (term,)) is None


def _more(o: Observation, giver: Seat) -> Iterator[Term]:
    """Yield what depends on what was said so far: explanations and reservations to drop."""
    if giver == o.scenario.penholder:
        return
    for reading in READINGS:
        yield Term("statement", item=reading)
    yield from _reservations(o.record, giver)


def _reservations(record: Record, seat: Seat) -> Iterator[Term]:
    """Yield what a delegation asks for, opposes or warns of, as reservations that it could drop."""
    for ask in record.asks:
        if ask.seat == seat and ask.status in ("open", "refused", "ignored"):
            yield Term("lift", ask.measure, ask.level, ask.upward)
    for warned in record.warnings:
        if warned.seat == seat and warned.stands and warned.phrase.points <= 0:
            yield Term("lift", warned.measure, warned.level)
    for mark in record.marks:
        if mark.seat == seat and not mark.backed:
            yield Term("lift", mark.measure, mark.level)
