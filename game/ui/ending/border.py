"""The year at the border: pressure on paper and in fact, one trade, and who enforces."""

from __future__ import annotations

from game.engine.events import Enforced
from game.engine.observation import Observation
from game.engine.scenario import Enforcer
from game.engine.terms import Ballot
from game.ui import charts
from game.ui.widgets import (
    SIGNS,
    Bar,
    Canvas,
    Column,
    Flag,
    Panel,
    Row,
    Run,
    Segment,
    Spacer,
    Text,
    Tone,
    Widget,
)
from game.words import _


def pressure_chart(o: Observation, found: Enforced) -> Widget:
    """Return pressure month by month: what the paper says and what the customs posts do."""
    paper, done = found.paper[-1], found.enforced[-1]
    share = 100 * done // max(1, paper)
    says = _("A year later {share} % of what stands on paper is carried out.")
    if o.tally is None or not o.tally.adopted:
        says = _("Nothing was added. A year later {share} % of what was in force is carried out.")
    says = says.format(share=share)
    spoken = _(
        "Pressure on paper {paper}, as enforced {first} in the first month and {last} after a year"
    )
    return Panel(
        _("Pressure, on paper and at the border"),
        (
            Text(says, font="serif", size="lead"),
            Canvas(
                charts.enforcement(found.paper, found.enforced),
                spoken.format(paper=paper, first=found.enforced[0], last=done),
                height=210,
                name="pressure chart",
                flex=1,
            ),
            Text(_scale(found), size="small", tone="muted"),
        ),
        name="pressure",
        flex=1,
    )


def _scale(found: Enforced) -> str:
    """Return in words what the heights of the chart are."""
    says = _("Points of 100, month by month; the heights begin at {low}.")
    if charts.is_broken(found.paper, found.enforced):
        says = _(
            "Points of 100, month by month. What is enforced is drawn larger, from {low} up; "
            "the scale is broken below the line of what stands on paper."
        )
    return says.format(low=max(0, min(found.enforced) - 1))


def trade_chart(o: Observation, found: Enforced) -> Widget | None:
    """Return the course of the followed trade; it can rise where an exemption lets it."""
    flow = o.scenario.flow
    if flow is None or not found.trade:
        return None
    first, last = found.trade[0], found.trade[-1]
    if last > 100:
        says = _("It is above what it was: the exemption has become the rule.")
    elif last > first:
        says = _("It falls at once, and then rises month by month.")
    elif last < first:
        says = _("It falls, and goes on falling.")
    else:
        says = _("It stays where the text put it.")
    spoken = _("{title}: {first} in the first month, {last} after a year, 100 the year before")
    return Panel(
        flow.title,
        (
            Text(says, font="serif", size="lead"),
            Canvas(
                charts.trade(found.trade),
                spoken.format(title=flow.title, first=first, last=last),
                height=210,
                name="trade chart",
                flex=1,
            ),
        ),
        name="trade",
        flex=1,
    )


def enforcers(o: Observation, found: Enforced) -> Widget:
    """Return who carries it out, and how readily after this vote."""
    order = sorted(o.scenario.enforcers, key=lambda e: -e.share)
    lines = tuple(_enforcer(o, found, e) for e in order)
    return Panel(_("Who carries it out"), lines, name="enforcers", gap=9)


def _enforcer(o: Observation, found: Enforced, e: Enforcer) -> Widget:
    will, was = found.will.get(e.id, e.will), e.will
    tone: Tone = "yes" if will >= 650 else "abstain" if will >= 400 else "no"
    arrow = SIGNS["up"] if will > was else SIGNS["down"] if will < was else ""
    share = f"{e.share / 10:.0f}"
    ballot = o.tally.ballots.get(e.seat) if o.tally else None
    voted = {
        Ballot.YES: _("voted in favour"),
        Ballot.NO: _("voted against"),
        Ballot.ABSTAIN: _("abstained"),
    }
    note = _("{share} % of the trade passes here").format(share=share)
    if ballot in voted and ballot is not None:
        note += f" · {voted[ballot]}"
    if o.explained.get(e.seat) == "narrow":
        note += " · " + _("reads it narrowly")
    return Column(
        (
            Row(
                (
                    Flag(e.seat, height=13) if e.seat else Spacer(17, flex=0),
                    Text(e.name, bold=True, size="small", flex=1),
                    Text(
                        (
                            Run(_("will "), tone="muted"),
                            Run(f"{was // 10} → ", tone="muted"),
                            Run(f"{will // 10} % {arrow}", bold=True, tone=tone),
                        ),
                        size="small",
                        nowrap=True,
                    ),
                ),
                gap=8,
            ),
            Bar((Segment(tone, will),), 1000, text=f"{will // 10} %", thickness=6),
            Text(note, size="small", tone="muted"),
        ),
        gap=3,
    )
