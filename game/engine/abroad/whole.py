"""Arithmetic of whole numbers that runs on one world and on a thousand alike.

Nothing here asks what it was given: there is no `if` on a value, only sums and products, so that a
game with plain ints and a batch with int64 arrays come to the same figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    Whole: TypeAlias = Any
else:
    Whole = int  # What a game keeps, and what its file is read as.
"""An int, or an int64 array with one entry a world. Python's and numpy's integers share no type."""

WHOLE = 1000
"""Per mille of a whole."""
DOUBLING = 10
"""Points that double a weight."""
MOST_POINTS = 200
"""Points above which a weight grows no more; a weight then is below ten million."""
FACES = 1 << 20
"""Sides of the dice that `drawn` wants."""


def least(one: Whole, other: Whole) -> Whole:
    """Return the smaller of two."""
    return one - (one - other) * (one > other)


def most(one: Whole, other: Whole) -> Whole:
    """Return the larger of two."""
    return one + (other - one) * (other > one)


def clip(value: Whole, low: Whole, high: Whole) -> Whole:
    """Return the value, or the end of the range that it is beyond."""
    return most(low, least(high, value))


def where(flag: Whole, one: Whole, other: Whole) -> Whole:
    """Return one where the flag is true or 1, the other where it is not."""
    return other + (one - other) * flag


def share(value: Whole, permille: Whole) -> Whole:
    """Return so many per mille of a value, rounded down."""
    return value * permille // WHOLE


def toward(value: Whole, goal: Whole, permille: Whole) -> Whole:
    """Return the value moved by a part of its way to a goal; it arrives, and never overshoots."""
    way = goal - value
    return value + (way * permille + (WHOLE - 1) * (way > 0)) // WHOLE


def swell(points: Whole) -> Whole:
    """Return the weight that points make: ten more double it, nothing is left at 0 or below.

    Between doublings the weight grows in a straight line: 1 point is 11, 10 are 20, 20 are 40.
    """
    kept = clip(points, 0, MOST_POINTS)
    return ((DOUBLING + kept % DOUBLING) << (kept // DOUBLING)) * (points > 0)


def drawn(weights: Sequence[Whole], roll: Whole) -> Whole:
    """Return the number of the item that a roll picks among these weights.

    Args:
        roll: from 0 to FACES - 1. Weights have to add up to less than 2 ** 42.
    """
    total = sum(weights)
    mark = roll * total // FACES
    passed, number = 0, 0
    for weight in weights[:-1]:
        passed = passed + weight
        number = number + (mark >= passed)
    return number
