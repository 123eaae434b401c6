"""One clause in the terminal: its levels by what they do, and how statements would have it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game import words
from game.commands.terminal import pages
from game.commands.terminal.reading import measure
from game.engine import Observation, Seat
from game.engine.opinion import three_numbers
from game.engine.record import Clause
from game.engine.wording import clause_at
from game.words import _
from game.words.registers import PRESIDENTIAL, PRESS, RESOLUTION, register

MINDING = 3
"""Delegations that are named as those that mind a clause most."""


def clauses(o: Observation, typed: Sequence[str]) -> Iterator[str]:
    """Yield every clause, or one with what each of its levels does and how it would be said.

    Raises:
        Misread: no clause goes by what was typed.
    """
    return _clauses(o, measure(o, typed[0]) if typed else "")


def _clauses(o: Observation, only: str) -> Iterator[str]:
    yield from pages.clauses(o, only)
    if only:
        now = clause_at(o.scenario, pages.text_of(o) or {}, only)
        yield from _numbers(o, now)
        yield from _said(o, now)


def _numbers(o: Observation, now: Clause) -> Iterator[str]:
    """Yield legal force, pressure and price for each level, in the words of the text where it is.

    The price is that for the one who looks: what would be subtracted from its own sum.
    """
    yield ""
    yield _("What each level does: legal force, pressure in points, your own sum")
    own = o.seat if o.seat in o.scenario.seats else o.scenario.penholder
    for level in range(o.scenario.measure(now.measure).top + 1):
        clause = now if level == now.level else Clause(now.measure, level)
        it = three_numbers(o.scenario, clause, own, _variant(o, own))
        mark = _("  <- now") if clause == now else ""
        sum_ = words.signed(-it.price)
        yield f"       {level} {it.force:7} {words.numeral(it.pressure / 20, 1):>8} {sum_:>6}{mark}"
    prices = {
        seat: three_numbers(o.scenario, now, seat).price for seat in o.scenario.seats if seat != own
    }
    minding = [s for s in sorted(prices, key=lambda seat: -prices[seat]) if prices[s] > 0]
    if minding:
        told = ", ".join(
            f"{words.seat(o.scenario, s)} {words.signed(-prices[s])}" for s in minding[:MINDING]
        )
        yield _("     who minds it most as it stands, as far as is known: {who}").format(who=told)


def _variant(o: Observation, seat: Seat) -> str:
    return o.dealt.variant if o.dealt is not None and seat == o.seat else ""


def _said(o: Observation, now: Clause) -> Iterator[str]:
    """Yield the clause in the three registers: resolution, presidential and press statement."""
    clause = now if now.level else Clause(now.measure, 1)
    yield ""
    yield _("As it stands, said as") if now.level else _("At its first level, said as")
    titles = {
        RESOLUTION: _("a resolution"),
        PRESIDENTIAL: _("a presidential statement"),
        PRESS: _("a press statement"),
    }
    for form, title in titles.items():
        says = register(o.scenario, clause, form, first=True).replace("*", "")
        yield f"     {title}: {says}"
