"""The echo: what became of the text at the border, what the target did, and who speaks of it."""

from __future__ import annotations

from game.engine.events import Enforced
from game.engine.observation import Observation
from game.engine.terms import Phase
from game.ui.abroad import after, border, weighing
from game.ui.abroad.chain import campaign, follows
from game.ui.ending import season
from game.ui.ending.answer import changes, done_panel, expected, year
from game.ui.ending.border import carried_out, trade_chart
from game.ui.ending.nobody import loss, nobody
from game.ui.ending.voices import trade_named, voices
from game.ui.messages import GoOn, Picks, Show
from game.ui.parts.frame import frame
from game.ui.widgets import Button, Column, Row, Widget
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
        return season.view(o, picks)
    lost = loss(o)
    if lost is not None and not picks.get("looked", False):
        return nobody(o, picks, lost)
    charts = (it for it in (_pressure(o, found), trade_chart(o, found)) if it is not None)
    parts = (
        trade_named(o),
        Row(
            (
                *(Column((chart,), flex=4, min_width=320) for chart in charts),
                Column((done_panel(o),), flex=4, min_width=300),
            ),
            gap=14,
            align="stretch",
        ),
        voices(o),
        Row(
            (
                Column((_gates(o, found),), flex=4, min_width=300),
                Column((expected(o),), flex=4, min_width=300),
                Column((_ladder(o), changes(o)), gap=14, flex=4, min_width=300),
            ),
            gap=14,
            align="stretch",
        ),
        campaign(o, picks),
    )
    debrief = onward = None
    if o.phase is Phase.OVER:
        goes_on = follows(o)
        debrief = Button(
            _("How it came about"),
            Show("debrief"),
            key="" if goes_on else picks.key("on"),
            look="plain" if goes_on else "primary",
            name="to debrief",
        )
        if goes_on:
            label = _("The next sitting")
            onward = Button(label, GoOn(), key=picks.key("on"), look="primary", name="go on")
    again = Button(_("The vote again"), Show("vote"), look="plain", name="to vote")
    acts = (onward, debrief, again if o.tally else None)
    return frame(o, picks, Column(parts, gap=14), acts=acts, scroll=True)


def _pressure(o: Observation, found: Enforced) -> Widget | None:
    title = _("Pressure, on paper and at the border")
    return after.course(o, after.pressed(o, found), title=title, says=carried_out(o, found))


def _gates(o: Observation, found: Enforced) -> Widget:
    return border.gates(after.gates(o, found.will), title=_("Who carries it out"))


def _ladder(o: Observation) -> Widget:
    return weighing.ladder(after.rungs(o), title=_("The ladder"))
