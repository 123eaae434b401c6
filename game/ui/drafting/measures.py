"""The measures a text can contain, grouped, each with its level."""

from __future__ import annotations

from collections.abc import Iterator

from game import words
from game.engine.observation import Observation
from game.engine.opinion import level_of
from game.engine.record import Draft
from game.engine.scenario import Measure
from game.engine.terms import Seat
from game.ui.drafting.standing import mark
from game.ui.drafting.texts import Desk, open_asks
from game.ui.messages import Pick, Steps
from game.ui.parts.speech import level_name
from game.ui.widgets import (
    SIGNS,
    Entry,
    Flag,
    Meter,
    Row,
    Spacer,
    Table,
    Text,
    Tone,
    Track,
    Widget,
)
from game.words import _, capital, season

CATEGORIES = (
    "sectoral_export",
    "sectoral_import",
    "arms",
    "finance",
    "designation",
    "enforcement",
    "diplomatic",
    "humanitarian",
    "review",
    "reporting",
    "frame",
)
"""Groups on the desk, in their order; others follow."""


def groups(o: Observation) -> Iterator[tuple[str, tuple[Measure, ...]]]:
    """Yield every group that has measures: its title and what is in it."""
    found: dict[str, list[Measure]] = {category: [] for category in CATEGORIES}
    for m in o.scenario.measures:
        found.setdefault(m.category, []).append(m)
    for category, measures in found.items():
        if measures:
            yield words.category(category), tuple(measures)


def measure_list(o: Observation, desk: Desk, after: Draft, chosen: str) -> tuple[Widget, ...]:
    """Return the groups with their measures; pressing one brings its clause into focus.

    after: the text whose levels are shown; what differs from the desk's comparison is marked.
    """
    out: list[Widget] = []
    tracks = (Track(flex=1), Track(), Track())
    for title, measures in groups(o):
        out.append(Text(title, size="small", tone="accent", bold=True))
        for m in measures:
            line = _line(o, desk, after, m, selected=m.id == chosen)
            out.append(Table(tracks, (line,), lead=3, gap=6))
        out.append(Spacer(3, flex=0))
    return tuple(out)


def focus_on(measure: str) -> Steps:
    """Return the message that brings a measure into focus and drops what was considered."""
    return Steps((Pick("measure", measure), Pick("ask", 0), Pick("level", -1), Pick("tab", "text")))


def _line(o: Observation, desk: Desk, after: Draft, m: Measure, *, selected: bool) -> Entry:
    level, was = level_of(o.scenario, after, m.id), level_of(o.scenario, desk.before, m.id)
    asking = tuple(dict.fromkeys(a.seat for a in open_asks(o, m.id)))
    argued = season.argued(o.scenario, o.record, m.id)
    says = _("{name}: {label}, level {level} of {top}").format(
        name=m.name, label=level_name(o.scenario, m.id, level), level=level, top=m.top
    )
    return Entry(
        (
            Text(m.name, bold=selected),
            _signs(o, asking, level - was if desk.number else 0, mark(o, after, m.id), argued),
            Meter(level, m.top, _tone(m, level, o), text=says),
        ),
        focus_on(m.id),
        selected=selected,
        name=f"measure {m.id}",
        hint=says,
    )


def _tone(m: Measure, level: int, o: Observation) -> Tone:
    return "muted" if level <= o.scenario.base(m.id) else "accent"


def _signs(
    o: Observation,
    asking: tuple[Seat, ...],
    change: int,
    standing: Widget | None,
    argued: tuple[str, ...],
) -> Widget:
    names = ", ".join(o.scenario.delegation(s).short for s in asking)
    flags = tuple(Flag(seat, height=12) for seat in asking[:2])
    arrow = None
    if change:
        sign = SIGNS["up"] if change > 0 else SIGNS["down"]
        arrow = Text(sign, size="small", tone="accent")
    hint = _("asked about by {names}").format(names=names) if names else ""
    hint = "\n\n".join((*((hint,) if hint else ()), *map(capital, argued)))
    found = Text("◆", size="small", tone="abstain") if argued else None
    return Row((*flags, found, arrow, standing), gap=4, hint=hint)
