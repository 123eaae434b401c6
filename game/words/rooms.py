"""What it means to say something in a room: who hears it, and how readily word of it gets out."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.rooms import CLOSED, CORRIDOR, OPEN, ROOMS, STAKEOUT
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
    Circle.P5.value: later("a text for the permanent members"),
    Circle.P2.value: later("a text for the inner circle"),
    CORRIDOR: later("a deal in the corridor"),
    STAKEOUT: later("the stakeout"),
}
"""Room -> its name, or that of what is kept in it."""


def odds(scenario: Scenario, room: str) -> str:
    """Return how readily word gets out of a room; nothing where it is public anyway."""
    told = _TOLD.get(room) if scenario.plays(ROOMS[room].part) else ""
    return _(told).format(n=ROOMS[room].gets_out) if told else ""


def hears(scenario: Scenario, room: str) -> str:
    """Return who hears what is said in a room, and how readily others do."""
    found = odds(scenario, room)
    return f"{_(_HEARS[room])}; {found}" if found else _(_HEARS[room])
