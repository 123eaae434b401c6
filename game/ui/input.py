"""From keys and pointer to messages, focus, scrolling and typing."""

from typing import TYPE_CHECKING

import pygame
from attrs import evolve

from game.ui import editing, steering
from game.ui.focus import Focus
from game.ui.keys import MODIFIERS, name_of, show_cursor
from game.ui.layout import Edit, Rect, Stop, Zone
from game.ui.widgets import Change, Field, Slider, Submit, Toggle

if TYPE_CHECKING:
    from game.ui.window import Window

_ARROWS = ("left", "right", "up", "down")
_SCROLLS = {"pageup": -0.9, "pagedown": 0.9, "home": -1e6, "end": 1e6}

_BLINK = 0.53
_NOTCH = 64
"""How far one notch of the wheel scrolls, in design pixels."""


class Input:
    """What the person is in the middle of doing."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        self._down: Zone | None = None
        self._grip = (0, 0)
        self._sent: Change | None = None
        self._pointer = (-1, -1)
        self._focus = Focus(window)
        self._blink_at = 0.0
        self._clock = 0.0

    # Time and layout

    def pass_time(self, now: float) -> None:
        """Show the tip that is due; let the caret blink."""
        self._clock = now
        self._focus.pass_time(now)
        window = self._window
        if window.state.edit is not None and now >= self._blink_at:
            self._blink_at = now + _BLINK
            window.state = evolve(window.state, caret_on=not window.state.caret_on)

    def arranged(self) -> None:
        """Keep focus, pointer and typing in step with a new layout."""
        self._focus.arranged()
        self._follow_field()
        if not self._down:
            self._hover()

    def _follow_field(self) -> None:
        """Open, close or correct the text being typed."""
        window = self._window
        stop = window.layout.stop(window.state.focus)
        edit = window.state.edit
        if stop is None or not isinstance(stop.widget, Field) or stop.disabled:
            if edit is not None:
                pygame.key.stop_text_input()
                pygame.key.set_repeat()
                window.state = evolve(window.state, edit=None)
            return
        value = stop.widget.value
        if edit is None or edit.stop != stop.id:
            pygame.key.start_text_input()
            # Held keys repeat only here: nobody ends two rounds with one long press.
            pygame.key.set_repeat(350, 35)
            window.state = evolve(window.state, edit=editing.opened(stop.id, value))
        elif edit.text != value:
            # The game made something else of what was typed.
            fixed = evolve(edit, text=value)
            fixed = editing.moved(fixed, edit.caret, selecting=False)
            window.state = evolve(window.state, edit=fixed)
        pygame.key.set_text_input_rect(pygame.Rect(stop.rect))

    # Events

    def take(self, event: pygame.Event) -> None:
        """Act on one event."""
        window = self._window
        match event.type:
            case pygame.QUIT:
                window.close()
            case pygame.WINDOWSIZECHANGED | pygame.VIDEORESIZE:
                window.resized()
            case pygame.WINDOWEXPOSED:
                window.exposed()
            case pygame.KEYDOWN:
                if event.key not in MODIFIERS:
                    self._key(name_of(event))
            case pygame.TEXTINPUT:
                self._type(event.text)
            case pygame.TEXTEDITING:
                if window.state.edit is not None:
                    edit = evolve(window.state.edit, composition=event.text)
                    window.state = evolve(window.state, edit=edit)
            case pygame.MOUSEMOTION:
                self._focus.by_pointer = True
                self._move(event.pos)
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                self._press(event.pos)
            case pygame.MOUSEBUTTONUP if event.button == 1:
                self._release(event.pos)
            case pygame.MOUSEWHEEL:
                self._wheel(event)
            case pygame.WINDOWLEAVE:
                self._pointer = (-1, -1)
                self._hover()
            case _:
                return
        if window.out_of_date:
            window.rearrange()

    # Keys

    def _key(self, key: str) -> None:
        window = self._window
        self._focus.by_pointer = False
        self._focus.drop_tip()
        if window.motions.running:
            for message in window.motions.finish():
                window.send(message)
            if key in ("space", "enter", "esc"):
                return
        if self._window_key(key) or self._field_key(key):
            return
        stop = window.layout.stop(window.state.focus)
        if stop is not None and self._stop_key(stop, key):
            return
        if key in ("tab", "shift+tab"):
            step = -1 if key.startswith("shift") else 1
            self._focus.put(
                steering.neighbour(window.layout, window.state.focus, step), visible=True
            )
        elif self._binding(key):
            return
        elif key in _ARROWS:
            target = steering.nearest(window.layout, window.state.focus, key)
            if target is not None:
                self._focus.put(target, visible=True)
            elif key in ("up", "down"):
                self._focus.scroll_by(0.2 if key == "down" else -0.2, self._pointer)
        elif key in _SCROLLS:
            self._focus.scroll_by(_SCROLLS[key], self._pointer)

    def _window_key(self, key: str) -> bool:
        window = self._window
        match key:
            case "ctrl++" | "ctrl+=" | "ctrl+shift+=" | "ctrl+shift++":
                window.change_scale(1)
            case "ctrl+-":
                window.change_scale(-1)
            case "ctrl+0":
                window.change_scale(0)
            case "f11":
                window.toggle_full_screen()
            case _:
                return False
        return True

    def _stop_key(self, stop: Stop, key: str) -> bool:
        """Let the focused widget use a key."""
        window = self._window
        if key in _ARROWS:
            change = steering.nudged(stop.widget, key)
            if change is not None:
                self._focus.show()
                window.send(change)
            holds = hasattr(stop.widget, "value") and not isinstance(stop.widget, Field)
            return change is not None or (holds and key in ("left", "right"))
        if key not in ("enter", "space") or not window.state.focus_visible:
            return False
        if stop.id.startswith("scroll:") or (key == "enter" and not stop.takes_enter):
            return False
        return not self._is_idle(stop) or key == "space"

    def _is_idle(self, stop: Stop) -> bool:
        """Activate a stop; tell whether it was chosen already, so that nothing came of it."""
        window, before = self._window, self._window.tree
        self._activate(stop)
        if not getattr(stop.widget, "selected", False):
            return False
        window.rearrange()
        return window.tree == before

    def _binding(self, key: str) -> bool:
        window = self._window
        found = [binding for binding in window.layout.bindings if binding.key == key]
        if not found and key == "enter":
            # Where a screen has nothing to do but to go on, both keys go on.
            found = [binding for binding in window.layout.bindings if binding.key == "space"]
        if not found:
            return False
        able = next((binding for binding in found if not binding.disabled), None)
        if able is not None:
            window.send(able.message)
        else:
            # Say why it cannot be done now, where its button is.
            self._focus.put(window.layout.stop(found[0].stop), visible=True)
            self._focus.want_tip(found[0].stop)
        return True

    def _activate(self, stop: Stop) -> None:
        window = self._window
        if stop.disabled:
            self._focus.want_tip(stop.id)
            return
        match stop.widget:
            case Toggle() as it:
                window.send(Change(it.message, not it.on))
            case Field() | Slider():
                pass
            case it:
                window.send(getattr(it, "message", None))

    # Typing

    def _field_key(self, key: str) -> bool:
        window = self._window
        edit = window.state.edit
        if edit is None:
            return False
        if edit.composition:
            return True
        stop = window.layout.stop(edit.stop)
        if key == "enter" and stop is not None and isinstance(stop.widget, Field):
            before = window.tree
            window.send(Submit(stop.widget.message, edit.text))
            window.rearrange()
            # What was typed is known by now: Enter goes on to the screen's main act.
            return window.tree != before or self._binding("enter")
        if key in ("ctrl+c", "ctrl+x"):
            if editing.chosen(edit):
                pygame.scrap.put_text(editing.chosen(edit))
                if key == "ctrl+x":
                    self._type("")
            return True
        if key == "ctrl+v":
            self._type((pygame.scrap.get_text() or "").replace("\n", " "))
            return True
        after = editing.keyed(edit, key)
        if after is not None:
            self._edit(after)
            return True
        # Letters come as text; everything else may be a key of the screen.
        return len(key) == 1 or key == "space"

    def _type(self, text: str) -> None:
        edit = self._window.state.edit
        if edit is not None:
            self._edit(editing.typed(edit, text))

    def _edit(self, after: Edit) -> None:
        window = self._window
        before = window.state.edit
        self._blink_at = self._clock + _BLINK
        window.state = evolve(window.state, edit=after, caret_on=True, focus_visible=True)
        stop = window.layout.stop(after.stop)
        if before is not None and stop is not None and isinstance(stop.widget, Field):
            if before.text != after.text:
                window.send(Change(stop.widget.message, after.text))

    # Focus

    def focus(self, name: str, *, visible: bool) -> None:
        """Put the focus on a stop by id."""
        self._focus.put(self._window.layout.stop(name), visible=visible)

    # Pointer

    def _move(self, spot: tuple[int, int]) -> None:
        window = self._window
        self._pointer = spot
        if self._down is None:
            self._hover()
            return
        match self._down.does:
            case "drag":
                self._drag(spot[0])
            case "scroll":
                self._drag_thumb(spot[1])
            case "type" if window.state.edit is not None:
                caret = self._caret_at(self._down, spot[0])
                self._edit(editing.moved(window.state.edit, caret, selecting=True))
            case _:
                pass

    def _hover(self) -> None:
        """Find what is under the pointer, and start the clock of its tip."""
        window = self._window
        x, y = self._pointer
        zone = steering.zone_at(window.layout, x, y)
        hover = zone.stop if zone is not None and zone.does != "block" else ""
        if hover != window.state.hover:
            window.state = evolve(window.state, hover=hover)
            show_cursor(zone)
        if self._focus.by_pointer:
            tip = steering.tip_at(window.layout, x, y)
            self._focus.point_at(tip.id if tip is not None else "")

    def _press(self, spot: tuple[int, int]) -> None:
        window = self._window
        self._focus.by_pointer = True
        self._pointer = spot
        self._focus.drop_tip()
        zone = steering.zone_at(window.layout, *spot)
        self._down, self._sent = zone, None
        stop = window.layout.stop(zone.stop) if zone is not None else None
        self._focus.put(stop, visible=zone is not None and zone.does == "type")
        if zone is None:
            return
        window.state = evolve(window.state, pressed=zone.stop)
        if zone.does == "drag":
            self._drag(spot[0])
        elif zone.does == "scroll":
            area = window.layout.area(zone.stop)
            self._grip = (spot[1], area.offset if area is not None else 0)
        elif zone.does == "type":
            window.rearrange()
            if window.state.edit is not None:
                caret = self._caret_at(zone, spot[0])
                self._edit(editing.moved(window.state.edit, caret, selecting=False))

    def _release(self, spot: tuple[int, int]) -> None:
        window = self._window
        down, self._down = self._down, None
        window.state = evolve(window.state, pressed="")
        zone = steering.zone_at(window.layout, *spot)
        if down is None or zone is None or (zone.stop, zone.does) != (down.stop, down.does):
            return
        if down.does == "send" and zone.message == down.message:
            window.send(down.message)
        elif down.does == "press":
            stop = window.layout.stop(down.stop)
            if stop is not None:
                self._activate(stop)

    def _drag(self, x: int) -> None:
        window = self._window
        stop = window.layout.stop(self._down.stop) if self._down else None
        if self._down is None or stop is None or not isinstance(stop.widget, Slider):
            return
        track = self._down.message
        if not isinstance(track, tuple):
            return
        change = Change(stop.widget.message, steering.slid(stop.widget, Rect(*track), x))
        if change != self._sent and change.value != stop.widget.value:
            self._sent = change
            window.send(change)

    def _drag_thumb(self, y: int) -> None:
        window = self._window
        area = window.layout.area(self._down.stop) if self._down else None
        if area is None:
            return
        travel = max(1, area.rect.h - area.thumb.h)
        offset = self._grip[1] + (y - self._grip[0]) * area.limit // travel
        self._focus.scroll_to(area, offset)

    def _caret_at(self, zone: Zone, x: int) -> int:
        edit = self._window.state.edit
        if edit is None:
            return 0
        start = zone.message if isinstance(zone.message, int) else zone.rect.x
        width = self._window.width_of
        start -= max(
            0, width(edit.text[: edit.caret]) - (zone.rect.right - 2 * start + zone.rect.x)
        )
        places = range(len(edit.text) + 1)
        return min(places, key=lambda i: abs(start + width(edit.text[:i]) - x))

    # Scrolling

    def _wheel(self, event: pygame.Event) -> None:
        window = self._window
        turned = getattr(event, "precise_y", 0.0) or float(event.y)
        step = -round(turned * _NOTCH * window.scale)
        spot = getattr(event, "pos", None) or self._pointer
        area = steering.area_at(window.layout, spot[0], spot[1], step)
        if area is not None:
            self._focus.drop_tip()
            self._focus.scroll_to(area, area.offset + step)
