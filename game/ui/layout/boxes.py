"""Place what holds others: rows, columns, grids, tables, scrolling areas."""

from collections.abc import Sequence

from game.ui.describe import texts
from game.ui.layout.items import Box, Colour, Rect
from game.ui.layout.passing import Kind, Pass, shared
from game.ui.widgets import (
    Align,
    Column,
    Entry,
    Grid,
    Justify,
    Row,
    Spacer,
    Table,
    Widget,
)


def aligned(start: int, room: int, length: int, align: Align) -> tuple[int, int]:
    """Return where something starts across its container, and how long it is."""
    if align == "stretch":
        return start, room
    length = min(length, room)
    if align == "center":
        return start + (room - length) // 2, length
    return (start + room - length if align == "end" else start), length


def _justified(
    start: int, lengths: Sequence[int], gap: int, room: int, justify: Justify
) -> list[int]:
    """Return where each of a line of neighbours starts."""
    spare = max(0, room - sum(lengths) - gap * (len(lengths) - 1))
    between = 0
    if justify == "end":
        start += spare
    elif justify == "center":
        start += spare // 2
    elif justify == "between" and len(lengths) > 1:
        between = spare
    starts, last = [], len(lengths) - 1
    for number, length in enumerate(lengths):
        starts.append(start + (between * number // last if last else 0))
        start += length + gap
    return starts


class RowKind(Kind[Row]):
    """Widths are shared; when even least widths do not fit, the row breaks."""

    def widths(self, at: Pass, it: Row) -> tuple[int, int]:
        sizes = [at.widths(child) for child in at.solid(it.children)]
        gaps = at.px(it.gap) * max(0, len(sizes) - 1)
        natural = sum(size[1] for size in sizes) + gaps
        if it.wrap:
            return max((size[0] for size in sizes), default=0), natural
        return sum(size[0] for size in sizes) + gaps, natural

    def heights(self, at: Pass, it: Row, width: int) -> tuple[int, int]:
        lines = self._lines(at, it, width)
        gaps = at.px(it.gap) * max(0, len(lines) - 1)
        least, natural = gaps, gaps
        for line, lengths in lines:
            sizes = [at.heights(c, w) for c, w in zip(line, lengths, strict=True)]
            drop = self._drop(at, it, line, lengths)
            least += max((s[0] + d for s, d in zip(sizes, drop, strict=True)), default=0)
            natural += max((s[1] + d for s, d in zip(sizes, drop, strict=True)), default=0)
        return least, natural

    def place(self, at: Pass, it: Row, rect: Rect) -> None:
        at.place_others(it.children, rect)
        lines = self._lines(at, it, rect.w)
        gap = at.px(it.gap)
        sizes = []
        for line, lengths in lines:
            drop = self._drop(at, it, line, lengths)
            tall = [at.heights(c, w) for c, w in zip(line, lengths, strict=True)]
            sizes.append(
                (
                    max((t[0] + d for t, d in zip(tall, drop, strict=True)), default=0),
                    max((t[1] + d for t, d in zip(tall, drop, strict=True)), default=0),
                )
            )
        room = rect.h - gap * (len(lines) - 1)
        # A row that is given more than it needs is as tall as its place; its lines share that.
        weights = [1] * len(lines) if room >= sum(size[1] for size in sizes) else [0] * len(lines)
        talls = (
            shared(room, [(s[1], s[1]) if weights[0] else s for s in sizes], weights)
            if lines
            else []
        )
        y = rect.y
        for (line, lengths), tall_line in zip(lines, talls, strict=True):
            starts = _justified(rect.x, lengths, gap, rect.w, it.justify)
            drop = self._drop(at, it, line, lengths)
            for child, x, length, down in zip(line, starts, lengths, drop, strict=True):
                natural = at.heights(child, length)[1]
                if it.align == "baseline":
                    at.place(child, Rect(x, y + down, length, natural))
                    continue
                top, high = aligned(y, tall_line, natural, it.align)
                at.place(child, Rect(x, top, length, high))
            y += tall_line + gap

    def baseline(self, at: Pass, it: Row, width: int) -> int:
        for line, lengths in self._lines(at, it, width)[:1]:
            return max((at.baseline(c, w) for c, w in zip(line, lengths, strict=True)), default=0)
        return 0

    def _drop(
        self, at: Pass, it: Row, line: Sequence[Widget], lengths: Sequence[int]
    ) -> Sequence[int]:
        if it.align != "baseline":
            return [0] * len(line)
        lines = [at.baseline(c, w) for c, w in zip(line, lengths, strict=True)]
        deepest = max(lines, default=0)
        return [deepest - b if b else 0 for b in lines]

    def _lines(self, at: Pass, it: Row, width: int) -> list[tuple[list[Widget], list[int]]]:
        """Return the lines of the row with the width of each child."""
        known = at.row_lines.get((id(it), width))
        if known is None:
            known = at.row_lines[id(it), width] = self._broken(at, it, width)
        return known

    def _broken(self, at: Pass, it: Row, width: int) -> list[tuple[list[Widget], list[int]]]:
        gap = at.px(it.gap)
        children = at.solid(it.children)
        sizes = {id(child): at.widths(child) for child in children}
        lines: list[list[Widget]] = [[]]
        total = sum(size[0] for size in sizes.values()) + gap * (len(sizes) - 1)
        if it.wrap or total > width:
            used = 0
            for child in children:
                need = min(width, sizes[id(child)][1 if it.wrap or not child.flex else 0])
                if lines[-1] and used + gap + need > width:
                    lines.append([])
                    used = 0
                used += need + (gap if lines[-1] else 0)
                lines[-1].append(child)
        else:
            lines = [children]
        return [(line, self._lengths(at, line, width, gap)) for line in lines if line]

    def _lengths(self, at: Pass, line: Sequence[Widget], width: int, gap: int) -> list[int]:
        lengths = shared(
            width - gap * (len(line) - 1),
            [at.widths(child) for child in line],
            [child.flex for child in line],
        )
        most = [
            at.px(child.max_width) or length for child, length in zip(line, lengths, strict=True)
        ]
        return [min(width, *pair) for pair in zip(lengths, most, strict=True)]


class ColumnKind(Kind[Column]):
    """Heights are shared; who scrolls gives way first."""

    def widths(self, at: Pass, it: Column) -> tuple[int, int]:
        pad = 2 * at.px(it.pad)
        sizes = [at.widths(child) for child in it.children]
        return (
            max((size[0] for size in sizes), default=0) + pad,
            max((size[1] for size in sizes), default=0) + pad,
        )

    def heights(self, at: Pass, it: Column, width: int) -> tuple[int, int]:
        return column_heights(at, it.children, width - 2 * at.px(it.pad), it.gap, it.align, it.pad)

    def place(self, at: Pass, it: Column, rect: Rect) -> None:
        pad = at.px(it.pad)
        place_column(at, it.children, rect.inset(pad, pad), it.gap, it.align, it.justify)

    def baseline(self, at: Pass, it: Column, width: int) -> int:
        if not it.children:
            return 0
        below = at.baseline(it.children[0], width - 2 * at.px(it.pad))
        return below + at.px(it.pad) if below else 0


def _width_in(at: Pass, child: Widget, width: int, align: Align) -> int:
    if align in ("stretch", "baseline"):
        return min(width, at.px(child.width or child.max_width) or width)
    return min(width, at.widths(child)[1])


def column_heights(
    at: Pass,
    children: Sequence[Widget],
    width: int,
    gap: int,
    align: Align = "stretch",
    pad: int = 0,
) -> tuple[int, int]:
    """Return least and natural height of widgets one below the other, padding included."""
    children = at.solid(children)
    rest = at.px(gap) * max(0, len(children) - 1) + 2 * at.px(pad)
    sizes = [at.heights(child, _width_in(at, child, width, align)) for child in children]
    return sum(size[0] for size in sizes) + rest, sum(size[1] for size in sizes) + rest


def place_column(
    at: Pass,
    children: Sequence[Widget],
    rect: Rect,
    gap: int,
    align: Align = "stretch",
    justify: Justify = "start",
) -> None:
    """Place widgets one below the other in a rectangle."""
    at.place_others(children, rect)
    children = at.solid(children)
    wide = [_width_in(at, child, rect.w, align) for child in children]
    lengths = shared(
        rect.h - at.px(gap) * max(0, len(children) - 1),
        [at.heights(child, w) for child, w in zip(children, wide, strict=True)],
        [child.flex for child in children],
    )
    starts = _justified(rect.y, lengths, at.px(gap), rect.h, justify)
    for child, w, y, length in zip(children, wide, starts, lengths, strict=True):
        x, _ = aligned(rect.x, rect.w, w, align)
        at.place(child, Rect(x, y, w, length))


class GridKind(Kind[Grid]):
    """Cells of one width; each line of cells is as tall as its tallest."""

    def widths(self, at: Pass, it: Grid) -> tuple[int, int]:
        sizes = [at.widths(child) for child in it.children]
        least = max((size[0] for size in sizes), default=0)
        natural = max((size[1] for size in sizes), default=0)
        columns = it.columns or max(1, len(sizes))
        gaps = at.px(it.gap) * (columns - 1)
        # With less room there are fewer columns, down to one.
        return max(least, at.px(it.cell)), max(natural, at.px(it.cell)) * columns + gaps

    def heights(self, at: Pass, it: Grid, width: int) -> tuple[int, int]:
        lines, wide = self._lines(at, it, width)
        gaps = at.px(it.gap) * max(0, len(lines) - 1)
        tall = [self._tall(at, line, wide) for line in lines]
        return sum(t[0] for t in tall) + gaps, sum(t[1] for t in tall) + gaps

    def place(self, at: Pass, it: Grid, rect: Rect) -> None:
        lines, wide = self._lines(at, it, rect.w)
        gap = at.px(it.gap)
        tall = [self._tall(at, line, wide) for line in lines]
        room = rect.h - gap * (len(lines) - 1)
        grow = [1 if it.flex and room > sum(t[1] for t in tall) else 0] * len(lines)
        y = rect.y
        for line, length in zip(lines, shared(room, tall, grow), strict=True):
            for number, child in enumerate(line):
                at.place(child, Rect(rect.x + number * (wide + gap), y, wide, length))
            y += length + gap

    def _lines(self, at: Pass, it: Grid, width: int) -> tuple[list[Sequence[Widget]], int]:
        gap = at.px(it.gap)
        least = max((at.widths(child)[0] for child in it.children), default=1)
        least = max(least, at.px(it.cell), 1)
        fitting = max(1, (width + gap) // (least + gap))
        columns = min(it.columns, fitting) if it.columns else min(fitting, len(it.children) or 1)
        wide = (width - gap * (columns - 1)) // columns
        return [it.children[i : i + columns] for i in range(0, len(it.children), columns)], wide

    def _tall(self, at: Pass, line: Sequence[Widget], wide: int) -> tuple[int, int]:
        sizes = [at.heights(child, wide) for child in line]
        return max(size[0] for size in sizes), max(size[1] for size in sizes)


class TableKind(Kind[Table]):
    """Columns are as wide as their widest cell; flexible ones share the rest."""

    def widths(self, at: Pass, it: Table) -> tuple[int, int]:
        sizes = self._sizes(at, it)
        gaps = at.px(it.gap) * max(0, len(sizes) - 1)
        return sum(s[0] for s in sizes) + gaps, sum(s[1] for s in sizes) + gaps

    def heights(self, at: Pass, it: Table, width: int) -> tuple[int, int]:
        lengths = self._lengths(at, it, width)
        tall = sum(self._tall(at, it, entry, lengths) for entry in it.entries)
        return tall, tall

    def place(self, at: Pass, it: Table, rect: Rect) -> None:
        lengths = self._lengths(at, it, rect.w)
        y, radius = rect.y, at.px(5)
        for entry in it.entries:
            tall = self._tall(at, it, entry, lengths)
            # The wash stands out to both sides, so that the cells keep in line with their panel.
            line = Rect(rect.x, y, rect.w, tall).inset(-at.px(6), 0)
            owner = ""
            if entry.message is not None or entry.disabled:
                owner = at.stop(entry, line, ", ".join(texts(entry)), disabled=entry.disabled)
            if entry.hint and not owner:
                at.place(Spacer(hint=entry.hint, name=entry.name), line)
            if entry.selected or (owner and at.is_hot(owner)):
                tone = "selected" if entry.selected else "hover"
                at.emit(Box(Colour(tone, at.ground, "fill"), radius=radius), line, owner)
            x = rect.x
            for track, cell, length in zip(it.tracks, entry.cells, lengths, strict=False):
                least, natural = at.widths(cell)
                start, wide = aligned(x, length, max(least, natural), track.align)
                if track.flex and track.align == "start":
                    wide = length
                high = at.heights(cell, wide)[1]
                at.place(cell, Rect(start, y + (tall - high) // 2, wide, high))
                x += length + at.px(it.gap)
            if owner:
                at.focus_ring(owner, line.inset(at.px(2), at.px(2)), radius)
            y += tall

    def _sizes(self, at: Pass, it: Table) -> list[tuple[int, int]]:
        sizes = []
        for number, track in enumerate(it.tracks):
            cells = [at.widths(e.cells[number]) for e in it.entries if number < len(e.cells)]
            least = max([at.px(track.least), *(cell[0] for cell in cells)])
            sizes.append((least, max([least, *(cell[1] for cell in cells)])))
        return sizes

    def _lengths(self, at: Pass, it: Table, width: int) -> list[int]:
        gaps = at.px(it.gap) * max(0, len(it.tracks) - 1)
        lengths = shared(width - gaps, self._sizes(at, it), [track.flex for track in it.tracks])
        missing = sum(lengths) - (width - gaps)
        while missing > 0 and max(lengths) > at.px(24):
            # Not even least widths fit: the widest column gives way, and its words break.
            widest = lengths.index(max(lengths))
            second = max([at.px(24), *(n for i, n in enumerate(lengths) if i != widest)])
            take = min(missing, max(1, lengths[widest] - second))
            lengths[widest] -= take
            missing -= take
        return lengths

    def _tall(self, at: Pass, it: Table, entry: Entry, lengths: Sequence[int]) -> int:
        cells = zip(it.tracks, entry.cells, lengths, strict=False)
        high = [
            at.heights(c, n if t.flex and t.align == "start" else min(n, at.widths(c)[1]))[1]
            for t, c, n in cells
        ]
        return max(high, default=0) + 2 * at.px(it.lead)
