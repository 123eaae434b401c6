"""The world: what has happened outside the room, what the target weighs, who would enforce."""

from __future__ import annotations

from game.engine.observation import Observation
from game.engine.terms import Phase
from game.ui.ending.outside import gates, signs
from game.ui.messages import Picks
from game.ui.parts.frame import back_to_play, frame
from game.ui.parts.outlook import ladder_now, likely
from game.ui.screens import echo
from game.ui.widgets import Column, Row, Widget
from game.words.language import later

TITLE = later("World")


def available(observation: Observation | None) -> bool:
    """Tell whether something has happened outside."""
    return observation is not None and observation.phase is not Phase.DEAL


def view(observation: Observation, picks: Picks) -> Widget:
    """Show the world as far as this seat knows it; after the vote, its echo."""
    o = observation
    if echo.available(o):
        return echo.view(o, picks)
    body = Row(
        (
            Column((signs(o),), flex=5, min_width=320),
            Column((likely(o),), flex=5, min_width=320),
            Column((ladder_now(o), gates(o)), gap=14, flex=5, min_width=300),
        ),
        gap=16,
        align="stretch" if not picks.house.is_narrow else "start",
        flex=1,
    )
    return frame(o, picks, body, end=(back_to_play(o),))
