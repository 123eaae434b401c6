"""What deals add to sums, for many texts at once: the vectorised twin of `opinion.dealing`.

Promises, marks, closed clauses and what silence was broken for are all alike: a clause that has to
stand within some levels. What a text does not keep of them is added up level by level, as what its
clauses mean is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from game.engine import opinion, text, wording
from game.engine.consensus.blocks import Table
from game.engine.consensus.options import WIDE, clause_of, levels_of, other_words
from game.engine.consensus.tables import Ints, model
from game.engine.lately import Lately
from game.engine.record import Clause, Pledge, Record
from game.engine.scenario import Scenario
from game.engine.terms import Seat

Counts = NDArray[np.int32]
"""Small whole numbers."""
KINDS = PROMISED, TOLD, MARKED, AGREED, UNHEARD, FOUND = range(6)
"""What a seat can have in a clause: a promise, one that all know of, a mark, a word, a wish; and
what is found argues in all seats alike, so it is counted once, a point at a time."""

ROOM = 10
"""Bits for each count of one seat; there are four of them in a number."""
MOST = (1 << ROOM) - 1
LOSSES = (
    (1 << ROOM) + (-opinion.PLEDGE_BROKEN << 3 * ROOM),
    1,
    2 * opinion.MARK_STANDS << 3 * ROOM,
    1 << 2 * ROOM,
    -text.SILENCE_IGNORED << 3 * ROOM,
    1,
)
"""What is counted of each kind that a text does not keep. From the lowest bits: promises that all
know of, promises to the seat, words it agreed to; above them the points that each costs by itself.
"""

Stake = tuple[str, int, int, bool]
"""A measure, the least and the highest level that keep it, and whether softer words count less."""
Whose = tuple[tuple[int, Seat], ...]
"""What each seat has in it."""


@frozen(eq=False)
class Stakes:
    """All that seats have in clauses, added up for every level of a measure.

    scenario: whose.
    columns: int64 (columns,): measures about which there is anything.
    lost: what each level in its own words does not keep: an entry for every seat, one for what
        is found, and one for every vote.
    promised: int64 (seats,): how many promises each has.
    found: points that findings argue with, if all is kept.
    voters: int64 (votes,): who promised each vote.
    always: int64 (seats,): points if all is kept; those for promises that stand are left aside.
    has: kinds of which somebody has something.
    """

    scenario: Scenario
    columns: Ints
    lost: Table
    promised: Ints
    found: int
    voters: Ints
    always: Ints
    has: frozenset[int]
    _stakes: Sequence[tuple[Stake, Whose]]
    _weights: Ints
    _words: Sequence[tuple[int, Pledge]]

    def missed(self, drafts: Ints) -> Ints:
        """Add up what texts do not keep, int64 (drafts, entries); kept while in use."""
        return _missed.get(lambda: self._missed(drafts), self, drafts)

    def _missed(self, drafts: Ints) -> Ints:
        out = self.lost.add_up(levels_of(drafts.T[self.columns])).astype(np.int64)
        if (words := other_words(drafts)) is not None:
            words.correct(out, self._reworded)
        return out

    def _reworded(self, column: int, option: int) -> Ints:
        """Return what other words add to what a level does not keep, int64 (entries,)."""
        return _other_words.get(lambda: self._added(column, option), self, also=(column, option))

    def _added(self, column: int, option: int) -> Ints:
        at = np.flatnonzero(self.columns == column)
        if not len(at):
            return np.zeros(self._weights.shape[1], dtype=np.int64)
        clause = clause_of(self.scenario, column, option)
        level, reached = clause.level, wording.reach(self.scenario, clause)
        words, out = dict(self._words), -self.lost.row(at[0], level).astype(np.int64)
        for number, ((measure, low, high, softens), _whose) in enumerate(self._stakes):
            if measure != clause.measure:
                continue
            if number in words:
                kept = opinion.keeps(self.scenario, {measure: clause}, words[number])
            else:
                kept = low <= (reached if softens else level) <= high
            if not kept:
                out = out + self._weights[number]
        return np.asarray(out, dtype=np.int64)


_stakes, _other_words, _missed = Lately[Stakes](), Lately[Ints](4096), Lately[Ints](8)
_one_text = Lately[Ints]()


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
    if not s.has and not len(s.voters):
        return np.repeat(s.always[:, None].astype(np.int32), len(drafts), axis=1)
    missed = s.missed(drafts)
    lost = missed[:, :seats]
    out = s.always - (lost >> 3 * ROOM)
    if PROMISED in s.has:
        out += opinion.ASK_STANDS * np.minimum(2, s.promised - (lost >> ROOM & MOST))
    if TOLD in s.has:
        doubted = lost & MOST
        others = doubted.sum(axis=1)[:, None] - doubted
        others[:, scenario.seats.index(scenario.penholder)] = 0
        out += opinion.WORD_DOUBTED * np.minimum(opinion.MOST_DOUBTS, others)
    if AGREED in s.has:
        out += text.REOPENED * np.minimum(text.MOST_REOPENED, lost >> 2 * ROOM & MOST)
    if FOUND in s.has:
        argued = s.found - missed[:, seats : seats + 1]
        out += np.minimum(opinion.argument_of(scenario).most, argued)
    if len(s.voters):
        bound = np.zeros(out.shape, dtype=np.bool_)
        for voter, vote in zip(s.voters.tolist(), missed[:, seats + 1 :].T, strict=True):
            bound[:, voter] |= vote == 0
        out += opinion.OWN_WORD * bound
    return np.ascontiguousarray(out.T, dtype=np.int32)


def dealings_of(scenario: Scenario, record: Record, text: Ints) -> Ints:
    """Add up the same for one text, int64 (seats,); kept while in use.

    Args:
        text: option numbers, int64 (measures,).
    """
    found = stakes(scenario, record)
    return _one_text.get(
        lambda: dealings(scenario, record, text[None, :])[0], found, also=text.tobytes()
    )


def granted(scenario: Scenario, record: Record, drafts: Ints) -> Ints:
    """Count the delegations to which a text keeps some promise of a clause, int64 (drafts,).

    Args:
        drafts: option numbers, int64 (drafts, measures).
    """
    s, seats = stakes(scenario, record), len(scenario.seats)
    if PROMISED not in s.has:
        return np.zeros(len(drafts), dtype=np.int64)
    broken = s.missed(drafts)[:, :seats] >> ROOM & MOST
    return np.asarray((broken < s.promised).sum(axis=1), dtype=np.int64)


def _side_by_side(scenario: Scenario, record: Record) -> Stakes:
    seats = {seat: at for at, seat in enumerate(scenario.seats)}
    found = [*_promised(record.promised), *_others(record), *_argued(scenario, record)]
    votes = [p for p in record.pledges if opinion.gives_vote(p)]
    weights = np.zeros((len(found), len(seats) + 1 + len(votes)), dtype=np.int64)
    always, promised = _always(scenario, record), np.zeros(len(seats), dtype=np.int64)
    has, argued = set(), 0
    for at, (_stake, whose) in enumerate(found):
        for kind, seat in whose:
            weights[at, seats.get(seat, len(seats))] += LOSSES[kind]
            has.add(kind)
            if kind == FOUND:
                argued += 1
            elif kind == PROMISED:
                promised[seats[seat]] += 1
            elif kind == MARKED:
                always[seats[seat]] += opinion.MARK_STANDS
    for row, vote in enumerate(votes, len(seats) + 1):
        weights[_price(record, vote), row] = 1
    words = [(at, p) for at, p in enumerate(record.promised) if p.words is not None]
    columns, lost = _by_level(scenario, found, weights, words)
    return Stakes(
        scenario,
        columns,
        lost,
        promised,
        argued,
        np.array([seats[v.by] for v in votes], dtype=np.int64),
        always,
        frozenset(has),
        found,
        weights,
        words,
    )


def _by_level(
    scenario: Scenario,
    found: Sequence[tuple[Stake, Whose]],
    weights: Ints,
    words: Sequence[tuple[int, Pledge]],
) -> tuple[Ints, Table]:
    """Add up for each level of a measure what it does not keep.

    Returns:
        int64 (columns,): the measures; what each of their levels does not keep.
    """
    places, top = model(scenario).places, int(model(scenario).top.max())
    numbers = [(places[measure], low, high) for (measure, low, high, _soft), _whose in found]
    measures, low, high = np.array(numbers, dtype=np.int64).reshape(-1, 3).T[:, :, None]
    levels = np.arange(top + 1)
    broken = (levels < low) | (levels > high)
    for at, pledge in words:
        for level in range(scenario.measure(pledge.measure).top + 1):
            plain = {pledge.measure: Clause(pledge.measure, level)}
            broken[at, level] = not opinion.keeps(scenario, plain, pledge)
    columns, which = np.unique(measures[:, 0], return_inverse=True)
    lost = np.zeros((len(columns), len(levels), weights.shape[1]), dtype=np.int64)
    np.add.at(lost, which, broken[:, :, None] * weights[:, None, :])
    widths = (model(scenario).top[columns] + 1).tolist()
    return columns, Table.of(lost, widths)


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
        yield (measure, *ends, True), ((FOUND, ""),) * points


def _always(scenario: Scenario, record: Record) -> Ints:
    """Return what deals add to sums whatever the text says, int64 (seats,)."""
    favours, later = np.zeros((2, len(scenario.seats)), dtype=np.int64)
    for p in record.pledges:
        to = scenario.seats.index(p.to)
        if p.kind == "favour" and p.status != "void":
            favours[to] += opinion.favour_worth(scenario, p.item, p.to)
        elif p.kind == "next_text":
            later[to] = opinion.NEXT_TEXT
    return np.asarray(favours + later, dtype=np.int64)
