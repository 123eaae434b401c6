"""Promises of many texts at once: the vectorised twin of `opinion.promises`."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from game.engine import opinion
from game.engine.consensus.options import WIDE, levels_of
from game.engine.consensus.tables import Ints, model, reached, standing
from game.engine.lately import Lately
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


@frozen(eq=False)
class Clauses:
    """Promises of clauses side by side.

    columns: int64 (promises,): the measure of each.
    levels: int64 (promises, 1).
    upward: bool (promises, 1).
    to: int64 (seats, promises): 1 where a seat was promised it.
    told: int64 (promises,): 1 for what is no secret.
    """

    columns: Ints
    levels: Ints
    upward: NDArray[np.bool_]
    to: Ints
    told: Ints


_clauses: Lately[Clauses] = Lately()


def holding_all(
    scenario: Scenario, record: Record, drafts: Ints
) -> tuple[Ints, NDArray[np.bool_], Ints]:
    """Tell which texts keep which promises of clauses.

    Args:
        drafts: option numbers, int64 (drafts, measures).

    Returns:
        to: int64 (seats, promises), 1 where a seat was promised it; held: bool (promises, drafts);
        told: int64 (promises,), 1 for what is no secret.
    """
    c = _clauses.get(lambda: _side_by_side(scenario, record.promised), scenario, record.pledges)
    levels = levels_of(drafts)
    stands = levels if drafts.max(initial=0) < WIDE else standing(scenario, drafts)
    held = np.where(c.upward, stands.T[c.columns] >= c.levels, levels.T[c.columns] <= c.levels)
    return c.to, held, c.told


def _side_by_side(scenario: Scenario, promised: Sequence[Pledge]) -> Clauses:
    measures, seats = model(scenario).measures, scenario.seats
    to = np.zeros((len(seats), len(promised)), dtype=np.int64)
    for at, pledge in enumerate(promised):
        to[seats.index(pledge.to), at] = 1
    return Clauses(
        np.array([measures.index(p.measure) for p in promised], dtype=np.int64),
        np.array([[p.level] for p in promised], dtype=np.int64).reshape(-1, 1),
        np.array([[p.upward] for p in promised], dtype=np.bool_).reshape(-1, 1),
        to,
        np.array([not p.secret for p in promised], dtype=np.int64),
    )


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
