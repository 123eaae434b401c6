"""Place what lies above or moves: dialogs, layers, tooltips, animations."""

from collections.abc import Sequence

from game.ui.layout.boxes import column_heights, place_column
from game.ui.layout.items import Binding, Box, Colour, Motion, Rect, Tip, Veil, Zone
from game.ui.layout.passing import Kind, Pass
from game.ui.layout.surfaces import body
from game.ui.widgets import Animated, Layers, Modal, Row, Text, Widget

EDGE, PAD = 32, 28
"""What is left free around a dialog, and within it around what it says; design pixels."""


class AnimatedKind(Kind[Animated]):
    """The child, on its way in."""

    def widths(self, at: Pass, it: Animated) -> tuple[int, int]:
        return at.widths(it.child)

    def heights(self, at: Pass, it: Animated, width: int) -> tuple[int, int]:
        return at.heights(it.child, width)

    def place(self, at: Pass, it: Animated, rect: Rect) -> None:
        at.motions.append(Motion(it.name, it.duration_ms, it.delay_ms, it.done))
        progress = at.state.progress.get(it.name, 1.0)
        if progress >= 1:
            at.place(it.child, rect)
            return
        if progress <= 0:
            return
        if it.effect == "appear":
            at.place(it.child, rect)
            return
        eased = 1 - (1 - progress) ** 3
        if it.effect == "wipe":
            with at.within(clip=Rect(rect.x, rect.y, round(rect.w * eased), rect.h)):
                at.place(it.child, rect)
        else:
            down = round(at.px(16) * (1 - eased))
            with at.within(clip=rect):
                at.place(it.child, Rect(rect.x, rect.y + down, rect.w, rect.h))

    def baseline(self, at: Pass, it: Animated, width: int) -> int:
        return at.baseline(it.child, width)


class ModalKind(Kind[Modal]):
    """A dialog in the middle of the window."""

    def widths(self, at: Pass, it: Modal) -> tuple[int, int]:
        return at.px(it.width), at.px(it.width)

    def heights(self, at: Pass, it: Modal, width: int) -> tuple[int, int]:
        return at.px(120), at.px(120)

    def place(self, at: Pass, it: Modal, rect: Rect) -> None:
        id_ = it.name or f"dialog:{it.title}"
        at.emit(Veil(), rect, id_)
        if it.dismiss is not None:
            at.zones.append(Zone(rect, at.clip, id_, at.layer, "send", it.dismiss))
            at.bindings.append(Binding("esc", it.dismiss, "", at.layer))
        edge, pad = at.px(EDGE), at.px(PAD)
        wide = min(at.px(it.width), rect.w - 2 * edge)
        head = (Text(it.title, size="title", font="serif"),) if it.title else ()
        content = (*head, *it.children)
        natural = column_heights(at, content, wide - 2 * pad, it.gap)[1] + 2 * pad
        tall = min(natural, rect.h - 2 * edge)
        box = Rect(rect.x + (rect.w - wide) // 2, rect.y + (rect.h - tall) // 2, wide, tall)
        at.zones.append(Zone(box, at.clip, id_, at.layer, "block"))
        frame = Box(Colour("ground", "raised", "fill"), Colour("line", "raised", "fill"), at.px(12))
        at.emit(frame, box, id_)
        with at.within(ground="raised"):
            self._fill(at, id_, content, box.inset(pad, pad), it)

    def _fill(self, at: Pass, id_: str, content: Sequence[Widget], inner: Rect, it: Modal) -> None:
        """Place what a dialog says; where it has to scroll, its acts stay below it in sight."""
        pad = at.px(PAD)
        rest, ends = content[: -it.ends or None], content[-it.ends :]
        foot = column_heights(at, ends, inner.w, it.gap)[1]
        fits = column_heights(at, content, inner.w, it.gap)[0] <= inner.h
        if fits or not rest or 2 * foot > inner.h or not all(isinstance(e, Row) for e in ends):
            body(at, id_, content, inner, it.gap, pad=pad)
            return
        above = Rect(inner.x, inner.y, inner.w, inner.h - foot - at.px(it.gap))
        # The bar stands at the edge of the dialog, and the words run out above its acts.
        body(at, id_, rest, above, it.gap, pad=at.px(it.gap))
        place_column(at, ends, Rect(inner.x, inner.bottom - foot, inner.w, foot), it.gap)


class LayersKind(Kind[Layers]):
    """Each child on the whole window, above the one before."""

    def widths(self, at: Pass, it: Layers) -> tuple[int, int]:
        return at.widths(it.children[0])

    def heights(self, at: Pass, it: Layers, width: int) -> tuple[int, int]:
        return at.heights(it.children[0], width)

    def place(self, at: Pass, it: Layers, rect: Rect) -> None:
        for number, child in enumerate(it.children):
            area = at.window if isinstance(child, Modal) else rect
            with at.within(layer=at.layer + number):
                at.place(child, area)


def place_tip(at: Pass, tip: Tip) -> None:
    """Place a tooltip near what it explains: below, or above where there is no room."""
    setting = at.setting("small")
    pad, gap = at.px(10), at.px(6)
    wide = min(at.text_widths(tip.text, setting)[1], at.px(360), at.window.w - 4 * pad)
    block = at.block(tip.text, setting, wide)
    wide, tall = block.width + 2 * pad, block.height + 2 * pad
    near = tip.rect.cut(tip.clip)
    x = min(max(pad, near.x + near.w // 2 - wide // 2), at.window.right - wide - pad)
    y = near.bottom + gap
    if y + tall > at.window.bottom:
        y = max(0, near.y - gap - tall)
    box = Rect(x, y, wide, tall)
    with at.within(clip=at.window, ground="tip", layer=99):
        fill, border = Colour("ground", "tip", "fill"), Colour("line", "tip", "fill")
        at.emit(Box(fill, border, at.px(6)), box, "tip")
        at.write(block, box.inset(pad, pad), "text", owner="tip")
