"""What deals add to sums, for many texts at once: the vectorised twin of `opinion.dealing`.

Promises, marks, closed clauses and what silence was broken for are all alike: a clause that has to
stand within some levels. They stand side by side here, and are counted together for all seats.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from game.engine import opinion, text
from game.engine.consensus.blocks import add_groups
from game.engine.consensus.options import WIDE, clause_of, levels_of
from game.engine.consensus.tables import Ints, model, standing
from game.engine.lately import Lately
from game.engine.record import Pledge, Record
from game.engine.scenario import Scenario
from game.engine.terms import Seat

Counts = NDArray[np.int32]
"""Small whole numbers."""
KINDS = PROMISED, TOLD, MARKED, AGREED, UNHEARD, FOUND = range(6)
"""What a seat can have in a clause: a promise, one that all know of, a mark, a word, a wish; and
what is found argues in all seats alike, so it is counted once, a point at a time."""


Stake = tuple[str, int, int, bool]
"""A measure, the least and the highest level that keep it, and whether softer words count less."""
Whose = tuple[tuple[int, Seat], ...]
"""What each seat has in it."""


@frozen(eq=False)
class Stakes:
    """All that seats have in clauses, side by side.

    columns: int64 (stakes,): the measure of each.
    low: int64 (stakes, 1).
    high: int64 (stakes, 1).
    softens: bool (stakes, 1).
    order: int64 (entries,): stakes by who has them: kinds by seat, then votes by what they cost.
    starts: the first entry of each that has any.
    places: int64 (groups,): which row of counts each of those is.
    whole: int32 (6 * seats and votes, 1): how many of them in all.
    voters: int64 (votes,): who promised each vote.
    always: int32 (seats, 1): points that no clause decides.
    has: kinds of which somebody has something.
    words: promises of words, each with its place.
    """

    columns: Ints
    low: Ints
    high: Ints
    softens: NDArray[np.bool_]
    order: Ints
    starts: list[int]
    places: Ints
    whole: Counts
    voters: Ints
    always: Counts
    has: frozenset[int]
    words: tuple[tuple[int, Pledge], ...]

    def kept(self, scenario: Scenario, drafts: Ints) -> Counts:
        """Count what texts keep for each seat and vote, int32 (6 * seats and votes, drafts)."""
        out = np.zeros((len(self.whole), len(drafts)), dtype=np.int32)
        if not self.starts:
            return out
        levels = levels_of(drafts).T[self.columns]
        if drafts.max(initial=0) >= WIDE:
            levels = np.where(self.softens, standing(scenario, drafts).T[self.columns], levels)
        held = (levels >= self.low) & (levels <= self.high)
        for place, pledge in self.words:
            held[place] = holding(scenario, pledge, drafts)
        found = np.empty((len(self.starts), len(drafts)), dtype=np.int32)
        add_groups(held.astype(np.int32)[self.order], self.starts, found)
        out[self.places] = found
        return out


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
        *(scenario, r.pledges, r.marks, settling.closings, settling.breaches, r.findings),
    )


def dealings(scenario: Scenario, record: Record, drafts: Ints) -> Ints:
    """Add up what promises, marks and closed clauses add for each seat, int64 (drafts, seats).

    Args:
        drafts: option numbers, int64 (drafts, measures).
    """
    return dealt(scenario, record, drafts).T.astype(np.int64)


def dealt(scenario: Scenario, record: Record, drafts: Ints) -> Counts:
    """Add up the same, int32 (seats, drafts)."""
    s, seats = stakes(scenario, record), len(scenario.seats)
    out = np.repeat(s.always, len(drafts), axis=1)
    if not s.starts and not len(s.voters):
        return out
    counts = s.kept(scenario, drafts)

    def kept(kind: int) -> Counts:
        return counts[kind * seats : (kind + 1) * seats]

    def lost(kind: int) -> Counts:
        return np.asarray(s.whole[kind * seats : (kind + 1) * seats] - kept(kind), np.int32)

    if PROMISED in s.has:
        out += opinion.ASK_STANDS * np.minimum(2, kept(PROMISED))
        out += opinion.PLEDGE_BROKEN * lost(PROMISED)
    if TOLD in s.has:
        doubted = lost(TOLD)
        others = doubted.sum(axis=0, dtype=np.int32) - doubted
        others[scenario.seats.index(scenario.penholder)] = 0
        out += opinion.WORD_DOUBTED * np.minimum(opinion.MOST_DOUBTS, others)
    if MARKED in s.has:
        out += opinion.MARK_STANDS * (kept(MARKED) - lost(MARKED))
    if AGREED in s.has:
        out += text.REOPENED * np.minimum(text.MOST_REOPENED, lost(AGREED))
    if UNHEARD in s.has:
        out += text.SILENCE_IGNORED * lost(UNHEARD)
    if FOUND in s.has:
        out += np.minimum(opinion.argument_of(scenario).most, kept(FOUND)[:1])
    votes = slice(len(KINDS) * seats, None)
    bound = np.zeros(out.shape, dtype=np.bool_)
    for voter, held in zip(s.voters.tolist(), counts[votes] == s.whole[votes], strict=True):
        bound[voter] |= held
    out += opinion.OWN_WORD * bound
    return out


def granted(scenario: Scenario, record: Record, drafts: Ints) -> Ints:
    """Count the delegations to which a text keeps some promise of a clause, int64 (drafts,).

    Args:
        drafts: option numbers, int64 (drafts, measures).
    """
    s, seats = stakes(scenario, record), len(scenario.seats)
    kept = s.kept(scenario, drafts)[PROMISED * seats : (PROMISED + 1) * seats]
    return np.asarray((kept > 0).sum(axis=0), dtype=np.int64)


def _side_by_side(scenario: Scenario, record: Record) -> Stakes:
    places, seats = model(scenario).places, {seat: at for at, seat in enumerate(scenario.seats)}
    found = [*_promised(record.promised), *_others(record), *_argued(scenario, record)]
    groups: dict[int, list[int]] = {}
    for at, (_stake, whose) in enumerate(found):
        for kind, seat in whose:
            groups.setdefault(kind * len(seats) + seats[seat], []).append(at)
    votes = [p for p in record.pledges if opinion.gives_vote(p)]
    for row, vote in enumerate(votes, len(KINDS) * len(seats)):
        if price := _price(record, vote):
            groups[row] = price
    numbers = [(places[m], low, high, soft) for (m, low, high, soft), _whose in found]
    columns, low, high, soft = np.array(numbers, dtype=np.int64).reshape(-1, 4).T
    whole = np.zeros((len(KINDS) * len(seats) + len(votes), 1), dtype=np.int32)
    whole[[*groups], 0] = [*map(len, groups.values())]
    return Stakes(
        columns,
        low[:, None],
        high[:, None],
        soft[:, None].astype(np.bool_),
        np.array([*chain(*groups.values())], dtype=np.int64),
        [0, *accumulate(map(len, groups.values()))][: len(groups)],
        np.array([*groups], dtype=np.int64),
        whole,
        np.array([seats[v.by] for v in votes], dtype=np.int64),
        _always(scenario, record),
        frozenset(row // len(seats) for row in groups),
        tuple((at, p) for at, p in enumerate(record.promised) if p.words is not None),
    )


def _price(record: Record, vote: Pledge) -> list[int]:
    """Return the places, among promises of clauses, of those that a vote was promised for."""
    asked = opinion.price_of(record, vote)
    return [at for at, p in enumerate(record.promised) if any(p is one for one in asked)]


def _within(level: int, *, upward: bool) -> tuple[int, int]:
    """Return the levels from one upwards, or down from it."""
    return (level, WIDE) if upward else (-WIDE, level)


def _promised(promised: Sequence[Pledge]) -> Iterator[tuple[Stake, Whose]]:
    for p in promised:
        whose = ((PROMISED, p.to),) if p.secret else ((PROMISED, p.to), (TOLD, p.to))
        yield (p.measure, *_within(p.level, upward=p.upward), p.upward), whose


def _others(record: Record) -> Iterator[tuple[Stake, Whose]]:
    for mark in record.marks:
        ends = _within(mark.level - (not mark.backed), upward=mark.backed)
        yield (mark.measure, *ends, mark.backed), ((MARKED, mark.seat),)
    for closing in record.settling.closings:
        if not closing.reopened:
            agreed = tuple((AGREED, seat) for seat in closing.agreed)
            yield (closing.measure, closing.level, closing.level, False), agreed
    for b in record.settling.breaches:
        if b.measure:
            ends = _within(b.level, upward=b.upward)
            yield (b.measure, *ends, False), ((UNHEARD, b.seat),)


def _argued(scenario: Scenario, record: Record) -> Iterator[tuple[Stake, Whose]]:
    for measure, points in opinion.arguments(scenario, record).items():
        ends = _within(scenario.base(measure) + 1, upward=True)
        yield (measure, *ends, True), ((FOUND, scenario.seats[0]),) * points


def _always(scenario: Scenario, record: Record) -> Counts:
    """Return what deals add to sums whatever the text says, int32 (seats, 1)."""
    favours, later = np.zeros((2, len(scenario.seats), 1), dtype=np.int32)
    for p in record.pledges:
        to = scenario.seats.index(p.to)
        if p.kind == "favour" and p.status != "void":
            favours[to] += opinion.favour_worth(scenario, p.item, p.to)
        elif p.kind == "next_text":
            later[to] = opinion.NEXT_TEXT
    return np.asarray(favours + later, dtype=np.int32)
