"""The field of deals between two: every small one, its frontier, and the fairest."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from attrs import frozen

from game.engine.bargain.board import Deal, board
from game.engine.consensus import Ints
from game.engine.observation import Observation
from game.engine.terms import Seat

MOST_DEALS = 200
"""Deals of a field that are named; its frontier always is."""


@frozen
class Field:
    """The deals that two could strike, the frontier first.

    deals: each with both values.
    nash: place of the deal with the greatest product of gains; None if none gains both.
    """

    deals: tuple[Deal, ...]
    nash: int | None


def field(observation: Observation, other: Seat) -> Field:
    """Return the deals that the observer could strike with another, with both values."""
    found = board(observation, other, pairs=True)
    if not found.gives or not found.takes:
        return Field((), None)
    edge = _frontier(found.own, found.theirs)
    places = _named(found.own, found.theirs, edge)
    deals = tuple(found.deal(at, best=at in edge) for at in places)
    return Field(deals, _nash(deals))


def _frontier(own: Ints, mean: Ints) -> tuple[int, ...]:
    """Return the places of the deals that no other betters for both."""
    order = np.lexsort((-mean, -own))
    best, out = None, []
    for at in order.tolist():
        if best is None or mean[at] > best:
            best = int(mean[at])
            out.append(at)
    return tuple(out)


def _named(own: Ints, mean: Ints, edge: tuple[int, ...]) -> tuple[int, ...]:
    rest = np.argsort(-np.minimum(own, mean), kind="stable").tolist()
    return tuple(dict.fromkeys((*edge, *rest[:MOST_DEALS])))


def _nash(deals: Sequence[Deal]) -> int | None:
    good = [n for n, d in enumerate(deals) if d.own > 0 and d.theirs.mean > 0]
    return max(good, key=lambda n: deals[n].own * deals[n].theirs.mean, default=None)
