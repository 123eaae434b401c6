"""The debrief's page of the months after the vote: the border, who was won, the Committee."""

from __future__ import annotations

from game.engine.observation import Observation
from game.ui.abroad import after, committee, followup, tracks
from game.ui.ending.answer import done_panel, year
from game.ui.ending.border import carried_out
from game.ui.widgets import Column, Panel, Row, Text, Widget
from game.words import _


def lasted(o: Observation) -> bool:
    """Tell whether months with choices followed the vote."""
    return o.scenario.plays("season") and o.record.followup.month > 0


def months(o: Observation) -> Widget:
    """Return what the months brought: pressure and acts, who was won and what was suspended."""
    found, offer = year(o), followup.standstill(o)
    chart = scale = None
    if found is not None:
        title = _("Pressure, on paper and at the border")
        says = carried_out(o, found)
        chart = after.course(o, after.pressed(o, found), title=title, says=says, room=600)
    if offer is not None and offer.status != "none":
        scale = tracks.standstill(offer, title=_("Suspension for suspension"))
    before = committee.committee(followup.committee(o), title=_("The Committee of the fifteen"))
    return Column(
        (
            Row(
                (
                    Column((chart, _won(o)), gap=14, flex=6, min_width=340),
                    Column((done_panel(o), scale), gap=14, flex=5, min_width=340),
                ),
                gap=14,
                align="start",
            ),
            before,
        ),
        gap=14,
    )


def _won(o: Observation) -> Widget:
    """Return who was won outside the room, track by track."""
    rows = tuple(
        Column(
            (
                Text(course.title, size="label", tone="muted"),
                *(tracks.won(it) for it in course.states if it.is_won),
            ),
            gap=5,
        )
        for course in followup.courses(o)
        if any(it.is_won for it in course.states)
    )
    nobody = (Text(_("Nobody was won for more than the text asks."), tone="muted"),)
    return Panel(_("Won outside the room"), rows or nobody, name="won", gap=10)
