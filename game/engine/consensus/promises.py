"""What deals add to sums, for many texts at once: the vectorised twin of `opinion.dealing`.

Promises, marks, closed clauses and what silence was broken for are all alike: a clause that has to
stand within some levels. What a text does not keep of them is added up level by level, as what its
clauses mean is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from game.engine import opinion, text, wording
from game.engine.consensus.blocks import Table
from game.engine.consensus.options import clause_of, levels_of, other_words
from game.engine.consensus.tables import Ints, model
from game.engine.lately import Lately
from game.engine.record import Clause, Pledge, Record
from game.engine.scenario import Scenario
from game.engine.standing import Closing

Counts = NDArray[np.int32]
"""Small whole numbers."""
ROOM = 10
"""Bits for each count of one seat; there are three of them in a number, and points above."""
MOST = (1 << ROOM) - 1
DOUBT = 1
"""What is counted of a promise that all know of and that a text does not keep: the lowest bits."""
BROKEN = (1 << ROOM) + (-opinion.PLEDGE_BROKEN << 3 * ROOM)
"""The same of a promise to the seat; the points that one costs by itself stand above all counts."""
REOPENED = 1 << 2 * ROOM
"""The same of words to which the seat has agreed."""
MARKED = 2 * opinion.MARK_STANDS << 3 * ROOM
"""The same of a clause that did not go as the seat had said in public."""
UNHEARD = -text.SILENCE_IGNORED << 3 * ROOM
"""The same of what the seat broke silence for."""


@frozen(eq=False)
class Stakes:
    """All that seats have in clauses, added up for every level of a measure.

    scenario: whose.
    columns: int64 (columns,): measures about which there is anything.
    lost: what each level in its own words does not keep: an entry for every seat, one for what
        is found, and one for every vote.
    reached: column -> int64 (levels, entries): the part of it for which softer words count less.
    promised: int64 (seats,): how many promises each has.
    found: points that findings argue with, if all is kept.
    voters: int64 (votes,): who promised each vote.
    always: int64 (seats,): points if all is kept; those for promises that stand are left aside.
    """

    scenario: Scenario
    columns: Ints
    lost: Table
    reached: Mapping[int, Ints]
    promised: Ints
    found: int
    voters: Ints
    always: Ints
    _words: Sequence[tuple[Pledge, int, int]]

    def missed(self, drafts: Ints) -> Ints:
        """Add up what texts do not keep, int64 (drafts, entries); kept while in use."""
        return _missed.get(lambda: self._missed(drafts), self, drafts)

    def _missed(self, drafts: Ints) -> Ints:
        out = self.lost.add_up(levels_of(drafts.T[self.columns])).astype(np.int64)
        words = other_words(drafts)
        if words is not None and (words := words.among(self.reached)) is not None:
            words.correct(out, self._reworded)
        return out

    def _reworded(self, column: int, option: int) -> Ints:
        """Return what other words add to what a level does not keep, int64 (entries,)."""
        s, clause = self.scenario, clause_of(self.scenario, column, option)
        reached = self.reached[column]
        out = reached[wording.reach(s, clause)] - reached[clause.level]
        for promise, entry, loss in self._words:
            if promise.measure == clause.measure:
                both = (clause, Clause(clause.measure, clause.level))
                kept, was = (opinion.keeps(s, {clause.measure: one}, promise) for one in both)
                out[entry] += loss * (was - kept)
        return np.asarray(out, dtype=np.int64)


_stakes, _missed = Lately[Stakes](), Lately[Ints](8)
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
    if not len(s.columns) and not len(s.voters):
        return np.repeat(s.always[:, None].astype(np.int32), len(drafts), axis=1)
    missed = s.missed(drafts)
    lost = missed[:, :seats]
    out = s.always - (lost >> 3 * ROOM)
    if np.count_nonzero(s.promised):
        out += opinion.ASK_STANDS * np.minimum(2, s.promised - (lost >> ROOM & MOST))
    doubted = lost & MOST
    if np.count_nonzero(doubted):
        others = doubted.sum(axis=1)[:, None] - doubted
        others[:, scenario.seats.index(scenario.penholder)] = 0
        out += opinion.WORD_DOUBTED * np.minimum(opinion.MOST_DOUBTS, others)
    reopened = lost >> 2 * ROOM & MOST
    if np.count_nonzero(reopened):
        out += text.REOPENED * np.minimum(text.MOST_REOPENED, reopened)
    if s.found:
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
    if not np.count_nonzero(s.promised):
        return np.zeros(len(drafts), dtype=np.int64)
    broken = s.missed(drafts)[:, :seats] >> ROOM & MOST
    return np.asarray((broken < s.promised).sum(axis=1), dtype=np.int64)


class _Losses:
    """What levels do not keep, as it is put together.

    words: promises of words, whose loss each is, and how much.
    """

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._places = model(scenario).places
        self._spans: list[tuple[int, bool, slice, int, int]] = []
        self.words: list[tuple[Pledge, int, int]] = []

    def _span(
        self, measure: str, first: int, after: int | None, entry: int, loss: int, *, soft: bool
    ) -> None:
        """Count a loss for some levels, by whether softer words count less."""
        self._spans.append((self._places[measure], soft, slice(first, after), entry, loss))

    def below(self, measure: str, level: int, entry: int, loss: int, *, soft: bool) -> None:
        """Count a loss for every level under one."""
        self._span(measure, 0, max(0, level), entry, loss, soft=soft)

    def above(self, measure: str, level: int, entry: int, loss: int, *, soft: bool) -> None:
        """Count a loss for every level over one."""
        self._span(measure, max(0, level + 1), None, entry, loss, soft=soft)

    def broken(self, promise: Pledge, entry: int, loss: int) -> None:
        """Count a loss for every level that breaks a promise."""
        if promise.words is None:
            lose = self.below if promise.upward else self.above
            lose(promise.measure, promise.level, entry, loss, soft=promise.upward)
            return
        self.words.append((promise, entry, loss))
        for level in range(self._scenario.measure(promise.measure).top + 1):
            plain = {promise.measure: Clause(promise.measure, level)}
            lost = loss * (not opinion.keeps(self._scenario, plain, promise))
            self._span(promise.measure, level, level + 1, entry, lost, soft=False)

    def columns(self) -> set[int]:
        """Return the measures about which there is anything."""
        return {span[0] for span in self._spans}

    def add_to(self, lost: Mapping[int, Ints], reached: Mapping[int, Ints]) -> None:
        """Add up what levels do not keep.

        Args:
            lost: column -> int64 (levels, entries); added to.
            reached: the same, for the part of it for which softer words count less.
        """
        for column, soft, levels, entry, loss in self._spans:
            lost[column][levels, entry] += loss
            if soft:
                reached[column][levels, entry] += loss


@frozen(eq=False)
class Closed:
    """What seats have in the clauses that the pen has closed.

    columns: measures.
    lost: int64 (columns, levels, seats): what each level costs those who had agreed to another.
    """

    columns: tuple[int, ...]
    lost: Ints


_closed = Lately[Closed]()


def _closings(scenario: Scenario, closings: Sequence[Closing]) -> Closed:
    t, seats = model(scenario), scenario.seats
    held = {t.places[c.measure]: c for c in closings if not c.reopened}
    lost = np.zeros((len(held), t.pressure.shape[1], len(seats)), dtype=np.int64)
    for part, closing in zip(lost, held.values(), strict=True):
        part += [REOPENED * (seat in closing.agreed) for seat in seats]
        part[closing.level] = 0
    return Closed(tuple(held), lost)


def _side_by_side(scenario: Scenario, record: Record) -> Stakes:
    t, seats = model(scenario), {seat: at for at, seat in enumerate(scenario.seats)}
    votes = [p for p in record.pledges if opinion.gives_vote(p)]
    closings = record.settling.closings
    losses = _Losses(scenario)
    always, promised = _always(scenario, record), [0] * len(seats)
    for promise in record.promised:
        promised[seats[promise.to]] += 1
        loss = BROKEN + DOUBT * (not promise.secret)
        losses.broken(promise, seats[promise.to], loss)
    for row, vote in enumerate(votes, len(seats) + 1):
        for promise in opinion.price_of(record, vote):
            losses.broken(promise, row, 1)
    for mark in record.marks:
        always[seats[mark.seat]] += opinion.MARK_STANDS
        lose = losses.below if mark.backed else losses.above
        level = mark.level if mark.backed else mark.level - 1
        lose(mark.measure, level, seats[mark.seat], MARKED, soft=mark.backed)
    for b in record.settling.breaches:
        if b.measure:
            lose = losses.below if b.upward else losses.above
            lose(b.measure, b.level, seats[b.seat], UNHEARD, soft=False)
    found = opinion.arguments(scenario, record)
    for measure, points in found.items():
        losses.below(measure, scenario.base(measure) + 1, len(seats), points, soft=True)
    closed = _closed.get(lambda: _closings(scenario, closings), scenario, closings)
    columns = losses.columns()
    used, levels = sorted(columns.union(closed.columns)), t.pressure.shape[1]
    lost, reached = np.zeros((2, len(used), levels, len(seats) + 1 + len(votes)), dtype=np.int64)
    places = {column: at for at, column in enumerate(used)}
    for column, agreed in zip(closed.columns, closed.lost, strict=True):
        lost[places[column], :, : len(seats)] += agreed
    soft = {column: reached[places[column]] for column in columns}
    losses.add_to({column: lost[places[column]] for column in columns}, soft)
    return Stakes(
        scenario,
        np.array(used, dtype=np.int64),
        Table(lost.reshape(-1, lost.shape[2]), levels, tuple((t.top[used] + 1).tolist())),
        soft,
        np.array(promised, dtype=np.int64),
        sum(found.values()),
        np.array([seats[v.by] for v in votes], dtype=np.int64),
        always,
        losses.words,
    )


def _always(scenario: Scenario, record: Record) -> Ints:
    """Return what deals add to sums whatever the text says, int64 (seats,)."""
    seats = scenario.seats
    favours, later = np.zeros((2, len(seats)), dtype=np.int64)
    for p in record.pledges:
        if p.kind == "favour" and p.status != "void":
            favours[seats.index(p.to)] += opinion.favour_worth(scenario, p.item, p.to)
        elif p.kind == "next_text":
            later[seats.index(p.to)] = opinion.promised_later(scenario, record, p.to)
    return np.asarray(favours + later, dtype=np.int64)
