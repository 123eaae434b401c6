"""The echo: what became of the text at the border, what the target did, and who speaks of it."""

from __future__ import annotations

from game.engine.chain import is_last
from game.engine.observation import Observation
from game.engine.terms import Phase
from game.ui.abroad.chain import campaign
from game.ui.ending.answer import changes, ladder, weighed, year
from game.ui.ending.border import enforcers, pressure_chart, trade_chart
from game.ui.ending.voices import trade_named, voices
from game.ui.messages import GoOn, Picks, Show
from game.ui.parts.frame import frame
from game.ui.widgets import Button, Column, Row, Text, Widget
from game.words import _
from game.words.language import later

TITLE = later("Echo")


def available(observation: Observation | None) -> bool:
    """Tell whether the year after the vote has begun."""
    return observation is not None and observation.phase in (Phase.ECHO, Phase.OVER)


def view(observation: Observation, picks: Picks) -> Widget:
    """Show the trade that was made, the year at the border, the answer and the voices."""
    o = observation
    found = year(o)
    if found is None:
        body: Widget = Text(_("Nothing has reached the border yet."), tone="muted")
        return frame(o, picks, Column((body,), flex=1))
    parts = (
        trade_named(o),
        Row(
            (
                Column((pressure_chart(o, found),), flex=4, min_width=320),
                Column((trade_chart(o, found),), flex=4, min_width=320),
                Column((weighed(o),), flex=4, min_width=300),
            ),
            gap=14,
            align="stretch",
        ),
        voices(o),
        Row(
            (
                Column((enforcers(o, found),), flex=4, min_width=300),
                Column((ladder(o),), flex=4, min_width=300),
                Column((changes(o),), flex=4, min_width=260),
            ),
            gap=14,
            align="stretch",
        ),
        campaign(o, picks),
    )
    debrief = onward = None
    if o.phase is Phase.OVER:
        follows = not is_last(o.scenario)
        debrief = Button(
            _("How it came about"),
            Show("debrief"),
            key="" if follows else picks.key("on"),
            look="plain" if follows else "primary",
            name="to debrief",
        )
        if follows:
            label = _("The next sitting")
            onward = Button(label, GoOn(), key=picks.key("on"), look="primary", name="go on")
    again = Button(_("The vote again"), Show("vote"), look="plain", name="to vote")
    acts = (onward, debrief, again if o.tally else None)
    return frame(o, picks, Column(parts, gap=14), acts=acts, scroll=True)
