"""What lies on the shelf: scenarios, listed and loaded by whoever knows their files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from game.ui.messages import Listing

if TYPE_CHECKING:
    from game.engine.scenario import Scenario


class Shelf(Protocol):
    """Where the window gets scenarios from; reading files is not its business."""

    def names(self) -> tuple[str, ...]:
        """Return the names of all scenarios, readable or not."""
        ...

    def listing(self, name: str) -> Listing:
        """Return what the title screen says of one; a broken one with its first fault."""
        ...

    def load(self, name: str) -> Scenario:
        """Load one.

        Raises:
            ValueError: it cannot be played; the text is a sentence for the player.
        """
        ...
