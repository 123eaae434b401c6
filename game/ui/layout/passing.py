"""One pass of layout: scale, place of emission, and what each kind of widget must answer."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Generic, TypeVar, get_args

from game.ui.layout.items import (
    Area,
    Binding,
    Box,
    Colour,
    FontKey,
    Glyphs,
    Item,
    Motion,
    Payload,
    Rect,
    Stop,
    Tip,
    UiState,
    Zone,
)
from game.ui.layout.typeset import Block, Setting, Typesetter
from game.ui.widgets import Align, Button, Card, Content, Family, Size, Tone, Widget
from game.ui.widgets.controls import MAIN

SIZES: Mapping[Size, int] = {
    "small": 13,
    "label": 12,
    "body": 16,
    "lead": 18,
    "heading": 21,
    "title": 27,
    "display": 44,
}
"""Font sizes in design pixels."""

GUTTER = 14
"""Room for a scroll bar, in design pixels."""

_TAGGED = (Button, Card)
"""What has room at its lower edge for the name of the key."""

_KINDS = {kind: kind.__name__.lower() for kind in get_args(Payload)}

W = TypeVar("W", bound=Widget)


class Kind(Generic[W]):
    """How one sort of widget is measured and placed."""

    def widths(self, at: "Pass", it: W) -> tuple[int, int]:
        """Return the least and the natural width, in pixels."""
        raise NotImplementedError

    def heights(self, at: "Pass", it: W, width: int) -> tuple[int, int]:
        """Return the least and the natural height in a width, in pixels."""
        raise NotImplementedError

    def place(self, at: "Pass", it: W, rect: Rect) -> None:
        """Emit the items, stops and zones of the widget in its rectangle."""
        raise NotImplementedError

    def baseline(self, at: "Pass", it: W, width: int) -> int:
        """Return how far below its top the first baseline lies; 0 where there is none."""
        return 0


class Pass:
    """Collects one frame. Measures are remembered by identity while the tree is alive."""

    def __init__(
        self,
        kinds: Mapping[type[Widget], Kind[Any]],
        scale: float,
        state: UiState,
        setter: Typesetter,
        window: Rect,
    ) -> None:
        self.kinds, self.scale, self.state, self.setter = kinds, scale, state, setter
        self.window = window
        self.items: list[Item] = []
        self.stops: list[Stop] = []
        self.zones: list[Zone] = []
        self.bindings: list[Binding] = []
        self.areas: list[Area] = []
        self.tips: list[Tip] = []
        self.motions: list[Motion] = []
        self.clip, self.layer, self.ground = window, 0, "ink"
        self.scrolls: tuple[str, ...] = ()
        self._ids: dict[str, int] = {}
        self._widths: dict[int, tuple[int, int]] = {}
        self._heights: dict[tuple[int, int], tuple[int, int]] = {}
        self.row_lines: dict[tuple[int, int], list[tuple[list[Widget], list[int]]]] = {}
        # Measures are kept by identity, so every measured widget must outlive the pass.
        self._alive: list[Widget] = []

    # Measures

    def px(self, length: float) -> int:
        """Turn design pixels into pixels."""
        return round(length * self.scale)

    def widths(self, it: Widget) -> tuple[int, int]:
        """Return the least and the natural width of a widget, its own bounds applied."""
        known = self._widths.get(id(it))
        if known is None:
            if it.width:
                known = (self.px(it.width),) * 2
            else:
                least, natural = self.kinds[type(it)].widths(self, it)
                if it.max_width:
                    natural = min(natural, self.px(it.max_width))
                low = self.px(it.min_width)
                known = max(least, low), max(natural, least, low)
            self._widths[id(it)] = known
            self._alive.append(it)
        return known

    def heights(self, it: Widget, width: int) -> tuple[int, int]:
        """Return the least and the natural height of a widget in a width."""
        known = self._heights.get((id(it), width))
        if known is None:
            least, natural = self.kinds[type(it)].heights(self, it, width)
            if it.height:
                least = natural = max(self.px(it.height), least)
            known = least, max(natural, least)
            self._heights[id(it), width] = known
            self._alive.append(it)
        return known

    def baseline(self, it: Widget, width: int) -> int:
        """Return how far below its top a widget's first baseline lies."""
        return self.kinds[type(it)].baseline(self, it, width)

    # Places

    def place(self, it: Widget, rect: Rect) -> None:
        """Place a widget; its own hint becomes a tip."""
        if it.hint and not getattr(it, "disabled", ""):
            self.tips.append(Tip(it.name or it.hint, rect, self.clip, it.hint, self.layer))
        self.kinds[type(it)].place(self, it, rect)

    def solid(self, children: Sequence[Widget]) -> list[Widget]:
        """Return the children that take room; shortcuts do not."""
        return [child for child in children if child.role != "shortcut"]

    def place_others(self, children: Sequence[Widget], rect: Rect) -> None:
        """Place the children that take no room."""
        for child in children:
            if child.role == "shortcut":
                self.place(child, rect)

    def emit(self, payload: Payload, rect: Rect, owner: str = "") -> None:
        """Add an item, unless nothing of it could be seen."""
        if rect.touches(self.clip):
            kind = _KINDS[type(payload)]
            self.items.append(Item(kind, rect, self.clip, payload, self.layer, owner))

    @contextmanager
    def within(
        self,
        *,
        clip: Rect | None = None,
        ground: str | None = None,
        scroll: str = "",
        layer: int | None = None,
    ) -> Iterator[None]:
        """Place what follows in a smaller window, on another ground or in another layer."""
        before = self.clip, self.ground, self.scrolls, self.layer
        if clip is not None:
            self.clip = self.clip.cut(clip)
        if ground is not None:
            self.ground = ground
        if scroll:
            self.scrolls = (*self.scrolls, scroll)
        if layer is not None:
            self.layer = layer
        yield
        self.clip, self.ground, self.scrolls, self.layer = before

    def identify(self, it: Widget, label: str) -> str:
        """Return the widget's name, or else one made of role and label, unique in the frame."""
        base = it.name or f"{it.role}:{label}"
        count = self._ids[base] = self._ids.get(base, 0) + 1
        return base if count == 1 else f"{base}#{count}"

    def stop(
        self, it: Widget, rect: Rect, label: str, *, disabled: str = "", press: bool = True
    ) -> str:
        """Add a focus stop, its mouse zone and its tip, and return its id."""
        id_ = self.identify(it, label)
        hint = disabled or it.hint
        self.stops.append(
            Stop(id_, rect, self.clip, it, self.layer, self.scrolls, label, disabled, hint)
        )
        if press:
            self.zones.append(Zone(rect, self.clip, id_, self.layer))
        if disabled:
            self.tips.append(Tip(id_, rect, self.clip, disabled, self.layer))
        return id_

    def explain(self, rect: Rect, text: str) -> None:
        """Let a place show a text in full when the pointer rests on it."""
        self.tips.append(Tip(f"tip:{rect.x}:{rect.y}", rect, self.clip, text, self.layer))

    def is_hot(self, id_: str) -> bool:
        """Whether the pointer is on the stop."""
        return self.state.hover == id_

    def focus_ring(self, id_: str, rect: Rect, radius: int) -> None:
        """Draw the focus ring around a stop that has the keyboard focus."""
        if self.state.focus == id_ and self.state.focus_visible:
            grown = rect.inset(-self.px(3), -self.px(3))
            ring = Box(None, Colour("focus", self.ground, "fill"), radius + self.px(3), self.px(2))
            self.emit(ring, grown, id_)
            self._enter_tag(id_, grown)

    def _enter_tag(self, id_: str, ring: Rect) -> None:
        """Write at the corner of a focus ring that Enter is for what it encloses."""
        stop = next(stop for stop in reversed(self.stops) if stop.id == id_)
        shown = MAIN in getattr(stop.widget, "keys", ())
        if shown or stop.disabled or not stop.takes_enter or not isinstance(stop.widget, _TAGGED):
            return
        block = self.block(MAIN, self.setting("label")._replace(label=False), self.window.w)
        wide, tall = block.width + self.px(12), block.line_height
        # On the lower edge of the ring, but in sight where that is at the end of what scrolls.
        x = min(ring.right - min(wide + self.px(8), (ring.w + wide) // 2), self.clip.right - wide)
        y = min(ring.bottom - tall // 2, self.clip.bottom - tall)
        tag = Rect(max(x, self.clip.x), y, wide, tall)
        with self.within(clip=None, ground="ink"):
            fill, line = Colour("ground", "ink", "fill"), Colour("focus", "ink", "fill")
            self.emit(Box(fill, line, self.px(4)), tag, id_)
            self.write(block, tag, "text", "center", id_)

    # Text

    def setting(
        self,
        size: Size,
        family: Family = "sans",
        *,
        bold: bool = False,
        italic: bool = False,
        first: int = 0,
        hanging: int = 0,
        nowrap: bool = False,
    ) -> Setting:
        """Return how a text of a named size is set at this scale."""
        return Setting(
            family, self.px(SIZES[size]), bold, italic, size == "label", first, hanging, nowrap
        )

    def text_widths(self, content: Content, setting: Setting) -> tuple[int, int]:
        """Return the least and natural width of a text."""
        return self.setter.widths(content, setting)

    def block(self, content: Content, setting: Setting, width: int) -> Block:
        """Return the lines of a text."""
        return self.setter.block(content, setting, width)

    def write_line(self, text: str, font: FontKey, rect: Rect, tone: str, owner: str) -> None:
        """Emit one run of text just where it is told."""
        self.emit(Glyphs(text, font, Colour(tone, self.ground)), rect, owner)

    def write(
        self,
        block: Block,
        rect: Rect,
        tone: Tone | str = "text",
        align: Align = "start",
        owner: str = "",
    ) -> None:
        """Emit the lines of a text from the top of a rectangle."""
        high = block.line_height
        for number, line in enumerate(block.lines):
            y = rect.y + number * high
            if not line or y >= self.clip.bottom or y + high <= self.clip.y:
                continue
            x = rect.x + _spare(rect.w - line[-1].x - line[-1].width, align)
            for bit in line:
                run = bit.run
                self.emit(
                    Glyphs(
                        bit.text,
                        bit.font,
                        Colour(run.tone or tone, self.ground),
                        run.underline,
                        run.strike,
                        Colour(run.background, self.ground, "fill", 25) if run.background else None,
                    ),
                    Rect(x + bit.x, y, bit.width, high),
                    owner,
                )


def _spare(length: int, align: Align) -> int:
    if align == "end":
        return length
    return length // 2 if align == "center" else 0


def shared(available: int, sizes: Sequence[tuple[int, int]], weights: Sequence[int]) -> list[int]:
    """Divide a length among neighbours by least and natural size and weight.

    Who has no weight gets its natural size, or less when there is not enough; who has one
    shares what is left by weight, never less than its least size.
    """
    given = [
        least if weight else natural
        for (least, natural), weight in zip(sizes, weights, strict=True)
    ]
    spare = available - sum(given)
    if spare < 0:
        return _shrunk(-spare, given, sizes)
    growing = {i for i, weight in enumerate(weights) if weight}
    spare += sum(given[i] for i in growing)
    while growing:
        total = sum(weights[i] for i in growing)
        held = {i for i in growing if spare * weights[i] // total < sizes[i][0]}
        if not held:
            break
        spare -= sum(given[i] for i in held)
        growing -= held
    total = sum(weights[i] for i in growing)
    for i in sorted(growing):
        given[i] = spare * weights[i] // total
        spare -= given[i]
        total -= weights[i]
    return given


def _shrunk(missing: int, given: list[int], sizes: Sequence[tuple[int, int]]) -> list[int]:
    slack = [length - least for length, (least, _) in zip(given, sizes, strict=True)]
    total = sum(slack)
    if total <= 0:
        return given
    missing = min(missing, total)
    for i, room in enumerate(slack):
        take = -(-missing * room // total) if total else 0
        take = min(take, room, missing)
        given[i] -= take
        missing -= take
        total -= room
    return given
