"""What the target does in the months after a vote: acts, large steps it prepares, its answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from attrs import frozen

from game.engine.abroad import acts
from game.engine.abroad.mind import IDLE, READIED, SIGNS, WAIT, is_open, readiness, summed
from game.engine.abroad.season import MOST_ACTS
from game.engine.abroad.whole import swell
from game.engine.actions.base import Action, Refusal
from game.engine.aftermath import spring
from game.engine.changing import changed
from game.engine.events import Weighed
from game.engine.followup import ANSWER, MONTH, PLAN, STEP, follow_up, season_of
from game.engine.scenario import Response, Scenario
from game.engine.standstill import agree, break_off
from game.engine.state import State, next_seat, tell
from game.engine.terms import Seat


def not_now(state: State, *stages: str) -> Refusal | None:
    """Return a refusal outside these parts of a month."""
    return None if state.stage in stages else Refusal("not_due")


def prepared(state: State) -> Response | None:
    """Return the large step that is made ready, if there is one."""
    number = state.abroad.plan
    return state.scenario.target.large[number - 1] if number else None


def points_of(state: State, response: str) -> int:
    """Return the points of an act this month, in one sum."""
    assert state.month is not None  # The target acts in months only.
    return sum(state.month.points[response].values())


@frozen
class Act(Action):
    """Something that is named by a response.

    response: its id.
    """

    response: str

    def found(self, scenario: Scenario) -> Response:
        """Return the response itself."""
        found = scenario.target.response(self.response)
        assert found is not None  # `unknown` was asked.
        return found

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The response is one of the target's."""
        known = scenario.target.response(self.response) is not None
        return None if known else Refusal("unknown", {"name": self.response})

    def out_of_reach(self, state: State) -> Refusal | None:
        """Return a refusal for what the programme, or the road to talks, does not reach yet."""
        assert state.month is not None  # The stage was asked.
        s, found = state.scenario, self.found(state.scenario)
        open_ = is_open(s.target, state.abroad, state.month.outside, found)
        return None if open_ else Refusal("out_of_reach")

    def explained(self, state: State) -> State:
        """Keep what drew the target here, for itself and for the debrief."""
        assert state.month is not None  # The stage was asked.
        felt = {k: n for k, n in state.month.points[self.response].items() if n}
        return tell(state, Weighed(self.response, felt))


@frozen
class Respond(Act):
    """Something that is done in public: an act of the month, or the step that was made ready.

    shots: how many are fired or set off; 0 for as many as usual, or where nothing is.
    """

    shots: int = 0

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every response, each number of shots by itself."""
        for response in scenario.target.responses:
            sizes = response.shot.sizes if response.shot else ()
            if len(sizes) < 2:
                yield cls(seat, response.id)
            else:
                for number, often in enumerate(sizes, 1):
                    if often:
                        yield cls(seat, response.id, number)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """It acts month by month; what it was asked it answers first."""
        if state.stage == ANSWER:
            return Refusal("answer_first")
        return not_now(state, STEP, MONTH)

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The response is one of the target's, and so many are sometimes fired."""
        if found := super().unknown(scenario):
            return found
        shot = self.found(scenario).shot
        known = 0 <= self.shots <= (len(shot.sizes) if shot else 0)
        return None if known else Refusal("unknown", {"name": str(self.shots)})

    def refusal(self, state: State) -> Refusal | None:
        """Say the same once a month, nothing out of reach, and no large step that is not ready."""
        found = self.found(state.scenario)
        if self.response in state.record.followup.this_month and (not found.shot or found.large):
            return Refusal("done_this_month")
        if state.stage == STEP and not found.large:
            return Refusal("step_first")
        if found.large:
            plan = prepared(state)
            ready = plan is not None and plan.id == self.response and state.abroad.signs >= SIGNS
            if not ready or state.stage != STEP:
                return Refusal("not_ready")
        return self.out_of_reach(state)

    def weight_in(self, state: State) -> int:
        """Return how strongly the target is drawn here, and to so many shots."""
        points = points_of(state, self.response) + READIED * (state.stage == STEP)
        weight, shot = int(swell(points)), self.found(state.scenario).shot
        if shot is None or not self.shots:
            return weight
        # Rounded so that all numbers together have the whole weight.
        whole, upto = sum(shot.sizes), sum(shot.sizes[: self.shots])
        return weight * upto // whole - weight * (upto - shot.sizes[self.shots - 1]) // whole

    def fired(self, scenario: Scenario) -> int:
        """Return how many shots it is."""
        shot = self.found(scenario).shot
        return (self.shots or shot.usual) if shot else 0

    def apply(self, state: State) -> State:
        """Do it; within a month more may follow."""
        s, found, now = state.scenario, self.found(state.scenario), state.record.followup
        fired = (*now.fired, (now.month, self.fired(s))) if found.shot else now.fired
        state = spring(state) if found.large else state
        state = follow_up(state, acts=(*now.acts, (now.month, found.id)), fired=fired)
        state = changed(self.explained(state), response=_gravest(s, state.response, found))
        before = state.abroad.stance
        state = changed(state, abroad=acts.done(s.target, state.abroad, found))
        if before and not state.abroad.stance:
            state = break_off(state, self.seat)
        done = state.stage == STEP or len(state.record.followup.this_month) >= MOST_ACTS
        return next_seat(state) if done else state


