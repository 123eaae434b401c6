"""Panels of the target: what it weighs, what is likely, the signs in time, the ladder."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.abroad.plain import Likely, Load, Rung, Sign
from game.ui.charts import balance
from game.ui.parts.signs import percent
from game.ui.widgets import (
    SIGNS,
    Badge,
    Bar,
    Canvas,
    Card,
    Column,
    Dot,
    Line,
    Mark,
    Panel,
    Row,
    Run,
    Segment,
    Shape,
    Surface,
    Text,
    Tone,
    Widget,
)
from game.words import _, capital

LOADS = 5
"""Terms that lie on each side."""
STEP = 12
"""Design pixels by which a rung stands further in than the one below."""

APART = 0.04
"""Least distance of two signs on the line of time that have names of their own."""


def weighs(loads: Sequence[Load], *, title: str, says: str = "") -> Widget:
    """Return the balance: what pulls towards a shot on the left, what pulls away on the right."""
    loud = sorted((x for x in loads if x.points > 0), key=lambda x: -x.points)
    calm = sorted((x for x in loads if x.points < 0), key=lambda x: x.points)
    left, right = sum(x.points for x in loud), -sum(x.points for x in calm)
    spoken = _("Towards a shot {left} points, towards quiet or talks {right}").format(
        left=left, right=right
    )
    most = max(1, *(abs(x.points) for x in loads)) if loads else 1
    return Panel(
        title,
        (
            Text(says, size="small", tone="muted") if says else None,
            Canvas(balance.beam(left, right), spoken, height=96, name="balance", inset=2),
            Row(
                (
                    _side(_("Towards a shot"), loud, most, "no"),
                    _side(_("Towards quiet and talks"), calm, most, "yes"),
                ),
                gap=18,
                align="start",
            ),
            Text(_("Ten points double the weight of an act."), size="small", tone="muted"),
        ),
        name="weighs",
        gap=8,
    )


def _side(title: str, loads: Sequence[Load], most: int, tone: Tone) -> Widget:
    sign = SIGNS["no" if tone == "no" else "yes"]
    lines: list[Widget] = [Text(f"{sign} {title}", size="small", tone=tone, bold=True)]
    for it in loads[:LOADS]:
        points = abs(it.points)
        line = Row(
            (Text(it.name, size="small", flex=1), Text(str(points), size="small", bold=True)),
            gap=6,
        )
        bar = Bar((Segment(tone, points),), most, text=it.hint or str(points), thickness=6)
        lines.append(Column((line, bar), gap=2))
    rest = loads[LOADS:]
    if rest:
        said = _("and {n} lighter ones: {points}").format(
            n=len(rest), points=sum(abs(x.points) for x in rest)
        )
        lines.append(Text(said, size="small", tone="muted"))
    if not loads:
        lines.append(Text(_("nothing"), size="small", tone="muted"))
    return Column(tuple(lines), gap=6, flex=1, min_width=130)


def likely(acts: Sequence[Likely], *, title: str, says: str) -> Widget:
    """Return what it is likely to do, likeliest first, with the rung each act stands on."""
    most = max(1, *(it.weight for it in acts)) if acts else 1
    lines = (Text(says, size="small", tone="muted"), *(_likely(it, most) for it in acts))
    return Panel(title, lines, name="likely", gap=8)


def _likely(it: Likely, most: int) -> Widget:
    chance = percent(it.weight / 1000)
    rung = _("rung {number}").format(number=it.rung)
    words = (
        Run(f"{SIGNS.get(it.tone, '')} ", tone=it.tone),
        Run(it.title, bold=it.is_done),
        Run(f"  {rung}", tone="muted"),
    )
    line = Row(
        (
            Text(words, size="small", flex=1),
            Badge(_("it did this"), "accent") if it.is_done else None,
            Text(chance, size="small", bold=True),
        ),
        gap=8,
    )
    bar = Bar((Segment(it.tone, it.weight),), most, text=chance, thickness=6)
    return Column((line, bar), gap=2, hint=it.hint)


def signs(seen: Sequence[Sign], *, title: str, ends: tuple[str, str]) -> Widget:
    """Return the signs seen, on a line of time and in words, with what each speaks of.

    Args:
        ends: what stands at the two ends of the line.
    """
    if not seen:
        return Panel(title, (Text(_("None so far."), tone="muted"),), name="signs seen")
    spoken = _("{n} signs between {first} and {last}").format(
        n=len(seen), first=ends[0], last=ends[1]
    )
    canvas = Canvas(tuple(_line(seen, ends)), spoken, height=72, name="signs in time")
    lines = tuple(_sign(number, it) for number, it in enumerate(seen, 1))
    return Panel(title, (canvas, *lines), name="signs seen", gap=8)


def _line(seen: Sequence[Sign], ends: tuple[str, str]) -> list[Shape]:
    shapes: list[Shape] = [
        Line(((0.02, 0.25), (0.98, 0.25)), "line", 2),
        Mark(0.02, 1.0, ends[0], "muted", "right"),
        Mark(0.98, 1.0, ends[1], "muted", "left"),
    ]
    for it in seen:
        warns = bool(it.speaks_of)
        shapes.append(Dot(_across(it), 0.25, "no" if warns else "abstain", 6, hollow=not warns))
    for first, last in _together(seen):
        name = str(first) if first == last else f"{first}–{last}"
        x = (_across(seen[first - 1]) + _across(seen[last - 1])) / 2
        shapes.append(Mark(x, 0.25, name, "text", "below", bold=True))
    return shapes


def _across(it: Sign) -> float:
    return 0.04 + 0.92 * it.at


def _together(seen: Sequence[Sign]) -> list[tuple[int, int]]:
    """Return the first and last number of signs so close in time that they share one name."""
    groups: list[tuple[int, int]] = []
    for number, it in enumerate(seen, 1):
        near = groups and _across(it) - _across(seen[groups[-1][1] - 1]) < APART
        groups[-1:] = [(groups[-1][0], number)] if near else [*groups[-1:], (number, number)]
    return groups


def _sign(number: int, it: Sign) -> Widget:
    speaks = ""
    if it.speaks_of:
        speaks = _("makes likelier: {acts}").format(acts=", ".join(it.speaks_of))
    return Row(
        (
            Text(str(number), bold=True, width=16),
            Column(
                (
                    Text(it.text, font="serif"),
                    Text(
                        f"{SIGNS['up']} {speaks}" if speaks else it.when,
                        size="small",
                        tone="no" if speaks else "muted",
                    ),
                ),
                gap=1,
                flex=1,
            ),
        ),
        gap=8,
        align="start",
    )


def ladder(rungs: Sequence[Rung], *, title: str) -> Widget:
    """Return the ladder of escalation, from below to the rung on which nobody wins."""
    lines = [_rung(number, rung, len(rungs)) for number, rung in enumerate(rungs)]
    return Panel(title, tuple(reversed(lines)), name="ladder", gap=4)


def _rung(number: int, rung: Rung, count: int) -> Widget:
    last = number == count - 1
    tone: Tone = "no" if number >= 3 else "abstain" if number else "yes"
    name = Text(
        capital(rung.name),
        size="small",
        bold=rung.is_here,
        tone="text" if rung.is_here else "muted",
        flex=1,
    )
    marks = tuple(Badge(words, mark) for words, mark in rung.marks)
    said = Text(_("nobody wins"), size="small", tone="no", italic=True) if last else None
    step = Card(
        (
            Row(
                (Text(str(number), size="small", bold=rung.is_here, width=14), name, said, *marks),
                gap=8,
            ),
        ),
        accent=tone if rung.is_here else "line",
        edge="left",
        surface=_lit(tone) if rung.is_here else "raised",
        pad=7,
        flex=1,
    )
    return Row((Text("", width=max(1, STEP * number)), step), gap=0)


def _lit(tone: Tone) -> Surface:
    surfaces: dict[Tone, Surface] = {"no": "no", "abstain": "abstain"}
    return surfaces.get(tone, "yes")
