"""Chances of a vote held today."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, reduce
from operator import add
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from game.engine.consensus.belief import Belief
from game.engine.consensus.blocks import add_groups
from game.engine.consensus.promises import dealings_of, dealt, stakes
from game.engine.consensus.slate import SLATE
from game.engine.consensus.sums import BATCH, own_row, refusals, shared, sums_of
from game.engine.consensus.tables import Floats, Ints, Model, model
from game.engine.lately import Lately
from game.engine.record import Record
from game.engine.scenario import Scenario

SMALL = 2**15
"""Weights of a capital's briefs that two counts in one 32-bit number have room for."""


@frozen(eq=False)
class Odds:
    """How often a capital's briefs say yes, or at least not no, by what each makes of a text.

    Two counts stand in the two halves of one number, so that one read and one sum serve both.

    lowest: int32 (minds, 1): own sum that a mind's first entry is for.
    entries: the counts of every mind for one sum after another, (minds * length,); they stay the
        same below the first sum and above the last.
    length: entries of one mind.
    whole: int64 (seats, 1): how often in all.
    """

    lowest: NDArray[np.int32]
    entries: NDArray[np.signedinteger[Any]]
    length: int
    whole: Ints

    @property
    def half(self) -> int:
        """Return the bits of one count."""
        return self.entries.dtype.itemsize * 4

    def yes(self, reach: NDArray[np.signedinteger[Any]]) -> Floats:
        """Return chances of a yes from added counts, float64 (seats, drafts)."""
        return np.asarray((reach & ((1 << self.half) - 1)) / self.whole, dtype=np.float64)

    def no(self, reach: NDArray[np.signedinteger[Any]], yes: Floats) -> Floats:
        """Return chances of a no from added counts, float64 (seats, drafts)."""
        return np.asarray(
            1.0 - np.maximum((reach >> self.half) / self.whole, yes), dtype=np.float64
        )


@frozen(eq=False)
class Forecast:
    """What an observer expects of a vote held today; each figure is worked out when asked for.

    own: int64 (drafts,): what each text means to the mind that was asked about, of itself.
    """

    own: Ints
    _scenario: Scenario
    _odds: Odds
    _reach: NDArray[np.signedinteger[Any]]

    @cached_property
    def yes(self) -> Floats:
        """Return the chance of a yes, float64 (drafts, seats)."""
        return np.ascontiguousarray(self._odds.yes(self._reach).T)

    @cached_property
    def no(self) -> Floats:
        """Return the chance of a no, float64 (drafts, seats)."""
        return np.ascontiguousarray(self._odds.no(self._reach, self.yes.T).T)

    @property
    def adopted(self) -> Floats:
        """Return the chance that the text is adopted, float64 (drafts,)."""
        return self._council[0]

    @property
    def vetoed(self) -> Floats:
        """Return the chance that a permanent member votes no, float64 (drafts,)."""
        return self._council[1]

    @property
    def unanimous(self) -> Floats:
        """Return the chance that all vote yes, float64 (drafts,)."""
        return self._council[2]

    @property
    def expected(self) -> Floats:
        """Return the expected number of yes votes, float64 (drafts,)."""
        return self._council[3]

    @cached_property
    def _council(self) -> tuple[Floats, ...]:
        many = self._reach.shape[1]
        out = np.empty((4, many))
        for start in range(0, many, BATCH):
            part = slice(start, start + BATCH)
            _vote(self._scenario, self._odds, self._reach[:, part], out[:, part])
        return tuple(out)


def forecast(
    scenario: Scenario, record: Record, belief: Belief, drafts: Ints, mind: int = 0
) -> Forecast:
    """Estimate the vote on each text from what one seat knows.

    Exact over the briefs that each capital could have sent, given the phrases now on record;
    never over the brief that was dealt.

    Args:
        drafts: option numbers, int64 (drafts, measures).
        mind: number of a mind whose own sums are wanted too.

    Source: UN Charter, Article 27(3).
    """
    odds, many = _odds(scenario, record, belief), len(drafts)
    reach = np.empty((len(scenario.seats), many), dtype=odds.entries.dtype)
    own = np.empty(many, dtype=np.int64)
    for start in range(0, many, BATCH):
        part = slice(start, start + BATCH)
        some = drafts if many <= BATCH else drafts[part]
        sums = sums_of(scenario, some, record.stock)
        own[part] = sums[mind]
        added = dealt(scenario, record, some)
        _count(model(scenario), odds, sums, added, reach[:, part])
    return Forecast(own, scenario, odds, reach)


_ones = Lately[Forecast]()


def forecast_one(scenario: Scenario, record: Record, belief: Belief, text: Ints) -> Forecast:
    """Estimate the vote on one text; kept while nothing new bears on it.

    Args:
        text: option numbers, int64 (measures,).
    """
    bears = (_odds(scenario, record, belief), stakes(scenario, record))
    also = (record.stock, text.tobytes())
    return _ones.get(lambda: _one(scenario, record, belief, text), *bears, also=also)


def _one(scenario: Scenario, record: Record, belief: Belief, text: Ints) -> Forecast:
    odds, sums = _odds(scenario, record, belief), own_row(scenario, text, record.stock)
    reach = np.empty((len(scenario.seats), 1), dtype=odds.entries.dtype)
    added = dealings_of(scenario, record, text).astype(np.int32)[:, None]
    _count(model(scenario), odds, sums[:, None].astype(np.int32), added, reach)
    return Forecast(sums[:1], scenario, odds, reach)


_kept = Lately[Odds]()


