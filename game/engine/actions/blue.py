"""What is done between blue and the vote: insist on time, put it off, withdraw."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Self

from attrs import evolve, frozen

from game.engine.actions.base import Action, Refusal
from game.engine.actions.closing import settle
from game.engine.scenario import Scenario
from game.engine.state import State
from game.engine.terms import Seat


@frozen
class Withdraw(Action):
    """Withdraw the text before any vote has been taken on it: no product, and no defeat.

    Source: Provisional Rules of Procedure, rule 35.
    """

    PART: ClassVar[str] = "blue"

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield one, for the pen."""
        if seat == scenario.penholder:
            yield cls(seat)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """The pen withdraws its own draft, while no vote has been taken."""
        if seat != state.scenario.penholder:
            return Refusal("not_the_pen")
        return Refusal("vote_taken") if state.ballots or state.tally else None

    def apply(self, state: State) -> State:
        """Put it on record; nobody is left to act on the text."""
        return evolve(settle(state, withdrawn=state.blue), queue=())
