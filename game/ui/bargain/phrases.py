"""What a delegation says of the text or warns of, in five phrases, and where it says it."""

from __future__ import annotations

from game import words
from game.engine import opinion
from game.engine.actions import Say, Warn
from game.engine.actions.speech import ROOMS, WARNINGS
from game.engine.observation import Observation
from game.engine.opinion import level_of
from game.engine.opinion.promises import FACE
from game.engine.record import Draft
from game.engine.terms import Phrase
from game.ui.drafting.moves import with_clause
from game.ui.drafting.texts import desk_of
from game.ui.messages import Close, Pick, Picks, Steps
from game.ui.parts.footer import why_not
from game.ui.parts.reasons import reasons
from game.ui.parts.seats import phrase_sign
from game.ui.parts.signs import PHRASES, signed
from game.ui.widgets import Button, Column, Modal, Row, Text, Widget
from game.words import _
from game.words.language import later

ROOM, STAKEOUT = ROOMS
PLACES = ((ROOM, later("Among the members")), (STAKEOUT, later("At the stakeout")))
"""Where a phrase is said -> what its tab says."""
MEANT = {
    Phrase.CONCERNS: later("no support for such a text"),
    Phrase.DIFFICULTY: later("an abstention at least"),
    Phrase.OPPOSES: later("a vote against"),
}
"""Phrase of a warning -> what it announces."""


def position(o: Observation, picks: Picks) -> Modal:
    """Return the five phrases, the true one marked, among the members or before the cameras."""
    room = picks.get("room", ROOM)
    true = _true(o, o.draft)
    says = _("All fifteen hear it. Otherwise than you mean it is a bluff; a vote unmasks it.")
    if room == STAKEOUT:
        says = _(
            "The cameras hear it too. It costs an act and binds you: until you say another phrase "
            "there, your own sum counts it. Otherwise than you mean it is a bluff."
        )
    close = (Pick("state", False), Pick("room", ROOM))
    rows = tuple(_phrase(o, phrase, room, close, is_true=phrase is true) for phrase in Phrase)
    return Modal(
        _("What do you say of this text?"),
        (_places(room) if _can_bind(o) else None, Text(says, tone="muted"), *rows),
        Steps((*close, Close())),
        name="state",
    )


def _can_bind(o: Observation) -> bool:
    return o.scenario.plays("credibility")


def _places(room: str) -> Widget:
    return Row(
        tuple(
            Button(_(title), Pick("room", id), look="tab", selected=id == room, name=f"room {id}")
            for id, title in PLACES
        ),
        gap=6,
    )


def _phrase(
    o: Observation, phrase: Phrase, room: str, close: tuple[object, ...], *, is_true: bool
) -> Button:
    action = Say(o.seat, phrase, room=room)
    notes = [_("what your instructions make of this text")] if is_true else []
    if room == STAKEOUT:
        points = FACE * phrase.points
        binds = _("adds {points} to your sum").format(points=signed(points))
        notes.append(binds if points else _("adds nothing to your sum"))
    why = why_not(o, action)
    if why and "Say" not in o.blocked and room == ROOM:
        why = _("once a round, of a text you have seen")
    return Button(
        _(PHRASES[phrase]),
        Steps((*close, action)),
        look="card",
        note=" · ".join(notes),
        selected=is_true,
        disabled=why,
        lead=phrase_sign(phrase),
        name=f"say {phrase.value}",
    )


def _true(o: Observation, draft: Draft | None) -> Phrase | None:
    """Return the phrase that the instructions of the one who looks make of a text."""
    why = reasons(o, o.seat, draft)
    return opinion.phrase_for(o.scenario.briefs[o.seat], why.total) if why else None


# -- warnings


def warned_level(o: Observation, measure: str) -> int:
    """Return the level from which on one would warn: what stands, if there is anything."""
    now = level_of(o.scenario, desk_of(o).levels, measure)
    return max(now, o.scenario.floor(measure) + 1)


def warning(o: Observation, picks: Picks) -> Modal | None:
    """Return the three phrases of a warning about a clause; None if none is being given."""
    measure = picks.get("warn", "")
    if not o.scenario.has(measure) or o.is_pen:
        return None
    level = warned_level(o, measure)
    if level > o.scenario.measure(measure).top:
        return None
    true = _true(o, with_clause(desk_of(o).levels, measure, level))
    rows = tuple(_warned(o, measure, level, phrase, is_true=phrase is true) for phrase in WARNINGS)
    clause = words.clause(o.scenario, measure, level)
    return Modal(
        _("What do you warn of?"),
        (
            Text(_("With “{clause}” or more in the text:").format(clause=clause), font="serif"),
            Column(rows, gap=10),
            Text(
                _("In public, one act. Whoever warns and goes along all the same is unmasked."),
                tone="muted",
            ),
        ),
        Steps((Pick("warn", ""), Close())),
        name="warning",
    )


def _warned(o: Observation, measure: str, level: int, phrase: Phrase, *, is_true: bool) -> Button:
    action = Warn(o.seat, measure, level, phrase)
    note = _(MEANT[phrase])
    if is_true:
        note += " · " + _("what your instructions would make of it")
    return Button(
        _(PHRASES[phrase]),
        Steps((Pick("warn", ""), action)),
        look="card",
        note=note,
        selected=is_true,
        disabled=why_not(o, action),
        lead=phrase_sign(phrase),
        name=f"warn {phrase.value}",
    )
