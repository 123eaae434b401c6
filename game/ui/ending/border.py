"""The months at the border: how much is carried out, and the course of one trade."""

from __future__ import annotations

from game.engine.events import Enforced
from game.engine.observation import Observation
from game.ui import charts
from game.ui.widgets import (
    Canvas,
    Panel,
    Text,
    Widget,
)
from game.words import _
from game.words.weighing import reason


def carried_out(o: Observation, found: Enforced) -> str:
    """Return in a sentence how much of what stands on paper is carried out in the end."""
    adopted = o.tally is not None and o.tally.adopted
    if not found.paper[-1]:
        return (
            _("The text closes no trade.")
            if adopted
            else _("Nothing was added, nothing is closed.")
        )
    if found.paper[-1] < COUNTED:
        return (
            _("The text closes next to no trade.")
            if adopted
            else _("Nothing was added, and next to nothing was in force.")
        )
    share = 100 * found.enforced[-1] // found.paper[-1]
    says = _("In the end {share} % of what stands on paper is carried out.")
    if not adopted:
        says = _("Nothing was added. In the end {share} % of what was in force is carried out.")
    said, why = says.format(share=share), reason(found.leaks)
    if not why or share >= MOSTLY:
        return said
    return _("{said}: {why}.").format(said=said.removesuffix("."), why=why)


COUNTED = 10
"""Thousandths of pressure on paper under which a share of it is a rounding and is not told."""
MOSTLY = 90
"""Per cent from which what is carried out needs no reason why it is not more."""


def trade_chart(o: Observation, found: Enforced) -> Widget | None:
    """Return the course of the main trade; nothing where nothing is closed and nothing moves.

    It can rise where an exemption lets it.
    """
    flow = o.scenario.target.main_flow
    if flow is None or flow.id not in found.flows:
        return None
    course = tuple(now // 10 for now in found.flows[flow.id])
    if not any(found.paper) and max(course) - min(course) <= 1:
        return None
    first, last = course[0], course[-1]
    if last > 100:
        says = _("It is above what it was: the exemption has become the rule.")
    elif last > first:
        says = _("It falls at once, and then rises month by month.")
    elif last < first:
        says = _("It falls, and goes on falling.")
    else:
        says = _("It stays where the text put it.")
    spoken = _("{title}: {first} in the first month, {last} in the end, 100 the year before")
    return Panel(
        flow.title,
        (
            Text(says, font="serif", size="lead"),
            Canvas(
                charts.trade(course),
                spoken.format(title=flow.title, first=first, last=last),
                height=210,
                name="trade chart",
                flex=1,
            ),
            Text(_("Per cent of the year before, month by month."), size="small", tone="muted"),
        ),
        name="trade",
        flex=1,
    )
