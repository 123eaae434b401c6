"""How far missiles of each class fly: arcs over the ground, and where they come down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt

from game.language import _
from game.ui.charts.scale import Range
from game.ui.widgets import Dot, Line, Mark, Shape, Tone

GROUND = 0.70
START = 0.03
FARTHEST = 10_500
"""Kilometres at the right edge. Distances are drawn by their root, so that short ones show."""


def place(reach: int) -> float:
    """Return where a distance in kilometres lies from left to right."""
    return Range(0, sqrt(FARTHEST), START, 0.985).at(sqrt(reach))


def flights(classes: Sequence[tuple[str, str, int, bool, Tone]]) -> tuple[Shape, ...]:
    """Draw one arc for each class.

    Args:
        classes: label, who first comes into reach, reach in kilometres, whether it can be flown
            yet, colour.
    """
    return (
        Line(((0.0, GROUND), (1.0, GROUND)), "muted", 2),
        *(shape for it in classes for shape in _arc(*it)),
        Dot(START, GROUND, "text", 5),
    )


def _arc(label: str, whom: str, reach: int, can: bool, tone: Tone) -> Iterator[Shape]:
    end = place(reach)
    height = 0.06 + 0.68 * (end - START)
    path = tuple(
        (START + (end - START) * i / 40, GROUND - height * 4 * (i / 40) * (1 - i / 40))
        for i in range(41)
    )
    shown: Tone = tone if can else "muted"
    yield Line(path, shown, 3 if can else 2, dashed=not can)
    yield Dot(end, GROUND, shown, 5, hollow=not can)
    distance = _("{kind} {km} km").format(kind=label, km=f"{reach:,}")
    yield Mark(end, GROUND + 0.03, distance, "text" if can else "muted", "below", bold=can)
    if whom:
        yield Mark(end, GROUND + 0.14, whom, shown, "below")
