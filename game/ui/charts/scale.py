"""Turn values into places on a canvas."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from game.ui.widgets import Point


@frozen
class Range:
    """A stretch of values laid along one side of a canvas.

    low, high: the values at its ends.
    start, end: where the ends lie, 0 to 1; start above end turns it round.
    """

    low: float
    high: float
    start: float = 0.0
    end: float = 1.0

    def at(self, value: float) -> float:
        """Return where a value lies; values outside are kept at the ends."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        share = (value - self.low) / (self.high - self.low)
        return self.start + min(1.0, max(0.0, share)) * (self.end - self.start)


def around(values: Iterable[float], least: float = 1.0) -> tuple[float, float]:
    """Return bounds that hold all values and zero, with a little room at both ends.

    least: the narrowest span, in the values' unit.
    """
    found = [0.0, *values]
    low, high = min(found), max(found)
    spare = max(least - (high - low), 0.0) / 2
    room = (high - low) * 0.12 + spare
    return low - room, high + room


def line(values: Iterable[float], x: Range, y: Range) -> tuple[Point, ...]:
    """Return a line through values at 0, 1, 2 and so on."""
    return tuple((x.at(i), y.at(value)) for i, value in enumerate(values))
