"""What the target's plan wanted against what came, for who played it."""

from __future__ import annotations

from game.engine import ambition
from game.engine.observation import Observation
from game.ui.ending.answer import done_panel
from game.ui.ending.reveal import next_panel
from game.ui.target.panels import want
from game.ui.target.reading import wanted
from game.ui.widgets import Column, Panel, Row, Text, Widget
from game.words import _


def got(o: Observation, turn: Widget) -> Widget:
    """Return the page of the debrief that says what came of the plan.

    Args:
        turn: where the vote was decided.
    """
    return Row(
        (
            Column((judged(o), next_panel(o)), gap=14, flex=6, min_width=340),
            Column((done_panel(o), turn), gap=14, flex=6, min_width=340),
        ),
        gap=14,
        align="start",
    )


def judged(o: Observation) -> Widget:
    """Return everything that the plan wanted, with its points and what came."""
    plan = next((d for d in o.scenario.target.doctrines if d.id == o.doctrine), None)
    said = _("{score} of 100 points of what was wanted came about.").format(score=ambition.score(o))
    campaign = so_far(o)
    return Panel(
        _("What your plan wanted"),
        (
            Text(plan.title, size="title", font="serif", tone="accent") if plan else None,
            Text(plan.text, font="serif") if plan else None,
            Text(said, font="serif", size="lead"),
            Text(campaign, tone="muted") if campaign else None,
            *(want(it) for it in wanted(o)),
        ),
        name="judged",
        gap=7,
    )


def so_far(o: Observation) -> str:
    """Return what the target has won over a campaign so far; empty after its first sitting."""
    found = ambition.course(o)
    if len(found) < 2:
        return ""
    return _("Over {n} sittings {score} of 100: {each}.").format(
        n=len(found), score=ambition.standing(found), each=", ".join(map(str, found))
    )
