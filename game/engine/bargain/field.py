"""The field of deals between two: every small one, its frontier, and the fairest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from attrs import frozen

from game.engine import consensus
from game.engine.actions.terms import refusal_of
from game.engine.bargain.values import (
    Estimate,
    Mind,
    mind_of,
    own_sums,
    spread,
    text_in_hand,
    worth,
)
from game.engine.consensus import Ints
from game.engine.consensus.options import levels_of
from game.engine.observation import Observation
from game.engine.record import TERMS, Term
from game.engine.terms import Ballot, Seat

MOST_CLAUSES = 6
"""Changes of the text that are looked at in a field of deals."""
MOST_DEALS = 200
"""Deals of a field that are named; its frontier always is."""


@frozen
class Deal:
    """One possible deal.

    give: what the observer would give.
    take: what it would get.
    own: what that is worth to it, exactly.
    theirs: what it is worth to the other, by estimate.
    best: no other deal is better for both.
    """

    give: tuple[Term, ...]
    take: tuple[Term, ...]
    own: int
    theirs: Estimate
    best: bool = False


@frozen
class Field:
    """The deals that two could strike, the frontier first.

    deals: each with both values.
    nash: place of the deal with the greatest product of gains; None if none gains both.
    """

    deals: tuple[Deal, ...]
    nash: int | None


def field(
    observation: Observation,
    other: Seat,
    *,
    pairs: bool = True,
    least: int | None = None,
    kinds: Sequence[str] = TERMS,
) -> Field:
    """Return the deals that the observer could strike with another, with both values.

    Args:
        pairs: two terms on a side are looked at too.
        least: leave out what brings the observer less, or seems to cost the other; None for no.
        kinds: only these kinds of terms are looked at.
    """
    o = observation
    me, them = mind_of(o, o.seat), mind_of(o, other)
    gives = _bundles(vocabulary(o, o.seat, other, them), kinds, pairs=pairs)
    takes = _bundles(vocabulary(o, other, o.seat, me), kinds, pairs=pairs)
    if not gives or not takes:
        return Field((), None)
    mine = [worth(o, me, other, g, ()) for g in gives], [worth(o, me, other, (), t) for t in takes]
    theirs = (
        [worth(o, them, o.seat, (), g) for g in gives],
        [worth(o, them, o.seat, t, ()) for t in takes],
    )
    own = np.add.outer([me.mean(p) for p in mine[0]], [me.mean(p) for p in mine[1]])
    mean = np.add.outer([them.mean(p) for p in theirs[0]], [them.mean(p) for p in theirs[1]])
    edge = _frontier(own.ravel(), mean.ravel())
    width = own.shape[1]
    deals = tuple(
        Deal(
            gives[at // width],
            takes[at % width],
            int(own.ravel()[at]),
            spread(them, theirs[0][at // width] + theirs[1][at % width]),
            best=at in edge,
        )
        for at in _named(own.ravel(), mean.ravel(), edge)
        if least is None or (own.ravel()[at] >= least and mean.ravel()[at] >= 0)
    )
    return Field(deals, _nash(deals))


def _bundles(
    terms: Iterator[Term], kinds: Sequence[str], *, pairs: bool
) -> tuple[tuple[Term, ...], ...]:
    known = tuple(t for t in terms if t.kind in kinds)
    single = tuple((t,) for t in known)
    return (*single, *combinations(known, 2)) if pairs else single


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


def vocabulary(
    observation: Observation, giver: Seat, taker: Seat, wants: Mind | None = None
) -> Iterator[Term]:
    """Yield the terms that one seat could give another now, the most welcome clauses among them."""
    o = observation
    wants = wants or mind_of(o, taker)
    plain = (
        *(Term("favour", item=f.id) for f in o.scenario.favours),
        *(Term("vote", ballot=b) for b in (Ballot.YES, Ballot.ABSTAIN)),
        *(Term("sponsor"), Term("silence"), Term("enforce"), Term("statement", item="wide")),
        *(
            Term("lift", a.measure, a.level, a.upward)
            for a in o.record.asks
            if a.seat == giver and a.status == "open"
        ),
        *(_clauses(o, wants) if giver == o.scenario.penholder else ()),
    )
    for term in dict.fromkeys(plain):
        if refusal_of(o.scenario, o.record, giver, taker, (term,)) is None:
            yield term


def _clauses(o: Observation, wants: Mind) -> Iterator[Term]:
    """Yield the changes of the text by one level that a seat would welcome most."""
    text = text_in_hand(o)
    near = consensus.neighbours(o.scenario, text)
    step = np.abs(levels_of(near) - levels_of(text)).sum(axis=1) == 1
    near = near[step]
    gains = consensus.own_sums(o.scenario, near, o.record.stock)[:, wants.rows] - own_sums(
        o, wants, text
    )
    share = wants.weights.sum(axis=1)
    mean = (gains * share).sum(axis=1) // share.sum()
    ids = consensus.model(o.scenario).measures
    for at in np.argsort(-mean, kind="stable")[:MOST_CLAUSES]:
        if mean[at] <= 0:
            return
        column = int(np.flatnonzero(near[at] != text)[0])
        level, now = int(near[at, column]), int(levels_of(text)[column])
        yield Term("clause", ids[column], level, level > now)
