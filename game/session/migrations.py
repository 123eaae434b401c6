"""Old saves to the present format, one step at a time, before anything is decoded.

A step takes plain data of one format and returns that of the next. Steps are appended, never
changed; each says in its docstring what changed. A save from before lies in `tests/session/saves/`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Plain = Mapping[str, Any]

STEPS: tuple[Callable[[Plain], Plain], ...] = ()
"""STEPS[0] turns format 1 into 2, and so on."""

FORMAT = len(STEPS) + 1
"""The format that is written."""


def migrate(plain: Plain) -> Plain:
    """Return a save of any format up to ours as one of ours."""
    for step in STEPS[plain["format"] - 1 :]:
        plain = step(plain)
    return plain
