"""What the terminal tells in the meeting of the vote: what was raised, ruled and counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game import words
from game.commands.terminal.pages import SIGNS, log
from game.engine import Event, Observation
from game.engine.actions import (
    Action,
    Amend,
    Arrange,
    Divide,
    Explain,
    Move,
    Object,
    PointOfOrder,
    Retract,
    Rule,
    Second,
    Table,
    Withdraw,
)
from game.engine.events import Lapsed, Objected, PassedOn, Tally
from game.engine.record import Question
from game.session import Note
from game.session.digest import MOVES
from game.words import _, capital, procedure, rules

RAISED = (
    *(Tally, Move, Amend, Divide, PointOfOrder, Rule, Object, Objected, Retract),
    *(Second, Table, Withdraw, PassedOn, Lapsed, Explain, Arrange),
)
"""What is told of a meeting before its last vote; one's own acts are known."""
ELSEWHERE = ("cable", "to_me", "rumour", "shock")
"""Kinds of news from outside the meeting."""


def raised(o: Observation, since: Sequence[Event]) -> Iterator[str]:
    """Yield what others raised, ruled and answered, and how votes ended."""
    others = (e for e in since if not isinstance(e, Action) or e.seat != o.seat)
    yield from log(o, [e for e in others if isinstance(e, RAISED)])


def on_floor(o: Observation, notes: Sequence[Note], since: Sequence[Event]) -> Iterator[str]:
    """Yield what happened in the meeting, what came from outside it, and what is asked now."""
    yield from raised(o, since)
    yield from (f" {SIGNS[n.kind]} {n.text}" for n in notes if n.kind in ELSEWHERE)
    if o.matter is not None and o.matter.kind in ("ruling", "part"):
        says = _("{rule}; {needs}.") if o.matter.kind == "ruling" else _("{rule}.")
        yield says.format(rule=rules.rule(o.scenario, o.matter), needs=rules.needs(o.matter))


def differs(o: Observation, draft: Question) -> Iterator[str]:
    """Yield how a rival differs from the draft in blue; nothing of that draft itself."""
    if procedure.is_main(draft) or draft.kind != "draft":
        return
    main = next((v.clauses for v in o.versions if v.number == o.blue), {})
    yield _("Against the draft in blue:")
    for change in words.diff(o.scenario, main, o.text(draft.version)):
        yield f"   {MOVES[change.sign]} {capital(change.text)}"
