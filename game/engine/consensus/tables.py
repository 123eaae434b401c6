"""Integer tables of one scenario, and texts as rows of option numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from game.engine import opinion
from game.engine.record import Clause, Draft
from game.engine.scenario import Scenario
from game.engine.terms import Seat

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@frozen(eq=False)
class Model:
    """Integer tables of one scenario.

    scenario: whose.
    measures: ids, in the order of columns.
    options: for each measure (level, verb) by option number.
    minds: (seat, variant) of each row of sums.
    points: int64 (minds, measures, options): clause reasons.
    rows: the same by (measure, option), int32 (measures * options, minds), for many texts.
    pressure: int64 (measures, options): twentieths of a point added to the regime.
    level: int64 (measures, options): the level of an option.
    floor: int64 (measures,): least level.
    seat: int64 (minds,): number of the mind's seat.
    start: int64 (seats,): first mind of each seat.
    answer: int64 (minds,): the act's call for an answer, and the mood of the variant.
    odds: int64 (minds,): how often the variant is dealt.
    joint: red lines that bind together: mind, measure, least level it can bear, and the
        (measure, level) pairs of which any makes that bind.
    yes_at: int64 (seats,): sum from which a seat votes yes.
    unity: int64 (seats,): weight of the others' support.
    pulls: int64 (seats, seats): weight of a row's seat for what a column's seat says.
    permanent: bool (seats,).
    """

    scenario: Scenario
    measures: tuple[str, ...]
    options: tuple[tuple[tuple[int, str], ...], ...]
    minds: tuple[tuple[Seat, str], ...]
    points: Ints
    rows: NDArray[np.int32]
    pressure: Ints
    level: Ints
    floor: Ints
    seat: Ints
    start: Ints
    answer: Ints
    odds: Ints
    joint: tuple[tuple[int, int, int, tuple[tuple[int, int], ...]], ...]
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
    minds = tuple((s, v.id) for s in seats for v in scenario.briefs[s].variants)
    options = tuple(_options(scenario, m.id) for m in scenario.measures)
    width = max(map(len, options))
    shape = (len(scenario.measures), width)
    points = np.zeros((len(minds), *shape), dtype=np.int64)
    pressure, level = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    for i, m in enumerate(scenario.measures):
        for o, (number, verb) in enumerate(options[i]):
            level[i, o] = number
            pressure[i, o] = opinion.twentieths(scenario, m, number, verb)
            for j, (seat, variant) in enumerate(minds):
                found = opinion.clause_reasons(scenario, seat, variant, m, number, verb)
                points[j, i, o] = opinion.total(found)
    place = {m.id: i for i, m in enumerate(scenario.measures)}
    briefs = [scenario.briefs[s] for s in seats]
    return Model(
        scenario=scenario,
        measures=tuple(place),
        options=options,
        minds=minds,
        points=points,
        rows=np.ascontiguousarray(
            points.transpose(1, 2, 0).reshape(-1, len(minds)), dtype=np.int32
        ),
        pressure=pressure,
        level=level,
        floor=np.array([scenario.floor(id) for id in place], dtype=np.int64),
        seat=np.array([seats.index(s) for s, _ in minds], dtype=np.int64),
        start=np.array([[s for s, _ in minds].index(s) for s in seats], dtype=np.int64),
        answer=np.array([_answer(scenario, s, v) for s, v in minds], dtype=np.int64),
        odds=np.array([opinion.variant_of(scenario, s, v).weight for s, v in minds]),
        joint=tuple(_joint(scenario, minds, place)),
        yes_at=np.array([b.yes_at for b in briefs], dtype=np.int64),
        unity=np.array([b.unity for b in briefs], dtype=np.int64),
        pulls=np.array(
            [[_pull(scenario, seat, ally) for ally in seats] for seat in seats], dtype=np.int64
        ),
        permanent=np.array([s in scenario.permanent for s in seats]),
    )


def _options(scenario: Scenario, id: str) -> tuple[tuple[int, str], ...]:
    measure = scenario.measure(id)
    own = [(n, "") for n in range(measure.top + 1)]
    swapped = [
        (n, v.verb)
        for n, found in enumerate(measure.levels, 1)
        if found.regular
        for v in scenario.verbs
        if v.verb != found.verb
    ]
    return (*own, *swapped)


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
) -> list[tuple[int, int, int, tuple[tuple[int, int], ...]]]:
    return [
        (
            j,
            place[id],
            stand.red_below,
            tuple((place[t.measure], t.level) for t in stand.binds_when),
        )
        for j, (seat, variant) in enumerate(minds)
        for id, stand in opinion.stands(scenario, seat, variant).items()
        if stand.red_below is not None and stand.binds_when
    ]


class Lately:
    """Results for the values of late; a frozen value's results never change."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, ...], tuple[object, Ints]] = {}

    def get(self, make: Callable[[], Ints], *keys: object) -> Ints:
        """Return the result for these very objects, made once while they live here."""
        at = tuple(map(id, keys))
        hit = self._kept.get(at)
        if hit is None:
            if len(self._kept) >= 256:
                self._kept.clear()
            hit = self._kept[at] = (keys, make())  # The keys are kept alive, so ids stay theirs.
        return hit[1]


