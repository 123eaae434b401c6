"""Many texts at once: sums, forecasts and the distance between delegations, in numpy.

Works on scenarios and plain values, never on a State, so strategies and screens may use it.
A text is a row of option numbers, one for each measure of the scenario, in its order; an option
is a level with its own verb (number = level) or with a swapped one (numbers above the top level).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from game.engine import opinion
from game.engine.record import Clause, Draft, Heard, Record, Version, Warned
from game.engine.scenario import Scenario
from game.engine.terms import Ballot, Phrase, Seat

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@frozen(eq=False)
class Model:
    """Integer tables of one scenario.

    measures: ids, in the order of columns.
    options: for each measure (level, verb) by option number.
    minds: (seat, variant) of each row of sums.
    points: int64 (minds, measures, options): clause reasons.
    pressure: int64 (measures, options): twentieths of a point added to the regime.
    level: int64 (measures, options): the level of an option.
    floor: int64 (measures,): least level.
    seat: int64 (minds,): number of the mind's seat.
    start: int64 (seats,): first mind of each seat.
    answer: int64 (minds,): the act's call for an answer, and the mood of the variant.
    odds: int64 (minds,): how often the variant is dealt.
    """

    scenario: Scenario
    measures: tuple[str, ...]
    options: tuple[tuple[tuple[int, str], ...], ...]
    minds: tuple[tuple[Seat, str], ...]
    points: Ints
    pressure: Ints
    level: Ints
    floor: Ints
    seat: Ints
    start: Ints
    answer: Ints
    odds: Ints
    joint: tuple[tuple[int, int, int, tuple[tuple[int, int], ...]], ...]
    yes_at: Ints
    no_at: Ints
    unity: Ints
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
        pressure=pressure,
        level=level,
        floor=np.array([scenario.floor(id) for id in place], dtype=np.int64),
        seat=np.array([seats.index(s) for s, _ in minds], dtype=np.int64),
        start=np.array([[s for s, _ in minds].index(s) for s in seats], dtype=np.int64),
        answer=np.array([_answer(scenario, s, v) for s, v in minds], dtype=np.int64),
        odds=np.array([opinion.variant_of(scenario, s, v).weight for s, v in minds]),
        joint=tuple(_joint(scenario, minds, place)),
        yes_at=np.array([b.yes_at for b in briefs], dtype=np.int64),
        no_at=np.array([b.no_at for b in briefs], dtype=np.int64),
        unity=np.array([b.unity for b in briefs], dtype=np.int64),
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


def row(scenario: Scenario, draft: Draft) -> Ints:
    """Return a text as option numbers, int64 (measures,)."""
    tables = model(scenario)
    out = np.empty(tables.columns, dtype=np.int64)
    for i, id in enumerate(tables.measures):
        clause = draft.get(id)
        level = opinion.level_of(scenario, draft, id)
        verb = clause.verb if clause and clause.level == level else ""
        out[i] = level if not verb else tables.options[i].index((level, verb))
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


def own_sums(scenario: Scenario, drafts: Ints, stock: int) -> Ints:
    """Add up what texts and the act mean to each mind: all that depends on a brief.

    Args:
        drafts: option numbers, int64 (drafts, measures).
        stock: provocation stock, points.

    Returns:
        int64 (drafts, minds), points; the twin of `opinion.own_reasons`.
    """
    t = model(scenario)
    columns = np.arange(t.columns)
    sums = t.points[:, columns[None, :], drafts].sum(axis=2).T + t.answer
    pressure = np.maximum(0, t.pressure[columns, drafts].sum(axis=1)) // opinion.PRESSURE_UNIT
    over = np.maximum(0, pressure[:, None] - tolerances(scenario, stock))
    sums -= opinion.PRESSURE_COST * over
    if t.joint:
        levels = t.level[columns, drafts]
        for mind, column, below, binds in t.joint:
            hit = np.zeros(len(drafts), dtype=bool)
            for other, least in binds:
                hit |= levels[:, other] >= least
            sums[hit & (levels[:, column] < below), mind] += opinion.RED_LINE
    return np.asarray(sums, dtype=np.int64)


def dealings(scenario: Scenario, record: Record, drafts: Ints) -> Ints:
    """Add up what promises and marks add for each seat, int64 (drafts, seats)."""
    t = model(scenario)
    out = np.zeros((len(drafts), len(scenario.seats)), dtype=np.int64)
    if not record.pledges and not record.marks:
        return out
    levels = t.level[np.arange(t.columns), drafts]
    stood = np.zeros_like(out)
    for pledge in record.pledges:
        s, m = scenario.seats.index(pledge.to), t.measures.index(pledge.measure)
        at = levels[:, m]
        held = at >= pledge.level if pledge.upward else at <= pledge.level
        stood[:, s] += held
        out[:, s] += np.where(held, 0, opinion.PLEDGE_BROKEN)
    out += opinion.ASK_STANDS * np.minimum(2, stood)
    for mark in record.marks:
        s, m = scenario.seats.index(mark.seat), t.measures.index(mark.measure)
        at = levels[:, m]
        went = at >= mark.level if mark.backed else at < mark.level
        out[:, s] += np.where(went, opinion.MARK_STANDS, -opinion.MARK_STANDS)
    return out


class _Lately:
    """Results for the records of late; a record is a value, so its results never change."""

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


_shared, _below = _Lately(), _Lately()


def shared(scenario: Scenario, record: Record) -> Ints:
    """Return what procedure and the others add to each seat's sum, int64 (seats,)."""
    return _shared.get(lambda: _add_shared(scenario, record), scenario, record)


