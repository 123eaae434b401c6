"""Place what shows numbers and pictures: bars, flags, canvases, rings."""

from collections.abc import Sequence
from itertools import pairwise

from game.ui.layout.items import Colour, Drawing, Picture, Pips, Rect, Stripe
from game.ui.layout.passing import Kind, Pass
from game.ui.widgets import (
    Bar,
    Canvas,
    Dot,
    Flag,
    Image,
    Line,
    Mark,
    Meter,
    Progress,
    Ring,
    Shape,
)

CROWD = 3
"""Largest radius of a dot that is one of many, design pixels."""


class BarKind(Kind[Bar]):
    """Coloured parts on a track."""

    def widths(self, at: Pass, it: Bar) -> tuple[int, int]:
        return at.px(36), at.px(90)

    def heights(self, at: Pass, it: Bar, width: int) -> tuple[int, int]:
        return at.px(it.thickness), at.px(it.thickness)

    def place(self, at: Pass, it: Bar, rect: Rect) -> None:
        tall = at.px(it.thickness)
        bar = Rect(rect.x, rect.y + (rect.h - tall) // 2, rect.w, tall)
        parts = tuple(
            (Colour(s.tone, at.ground, "fill"), s.weight) for s in it.segments if s.weight
        )
        total = max(it.total, sum(weight for _, weight in parts), 1)
        at.emit(Stripe(parts, total, Colour("track", at.ground, "fill")), bar, it.name)
        if it.text and not it.hint:
            at.explain(rect, it.text)


class MeterKind(Kind[Meter]):
    """Small marks in a row."""

    def widths(self, at: Pass, it: Meter) -> tuple[int, int]:
        mark, gap = self._lengths(at, it)
        wide = it.total * mark + max(0, it.total - 1) * gap
        return wide, wide

    def heights(self, at: Pass, it: Meter, width: int) -> tuple[int, int]:
        return at.px(10), at.px(10)

    def place(self, at: Pass, it: Meter, rect: Rect) -> None:
        tall, wide = at.px(10), self.widths(at, it)[1]
        row = Rect(rect.x, rect.y + (rect.h - tall) // 2, wide, tall)
        full, empty = Colour(it.tone, at.ground, "fill"), Colour("track", at.ground, "fill")
        gap = self._lengths(at, it)[1]
        at.emit(Pips(it.value, it.total, full, empty, it.look, gap), row, it.name)
        if it.text and not it.hint:
            at.explain(rect, it.text)

    def _lengths(self, at: Pass, it: Meter) -> tuple[int, int]:
        return at.px(14 if it.look == "pips" else 10), at.px(4)


class ProgressKind(Kind[Progress]):
    """A label above a bar."""

    def widths(self, at: Pass, it: Progress) -> tuple[int, int]:
        least, natural = at.text_widths(it.label, at.setting("small"))
        return max(least, at.px(80)), max(natural, at.px(200))

    def heights(self, at: Pass, it: Progress, width: int) -> tuple[int, int]:
        high = at.block(it.label, at.setting("small"), width).height + at.px(14)
        return high, high

    def place(self, at: Pass, it: Progress, rect: Rect) -> None:
        block = at.block(it.label, at.setting("small"), rect.w)
        at.write(block, rect, "muted", owner=it.name)
        bar = Rect(rect.x, rect.y + block.height + at.px(6), rect.w, at.px(8))
        done = min(it.value, it.total)
        parts = ((Colour(it.tone, at.ground, "fill"), done),) if done else ()
        track = Colour("track", at.ground, "fill")
        at.emit(Stripe(parts, max(1, it.total), track), bar, it.name)


class FlagKind(Kind[Flag]):
    """Four by three."""

    def widths(self, at: Pass, it: Flag) -> tuple[int, int]:
        wide = at.px(it.height) * 4 // 3
        return wide, wide

    def heights(self, at: Pass, it: Flag, width: int) -> tuple[int, int]:
        return at.px(it.height), at.px(it.height)

    def place(self, at: Pass, it: Flag, rect: Rect) -> None:
        tall = at.px(it.height)
        wide = tall * 4 // 3
        box = Rect(rect.x, rect.y + (rect.h - tall) // 2, wide, tall)
        at.emit(Picture(it.code, is_flag=True), box, it.name)
        if it.text and not it.hint:
            at.explain(box, it.text)


class ImageKind(Kind[Image]):
    """As high as it says, as wide as there is room; the painter keeps the proportions."""

    def widths(self, at: Pass, it: Image) -> tuple[int, int]:
        return at.px(it.width or it.height), at.px(it.width or it.height)

    def heights(self, at: Pass, it: Image, width: int) -> tuple[int, int]:
        return at.px(it.height), at.px(it.height)

    def place(self, at: Pass, it: Image, rect: Rect) -> None:
        at.emit(Picture(it.path), rect, it.name)


class CanvasKind(Kind[Canvas]):
    """Shapes, with their labels kept apart."""

    def widths(self, at: Pass, it: Canvas) -> tuple[int, int]:
        return at.px(120), at.px(it.height) * 3 // 2

    def heights(self, at: Pass, it: Canvas, width: int) -> tuple[int, int]:
        return at.px(it.height), at.px(it.height)

    def place(self, at: Pass, it: Canvas, rect: Rect) -> None:
        draw(at, it.shapes, rect, at.px(it.inset), it.name)


def draw(at: Pass, shapes: Sequence[Shape], rect: Rect, inset: int, owner: str) -> None:
    """Emit shapes in a rectangle, and their marks where they do not cover each other."""
    drawn = tuple(shape for shape in shapes if not isinstance(shape, Mark))
    if drawn:
        at.emit(Drawing(drawn, inset, at.scale, at.ground), rect, owner)
    inner = rect.inset(inset, inset)
    # Words may lie over the dots of a crowd, which have no names.
    dots = (shape for shape in shapes if isinstance(shape, Dot) and shape.radius > CROWD)
    taken = [_square(at, dot, inner) for dot in dots]
    # Words keep clear of all lines if they can, and of those that show values in any case.
    lines = _trail(shapes, inner, at.px(6)), _trail(shapes, inner, at.px(6), quiet=True)
    for mark in shapes:
        if isinstance(mark, Mark):
            spot = _mark_spot(at, mark, rect, inner, taken, lines)
            if spot is None:
                # No room: it can still be read where the pointer rests.
                at.explain(_square(at, Dot(mark.x, mark.y), inner), mark.text)
                continue
            taken.append(spot)
            block = at.block(mark.text, at.setting("small", bold=mark.bold), inner.w)
            at.write(block, spot, mark.tone or "muted", owner=owner)


def _trail(
    shapes: Sequence[Shape], inner: Rect, step: int, *, quiet: bool = False
) -> list[tuple[int, int]]:
    """Return points along lines, near enough to each other that no text slips between.

    quiet: along those of the scale and of moments, too, not only along those that show values.
    """
    trail = []
    for shape in shapes:
        if not isinstance(shape, Line) or (shape.tone == "line" and not quiet):
            continue
        spots = [(inner.x + x * inner.w, inner.y + y * inner.h) for x, y in shape.points]
        for (x, y), (to_x, to_y) in pairwise(spots):
            count = max(1, round(max(abs(to_x - x), abs(to_y - y)) / max(1, step)))
            trail += [
                (round(x + (to_x - x) * i / count), round(y + (to_y - y) * i / count))
                for i in range(count + 1)
            ]
    return trail


def _square(at: Pass, dot: Dot, inner: Rect) -> Rect:
    """Return the square a dot fills."""
    radius = at.px(dot.radius + (5 if dot.ring else 1))
    x, y = inner.x + round(dot.x * inner.w), inner.y + round(dot.y * inner.h)
    return Rect(x - radius, y - radius, 2 * radius, 2 * radius)


def _mark_spot(
    at: Pass,
    mark: Mark,
    rect: Rect,
    inner: Rect,
    taken: Sequence[Rect],
    lines: Sequence[Sequence[tuple[int, int]]],
) -> Rect | None:
    """Return where a mark stands: free of other marks and dots, and if possible of lines."""
    block = at.block(mark.text, at.setting("small", bold=mark.bold), inner.w)
    wide, tall = block.width, block.height
    x, y = inner.x + round(mark.x * inner.w), inner.y + round(mark.y * inner.h)
    # Stand clear of the dot one names.
    own = [spot.w // 2 for spot in taken if spot.holds(x, y) and abs(spot.x + spot.w // 2 - x) < 3]
    gap = max([at.px(4), *own]) + at.px(4)
    beside = {
        "right": Rect(x + gap, y - tall // 2, wide, tall),
        "left": Rect(x - gap - wide, y - tall // 2, wide, tall),
        "above": Rect(x - wide // 2, y - gap - tall, wide, tall),
        "below": Rect(x - wide // 2, y + gap, wide, tall),
        "center": Rect(x - wide // 2, y - tall // 2, wide, tall),
    }
    order = [beside.pop(mark.side), *beside.values()]
    # Further out, where the near places are taken.
    order += [
        Rect(spot.x, spot.y + step * tall, wide, tall)
        for step in (1, -1, 2, -2)
        for spot in order[:2]
    ]
    free = [
        spot
        for spot in (_kept(spot, rect) for spot in order)
        if not any(spot.touches(other) for other in taken)
    ]
    for trail in reversed(lines):
        for it in free:
            if not any(it.inset(0, tall // 5).holds(*spot) for spot in trail):
                return it
    return free[0] if free else None


def _kept(spot: Rect, rect: Rect) -> Rect:
    x = min(max(spot.x, rect.x), max(rect.x, rect.right - spot.w))
    y = min(max(spot.y, rect.y), max(rect.y, rect.bottom - spot.h))
    return Rect(x, y, spot.w, spot.h)


class RingKind(Kind[Ring]):
    """Children centred at their places, over shapes."""

    def widths(self, at: Pass, it: Ring) -> tuple[int, int]:
        least = max((at.widths(place.child)[0] for place in it.places), default=0)
        return least, max(least, at.px(it.height) * 3 // 2)

    def heights(self, at: Pass, it: Ring, width: int) -> tuple[int, int]:
        return at.px(it.height), at.px(it.height)

    def place(self, at: Pass, it: Ring, rect: Rect) -> None:
        if it.backdrop:
            draw(at, it.backdrop, rect, 0, it.name)
        for place in it.places:
            wide = min(rect.w, at.widths(place.child)[1])
            tall = min(rect.h, at.heights(place.child, wide)[1])
            spot = Rect(
                rect.x + round(place.x * rect.w) - wide // 2,
                rect.y + round(place.y * rect.h) - tall // 2,
                wide,
                tall,
            )
            at.place(place.child, _kept(spot, rect))
