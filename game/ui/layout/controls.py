"""Place what holds a value: fields, steppers, sliders, toggles, choices."""

from game.ui.describe import stepper_words
from game.ui.layout.items import Box, Colour, Rect, Zone
from game.ui.layout.passing import Kind, Pass
from game.ui.widgets import Change, Choice, Field, Slider, Stepper, Toggle

RADIUS = 7


class FieldKind(Kind[Field]):
    """A label, and a box with the text, the caret and the selection."""

    def widths(self, at: Pass, it: Field) -> tuple[int, int]:
        label = at.text_widths(it.label, at.setting("small")) if it.label else (0, 0)
        return max(label[0], at.px(120)), max(label[1], at.px(220))

    def heights(self, at: Pass, it: Field, width: int) -> tuple[int, int]:
        high = self._label_height(at, it, width) + at.px(40)
        return high, high

    def place(self, at: Pass, it: Field, rect: Rect) -> None:
        above = self._label_height(at, it, rect.w)
        box = Rect(rect.x, rect.y + above, rect.w, at.px(40))
        owner = at.stop(it, box, it.label or it.placeholder, disabled=it.disabled, press=False)
        if it.label:
            at.write(at.block(it.label, at.setting("small"), rect.w), rect, "muted", owner=owner)
        focused = at.state.focus == owner and not it.disabled
        line = "accent" if focused or at.is_hot(owner) else "line"
        frame = Box(Colour("well", at.ground, "fill"), Colour(line, at.ground, "fill"), at.px(6))
        at.emit(frame, box, owner)
        inner = box.inset(at.px(10), at.px(5))
        if not it.disabled:
            at.zones.append(Zone(box, at.clip, owner, at.layer, "type", inner.x))
        with at.within(clip=inner.inset(-at.px(2), 0)):
            self._words(at, it, inner, owner, focused=focused)
        at.focus_ring(owner, box, at.px(6))

    def _words(self, at: Pass, it: Field, inner: Rect, owner: str, *, focused: bool) -> None:
        setting = at.setting("body")
        font = at.setter.font(setting)
        measure = at.setter.metrics.measure
        high = at.setter.metrics.line_height(font)
        y = inner.y + (inner.h - high) // 2
        edit = at.state.edit if focused else None
        text, caret = it.value, len(it.value)
        if edit is not None and edit.stop == owner:
            caret = edit.caret + len(edit.composition)
            text = edit.text[: edit.caret] + edit.composition + edit.text[edit.caret :]
        else:
            edit = None
        if not text and it.placeholder:
            block = at.block(it.placeholder, setting._replace(nowrap=True), inner.w)
            at.write(block, Rect(inner.x, y, inner.w, high), "muted", owner=owner)
        # The text moves left as far as the caret needs it.
        shift = max(0, measure(text[:caret], font) - inner.w + at.px(2)) if focused else 0
        x = inner.x - shift
        if edit is not None and edit.caret != edit.anchor:
            start, end = (measure(edit.text[:i], font) for i in edit.span)
            chosen = Rect(x + start, y, end - start, high)
            at.emit(Box(Colour("accent", at.ground, "fill", 45)), chosen, owner)
        if text:
            at.write_line(text, font, Rect(x, y, measure(text, font), high), "text", owner)
        if edit is not None and edit.composition:
            start = measure(text[: edit.caret], font)
            under = Rect(x + start, y + high - 2, measure(edit.composition, font), 2)
            at.emit(Box(Colour("accent", at.ground, "fill")), under, owner)
        if focused and at.state.caret_on:
            bar = Rect(x + measure(text[:caret], font), y, max(1, at.px(1.5)), high)
            at.emit(Box(Colour("text", at.ground)), bar, owner)

    def _label_height(self, at: Pass, it: Field, width: int) -> int:
        if not it.label:
            return 0
        return at.block(it.label, at.setting("small"), width).height + at.px(4)


