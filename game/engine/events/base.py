"""What a fact is."""

from __future__ import annotations

from attrs import frozen

from game.engine.scenario import Scenario
from game.engine.terms import Seat


@frozen
class Event:
    """A fact in the log; `words` makes its sentence."""

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Return who may know it; None is everybody."""
        return None
