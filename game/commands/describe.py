"""Prints the reference for authors of scenarios, or the schema for their editors."""

from __future__ import annotations

import argparse
import sys

from game.content import describe
from game.content.reference import pages


def run(arguments: argparse.Namespace) -> int:
    """Print a page, or write both beside the scenarios."""
    if not arguments.write:
        sys.stdout.write(pages()["schema.json" if arguments.schema else "README.md"])
        return 0
    try:
        changed = describe()
    except OSError as fault:
        sys.stderr.write(f"in-blue: {fault.filename}: cannot be written ({fault.strerror})\n")
        return 2
    for path in changed:
        print(path)
    return 0
