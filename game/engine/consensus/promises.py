"""What deals add to sums, for many texts at once: the vectorised twin of `opinion.dealing`.

Promises, marks, closed clauses and what silence was broken for are all alike: a clause that has to
stand within some levels. They stand side by side here, and one product counts them for all seats.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from game.engine import opinion, text
from game.engine.consensus.options import WIDE, clause_of, levels_of
from game.engine.consensus.tables import Ints, model, standing
from game.engine.lately import Lately
from game.engine.record import Pledge, Record
from game.engine.scenario import Scenario
from game.engine.terms import Seat

Counts = NDArray[np.float32]
"""Small whole numbers, exact in this type; products of it are the fastest."""
PROMISED, TOLD, MARKED, AGREED, UNHEARD = range(5)
"""What a seat can have in a clause: a promise, one that all know of, a mark, a word, a wish."""


@frozen
class _Stake:
    """A clause that somebody has something in.

    measure: which.
    low: least level that keeps it.
    high: highest level that keeps it.
    softens: words that soften the clause count as less.
    whose: what each seat has in it.
    words: the promise, where it is one of words and not of a level alone.
    """

    measure: str
    low: int
    high: int
    softens: bool
    whose: tuple[tuple[int, Seat], ...]
    words: Pledge | None = None


@frozen(eq=False)
class Stakes:
    """All that seats have in clauses, side by side.

    columns: int64 (stakes,): the measure of each.
    low: int64 (stakes, 1).
    high: int64 (stakes, 1).
    softens: bool (stakes, 1).
    whose: float32 (5 * seats and votes, stakes): 1 where a seat, or a promised vote, has it.
    whole: float32 (5 * seats and votes, 1): how many of them in all.
    voters: int64 (votes,): who promised each vote.
    always: int64 (seats, 1): points that no clause decides.
    words: promises of words, each with its place.
    """

    columns: Ints
    low: Ints
    high: Ints
    softens: NDArray[np.bool_]
    whose: Counts
    whole: Counts
    voters: Ints
    always: Ints
    words: tuple[tuple[int, Pledge], ...] = ()

    def held(self, scenario: Scenario, drafts: Ints) -> Counts:
        """Tell which texts keep what, float32 (stakes, drafts): 1 or 0."""
        levels = levels_of(drafts).T[self.columns]
        if drafts.max(initial=0) >= WIDE:
            levels = np.where(self.softens, standing(scenario, drafts).T[self.columns], levels)
        kept = (levels >= self.low) & (levels <= self.high)
        for place, pledge in self.words:
            kept[place] = holding(scenario, pledge, drafts)
        return np.asarray(kept, dtype=np.float32)


def holding(scenario: Scenario, pledge: Pledge, drafts: Ints) -> NDArray[np.bool_]:
    """Tell which texts keep the promise of a clause, bool (drafts,).

    Args:
        drafts: option numbers, int64 (drafts, measures).
    """
    column = model(scenario).measures.index(pledge.measure)
    # Texts are many, the clauses in them few: each of those is looked at once.
    known, place = np.unique(drafts[:, column], return_inverse=True)
    clauses = (clause_of(scenario, column, int(option)) for option in known)
    kept = [opinion.keeps(scenario, {pledge.measure: clause}, pledge) for clause in clauses]
    return np.array(kept, dtype=np.bool_)[place]


_stakes = Lately[Stakes]()


def stakes(scenario: Scenario, record: Record) -> Stakes:
    """Return what seats have in clauses; kept while they are in use."""
    r, settling = record, record.settling
    return _stakes.get(
        lambda: _side_by_side(scenario, record),
        *(scenario, r.pledges, r.marks, settling.closings, settling.breaches),
    )


def dealings(scenario: Scenario, record: Record, drafts: Ints) -> Ints:
    """Add up what promises, marks and closed clauses add for each seat, int64 (drafts, seats).

    Args:
        drafts: option numbers, int64 (drafts, measures).
    """
    s, seats = stakes(scenario, record), len(scenario.seats)
    out = np.repeat(s.always, len(drafts), axis=1)
    if not len(s.columns) and not len(s.voters):
        return out.T
    held = s.whose @ s.held(scenario, drafts)
    broken = s.whole - held
    shape = (5, seats, len(drafts))
    kept, lost = (np.asarray(n[: 5 * seats], np.int64).reshape(shape) for n in (held, broken))
    out += opinion.ASK_STANDS * np.minimum(2, kept[PROMISED])
    out += opinion.PLEDGE_BROKEN * lost[PROMISED]
    others = lost[TOLD].sum(axis=0) - lost[TOLD]
    others[scenario.seats.index(scenario.penholder)] = 0
    out += opinion.WORD_DOUBTED * np.minimum(opinion.MOST_DOUBTS, others)
    out += opinion.MARK_STANDS * (kept[MARKED] - lost[MARKED])
    out += text.REOPENED * np.minimum(text.MOST_REOPENED, lost[AGREED])
    out += text.SILENCE_IGNORED * lost[UNHEARD]
    bound = np.zeros(out.shape, dtype=np.bool_)
    for voter, left in zip(s.voters.tolist(), broken[5 * seats :], strict=True):
        bound[voter] |= left == 0
    out += opinion.OWN_WORD * bound
    return out.T


def granted(scenario: Scenario, record: Record, drafts: Ints) -> Ints:
    """Count the delegations to which a text keeps some promise of a clause, int64 (drafts,).

    Args:
        drafts: option numbers, int64 (drafts, measures).
    """
    s, seats = stakes(scenario, record), len(scenario.seats)
    kept = s.whose[PROMISED * seats : (PROMISED + 1) * seats] @ s.held(scenario, drafts)
    return np.asarray((kept > 0).sum(axis=0), dtype=np.int64)


def _side_by_side(scenario: Scenario, record: Record) -> Stakes:
    seats, measures = scenario.seats, model(scenario).measures
    promised = record.promised
    found = [*_promised(promised), *_others(record)]
    votes = [p for p in record.pledges if opinion.gives_vote(p)]
    whose = np.zeros((5 * len(seats) + len(votes), len(found)), dtype=np.float32)
    for at, stake in enumerate(found):
        for kind, seat in stake.whose:
            whose[kind * len(seats) + seats.index(seat), at] = 1
    for row, vote in enumerate(votes, 5 * len(seats)):
        for pledge in opinion.price_of(record, vote):
            whose[row, promised.index(pledge)] = 1
    return Stakes(
        np.array([measures.index(s.measure) for s in found], dtype=np.int64),
        np.array([[s.low] for s in found], dtype=np.int64).reshape(-1, 1),
        np.array([[s.high] for s in found], dtype=np.int64).reshape(-1, 1),
        np.array([[s.softens] for s in found], dtype=np.bool_).reshape(-1, 1),
        whose,
        whose.sum(axis=1, keepdims=True),
        np.array([seats.index(v.by) for v in votes], dtype=np.int64),
        _always(scenario, record),
        tuple((at, s.words) for at, s in enumerate(found) if s.words is not None),
    )


def _within(level: int, *, upward: bool) -> tuple[int, int]:
    """Return the levels from one upwards, or down from it."""
    return (level, WIDE) if upward else (-WIDE, level)


def _promised(promised: Sequence[Pledge]) -> Iterator[_Stake]:
    for p in promised:
        told = () if p.secret else ((TOLD, p.to),)
        whose = ((PROMISED, p.to), *told)
        words = p if p.words is not None else None
        yield _Stake(p.measure, *_within(p.level, upward=p.upward), p.upward, whose, words)


def _others(record: Record) -> Iterator[_Stake]:
    for mark in record.marks:
        ends = _within(mark.level - (not mark.backed), upward=mark.backed)
        yield _Stake(mark.measure, *ends, mark.backed, ((MARKED, mark.seat),))
    for closing in record.settling.closings:
        if not closing.reopened:
            agreed = tuple((AGREED, seat) for seat in closing.agreed)
            yield _Stake(closing.measure, closing.level, closing.level, False, agreed)
    for b in record.settling.breaches:
        if b.measure:
            ends = _within(b.level, upward=b.upward)
            yield _Stake(b.measure, *ends, False, ((UNHEARD, b.seat),))


def _always(scenario: Scenario, record: Record) -> Ints:
    """Return what deals add to sums whatever the text says, int64 (seats, 1)."""
    favours, later = np.zeros((2, len(scenario.seats), 1), dtype=np.int64)
    for p in record.pledges:
        to = scenario.seats.index(p.to)
        if p.kind == "favour" and p.status != "void":
            favours[to] += opinion.favour_worth(scenario, p.item, p.to)
        elif p.kind == "next_text":
            later[to] = opinion.NEXT_TEXT
    return np.asarray(favours + later, dtype=np.int64)
