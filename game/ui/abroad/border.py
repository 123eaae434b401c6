"""Panels of the border: pressure and what leaks, the flows, and who lets them through."""

from __future__ import annotations

from collections.abc import Sequence

from game import words
from game.ui.abroad.plain import Gate, Leak, Moved, Pressed, Stream
from game.ui.charts import months
from game.ui.widgets import (
    SIGNS,
    Bar,
    Canvas,
    Card,
    Column,
    Flag,
    Grid,
    Panel,
    Row,
    Run,
    Segment,
    Spacer,
    Text,
    Tone,
    Widget,
)
from game.words import _, capital
from game.words.language import later

KINDS = {
    "export": later("sold abroad"),
    "supply": later("brought in"),
    "labour": later("earned abroad"),
    "means": later("carries the rest"),
}
LEAKS = 4
"""Causes of the gap that are named; the rest is one line."""


def pressure(it: Pressed, *, title: str, says: str = "", room: int = 400) -> Widget:
    """Return pressure on paper and as enforced, with the gap named by what leaks.

    room: width that the picture has at least, design pixels.
    """
    spoken = _("Pressure on paper {paper}; as enforced {first} at first and {last} in the end")
    at = (it.paper[-1], it.enforced[0], it.enforced[-1])
    paper, first, last = (words.points(tenths) for tenths in at)
    said = spoken.format(paper=paper, first=first, last=last)
    happened = "; ".join(f"{m.label}" for m in it.moments)
    moments = [(m.at, m.label, m.kind) for m in it.moments]
    canvas = Canvas(
        months.gap(it.paper, it.enforced, it.labels, moments, room),
        f"{said}. {happened}" if happened else said,
        height=224 if moments else 180,
        name="pressure chart",
        flex=1,
    )
    lead = Text(says, font="serif", size="lead") if says else None
    note = _("Of 100 points. Line: what the texts ask for. Dotted: what States do. Between: leaks.")
    legend = Text(note, size="small", tone="muted")
    return Panel(title, (lead, canvas, legend), name="pressure", flex=1)


LINES: tuple[tuple[Tone, bool], ...] = (
    *(("accent", False), ("yes", True), ("no", False), ("abstain", True)),
)
"""How lines are told apart beside their names: colour, and whether they are dotted."""


def moved(it: Moved, *, title: str, says: str = "", room: int = 400) -> Widget:
    """Return what moves where no trade is closed: readiness, trust, threat, programme."""
    drawn = tuple(
        months.Course(name, values, tone, dashed)
        for (name, values), (tone, dashed) in zip(it.courses, LINES, strict=False)
    )
    went = _("{name} {first} at first and {last} in the end")
    spoken = [went.format(name=c.name, first=c.values[0], last=c.values[-1]) for c in drawn]
    moments = [(m.at, m.label, m.kind) for m in it.moments]
    canvas = Canvas(
        months.courses(drawn, it.labels, moments, room),
        "; ".join((*spoken, *(m.label for m in it.moments))),
        height=224 if moments else 180,
        name="moved chart",
        flex=1,
    )
    lead = Text(says, font="serif", size="lead") if says else None
    note = Text(_("No trade is closed; this is what moves. 0 to 100."), size="small", tone="muted")
    return Panel(title, (lead, canvas, note), name="moved", flex=1)


def leaks(it: Pressed) -> Widget:
    """Return what the gap between paper and border is made of, largest first."""
    missing = max(0, it.paper[-1] - it.enforced[-1])
    if not missing or not it.leaks:
        line = _("Nothing leaks: what stands on paper is carried out.")
        return Panel(_("What leaks"), (Text(line, font="serif"),), name="leaks", flex=1)
    shown, rest = it.leaks[:LEAKS], it.leaks[LEAKS:]
    lines = [_leak(leak, it.leaks[0].points) for leak in shown]
    if rest:
        points = sum(leak.points for leak in rest)
        more = _("and {n} more, together {points}").format(n=len(rest), points=words.points(points))
        lines.append(Text(more, size="small", tone="muted"))
    says = _("{missing} of {paper} points on paper are lost on the way").format(
        missing=words.points(missing), paper=words.points(it.paper[-1])
    )
    return Panel(
        _("What leaks"),
        (Text(says, font="serif", size="lead"), *lines),
        name="leaks",
        gap=9,
        flex=1,
    )


def _leak(leak: Leak, most: int) -> Widget:
    line = Row(
        (
            Text(leak.name, bold=True, size="small", flex=1),
            Text(words.points(leak.points), size="small", bold=True, tone="no"),
        ),
        gap=8,
    )
    bar = Bar((Segment("no", leak.points),), max(1, most), text=leak.cause, thickness=5)
    return Column((line, bar, Text(leak.cause, size="small", tone="muted")), gap=2)


