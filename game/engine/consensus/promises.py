"""Promises of many texts at once: the vectorised twin of `opinion.promises`."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine import opinion
from game.engine.consensus.options import levels_of
from game.engine.consensus.tables import Ints, model, reached
from game.engine.record import Pledge, Record
from game.engine.scenario import Scenario


def holding(scenario: Scenario, pledge: Pledge, drafts: Ints) -> NDArray[np.bool_]:
    """Tell which texts keep the promise of a clause, bool (drafts,).

    Args:
        drafts: option numbers, int64 (drafts, measures).
    """
    at = model(scenario).measures.index(pledge.measure)
    if pledge.upward:
        return np.asarray(reached(scenario, at, drafts[:, at]) >= pledge.level, dtype=np.bool_)
    return np.asarray(levels_of(drafts[:, at]) <= pledge.level, dtype=np.bool_)


def promise_sums(scenario: Scenario, record: Record, drafts: Ints) -> Ints:
    """Add up what deals add for each seat, int64 (seats, drafts).

    Args:
        drafts: option numbers, int64 (drafts, measures).
    """
    seats = scenario.seats
    out = np.zeros((len(seats), len(drafts)), dtype=np.int64)
    bound = np.zeros(out.shape, dtype=np.bool_)
    later = np.zeros((len(seats), 1), dtype=np.int64)
    for pledge in record.pledges:
        if opinion.gives_vote(pledge):
            bound[seats.index(pledge.by)] |= _binding(scenario, record, pledge, drafts)
        elif pledge.kind == "favour" and pledge.status != "void":
            worth = opinion.favour_worth(scenario, pledge.item, pledge.to)
            out[seats.index(pledge.to)] += worth
        elif pledge.kind == "next_text":
            later[seats.index(pledge.to)] = opinion.NEXT_TEXT
    return np.asarray(out + opinion.OWN_WORD * bound + later, dtype=np.int64)


def _binding(scenario: Scenario, record: Record, pledge: Pledge, drafts: Ints) -> NDArray[np.bool_]:
    out = np.ones(len(drafts), dtype=np.bool_)
    for clause in opinion.price_of(record, pledge):
        out &= holding(scenario, clause, drafts)
    return out
