"""Draws every screen into a folder."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from game.guard import require_pygame


def run(arguments: argparse.Namespace) -> int:
    """Play a seeded game and write a picture of every screen."""
    require_pygame()  # A display is not needed: pictures are drawn in memory.
    from game.commands.shelf import Shelf
    from game.ui import tour

    try:
        return int(tour.run(Path(arguments.out), Shelf(), arguments.scale))
    except OSError as fault:
        why = fault.strerror or fault
        sys.stderr.write(f"in-blue: {arguments.out}: cannot be written ({why}); name another\n")
        return 2
