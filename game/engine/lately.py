"""Results kept for the values of late, so that what was worked out once is not again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")
"""What is kept."""


class Lately(Generic[Made]):
    """Results for the values of late; a frozen value's results never change."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, ...], tuple[object, Made]] = {}

    def get(self, make: Callable[[], Made], *keys: object) -> Made:
        """Return the result for these very objects, made once while they live here."""
        at = tuple(map(id, keys))
        hit = self._kept.get(at)
        if hit is None:
            if len(self._kept) >= 256:
                self._kept.clear()
            hit = self._kept[at] = (keys, make())  # The keys are kept alive, so ids stay theirs.
        return hit[1]
