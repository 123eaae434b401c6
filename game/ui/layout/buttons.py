"""Place buttons in their looks."""

from typing import NamedTuple

from game.ui.layout.items import Binding, Box, Colour, Rect
from game.ui.layout.passing import Kind, Pass
from game.ui.layout.typeset import Setting
from game.ui.widgets import Button
from game.ui.widgets.controls import MAIN

RADIUS = 7


class _Shape(NamedTuple):
    """Lengths of a button look, in design pixels."""

    side: int
    above: int
    least: int


_SHAPES = {
    "primary": _Shape(16, 8, 44),
    "plain": _Shape(16, 8, 44),
    "ghost": _Shape(10, 5, 32),
    "tab": _Shape(12, 4, 30),
    "card": _Shape(16, 12, 60),
}


class ButtonKind(Kind[Button]):
    """Lead, label, note and key side by side; look "card" puts the note below."""

    def widths(self, at: Pass, it: Button) -> tuple[int, int]:
        least, natural = at.text_widths(it.label, self._setting(at, it))
        note_least, note = at.text_widths(it.note, at.setting("small")) if it.note else (0, 0)
        if it.look == "card":
            least, natural = max(least, note_least), max(natural, note)
        elif it.note:
            natural += note + at.px(8)
            least += note_least + at.px(8)
        rest = 2 * at.px(_SHAPES[it.look].side) + self._lead(at, it)[0] + self._cap(at, it)
        return least + rest, natural + rest

    def heights(self, at: Pass, it: Button, width: int) -> tuple[int, int]:
        shape = _SHAPES[it.look]
        room = self._room(at, it, width)
        high = at.block(it.label, self._setting(at, it), room).height
        if it.note and it.look == "card":
            high += at.px(2) + at.block(it.note, at.setting("small"), room).height
        high = max(high, self._lead(at, it)[1]) + 2 * at.px(shape.above)
        high = max(high, at.px(shape.least))
        return high, high

    def place(self, at: Pass, it: Button, rect: Rect) -> None:
        owner = at.stop(it, rect, it.label, disabled=it.disabled)
        for key in it.keys:
            at.bindings.append(Binding(key.lower(), it.message, owner, at.layer, it.disabled))
        ground = self._ground(at, it, rect, owner)
        shape = _SHAPES[it.look]
        radius = rect.h // 2 if it.look == "tab" else at.px(RADIUS)
        x = rect.x + at.px(shape.side)
        caps = self._cap(at, it, self._shown(at, it, owner))
        lead_width, lead_height = self._lead(at, it)
        room = self._room(at, it, rect.w)
        block = at.block(it.label, self._setting(at, it), room)
        small = at.setting("small")
        beside_it = at.text_widths(it.note, small)[1] if it.look != "card" else room
        note = at.block(it.note, small, beside_it) if it.note else None
        words = block.width
        if note and it.look != "card":
            words += at.px(8) + note.width
        if it.look != "card":
            # What is left over goes to both sides: labels of wide buttons stand in the middle.
            used = lead_width + words + caps
            x += max(0, (rect.w - 2 * at.px(shape.side) - used) // 2)
        tone = self._tone(it)
        with at.within(ground=ground):
            if it.lead is not None:
                y = rect.y + (rect.h - lead_height) // 2
                at.place(it.lead, Rect(x, y, lead_width - at.px(8), lead_height))
                x += lead_width
            if it.look == "card":
                tall = block.height + (at.px(2) + note.height if note else 0)
                y = rect.y + (rect.h - tall) // 2
                at.write(block, Rect(x, y, room, block.height), tone, owner=owner)
                if note:
                    below = Rect(x, y + block.height + at.px(2), room, note.height)
                    at.write(note, below, "muted", owner=owner)
                end = rect.right - at.px(shape.side)
            else:
                y = rect.y + (rect.h - block.height) // 2
                at.write(block, Rect(x, y, block.width, block.height), tone, owner=owner)
                end = x + words + caps
                if note:
                    y = rect.y + (rect.h - note.height) // 2
                    beside = Rect(x + block.width + at.px(8), y, note.width, note.height)
                    at.write(note, beside, "muted", owner=owner)
            self._place_cap(at, it, rect, end, owner)
        at.focus_ring(owner, rect, radius)

    def baseline(self, at: Pass, it: Button, width: int) -> int:
        high, font = self.heights(at, it, width)[1], self._setting(at, it)
        line = at.block("0", font, 1000).line_height
        return (high - line) // 2 + at.setter.metrics.ascent(at.setter.font(font))

    def _ground(self, at: Pass, it: Button, rect: Rect, owner: str) -> str:
        """Emit the button's box and return the ground its label stands on."""
        radius = rect.h // 2 if it.look == "tab" else at.px(RADIUS)
        hot = at.is_hot(owner) and not it.disabled
        down = at.state.pressed == owner and not it.disabled
        if (it.look == "primary" or (it.selected and it.look == "tab")) and not it.disabled:
            tone = "accent_down" if down else "accent_hot" if hot else "accent"
            # The same on paper as elsewhere, since the label on it is chosen for this colour.
            at.emit(Box(Colour(tone, "panel", "fill"), radius=radius), rect, owner)
            return "solid accent"
        if it.look in ("ghost", "tab"):
            if hot or down:
                at.emit(Box(Colour("hover", at.ground, "fill"), radius=radius), rect, owner)
            return at.ground
        below = at.ground if at.ground == "paper" else "raised"
        fill = Colour("hover" if hot or down else below, below, "fill")
        border = Colour("line", below, "fill")
        thickness = 1
        if it.selected:
            border, thickness = Colour("accent", below, "fill"), at.px(2)
        elif it.disabled:
            fill = Colour("panel" if below != "paper" else "paper", below, "fill")
        at.emit(Box(fill, border, radius, thickness), rect, owner)
        return below

    def _tone(self, it: Button) -> str:
        if it.disabled:
            return "muted"
        return "muted" if it.look == "tab" and not it.selected else "text"

    def _setting(self, at: Pass, it: Button) -> Setting:
        if it.look == "tab":
            return at.setting("small", bold=it.selected)
        return at.setting("body", bold=it.look in ("primary", "plain", "card"))

    def _lead(self, at: Pass, it: Button) -> tuple[int, int]:
        """Return the width of the lead, its gap included, and its height."""
        if it.lead is None:
            return 0, 0
        wide = at.widths(it.lead)[1]
        return wide + at.px(8), at.heights(it.lead, wide)[1]

    def _room(self, at: Pass, it: Button, width: int) -> int:
        rest = 2 * at.px(_SHAPES[it.look].side) + self._lead(at, it)[0] + self._cap(at, it)
        if it.note and it.look != "card":
            rest += at.text_widths(it.note, at.setting("small"))[1] + at.px(8)
        return max(1, width - rest)

    def _cap_setting(self, at: Pass) -> Setting:
        return at.setting("label")._replace(label=False)

    def _shown(self, at: Pass, it: Button, owner: str) -> tuple[str, ...]:
        """Return the keys that it shows: Enter only while it is not for something else."""
        elsewhere = at.state.enter_taken and at.state.focus != owner
        return tuple(key for key in it.keys if key != MAIN or not elsewhere)

    def _cap(self, at: Pass, it: Button, keys: tuple[str, ...] | None = None) -> int:
        """Return the width of the caps of some keys, by default of all, their gaps included."""
        keys = it.keys if keys is None else keys
        return sum(self._cap_width(at, key) + at.px(4) for key in keys) + (at.px(6) if keys else 0)

    def _cap_width(self, at: Pass, key: str) -> int:
        wide = at.text_widths(key_words(key), self._cap_setting(at))[1]
        return max(wide + at.px(12), at.px(22))

    def _place_cap(self, at: Pass, it: Button, rect: Rect, end: int, owner: str) -> None:
        for key in reversed(self._shown(at, it, owner)):
            block = at.block(key_words(key), self._cap_setting(at), rect.w)
            wide, tall = self._cap_width(at, key), block.line_height + at.px(4)
            cap = Rect(end - wide, rect.y + (rect.h - tall) // 2, wide, tall)
            at.emit(Box(None, Colour("cap", at.ground, "fill"), at.px(4)), cap, owner)
            inner = Rect(cap.x, cap.y + at.px(2), cap.w, block.line_height)
            at.write(block, inner, "muted", "center", owner)
            end -= wide + at.px(4)


def key_words(key: str) -> str:
    """Return how a key is written on its button."""
    return key.upper() if len(key) == 1 else key.replace("+", " ", 1).strip() or key