class StepperKind(Kind[Stepper]):
    """Label at the left; less, value and more at the right, or below where it is narrow."""

    def widths(self, at: Pass, it: Stepper) -> tuple[int, int]:
        least, natural = at.text_widths(it.label, at.setting("body"))
        control = self._control(at, it)
        if not it.label:
            return control, control
        return max(least, control), natural + at.px(16) + control

    def heights(self, at: Pass, it: Stepper, width: int) -> tuple[int, int]:
        high = max(self._parts(at, it, Rect(0, 0, width, 0))[1].bottom, at.px(36))
        if it.label:
            label = self._parts(at, it, Rect(0, 0, width, 0))[0]
            high = max(high, label.bottom)
        return high, high

    def place(self, at: Pass, it: Stepper, rect: Rect) -> None:
        label, control = self._parts(at, it, rect)
        owner = at.stop(it, rect, it.label, disabled=it.disabled, press=False)
        tone = "muted" if it.disabled else "text"
        if it.label:
            at.write(at.block(it.label, at.setting("body"), label.w), label, tone, owner=owner)
        side = at.px(36)
        less = Rect(control.x, control.y, side, control.h)
        more = Rect(control.right - side, control.y, side, control.h)
        for part, sign, change in ((less, "−", -it.step), (more, "+", it.step)):
            value = it.value + change
            can = it.lo <= value <= it.hi and not it.disabled
            if can:
                does = Change(it.message, value)
                at.zones.append(Zone(part, at.clip, owner, at.layer, "send", does))
            below = at.ground if at.ground == "paper" else "raised"
            fill, line = Colour(below, below, "fill"), Colour("line", below, "fill")
            at.emit(Box(fill, line, at.px(RADIUS)), part, owner)
            block = at.block(sign, at.setting("lead", bold=True), part.w)
            y = part.y + (part.h - block.height) // 2
            with at.within(ground=below):
                target = Rect(part.x, y, part.w, block.height)
                at.write(block, target, "text" if can else "line", "center", owner)
        middle = Rect(less.right, control.y, more.x - less.right, control.h)
        block = at.block(stepper_words(it), at.setting("body", bold=True), middle.w)
        y = middle.y + (middle.h - block.height) // 2
        at.write(block, Rect(middle.x, y, middle.w, block.height), tone, "center", owner)
        at.focus_ring(owner, rect, at.px(RADIUS))

    def _control(self, at: Pass, it: Stepper) -> int:
        words = it.names or (str(it.lo), str(it.hi))
        setting = at.setting("body", bold=True)
        return 2 * at.px(36) + max(at.text_widths(w, setting)[1] for w in words) + at.px(20)

    def _parts(self, at: Pass, it: Stepper, rect: Rect) -> tuple[Rect, Rect]:
        """Return the rectangles of the label and of the control."""
        control = min(self._control(at, it), rect.w)
        high = at.px(36)
        words = at.setting("body", bold=True)
        for name in it.names:
            room = max(1, control - 2 * high)
            high = max(high, at.block(name, words, room).height + at.px(6))
        if not it.label:
            return Rect(rect.x, rect.y, 0, 0), Rect(rect.x, rect.y, control, high)
        least, _ = at.text_widths(it.label, at.setting("body"))
        room = rect.w - control - at.px(16)
        if room < least:
            label = at.block(it.label, at.setting("body"), rect.w).height
            below = rect.y + label + at.px(4)
            return Rect(rect.x, rect.y, rect.w, label), Rect(rect.x, below, control, high)
        label = at.block(it.label, at.setting("body"), room).height
        tall = max(label, high)
        return (
            Rect(rect.x, rect.y + (tall - label) // 2, room, label),
            Rect(rect.right - control, rect.y + (tall - high) // 2, control, high),
        )


class SliderKind(Kind[Slider]):
    """Label and value above a track with a knob."""

    def widths(self, at: Pass, it: Slider) -> tuple[int, int]:
        label = at.text_widths(it.label, at.setting("body"))
        value = at.text_widths(self._value(it), at.setting("body", bold=True))[1]
        return max(at.px(120), label[0] + value + at.px(12)), label[1] + value + at.px(40)

    def heights(self, at: Pass, it: Slider, width: int) -> tuple[int, int]:
        high = self._label_height(at, it, width) + at.px(26)
        return high, high

    def place(self, at: Pass, it: Slider, rect: Rect) -> None:
        owner = at.stop(it, rect, it.label, disabled=it.disabled, press=False)
        tone = "muted" if it.disabled else "text"
        value = at.block(self._value(it), at.setting("body", bold=True), rect.w)
        above = self._label_height(at, it, rect.w)
        room = max(1, rect.w - value.width - at.px(12))
        at.write(at.block(it.label, at.setting("body"), room), rect, tone, owner=owner)
        at.write(value, rect, tone, "end", owner)
        knob = at.px(9)
        track = Rect(
            rect.x + knob, rect.y + above + at.px(13) - at.px(3), rect.w - 2 * knob, at.px(6)
        )
        if not it.disabled:
            grip = track.inset(-knob, -at.px(10))
            at.zones.append(Zone(grip, at.clip, owner, at.layer, "drag", tuple(track)))
        share = (it.value - it.lo) / max(1, it.hi - it.lo)
        x = track.x + round(track.w * share)
        at.emit(Box(Colour("track", at.ground, "fill"), radius=at.px(3)), track, owner)
        filled = Rect(track.x, track.y, x - track.x, track.h)
        accent = Colour("line" if it.disabled else "accent", at.ground, "fill")
        at.emit(Box(accent, radius=at.px(3)), filled, owner)
        round_ = Rect(x - knob, track.y + track.h // 2 - knob, 2 * knob, 2 * knob)
        hot = at.is_hot(owner) or at.state.pressed == owner
        fill = Colour("accent_hot" if hot else "accent", at.ground, "fill")
        at.emit(
            Box(accent if it.disabled else fill, Colour("knob", at.ground, "fill"), knob, at.px(2)),
            round_,
            owner,
        )
        at.focus_ring(owner, rect, at.px(RADIUS))

    def _value(self, it: Slider) -> str:
        return it.text or str(it.value)

    def _label_height(self, at: Pass, it: Slider, width: int) -> int:
        value = at.text_widths(self._value(it), at.setting("body", bold=True))[1]
        room = max(1, width - value - at.px(12))
        return at.block(it.label, at.setting("body"), room).height


class ToggleKind(Kind[Toggle]):
    """A switch and its label."""

    def widths(self, at: Pass, it: Toggle) -> tuple[int, int]:
        least, natural = at.text_widths(it.label, at.setting("body"))
        return least + at.px(54), natural + at.px(54)

    def heights(self, at: Pass, it: Toggle, width: int) -> tuple[int, int]:
        block = at.block(it.label, at.setting("body"), max(1, width - at.px(54)))
        high = max(block.height, at.px(34))
        return high, high

    def place(self, at: Pass, it: Toggle, rect: Rect) -> None:
        owner = at.stop(it, rect, it.label, disabled=it.disabled)
        wide, tall = at.px(42), at.px(24)
        switch = Rect(rect.x, rect.y + (rect.h - tall) // 2, wide, tall)
        on = it.on and not it.disabled
        hot = at.is_hot(owner) and not it.disabled
        tone = ("accent_hot" if hot else "accent") if on else "well"
        line = Colour("accent" if on or hot else "line", at.ground, "fill")
        at.emit(Box(Colour(tone, at.ground, "fill"), line, tall // 2), switch, owner)
        inset = at.px(4)
        side = tall - 2 * inset
        x = switch.right - inset - side if it.on else switch.x + inset
        knob = Colour("knob" if on else "muted", at.ground, "fill")
        at.emit(Box(knob, radius=side // 2), Rect(x, switch.y + inset, side, side), owner)
        block = at.block(it.label, at.setting("body"), max(1, rect.w - at.px(54)))
        y = rect.y + (rect.h - block.height) // 2
        label = Rect(rect.x + at.px(54), y, rect.w - at.px(54), block.height)
        at.write(block, label, "muted" if it.disabled else "text", owner=owner)
        at.focus_ring(owner, rect, at.px(RADIUS))


class ChoiceKind(Kind[Choice]):
    """A label, as above a field, and options side by side that break into lines."""

    def widths(self, at: Pass, it: Choice) -> tuple[int, int]:
        label = at.text_widths(it.label, at.setting("small")) if it.label else (0, 0)
        wide = self._wide(at, it)
        return max(label[0], *wide), max(label[1], sum(wide) + at.px(4) * (len(wide) - 1))

    def heights(self, at: Pass, it: Choice, width: int) -> tuple[int, int]:
        lines = max(part.bottom for part in self._parts(at, it, Rect(0, 0, width, 0)))
        return lines, lines

    def place(self, at: Pass, it: Choice, rect: Rect) -> None:
        owner = at.stop(it, rect, it.label, disabled=it.disabled, press=False)
        if it.label:
            at.write(at.block(it.label, at.setting("small"), rect.w), rect, "muted", owner=owner)
        for part, (value, words) in zip(self._parts(at, it, rect), it.options, strict=True):
            chosen = value == it.value
            ground = "solid accent" if chosen and not it.disabled else "raised"
            if at.ground == "paper" and ground == "raised":
                ground = "paper"
            if not it.disabled and not chosen:
                does = Change(it.message, value)
                at.zones.append(Zone(part, at.clip, owner, at.layer, "send", does))
            fill = Colour("accent" if ground == "solid accent" else ground, at.ground, "fill")
            at.emit(Box(fill, Colour("line", at.ground, "fill"), at.px(RADIUS)), part, owner)
            block = at.block(words, at.setting("body", bold=chosen), part.w)
            y = part.y + (part.h - block.height) // 2
            with at.within(ground=ground):
                target = Rect(part.x, y, part.w, block.height)
                at.write(block, target, "muted" if it.disabled else "text", "center", owner)
        at.focus_ring(owner, rect, at.px(RADIUS))

    def _wide(self, at: Pass, it: Choice) -> list[int]:
        setting = at.setting("body", bold=True)
        return [at.text_widths(words, setting)[1] + at.px(28) for _, words in it.options]

    def _parts(self, at: Pass, it: Choice, rect: Rect) -> list[Rect]:
        above = at.block(it.label, at.setting("small"), rect.w).height + at.px(4) if it.label else 0
        x, y, tall, gap = rect.x, rect.y + above, at.px(36), at.px(4)
        parts = []
        for wide in self._wide(at, it):
            if x > rect.x and x + wide > rect.right:
                x, y = rect.x, y + tall + gap
            parts.append(Rect(x, y, min(wide, rect.w), tall))
            x += wide + gap
        return parts
