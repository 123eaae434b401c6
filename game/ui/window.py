"""The window: events in, messages out. Knows widgets, nothing of the game.

One turn is `step()`, without threads, so that tests drive it and a browser build stays possible.
A turn asks for the tree only when something changed, and paints only what differs.
"""

import os
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

# Before pygame opens a display: without a graphics card a flip takes 9 ms instead of 0.5.
if sys.platform.startswith("linux"):
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
os.environ.setdefault("SDL_IME_SHOW_UI", "1")

import pygame
from attrs import evolve

from game import paths
from game.ui.dump import Dump
from game.ui.input import Input
from game.ui.layout import SIZES, FontKey, Layout, Typesetter, UiState, lay_out
from game.ui.motion import Motions
from game.ui.paint import Painter
from game.ui.text import Fonts
from game.ui.theme import THEMES
from game.ui.widgets import Text, Widget

LEAST = (1024, 600)
"""The smallest size a window may be given."""

DECORATION = (16, 100)
"""How much of a desktop frames, title bars and panels take, at most, pixels."""

SCALES = (0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""The text scales that Ctrl+plus and Ctrl+minus go through."""

_QUIET = 2.0
"""After so many seconds without any event the window looks up less often."""

View = Callable[[tuple[int, int], float], Widget]


class Window:
    """One window that shows a tree and turns what a person does into messages.

    view: makes the tree for a size in pixels and a text scale; asked again after each message
    and after `refresh`. on_message: gets every message; may change what `view` returns.
    now: seconds, for tests.
    """

    def __init__(
        self,
        view: View,
        on_message: Callable[[object], None],
        *,
        title: str = "",
        size: tuple[int, int] = (1600, 900),
        theme: str = "dark",
        scale: float = 1.0,
        reduced_motion: bool = False,
        folder: Path | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        folder = folder or paths.assets()
        pygame.display.init()
        pygame.display.set_caption(title)
        self.screen = pygame.display.set_mode(size, pygame.RESIZABLE)
        self._frame = _frame()
        self._frame.minimum_size = LEAST
        self._frame.position = pygame.WINDOWPOS_CENTERED
        pygame.key.set_repeat()
        pygame.key.stop_text_input()
        self.running = True
        self.frames = 0
        self.state = UiState()
        self.tree: Widget = Text("")
        self.now = now
        self._view, self._on_message = view, on_message
        self._scale = scale
        self._fonts = Fonts(folder / "fonts")
        self._setter = Typesetter(self._fonts)
        self._painter = Painter(self._fonts, THEMES[theme], folder)
        self._motions = Motions(reduced=reduced_motion)
        self._input = Input(self)
        self._dump = Dump()
        self._clock = pygame.time.Clock()
        self._is_full = False
        self._quiet_since = now()
        self._stale = self._moved = True
        self._shown: UiState | None = None
        self.layout: Layout = lay_out(self.tree, size, scale, self.state, self._setter)
        self.update()
        self._dump.write_if_asked(self)

    # What a person can set

    @property
    def scale(self) -> float:
        """The text scale, from 0.75 to 2."""
        return self._scale

    @scale.setter
    def scale(self, value: float) -> None:
        value = max(SCALES[0], min(SCALES[-1], value))
        if value != self._scale:
            self._scale = value
            self.refresh()

    @property
    def theme(self) -> str:
        """The name of the theme."""
        return self._painter.theme.name

    @theme.setter
    def theme(self, name: str) -> None:
        if name != self.theme:
            self._painter.use(THEMES[name])
            self._moved = True

    @property
    def reduced_motion(self) -> bool:
        """Whether animations are shown at their end at once."""
        return self._motions.reduced

    @reduced_motion.setter
    def reduced_motion(self, value: bool) -> None:
        self._motions.reduced = value

    @property
    def size(self) -> tuple[int, int]:
        """The size of the window's inside, in pixels."""
        return self.screen.get_size()

    @property
    def fonts(self) -> Fonts:
        """The fonts, with their caches."""
        return self._fonts

    @property
    def setter(self) -> Typesetter:
        """What breaks texts into lines, with its caches."""
        return self._setter

    @property
    def painter(self) -> Painter:
        """What draws, for measurements and pictures."""
        return self._painter

    @property
    def motions(self) -> Motions:
        """The animations that are running."""
        return self._motions

    # What the game calls

    def step(self, *, wait: bool = True) -> bool:
        """Do one turn: events to messages, then paint what changed. False once it was closed.

        wait: sleep until the next sixtieth of a second, or longer in the background.
        """
        events = pygame.event.get()
        if wait and not events and not self.out_of_date:
            self._clock.tick(self._rate())
            events = pygame.event.get()
        if events:
            self._quiet_since = self.now()
        for event in _without_crowds(events):
            self._input.take(event)
        self.update()
        self._dump.write_if_asked(self)
        return self.running

    def run(self) -> None:
        """Take turns until the window is closed."""
        while self.step():
            pass

    def refresh(self) -> None:
        """Ask for the tree again before the next frame."""
        self._stale = True

    def send(self, message: object) -> None:
        """Hand a message to the game; what it shows may differ afterwards."""
        if message is None:
            return
        self._on_message(message)
        self._stale = True

    def close(self) -> None:
        """End the loop after this turn."""
        self.running = False

    def focus(self, name: str, *, visible: bool = True) -> None:
        """Put the focus on a named widget."""
        self._input.focus(name, visible=visible)

    def update(self) -> None:
        """Bring the picture up to date: time, tree, layout, pixels."""
        self._input.pass_time(self.now())
        for message in self._motions.pass_time(self.now()):
            self.send(message)
        self.rearrange()
        rects = self._painter.paint(self.screen, self.layout)
        if rects:
            pygame.display.update([tuple(rect) for rect in rects])
            self.frames += 1

    # What input calls

    def resized(self) -> None:
        """Take the display's new surface."""
        surface = pygame.display.get_surface()
        if surface is not None:
            self.screen = surface
        self._painter.forget()
        self._stale = True

    def exposed(self) -> None:
        """Show again what other windows covered."""
        pygame.display.flip()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back."""
        self._is_full = not self._is_full
        if self._is_full:
            self._frame.set_fullscreen(desktop=True)
        else:
            self._frame.set_windowed()
        # The system answers with an event that brings the new surface.

    def change_scale(self, step: int) -> None:
        """Go to the next larger or smaller text scale; 0 to the plain one."""
        if not step:
            self.scale = 1.0
            return
        steps = [s for s in SCALES if (s - self._scale) * step > 0.001]
        if steps:
            self.scale = steps[0] if step > 0 else steps[-1]

    @property
    def out_of_date(self) -> bool:
        """Whether what is laid out differs from what should be."""
        return self._stale or self._moved

    def rearrange(self) -> None:
        """Lay out anew without painting, so that the next event meets what it should."""
        for _ in range(4):
            # A new tree may start animations or take the focus away, which changes the frame.
            if not self._arranged():
                break

    def width_of(self, text: str) -> int:
        """Return how wide a text is in a field."""
        return self._fonts.measure(text, FontKey("sans", round(SIZES["body"] * self._scale), ""))

    def _rate(self) -> int:
        """Return how many turns a second are worth their while."""
        if self._motions.running or self.now() - self._quiet_since < _QUIET:
            return 60
        return 20 if pygame.key.get_focused() else 10

    def _arranged(self) -> bool:
        """Ask for tree and layout where they are out of date; False if nothing was."""
        state = evolve(self.state, progress=self._motions.progress(self.now()))
        if not self._stale and not self._moved and state == self._shown:
            return False
        if self._stale:
            self.tree = self._view(self.size, self._scale)
        self._stale = self._moved = False
        self._shown = state
        self.layout = lay_out(self.tree, self.size, self._scale, state, self._setter)
        for message in self._motions.met(self.layout.motions, self.now()):
            self.send(message)
        self._input.arranged()
        return True


def fitting(size: tuple[int, int], desktop: tuple[int, int]) -> tuple[int, int]:
    """Return the size of a window that a desktop has room for, its decoration included."""
    wide, high = (
        max(least, min(wanted, whole - taken))
        for wanted, whole, taken, least in zip(size, desktop, DECORATION, LEAST, strict=True)
    )
    return wide, high


def desktop() -> tuple[int, int]:
    """Return the size of the smallest desktop, since a window may open on any of them."""
    pygame.display.init()
    sizes = pygame.display.get_desktop_sizes()
    return min((s[0] for s in sizes), default=0), min((s[1] for s in sizes), default=0)


def _without_crowds(events: list[pygame.Event]) -> list[pygame.Event]:
    """Keep only the last of neighbouring pointer motions."""
    kept: list[pygame.Event] = []
    for event in events:
        if kept and event.type == kept[-1].type == pygame.MOUSEMOTION:
            kept.pop()
        kept.append(event)
    return kept


def _frame() -> pygame.Window:
    """Return the window behind the display: it knows sizes and full screen better."""
    with warnings.catch_warnings():
        # pygame means to take this way away one day; until then its display offers no other.
        warnings.simplefilter("ignore", DeprecationWarning)
        return pygame.Window.from_display_module()
