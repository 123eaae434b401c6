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


def _not_the_pen(state: State, seat: Seat) -> Refusal | None:
    return Refusal("own_draft") if seat == state.scenario.penholder else None


@frozen
class Insist(Action):
    """Insist on the 24 hours between blue and vote; free, and enough that one does.

    Who lets its turn go by waives them.

    Source: custom of the Council; the Russian Federation took the 24 hours on 1 March 2016.
    """

    PART: ClassVar[str] = "blue"

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Only where the pen asks for a vote on the same day, and once."""
        blue = state.record.settling.blue
        if not blue.soon:
            return Refusal("not_soon")
        return Refusal("insisted") if blue.insisted else _not_the_pen(state, seat)

    def apply(self, state: State) -> State:
        """Put it on record; the vote is on the next day."""
        return settle(state, blue=evolve(state.record.settling.blue, insisted=self.seat))


@frozen
class AskDelay(Action):
    """Ask for an hour's delay of the vote, to hear the others first; granted once, as a courtesy.

    Source: the vote on resolution 1874 was put back by an hour at a member's request, 12 June 2009.
    """

    PART: ClassVar[str] = "blue"

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Once in a sitting, while others are still to be heard."""
        if state.record.settling.blue.delayed:
            return Refusal("delayed")
        if not [s for s in state.queue[1:] if s != state.scenario.penholder]:
            return Refusal("heard_all")
        return _not_the_pen(state, seat)

    def apply(self, state: State) -> State:
        """Have the last word after all others, the pen left out."""
        state = settle(state, blue=evolve(state.record.settling.blue, delayed=self.seat))
        at = state.queue.index(state.scenario.penholder)
        return evolve(state, queue=(*state.queue[1:at], self.seat, *state.queue[at:]))


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
