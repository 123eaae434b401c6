"""What is done between blue and the vote: insist on time, put it off, withdraw."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Self

from attrs import evolve, frozen

from game.engine import floor
from game.engine.actions.base import Action, Refusal
from game.engine.actions.closing import settle
from game.engine.actions.motions import on_table
from game.engine.actions.raising import has_floor, keep_floor
from game.engine.actions.rivals import own_rivals
from game.engine.scenario import Scenario
from game.engine.settlement import miss_date
from game.engine.state import State, next_seat
from game.engine.terms import Phase, Seat


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
    """Withdraw one's draft before any vote has been taken on it: no product, and no defeat.

    Source: Provisional Rules of Procedure, rule 35.

    version: number of a rival draft; 0 for the text in blue.
    """

    PART: ClassVar[str] = "blue"
    RAISES: ClassVar[bool] = True
    version: int = 0

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield one, for the pen."""
        if seat == scenario.penholder:
            yield cls(seat)

    @classmethod
    def choices(cls, state: State, seat: Seat) -> tuple[Action, ...]:
        """Return one for each draft of this seat on the table."""
        if state.phase is not Phase.VOTE:
            text = (cls(seat),) if _brings_text(state, seat) else ()
            return (*text, *(cls(seat, n) for n in own_rivals(state, seat)))
        drafts = (q for q in state.questions if q.kind == "draft" and q.by == seat)
        return tuple(cls(seat, 0 if q.version == state.blue else q.version) for q in drafts)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """In blue who brings the text does it; a rival goes at any time; in the meeting, the floor.

        Whoever is asked about a draft of its own can do it, too.
        """
        if state.phase is not Phase.VOTE:
            own = _brings_text(state, seat) or own_rivals(state, seat)
            return None if own else Refusal("no_draft")
        if state.matter is not None and state.matter.kind == "draft":
            return None
        if state.calling and (state.ballots or state.scenario.plays("motions")):
            return Refusal("vote_taken")
        return None if state.calling else has_floor(state)

    def refusal(self, state: State) -> Refusal | None:
        """The draft must be one's own."""
        if state.phase is Phase.VOTE:
            draft = on_table(state, self.version or state.blue)
            return None if draft and draft.by == self.seat else Refusal("no_draft")
        own = _brings_text(state, self.seat)
        if self.version:
            own = self.version in own_rivals(state, self.seat)
        return None if own else Refusal("no_draft")

    def apply(self, state: State) -> State:
        """Put it on record; what is left on the table goes on.

        In the meeting who has seconded it is asked whether to bring it all the same; outside it
        passes to that member, who can withdraw it in turn.
        """
        version = self.version or state.blue
        if state.phase is Phase.VOTE:
            if state.calling:
                state = evolve(state, calling=False, queue=())
            elif state.matter is None:
                state = keep_floor(state, self.seat)
            else:
                state = next_seat(state)
            return floor.withdraw(state, version)
        if version == state.blue and self.seat == state.scenario.penholder:
            state = miss_date(state)
        if floor.seconder(state, version):
            state = floor.passed_on(state, version)
            return state if self.version else next_seat(state)
        left = tuple(n for n in state.tabled if n != version)
        if self.version:
            return evolve(state, tabled=left)
        return evolve(settle(state, withdrawn=state.blue), queue=(), tabled=left)


def _brings_text(state: State, seat: Seat) -> bool:
    """Tell whether it is for this seat to withdraw the text in blue, before the meeting."""
    if state.phase is not Phase.BLUE:
        return False
    return seat == (state.draft(state.blue).author or state.scenario.penholder)
