"""Everything wrong with a frame: texts over each other, cut texts, controls out of reach."""

from collections.abc import Sequence

from game.ui.layout.items import Item, Layout, Rect, Stop

# Side bearings and rounding: neighbours in one line may share a column or two.
_SLACK = 2


def faults(layout: Layout) -> tuple[str, ...]:
    """Return a sentence for each fault of a frame, topmost layer and below."""
    texts = [item for item in layout.items if item.kind == "glyphs"]
    return (
        *_overlaps(texts),
        *_cut(layout, texts),
        *_covered(layout, texts),
        *_unreachable(layout),
    )


def _words(item: Item) -> str:
    return repr(getattr(item.payload, "text", item.kind))


def _overlaps(texts: Sequence[Item]) -> list[str]:
    found = []
    by_top = sorted(texts, key=lambda item: item.rect.y)
    for number, one in enumerate(by_top):
        seen = _ink(one)
        for other in by_top[number + 1 :]:
            if other.rect.y >= one.rect.bottom:
                break
            if one.layer == other.layer and seen.touches(_ink(other)):
                found.append(f"{_words(one)} and {_words(other)} overlap at {tuple(other.rect)}")
    return found


def _ink(item: Item) -> Rect:
    """Return where the letters of a text are: less than its line, within its clip."""
    return item.rect.cut(item.clip).inset(_SLACK, max(_SLACK, item.rect.h // 6))


def _cut(layout: Layout, texts: Sequence[Item]) -> list[str]:
    found = []
    window = Rect(0, 0, *layout.size)
    scrolls = {area.id for area in layout.areas if area.limit}
    for item in texts:
        if item.owner and (stop := layout.stop(item.owner)) and stop.widget.role == "field":
            continue
        left = item.rect.x < item.clip.x - _SLACK
        right = item.rect.right > item.clip.right + _SLACK
        if left or right:
            found.append(f"{_words(item)} is cut at the side: {tuple(item.rect)}")
        outside = item.rect.bottom > item.clip.bottom or item.rect.y < item.clip.y
        if outside and not scrolls and item.clip == window:
            found.append(f"{_words(item)} is cut by the window: {tuple(item.rect)}")
    return found


def _covered(layout: Layout, texts: Sequence[Item]) -> list[str]:
    """Find texts under a box that was painted later."""
    order = {id(item): number for number, item in enumerate(layout.items)}
    boxes = [
        (number, item)
        for number, item in enumerate(layout.items)
        if item.kind == "box" and getattr(item.payload, "fill", None) is not None
    ]
    found = []
    for text in texts:
        ink, number = _ink(text), order[id(text)]
        for later, box in boxes:
            # Boxes of the same owner are selections and carets; what holds a text comes before it.
            same = later > number and box.layer == text.layer
            own = box.owner and box.owner == text.owner
            if same and not own and ink.touches(box.rect.cut(box.clip)):
                found.append(f"{_words(text)} lies under a box at {tuple(box.rect)}")
                break
    return found


def _unreachable(layout: Layout) -> list[str]:
    found = []
    window = Rect(0, 0, *layout.size)
    for stop in layout.stops:
        if not stop.scrolls and not window.covers(stop.rect):
            found.append(f"{stop.id!r} leaves the window: {tuple(stop.rect)}")
        elif min(stop.rect.w, stop.rect.h) <= 0:
            found.append(f"{stop.id!r} has no area")
    found += [
        f"{one.id!r} and {other.id!r} overlap"
        for number, one in enumerate(layout.stops)
        for other in layout.stops[number + 1 :]
        if _clash(one, other)
    ]
    return found


def _clash(one: Stop, other: Stop) -> bool:
    """Whether two controls cover each other without one holding the other."""
    if one.rect.covers(other.rect) or other.rect.covers(one.rect):
        return False
    seen = one.rect.cut(one.clip).inset(_SLACK, _SLACK)
    return seen.touches(other.rect.cut(other.clip).inset(_SLACK, _SLACK))
