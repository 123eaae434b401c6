"""The field of deals: what each possible deal is worth to both sides, and the best there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from game.language import _
from game.ui.charts.scale import Range, around
from game.ui.widgets import Dot, Line, Mark, Point, Poly, Shape, Tone

TOP, BOTTOM = 0.12, 0.88
"""The field; the names of the axes stand above and below it."""
CROWD = 2
"""Radius of a deal among many, without a name of its own, design pixels."""


@frozen
class Deal:
    """One possible change or deal, seen by both sides.

    label: what stands beside it; nothing for one of the crowd.
    mine: points for the one who looks, exact.
    theirs: points for the other side, an estimate.
    spread: how far the estimate may be off, points.
    state: now (what stands), chosen, asked or offered; empty for a mere possibility.
    """

    label: str
    mine: float
    theirs: float
    spread: float = 0.0
    state: str = ""


def deals(
    points: Sequence[Deal], me: str, them: str, edge: Sequence[tuple[float, float]] = ()
) -> tuple[Shape, ...]:
    """Draw deals in a field: to the right what I gain, upward what they gain.

    Args:
        me, them: names for the two axes.
        edge: the best for both that was found, as pairs of points, drawn as a line.
    """
    wide = around((*(p.mine for p in points), *(x for x, _y in edge)), 8)
    high = around(
        (
            *(v for p in points for v in (p.theirs - p.spread, p.theirs + p.spread)),
            *(y for _x, y in edge),
        ),
        8,
    )
    x, y = Range(*wide, 0.02, 0.98), Range(*high, BOTTOM - 0.02, TOP + 0.04)
    crowd = sorted(points, key=lambda p: (bool(p.label), p.state == "chosen"))
    return (
        *_field(x, y, me, them),
        *_edge(edge, x, y),
        *(shape for p in crowd for shape in _deal(p, x, y)),
    )


def _field(x: Range, y: Range, me: str, them: str) -> Iterator[Shape]:
    zero_x, zero_y = x.at(0), y.at(0)
    yield Poly(((zero_x, TOP), (1.0, TOP), (1.0, zero_y), (zero_x, zero_y)), "yes", 10)
    yield Poly(((0.0, zero_y), (zero_x, zero_y), (zero_x, BOTTOM), (0.0, BOTTOM)), "no", 8)
    yield Line(((0.0, zero_y), (1.0, zero_y)), "line", 1)
    yield Line(((zero_x, TOP), (zero_x, BOTTOM)), "line", 1)
    yield Mark(1.0, 1.0, _("better for {seat} →").format(seat=me), "muted", "above")
    yield Mark(zero_x, 0.0, _("better for {seat} ↑").format(seat=them), "muted", "right")


def _edge(edge: Sequence[tuple[float, float]], x: Range, y: Range) -> Iterator[Shape]:
    if len(edge) < 2:
        return
    line: tuple[Point, ...] = tuple((x.at(mine), y.at(theirs)) for mine, theirs in sorted(edge))
    yield Line(line, "accent", 2)


def _deal(point: Deal, x: Range, y: Range) -> Iterator[Shape]:
    at_x, at_y = x.at(point.mine), y.at(point.theirs)
    if not point.label and not point.state:
        yield Dot(at_x, at_y, "line", CROWD)
        return
    if point.spread:
        low, high = y.at(point.theirs - point.spread), y.at(point.theirs + point.spread)
        yield Line(((at_x, low), (at_x, high)), "muted", 1)
    chosen = point.state == "chosen"
    tone: Tone = "accent" if point.state else "muted"
    radius = 9 if chosen else 7 if point.state else 5
    yield Dot(at_x, at_y, tone, radius, hollow=point.state in ("", "offered"), ring=chosen)
    bold = bool(point.state)
    yield Mark(at_x, at_y, point.label, "text" if bold else "muted", "right", bold=bold)
