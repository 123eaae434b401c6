"""Option numbers: a clause as one integer, its level and its words.

`option = level + WIDE * code`; code 0 is the level's own words, so a plain text is its levels.
A code counts verb, softener, hardener and parameters as digits, each 0 for the level's own.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from game.engine import wording
from game.engine.lately import Lately
from game.engine.record import Clause
from game.engine.scenario import EXPECTED_LEVELS, Scenario

Ints = NDArray[np.int64]
Digit = tuple[str, tuple[str | int, ...]]
"""What a digit counts, and the values it stands for, the level's own first."""

WIDE = 16
"""Room for levels in an option number."""
FEW = 40
"""Numbers up to which plain ones are sorted out quicker than an array of them. Tuned: measured."""
assert WIDE > EXPECTED_LEVELS  # And a power of two, so that levels are its low bits.


def levels_of(options: Ints) -> Ints:
    """Return the levels of option numbers, whatever their words."""
    return options & (WIDE - 1)


def read(table: NDArray[Any], levels: Ints) -> NDArray[Any]:
    """Return what a table says of each clause of texts, (drafts, measures).

    Args:
        table: (measures, levels).
        levels: int64 (drafts, measures).
    """
    return table.take(levels + np.arange(0, table.size, table.shape[1]))


@frozen(eq=False)
class OtherWords:
    """Where texts have other words than those of a level's own.

    rows: int64 (places,): which texts.
    columns: int64 (places,): which measures.
    known: (column, option) of each clause with other words, once.
    which: int64 (places,): the clause that stands there, by its number among those.
    """

    rows: Ints
    columns: Ints
    known: Sequence[tuple[int, int]]
    which: Ints

    def clauses(self, scenario: Scenario) -> Sequence[Clause]:
        """Return those clauses."""
        return _clauses.get(lambda: [clause_of(scenario, *at) for at in self.known], scenario, self)

    def among(self, columns: Container[int]) -> OtherWords | None:
        """Return those that stand in some columns; None if none does."""
        here = np.array([column in columns for column, _option in self.known])
        if here.all():
            return self
        places = here[self.which]
        if not places.any():
            return None
        known = [at for at, is_here in zip(self.known, here.tolist(), strict=True) if is_here]
        which = (here.cumsum() - 1)[self.which[places]]
        return OtherWords(self.rows[places], self.columns[places], known, which)

    def correct(self, out: NDArray[Any], of: Callable[[int, int], NDArray[Any]]) -> None:
        """Correct what texts in their levels' own words add up to, (drafts, entries).

        Args:
            of: what the words of a clause, by column and option, add to the level's own (entries,).
        """
        added = np.stack([of(*at) for at in self.known])
        starts = np.flatnonzero(np.diff(self.rows, prepend=-1))
        out[self.rows[starts]] += np.add.reduceat(added.take(self.which, axis=0), starts, axis=0)


_found, _clauses = Lately[OtherWords | None](8), Lately[Sequence[Clause]](8)


def other_words(drafts: Ints) -> OtherWords | None:
    """Find the clauses that have other words than their level's own; None if none has."""
    if len(drafts) == 1:  # One is sooner looked at than looked up.
        return _other_words(drafts)
    return _found.get(lambda: _other_words(drafts), drafts)


def _other_words(drafts: Ints) -> OtherWords | None:
    if np.maximum.reduce(drafts, axis=None, initial=0) < WIDE:
        return None
    rows, columns = np.nonzero(drafts >= WIDE)
    wide = drafts.shape[1]
    there = drafts[rows, columns] * wide + columns
    keys, which = _sorted_out(there) if len(there) <= FEW else _sorted_out_many(there)
    return OtherWords(rows, columns, [(key % wide, key // wide) for key in keys], which)


def _sorted_out(there: Ints) -> tuple[Sequence[int], Ints]:
    """Return each of some numbers once, and the place of every number among these."""
    found = there.tolist()
    places = {key: place for place, key in enumerate(sorted({*found}))}
    return [*places], np.array([places[key] for key in found], dtype=np.int64)


def _sorted_out_many(there: Ints) -> tuple[Sequence[int], Ints]:
    keys, which = np.unique(there, return_inverse=True)
    return keys.tolist(), which


def option_of(scenario: Scenario, clause: Clause) -> int:
    """Return the number of a clause."""
    return _number(scenario, clause) if clause.reworded else clause.level


@lru_cache(maxsize=65536)
def _number(scenario: Scenario, clause: Clause) -> int:
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
