"""Where each beat is played, and which screens are open to whom."""

from game.engine.observation import Observation
from game.engine.terms import TARGET, Phase
from game.ui import screens

HOMES = {
    Phase.DEAL: "soundings",
    Phase.ALARM: "soundings",
    Phase.SOUNDINGS: "soundings",
    Phase.BLUE: "blue",
    Phase.VOTE: "vote",
    Phase.ECHO: "echo",
    Phase.OVER: "echo",
}
"""Where a beat is played; the others are played in the chamber."""
ALIASES = {"world": "echo"}
OUTSIDE = ("capital", "world", "log", "echo", "debrief", "help", "settings")
"""Screens that are open to the target, which has no seat in the room."""


def home(observation: Observation) -> str:
    """Return the screen on which this beat is played."""
    if observation.seat == TARGET and observation.phase is not Phase.OVER:
        return "capital"
    name = HOMES.get(observation.phase, "chamber")
    if observation.calling or is_ruled(observation):
        name = "vote"
    elif screens.find("silence").available(observation):
        name = "silence"
    return name if name in screens.names() else "chamber"


def is_open(screen: str, observation: Observation | None) -> bool:
    """Tell whether a screen is open to a seat: some belong to those in the room."""
    return observation is None or observation.seat != TARGET or screen in OUTSIDE


def is_ruled(observation: Observation) -> bool:
    """Tell whether a ruling of the President is before the one who looks."""
    matter = observation.matter
    mine = observation.actor == observation.seat
    return mine and matter is not None and matter.kind == "ruling"


def named(screen: str) -> str:
    """Return the name of the module behind a screen's name."""
    return screen if screen in screens.names() else ALIASES.get(screen, screen)
