"""Integer tables of one scenario, and texts as rows of option numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from game.engine import opinion, wording
from game.engine.consensus.blocks import Table
from game.engine.consensus.options import clause_of, levels_of, option_of, other_words
from game.engine.lately import Lately
from game.engine.record import Clause, Draft
from game.engine.scenario import Measure, Scenario
from game.engine.terms import Seat

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@frozen
class Joint:
    """A red line that binds only together with others.

    minds: whose.
    column: of the measure.
    below: least level they can bear ...
    binds: ... if any of these columns reaches its level.
    """

    minds: tuple[int, ...]
    column: int
    below: int
    binds: tuple[tuple[int, int], ...]


@frozen(eq=False)
class Model:
    """Integer tables of one scenario.

    scenario: whose.
    measures: ids, in the order of columns.
    places: measure -> its column.
    minds: (seat, variant) of each row of sums.
    numbers: (seat, variant) -> its row.
    points: int64 (minds, measures, levels): clause reasons of levels in their own words.
    pressure: int64 (measures, levels): twentieths of a point added to the regime.
    top: int64 (measures,): highest level.
    sums: points and, as the last entry, pressure of levels, to be added up for texts.
    floor: int64 (measures,): least level.
    seat: int64 (minds,): number of the mind's seat.
    start: int64 (seats,): first mind of each seat.
    parts: seat -> its minds.
    answer: int32 (minds,): the act's call for an answer, and the mood of the variant.
    odds: int64 (minds,): how often the variant is dealt.
    hands: int64 (minds,): what more votes are worth to it as penholder, per cent.
    joint: red lines that bind together.
    yes_at: int64 (seats,): sum from which a seat votes yes.
    unity: int64 (seats,): weight of the others' support.
    pulls: int64 (seats, seats): weight of a row's seat for what a column's seat says.
    permanent: bool (seats,).
    """

    scenario: Scenario
    measures: tuple[str, ...]
    places: Mapping[str, int]
    minds: tuple[tuple[Seat, str], ...]
    numbers: Mapping[tuple[Seat, str], int]
    points: Ints
    pressure: Ints
    top: Ints
    sums: Table
    floor: Ints
    seat: Ints
    start: Ints
    parts: Mapping[Seat, slice]
    answer: NDArray[np.int32]
    odds: Ints
    hands: Ints
    joint: tuple[Joint, ...]
    yes_at: Ints
    unity: Ints
    pulls: Ints
    permanent: NDArray[np.bool_]

    @property
    def columns(self) -> int:
        """Return how many measures a text has."""
        return len(self.measures)


@lru_cache(maxsize=16)
def model(scenario: Scenario) -> Model:
    """Build the tables of a scenario, once."""
    seats = scenario.seats
    minds = _minds(scenario)
    widths = [m.top + 1 for m in scenario.measures]
    table = np.zeros((len(widths), max(widths), len(minds) + 1), dtype=np.int64)
    for i, m in enumerate(scenario.measures):
        for level in range(m.top + 1):
            pieces, red = _pieces(scenario, m.id, level)
            table[i, level, :-1] = pieces.sum(axis=1) + red
            table[i, level, -1] = opinion.added_twentieths(scenario, Clause(m.id, level))
    points = np.ascontiguousarray(table[:, :, :-1].transpose(2, 0, 1))
    place = {m.id: i for i, m in enumerate(scenario.measures)}
    briefs = [scenario.briefs[s] for s in seats]
    start = [[s for s, _ in minds].index(seat) for seat in seats]
    ends = [*start[1:], len(minds)]
    return Model(
        scenario=scenario,
        measures=tuple(place),
        places=place,
        minds=minds,
        numbers={mind: number for number, mind in enumerate(minds)},
        points=points,
        pressure=np.ascontiguousarray(table[:, :, -1]),
        top=np.array(widths, dtype=np.int64) - 1,
        sums=Table.of(table, widths),
        floor=np.array([scenario.floor(id) for id in place], dtype=np.int64),
        seat=np.array([seats.index(s) for s, _ in minds], dtype=np.int64),
        start=np.array(start, dtype=np.int64),
        parts={s: slice(*at) for s, *at in zip(seats, start, ends, strict=True)},
        answer=np.array([_answer(scenario, s, v) for s, v in minds], dtype=np.int32),
        odds=np.array([opinion.variant_of(scenario, s, v).weight for s, v in minds]),
        hands=np.array([opinion.variant_of(scenario, s, v).hands for s, v in minds]),
        joint=tuple(_joint(scenario, minds, place)),
        yes_at=np.array([b.yes_at for b in briefs], dtype=np.int64),
        unity=np.array([b.unity for b in briefs], dtype=np.int64),
        pulls=np.array(
            [[_pull(scenario, seat, ally) for ally in seats] for seat in seats], dtype=np.int64
        ),
        permanent=np.array([s in scenario.permanent for s in seats]),
    )


@lru_cache(maxsize=16)
def _minds(scenario: Scenario) -> tuple[tuple[Seat, str], ...]:
    """Return every variant of every brief."""
    return tuple((s, v.id) for s in scenario.seats for v in scenario.briefs[s].variants)


@lru_cache(maxsize=16384)
def reworded(scenario: Scenario, column: int, option: int) -> NDArray[np.int32]:
    """Return what other words add to a level's own, int32 (minds and the pressure,)."""
    clause = clause_of(scenario, column, option)
    plain, words = Clause(clause.measure, clause.level), wording.weight(scenario, clause)
    pieces, red = _pieces(scenario, clause.measure, clause.level)
    part, whole = words.price
    out = np.empty(len(red) + 1, dtype=np.int32)
    out[:-1] = (pieces * part // whole - pieces).sum(axis=1) - red * (not words.binds)
    then, now = (opinion.added_twentieths(scenario, one) for one in (clause, plain))
    out[-1] = then - now
    return out


@lru_cache(maxsize=1024)
def _reasons(
    scenario: Scenario, measure: str
) -> tuple[tuple[tuple[opinion.Reason, ...], ...], ...]:
    """Return what each level of a measure adds to each mind."""
    return tuple(opinion.level_reasons(scenario, *mind, measure) for mind in _minds(scenario))


@lru_cache(maxsize=4096)
def _pieces(scenario: Scenario, measure: str, level: int) -> tuple[Ints, Ints]:
    """Return what a level adds to each mind, reason by reason, and red lines by themselves.

    The twin of how `opinion.clause_reasons` weighs words.

    Returns:
        int64 (minds, reasons); int64 (minds,).
    """
    found = [levels[level] for levels in _reasons(scenario, measure)]
    pieces = np.zeros((len(found), max(map(len, found))), dtype=np.int64)
    red = np.zeros(len(found), dtype=np.int64)
    for mind, reasons in enumerate(found):
        for at, reason in enumerate(reasons):
            if reason.key == "red_line":
                red[mind] += reason.points
            else:
                pieces[mind, at] = reason.points
    return pieces, red


def _answer(scenario: Scenario, seat: Seat, variant: str) -> int:
    weight = scenario.briefs[seat].weights.nonproliferation
    return scenario.severity * weight + opinion.variant_of(scenario, seat, variant).mood


def _pull(scenario: Scenario, seat: Seat, ally: Seat) -> int:
    if seat == ally or ally not in opinion.PULLS:
        return 0
    weight: int = getattr(scenario.briefs[seat].weights, opinion.PULLS[ally])
    return weight


def _joint(
    scenario: Scenario, minds: Sequence[tuple[Seat, str]], place: Mapping[str, int]
) -> Iterator[Joint]:
    found: dict[tuple[int, int, tuple[tuple[int, int], ...]], list[int]] = {}
    for j, (seat, variant) in enumerate(minds):
        for id, stand in opinion.stands(scenario, seat, variant).items():
            if stand.red_below is not None and stand.binds_when:
                binds = tuple((place[t.measure], t.level) for t in stand.binds_when)
                found.setdefault((place[id], stand.red_below, binds), []).append(j)
    for (column, below, binds), whose in found.items():
        yield Joint(tuple(whose), column, below, binds)


_rows: Lately[Ints] = Lately()


def row(scenario: Scenario, draft: Draft) -> Ints:
    """Return a text as option numbers, int64 (measures,); not to be written to."""
    return _rows.get(lambda: _row(scenario, draft), scenario, draft)


def _row(scenario: Scenario, draft: Draft) -> Ints:
    places, found = model(scenario).places, model(scenario).floor.tolist()
    for id, clause in draft.items():
        column = places.get(id)
        # What stays whatever a text says is its floor; the twin of `wording.clause_at`.
        if column is not None and clause.level >= found[column]:
            found[column] = option_of(scenario, clause)
    out = np.array(found, dtype=np.int64)
    out.flags.writeable = False
    return out


def draft_of(scenario: Scenario, options: Ints) -> Draft:
    """Return a row of option numbers as a text; measures at level 0 are left out."""
    found = (clause_of(scenario, column, option) for column, option in enumerate(options.tolist()))
    return {clause.measure: clause for clause in found if clause.level}


def standing(scenario: Scenario, drafts: Ints) -> Ints:
    """Return the levels that texts can be said to reach at least, int64 (drafts, measures).

    The twin of `wording.stands_at`.
    """
    found = other_words(drafts)
    if found is None:
        return drafts
    out = levels_of(drafts)
    reach = [wording.reach(scenario, clause) for clause in found.clauses(scenario)]
    out[found.rows, found.columns] = np.array(reach)[found.which]
    return out


@lru_cache(maxsize=256)
def tolerances(scenario: Scenario, stock: int) -> NDArray[np.int32]:
    """Return the pressure each mind can bear, int32 (minds, 1), points."""
    found = [
        opinion.tolerance_of(scenario.briefs[s], opinion.variant_of(scenario, s, v), stock)
        for s, v in model(scenario).minds
    ]
    return np.array(found, dtype=np.int32)[:, None]


def neighbours(
    scenario: Scenario, options: Ints, *, swaps: bool = False, words: bool = False
) -> Ints:
    """Return every text that differs in one measure and breaks no floor, int64 (n, measures).

    Args:
        swaps: with swapped verbs too, where a clause allows one.
        words: with other words of the clauses as they stand, too; those texts come last.
    """
    if words:
        near = neighbours(scenario, options, swaps=swaps)
        return np.concatenate([near, rephrased(scenario, options)])
    columns, choices = _moves(scenario, swaps)
    keep = choices != options[columns]
    columns, choices = columns[keep], choices[keep]
    out = np.repeat(options[None, :], len(columns), axis=0)
    out[np.arange(len(columns)), columns] = choices
    return out


@lru_cache(maxsize=32)
def _moves(scenario: Scenario, swaps: bool) -> tuple[Ints, Ints]:
    pairs = [
        (i, o)
        for i, m in enumerate(scenario.measures)
        for level in range(scenario.floor(m.id), m.top + 1)
        for o in (level, *(_swapped(scenario, m, level) if swaps else ()))
    ]
    found = np.array(pairs, dtype=np.int64)
    return found[:, 0], found[:, 1]


@lru_cache(maxsize=4096)
def rewordings(scenario: Scenario, column: int, option: int) -> tuple[int, ...]:
    """Return the numbers of a clause in other words: another verb, or one small edit."""
    now = clause_of(scenario, column, option)
    swaps = (evolve(now, verb=v) for v in ("", *(v.verb for v in scenario.verbs)) if v != now.verb)
    verbs = (c for c in swaps if now.level and wording.fault(scenario, c) is None)
    found = (*verbs, *wording.small_edits(scenario, now))
    return tuple(dict.fromkeys(option_of(scenario, clause) for clause in found))


def _swapped(scenario: Scenario, measure: Measure, level: int) -> Iterator[int]:
    for verb in scenario.verbs:
        clause = Clause(measure.id, level, verb.verb)
        if wording.fault(scenario, clause) is None:
            yield option_of(scenario, clause)


def small_edits(scenario: Scenario, options: Ints) -> Ints:
    """Return every text that differs by one small edit, int64 (n, measures)."""
    return _with_one_changed(
        options,
        [
            (column, option_of(scenario, edit))
            for column, option in enumerate(options.tolist())
            for edit in wording.small_edits(scenario, clause_of(scenario, column, option))
        ],
    )


def rephrased(scenario: Scenario, options: Ints) -> Ints:
    """Return every text that says one clause in other words, int64 (n, measures)."""
    if not scenario.plays("wording"):
        return options[None, :][:0]
    return _with_one_changed(
        options,
        [
            (column, other)
            for column, option in enumerate(options.tolist())
            for other in rewordings(scenario, column, option)
        ],
    )


def _with_one_changed(options: Ints, changes: Sequence[tuple[int, int]]) -> Ints:
    out = np.repeat(options[None, :], len(changes), axis=0)
    for at, (column, option) in enumerate(changes):
        out[at, column] = option
    return out
