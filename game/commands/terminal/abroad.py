"""Pages of the world beyond the room in words: the same figures that the window draws."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game import words
from game.commands.terminal import pages
from game.engine import Observation
from game.ui.abroad import reading
from game.ui.abroad.border import amount
from game.ui.abroad.plain import Load
from game.words import _
from game.words.language import later

HELP: Mapping[str, str] = {
    "border": later("what would cross the border a year from now, and who lets it through"),
    "missiles": later("how far each class flies, and what a test of it means"),
}
"""Word -> what it shows."""


def border(o: Observation) -> Iterator[str]:
    """Yield pressure, what leaks, every flow, and who lets it through."""
    found = reading.pressed(o)
    yield _("A year from now: {pressure}").format(
        pressure=words.pressure(found.paper[-1], found.enforced[-1])
    )
    if found.leaks:
        yield _("What leaks, points of 100")
        for leak in found.leaks[:6]:
            yield f"  {words.points(leak.points):>5}  {leak.name}: {leak.cause}"
    yield _("What crosses, of the starting figure, and what paper would let through")
    for it in reading.streams(o):
        now = it.course[-1]
        yield "  {now:4} % ({paper:4} %)  {name}: {left}, {of}".format(
            now=now // 10,
            paper=it.paper // 10,
            name=it.name,
            left=amount(it.units * now // 1000, it.unit),
            of=_("before {amount}").format(amount=amount(it.units, it.unit)),
        )
    yield _("Who would let it through: will, means, and what they stop")
    for gate in reading.gates(o):
        yield f"  {gate.will // 10:4} %{gate.capacity // 10:5} %{gate.stops // 10:5} %  {gate.name}"


def target(o: Observation) -> Iterator[str]:
    """Yield what the signs make likely, then the two sides of the balance, and the ladder."""
    yield from pages.target(o)
    found = reading.loads(o)
    yield _("Towards a shot, in points; ten double the weight of an act")
    yield from (_load(x) for x in sorted(found, key=lambda x: -x.points) if x.points > 0)
    yield _("Towards quiet and talks")
    yield from (_load(x) for x in sorted(found, key=lambda x: x.points) if x.points < 0)
    now = o.indicators.get("escalation", 0)
    yield _("The ladder")
    for number in range(reading.RUNGS - 1, -1, -1):
        mark = ">" if number == now else " "
        last = ": " + _("nobody wins") if number == reading.RUNGS - 1 else ""
        yield f" {mark} {number}  {words.rung(number)}{last}"


def _load(it: Load) -> str:
    return f"  {abs(it.points):4}  {it.name}"


def missiles(o: Observation) -> Iterator[str]:
    """Yield each class of missile: reach, whom it threatens, what a test shows and changes."""
    for it in reading.classes(o):
        reach = _("{km} km").format(km=f"{it.reach:,}") if it.reach else _("a device")
        yield f"{it.title} ({reach})"
        if it.threatened:
            yield "  " + _("in reach: {who}").format(who=", ".join(n for _f, n in it.threatened))
        yield f"  {it.proves} {it.changes}"
        if it.asks:
            yield "  " + _("asks for a meeting: {who}").format(
                who=", ".join(n for _f, n in it.asks)
            )
        if it.out_of_reach:
            yield f"  {it.out_of_reach}"
