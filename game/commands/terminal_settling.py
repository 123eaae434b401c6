"""How a person types the acts by which a text settles: closings, silence, blue."""

from __future__ import annotations

from collections.abc import Sequence

from game.commands.terminal_reading import Way, measure, number, one
from game.engine import Action, Observation
from game.engine.actions import (
    AskDelay,
    AskExtension,
    BreakSilence,
    Close,
    Insist,
    KeepSilence,
    PutInBlue,
    Silence,
    Withdraw,
)
from game.words import _
from game.words.language import later


def _close(o: Observation, typed: Sequence[str]) -> Action:
    return Close(o.seat, measure(o, typed[0]))


def _blue(o: Observation, typed: Sequence[str]) -> Action:
    return PutInBlue(o.seat, soon=bool(typed) and one({"soon": True}, typed[0]))


def _silence(o: Observation, typed: Sequence[str]) -> Action:
    return Silence(o.seat, number(typed[0], _("number of hours")))


def _break(o: Observation, typed: Sequence[str]) -> Action:
    if len(typed) < 2:
        return BreakSilence(o.seat)
    return BreakSilence(o.seat, measure(o, typed[0]), number(typed[1], _("level")))


SETTLING = (
    Way(Close, "close", "CLAUSE", later("propose a clause as agreed"), _close),
    Way(Silence, "silence", "HOURS", later("put the text under silence"), _silence),
    Way(KeepSilence, "keep", "", later("keep silence")),
    Way(AskExtension, "extend", "", later("ask for a day more, for instructions")),
    Way(BreakSilence, "break", "[CLAUSE LEVEL]", later("break silence"), _break),
    Way(PutInBlue, "blue", "[soon]", later("put the text in blue; the vote is near"), _blue),
    Way(Insist, "insist", "", later("insist on the 24 hours before the vote")),
    Way(AskDelay, "delay", "", later("ask for an hour, to hear the others first")),
    Way(Withdraw, "withdraw", "", later("withdraw the text before the vote")),
)
"""Kinds of act by which a text settles, in the order of the menu."""