def refusals(scenario: Scenario, record: Record) -> Ints:
    """Return the sum under which each seat votes no, int64 (seats,)."""
    return _below.get(
        lambda: np.array(
            [opinion.refuses_below(scenario, record, s) for s in scenario.seats], dtype=np.int64
        ),
        scenario,
        record,
    )


def _add_shared(scenario: Scenario, record: Record) -> Ints:
    return np.array(
        [
            sum(r.points for r in opinion.shared_reasons(scenario, record, s))
            for s in scenario.seats
        ],
        dtype=np.int64,
    )


@frozen(eq=False)
class Belief:
    """What one observer holds possible of every seat.

    weights: int64 (minds, 7): weight of each variant with each margin from -3 to +3.
    """

    weights: Ints


def believe(
    scenario: Scenario,
    record: Record,
    seen: Mapping[int, Version],
    known: Mapping[Seat, tuple[str, int]],
) -> Belief:
    """Weigh the briefs that each capital could have sent by what was heard.

    A phrase is true when said, so it leaves only the briefs of which it is true; so is a warning.
    What is said of versions the observer has not seen teaches nothing, nor does a word that fits
    no brief at all: it was said for the record.

    Args:
        seen: versions the observer was shown, by number.
        known: seats whose variant and margin the observer knows (its own).
    """
    t = model(scenario)
    weights = t.odds[:, None] * np.array(list(opinion.MARGINS.values()), dtype=np.int64)
    for heard in record.said:
        if heard.version in seen and heard.seat not in known:
            _hear(scenario, weights, heard.seat, _fits(scenario, seen[heard.version], heard))
    for warned in record.warnings:
        if warned.seat not in known:
            _hear(scenario, weights, warned.seat, _heeds(scenario, warned))
    for seat, (variant, margin) in known.items():
        s = scenario.seats.index(seat)
        mine = t.seat == s
        weights[mine] = 0
        weights[t.minds.index((seat, variant)), margin + 3] = 1
    return Belief(weights)


def _hear(scenario: Scenario, weights: Ints, seat: Seat, fits: NDArray[np.bool_]) -> None:
    mine = model(scenario).seat == scenario.seats.index(seat)
    left = np.where(fits, weights[mine], 0)
    if left.any():
        weights[mine] = left


def _fits(scenario: Scenario, version: Version, heard: Heard) -> NDArray[np.bool_]:
    seat, phrase = heard.seat, heard.phrase
    brief = scenario.briefs[seat]
    low = opinion.lowest(brief, phrase)
    phrases = list(Phrase)
    at = phrases.index(phrase)
    high = opinion.lowest(brief, phrases[at - 1]) if at else None
    sums = _own_of(scenario, version, heard.stock)
    mine = model(scenario).seat == scenario.seats.index(seat)
    totals = sums[mine][:, None] + heard.shared + np.arange(-3, 4)
    out = np.ones(totals.shape, dtype=bool)
    if low is not None:
        out &= totals >= low
    if high is not None:
        out &= totals < high
    return out


