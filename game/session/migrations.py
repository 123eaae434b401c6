"""Old saves to the present format, one step at a time, before anything is decoded.

A step takes plain data of one format and returns that of the next. Steps are appended, never
changed; each says in its docstring what changed. A save from before lies in `tests/session/saves/`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Plain = Mapping[str, Any]


def _named_givers(plain: Plain) -> Plain:
    """Format 2: a promise says who gave it; all of format 1 were the pen's.

    Whatever else is new has a default.
    """
    pen = plain["scenario"]["penholder"]
    record = plain["state"]["record"]
    pledges = [{**pledge, "by": pen} for pledge in record["pledges"]]
    state = {**plain["state"], "record": {**record, "pledges": pledges}}
    return {**plain, "format": 2, "state": state}


STEPS: tuple[Callable[[Plain], Plain], ...] = (_named_givers,)
"""STEPS[0] turns format 1 into 2, and so on."""

FORMAT = len(STEPS) + 1
"""The format that is written."""


def migrate(plain: Plain) -> Plain:
    """Return a save of any format up to ours as one of ours."""
    for step in STEPS[plain["format"] - 1 :]:
        plain = step(plain)
    return plain
