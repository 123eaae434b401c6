"""What one delegation says to another, between the two alone."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from game.engine.actions.base import Action, Refusal
from game.engine.scenario import Scenario
from game.engine.terms import Seat


@frozen
class Between(Action):
    """Something that passes between two delegations; nobody else hears it.

    to: the other.
    """

    PART: ClassVar[str] = "offers"

    to: Seat

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Only the two."""
        return (self.seat, self.to)

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The other is a member."""
        known = self.to in scenario.seats and self.to != self.seat
        return None if known else Refusal("unknown", {"name": self.to})
