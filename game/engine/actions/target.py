"""What the target does after the vote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from attrs import evolve, frozen

from game.engine.actions.base import Action, Refusal
from game.engine.scenario import Response, Scenario
from game.engine.state import State, next_seat, shift
from game.engine.terms import Seat


@frozen
class Respond(Action):
    """One answer to the text.

    response: its id.
    """

    response: str

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every response."""
        for response in scenario.target.responses:
            yield cls(seat, response.id)

    def found(self, scenario: Scenario) -> Response:
        """Return the response itself."""
        return next(r for r in scenario.target.responses if r.id == self.response)

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The response is one of the target's."""
        known = any(r.id == self.response for r in scenario.target.responses)
        return None if known else Refusal("unknown", {"name": self.response})

    def apply(self, state: State) -> State:
        """Do it."""
        found = self.found(state.scenario)
        state = shift(evolve(state, response=found.id), found.effect)
        rung = found.rung - state.indicators.get("escalation", 0)
        return next_seat(shift(state, {"escalation": max(0, rung)} if rung > 0 else {}))
