"""Having the floor before a vote: who has it, and how much one member can raise."""

from __future__ import annotations

from itertools import takewhile
from typing import Protocol

from attrs import evolve

from game.engine.actions.base import Action, Refusal
from game.engine.events import BeatOpened, Event
from game.engine.record import Question
from game.engine.state import State, next_seat
from game.engine.terms import Seat

MOST_RAISED = 3
"""Acts of one member with the floor in a meeting. Tuned: an amendment, a second, a word on them."""


class Logged(Protocol):
    """What acts are counted by; a State has it and so has what a seat sees of one."""

    @property
    def log(self) -> tuple[Event, ...]:
        """What happened, in order."""


def has_floor(state: State) -> Refusal | None:
    """Return why nothing can be moved now, or None."""
    open_now = state.stage == "floor" and not state.calling and state.matter is None
    return None if open_now else Refusal("no_floor")


def raised(seen: Logged) -> tuple[Action, ...]:
    """Return what was raised on the floor of this meeting, the last first."""
    meeting = takewhile(lambda e: not isinstance(e, BeatOpened), reversed(seen.log))
    return tuple(e for e in meeting if isinstance(e, Action) and e.RAISES)


def acts_left(seen: Logged, seat: Seat) -> int:
    """Return how much more a member can raise in this meeting."""
    return MOST_RAISED - sum(e.seat == seat for e in raised(seen))


def keep_floor(state: State, seat: Seat) -> State:
    """Leave the floor to a member until it stands by; whoever has raised all it can is done."""
    return state if acts_left(state, seat) > 0 else next_seat(state)


def file(state: State, question: Question) -> State:
    """Put a question on the list; who moved it keeps the floor."""
    listed = evolve(state, questions=(*state.questions, question))
    return keep_floor(listed, question.by)
