"""What a room means: who hears what is said there, how readily word gets out, what it costs."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine import opinion
from game.engine.rooms import CLOSED, CORRIDOR, HEARD, OPEN, ROOMS, STAKEOUT
from game.engine.scenario import Scenario
from game.engine.terms import Circle
from game.words.language import _, later

_HEARS: Mapping[str, str] = {
    OPEN: later("in public, with a record; guests can speak, and it is heard outside"),
    CLOSED: later("the fifteen alone hear it, without a record"),
    Circle.P5.value: later("those who are shown it"),
    Circle.P2.value: later("those who are shown it"),
    CORRIDOR: later("the two of you alone hear it"),
    STAKEOUT: later("before the cameras"),
}
"""Room -> who hears what is said there."""
_TOLD: Mapping[str, str] = {
    CLOSED: later("in the papers {n} times in 100, and then as if it had been public"),
    Circle.P5.value: later("{n} times in 100 others hear what it is about"),
    Circle.P2.value: later("{n} times in 100 others hear what it is about"),
    CORRIDOR: later("{n} times in 100 others hear who and about what, never on which terms"),
}
"""Room with doors -> what becomes known if word gets out."""
NAMES: Mapping[str, str] = {
    OPEN: later("an open meeting"),
    CLOSED: later("closed consultations"),
    Circle.P5.value: later("informal informals on a text for the permanent members"),
    Circle.P2.value: later("informal informals on a text for the inner circle"),
    CORRIDOR: later("a deal in the corridor"),
    STAKEOUT: later("the stakeout"),
}
"""Room -> its name, or that of what is kept in it."""
_SHOWN = later("the first text is free, a later one takes an act; who sees it last resents it")
_COSTS: Mapping[str, str] = {
    OPEN: later("takes no act; trust {trust}, threat {threat} outside"),
    CLOSED: later("takes no act, and costs nothing outside unless it gets into the papers"),
    Circle.P5.value: _SHOWN,
    Circle.P2.value: _SHOWN,
    CORRIDOR: later("an offer takes an act, an answer none; a word broken is not believed again"),
    STAKEOUT: later("takes an act; the phrase binds by {face} points a step in your own sum"),
}
"""Room -> what it takes in acts, and in face."""


def odds(scenario: Scenario, room: str) -> str:
    """Return how readily word gets out of a room; nothing where it is public anyway."""
    told = _TOLD.get(room) if scenario.plays(ROOMS[room].part) else ""
    return _(told).format(n=ROOMS[room].gets_out) if told else ""


def costs(room: str) -> str:
    """Return what it takes, in acts and in face, to choose a room."""
    effect = {key: f"{points:+}".replace("-", "−") for key, points in HEARD.items()}
    return _(_COSTS[room]).format(face=opinion.FACE, **effect)


def hears(scenario: Scenario, room: str) -> str:
    """Return who hears what is said in a room, how readily others do, and what it costs."""
    return "; ".join(part for part in (_(_HEARS[room]), odds(scenario, room), costs(room)) if part)
