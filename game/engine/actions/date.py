"""The pen says in public by when its text goes in blue, and the consultations end there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Self

from attrs import frozen

from game.engine.actions.base import Action, Refusal
from game.engine.actions.closing import settle
from game.engine.scenario import Scenario
from game.engine.state import State
from game.engine.terms import Seat


@frozen
class SetDate(Action):
    """Announce the round by whose end the text goes in blue; once, free, and not to be taken back.

    No round of consultations follows it. A pen that lets the date pass, or takes its text back
    before the meeting, loses credibility.

    round: of consultations; later than the one that is going on, and not the last of all.

    Source: of resolution 2375 the date of the vote was public before its draft, and bargaining went
    on to the night before it, 4 to 11 September 2017.
    """

    PART: ClassVar[str] = "blue"

    round: int

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every round that others can still answer in, for the pen."""
        if seat == scenario.penholder:
            for number in range(2, scenario.rounds):
                yield cls(seat, number)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Only the pen, once in a sitting, and while there is a round to come before the last."""
        if seat != state.scenario.penholder:
            return Refusal("not_the_pen")
        if state.record.settling.date:
            return Refusal("date_set")
        return Refusal("too_late") if state.round >= state.scenario.rounds - 1 else None

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """A sitting has that round, and others come before and after it."""
        known = 1 < self.round < scenario.rounds
        return None if known else Refusal("unknown", {"name": str(self.round)})

    def refusal(self, state: State) -> Refusal | None:
        """It is still to come, so that all can answer in it."""
        return None if self.round > state.round else Refusal("date_past")

    def apply(self, state: State) -> State:
        """Put it on record."""
        return settle(state, date=self.round)