def _heeds(scenario: Scenario, warned: Warned) -> NDArray[np.bool_]:
    drafts = row(scenario, opinion.alone(scenario, warned.measure, warned.level))[None, :]
    sums = own_sums(scenario, drafts, warned.stock)[0]
    mine = model(scenario).seat == scenario.seats.index(warned.seat)
    totals = sums[mine][:, None] + warned.shared + np.arange(-3, 4)
    return np.asarray(totals < scenario.briefs[warned.seat].yes_at, dtype=np.bool_)


_sums = _Lately()


def _own_of(scenario: Scenario, version: Version, stock: int) -> Ints:
    return _sums.get(
        lambda: own_sums(scenario, row(scenario, version.clauses)[None, :], stock)[0],
        scenario,
        version,
        stock,
    )


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
    t = model(scenario)
    extra = shared(scenario, record) + dealings(scenario, record, drafts)
    sums = own_sums(scenario, drafts, record.stock) + extra[:, t.seat]
    below = refusals(scenario, record)
    tail = np.zeros((len(t.minds), 8), dtype=np.int64)
    tail[:, :7] = belief.weights[:, ::-1].cumsum(axis=1)[:, ::-1]
    whole = np.add.reduceat(tail[:, 0], t.start)
    minds = np.arange(len(t.minds))
    reach_yes = tail[minds, np.clip(t.yes_at[t.seat] - sums + 3, 0, 7)]
    reach_no = tail[minds, np.clip(below[t.seat] - sums + 3, 0, 7)]
    yes = np.add.reduceat(reach_yes, t.start, axis=1) / whole
    no = 1.0 - np.maximum(np.add.reduceat(reach_no, t.start, axis=1) / whole, yes)
    adopted = adoption(yes, no, t.permanent, scenario.majority)
    vetoed = 1.0 - np.prod(1.0 - no[:, t.permanent], axis=1)
    return Forecast(yes, no, adopted, vetoed, np.prod(yes, axis=1))


def adoption(yes: Floats, no: Floats, permanent: NDArray[np.bool_], majority: int) -> Floats:
    """Return the chance of at least `majority` yes votes and no permanent member against.

    Args:
        yes: chance of a yes, float64 (drafts, seats); seats are independent.
        no: chance of a no, float64 (drafts, seats).

    Returns:
        float64 (drafts,); exact, by convolution.
    """
    n = yes.shape[0]
    counts = np.zeros((majority + 1, n))
    counts[0] = 1.0
    for s in range(yes.shape[1]):
        up = yes[:, s]
        stay = 1.0 - up - no[:, s] if permanent[s] else 1.0 - up
        last = counts[majority] * (stay + up)
        shifted = counts[:majority] * up
        counts[:majority] *= stay
        counts[1:majority] += shifted[: majority - 1]
        counts[majority] = last + shifted[majority - 1]
    return np.asarray(counts[majority], dtype=np.float64)


def ballots(
    scenario: Scenario, record: Record, minds: Mapping[Seat, tuple[str, int]], draft: Draft
) -> Mapping[Seat, Ballot]:
    """Return how every seat would vote by its sum, given each one's variant and margin."""
    t = model(scenario)
    drafts = row(scenario, draft)[None, :]
    sums = own_sums(scenario, drafts, record.stock)[0]
    extra = shared(scenario, record) + dealings(scenario, record, drafts)[0]
    out = {}
    for s, seat in enumerate(scenario.seats):
        variant, margin = minds[seat]
        points = int(sums[t.minds.index((seat, variant))] + extra[s]) + margin
        out[seat] = ballot_for(scenario, record, seat, points)
    return out


def ballot_for(scenario: Scenario, record: Record, seat: Seat, points: int) -> Ballot:
    """Return the ballot that follows from a sum."""
    if points >= scenario.briefs[seat].yes_at:
        return Ballot.YES
    if points < opinion.refuses_below(scenario, record, seat):
        return Ballot.NO
    return Ballot.ABSTAIN


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
