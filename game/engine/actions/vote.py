"""The vote: sealed ballots, then the reasons given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from attrs import evolve, frozen

from game.engine.actions.base import Action, Refusal
from game.engine.scenario import Scenario
from game.engine.state import State, next_seat
from game.engine.terms import Ballot, Seat

EXPLANATIONS = ("wide", "narrow", "talks")
"""How a vote is explained: a duty to carry out, a narrow reading, a way to talks."""


@frozen
class CastVote(Action):
    """One sealed ballot on the text in blue.

    ballot: what it says.
    """

    ballot: Ballot

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Sealed until the count."""
        return (self.seat,)

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield the five ballots."""
        for ballot in Ballot:
            yield cls(seat, ballot)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """One ballot each, before the count."""
        return Refusal("voted") if seat in state.ballots else None

    def apply(self, state: State) -> State:
        """Drop it into the box."""
        return next_seat(evolve(state, ballots={**state.ballots, self.seat: self.ballot}))


@frozen
class Explain(Action):
    """Explain the vote, in one of three readings that others remember, or not at all.

    reading: wide, narrow or talks; empty for silence.
    """

    reading: str

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield the three readings, and silence."""
        for reading in (*EXPLANATIONS, ""):
            yield cls(seat, reading)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """After the count."""
        return None if state.tally else Refusal("not_counted")

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """There are three readings, and silence."""
        known = self.reading in (*EXPLANATIONS, "")
        return None if known else Refusal("unknown", {"name": self.reading})

    def apply(self, state: State) -> State:
        """Put it into the record of the meeting."""
        return next_seat(evolve(state, explained={**state.explained, self.seat: self.reading}))
