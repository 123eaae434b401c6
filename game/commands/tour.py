"""Draws every screen into a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.commands.play import game_is_drawable


def run(arguments: argparse.Namespace) -> int:
    """Play a seeded game and write a picture of every screen."""
    if not game_is_drawable():
        return 2
    from game.commands.shelf import Shelf
    from game.ui import tour

    return int(tour.run(Path(arguments.out), Shelf(), arguments.scale))
