"""Find which rectangles of the window differ between two display lists: pure."""

from collections import Counter
from collections.abc import Sequence

from game.ui.layout import Item, Rect

_PIECES = 12


def bounds(item: Item) -> Rect:
    """Return every pixel an item may touch."""
    rect = item.rect
    if item.kind == "glyphs":
        # Accents, descenders and slanted letters reach beyond the line.
        rect = rect.inset(-(rect.h // 4) - 2, -(rect.h // 4) - 2)
    return rect.cut(item.clip)


def damage(before: Sequence[Item], after: Sequence[Item], window: Rect) -> list[Rect]:
    """Return the rectangles to repaint, none overlapping another."""
    if before == after:
        return []
    start = 0
    for old, new in zip(before, after, strict=False):
        if old != new:
            break
        start += 1
    gone, come = Counter(before[start:]), Counter(after[start:])
    changed = [bounds(item) for item in (gone - come).elements()]
    changed += [bounds(item) for item in (come - gone).elements()]
    kept = gone & come
    if kept:
        # What stays may have moved above or below its neighbours.
        one = [item for item in before[start:] if item in kept]
        two = [item for item in after[start:] if item in kept]
        changed += [bounds(a).joined(bounds(b)) for a, b in zip(one, two, strict=False) if a != b]
        changed += [bounds(item) for item in (*one[len(two) :], *two[len(one) :])]
    return grown(merged([rect.cut(window) for rect in changed if rect.w and rect.h]), after, window)


def grown(rects: list[Rect], items: Sequence[Item], window: Rect) -> list[Rect]:
    """Let rectangles cover every drawing they touch.

    Smooth lines come out differently when clipped, so a drawing is repainted whole or not at all.
    """
    drawings = [bounds(item).cut(window) for item in items if item.kind == "drawing"]
    drawings = [rect for rect in drawings if rect.w and rect.h]
    while True:
        wider = [
            spot
            for spot in drawings
            if any(r.touches(spot) for r in rects) and not any(r.covers(spot) for r in rects)
        ]
        if not wider:
            return rects
        rects = merged([*rects, *wider])


def merged(rects: Sequence[Rect]) -> list[Rect]:
    """Join rectangles that overlap, or that cost less together."""
    out: list[Rect] = []
    for rect in rects:
        if not rect.w or not rect.h:
            continue
        joined, again = rect, True
        while again:
            again = False
            for other in out:
                both = joined.joined(other)
                area = joined.w * joined.h + other.w * other.h
                if joined.touches(other) or both.w * both.h * 10 <= area * 13:
                    out.remove(other)
                    joined, again = both, True
                    break
        out.append(joined)
        if len(out) > _PIECES:
            whole = out[0]
            for other in out[1:]:
                whole = whole.joined(other)
            out = [whole]
    return out
