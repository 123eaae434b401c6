"""Which texts the Secretariat lets go into blue: the twin of `lint.errors`, for many texts."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from game.engine import wording
from game.engine.consensus.options import WIDE, clause_of, levels_of, other_words
from game.engine.consensus.tables import Ints
from game.engine.scenario import Scenario

Bools = NDArray[np.bool_]


def allowed(scenario: Scenario, drafts: Ints) -> Bools:
    """Tell which texts pass the legal gates, bool (drafts,); the twin of `lint.errors`."""
    levels = levels_of(drafts)
    mine, least, other, low, high = _gates(scenario)
    there, needed = levels[:, mine] >= least, levels[:, other]
    ok = ~(there & ((needed < low) | (needed > high))).any(axis=1)
    place = {m.id: i for i, m in enumerate(scenario.measures)}
    basis = [levels[:, place[id]] >= n for id, n in wording.BASIS.items() if id in place]
    if basis:
        ok &= np.logical_and.reduce(basis) | ~_deciding(scenario, drafts)
    if wording.CHAPTER in place:
        used = [levels[:, place[id]] >= n for id, n in wording.forceful(scenario)]
        force = levels[:, place[wording.CHAPTER]] >= wording.FORCE
        ok &= ~force | np.logical_or.reduce([np.zeros_like(ok), *used])
    return np.asarray(ok, dtype=np.bool_)


def _deciding(scenario: Scenario, drafts: Ints) -> Bools:
    """Tell which texts newly bind all Member States, bool (drafts,)."""
    binds = _binding(scenario)[np.arange(drafts.shape[1]), levels_of(drafts)]
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
def _gates(scenario: Scenario) -> Ints:
    """Return what each gate asks of a text with a level of a measure, int64 (5, gates).

    Rows: the measure, its least level; the other measure, its least and highest level then.
    """
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
    return np.array(rows, dtype=np.int64).reshape(-1, 5).T
