"""The scenarios of the data folder, for the window."""

from __future__ import annotations

from game.codec import DataError
from game.content import load_scenario, scenario_ids
from game.engine.scenario import Scenario
from game.ui.messages import Listing


class Shelf:
    """Lists scenarios one by one, so that the title can be drawn before all are read."""

    def __init__(self) -> None:
        self._read: dict[str, Scenario] = {}

    def names(self) -> tuple[str, ...]:
        """Return the ids of all scenarios, readable or not."""
        return scenario_ids()

    def listing(self, name: str) -> Listing:
        """Return what the title screen says of one; a broken one with its first fault."""
        try:
            found = self.load(name)
        except DataError as error:
            return Listing(name, name, fault=str(error.faults[0]))
        return Listing(name, found.title, found.summary, found.rounds)

    def load(self, name: str) -> Scenario:
        """Load one; a file that has been read without fault is not read again.

        Raises:
            DataError: with every fault.
        """
        if name not in self._read:
            self._read[name] = load_scenario(name)
        return self._read[name]
