"""The last rung of the ladder: one line, what led to it, and no picture of it."""

from __future__ import annotations

from game.engine.events import NobodyWon
from game.engine.observation import Observation
from game.engine.terms import Ballot
from game.ui.messages import Pick, Picks
from game.ui.widgets import Button, Column, Row, Run, Spacer, Text, Widget
from game.words import _


def loss(o: Observation) -> NobodyWon | None:
    """Return that the last rung was reached, if it was."""
    return next((e for e in reversed(o.log) if isinstance(e, NobodyWon)), None)


def nobody(o: Observation, picks: Picks, found: NobodyWon) -> Widget:
    """Return the page that stands before the echo: nobody wins from here."""
    rungs = {r.id: r for r in o.scenario.target.responses}
    steps = [(month, rungs[id].title) for month, id in o.record.followup.acts if id in rungs]
    lines = tuple(
        Text(
            (Run(_("month {n}").format(n=month) + "  ", tone="muted"), Run(title)),
            font="serif",
            align="center",
        )
        for month, title in steps
    )
    loses = _("Every delegation loses {points} of what it had.").format(points=found.points)
    on = Button(
        _("Look back"), Pick("looked", True), key=picks.key("on"), look="plain", name="look back"
    )
    page = Column(
        (
            Text(_("Nobody wins from here."), size="display", font="serif", align="center"),
            Text(_vote(o), font="serif", tone="muted", align="center"),
            *lines,
            Text(loses, font="serif", tone="muted", align="center"),
            Row((on,), justify="center"),
        ),
        gap=14,
        width=min(760, picks.house.room - 36),
    )
    return Column((Spacer(), Row((page,), justify="center"), Spacer()), pad=16)


def _vote(o: Observation) -> str:
    if o.tally is None:
        return _("No text was put to the vote.")
    yes = o.tally.count(Ballot.YES)
    if o.tally.adopted:
        return _("The text had {yes} votes in favour.").format(yes=yes)
    return _("The text had {yes} votes in favour, and failed.").format(yes=yes)
