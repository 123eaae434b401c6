"""What is the President's: when the Council votes, and in which order members are called."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import ClassVar, Self

from attrs import evolve, frozen

from game.engine import council, floor
from game.engine.actions.base import Action, Refusal
from game.engine.actions.closing import settle
from game.engine.changing import changed
from game.engine.events import BeatOpened
from game.engine.record import Question
from game.engine.scenario import Scenario
from game.engine.settlement import discredited
from game.engine.state import State, note
from game.engine.terms import Phase, Seat

LATEST = 2
"""Days by which a President can put a vote off. Source: practice; a sponsor that asks gets it."""


def _presides(state: State, seat: Seat) -> Refusal | None:
    chair = state.scenario.president(state.record.day)
    return None if seat == chair else Refusal("not_president")


@frozen
class Schedule(Action):
    """Set the vote some days later than custom has it, as President.

    Who saw the text late has had time to read it then, and a new month has a new President. A
    President that nobody has asked for time is seen to take sides.

    Source: the President times meetings after soundings; Provisional Rules of Procedure, rule 2.

    days: later than custom.
    """

    PART: ClassVar[str] = "blue"
    days: int

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield each wait, for whoever presides some time."""
        if seat in scenario.presidency.values():
            for days in range(1, LATEST + 1):
                yield cls(seat, days)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """The President does it, once."""
        if state.record.settling.blue.later:
            return Refusal("scheduled")
        return _presides(state, seat)

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """A vote is put off by a day or two."""
        return None if 0 < self.days <= LATEST else Refusal("unknown", {"name": str(self.days)})

    def apply(self, state: State) -> State:
        """Put the day on record; the turn goes on."""
        blue = state.record.settling.blue
        if not (blue.insisted or blue.delayed):
            state = discredited(state, self.seat, "chair")
        return settle(state, blue=evolve(blue, later=self.days))


@frozen
class Arrange(Action):
    """Set the order in which members are called to speak, as President, in a formal meeting.

    A member that is set back far can challenge it like any ruling of the President; it stands
    unless nine overrule it.

    Source: Provisional Rules of Procedure, rules 27 and 30.

    order: every member once.
    """

    PART: ClassVar[str] = "motions"
    order: tuple[Seat, ...]

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield one for each member that can be called first; other orders are made by hand."""
        if seat in scenario.presidency.values():
            for first in scenario.seats:
                yield cls(seat, (first, *(s for s in scenario.seats if s != first)))

    @classmethod
    def choices(cls, state: State, seat: Seat) -> tuple[Action, ...]:
        """Return the order of custom with each other member called first."""
        if seat not in state.scenario.presidency.values():
            return ()
        custom = state.scenario.seating(state.record.day)
        return tuple(cls(seat, (s, *(x for x in custom if x != s))) for s in custom[1:])

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """The President does it in its own turn, once a meeting, before others have spoken."""
        if refusal := _presides(state, seat):
            return refusal
        opening = state.stage in ("opening", "floor") and not state.calling
        if not opening or state.matter is not None:
            return Refusal("no_meeting")
        return Refusal("arranged") if _is_arranged(state) else None

    def refusal(self, state: State) -> Refusal | None:
        """Everybody is called once, and not just as custom has it."""
        if sorted(self.order) != sorted(state.scenario.seats):
            return Refusal("not_everybody")
        custom = self.order == state.scenario.seating(state.record.day)
        return Refusal("customary") if custom else None

    def apply(self, state: State) -> State:
        """Put the order on record, and ask whom it sets back whether that stands."""
        custom = state.scenario.seating(state.record.day)
        state = note(state, speakers=self.order)
        if state.phase is Phase.VOTE:
            state = floor.in_turn(state)
        loser = council.set_back(custom, self.order, but=self.seat)
        if not loser:
            return state
        ruling = Question("ruling", self.seat, loser, 1, cause=council.ORDER)
        return changed(state, matter=ruling, queue=(loser, *state.queue))


def _is_arranged(state: State) -> bool:
    """Tell whether an order of speakers was set in this meeting, overruled since or not."""
    since = takewhile(lambda e: not isinstance(e, BeatOpened), reversed(state.log))
    return any(isinstance(e, Arrange) for e in since)
