"""Luck that can be had again: the same seed, move and seat give the same dice."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random, SystemRandom
from typing import Any, Self, TypeVar

from game.engine import Seat

T = TypeVar("T")

MOST_SEED = 1_000_000
"""Seeds that chance gives are below this one."""


class Dice(Random):
    """Dice that are shaken when they are first rolled: most who are handed them roll none.

    Args:
        text: what decides how they fall.
    """

    def __new__(cls, text: str) -> Self:
        """Make them unshaken."""
        del text
        return super().__new__(cls, 0)  # type: ignore[call-arg]  # The generator is made with one.

    def __init__(self, text: str) -> None:
        self._text = text
        self.gauss_next = None
        self._shaken = False

    def _shake(self) -> None:
        if not self._shaken:
            # Text is hashed by the generator itself, so PYTHONHASHSEED does not matter.
            self.seed(self._text)

    def seed(self, a: Any = None, version: int = 2) -> None:
        """Shake them in another way."""
        self._shaken = True
        super().seed(a, version)

    def getstate(self) -> tuple[Any, ...]:
        """Return how they lie."""
        self._shake()
        return super().getstate()

    def random(self) -> float:
        """Return a number from 0 to 1."""
        self._shake()
        return super().random()

    def getrandbits(self, k: int, /) -> int:
        """Return so many bits."""
        self._shake()
        return super().getrandbits(k)


def dice(seed: int, ply: int, seat: Seat) -> Random:
    """Return the dice of one move; no other move has the same.

    Args:
        ply: how many actions were taken before.
    """
    return Dice(f"{seed}/{ply}/{seat}")


def pick(luck: Random, options: Sequence[tuple[T, int]]) -> T:
    """Choose by integer weights, without floats, so that every machine chooses alike."""
    at = luck.randrange(sum(weight for _, weight in options))
    for option, weight in options:
        if at < weight:
            return option
        at -= weight
    raise AssertionError("the weights do not add up")


def seed_of(text: object) -> int:
    """Return the seed that a person wrote, in figures or in words, or one by chance."""
    words = str(text or "").strip()
    if words.isascii() and words.isdigit() and len(words) <= 18:
        return int(words)
    if not words:
        return SystemRandom().randrange(1, MOST_SEED)
    return sum((i + 1) * ord(c) ** 2 for i, c in enumerate(words)) % MOST_SEED
