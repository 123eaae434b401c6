"""In the meeting: how the sitting goes on, and what was said or asked for in it."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from game.engine.abroad import Abroad
from game.engine.events.base import Event
from game.engine.past import Left
from game.engine.record import Dealt, Record
from game.engine.scenario import Scenario
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
    held: flow -> per mille that an automatic step of an earlier text goes on closing.
    readings: seat -> how it read the text in force, where it said so on record.
    narrowed: seat -> the clause that it read narrowly, where it named one.
    """

    number: int
    adopted: bool
    yes: int
    stock: int
    passed: bool = False
    held: Mapping[str, int] = {}
    readings: Mapping[Seat, str] = {}
    narrowed: Mapping[Seat, str] = {}


@frozen
class Inherited(Event):
    """All that a later sitting of a campaign opens on, kept so that it can be told again.

    past: what the earlier sittings left.
    dealt: seat -> instructions that go on.
    record: promises, grievances and credibility that are remembered.
    abroad: the world as it was left.
    """

    past: tuple[Left, ...]
    dealt: Mapping[Seat, Dealt]
    record: Record
    abroad: Abroad

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Nobody, before all is over."""
        return ()


@frozen
class StatementIssued(Event):
    """Nobody blocked the press statement.

    statement: its id.
    softened: measure and level of the other words with which it had come back.
    """

    statement: str
    softened: tuple[tuple[str, int], ...] = ()


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
class PutOff(Event):
    """The President let a day pass before a meeting that the last text had foretold.

    seat: who presides.
    """

    seat: Seat


@frozen
class AssemblyDebate(Event):
    """The General Assembly will discuss a veto; those who cast it speak first.

    vetoes: who cast it.
    by: last day of the debate, days since the start.
    """

    vetoes: tuple[Seat, ...]
    by: int
