"""The floor in the meeting of the vote: what one is asked, and what one could move."""

from __future__ import annotations

from game.engine.actions import Amend, CastVote, Divide, Explain, PointOfOrder, StandBy, Table
from game.engine.observation import Observation
from game.engine.record import CALL
from game.ui.messages import Picks
from game.ui.widgets import Button, Column, Row, Text, Widget
from game.words import _, say
from game.words.procedure import question

MENUS = (Amend, CastVote, Divide, Explain, PointOfOrder, StandBy, Table)
"""Kinds of act with more choices than a row of buttons holds, or with a place of their own."""


def is_asked(o: Observation) -> bool:
    """Tell whether this seat has the floor, or has to answer something before it."""
    if o.actor != o.seat or o.calling:
        return False
    blocked = bool(o.record.statement and o.record.blocked_by)
    return o.matter is not None or blocked or o.stage in ("asking", "floor", "opening")


def choices(o: Observation, picks: Picks) -> Widget:
    """Return what can be done: to let things stand first, then each motion, then the rest."""
    stand = Button(
        _("To the vote") if o.stage == "floor" and not o.matter else _("Let it stand"),
        StandBy(o.seat),
        key=picks.key("main"),
        look="primary",
        disabled="" if StandBy.__name__ not in o.blocked else _("an answer is due"),
        name="stand by",
    )
    acts = [a for a in o.legal if not isinstance(a, MENUS)] + _refused(o)
    rows = [
        Button(say(a, o.scenario, record=o.record), a, look="card", name=f"floor {n}")
        for n, a in enumerate(acts)
    ]
    return Column(
        (
            Text(asked(o), size="title", font="serif"),
            Row((stand,)),
            *rows,
        ),
        gap=8,
        name="floor",
    )


def asked(o: Observation) -> str:
    """Return what is before this seat, in one sentence."""
    matter = o.matter
    if o.stage == "asking":
        return _("Do you ask for a meeting of the Council?")
    if o.stage == "opening":
        return _("The agenda and the guests are approved, if nobody objects.")
    if o.record.blocked_by:
        return _("The statement was blocked. Do you come back with softer words?")
    if matter is None:
        return _("You have the floor before the vote. Is there anything to raise?")
    if matter.kind == CALL:
        return _("Where and when does the Council meet?")
    if matter.kind == "point":
        return _("A point of order was raised. How do you rule?")
    if matter.kind == "second":
        return _("The draft you seconded was withdrawn. Do you bring it to the vote?")
    if matter.kind == "draft":
        return _("The draft is not as it was. Do you still put it to the vote?")
    words = _("Do you object to {what}?")
    return words.format(what=question(o.scenario, matter))


def _refused(o: Observation) -> list[Amend]:
    """Return what this seat asked for in vain, as amendments it could move."""
    asked = {(a.measure, a.level) for a in o.record.asks if a.seat == o.seat}
    return [a for a in o.legal if isinstance(a, Amend) and (a.measure, a.level) in asked]
