"""Names above or below a line of time, stacked so that no stem runs through another's name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from typing import Literal

from attrs import frozen

LETTER = 7.4
"""Width of a letter of small type on the average, design pixels, with some room to spare."""
SIGN = 24.0
"""Room for the sign before a name and the gap to its stem, design pixels."""

Side = Literal["left", "right", "center"]


@frozen
class Spot:
    """Where a name stands.

    level: how many names stand between it and the line.
    side: where it stands, seen from its stem; a name too long for either side stands across it.
    at: what it stands beside, or in the middle of, 0 to 1.
    """

    level: int
    side: Side
    at: float


def stacked(names: Sequence[tuple[float, str]], room: float) -> tuple[Spot, ...]:
    """Return a level and a side for each name, so that stems and names keep clear of each other.

    A stem runs from the line to its name: whatever stands above another's stem stands farther out.

    Args:
        names: where each stem is, 0 to 1 and ascending, and what it is called.
        room: width of the picture, design pixels.
    """
    spans: list[tuple[float, float]] = []
    spots: list[tuple[Side, float]] = []
    side: Side
    for at, name in reversed(names):
        wide = (len(name) * LETTER + SIGN) / room
        left = at + wide > 1.0
        # A name that reached over stems whose own names lead back would have to be both nearer
        # and farther out than they.
        left = left or any(at < x < at + wide and s[0] < at for (x, _n), s in _after(names, spans))
        if left and at - wide >= 0.0:
            span, side, where = (at - wide, at), "left", at
        elif at + wide <= 1.0:
            span, side, where = (at, at + wide), "right", at
        else:
            where = min(max(at, wide / 2), max(0.5, 1.0 - wide / 2))
            span, side = (where - wide / 2, where + wide / 2), "center"
        spans.insert(0, span)
        spots.insert(0, (side, where))
    levels = _levels([at for at, _name in names], spans)
    return tuple(Spot(level, *spot) for level, spot in zip(levels, spots, strict=True))


def _after(
    names: Sequence[tuple[float, str]], spans: Sequence[tuple[float, float]]
) -> list[tuple[tuple[float, str], tuple[float, float]]]:
    """Return the names that were placed so far, which are the last ones, with their spans."""
    return list(zip(names[len(names) - len(spans) :], spans, strict=True))


def _levels(stems: Sequence[float], spans: Sequence[tuple[float, float]]) -> list[int]:
    """Return how far out each name must stand."""
    levels = [0] * len(stems)
    for _turn in stems:
        for one, other in permutations(range(len(stems)), 2):
            start, end = spans[one]
            over = start < stems[other] < end
            same = levels[one] == levels[other] and one < other and _meet(spans[one], spans[other])
            if (over or same) and levels[one] <= levels[other]:
                levels[one] = min(len(stems) - 1, levels[other] + 1)
    return levels


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
