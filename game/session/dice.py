"""Luck that can be had again: the same seed, move and seat give the same dice."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from game.engine import Seat

T = TypeVar("T")


def dice(seed: int, ply: int, seat: Seat) -> Random:
    """Return the dice of one move; no other move has the same.

    Args:
        ply: how many actions were taken before.
    """
    # Text is hashed by the generator itself, so PYTHONHASHSEED does not matter.
    return Random(f"{seed}/{ply}/{seat}")


def pick(luck: Random, options: Sequence[tuple[T, int]]) -> T:
    """Choose by integer weights, without floats, so that every machine chooses alike."""
    at = luck.randrange(sum(weight for _, weight in options))
    for option, weight in options:
        if at < weight:
            return option
        at -= weight
    raise AssertionError("the weights do not add up")
