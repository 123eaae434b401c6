"""Draws every screen into a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.guard import require_pygame


def run(arguments: argparse.Namespace) -> int:
    """Play a seeded game and write a picture of every screen."""
    require_pygame()  # A display is not needed: pictures are drawn in memory.
    from game.commands.shelf import Shelf
    from game.ui import tour

    return int(tour.run(Path(arguments.out), Shelf(), arguments.scale))
