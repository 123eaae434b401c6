"""Where the keyboard focus rests, what is scrolled where, which tip is due."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from game.ui import steering
from game.ui.layout import Area, Stop

if TYPE_CHECKING:
    from game.ui.window import Window

TIP_DELAY = 0.5
_MAIN = ("enter", "space")


class Focus:
    """Keeps focus, offsets and tips in step with layouts that come and go.

    by_pointer: whether the mouse was used last; then a focus that moves by itself shows no ring.
    """

    def __init__(self, window: "Window") -> None:
        self._window = window
        self.by_pointer = True
        self._tip: tuple[str, float] | None = None
        self._clock = 0.0
        self._place = 0
        self._before: list[tuple[int, str, bool]] = []
        self._layer = 0
        self._known: frozenset[str] = frozenset()

    def pass_time(self, now: float) -> None:
        """Show the tip that is due."""
        self._clock = now
        state = self._window.state
        if self._tip and now >= self._tip[1] and state.tip != self._tip[0]:
            self._window.state = evolve(state, tip=self._tip[0])

    def arranged(self) -> None:
        """Find the focus again in a new layout."""
        window = self._window
        layout = window.layout
        if layout.layer != self._layer:
            self._change_layer(layout.layer)
        focus = window.state.focus
        places = {stop.id: number for number, stop in enumerate(layout.stops)}
        known, self._known = self._known, frozenset(places)
        self._share_enter(layout.stop(focus))
        if focus in places:
            self._place = places[focus]
        elif focus:
            # A ring that nobody asked for would take Enter and Space away from the main act.
            ring = None if window.state.focus_visible else False
            # On another screen the main act takes over, on the same one the neighbour.
            other = 2 * len(known & self._known) < max(len(known), len(places))
            last = min(self._place, len(layout.stops) - 1)
            neighbour = layout.stops[last] if layout.stops else None
            main = _main(layout.stops) if other else None
            if other and main is None:
                ring = False  # The neighbour there has nothing to do with what was done here.
            self.put(main or neighbour, visible=ring)

    def _share_enter(self, stop: Stop | None) -> None:
        """Tell the next layout whose key Enter is, so that the right button shows it."""
        state = self._window.state
        taken = state.focus_visible and stop is not None and stop.takes_enter
        if taken != state.enter_taken:
            self._window.state = evolve(state, enter_taken=taken)

    def put(self, stop: Stop | None, *, visible: bool | None) -> None:
        """Move the focus; `visible` None shows the ring if the keyboard was used last."""
        window = self._window
        ring = not self.by_pointer if visible is None else visible
        if stop is None:
            window.state = evolve(window.state, focus="", focus_visible=False)
            return
        scrolls = {**window.state.scrolls, **steering.revealed(window.layout, stop)}
        window.state = evolve(
            window.state, focus=stop.id, focus_visible=ring, scrolls=scrolls, caret_on=True
        )
        self._place = window.layout.stops.index(stop)
        if ring and stop.hint:
            self.want_tip(stop.id, TIP_DELAY)

    def show(self) -> None:
        """Show the ring around what has the focus."""
        if not self._window.state.focus_visible:
            self._window.state = evolve(self._window.state, focus_visible=True)

    def want_tip(self, id_: str, delay: float = 0.0) -> None:
        """Let a tip appear after some seconds, or at once."""
        self._tip = (id_, self._clock + delay)

    def point_at(self, id_: str) -> None:
        """Let the tip under the pointer appear in a while, and no other."""
        if id_ == (self._tip[0] if self._tip else ""):
            return
        self.drop_tip()
        if id_:
            self.want_tip(id_, TIP_DELAY)

    def drop_tip(self) -> None:
        """Take the tip away, and forget the one that was to come."""
        self._tip = None
        if self._window.state.tip:
            self._window.state = evolve(self._window.state, tip="")

    def scroll_by(self, share: float, pointer: tuple[int, int]) -> None:
        """Scroll the area of the focus, or the one under the pointer, or the largest."""
        layout = self._window.layout
        stop = layout.stop(self._window.state.focus)
        near: Sequence[str] = ()
        if stop is not None:
            near = (stop.id.removeprefix("scroll:"), *reversed(stop.scrolls))
        held = [layout.area(id_) for id_ in near] + [steering.area_at(layout, *pointer)]
        able = [area for area in held if area is not None and area.limit]
        able += sorted((area for area in layout.areas if area.limit), key=_smallness)
        if able:
            area = able[0]
            self.scroll_to(area, area.offset + round(area.rect.h * share))

    def scroll_to(self, area: Area, offset: int) -> None:
        """Scroll an area to an offset, as far as it goes."""
        window = self._window
        offset = max(0, min(area.limit, offset))
        if window.state.scrolls.get(area.id, 0) != offset:
            scrolls = {**window.state.scrolls, area.id: offset}
            window.state = evolve(window.state, scrolls=scrolls)

    def _change_layer(self, layer: int) -> None:
        """Give the focus to a dialog that opened, or back to what had it before."""
        stops = self._window.layout.stops
        if layer > self._layer:
            state = self._window.state
            self._before.append((self._layer, state.focus, state.focus_visible))
            chosen = next((s for s in stops if _is_chosen(s)), None)
            first = stops[0] if stops else None
            # A main act that is not ready yet keeps Enter from whatever stands beside it.
            awaited = next((s for s in stops if getattr(s.widget, "main", False)), None)
            self.put(_main(stops) or chosen or awaited or first, visible=None)
        else:
            focus, ring = "", False
            while self._before and self._before[-1][0] >= layer:
                _layer, focus, ring = self._before.pop()
            self.put(self._window.layout.stop(focus), visible=ring)
        self._layer = layer


def _main(stops: Sequence[Stop]) -> Stop | None:
    """Return the stop of the main act, or else of what Enter or Space stands for, if there is one.

    By its role first: while Enter is for what has the focus, the main act goes without the key.
    """
    able = [stop for stop in stops if not stop.disabled]
    main = next((s for s in able if getattr(s.widget, "main", False)), None)
    keyed = (s for s in able if getattr(s.widget, "key", "").lower() in _MAIN)
    return main or next(keyed, None)


def _is_chosen(stop: Stop) -> bool:
    """Tell whether a stop is the answer that is suggested; a tab only says where one is."""
    it = stop.widget
    return bool(getattr(it, "selected", False)) and getattr(it, "look", "") != "tab"


def _smallness(area: Area) -> int:
    return -area.rect.w * area.rect.h