def _gravest(scenario: Scenario, before: str, found: Response) -> str:
    """Return the act by which the months after a vote are remembered."""
    known = scenario.target.response(before)
    return found.id if known is None or found.rung >= known.rung else before


@frozen
class Rest(Action):
    """Do nothing more this month."""

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """The acts of a month end with it."""
        return not_now(state, MONTH)

    def weight_in(self, state: State) -> int:
        """Return how likely the month ends here, beside the weights of acts."""
        return int(swell(IDLE))

    def apply(self, state: State) -> State:
        """Let it be."""
        return next_seat(state)


@frozen
class Prepare(Act):
    """Begin to make a large step ready; nobody is told, but there are signs."""

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Only the target."""
        return (self.seat,)

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every large step."""
        for response in scenario.target.large:
            yield cls(seat, response.id)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """A month ends with plans, one at a time."""
        return not_now(state, PLAN)

    def refusal(self, state: State) -> Refusal | None:
        """It is within reach."""
        return self.out_of_reach(state)

    def weight_in(self, state: State) -> int:
        """Return how strongly the target is drawn to begin."""
        return int(swell(points_of(state, self.response)))

    def apply(self, state: State) -> State:
        """Begin."""
        steps = [r.id for r in state.scenario.target.large]
        world = acts.planned(state.abroad, steps.index(self.response) + 1)
        return next_seat(changed(self.explained(state), abroad=world))


@frozen
class Secret(Action):
    """Something that is decided about large steps, and that nobody else is told."""

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Only the target."""
        return (self.seat,)


@frozen
class Wait(Secret):
    """Leave it for another month: the step that is made ready, or the beginning of one."""

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Each month asks about large steps."""
        return not_now(state, STEP, PLAN)

    def weight_in(self, state: State) -> int:
        """Return how likely it is left, beside the weights of what else could be decided."""
        return int(swell(WAIT if state.stage == STEP else IDLE))

    def apply(self, state: State) -> State:
        """Let it be."""
        return next_seat(state)


@frozen
class CallOff(Secret):
    """Give up the step that was made ready."""

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """There is something to give up."""
        return not_now(state, STEP)

    def weight_in(self, state: State) -> int:
        """Return how likely it is given up; talks and offers make it likelier."""
        assert state.month is not None  # The stage was asked.
        sums = summed(state.month.points)
        found = readiness(state.scenario.target, state.abroad, state.month.felt, sums)
        return int(found.call_off)

    def apply(self, state: State) -> State:
        """Give it up."""
        return next_seat(changed(state, abroad=acts.called_off(state.abroad)))


@frozen
class LookOn(Action):
    """Let the Council go on, where a person plays the target: there is nothing to answer yet."""

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Nobody else is told that it looked."""
        return (self.seat,)

    def apply(self, state: State) -> State:
        """Go on."""
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
        return not_now(state, ANSWER)

    def apply(self, state: State) -> State:
        """Give the answer, in public."""
        return next_seat(agree(state, accepted=self.accepted))
