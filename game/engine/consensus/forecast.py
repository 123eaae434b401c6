"""Chances of a vote held today."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from game.engine.consensus.belief import Belief
from game.engine.consensus.sums import BATCH, dealings, refusals, shared, sums_of
from game.engine.consensus.tables import Floats, Ints, Model, model
from game.engine.record import Record
from game.engine.scenario import Scenario


@frozen(eq=False)
class Forecast:
    """What an observer expects of a vote held today.

    yes: chance of a yes, float64 (drafts, seats).
    no: chance of a no, float64 (drafts, seats).
    adopted: chance that the text is adopted, float64 (drafts,).
    vetoed: chance that a permanent member votes no, float64 (drafts,).
    unanimous: chance that all vote yes, float64 (drafts,).
    """

    yes: Floats
    no: Floats
    adopted: Floats
    vetoed: Floats
    unanimous: Floats

    @property
    def expected(self) -> Floats:
        """Return the expected number of yes votes, float64 (drafts,)."""
        return np.asarray(self.yes.sum(axis=1), dtype=np.float64)


def forecast(scenario: Scenario, record: Record, belief: Belief, drafts: Ints) -> Forecast:
    """Estimate the vote on each text from what one seat knows.

    Exact over the briefs that each capital could have sent, given the phrases now on record;
    never over the brief that was dealt.

    Args:
        drafts: option numbers, int64 (drafts, measures).

    Source: UN Charter, Article 27(3).
    """
    odds = _odds(scenario, record, belief)
    dealt = dealings(scenario, record, drafts)
    anything = dealt.any()
    many, seats = len(drafts), len(scenario.seats)
    out = Forecast(np.empty((many, seats)), np.empty((many, seats)), *np.empty((3, many)))
    for start in range(0, many, BATCH):
        part = slice(start, start + BATCH)
        sums = sums_of(scenario, drafts[part], record.stock)
        if anything:
            sums += dealt.T[model(scenario).seat, part]
        _vote(scenario, odds, sums, out, part)
    return out


@frozen(eq=False)
class _Odds:
    """How a capital decides by what its brief makes of a text.

    lowest: int64 (minds, 1): own sum that the first entry is for.
    entries: int64 (minds * length,): how often it reaches a yes and, in the high half of the
        bits, how often it does not fall to a no; constant before the first and after the last.
    length: entries of one mind.
    whole: int64 (seats, 1): how often in all.
    """

    lowest: Ints
    entries: Ints
    length: int
    whole: Ints


HIGH = 32
"""Bits between the two counts of an entry; a count of odds is far below that."""


def _odds(scenario: Scenario, record: Record, belief: Belief) -> _Odds:
    t = model(scenario)
    tail = np.zeros((len(t.minds), 8), dtype=np.int64)
    tail[:, :7] = belief.weights[:, ::-1].cumsum(axis=1)[:, ::-1]
    public = shared(scenario, record)
    yes_at = (t.yes_at - public)[t.seat][:, None]
    no_at = (refusals(scenario, record) - public)[t.seat][:, None]
    lowest = np.minimum(yes_at, no_at) - 4
    length = int((np.maximum(yes_at, no_at) - lowest).max()) + 4
    sums, minds = lowest + np.arange(length), np.arange(len(t.minds))[:, None]
    reach_yes = tail[minds, np.clip(yes_at - sums + 3, 0, 7)]
    reach_no = tail[minds, np.clip(no_at - sums + 3, 0, 7)]
    entries = (reach_yes + (reach_no << HIGH)).ravel()
    return _Odds(lowest, entries, length, np.add.reduceat(tail[:, :1], t.start, axis=0))


def _vote(
    scenario: Scenario, odds: _Odds, sums: NDArray[np.int32], out: Forecast, part: slice
) -> None:
    """Count what one batch of sums, int32 (minds, drafts), lets expect."""
    t = model(scenario)
    at = np.clip(sums - odds.lowest, 0, odds.length - 1)
    at += np.arange(len(sums))[:, None] * odds.length
    reach = _by_seat(t, odds.entries.take(at))
    yes = (reach & ((1 << HIGH) - 1)) / odds.whole
    no = 1.0 - np.maximum((reach >> HIGH) / odds.whole, yes)
    out.yes[part], out.no[part] = yes.T, no.T
    out.adopted[part] = adoption(yes.T, no.T, t.permanent, scenario.majority)
    out.vetoed[part] = 1.0 - np.prod(1.0 - no[t.permanent], axis=0)
    out.unanimous[part] = np.prod(yes, axis=0)


def _by_seat(t: Model, found: Ints) -> Ints:
    """Add up what is found of minds, int64 (minds, drafts), for each seat; faster than reduceat."""
    out = np.empty((len(t.start), found.shape[1]), dtype=np.int64)
    for seat, (first, after) in enumerate(pairwise([*t.start.tolist(), len(found)])):
        np.add.reduce(found[first:after], axis=0, out=out[seat])
    return out


def adoption(yes: Floats, no: Floats, permanent: NDArray[np.bool_], majority: int) -> Floats:
    """Return the chance of at least `majority` yes votes and no permanent member against.

    Args:
        yes: chance of a yes, float64 (drafts, seats); seats are independent.
        no: chance of a no, float64 (drafts, seats).

    Returns:
        float64 (drafts,); exact, by convolution. Counts that can no longer carry are left out.
    """
    counts = np.zeros((majority + 1, yes.shape[0]))
    counts[0] = 1.0
    stays = (1.0 - yes - no * permanent).T
    shift = np.empty_like(counts)
    for left, (up, stay) in zip(
        range(len(stays) - 1, -1, -1), zip(yes.T, stays, strict=True), strict=True
    ):
        last = counts[majority] * (stay + up) + counts[majority - 1] * up
        low, high = max(1, majority - left), min(len(stays) - left, majority - 1) + 1
        if low < high:
            moved = np.multiply(counts[low - 1 : high - 1], up, out=shift[low:high])
            counts[low:high] *= stay
            counts[low:high] += moved
        counts[0] *= stay
        counts[majority] = last
    return np.asarray(counts[majority], dtype=np.float64)
