"""The loop: events to the game, a slice for computers, and what a seat may see to the window."""

from __future__ import annotations

import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from game import paths
from game.language import _, later
from game.ui import messages, overlays, preferences, screens
from game.ui.messages import House, Listing, Picks
from game.ui.preferences import Preferences
from game.ui.screens.title import HEROES
from game.ui.shelf import Shelf
from game.ui.sound import Sounds
from game.ui.widgets import Modal, Widget
from game.ui.window import Window, desktop, fitting

if TYPE_CHECKING:
    # Read after the first picture: engine, computers and saves take longer than the window.
    from game.session import Session
    from game.ui.play import Play

SIZE = (1600, 900)
"""Of the window, where the desktop has room for it, pixels."""
SLICE_S = 0.008
"""Seconds of a frame that computers and searches may use."""
REDRAW_S = 0.15
"""Seconds between two pictures while computers move."""
MOST_FAULTS = 3
LEVELS = {"search": later("searching"), "quick": later("quick")}


@define(eq=False)
class App:
    """The game in its window.

    shelf: where scenarios come from. settings: the file of the preferences.
    size: of the window, pixels.
    listings: scenarios read so far, for the title.
    play: what is played, and how it is looked at; there after `open`.
    """

    shelf: Shelf
    settings: Path
    size: tuple[int, int] = SIZE
    listings: tuple[Listing, ...] = ()
    play: Play = field(init=False)
    window: Window = field(init=False)
    sounds: Sounds = field(init=False)
    _unread: list[str] = field(factory=list)
    _looked: bool = False
    _drawn_at: float = 0.0
    _faults: int = 0
    _set: Preferences = Preferences()

    def open(self, session: Session | None = None) -> None:
        """Open the window with what is set; the title is drawn before the rest is read."""
        self._set, fault = preferences.read(self.settings)
        self._unread = _large_first(self.shelf.names())
        self.sounds = Sounds(paths.assets() / "sounds", on=self._set.sounds)
        self.window = Window(
            self.view,
            self.on_message,
            title="In Blue",
            size=self.size,
            theme=self._set.theme,
            scale=self._set.scale / 100,
            reduced_motion=self._set.still,
        )
        from game.ui.play import Play

        self.play = Play(self.shelf, self.settings, preferences=self._set)
        if session is not None:
            self.play.begin(session)
        self.play.modal = fault
        self.window.refresh()

    def run(self) -> int:
        """Take turns until the window is closed; return the exit code."""
        while True:
            try:
                if not self.turn():
                    break
            except Exception as fault:  # noqa: BLE001  # nothing may be lost, whatever went wrong
                if not self._rescue(fault):
                    return 1
        session = self.play.session
        if session is not None and not session.is_over:
            session.save(autosave=True)
        return 0

    def turn(self) -> bool:
        """Do one turn: what the person did, then a slice for computers; False once closed."""
        from game.ui.parts import search

        at_work = self.play.is_busy or self.is_reading or search.is_searching()
        alive = self.window.step(wait=not at_work)
        self.pass_time()
        return alive

    def pass_time(self, budget_s: float = SLICE_S) -> None:
        """Let computers move, or searches go on, for a slice of a frame."""
        from game.ui.parts import search

        now, play = time.perf_counter(), self.play
        if play.session is None:
            search.forget()  # What was searched for in a sitting that was left is of no use now.
            self._read_next()
        elif play.is_busy:
            if play.computers_move(now + budget_s) or now - self._drawn_at > REDRAW_S:
                self._drawn_at = now
                self.window.refresh()
        elif search.think(budget_s * 375):
            self.window.refresh()
        for name in play.heard:
            self.sounds.play(name)
        play.heard.clear()

    @property
    def is_reading(self) -> bool:
        """Whether scenarios are still to be listed."""
        return self.play.session is None and bool(self._unread)

    def _read_next(self) -> None:
        """Look for saves, then read scenario by scenario: the title is drawn before all that."""
        if not self._unread:
            return
        if self._looked:
            self.listings = (*self.listings, self.play.shelf.listing(self._unread.pop(0)))
        else:
            # First, since what can be gone on with stands above the doors.
            self.play.look_for_saves()
            self._looked = True
        self.window.refresh()

    def _rescue(self, fault: Exception) -> bool:
        """Keep the game after something unforeseen; False if it happens again and again."""
        self._faults += 1
        kept = ""
        play = self.play
        words = _("Something went wrong: {fault}.").format(fault=_short(fault))
        try:
            folder = paths.saves()
            if play.session is not None:
                kept = str(play.session.save(folder / "rescued.json") or "")
            report = "".join(traceback.format_exception(fault))
            (folder / "fault.txt").write_text(report, encoding="utf-8")
        except OSError as other:
            words += f" {other}."
        if kept:
            words += " " + _("Your sitting is saved in {file}.").format(file=kept)
        if self._faults > MOST_FAULTS:
            sys.stderr.write(f"in-blue: {words}\n")
            return False
        play.session, play.is_busy = None, False
        play.forget()
        play.screen, play.modal = "title", words
        play.look_for_saves()
        self.window.refresh()
        return True

    # -- what is drawn

    def view(self, size: tuple[int, int], scale: float) -> Widget:
        """Return the tree of the whole window."""
        if not hasattr(self, "play"):
            house = self._plain(size, scale, self._set, tuple(self._unread))
            return screens.find("title").view(None, Picks({}, house, "title"))
        from game.ui.bargain import cables
        from game.ui.bargain.incoming import incoming
        from game.ui.parts.digest import digest
        from game.ui.play import MENU, STANDING

        play = self.play
        name = play.shown
        o = None if name == "curtain" else play.observation
        picks = Picks(play.values, self._house(size, scale), name)
        tree = screens.find(name).view(o, picks)
        if name == "curtain":
            return tree
        modal: Modal | None = None
        if isinstance(play.modal, messages.Confirm):
            modal = overlays.question(play.modal, picks)
        elif play.modal == MENU:
            modal = overlays.menu(o, picks)
        elif play.modal == STANDING:
            modal = overlays.standing(picks)
        elif play.modal:
            modal = overlays.notice(play.modal, picks)
        news = digest(o, picks) if play.news and o is not None else None
        # What happened is read first, and then what waits for an answer is asked.
        waits = None
        if o is not None and news is None:
            waits = incoming(o, picks) or cables.sheet(o, picks)
        return overlays.above(tree, news, waits, modal)

    @staticmethod
    def _plain(
        size: tuple[int, int], scale: float, p: Preferences, unread: tuple[str, ...]
    ) -> House:
        """Return what is known before anything is played."""
        return House(
            unread=unread,
            width=size[0],
            height=size[1],
            scale=scale,
            keys=p.bound,
            newcomer=p.sittings == 0,
            preferences=p,
        )

    def _house(self, size: tuple[int, int], scale: float) -> House:
        play = self.play
        percent = round(scale * 100)
        if percent != play.preferences.scale and percent in preferences.SCALES:
            play.keep(evolve(play.preferences, scale=percent))
        session = play.session
        house = evolve(
            self._plain(size, scale, play.preferences, tuple(self._unread)),
            listings=self.listings,
            last_save=play.last_save,
            last_over=play.last_over,
            levels=tuple((id, _(title)) for id, title in LEVELS.items()),
        )
        if session is None:
            chosen = str(play.values.get("scenario", ""))
            wanted = play.screen == "seats" and chosen
            return evolve(house, scenario=play.shelf.load(chosen) if wanted else None)
        busy = session.wall if play.is_busy else None
        return evolve(
            house,
            saved=session.saved_at.astimezone().strftime("%H:%M") if session.saved_at else "",
            busy=(busy.actor or "") if busy else "",
            done=play.moved,
            todo=play.moved + len(busy.queue) if busy else 0,
            can_undo=session.can_undo,
            can_redo=session.can_redo,
            due=session.due or session.viewer or "",
            offers=session.instructions.offers,
            needs=session.instructions.needs,
            silence=session.instructions.silence,
            phrase=session.instructions.phrase,
            rounds=session.instructions.rounds,
            clause=session.instructions.clause,
            news=play.news,
            notes=session.news,
            past=session.past,
            scenario=session.scenario,
            seed=session.seed,
        )

    # -- what a person does

    def on_message(self, message: object) -> None:
        """Do what a widget asks for: to the window, or to the game."""
        match message:
            case messages.Zoom(step):
                self.window.change_scale(step)
            case messages.FullScreen():
                self.window.toggle_full_screen()
            case messages.Quit():
                self._quit()
            case _:
                self.play.handle(message)
                p = self.play.preferences
                self.window.theme, self.window.reduced_motion = p.theme, p.still
                self.window.scale = p.scale / 100
                self.sounds.on = p.sounds

    def _quit(self) -> None:
        self.play.leave()
        if self.play.session is None:
            self.window.close()


def _large_first(names: tuple[str, ...]) -> list[str]:
    """Return scenarios in the order in which they are read: those with a large door first."""
    return sorted(names, key=lambda id: (id not in HEROES, id))


def _short(fault: Exception) -> str:
    lines = str(fault).splitlines()
    return f"{type(fault).__name__}: {lines[0]}" if lines else type(fault).__name__


def main(session: Session | None, shelf: Shelf) -> int:
    """Open the window, at the title or in a sitting, and play; return the exit code.

    Raises:
        pygame.error: there is no display.
    """
    app = App(shelf, paths.settings(), fitting(SIZE, desktop()))
    app.open(session)
    return app.run()
