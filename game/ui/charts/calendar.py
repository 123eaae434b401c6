"""A campaign on a line of months: sittings as beads, with what happened between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.ui.charts.months import MOMENTS
from game.ui.charts.scale import Range
from game.ui.charts.stacking import stacked
from game.ui.widgets import Dot, Line, Mark, Shape, Tone

X = (0.05, 0.95)
LINE = 0.52
LOWEST = 0.97
"""Where the lowest of the names between the sittings stands."""
ROOM = 1000
"""Width that the line of months has at least, design pixels; below that it is a list."""
APART = 0.15
"""Least distance between two names."""


def spot(at: float, months: float) -> float:
    """Return where a month lies from left to right."""
    return Range(0, max(0.1, months), *X).at(at)


def spread(spots: Sequence[float], least: float = APART) -> tuple[float, ...]:
    """Return the spots moved apart so that what is named there does not overlap, in their order."""
    out: list[float] = []
    for spot_ in spots:
        out.append(max(spot_, out[-1] + least) if out else spot_)
    edge = X[1]
    for number in range(len(out) - 1, -1, -1):
        out[number] = min(out[number], edge)
        edge = out[number] - least
    return tuple(out)


def calendar(
    months: float,
    beads: Sequence[tuple[float, str]],
    moments: Sequence[tuple[float, str, str]],
    years: Sequence[tuple[float, str]],
) -> tuple[Shape, ...]:
    """Draw the line, its years, the beads and what happened between them.

    Args:
        beads: month and status: adopted, failed, passed, now or ahead.
        moments: month, few words, kind.
        years: month and number of each year that begins.
    """
    spots = [spot(at, months) for at, _status in beads]
    named = spread(spots)
    here = next((at for at, status in beads if status == "now"), months)
    return (
        Line(((X[0], LINE), (spot(here, months), LINE)), "accent", 4),
        Line(((spot(here, months), LINE), (X[1], LINE)), "line", 4),
        *_years(years, months),
        *_between(moments, months),
        *(
            shape
            for x, name_at, (_at, status) in zip(spots, named, beads, strict=True)
            for shape in _bead(x, name_at, status)
        ),
    )


def _years(years: Sequence[tuple[float, str]], months: float) -> Iterator[Shape]:
    for at, label in years:
        x = spot(at, months)
        yield Line(((x, LINE - 0.07), (x, LINE + 0.07)), "muted", 1)
        yield Mark(x, LINE + 0.08, label, "muted", "right")


def _between(moments: Sequence[tuple[float, str, str]], months: float) -> Iterator[Shape]:
    named = stacked([(spot(at, months), label) for at, label, _kind in moments], ROOM)
    for (at, label, kind), place in zip(moments, named, strict=True):
        tone, sign = MOMENTS[kind]
        x, y = spot(at, months), min(LOWEST, LINE + 0.2 + 0.1 * place.level)
        yield Line(((x, LINE), (x, y)), "line", 1)
        yield Mark(place.at, y, f"{sign} {label}", tone, place.side)


def _bead(x: float, name_at: float, status: str) -> Iterator[Shape]:
    tones: dict[str, Tone] = {"adopted": "yes", "failed": "no", "now": "accent"}
    tone = tones.get(status, "muted")
    yield Line(((x, LINE), (name_at, LINE - 0.13)), tone, 1)
    open_ = status in ("ahead", "passed")
    yield Dot(x, LINE, tone, 11, hollow=open_, ring=status == "now")
