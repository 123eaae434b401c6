"""What a first sitting says of a beat, until it was read, or until the beat is done with."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.actions import Action, SetClause
from game.engine.events import BeatOpened
from game.engine.observation import Observation
from game.engine.terms import Phase
from game.ui.messages import Pick, Picks
from game.ui.widgets import Button, Card, Row, Spacer, Text, Widget
from game.words import _

PLAYED: Mapping[Phase, tuple[str, ...]] = {
    Phase.ALARM: ("soundings",),
    Phase.SOUNDINGS: ("soundings",),
    Phase.TEXT: ("chamber", "desk"),
    Phase.SQUEEZE: ("chamber", "desk", "corridor"),
    Phase.BLUE: ("blue",),
    Phase.VOTE: ("vote",),
}
"""Screens on which a beat before the echo is played."""
AFTER = (Phase.ECHO, Phase.OVER)


def lesson(o: Observation, picks: Picks) -> Widget | None:
    """Return what a first sitting says of this beat, and a closing word when all is over."""
    beat = _beat(o, picks.screen)
    words = o.scenario.lesson.get(beat, "")
    if not words or picks.get(f"read {beat}", False) or _is_done(o):
        return None
    read = Button(_("Understood"), Pick(f"read {beat}", True), look="ghost", name="lesson read")
    # The first gap keeps the words off the bar at the edge.
    row = Row((Spacer(0, flex=0), Text(words, font="serif", flex=1), read), gap=14)
    return Card((row,), accent="accent", edge="left", surface="raised", pad=12, name="lesson")


def _beat(o: Observation, screen: str) -> str:
    """Return what is spoken of on a screen; empty where nothing is.

    Only where the beat is played and while this seat is awaited: elsewhere it would say to do what
    cannot be done there.
    """
    if o.phase in AFTER:
        return {"echo": Phase.ECHO.value, "debrief": Phase.OVER.value}.get(screen, "")
    if o.seat and (o.actor not in (o.seat, None) or screen not in PLAYED.get(o.phase, ())):
        return ""
    return f"round_{o.round}" if o.phase is Phase.SQUEEZE else o.phase.value


def _is_done(o: Observation) -> bool:
    """Tell whether this seat has done in this beat what is spoken of; a draft is not shown yet."""
    if o.phase in AFTER:
        return False
    for event in reversed(o.log):
        if isinstance(event, BeatOpened):
            return False
        if isinstance(event, Action) and event.seat == o.seat and not isinstance(event, SetClause):
            return True
    return False
