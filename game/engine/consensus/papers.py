"""Pressure on paper of many texts at once."""

from __future__ import annotations

import numpy as np

from game.engine.abroad import border, regime_of
from game.engine.abroad.whole import Whole
from game.engine.consensus.options import Ints, clause_of, levels_of
from game.engine.lately import Lately
from game.engine.past import Left
from game.engine.scenario import Scenario
from game.engine.wording import left_by


def papers_of(scenario: Scenario, drafts: Ints, before: Left | None = None) -> list[int]:
    """Return the pressure of many texts on paper, as `pressure.paper_of` does for one.

    Args:
        drafts: option numbers, int64 (drafts, measures).
        before: what the last sitting of a campaign left.
    """
    levels, columns = levels_of(drafts), dict(enumerate(scenario.measures))
    words: dict[str, Whole] = {
        m.id: np.array([_left(scenario, before, column, n) for n in drafts[:, column].tolist()])
        for column, m in columns.items()
    }
    now: dict[str, Whole] = {m.id: levels[:, column] for column, m in columns.items()}
    if before is not None:
        now, words = {**before.levels, **now}, {**before.words, **words}
    regime = regime_of(scenario.target, now, words, held=_held(scenario, levels, before))
    found = border.on_paper(scenario.target, regime)
    return [int(paper) for paper in np.broadcast_to(found, len(drafts))]


def _held(scenario: Scenario, levels: Ints, before: Left | None) -> dict[str, Whole]:
    """Return what an earlier automatic step closes still, text by text: none if it gives back."""
    if before is None or not before.held:
        return {}
    gives = np.zeros(len(levels), dtype=bool)
    for column, m in enumerate(scenario.measures):
        if row := scenario.target.eases.get(m.id):
            gives |= np.asarray(row)[np.minimum(levels[:, column], len(row) - 1)] > 0
    return {id: part * ~gives for id, part in before.held.items()}


_known = Lately[dict[tuple[int, int], int]](16)


def _left(scenario: Scenario, before: Left | None, column: int, option: int) -> int:
    """Return what the words of a clause leave of its level, per mille."""
    known = _known.get(dict, scenario, before)
    if (column, option) not in known:
        known[column, option] = left_by(scenario, clause_of(scenario, column, option), before)
    return known[column, option]
