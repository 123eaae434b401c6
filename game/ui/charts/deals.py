"""The field of deals: what each level of one measure is worth to both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from game.ui.charts.scale import Range, around
from game.ui.widgets import Dot, Line, Mark, Poly, Shape, Tone

TOP, BOTTOM = 0.12, 0.88
"""The field; the names of the axes stand above and below it."""


@frozen
class Deal:
    """One possible change, seen by both sides.

    label: what stands beside it.
    mine: points for the one who looks, exact.
    theirs: points for the other side, an estimate.
    spread: how far the estimate may be off, points.
    state: now (what the text has), chosen, asked or offered; empty for a mere possibility.
    """

    label: str
    mine: float
    theirs: float
    spread: float = 0.0
    state: str = ""


def deals(points: Sequence[Deal], me: str, them: str) -> tuple[Shape, ...]:
    """Draw the changes in a field: to the right what I gain, upward what they gain.

    me, them: names for the two axes.
    """
    wide = around((p.mine for p in points), 8)
    high = around((v for p in points for v in (p.theirs - p.spread, p.theirs + p.spread)), 8)
    x, y = Range(*wide, 0.02, 0.98), Range(*high, BOTTOM - 0.02, TOP + 0.04)
    return (*_field(x, y, me, them), *(s for p in points for s in _deal(p, x, y)))


def _field(x: Range, y: Range, me: str, them: str) -> Iterator[Shape]:
    zero_x, zero_y = x.at(0), y.at(0)
    yield Poly(((zero_x, TOP), (1.0, TOP), (1.0, zero_y), (zero_x, zero_y)), "yes", 10)
    yield Poly(((0.0, zero_y), (zero_x, zero_y), (zero_x, BOTTOM), (0.0, BOTTOM)), "no", 8)
    yield Line(((0.0, zero_y), (1.0, zero_y)), "line", 1)
    yield Line(((zero_x, TOP), (zero_x, BOTTOM)), "line", 1)
    yield Mark(1.0, 1.0, f"better for {me} →", "muted", "above")
    yield Mark(zero_x, 0.0, f"better for {them} ↑", "muted", "right")


def _deal(point: Deal, x: Range, y: Range) -> Iterator[Shape]:
    at_x, at_y = x.at(point.mine), y.at(point.theirs)
    if point.spread:
        low, high = y.at(point.theirs - point.spread), y.at(point.theirs + point.spread)
        yield Line(((at_x, low), (at_x, high)), "muted", 1)
    chosen = point.state == "chosen"
    tone: Tone = "accent" if point.state else "muted"
    radius = 9 if chosen else 7 if point.state else 5
    yield Dot(at_x, at_y, tone, radius, hollow=point.state in ("", "offered"), ring=chosen)
    bold = bool(point.state)
    yield Mark(at_x, at_y, point.label, "text" if bold else "muted", "right", bold=bold)
