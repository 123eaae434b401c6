"""The months after the vote while they pass: what has come, and what can be done about it."""

from __future__ import annotations

from game import words
from game.engine.actions import Action, Report, Rest, StandBy
from game.engine.events import BeatOpened
from game.engine.followup import COMMITTEE
from game.engine.observation import Observation
from game.engine.terms import Phase
from game.ui.messages import Picks
from game.ui.widgets import Button, Column, Panel, Row, Text, Widget
from game.words import _

SHOWN = 14
"""Lines of what has come that are shown; the rest is in the log."""


def halves(o: Observation, picks: Picks) -> Widget:
    """Return what the months brought so far beside what this seat can do now."""
    return Row(
        (
            Column((_come(o),), flex=5, min_width=360),
            Column((_open(o, picks),), flex=6, min_width=420),
        ),
        gap=14,
        align="stretch",
    )


def _come(o: Observation) -> Widget:
    """Return the last lines of what has come since the vote."""
    at = next(
        (n for n, e in enumerate(o.log) if isinstance(e, BeatOpened) and e.beat is Phase.ECHO), 0
    )
    told = [e for e in o.log[at + 1 :] if not isinstance(e, StandBy | Rest)]
    lines = tuple(
        Text(words.say(e, o.scenario, record=o.record, draft=o.draft), size="small")
        for e in told[-SHOWN:]
    )
    empty = (Text(_("Nothing has reached the border yet."), tone="muted"),)
    return Panel(_("What has come since the vote"), lines or empty, name="come", gap=6)


def _open(o: Observation, picks: Picks) -> Widget:
    """Return every act that is open to this seat; Enter does the one that commits to nothing."""
    title = _("Before the Committee") if o.stage == COMMITTEE else _("Outside the room")
    if o.actor != o.seat or not o.legal:
        waits = Text(_("Others act; the months go by."), tone="muted")
        return Panel(title, (waits,), name="open acts")
    first = next((a for a in o.legal if isinstance(a, StandBy) or a == _full(o)), o.legal[0])
    rest = tuple(a for a in o.legal if a != first)
    buttons = (
        Button(_label(o, first), first, key=picks.key("on"), look="primary", name="act first"),
        *(Button(_label(o, a), a, name=f"act {n}") for n, a in enumerate(rest)),
    )
    return Panel(title, buttons, name="open acts", gap=6)


def _full(o: Observation) -> Action:
    return Report(o.seat, "full")


def _label(o: Observation, action: Action) -> str:
    return words.say(action, o.scenario, record=o.record, draft=o.draft)
