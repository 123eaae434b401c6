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
Span = tuple[float, float]
Choice = tuple[Side, float, Span]
Stems = Sequence[tuple[float, Span]]


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
    stems = [at for at, _name in names]
    spans: list[Span] = []
    spots: list[tuple[Side, float]] = []
    for number, (at, name) in reversed(list(enumerate(names))):
        wide = (len(name) * LETTER + SIGN) / room
        after = list(zip(stems[number + 1 :], spans, strict=True))

        def burden(choice: Choice, at: float = at, after: Stems = after) -> tuple[int, int]:
            """Count the names that would have to be both nearer and farther out; then stems."""
            span = choice[2]
            mutual = sum(_covers(span, stem) and _covers(its, at) for stem, its in after)
            return mutual, sum(_covers(span, stem) for stem in stems if stem < at)

        side, where, span = min(_choices(at, wide), key=burden)
        spans.insert(0, span)
        spots.insert(0, (side, where))
    levels = _levels(stems, spans)
    return tuple(Spot(level, *spot) for level, spot in zip(levels, spots, strict=True))


def _choices(at: float, wide: float) -> list[Choice]:
    """Return where a name can stand within the picture, the plainest first."""
    middle = min(max(at, wide / 2), max(0.5, 1.0 - wide / 2))
    across: Choice = ("center", middle, (middle - wide / 2, middle + wide / 2))
    beside: list[Choice] = [("right", at, (at, at + wide)), ("left", at, (at - wide, at))]
    return [it for it in beside if it[2][0] >= 0.0 and it[2][1] <= 1.0] + [across]


def _levels(stems: Sequence[float], spans: Sequence[Span]) -> list[int]:
    """Return how far out each name must stand."""
    levels = [0] * len(stems)
    for _turn in stems:
        for one, other in permutations(range(len(stems)), 2):
            over = _covers(spans[one], stems[other])
            if over and _covers(spans[other], stems[one]):
                # Each stands over the other's stem: the earlier one goes farther out, that is all.
                over = one < other
            same = levels[one] == levels[other] and one < other and _meet(spans[one], spans[other])
            if (over or same) and levels[one] <= levels[other]:
                levels[one] = min(len(stems) - 1, levels[other] + 1)
    return levels


def _covers(span: Span, stem: float) -> bool:
    return span[0] < stem < span[1]


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
