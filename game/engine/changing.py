"""A frozen value with some of its fields changed."""

from __future__ import annotations

from typing import TypeVar

Value = TypeVar("Value")
"""A frozen value without slots that checks nothing when it is made, and keeps nothing worked out.
"""


def changed(value: Value, **changes: object) -> Value:
    """Return a value with some fields changed: `evolve` at a twentieth of its price.

    A game makes thousands of states and records, and none of them is checked or converted.
    """
    before = value.__dict__
    parts = before | changes
    if len(parts) > len(before):
        raise TypeError(f"{type(value).__name__} has not all of {sorted(changes)}")
    new = object.__new__(type(value))
    object.__setattr__(new, "__dict__", parts)
    return new
