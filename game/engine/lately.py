"""Results kept for the values of late, so that what was worked out once is not again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

Made = TypeVar("Made")
"""What is kept."""
Thing = TypeVar("Thing")


class Lately(Generic[Made]):
    """Results for the values of late; a frozen value's results never change.

    Args:
        most: results that are kept; the oldest goes first.
    """

    _all: ClassVar[list[Lately[Any]]] = []

    def __init__(self, most: int = 256) -> None:
        self._all.append(self)
        self._most = most
        self._kept: dict[tuple[Hashable, ...], tuple[object, Made]] = {}

    def get(self, make: Callable[[], Made], *keys: object, also: Hashable = None) -> Made:
        """Return the result for these very objects, made once while they live here.

        Args:
            also: what counts by its worth: any equal one finds the same result.
        """
        at = (also, *map(id, keys))
        if (found := self._kept.get(at)) is not None:
            return found[1]
        made = make()
        if len(self._kept) >= self._most:
            del self._kept[next(iter(self._kept))]
        self._kept[at] = (keys, made)  # The keys are kept alive, so ids stay theirs.
        return made

    @classmethod
    def forget(cls) -> None:
        """Empty all of them: what is asked for next is worked out anew."""
        for kept in cls._all:
            kept.empty()

    def empty(self) -> None:
        """Keep nothing any longer."""
        self._kept.clear()


_tuples = Lately[tuple[Any, ...]](1024)


def same(things: Sequence[Thing]) -> tuple[Thing, ...]:
    """Return these very objects as a tuple: the same one each time, so that it is known again."""
    return _tuples.get(lambda: tuple(things), *things)
