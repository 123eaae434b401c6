"""Pressure on paper of many texts at once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from game.engine.abroad import border, regime_of
from game.engine.abroad.whole import WHOLE
from game.engine.consensus.options import Ints, clause_of, levels_of
from game.engine.scenario import Scenario
from game.engine.wording import part_of, weight


def papers_of(scenario: Scenario, drafts: Ints, before: Mapping[str, int]) -> list[int]:
    """Return the pressure of many texts on paper, as `pressure.paper_of` does for one.

    Args:
        drafts: option numbers, int64 (drafts, measures).
    """
    levels, words = levels_of(drafts), {}
    for column, measure in enumerate(scenario.measures):
        if (levels[:, column] != drafts[:, column]).any():
            options = drafts[:, column].tolist()
            words[measure.id] = np.array([_left(scenario, column, option) for option in options])
    now = {m.id: levels[:, column] for column, m in enumerate(scenario.measures)}
    found = border.on_paper(scenario.target, regime_of(scenario.target, {**before, **now}, words))
    return [int(paper) for paper in np.broadcast_to(found, len(drafts))]


@lru_cache(maxsize=16384)
def _left(scenario: Scenario, column: int, option: int) -> int:
    """Return what the words of a clause leave of its level, per mille."""
    clause = clause_of(scenario, column, option)
    return part_of(WHOLE, weight(scenario, clause).strength)
