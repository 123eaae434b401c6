"""How a person types the acts by which a text settles: closings, silence, blue."""

from __future__ import annotations

from collections.abc import Sequence

from game.commands.terminal.reading import Misread, Way, measure, member, number, on_clause, one
from game.engine import Action, Observation, wording
from game.engine.actions import (
    AskDelay,
    AskExtension,
    BreakSilence,
    Close,
    Insist,
    KeepSilence,
    ProposeEdit,
    PutInBlue,
    SetDate,
    Silence,
    TakeEdit,
    Withdraw,
)
from game.engine.record import RIVALS
from game.words import _
from game.words.language import later


def _blue(o: Observation, typed: Sequence[str]) -> Action:
    return PutInBlue(o.seat, soon=bool(typed) and one({"soon": True}, typed[0]))


def _date(o: Observation, typed: Sequence[str]) -> Action:
    return SetDate(o.seat, number(typed[0], _("number of a round")))


def _silence(o: Observation, typed: Sequence[str]) -> Action:
    return Silence(o.seat, number(typed[0], _("number of hours")))


def _break(o: Observation, typed: Sequence[str]) -> Action:
    if len(typed) < 2:
        return BreakSilence(o.seat)
    return BreakSilence(o.seat, measure(o, typed[0]), number(typed[1], _("level")))


def _edit(o: Observation, typed: Sequence[str]) -> Action:
    clause = (o.draft or {}).get(measure(o, typed[0]))
    if clause is None:
        raise Misread(_("{word} is not in the text").format(word=typed[0]))
    edits = tuple(wording.small_edits(o.scenario, clause))
    at = number(typed[1], _("number of an edit"))
    if not 1 <= at <= len(edits):
        raise Misread(_("edits of this clause are numbered 1 to {many}").format(many=len(edits)))
    edit = edits[at - 1]
    return ProposeEdit(o.seat, edit.measure, edit.softener, edit.hardener, edit.params)


def _take(o: Observation, typed: Sequence[str]) -> Action:
    return TakeEdit(o.seat, member(o, typed))


def _withdraw(o: Observation, typed: Sequence[str]) -> Action:
    """Return the withdrawal of the text in blue, or of a rival by its place on the table."""
    return Withdraw(o.seat, RIVALS + number(typed[0], _("number of a draft")) if typed else 0)


SETTLING = (
    Way(Close, "close", "CLAUSE", later("propose a clause as agreed"), on_clause(Close)),
    Way(Silence, "silence", "HOURS", later("put the text under silence"), _silence),
    Way(KeepSilence, "keep", "", later("keep silence")),
    Way(AskExtension, "extend", "", later("ask for a day more, for instructions")),
    Way(BreakSilence, "break", "[CLAUSE LEVEL]", later("break silence"), _break),
    Way(PutInBlue, "blue", "[soon]", later("put the text in blue; the vote is near"), _blue),
    Way(SetDate, "date", "ROUND", later("say by which round the text is in blue"), _date),
    Way(Insist, "insist", "", later("insist on the 24 hours before the vote")),
    Way(AskDelay, "delay", "", later("ask for an hour, to hear the others first")),
    Way(ProposeEdit, "edit", "CLAUSE NUMBER", later("propose a small edit at the door"), _edit),
    Way(TakeEdit, "take", "SEAT", later("take a small edit by oral revision"), _take),
    Way(Withdraw, "withdraw", "[RIVAL]", later("withdraw a text before the vote"), _withdraw),
)
"""Kinds of act by which a text settles, in the order of the menu."""
