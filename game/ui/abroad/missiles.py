"""The panel of missiles: how far each class flies, whom it threatens, what a test of it changes."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.abroad.plain import Class
from game.ui.charts import flights
from game.ui.widgets import (
    Badge,
    Canvas,
    Card,
    Column,
    Flag,
    Grid,
    Panel,
    Row,
    Run,
    Text,
    Tone,
    Widget,
)
from game.words import _
from game.words.language import later

KINDS = {
    "short": later("short range"),
    "medium": later("medium"),
    "intermediate": later("intermediate"),
    "intercontinental": later("intercontinental"),
}
"""Classes that come down somewhere, from the shortest to the longest."""


def missiles(classes: Sequence[Class], *, title: str, home: str, columns: int = 3) -> Widget:
    """Return the arcs of all classes from home, and a card for each."""
    flying = [it for it in classes if it.reach and it.kind in KINDS]
    spoken = "; ".join(
        _("{title}: {km} km").format(title=it.title, km=f"{it.reach:,}") for it in flying
    )
    arcs = Canvas(
        flights.flights(_drawn(flying)),
        _("How far they fly from {home}. {list}").format(home=home, list=spoken),
        height=190,
        name="flights",
    )
    note = _("Distances by their root; heights are not to scale.")
    cards = tuple(_card(it) for it in classes)
    return Panel(
        title,
        (arcs, Text(note, size="small", tone="muted"), Grid(cards, columns=columns, gap=12)),
        name="missiles",
        gap=8,
    )


def _drawn(flying: Sequence[Class]) -> list[tuple[str, str, int, bool, Tone]]:
    """Return the arcs, each with those whom no shorter one reaches."""
    reached: set[str] = set()
    out = []
    for it in flying:
        first = [name for _flag, name in it.threatened if name not in reached]
        reached |= set(first)
        whom = ", ".join(first)
        out.append((_(KINDS[it.kind]), whom, it.reach, not it.out_of_reach, tone_of(it)))
    return out


def tone_of(it: Class) -> Tone:
    """Return the colour of a class: the heavier a test weighs, the redder."""
    return "no" if it.stock >= 50 else "abstain"


def _card(it: Class) -> Widget:
    reach = _("{km} km").format(km=f"{it.reach:,}") if it.reach else _("a device")
    head = Row(
        (
            Text(it.title, bold=True, flex=1),
            Badge(_("not yet"), "muted") if it.out_of_reach else None,
        ),
        gap=8,
    )
    weight = Text(
        (
            Run(reach, bold=True),
            Run("  "),
            Run(_("{n} points of provocation").format(n=f"{it.stock / 10:g}"), tone="muted"),
        ),
        size="small",
    )
    return Card(
        (
            head,
            weight,
            *meaning(it),
            Text(it.out_of_reach, size="small", tone="muted") if it.out_of_reach else None,
        ),
        accent="muted" if it.out_of_reach else tone_of(it),
        pad=12,
        gap=6,
        name=f"missile {it.kind}",
    )


def meaning(it: Class) -> tuple[Widget, ...]:
    """Return whom a class threatens, what a test of it shows and changes, who asks to meet."""
    parts = (
        _states(_("in reach") if it.reach else _("nearest"), it.threatened),
        _said(_("A test shows"), it.proves),
        _said(_("and changes"), it.changes),
        _states(_("asks for a meeting"), it.asks),
    )
    return tuple(part for part in parts if part)


def _said(label: str, text: str) -> Widget | None:
    if not text:
        return None
    return Column(
        (Text(label, size="label", tone="muted"), Text(text, font="serif", size="small")), gap=1
    )


def _states(label: str, states: Sequence[tuple[str, str]]) -> Widget | None:
    if not states:
        return None
    flags = tuple(
        Row((Flag(flag, height=12), Text(name, size="small")), gap=5) for flag, name in states
    )
    return Row((Text(label, size="small", tone="muted"), *flags), gap=10, wrap=True, align="center")
