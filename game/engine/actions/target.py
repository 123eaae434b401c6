"""What the target does after the vote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from attrs import evolve, frozen

from game.engine.abroad import acts
from game.engine.abroad.mind import IDLE
from game.engine.abroad.whole import swell
from game.engine.actions.base import Action, Refusal
from game.engine.followup import ANSWER, MONTH, agree, break_off, breaks, follow_up, season_of
from game.engine.scenario import Response, Scenario
from game.engine.state import State, next_seat
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

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """It acts after the vote, or month by month; what it was asked it answers first."""
        return Refusal("answer_first") if state.stage == ANSWER else None

    def refusal(self, state: State) -> Refusal | None:
        """Do the same once a month, and nothing that is out of reach."""
        if self.response in state.record.followup.this_month:
            return Refusal("done_this_month")
        found = self.found(state.scenario)
        if found.after or state.indicators["programme"] < found.gate:
            return Refusal("out_of_reach")
        return None

    def apply(self, state: State) -> State:
        """Do it; within a month more may follow."""
        s, found, now = state.scenario, self.found(state.scenario), state.record.followup
        state = follow_up(state, acts=(*now.acts, (now.month, found.id)))
        state = evolve(state, response=_gravest(s, state.response, found))
        state = evolve(state, abroad=acts.done(s.target, state.abroad, found))
        if breaks(s, found):
            state = break_off(state, self.seat)
        return state if state.stage == MONTH else next_seat(state)


def _gravest(scenario: Scenario, before: str, found: Response) -> str:
    """Return the act by which the months after a vote are remembered."""
    known = next((r for r in scenario.target.responses if r.id == before), None)
    return found.id if known is None or found.rung >= known.rung else before


@frozen
class LookOn(Action):
    """Let the Council go on, where a person plays the target: there is nothing to answer yet."""

    PART = "season"

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Nobody else is told that it looked."""
        return (self.seat,)

    def apply(self, state: State) -> State:
        """Go on."""
        return next_seat(state)


@frozen
class Rest(Action):
    """Do nothing more this month."""

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """A month ends with it."""
        return None if state.stage == MONTH else Refusal("not_due")

    def weight_in(self, state: State) -> int:
        """Return how likely the month ends here, beside the weights of acts."""
        return int(swell(IDLE))

    def apply(self, state: State) -> State:
        """Let the month end."""
        return next_seat(state)


@frozen
class Consider(Action):
    """Answer the offer to suspend exercises against tests.

    accepted: yes, or no.
    """

    PART = "season"

    accepted: bool

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield both answers."""
        if season_of(scenario).standstill is not None:
            yield from (cls(seat, accepted) for accepted in (True, False))

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """It is answered once it was made."""
        return None if state.stage == ANSWER else Refusal("not_due")

    def apply(self, state: State) -> State:
        """Give the answer, in public."""
        return next_seat(agree(state, accepted=self.accepted))
