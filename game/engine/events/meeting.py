"""In the meeting: how the sitting goes on, and what was said or asked for in it."""

from __future__ import annotations

from attrs import frozen

from game.engine.events.base import Event
from game.engine.terms import Phase, Seat


@frozen
class BeatOpened(Event):
    """A beat of the sitting begins.

    beat: which.
    day: days since the start.
    round: round of consultations, 0 outside them.
    """

    beat: Phase
    day: int
    round: int = 0


@frozen
class SittingFollows(Event):
    """A later sitting of a campaign opens on what the one before has left.

    number: of the sitting, from 1.
    adopted: the last text was adopted.
    yes: votes in favour of it.
    stock: provocation at the start, points.
    passed: at least one sitting did not come about, since the target kept still.
    """

    number: int
    adopted: bool
    yes: int
    stock: int
    passed: bool = False


@frozen
class StatementIssued(Event):
    """Nobody blocked the press statement.

    statement: its id.
    """

    statement: str


@frozen
class GuestHeard(Event):
    """Somebody who was invited speaks in the meeting.

    guest: its id.
    """

    guest: str


@frozen
class LetterPassedOver(Event):
    """The President did not meet the request of a letter that a member had taken up.

    letter: its id.
    seat: who presides.
    """

    letter: str
    seat: Seat


@frozen
class AssemblyDebate(Event):
    """The General Assembly will discuss a veto; those who cast it speak first.

    vetoes: who cast it.
    by: last day of the debate, days since the start.
    """

    vetoes: tuple[Seat, ...]
    by: int
