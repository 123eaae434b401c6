"""A frozen value with some of its fields changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeVar

from attrs import fields

Value = TypeVar("Value")
"""A frozen value of slots that checks nothing when it is made."""


def changed(value: Value, **changes: Any) -> Value:
    """Return a value with some fields changed: `evolve` at a third of its price.

    A game makes thousands of states and records, and none of them is checked or converted.
    """
    kind: Any = type(value)
    read, write = _parts(kind)
    new: Value = object.__new__(kind)
    for put, part in zip(write.values(), read(value), strict=True):
        put(new, part)
    for name, part in changes.items():
        write[name](new, part)
    return new


@lru_cache(maxsize=16)
def _parts(
    kind: Any,
) -> tuple[Callable[[Any], tuple[Any, ...]], Mapping[str, Callable[[Any, Any], None]]]:
    """Return what reads all fields of a class at once, and what writes each of them."""
    names = tuple(f.name for f in fields(kind))
    return attrgetter(*names), {name: getattr(kind, name).__set__ for name in names}