_rows = Lately()


def row(scenario: Scenario, draft: Draft) -> Ints:
    """Return a text as option numbers, int64 (measures,); not to be written to."""
    return _rows.get(lambda: _row(scenario, draft), scenario, draft)


def _row(scenario: Scenario, draft: Draft) -> Ints:
    tables = model(scenario)
    out = np.empty(tables.columns, dtype=np.int64)
    for i, id in enumerate(tables.measures):
        clause = draft.get(id)
        level = opinion.level_of(scenario, draft, id)
        verb = clause.verb if clause and clause.level == level else ""
        out[i] = level if not verb else tables.options[i].index((level, verb))
    out.flags.writeable = False
    return out


def draft_of(scenario: Scenario, options: Ints) -> Draft:
    """Return a row of option numbers as a text; measures at level 0 are left out."""
    tables = model(scenario)
    out = {}
    for i, id in enumerate(tables.measures):
        level, verb = tables.options[i][int(options[i])]
        if level:
            out[id] = Clause(id, level, verb)
    return out


def tolerances(scenario: Scenario, stock: int) -> Ints:
    """Return the pressure each mind can bear, int64 (minds,), points."""
    return _tolerances(scenario, stock)


@lru_cache(maxsize=256)
def _tolerances(scenario: Scenario, stock: int) -> Ints:
    return np.array(
        [
            opinion.tolerance_of(scenario.briefs[s], opinion.variant_of(scenario, s, v), stock)
            for s, v in model(scenario).minds
        ],
        dtype=np.int64,
    )


def neighbours(scenario: Scenario, options: Ints, *, swaps: bool = False) -> Ints:
    """Return every text that differs in one measure and breaks no floor, int64 (n, measures)."""
    columns, choices = _moves(scenario, swaps)
    keep = choices != options[columns]
    columns, choices = columns[keep], choices[keep]
    out = np.repeat(options[None, :], len(columns), axis=0)
    out[np.arange(len(columns)), columns] = choices
    return out


@lru_cache(maxsize=32)
def _moves(scenario: Scenario, swaps: bool) -> tuple[Ints, Ints]:
    t = model(scenario)
    pairs = [
        (i, o)
        for i, options in enumerate(t.options)
        for o, (level, verb) in enumerate(options)
        if level >= t.floor[i] and (swaps or not verb)
    ]
    found = np.array(pairs, dtype=np.int64)
    return found[:, 0], found[:, 1]


def allowed(scenario: Scenario, drafts: Ints) -> NDArray[np.bool_]:
    """Tell which texts pass the legal gates, bool (drafts,); the twin of `lint.errors`."""
    t = model(scenario)
    levels = t.level[np.arange(t.columns), drafts]
    ok = np.ones(len(drafts), dtype=bool)
    for mine, least, other, low, high in _gates(scenario):
        bad = levels[:, other] < low if high < 0 else levels[:, other] >= high
        ok &= ~((levels[:, mine] >= least) & bad)
    return ok


@lru_cache(maxsize=16)
def _gates(scenario: Scenario) -> tuple[tuple[int, int, int, int, int], ...]:
    place = {m.id: i for i, m in enumerate(scenario.measures)}
    out = []
    for m in scenario.measures:
        out += [
            (place[m.id], r.when_level_at_least, place[r.measure], r.min_level, -1)
            for r in m.requires
        ]
        for e in m.excludes:
            if e.level_below is not None:
                out.append(
                    (place[m.id], e.when_level_at_least, place[e.measure], e.level_below, -1)
                )
            else:
                high = 1 if e.level_at_least is None else e.level_at_least
                out.append((place[m.id], e.when_level_at_least, place[e.measure], 0, high))
    return tuple(out)
