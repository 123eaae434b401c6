"""What was promised outside the text, in the months after the vote: it is done, or it is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from attrs import frozen

from game.engine.actions.base import Action, Refusal
from game.engine.actions.season import Campaigning
from game.engine.actions.terms import can_give
from game.engine.opinion import favour_worth
from game.engine.record import Pledge, Record
from game.engine.scenario import Scenario
from game.engine.settlement import deliver
from game.engine.state import State
from game.engine.terms import Seat


def owed_favours(record: Record, seat: Seat) -> tuple[Pledge, ...]:
    """Return the favours that a seat has promised and not done yet."""
    return tuple(
        p
        for p in record.pledges
        if (p.by, p.kind, p.status, p.due) == (seat, "favour", "open", "season")
    )


@frozen
class Deliver(Campaigning):
    """Do the favour that was promised; the turn of this half is not spent with it.

    What is not done when the second half is over is a broken promise.

    to: who was promised it.
    item: the favour.
    """

    to: Seat
    item: str

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Only the two: what was promised was said between them."""
        return (self.seat, self.to)

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every favour that a seat can do to anybody who has a use for it."""
        for favour in scenario.favours:
            if can_give(scenario, seat, favour.id):
                for to in scenario.seats:
                    if to != seat and favour_worth(scenario, favour.id, to):
                        yield cls(seat, to, favour.id)

    @classmethod
    def choices(cls, state: State, seat: Seat) -> tuple[Action, ...]:
        """Return what is owed."""
        return tuple(cls(seat, p.to, p.item) for p in owed_favours(state.record, seat))

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Only what was promised is owed."""
        if not owed_favours(state.record, seat):
            return Refusal("nothing_owed")
        return super().closed(state, seat)

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """It is one of the favours there are."""
        known = any(f.id == self.item for f in scenario.favours)
        return None if known else Refusal("unknown", {"name": self.item})

    def refusal(self, state: State) -> Refusal | None:
        """It was promised to just this seat."""
        owed = {(p.to, p.item) for p in owed_favours(state.record, self.seat)}
        return None if (self.to, self.item) in owed else Refusal("nothing_owed")

    def apply(self, state: State) -> State:
        """Keep the promise; the two know."""
        return deliver(state, self.seat, self.to, self.item)


__all__ = ["Deliver", "owed_favours"]
