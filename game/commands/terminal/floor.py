"""How acts of procedure are typed in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from game.commands.terminal.reading import Way, clause, measure, member, number, one, seat
from game.engine import Action, Observation
from game.engine.actions import (
    Amend,
    Arrange,
    Convene,
    CoSign,
    Dissociate,
    Divide,
    Move,
    Object,
    PointOfOrder,
    Request,
    Retract,
    Rule,
    Schedule,
    Second,
    Soften,
    Table,
)
from game.engine.council import MOTIONS, PARTY, SUBSTANCE
from game.engine.record import RIVALS
from game.engine.scenario import ROOMS
from game.engine.terms import Seat
from game.words import _
from game.words.language import later


def _move(o: Observation, typed: Sequence[str]) -> Action:
    return Move(o.seat, one({m: m for m in MOTIONS}, typed[0]))


def _amend(o: Observation, typed: Sequence[str]) -> Action:
    return Amend.of(o.seat, clause(o, typed))


def _divide(o: Observation, typed: Sequence[str]) -> Action:
    return Divide(o.seat, measure(o, typed[0]))


def _point(o: Observation, typed: Sequence[str]) -> Action:
    motions = {m: (SUBSTANCE, m) for m in MOTIONS}
    if any(motion.startswith(typed[0].lower()) for motion in motions):
        return PointOfOrder(o.seat, *one(motions, typed[0]))
    return PointOfOrder(o.seat, PARTY, member(o, typed))


def _rule(o: Observation, typed: Sequence[str]) -> Action:
    return Rule(o.seat, one({"yes": True, "no": False}, typed[0]))


def _retract(o: Observation, typed: Sequence[str]) -> Action:
    del typed
    now = o.questions[0]
    return Retract(o.seat, now.kind, now.measure)


def _object(o: Observation, typed: Sequence[str]) -> Action:
    items = {"agenda": "agenda", **{g.id: g.id for g in o.scenario.guests}}
    return Object(o.seat, one(items, typed[0]) if typed else "")


def _draft(o: Observation, typed: Sequence[str]) -> int:
    """Return the number of a draft: that in blue, or a rival by its place on the table."""
    return RIVALS + number(typed[0], _("number of a draft")) if typed else o.blue


def _second(o: Observation, typed: Sequence[str]) -> Action:
    return Second(o.seat, _draft(o, typed))


def _table(o: Observation, typed: Sequence[str]) -> Action:
    """Read a rival: each clause begins with a word that a level follows; its words come after."""
    starts = [at for at, word in enumerate(typed) if word.isdigit() and at]
    parts = zip(starts, [*(at - 1 for at in starts[1:]), len(typed)], strict=True)
    return Table(o.seat, tuple(clause(o, typed[at - 1 : end]) for at, end in parts))


def _request(o: Observation, typed: Sequence[str]) -> Action:
    return Request(o.seat, one({r: r for r in ROOMS}, typed[0]))


def _sign(o: Observation, typed: Sequence[str]) -> Action:
    return CoSign(o.seat, number(typed[0], _("number of a letter")))


def _convene(o: Observation, typed: Sequence[str]) -> Action:
    days = one({"today": 0, "tomorrow": 1}, typed[1]) if len(typed) > 1 else 0
    return Convene(o.seat, one({r: r for r in ROOMS}, typed[0]), days)


def _schedule(o: Observation, typed: Sequence[str]) -> Action:
    return Schedule(o.seat, number(typed[0], _("number of days")))


def _arrange(o: Observation, typed: Sequence[str]) -> Action:
    """Call the named members first, in that order; the others follow as custom has it."""
    first: list[Seat] = []
    while typed:
        found, many = seat(o, typed)
        first, typed = [*(s for s in first if s != found), found], typed[many:]
    custom = o.scenario.seating(o.record.day)
    return Arrange(o.seat, (*first, *(s for s in custom if s not in first)))


def _soften(o: Observation, typed: Sequence[str]) -> Action:
    return Soften(o.seat, measure(o, typed[0]), number(typed[1], _("level")))


FLOOR_WAYS = (
    Way(Request, "request", "open|closed", later("ask for a meeting"), _request),
    Way(CoSign, "sign", "LETTER", later("sign the letter of another"), _sign),
    Way(Convene, "call", "open|closed [tomorrow]", later("call the meeting"), _convene),
    Way(Soften, "soften", "CLAUSE LEVEL", later("come back with a softer word"), _soften),
    Way(Dissociate, "dissociate", "", later("let it pass, and dissociate yourself")),
    Way(Move, "move", "|".join(MOTIONS), later("move to put the vote off, or the draft"), _move),
    Way(Amend, "amend", "CLAUSE LEVEL [WORDS]", later("move an amendment"), _amend),
    Way(Divide, "divide", "CLAUSE", later("ask for a separate vote on a clause"), _divide),
    Way(PointOfOrder, "point", "MOTION|MEMBER", later("raise a point of order"), _point),
    Way(Retract, "retract", "", later("withdraw what you have moved"), _retract),
    Way(Second, "second", "[RIVAL]", later("second a draft, or take it over"), _second),
    Way(
        Table,
        "table",
        "CLAUSE LEVEL [WORDS CLAUSE LEVEL WORDS]",
        later("submit a rival draft: the text with these clauses changed"),
        _table,
    ),
    Way(
        Schedule,
        "postpone",
        "DAYS",
        later("put the vote off by a day or two, as President"),
        _schedule,
    ),
    Way(
        Arrange,
        "order",
        "MEMBER [MEMBER ...]",
        later("call these members first, as President; the others follow by custom"),
        _arrange,
    ),
    Way(Rule, "rule", "yes|no", later("rule on the point of order"), _rule),
    Way(Object, "object", "[WHAT]", later("object"), _object),
)
"""Every act of procedure, in the order of the menu."""
