"""Place what has a ground of its own or scrolls: panels, paper, cards."""

from collections.abc import Callable, Sequence

from game.ui.describe import texts
from game.ui.layout.boxes import column_heights, place_column
from game.ui.layout.items import Area, Binding, Box, Colour, Fade, Rect, Zone
from game.ui.layout.passing import GUTTER, Kind, Pass
from game.ui.widgets import (
    Card,
    Divider,
    Justify,
    Panel,
    Paper,
    Scroll,
    Shortcut,
    Spacer,
    Surface,
    Text,
    Widget,
)

RADIUS = 8
FADE = 26
"""Height over which a scrolling area runs out, design pixels."""


def scrolled(
    at: Pass,
    id_: str,
    rect: Rect,
    height: Callable[[int], int],
    place: Callable[[Rect], None],
) -> None:
    """Place content in a window onto it, with a bar if it is taller.

    height: of the content in a width. place: puts it into a rectangle.
    """
    content, wide = height(rect.w), rect.w
    if content > rect.h:
        wide = max(1, rect.w - at.px(GUTTER))
        content = height(wide)
    content = max(content, rect.h)
    offset = max(0, min(at.state.scrolls.get(id_, 0), content - rect.h))
    thumb = Rect(rect.right - at.px(8), rect.y, at.px(6), rect.h)
    if content > rect.h:
        long = max(at.px(28), rect.h * rect.h // content)
        travel = (rect.h - long) * offset // (content - rect.h)
        thumb = Rect(thumb.x, rect.y + travel, thumb.w, long)
    at.areas.append(Area(id_, rect, content, offset, thumb, at.layer))
    before = len(at.stops)
    # Focus rings stand out a little to the sides.
    with at.within(clip=Rect(rect.x - at.px(5), rect.y, rect.w + at.px(10), rect.h), scroll=id_):
        place(Rect(rect.x, rect.y - offset, wide, content))
    if content <= rect.h:
        return
    _fades(at, Rect(rect.x, rect.y, wide, rect.h), offset, content - rect.h)
    if len(at.stops) == before:
        # Nothing inside can take the focus, so the area does, or the keyboard could not scroll.
        stop = at.stop(Spacer(name=f"scroll:{id_}"), rect, id_, press=False)
        at.focus_ring(stop, rect.inset(at.px(-3), at.px(3)), at.px(4))
    at.zones.append(Zone(thumb.inset(-at.px(4), 0), at.clip, id_, at.layer, "scroll"))
    at.emit(Box(Colour("thumb", at.ground, "fill"), radius=at.px(3)), thumb, id_)


def _fades(at: Pass, rect: Rect, offset: int, limit: int) -> None:
    """Let the edges run out behind which there is more."""
    tall, ground = min(at.px(FADE), rect.h // 4), Colour("ground", at.ground, "fill")
    if offset < limit:
        at.emit(Fade(ground), Rect(rect.x, rect.bottom - tall, rect.w, tall))
    if offset > 0:
        at.emit(Fade(ground, is_above=True), Rect(rect.x, rect.y, rect.w, tall))


def widths_around(at: Pass, children: Sequence[Widget], pad: int) -> tuple[int, int]:
    """Return the least and natural width of a box around a column of widgets."""
    sizes = [at.widths(child) for child in children]
    both = 2 * at.px(pad)
    least = max((size[0] for size in sizes), default=0)
    return least + both, max((size[1] for size in sizes), default=0) + both


class ScrollKind(Kind[Scroll]):
    """A window onto a child."""

    def widths(self, at: Pass, it: Scroll) -> tuple[int, int]:
        least, natural = at.widths(it.child)
        return least + at.px(GUTTER), natural + at.px(GUTTER)

    def heights(self, at: Pass, it: Scroll, width: int) -> tuple[int, int]:
        natural = at.heights(it.child, width)[1]
        return min(natural, at.px(it.least)), natural

    def place(self, at: Pass, it: Scroll, rect: Rect) -> None:
        scrolled(
            at,
            it.name,
            rect,
            lambda width: at.heights(it.child, width)[1],
            lambda inner: at.place(it.child, inner),
        )


def body(
    at: Pass,
    id_: str,
    children: Sequence[Widget],
    rect: Rect,
    gap: int,
    *,
    pad: int,
    justify: Justify = "start",
) -> None:
    """Place children in a column that scrolls only when they cannot give way any further.

    pad: padding around the rectangle; a scrolling body uses it, so that texts vanish at the
    edge of its box and not in mid air, and the bar stands beside them.
    """
    least, _ = column_heights(at, children, rect.w, gap)
    if least <= rect.h:
        place_column(at, children, rect, gap, justify=justify)
        return
    aside = max(0, min(pad - at.px(4), at.px(GUTTER)))

    def wide(width: int) -> int:
        # Without the bar the content is as wide as the rectangle.
        return min(rect.w, width)

    scrolled(
        at,
        id_,
        Rect(rect.x, rect.y, rect.w + aside, rect.h + max(0, pad - 2)),
        lambda width: column_heights(at, children, wide(width), gap)[1] + pad,
        lambda inner: place_column(
            at,
            children,
            Rect(inner.x, inner.y, wide(inner.w), max(0, inner.h - pad)),
            gap,
        ),
    )


class PanelKind(Kind[Panel]):
    """Title, then a body that scrolls by itself."""

    def widths(self, at: Pass, it: Panel) -> tuple[int, int]:
        return widths_around(at, self._all(it), it.pad)

    def heights(self, at: Pass, it: Panel, width: int) -> tuple[int, int]:
        wide = width - 2 * at.px(it.pad)
        least, natural = column_heights(at, it.children, wide, it.gap)
        rest = 2 * at.px(it.pad) + self._title_height(at, it, wide)
        return min(least, at.px(120)) + rest, natural + rest

    def place(self, at: Pass, it: Panel, rect: Rect) -> None:
        place_surface(at, it.surface, rect)
        pad = at.px(it.pad)
        inner = rect.inset(pad, pad)
        id_ = it.name or f"panel:{it.title}"
        with at.within(ground=ground_of(it.surface, at.ground)):
            if it.title:
                block = at.block(it.title, at.setting("label"), inner.w)
                at.write(block, inner, "muted", owner=id_)
                down = self._title_height(at, it, inner.w)
                inner = Rect(inner.x, inner.y + down, inner.w, max(0, inner.h - down))
            body(at, id_, it.children, inner, it.gap, pad=pad, justify=it.justify)

    def _title_height(self, at: Pass, it: Panel, width: int) -> int:
        if not it.title:
            return 0
        return at.block(it.title, at.setting("label"), width).height + at.px(8)

    def _all(self, it: Panel) -> tuple[Widget, ...]:
        return (Text(it.title, size="label"), *it.children) if it.title else it.children


class PaperKind(Kind[Paper]):
    """A sheet with generous margins."""

    def widths(self, at: Pass, it: Paper) -> tuple[int, int]:
        return widths_around(at, it.children, it.pad)

    def heights(self, at: Pass, it: Paper, width: int) -> tuple[int, int]:
        pad = at.px(it.pad)
        least, natural = column_heights(at, it.children, width - 2 * pad, it.gap)
        return min(least, at.px(160)) + 2 * pad, natural + 2 * pad

    def place(self, at: Pass, it: Paper, rect: Rect) -> None:
        at.emit(Box(Colour("ground", "paper", "fill"), radius=at.px(3)), rect, it.name)
        pad = at.px(it.pad)
        shown = rect.inset(at.px(2), at.px(2))

        def wide(width: int) -> int:
            # The bar runs in the margin, so the text keeps its width unless that is narrow.
            return max(1, min(rect.w - 2 * pad, width - pad))

        with at.within(ground="paper", clip=rect):
            scrolled(
                at,
                it.name or f"paper:{it.title}",
                shown,
                lambda width: column_heights(at, it.children, wide(width), it.gap)[1] + 2 * pad,
                lambda sheet: place_column(
                    at,
                    it.children,
                    Rect(rect.x + pad, sheet.y + pad, wide(sheet.w), max(0, sheet.h - 2 * pad)),
                    it.gap,
                ),
            )


class CardKind(Kind[Card]):
    """A box with a coloured edge; pressed as a whole when it has a message."""

    def widths(self, at: Pass, it: Card) -> tuple[int, int]:
        return widths_around(at, it.children, it.pad)

    def heights(self, at: Pass, it: Card, width: int) -> tuple[int, int]:
        least, natural = column_heights(at, it.children, width - 2 * at.px(it.pad), it.gap)
        pad = 2 * at.px(it.pad) + self._top(at, it)
        return least + pad, natural + pad

    def place(self, at: Pass, it: Card, rect: Rect) -> None:
        owner = it.name
        if it.message is not None or it.disabled:
            owner = at.stop(it, rect, it.label or ", ".join(texts(it)), disabled=it.disabled)
            if it.key:
                at.bindings.append(
                    Binding(it.key.lower(), it.message, owner, at.layer, it.disabled)
                )
        ground = ground_of(it.surface, at.ground)
        hot = it.message is not None and not it.disabled and at.is_hot(owner)
        fill = None if it.surface == "none" else Colour("ground", it.surface, "fill")
        if hot:
            fill = Colour("hover", ground, "fill")
        edge = Colour(it.accent, ground, "fill") if it.accent else None
        border = Colour("line", ground, "fill") if it.surface not in ("none", "paper") else None
        thickness = 1
        if it.edge == "all" and edge is not None:
            border, edge, thickness = edge, None, max(1, at.px(2))
        if it.selected:
            border, thickness = Colour("accent", at.ground, "fill"), at.px(3)
        side = "" if it.edge == "all" else it.edge
        box = Box(fill, border, at.px(RADIUS), thickness, edge, side, at.px(5))
        at.emit(box, rect, owner)
        pad, top = at.px(it.pad), self._top(at, it)
        inner = Rect(rect.x + pad, rect.y + pad + top, rect.w - 2 * pad, rect.h - 2 * pad - top)
        with at.within(ground=ground):
            place_column(at, it.children, inner, it.gap)
        if owner:
            at.focus_ring(owner, rect, at.px(RADIUS))

    def _top(self, at: Pass, it: Card) -> int:
        return at.px(3) if it.accent and it.edge == "top" else 0


class NothingKind(Kind[Spacer]):
    """Room without anything in it."""

    def widths(self, at: Pass, it: Spacer) -> tuple[int, int]:
        return at.px(it.length), at.px(it.length)

    def heights(self, at: Pass, it: Spacer, width: int) -> tuple[int, int]:
        return at.px(it.length), at.px(it.length)

    def place(self, at: Pass, it: Spacer, rect: Rect) -> None:
        pass


class ShortcutKind(Kind[Shortcut]):
    """A key, and nothing to see."""

    def widths(self, at: Pass, it: Shortcut) -> tuple[int, int]:
        return 0, 0

    def heights(self, at: Pass, it: Shortcut, width: int) -> tuple[int, int]:
        return 0, 0

    def place(self, at: Pass, it: Shortcut, rect: Rect) -> None:
        at.bindings.append(Binding(it.key.lower(), it.message, "", at.layer))


class DividerKind(Kind[Divider]):
    """A line one pixel thin."""

    def widths(self, at: Pass, it: Divider) -> tuple[int, int]:
        return 1, 1

    def heights(self, at: Pass, it: Divider, width: int) -> tuple[int, int]:
        return 1, 1

    def place(self, at: Pass, it: Divider, rect: Rect) -> None:
        at.emit(Box(Colour(it.tone, at.ground, "fill")), rect)


def ground_of(surface: Surface, below: str) -> str:
    """Return the ground that stands on a surface; none leaves the one below."""
    return below if surface == "none" else surface


def place_surface(at: Pass, surface: Surface, rect: Rect) -> None:
    """Emit the box of a surface."""
    if surface == "none":
        return
    border = None if surface == "paper" else Colour("line", surface, "fill")
    at.emit(Box(Colour("ground", surface, "fill"), border, at.px(RADIUS)), rect)
