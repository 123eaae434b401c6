"""Which texts the Secretariat lets go into blue: the twin of `lint.errors`, for many texts."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from game.engine import wording
from game.engine.consensus.options import WIDE, clause_of, levels_of, other_words, read
from game.engine.consensus.tables import Ints
from game.engine.scenario import Scenario

Bools = NDArray[np.bool_]


@frozen(eq=False)
class Gates:
    """What a text must have, as columns and levels.

    pairs: int64 (5, gates): a measure, its least level; the other measure, its least and highest
        level then.
    basis: int64 (2, measures): what a decision for all Member States rests on; from which level.
    chapter: column of the measure that names the chapter of the Charter; -1 for none.
    forceful: int64 (2, measures): what authorizes force, and from which level.
    """

    pairs: Ints
    basis: Ints
    chapter: int
    forceful: Ints


def allowed(scenario: Scenario, drafts: Ints) -> Bools:
    """Tell which texts pass the legal gates, bool (drafts,); the twin of `lint.errors`."""
    levels, gates = levels_of(drafts), _gates(scenario)
    mine, least, other, low, high = gates.pairs
    there, needed = levels.take(mine, axis=1) >= least, levels.take(other, axis=1)
    ok = ~np.logical_or.reduce(there & ((needed < low) | (needed > high)), axis=1)
    if gates.basis.size:
        based = _reach(levels, gates.basis).all(axis=1)
        if not based.all():
            ok &= based | ~_deciding(scenario, drafts)
    if gates.chapter >= 0:
        force = levels[:, gates.chapter] >= wording.FORCE
        if force.any():
            ok &= ~force | _reach(levels, gates.forceful).any(axis=1)
    return np.asarray(ok, dtype=np.bool_)


def _reach(levels: Ints, wanted: Ints) -> Bools:
    columns, least = wanted
    return np.asarray(levels.take(columns, axis=1) >= least, dtype=np.bool_)


def _deciding(scenario: Scenario, drafts: Ints) -> Bools:
    """Tell which texts newly bind all Member States, bool (drafts,)."""
    binds = read(_binding(scenario), levels_of(drafts))
    if (found := other_words(drafts)) is not None:
        clauses = found.clauses(scenario)
        decides = np.array([wording.decides_for_all(scenario, clause) for clause in clauses])
        binds[found.rows, found.columns] = decides[found.which]
    return np.asarray(binds.any(axis=1), dtype=np.bool_)


@lru_cache(maxsize=16)
def _binding(scenario: Scenario) -> Bools:
    out = np.zeros((len(scenario.measures), WIDE), dtype=bool)
    for column, m in enumerate(scenario.measures):
        for level in range(m.top + 1):
            out[column, level] = wording.decides_for_all(
                scenario, clause_of(scenario, column, level)
            )
    return out


@lru_cache(maxsize=16)
def _gates(scenario: Scenario) -> Gates:
    """Return what each gate asks of a text with a level of a measure."""
    place = {m.id: i for i, m in enumerate(scenario.measures)}
    out = []
    for m in scenario.measures:
        out += [(m.id, r.when_level_at_least, r.measure, r.min_level, WIDE) for r in m.requires]
        for e in m.excludes:
            if e.level_below is not None:
                ends = (e.level_below, WIDE)
            else:
                ends = (0, 0 if e.level_at_least is None else e.level_at_least - 1)
            out.append((m.id, e.when_level_at_least, e.measure, *ends))
    rows = [(place[mine], at, place[other], *ends) for mine, at, other, *ends in out]
    basis = [(place[id], n) for id, n in wording.BASIS.items() if id in place]
    forceful = [(place[id], n) for id, n in wording.forceful(scenario)]
    return Gates(
        np.array(rows, dtype=np.int64).reshape(-1, 5).T,
        np.array(basis, dtype=np.int64).reshape(-1, 2).T,
        place.get(wording.CHAPTER, -1),
        np.array(forceful, dtype=np.int64).reshape(-1, 2).T,
    )
