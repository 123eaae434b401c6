"""The whole tour: every screen of seeded games, as pictures in a folder."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from game.ui import preferences
from game.ui.app import App
from game.ui.preferences import SCALES, Preferences
from game.ui.shelf import Shelf
from game.ui.tour import gallery
from game.ui.tour.acting import next_act
from game.ui.tour.corridor import corridor
from game.ui.tour.floor import floor
from game.ui.tour.guide import SCENARIO, SEED, Guide, Stop
from game.ui.tour.target import target

SIZE = (1600, 900)


def run(out: Path, shelf: Shelf, scale: int = 100) -> int:
    """Draw every screen into a folder; return the exit code."""
    import pygame

    if scale not in SCALES:
        sizes = ", ".join(map(str, SCALES))
        sys.stderr.write(f"in-blue tour: '{scale}', expected one of {sizes} per cent\n")
        return 2
    out.mkdir(parents=True, exist_ok=True)
    count = 0
    for stop in stops(shelf, scale=scale):
        pygame.image.save(stop.app.window.screen, out / f"{stop.name}.png")
        count += 1
    for name, picture in gallery.pictures(scale=scale):
        pygame.image.save(picture, out / f"{name}.png")
        count += 1
    sys.stdout.write(f"{count} pictures in {out}\n")
    return 0


def stops(
    shelf: Shelf, *, scale: int = 100, size: tuple[int, int] = SIZE, theme: str = "dark"
) -> Iterator[Stop]:
    """Play the tour; yield the window at each stop."""
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    with tempfile.TemporaryDirectory() as folder:
        os.environ["IN_BLUE_SAVES"] = folder
        settings = Path(folder) / "settings.json"
        preferences.write(settings, Preferences(scale=scale, theme=theme, still=True))
        app = App(shelf, settings, size)
        app.open()
        guide = Guide(app)
        yield from guide.front()
        yield from guide.first()
        yield from guide.sitting("USA", "01-usa")
        yield from guide.sitting("CHN", "02-chn")
        yield from guide.sitting("VEN", "03-ven")
        yield from guide.hot_seat()
        yield from corridor(guide, SCENARIO, SEED, next_act)
        yield from floor(guide, SCENARIO, SEED, next_act)
        yield from target(guide, SCENARIO, SEED)
