"""Place words: texts, paragraphs, badges."""

from game.ui.describe import badge_words, plain
from game.ui.layout.boxes import column_heights, place_column
from game.ui.layout.items import Box, Colour, Rect
from game.ui.layout.passing import Kind, Pass
from game.ui.layout.typeset import Setting
from game.ui.widgets import Badge, Content, Paragraph, Run, Text

_ROOM = 4
"""Above and below each paragraph, so that nothing moves when one is tinted."""


WASH = 14
"""Per cent of its tone behind a tinted paragraph."""


class TextKind(Kind[Text]):
    """Wrapped lines."""

    def widths(self, at: Pass, it: Text) -> tuple[int, int]:
        return at.text_widths(it.content, self._setting(at, it))

    def heights(self, at: Pass, it: Text, width: int) -> tuple[int, int]:
        high = at.block(it.content, self._setting(at, it), width).height
        return high, high

    def place(self, at: Pass, it: Text, rect: Rect) -> None:
        setting = self._setting(at, it)
        block = at.block(it.content, setting, rect.w)
        at.write(block, rect, it.tone, it.align, it.name)
        if it.nowrap and block.lines and not it.hint:
            whole = at.text_widths(it.content, setting)[1]
            if whole > rect.w + 1:
                at.explain(rect, plain(it.content))

    def baseline(self, at: Pass, it: Text, width: int) -> int:
        return at.setter.metrics.ascent(at.setter.font(self._setting(at, it)))

    def _setting(self, at: Pass, it: Text) -> Setting:
        return at.setting(it.size, it.font, bold=it.bold, italic=it.italic, nowrap=it.nowrap)


class ParagraphKind(Kind[Paragraph]):
    """A paragraph; tinted ones stand out of the margin, with an edge at the left."""

    def widths(self, at: Pass, it: Paragraph) -> tuple[int, int]:
        return at.text_widths(self._content(it), self._setting(at, it))

    def heights(self, at: Pass, it: Paragraph, width: int) -> tuple[int, int]:
        high = at.block(self._content(it), self._setting(at, it), width).height
        if it.children:
            high += at.px(4) + column_heights(at, it.children, width, 4)[1]
        high += 2 * at.px(_ROOM)
        return high, high

    def place(self, at: Pass, it: Paragraph, rect: Rect) -> None:
        block = at.block(self._content(it), self._setting(at, it), rect.w)
        wash = rect.inset(-at.px(12), 0)
        owner = it.name
        if it.message is not None:
            owner = at.stop(it, wash, f"{it.number} {plain(it.content)}".strip())
        tone = it.tint or ("accent" if it.selected else "")
        if tone:
            fill, edge = Colour(tone, at.ground, "fill", WASH), Colour(tone, at.ground, "fill")
            at.emit(Box(fill, edge=edge, side="left", edge_width=at.px(4)), wash, owner)
        elif it.message is not None and at.is_hot(owner):
            at.emit(Box(Colour("accent", at.ground, "fill", 8), radius=at.px(3)), wash, owner)
        top = rect.y + at.px(_ROOM)
        at.write(block, Rect(rect.x, top, rect.w, block.height), it.tone, owner=owner)
        if it.children:
            y = top + block.height + at.px(4)
            place_column(
                at,
                it.children,
                Rect(rect.x, y, rect.w, rect.bottom - at.px(_ROOM) - y),
                4,
            )
        if it.message is not None:
            at.focus_ring(owner, wash, at.px(2))

    def _content(self, it: Paragraph) -> Content:
        if not it.number:
            return it.content
        rest = (Run(it.content),) if isinstance(it.content, str) else it.content
        return (Run(f"{it.number} "), *rest)

    def _setting(self, at: Pass, it: Paragraph) -> Setting:
        return at.setting(it.size, it.font, first=at.px(it.indent), hanging=at.px(it.hanging))


class BadgeKind(Kind[Badge]):
    """Sign and words on a coloured pill."""

    def widths(self, at: Pass, it: Badge) -> tuple[int, int]:
        natural = at.text_widths(badge_words(it), self._setting(at))[1] + 2 * at.px(9)
        return natural, natural

    def heights(self, at: Pass, it: Badge, width: int) -> tuple[int, int]:
        high = at.block("0", self._setting(at), 1000).line_height + at.px(4)
        return high, high

    def place(self, at: Pass, it: Badge, rect: Rect) -> None:
        high = self.heights(at, it, rect.w)[1]
        pill = Rect(
            rect.x, rect.y + (rect.h - high) // 2, min(rect.w, self.widths(at, it)[1]), high
        )
        tone = it.tone or "muted"
        at.emit(Box(Colour(tone, at.ground, "fill"), radius=high // 2), pill, it.name)
        block = at.block(badge_words(it), self._setting(at), pill.w)
        with at.within(ground=f"solid {tone}"):
            at.write(block, pill.inset(at.px(9), at.px(2)), "text", "center", it.name)

    def baseline(self, at: Pass, it: Badge, width: int) -> int:
        return at.setter.metrics.ascent(at.setter.font(self._setting(at))) + at.px(2)

    def _setting(self, at: Pass) -> Setting:
        return at.setting("small", bold=True, nowrap=True)
