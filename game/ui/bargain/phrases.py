"""What a delegation says of the text or warns of, in five phrases, and where it says it."""

from __future__ import annotations

from game import words
from game.engine import opinion
from game.engine.actions import Back, Oppose, Say, Warn
from game.engine.actions.speech import ROOMS
from game.engine.observation import Observation
from game.engine.opinion import level_of
from game.engine.opinion.promises import FACE
from game.engine.record import Draft, Warned
from game.engine.terms import Phrase
from game.ui.drafting.texts import desk_of
from game.ui.messages import Close, Pick, Picks, Steps
from game.ui.parts.footer import act, why_not
from game.ui.parts.reasons import reasons
from game.ui.parts.seats import phrase_sign
from game.ui.parts.signs import PHRASES, signed
from game.ui.parts.speech import level_name
from game.ui.widgets import Button, Column, Modal, Row, Text, Widget
from game.words import _, capital
from game.words.language import later

ROOM, STAKEOUT = ROOMS
PLACES = ((ROOM, later("Among the members")), (STAKEOUT, later("At the stakeout")))
"""Where a phrase is said -> what its tab says."""


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
    if promised := words.in_spite_of(o.scenario, o.record, action, o.draft or {}):
        notes.append(promised)
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


# -- of one clause


def warned_level(o: Observation, measure: str) -> int:
    """Return the level from which on one would warn: what stands, if there is anything."""
    now = level_of(o.scenario, desk_of(o).levels, measure)
    return min(max(now, o.scenario.floor(measure) + 1), o.scenario.measure(measure).top)


def said_in_public(o: Observation, picks: Picks, measure: str) -> tuple[Button, ...]:
    """Return what a delegation without the pen can say in public of a clause."""
    back, oppose = Back(o.seat, measure), Oppose(o.seat, measure)
    stands = _("one act; on record: it should stand as it is, or stronger")
    falls = _("one act; on record: it should be weaker, or not be")
    is_top = o.scenario.floor(measure) >= o.scenario.measure(measure).top
    warn = Button(
        _("Warn …"),
        Steps((Pick("warn", measure), Pick("warn level", 0))),
        key=picks.key("warn"),
        look="ghost",
        disabled=_("there is nothing stronger") if is_top else why_not(o, "Warn"),
        name="warn",
        hint=_("one act: what you would say of a text with this clause, in one of five phrases"),
    )
    return (
        act(o, picks, _("Back"), back, key="backs", look="ghost", name="back", hint=stands),
        act(
            *(o, picks, _("Oppose"), oppose),
            key="opposes",
            look="ghost",
            name="oppose",
            hint=falls,
        ),
        warn,
    )


def warning(o: Observation, picks: Picks) -> Modal | None:
    """Return the five phrases on a clause at one of its levels; None if none is being said."""
    measure = picks.get("warn", "")
    if not o.scenario.has(measure) or o.is_pen:
        return None
    m, level = o.scenario.measure(measure), picks.get("warn level", 0)
    if not o.scenario.floor(measure) < level <= m.top:
        level = warned_level(o, measure)
    if level <= o.scenario.floor(measure):
        return None  # There is nothing above the regime to speak of.
    true = _true(o, opinion.alone(o.scenario, measure, level))
    close = (Pick("warn", ""), Pick("warn level", 0))
    rows = tuple(_warned(o, picks, measure, level, phrase, close, true) for phrase in Phrase)
    return Modal(
        _("What do you say of: {measure}?").format(measure=m.name),
        (
            _levels(o, measure, level),
            Column(rows, gap=8),
            Text(
                _(
                    "In public, one act. Whoever warns and goes along all the same is unmasked; so "
                    "is who says otherwise later, and nobody can see why."
                ),
                tone="muted",
            ),
        ),
        Steps((*close, Close())),
        name="warning",
    )


def _levels(o: Observation, measure: str, level: int) -> Widget:
    """Return the levels that can be spoken of, what was said of each behind it."""
    levels = range(o.scenario.floor(measure) + 1, o.scenario.measure(measure).top + 1)
    tabs = tuple(_level(o, measure, n, selected=n == level) for n in levels)
    title = Text(_("With this in the text, and nothing else that is new:"), tone="muted")
    return Column((title, Row(tabs, gap=4, wrap=True)), gap=6)


def _level(o: Observation, measure: str, level: int, *, selected: bool) -> Button:
    said = [w.phrase for w in _mine(o, measure) if w.level == level]
    return Button(
        capital(level_name(o.scenario, measure, level)),
        Pick("warn level", level),
        look="tab",
        selected=selected,
        note=_("said: {phrase}").format(phrase=words.phrase(said[-1])) if said else "",
        name=f"warn level {level}",
    )


def _mine(o: Observation, measure: str) -> tuple[Warned, ...]:
    """Return what the one who looks has said of a clause and still says."""
    pair = (o.seat, measure)
    return tuple(w for w in o.record.warnings if w.stands and (w.seat, w.measure) == pair)


def _warned(
    o: Observation,
    picks: Picks,
    measure: str,
    level: int,
    phrase: Phrase,
    close: tuple[object, ...],
    true: Phrase | None,
) -> Button:
    action = Warn(o.seat, measure, level, phrase)
    notes = [words.announced(phrase)]
    if phrase is true:
        notes.append(_("what your instructions would make of it"))
    word = Warned(o.seat, measure, level, phrase=phrase)
    if before := next((w for w in _mine(o, measure) if word.contradicts(w)), None):
        said = words.phrase(before.phrase)
        notes.append(_("takes back “{phrase}”").format(phrase=said))
    return act(
        o,
        picks,
        _(PHRASES[phrase]),
        action,
        message=Steps((*close, action)),
        look="card",
        note=" · ".join(notes),
        selected=phrase is true,
        lead=phrase_sign(phrase),
        name=f"warn {phrase.value}",
    )