def _odds(scenario: Scenario, record: Record, belief: Belief) -> Odds:
    """Return how often each capital's briefs say yes or no; kept while nothing new is public."""
    public, against = shared(scenario, record), refusals(scenario, record)
    return _kept.get(
        lambda: _counted(scenario, belief, public, against), scenario, belief, public, against
    )


def _counted(scenario: Scenario, belief: Belief, public: Ints, against: Ints) -> Odds:
    t = model(scenario)
    minds = np.arange(0, 8 * len(t.minds), 8)[:, None]
    tail = np.zeros((len(t.minds), 8), dtype=np.int64)
    np.add.accumulate(belief.weights[:, ::-1], axis=1, out=tail[:, 6::-1])
    whole = np.add.reduceat(tail[:, :1], t.start, axis=0)
    yes_at = (t.yes_at - public)[t.seat][:, None]
    no_at = (against - public)[t.seat][:, None]
    lowest = np.minimum(yes_at, no_at) - 4
    length = int((np.maximum(yes_at, no_at) - lowest).max()) + 4
    kind = np.int32 if whole.max() < SMALL else np.int64
    yes: NDArray[np.signedinteger[Any]] = tail.astype(kind)
    no = yes << np.dtype(kind).itemsize * 4
    sums = lowest + np.arange(length) - 3
    reach_yes, reach_no = (
        counts.take(minds + np.minimum(np.maximum(least - sums, 0), 7))
        for counts, least in ((yes, yes_at), (no, no_at))
    )
    return Odds(lowest.astype(np.int32), (reach_yes + reach_no).ravel(), length, whole)


def _count(
    t: Model,
    odds: Odds,
    sums: NDArray[np.int32],
    added: NDArray[np.int32],
    out: NDArray[np.signedinteger[Any]],
) -> None:
    """Count for each seat what its briefs say of one batch of texts.

    Args:
        sums: int32 (minds, drafts): of the texts alone; changed here.
        added: int32 (seats, drafts): what deals add.
    """
    if np.count_nonzero(added):
        found = SLATE.array("found", sums.shape, np.int32)
        sums += added.take(t.seat, axis=0, out=found, mode="clip")
    at = SLATE.array("entry", sums.shape, np.int64)
    sums -= odds.lowest
    np.minimum(np.maximum(sums, 0, out=sums), odds.length - 1, out=sums)  # As a clip, but quicker.
    np.copyto(at, sums)
    at += np.arange(0, odds.entries.size, odds.length)[:, None]
    found = SLATE.array("counts", sums.shape, odds.entries.dtype.type)
    odds.entries.take(at, out=found, mode="clip")
    add_groups(found, t.start.tolist(), out)


def _vote(
    scenario: Scenario, odds: Odds, reach: NDArray[np.signedinteger[Any]], out: Floats
) -> None:
    """Work out what one batch of counts lets expect of the Council, float64 (4, drafts)."""
    permanent = model(scenario).permanent
    yes = odds.yes(reach)
    no = odds.no(reach, yes)
    by_draft = SLATE.array("by_draft", yes.T.shape, np.float64)
    np.copyto(by_draft, yes.T)
    # Rounding in the convolution may pass the whole by a last bit.
    out[0] = np.minimum(1.0, adoption(yes.T, no.T, permanent, scenario.majority))
    out[1] = 1.0 - np.multiply.reduce(1.0 - no[permanent], axis=0)
    np.multiply.reduce(yes, axis=0, out=out[2])
    np.add.reduce(by_draft, axis=1, out=out[3])


def adoption(yes: Floats, no: Floats, permanent: NDArray[np.bool_], majority: int) -> Floats:
    """Return the chance of at least `majority` yes votes and no permanent member against.

    Args:
        yes: chance of a yes, float64 (drafts, seats); seats are independent.
        no: chance of a no, float64 (drafts, seats).

    Returns:
        float64 (drafts,); exact, by convolution. It counts the votes that are missing: nine of
        fifteen can be had with seven counts of those, and need ten of the others.
    """
    many, seats = yes.shape
    spare = seats - majority
    if spare < 0:
        return np.zeros(many)
    if many == 1:
        against = (no[0] * permanent).tolist()
        return np.array([_adoption_of_one(yes[0].tolist(), against, spare)])
    missing, shift = (
        SLATE.array(name, (spare + 1, many), np.float64) for name in ("missing", "shift")
    )
    missing[0], missing[1:] = 1.0, 0.0
    doubtful = np.flatnonzero(yes.min(axis=0, initial=1.0) < 1.0)  # Who is sure moves nothing.
    ups = yes.T[doubtful]
    stays = 1.0 - ups - no.T[doubtful] * permanent[doubtful, None]
    for before, (up, stay) in enumerate(zip(ups, stays, strict=True)):
        top = min(before + 1, spare)
        moved = np.multiply(missing[:top], stay, out=shift[:top])
        missing[: top + 1] *= up
        missing[1 : top + 1] += moved
    return np.asarray(missing.sum(axis=0), dtype=np.float64)


def _adoption_of_one(yes: Sequence[float], against: Sequence[float], spare: int) -> float:
    """Return the same for one text: plain numbers are quicker than arrays of one."""
    missing = [1.0] + [0.0] * spare
    top = 0
    for up, no in zip(yes, against, strict=True):
        if up == 1.0:
            continue  # Who is sure moves nothing.
        stay = 1.0 - up - no
        top = min(top + 1, spare)
        for lost in range(top, 0, -1):
            missing[lost] = missing[lost] * up + missing[lost - 1] * stay
        missing[0] *= up
    return reduce(add, missing)  # `sum` rounds otherwise from one Python to the next.
