"""Option numbers: a clause as one integer, its level and its words.

`option = level + WIDE * code`; code 0 is the level's own words, so a plain text is its levels.
A code counts verb, softener, hardener and parameters as digits, each 0 for the level's own.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from game.engine import wording
from game.engine.record import Clause
from game.engine.scenario import EXPECTED_LEVELS, Scenario

Ints = NDArray[np.int64]
Digit = tuple[str, tuple[str | int, ...]]
"""What a digit counts, and the values it stands for, the level's own first."""

WIDE = 16
"""Room for levels in an option number."""
assert WIDE > EXPECTED_LEVELS  # And a power of two, so that levels are its low bits.


def levels_of(options: Ints) -> Ints:
    """Return the levels of option numbers, whatever their words."""
    return options & (WIDE - 1)


@lru_cache(maxsize=65536)
def option_of(scenario: Scenario, clause: Clause) -> int:
    """Return the number of a clause."""
    if not clause.reworded:
        return clause.level
    used: dict[str, str | int] = {kind: getattr(clause, kind) for kind in ("verb", *wording.KINDS)}
    used |= dict(clause.params)
    code = 0
    for kind, values in _digits(scenario, clause.measure, clause.level):
        code = code * len(values) + values.index(used.get(kind, values[0]))
    return clause.level + WIDE * code


@lru_cache(maxsize=65536)
def clause_of(scenario: Scenario, column: int, option: int) -> Clause:
    """Return the clause of the measure in a column that has this number; level 0 is silence."""
    measure = scenario.measures[column].id
    code, level = divmod(option, WIDE)
    found: dict[str, str | int] = {}
    for kind, values in reversed(_digits(scenario, measure, level)) if code else ():
        code, at = divmod(code, len(values))
        if at:
            found[kind] = values[at]
    words = {kind: str(found.pop(kind, "")) for kind in ("verb", *wording.KINDS)}
    params = tuple(sorted((id, int(choice)) for id, choice in found.items()))
    return Clause(measure, level, params=params, **words)


@lru_cache(maxsize=4096)
def _digits(scenario: Scenario, measure: str, level: int) -> tuple[Digit, ...]:
    return (
        ("verb", ("", *(v.verb for v in scenario.verbs))),
        *(
            (kind, ("", *(m.id for m in wording.modifiers(scenario, measure, kind))))
            for kind in wording.KINDS
        ),
        *(
            (p.id, (p.default, *(c for c in range(len(p.choices)) if c != p.default)))
            for p in wording.parameters(scenario, measure, level)
        ),
    )
