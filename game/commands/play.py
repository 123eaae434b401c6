"""Opens the window, or plays in the terminal."""

from __future__ import annotations

import argparse
import os
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.__main__ import SCENARIO

if TYPE_CHECKING:
    from game.session import Session

NO_DISPLAY = (
    "in-blue: {why}; play in this terminal with 'in-blue play --text', "
    "or let computers play with 'in-blue simulate'\n"
)
UNSEEN = frozenset({"offscreen", "dummy"})
"""Drivers that draw where nobody looks; SDL takes one unasked where a display does not answer."""

MOST_SEED = 1_000_000


def run(arguments: argparse.Namespace) -> int:
    """Play; 2 if there is nothing to draw on."""
    if arguments.text:
        from game.commands.terminal import play as terminal

        return terminal.run(session_of(arguments))
    if not game_is_drawable():
        return 2
    from game.commands.shelf import Shelf
    from game.ui import app

    # Without anything said, the title screen asks.
    said = arguments.what or arguments.seat or arguments.seed is not None or arguments.rounds
    session = session_of(arguments) if said else None
    import pygame

    try:
        pygame.display.init()
        if pygame.display.get_driver() in UNSEEN and not os.environ.get("SDL_VIDEODRIVER"):
            sys.stderr.write(NO_DISPLAY.format(why="the display does not answer"))
            return 2
        return int(app.main(session, Shelf()))
    except pygame.error as fault:
        sys.stderr.write(NO_DISPLAY.format(why=f"the window cannot be opened ({fault})"))
        return 2


def session_of(arguments: argparse.Namespace) -> Session:
    """Return the game that was asked for: a new one, or a saved one.

    Raises:
        DataError: the scenario or save cannot be played.
    """
    # Read only now: the title can be drawn without them.
    from game.commands.seats import scenario_of, seats_of
    from game.session import HUMAN, Session

    name = arguments.what or SCENARIO
    if name.endswith(".json"):
        return Session.load(Path(name))
    scenario = scenario_of(arguments, name)
    seats = dict(seats_of(arguments, scenario))
    if HUMAN not in seats.values():
        seats[scenario.lively[0] if scenario.lively else scenario.penholder] = HUMAN
    seed = random.randrange(MOST_SEED) if arguments.seed is None else arguments.seed
    return Session(scenario, seats, seed, level=arguments.level)


def game_is_drawable() -> bool:
    """Tell whether a window can be opened; if not, the reason is printed."""
    from game.guard import require_pygame

    require_pygame()
    shown = any(os.environ.get(key) for key in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"))
    if sys.platform.startswith("linux") and not shown:
        sys.stderr.write(NO_DISPLAY.format(why="there is no display"))
        return False
    return True
