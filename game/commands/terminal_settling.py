"""How a person types the acts by which a text settles: closings, silence, blue."""

from __future__ import annotations

from collections.abc import Sequence

from game.commands.terminal_reading import Way, measure
from game.engine import Action, Observation
from game.engine.actions import Close, Withdraw
from game.words.language import later


def _close(o: Observation, typed: Sequence[str]) -> Action:
    return Close(o.seat, measure(o, typed[0]))


SETTLING = (
    Way(Close, "close", "CLAUSE", later("propose a clause as agreed"), _close),
    Way(Withdraw, "withdraw", "", later("withdraw the text before the vote")),
)
"""Kinds of act by which a text settles, in the order of the menu."""
