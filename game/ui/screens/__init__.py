"""The screens, one file each, found by their names.

A screen has three names: `TITLE` (words marked with `later`, translated when drawn),
`available(observation)` and `view(observation, picks)`. Before a sitting there is no observation.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from game.ui.messages import Picks
from game.ui.widgets import Widget

if TYPE_CHECKING:
    from game.engine.observation import Observation


class Screen(Protocol):
    """What a module of this package offers."""

    TITLE: str
    available: Callable[[Observation | None], bool]
    view: Callable[[Observation | None, Picks], Widget]


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """Return the names of all screens, without importing them."""
    return tuple(sorted(m.name for m in pkgutil.iter_modules(__path__)))


def find(name: str) -> Screen:
    """Return a screen; it is imported when first asked for, so that the window opens fast."""
    if name not in names():
        raise ValueError(f"screens: no screen is called '{name}'; there are {', '.join(names())}")
    return cast("Screen", import_module(f"{__name__}.{name}"))
