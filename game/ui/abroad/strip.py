"""A campaign on one line: sittings as beads, tests between them, what is carried on."""

from __future__ import annotations

from collections.abc import Mapping

from game.ui.abroad.plain import Bead, Carried, Strip
from game.ui.charts import calendar
from game.ui.widgets import (
    SIGNS,
    Align,
    Card,
    Column,
    Flag,
    Grid,
    Panel,
    Place,
    Ring,
    Row,
    Text,
    Tone,
    Widget,
)
from game.words import _
from game.words.language import later

STATUS: Mapping[str, tuple[str, Tone, str]] = {
    "adopted": (later("adopted"), "yes", SIGNS["yes"]),
    "failed": (later("not adopted"), "no", SIGNS["no"]),
    "passed": (later("did not come about"), "muted", SIGNS["abstain"]),
    "now": (later("now"), "accent", SIGNS["star"]),
    "ahead": (later("ahead"), "muted", "…"),
}
"""Status of a sitting -> word, colour and sign."""


def strip(it: Strip, *, title: str, narrow: bool = False) -> Widget:
    """Return the campaign: the calendar, or in a narrow window a list, and what is carried."""
    head = _list(it) if narrow else _calendar(it)
    return Panel(title, (head, _carried(it)), name="campaign strip", gap=10)


def _calendar(it: Strip) -> Widget:
    shapes = calendar.calendar(
        it.months,
        [(b.at, b.status) for b in it.beads],
        [(m.at, m.label, m.kind) for m in it.moments],
        it.years,
    )
    named = calendar.spread([calendar.spot(b.at, it.months) for b in it.beads])
    places = tuple(
        Place(x, 0.2, _bead(b, centred=True)) for x, b in zip(named, it.beads, strict=True)
    )
    spoken = "; ".join(_spoken(b) for b in it.beads)
    between = "; ".join(m.label for m in it.moments)
    return Ring(
        places,
        shapes,
        height=250,
        text=_("{sittings}. Between them: {acts}").format(sittings=spoken, acts=between),
        name="calendar",
    )


def _spoken(it: Bead) -> str:
    return " ".join(part for part in (it.title, it.date, _(STATUS[it.status][0]), it.votes) if part)


def _bead(it: Bead, *, centred: bool) -> Widget:
    words, tone, sign = STATUS[it.status]
    align: Align = "center" if centred else "start"
    lines = (
        Text(it.title, bold=True, align=align),
        Text(it.date, size="small", tone="muted", align=align),
        Text(
            f"{sign} {_(words)} {it.votes}".strip(), size="small", tone=tone, bold=True, align=align
        ),
        Text(it.measures, size="small", tone="muted", align=align) if it.measures else None,
    )
    return Column(tuple(w for w in lines if w), gap=1, max_width=176)


def _list(it: Strip) -> Widget:
    """Return the sittings below each other, with what happened before each."""
    rows: list[Widget] = []
    before = 0.0
    for bead in it.beads:
        between = [m for m in it.moments if before <= m.at < bead.at]
        before = bead.at
        if between:
            line = ", ".join(m.label for m in between)
            rows.append(Text(f"▲ {line}", size="small", tone="no"))
        rows.append(
            Card(
                (_bead(bead, centred=False),),
                accent=STATUS[bead.status][1],
                edge="left",
                pad=10,
            )
        )
    return Column(tuple(rows), gap=6)


HEADINGS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "words": (later("Promised, and not forgotten"), ("pledge", "grievance")),
    "leaks": (later("Found, and open still"), ("finding",)),
    "left": (later("Left by earlier texts"), ("left",)),
    "won": (later("Won and listed"), ("won", "listed")),
    "road": (later("The road to talks"), ("contact", "standstill", "road")),
}
"""Heading -> kinds of what goes on below it."""


def _carried(it: Strip) -> Widget | None:
    """Return what goes on from sitting to sitting, each kind below its heading."""
    found = [
        Column((Text(_(title), size="small", tone="accent", bold=True), *map(_line, lines)), gap=4)
        for title, kinds in HEADINGS.values()
        if (lines := [c for c in it.carried if c.kind in kinds])
    ]
    if not found:
        return None
    head = Text(_("Carried on"), size="label", tone="muted")
    return Column((head, Grid(tuple(found), cell=330, gap=14)), gap=6)


def _line(it: Carried) -> Widget:
    return Row(
        (
            Flag(it.flag, height=13) if it.flag else None,
            Text(f"{SIGNS.get(it.tone, '·')} {it.text}", size="small", tone=it.tone, flex=1),
        ),
        gap=7,
    )
