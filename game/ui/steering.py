"""Where keys and the pointer lead: pure questions about a layout."""

from collections.abc import Mapping
from typing import TypeVar

from game.ui.layout import Area, Layout, Rect, Stop, Tip, Zone
from game.ui.widgets import Change, Choice, Slider, Stepper, Widget

_T = TypeVar("_T", Zone, Tip)


def zone_at(layout: Layout, x: int, y: int) -> Zone | None:
    """Return the topmost zone under a point."""
    return _under(layout.zones, x, y)


def tip_at(layout: Layout, x: int, y: int) -> Tip | None:
    """Return the innermost tip under a point."""
    return _under(layout.tips, x, y)


def area_at(layout: Layout, x: int, y: int, step: int = 0) -> Area | None:
    """Return the innermost area under a point that can scroll, by a step if one is given."""
    for area in reversed(layout.areas):
        if area.limit and area.rect.holds(x, y):
            end = area.limit if step > 0 else 0
            if not step or area.offset != end:
                return area
    return None


def _under(places: tuple[_T, ...], x: int, y: int) -> _T | None:
    found = (p for p in reversed(places) if p.rect.holds(x, y) and p.clip.holds(x, y))
    return next(found, None)


def neighbour(layout: Layout, focus: str, step: int) -> Stop | None:
    """Return the next stop in reading order, or the one before, around the end."""
    stops = layout.stops
    if not stops:
        return None
    places = {stop.id: number for number, stop in enumerate(stops)}
    if focus not in places:
        return stops[0 if step > 0 else -1]
    return stops[(places[focus] + step) % len(stops)]


def nearest(layout: Layout, focus: str, direction: str) -> Stop | None:
    """Return the nearest stop in a direction: up, down, left or right."""
    start = layout.stop(focus)
    if start is None:
        return layout.stops[0] if layout.stops else None
    best: tuple[int, Stop] | None = None
    for stop in layout.stops:
        ahead = _ahead(start.rect, stop.rect, direction)
        if stop is start or ahead < 0:
            continue
        # What faces the start comes first; then the least detour.
        sideways = direction in ("left", "right")
        aside = _apart(start.rect, stop.rect, vertical=sideways)
        x, y = _centre(start.rect)
        there_x, there_y = _centre(stop.rect)
        shift = abs(there_y - y) if sideways else abs(there_x - x)
        cost = ahead + 3 * max(0, aside) + shift // 4
        if best is None or cost < best[0]:
            best = (cost, stop)
    return best[1] if best else None


def _ahead(start: Rect, other: Rect, direction: str) -> int:
    """Return how far another lies ahead; below 0 if it does not, though edges may overlap."""
    gap, size = {
        "right": (other.x - start.right, min(start.w, other.w)),
        "left": (start.x - other.right, min(start.w, other.w)),
        "down": (other.y - start.bottom, min(start.h, other.h)),
        "up": (start.y - other.bottom, min(start.h, other.h)),
    }[direction]
    return max(0, gap) if gap > -size // 2 else -1


def _centre(rect: Rect) -> tuple[int, int]:
    return rect.x + rect.w // 2, rect.y + rect.h // 2


def _apart(one: Rect, other: Rect, *, vertical: bool) -> int:
    """Return how far two rectangles are apart along one axis; negative where they overlap."""
    if vertical:
        return max(other.y - one.bottom, one.y - other.bottom)
    return max(other.x - one.right, one.x - other.right)


def revealed(layout: Layout, stop: Stop) -> Mapping[str, int]:
    """Return the offsets that bring a stop into view, for the areas that must move."""
    offsets: dict[str, int] = {}
    y, bottom = stop.rect.y, stop.rect.bottom
    for id_ in reversed(stop.scrolls):
        area = layout.area(id_)
        if area is None:
            continue
        room = min(12, max(0, (area.rect.h - (bottom - y)) // 2))
        move = 0
        if y < area.rect.y + room:
            move = y - area.rect.y - room
        elif bottom > area.rect.bottom - room:
            move = min(bottom - area.rect.bottom + room, y - area.rect.y - room)
        offset = max(0, min(area.limit, area.offset + move))
        if offset != area.offset:
            offsets[id_] = offset
        y, bottom = y - (offset - area.offset), bottom - (offset - area.offset)
    return offsets


def nudged(it: Widget, direction: str) -> Change | None:
    """Return the change an arrow key makes to a widget that holds a value; None if none."""
    step = {"left": -1, "right": 1}.get(direction)
    if step is None:
        return None
    match it:
        case Stepper() | Slider() | Choice() if it.disabled:
            return None
        case Stepper() | Slider():
            value = max(it.lo, min(it.hi, it.value + step * it.step))
            return Change(it.message, value) if value != it.value else None
        case Choice():
            values = [value for value, _ in it.options]
            place = values.index(it.value) + step if it.value in values else 0
            return Change(it.message, values[place]) if 0 <= place < len(values) else None
        case _:
            return None


def slid(it: Slider, track: Rect, x: int) -> int:
    """Return the value of a slider whose knob is dragged to x."""
    share = max(0.0, min(1.0, (x - track.x) / max(1, track.w)))
    return it.lo + round(share * (it.hi - it.lo) / it.step) * it.step
