"""Holds the model against the record."""

from __future__ import annotations

import argparse

from game.backtest import votes


def run(arguments: argparse.Namespace) -> int:
    """Print how recorded texts fare in the model, beside what simpler guesses say."""
    del arguments  # There is one back-test so far: that of votes.
    for line in votes.report():
        print(line)
    return 0
