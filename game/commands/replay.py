"""Proves a saved game by playing its actions again."""

from __future__ import annotations

import argparse
import sys

from game.session import replay, transcript
from game.session.saves import read


def run(arguments: argparse.Namespace) -> int:
    """Play a save again; 1 if it does not lead where the save says."""
    if arguments.transcript:
        sys.stdout.write(transcript(read(arguments.file)))
    proof = replay(arguments.file)
    if proof.holds:
        print(f"{arguments.file}: proved; {proof.actions} actions lead to digest {proof.digest}")
        return 0
    print(
        f"{arguments.file}: not proved; {proof.actions} actions lead to digest {proof.digest}, "
        f"expected {proof.expected}"
    )
    return 1
