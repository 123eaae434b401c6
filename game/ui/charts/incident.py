"""What an instrument drew of the act that opens a sitting: a tremor, or the flight of a missile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import exp, sin

from game.engine.scenario import Incident
from game.language import _
from game.ui.widgets import Area, Canvas, Dot, Line, Mark, Point, Poly, Shape, Widget

SHOCK_AT = 0.42
"""Where on the paper the needle jumps."""
GROUND, TOP = 0.80, 0.10
"""Where the ground lies, and the highest point of a flight."""
LAUNCH, FALL = 0.31, 0.63
STATION_KM = 400
"""Height at which the space station circles, for comparison. Source: its operators, rounded."""


HEIGHTS: Mapping[str, tuple[int, int]] = {"tremor": (84, 56), "flight": (150, 104)}
"""Picture -> its height, and where there is little room."""


def picture(incident: Incident, *, low: bool = False) -> Widget | None:
    """Return what was recorded of an incident, or nothing where the scenario names no picture.

    low: there is little room.
    """
    if incident.picture not in HEIGHTS:
        return None
    height = HEIGHTS[incident.picture][low]
    if incident.picture == "tremor":
        return Canvas((Line(tuple(_tremor()), "no", width=1),), _("a tremor"), height=height)
    return Canvas(tuple(_flight(incident)), _told(incident), height=height)


def _tremor() -> Iterator[Point]:
    """Yield what the needle drew: quiet, a shock, and its long end."""
    for i in range(241):
        t = i / 240
        shock = exp(-abs(t - SHOCK_AT) * (60 if t < SHOCK_AT else 9))
        swing = sin(i * 1.9) * (0.55 + 0.45 * sin(i * 0.37)) * (0.03 + 0.42 * shock)
        yield (t, 0.5 + swing)


def _told(incident: Incident) -> str:
    parts = [_("the path of a missile")]
    if incident.apogee:
        parts.append(_("highest point {km} km").format(km=f"{incident.apogee:,}"))
    if incident.minutes:
        parts.append(_("{n} minutes in the air").format(n=incident.minutes))
    return ", ".join(parts)


def _flight(incident: Incident) -> Iterator[Shape]:
    """Yield the ground, the path as radar saw it, its highest point and its end."""
    top, middle, soil = TOP, (LAUNCH + FALL) / 2, (GROUND + 1) / 2
    path = tuple((LAUNCH + (FALL - LAUNCH) * i / 60, _height(i / 60, top)) for i in range(61))
    yield Poly(((0.0, GROUND), (1.0, GROUND), (1.0, 1.0), (0.0, 1.0)), "line", 60)
    yield Area(path, "no", 10, base=GROUND)
    yield from _station(incident, top)
    yield Line(path, "no", 2)
    yield Dot(LAUNCH, GROUND, "no", 4)
    yield Dot(middle, top, "no", 5, ring=True)
    yield Dot(FALL, GROUND, "no", 4, hollow=True)
    if incident.apogee:
        says = _("{km} km").format(km=f"{incident.apogee:,}")
        yield Mark(middle, top, says, "text", "right")
    if incident.minutes:
        says = _("{n} minutes").format(n=incident.minutes)
        yield Mark(middle, (GROUND + top) / 2, says, "muted", "center")
    yield Mark(LAUNCH, soil, _("launch"), "muted", "center")
    yield Mark(FALL, soil, _("sea"), "muted", "center")


def _station(incident: Incident, top: float) -> Iterator[Shape]:
    """Yield how low the space station circles, where the flight went well above it."""
    if incident.apogee < 2 * STATION_KM:
        return
    height = GROUND - (GROUND - top) * STATION_KM / incident.apogee
    yield Line(((0.0, height), (1.0, height)), "line", 1, dashed=True)
    says = _("space station, {km} km").format(km=STATION_KM)
    yield Mark(0.85, height, says, "muted", "above")


def _height(share: float, top: float) -> float:
    """Return how high a path lies on the picture after a share of its way: a parabola."""
    return GROUND - (GROUND - top) * 4 * share * (1 - share)
