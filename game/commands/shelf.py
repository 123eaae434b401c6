"""The scenarios of the data folder, for the window; read when the window asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game import paths
from game.ui.messages import Listing

if TYPE_CHECKING:
    from game.engine.scenario import Scenario


class Shelf:
    """Lists scenarios one by one, so that the title can be drawn before all are read."""

    def __init__(self) -> None:
        self._read: dict[str, Scenario] = {}

    def names(self) -> tuple[str, ...]:
        """Return the ids of all scenarios, readable or not."""
        return tuple(sorted(paths.scenario_files()))

    def listing(self, name: str) -> Listing:
        """Return what the title screen says of one; a broken one with its first fault."""
        from game.codec import DataError
        from game.words.names import month_of

        try:
            found = self.load(name)
        except DataError as error:
            return Listing(name, name, fault=str(error.faults[0]))
        whole = found.campaign or found
        return Listing(
            name,
            whole.title,
            whole.summary,
            found.rounds,
            lively=found.lively,
            start=found.start,
            when=month_of(found.start),
            about=found.target.id,
            sittings=1 + len(found.campaign.sequels) if found.campaign else 1,
        )

    def load(self, name: str) -> Scenario:
        """Load one; a file that has been read without fault is not read again.

        Raises:
            DataError: with every fault.
        """
        from game.content import load_scenario

        if name not in self._read:
            self._read[name] = load_scenario(name)
        return self._read[name]
