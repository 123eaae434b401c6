"""What two delegations ask each other in private: what the other needs, and the answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Self

from attrs import frozen

from game.engine.actions.base import Action, Refusal, menu
from game.engine.actions.between import Between
from game.engine.changing import changed
from game.engine.scenario import Scenario
from game.engine.state import State, next_seat
from game.engine.terms import Seat


@frozen
class AskNeeds(Between):
    """Ask another delegation, between the two alone, what it needs; free, once a round.

    to: whom.
    """

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield one for each other delegation."""
        for to in scenario.seats:
            if to != seat:
                yield cls(seat, to)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Once a round."""
        return Refusal("inquired") if seat in state.inquired else None

    def apply(self, state: State) -> State:
        """Have the other answer."""
        return changed(
            state,
            inquiry=(self.seat, self.to),
            inquired=(*state.inquired, self.seat),
            queue=(self.to, *state.queue),
        )


@frozen
class TellNeeds(Between):
    """Answer what one needs: a clause, a group of clauses, or nothing more.

    to: who asked.
    about: the measure that weighs most, if one is named.
    category: the group of clauses, for a coarser answer; empty with a clause, or for nothing.
    """

    ANSWERS: ClassVar[str] = "question"

    about: str = ""
    category: str = ""

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every clause, every group and nothing, to everybody."""
        for to in scenario.seats:
            if to != seat:
                yield cls(seat, to)
                for m in scenario.measures:
                    yield cls(seat, to, m.id)
                for category in dict.fromkeys(m.category for m in scenario.measures):
                    yield cls(seat, to, "", category)

    @classmethod
    def choices(cls, state: State, seat: Seat) -> tuple[Action, ...]:
        """Return the answers to who asked."""
        if not state.inquiry:
            return ()
        asked = state.inquiry[0]
        found = menu(cls, state.scenario, seat)
        return tuple(a for a in found if isinstance(a, cls) and a.to == asked)

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The other is a member; the clause or the group is in play."""
        if found := super().unknown(scenario):
            return found
        if self.about and not scenario.has(self.about):
            return Refusal("unknown_measure", {"measure": self.about})
        known = {"": True} | {m.category: True for m in scenario.measures}
        return None if self.category in known else Refusal("unknown", {"name": self.category})

    def refusal(self, state: State) -> Refusal | None:
        """It goes to who asked."""
        return None if (self.to, self.seat) == state.inquiry else Refusal("no_question")

    def apply(self, state: State) -> State:
        """Tell it; whoever asked goes on."""
        return next_seat(changed(state, inquiry=()))
