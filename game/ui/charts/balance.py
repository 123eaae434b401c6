"""A beam on a stand: two sides and which of them weighs more."""

from __future__ import annotations

from collections.abc import Iterator

from game.ui.charts.scale import Range
from game.ui.widgets import Dot, Line, Mark, Poly, Shape, Tone

HALF = 0.30
"""Length of an arm."""
DIP = 0.20
"""How far an arm goes down at most."""


def beam(
    left: int, right: int, tones: tuple[Tone, Tone] = ("no", "yes"), *, figures: bool = True
) -> tuple[Shape, ...]:
    """Draw a beam that dips to the heavier side, with a pan and, if wanted, its figure on each."""
    whole = max(1, left + right)
    tilt = Range(-whole, whole, -DIP, DIP).at(left - right)
    return (
        Poly(((0.5, 0.34), (0.52, 0.98), (0.48, 0.98)), "muted", 60),
        Line(((0.5 - HALF, 0.34 + tilt), (0.5 + HALF, 0.34 - tilt)), "text", 4),
        Dot(0.5, 0.34, "text", 5),
        *_pan(0.5 - HALF, 0.34 + tilt, left * figures, tones[0]),
        *_pan(0.5 + HALF, 0.34 - tilt, right * figures, tones[1]),
    )


def _pan(x: float, y: float, weight: int, tone: Tone) -> Iterator[Shape]:
    low = y + 0.30
    yield Line(((x, y), (x - 0.09, low)), "muted", 1)
    yield Line(((x, y), (x + 0.09, low)), "muted", 1)
    yield Poly(
        ((x - 0.11, low), (x + 0.11, low), (x + 0.07, low + 0.11), (x - 0.07, low + 0.11)), tone, 90
    )
    if weight:
        yield Mark(x, low - 0.11, str(weight), tone, "center", bold=True)