def flows(streams: Sequence[Stream], *, title: str, cell: int = 222) -> Widget:
    """Return every flow as a small chart with its starting figure and what is left of it."""
    note = _(
        "Per cent of the year before the measures. Grey: that year. Dotted: what paper would let "
        "through. Line: what crosses."
    )
    if all(stream.is_still for stream in streams):
        note = _("Nothing is closed: so much crosses in a year, and goes on crossing.")
    cards = tuple(_stream(stream) for stream in streams)
    return Panel(
        title,
        (Text(note, size="small", tone="muted"), Grid(cards, cell=cell, gap=10)),
        name="flows",
        gap=8,
    )


def _stream(it: Stream) -> Widget:
    name = Text(it.name, bold=True, size="small", flex=1)
    rows = (name, Text(_a_year(it), size="small")) if it.is_still else _changing(it, name)
    return Card(rows, hint=_hint(it), pad=10, gap=3, name=f"flow {it.name}")


def _a_year(it: Stream) -> str:
    return _("{units} a year").format(units=amount(it.units, it.unit))


def _changing(it: Stream, name: Text) -> tuple[Widget, ...]:
    """Return the course of a flow, and how much is left of it."""
    now = it.course[-1]
    more, less = now > 1020, now < 980
    tone: Tone = "no" if more else "yes" if less else "muted"
    arrow = SIGNS["up"] if more else SIGNS["down"] if less else SIGNS["abstain"]
    moved_ = _("to {n} %").format(n=now // 10) if more or less else _("{n} %").format(n=now // 10)
    spoken = _("{name}: {n} % of what it was, where paper would let {paper} % through").format(
        name=it.name, n=now // 10, paper=it.paper // 10
    )
    before = _("of {units} before").format(units=amount(it.units, it.unit))
    return (
        Row((name, Text(f"{arrow} {moved_}", bold=True, tone=tone, nowrap=True)), gap=6),
        Canvas(months.spark(it.course, it.paper), spoken, height=44, inset=2),
        Text(amount(it.units * now // 1000, it.unit), size="small"),
        Text(before, size="small", tone="muted"),
    )


def amount(units: int, unit: str) -> str:
    """Return an amount with its unit, large ones shortened: *12.4 million tonnes*."""
    for word, bigger in (("thousand ", "million "), ("million ", "billion ")):
        if unit.startswith(word) and units >= 1000:
            return f"{units / 1000:.1f} {bigger}{unit.removeprefix(word)}"
    return f"{units:,} {unit}"


def _hint(it: Stream) -> str:
    worth = _("{kind}, worth {n} million US dollars a year before the measures.").format(
        kind=capital(_(KINDS[it.kind])), n=f"{it.money:,}"
    )
    return f"{worth} {it.source}".strip()


def gates(found: Sequence[Gate], *, title: str) -> Widget:
    """Return who lets it through: what each wants, what each can, and what comes of both."""
    note = _("Will times means, full from nine tenths of both; half stops less than half.")
    lines = [Text(note, size="small", tone="muted"), *(_gate(gate) for gate in found)]
    return Panel(title, tuple(lines), name="gates", gap=9, flex=1)


def _gate(it: Gate) -> Widget:
    tone: Tone = "yes" if it.stops >= 600 else "abstain" if it.stops >= 300 else "no"
    was, will = it.was // 10, it.will // 10
    arrow = SIGNS["up"] if will > was else SIGNS["down"] if will < was else ""
    share = _("{n} % of the trade").format(n=f"{it.share / 10:.0f}")
    head = Row(
        (
            Flag(it.flag, height=14) if it.flag else Spacer(19, flex=0),
            Text((Run(it.name, bold=True), Run(f"  {share}", tone="muted")), size="small", flex=1),
            Text(
                _("stops {n} %").format(n=it.stops // 10),
                size="small",
                bold=True,
                tone=tone,
                nowrap=True,
            ),
        ),
        gap=8,
    )
    changed = f"{was} → {will} {arrow}" if arrow else f"{will}"
    both = Row(
        (
            _measure(_("will"), it.will, changed, tone),
            _measure(_("means"), it.capacity, f"{it.capacity // 10}", "muted"),
        ),
        gap=12,
    )
    notes = Text(" · ".join(it.notes), size="small", tone="muted") if it.notes else None
    return Column((head, both, notes), gap=3)


def _measure(label: str, value: int, words: str, tone: Tone) -> Widget:
    return Row(
        (
            Text(label, size="small", tone="muted"),
            Bar((Segment(tone, value),), 1000, text=f"{label} {words}", thickness=6, flex=1),
            Text(words, size="small", nowrap=True),
        ),
        gap=6,
        flex=1,
    )
