"""The alarm: who asks for a meeting, in which room, and when the President calls it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Self

from attrs import evolve, frozen

from game.engine import council, rooms
from game.engine.actions.base import Action, Refusal
from game.engine.changing import changed
from game.engine.events import LetterPassedOver, PutOff
from game.engine.record import CALL, Record, Requested
from game.engine.scenario import ROOMS, Letter, Scenario
from game.engine.settlement import discredited
from game.engine.state import State, next_seat, note, shift, tell
from game.engine.terms import Seat

LONGEST_WAIT = 1
"""Days that a meeting can wait. Source: practice; an urgent request is met within a day."""


@frozen
class Request(Action):
    """Ask for a meeting: open, or as consultations behind closed doors.

    The President calls a meeting when any member asks for it.
    Source: Provisional Rules of Procedure, rule 2.

    room: open or closed.
    """

    PART: ClassVar[str] = "meetings"
    room: str

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield both rooms."""
        for room in ROOMS:
            yield cls(seat, room)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """A member asks once, or signs the letter of another."""
        if state.matter is not None:
            return Refusal("answer_first")
        signed = any(seat in r.signers for r in state.record.requests)
        return Refusal("requested") if signed else None

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """There are two rooms."""
        return None if self.room in ROOMS else Refusal("unknown", {"name": self.room})

    def refusal(self, state: State) -> Refusal | None:
        """Who wants what was asked for signs that letter."""
        there = any(r.room == self.room for r in state.record.requests)
        return Refusal("requested_before") if there else None

    def apply(self, state: State) -> State:
        """Put the letter on record."""
        request = Requested(self.seat, self.room, (self.seat,))
        return next_seat(note(state, requests=(*state.record.requests, request)))


@frozen
class CoSign(Action):
    """Sign the letter of another member: nine signatures show that its agenda is safe.

    request: its number, from 1.
    """

    PART: ClassVar[str] = "meetings"
    request: int

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield one for each room: each is asked for in one letter."""
        for request in range(1, len(ROOMS) + 1):
            yield cls(seat, request)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """There must be a letter, not yet signed."""
        if not state.record.requests:
            return Refusal("not_requested")
        return Request.closed(state, seat)

    def refusal(self, state: State) -> Refusal | None:
        """The letter must be there."""
        there = 1 <= self.request <= len(state.record.requests)
        return None if there else Refusal("not_requested")

    def apply(self, state: State) -> State:
        """Sign."""
        requests = state.record.requests
        letter = requests[self.request - 1]
        signed = evolve(letter, signers=(*letter.signers, self.seat))
        changed = tuple(signed if r == letter else r for r in requests)
        return next_seat(note(state, requests=changed))


@frozen
class Convene(Action):
    """Call the meeting, as President: in which of the rooms that were asked for, and when.

    Source: Provisional Rules of Procedure, rules 2, 3 and 7.

    room: open or closed.
    days: until it; 0 is at once.
    """

    PART: ClassVar[str] = "meetings"
    room: str
    days: int

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield both rooms at each time, for whoever presides on the first day."""
        if seat == scenario.president(0):
            for room in ROOMS:
                for days in range(LONGEST_WAIT + 1):
                    yield cls(seat, room, days)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """The President calls it when all had their chance to ask."""
        called = state.matter is not None and state.matter.kind == CALL
        return None if called else Refusal("not_due")

    def refusal(self, state: State) -> Refusal | None:
        """The room is one that was asked for, by a member or in a letter."""
        asked = {r.room for r in state.record.requests}
        asked |= {letter.room for letter in state.scenario.letters}
        if self.room not in (asked or ROOMS):
            return Refusal("not_requested")
        late = not 0 <= self.days <= LONGEST_WAIT
        return Refusal("unknown", {"name": str(self.days)}) if late else None

    def apply(self, state: State) -> State:
        """Name room and day; whoever can be invited to an open meeting is on the list."""
        guests = tuple(g.id for g in state.scenario.guests) if self.room == "open" else ()
        day = state.record.day + self.days
        state = self._answered(note(state, room=self.room, guests=guests, day=day))
        heard = rooms.ROOMS[self.room].outside if rooms.is_known_outside(state.record) else {}
        return next_seat(shift(changed(state, matter=None), heard))

    def _answered(self, state: State) -> State:
        """Say which letters from outside are passed over that a member has taken up.

        A letter under Article 35 needs a member, or the President, to act on it; who asks for the
        same room takes it up. What the last text foretold needs no letter to be met at once.
        """
        for letter in passed_over(state.scenario, state.record, self.room, self.days):
            state = discredited(state, self.seat, "letter")
            state = tell(state, LetterPassedOver(letter.id, self.seat))
        if self.days and council.foretold(state.scenario):
            state = tell(discredited(state, self.seat, "trigger"), PutOff(self.seat))
        return state


def passed_over(scenario: Scenario, record: Record, room: str, days: int) -> tuple[Letter, ...]:
    """Return the letters from outside that a meeting in this room, so much later, passes over."""
    taken = {r.room for r in record.requests}
    return tuple(
        letter
        for letter in scenario.letters
        if letter.room in taken and (letter.room != room or days)
    )
