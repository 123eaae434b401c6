"""The soundings: public positions, and a press statement that anybody can block."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from attrs import evolve, frozen

from game.engine.actions.base import Action, Refusal
from game.engine.events import StatementIssued
from game.engine.scenario import Scenario
from game.engine.state import State, next_seat, note, shift, tell
from game.engine.terms import Seat, Stance


@frozen
class Speak(Action):
    """A public position in the first meeting.

    stance: what should come of the incident.
    priority: the measure the delegation calls its own.
    """

    stance: Stance
    priority: str

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every position with every priority."""
        for stance in Stance:
            for m in scenario.measures:
                yield cls(seat, stance, m.id)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """A delegation speaks once."""
        return Refusal("spoken") if seat in state.record.stances else None

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The priority is a measure in play."""
        if scenario.has(self.priority):
            return None
        return Refusal("unknown_measure", {"measure": self.priority})

    def apply(self, state: State) -> State:
        """Put it on record."""
        record = state.record
        state = note(
            state,
            stances={**record.stances, self.seat: self.stance},
            priorities={**record.priorities, self.seat: self.priority},
        )
        return next_seat(state)


@frozen
class Propose(Action):
    """Put a press statement to the fifteen, or let it be.

    statement: its id; empty for none.
    """

    statement: str

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every statement, and none."""
        for statement in scenario.statements:
            yield cls(seat, statement.id)
        yield cls(seat, "")

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """The pen proposes when all have spoken, once."""
        if seat != state.scenario.penholder:
            return Refusal("not_the_pen")
        if len(state.record.stances) < len(state.scenario.seats) or state.record.statement:
            return Refusal("not_due")
        return None

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The statement is one of the scenario's, or none."""
        known = not self.statement or any(s.id == self.statement for s in scenario.statements)
        return None if known else Refusal("unknown", {"name": self.statement})

    def apply(self, state: State) -> State:
        """Ask the others, in seating order, whether they object."""
        if not self.statement:
            return next_seat(state)
        others = tuple(s for s in state.scenario.seating(state.record.day) if s != self.seat)
        return evolve(note(state, statement=self.statement), queue=(*others, *state.queue[1:]))


@frozen
class Consent(Action):
    """Let the press statement go out."""

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """There must be a statement to object to."""
        return None if state.record.statement else Refusal("no_statement")

    def apply(self, state: State) -> State:
        """Go on to the next; after the last the statement is issued."""
        state = next_seat(state)
        if state.queue:
            return state
        state = tell(state, StatementIssued(state.record.statement))
        return shift(state, {"trust": -1, "threat": 1})


@frozen
class Block(Action):
    """Object to the press statement; one objection ends it.

    Source: press statements need the consent of all fifteen members.
    """

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """There must be a statement to object to."""
        return None if state.record.statement else Refusal("no_statement")

    def apply(self, state: State) -> State:
        """End the soundings without a statement."""
        return evolve(note(state, blocked_by=self.seat, statement=""), queue=())
