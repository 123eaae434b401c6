"""A thousand worlds at once, month by month, on given dice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from game.backtest.replay import Replay
from game.engine.abroad import Abroad, Outside, Regime, season, start
from game.engine.abroad.mind import priorities
from game.engine.abroad.season import Deeds
from game.engine.abroad.whole import FACES, drawn
from game.engine.scenario import MISSILES, Enforcer, Target

Ints = NDArray[np.int64]


@frozen(eq=False)
class History:
    """What a batch of worlds did.

    years: the year of each month.
    flights: missiles, int64 (months, worlds).
    tests: nuclear tests, int64 (months, worlds).
    flows: flow -> per mille of its start that crossed, int64 (months, worlds).
    open_flows: the same without what went round the measures, as customs would count.
    stances: step of the road to talks, int64 (months, worlds).
    hardship: per mille, int64 (months, worlds).
    enforced: pressure as enforced, per mille, int64 (months, worlds).
    escalation: highest rung, int64 (months, worlds).
    """

    years: tuple[int, ...]
    flights: Ints
    tests: Ints
    flows: Mapping[str, Ints]
    open_flows: Mapping[str, Ints]
    stances: Ints
    hardship: Ints
    enforced: Ints
    escalation: Ints

    def yearly(self, counts: Ints, year: int) -> Ints:
        """Return a year's sum in each world."""
        months = [at for at, y in enumerate(self.years) if y == year]
        return np.asarray(counts[months].sum(axis=0), dtype=np.int64)


Month = tuple[int, Regime, Outside, Mapping[str, int]]
"""The year, the regime, what others do, and gauges that are set from outside, per mille."""


def dealt(target: Target, enforcers: Sequence[Enforcer], luck: Ints) -> Abroad:
    """Return worlds with a plan each, dealt by the weights of the target's doctrines.

    Args:
        luck: a die for each world, int64 (worlds,).
    """
    picked = drawn([d.weight for d in target.doctrines], luck)
    flags = {d.id: np.asarray(picked == at, np.int64) for at, d in enumerate(target.doctrines)}
    return evolve(start(target, enforcers), doctrine=flags)


def run(
    target: Target,
    enforcers: Sequence[Enforcer],
    months: Sequence[Month],
    *,
    worlds: int,
    seed: int,
    begin: Mapping[str, int] | None = None,
    quiet: int | None = None,
) -> History:
    """Run worlds through these months.

    Args:
        begin: gauges on the first day, per mille.
        quiet: months since the last nuclear test on the first day.
    """
    dice = np.random.default_rng(seed)
    abroad = dealt(target, enforcers, dice.integers(0, FACES, worlds))
    abroad = begun(abroad, begin or {}, quiet)
    kept = tuple(passed(target, enforcers, abroad, months, dice, worlds))
    return _history(tuple(m[0] for m in months), kept, worlds)


def begun(abroad: Abroad, begin: Mapping[str, int], quiet: int | None) -> Abroad:
    """Return worlds as they stand on the first day; the arguments are those of `run`."""
    gauges = {**abroad.gauges, **begin}
    return evolve(abroad, gauges=gauges, quiet=abroad.quiet if quiet is None else quiet)


def passed(
    target: Target,
    enforcers: Sequence[Enforcer],
    abroad: Abroad,
    months: Sequence[Month],
    dice: np.random.Generator,
    worlds: int,
    year: int = 0,
) -> Iterator[tuple[Abroad, Deeds]]:
    """Yield the worlds after each month and what was done in it.

    Args:
        year: of the month before, whose hidden priority goes on to its end.
    """
    odds = priorities(target)
    for now, regime, outside, fixed in months:
        rolls = dice.integers(0, FACES, (season.ROLLS + 1, worlds))
        if now != year:
            steps = np.array(list(odds), dtype=np.int64)
            year = now
            abroad = evolve(abroad, priority=steps[drawn(list(odds.values()), rolls[-1])])
        abroad = evolve(abroad, gauges={**abroad.gauges, **fixed})
        abroad, deeds = season.month(target, enforcers, abroad, regime, outside, tuple(rolls[:-1]))
        yield abroad, deeds


def _history(years: tuple[int, ...], kept: Sequence[tuple[Abroad, Deeds]], worlds: int) -> History:
    def table(values: Iterator[object]) -> Ints:
        return np.array([np.broadcast_to(np.asarray(v), worlds) for v in values], dtype=np.int64)

    return History(
        years=years,
        flights=table(sum(d.shots.get(k, 0) for k in MISSILES) for _, d in kept),
        tests=table(d.shots.get("nuclear", 0) for _, d in kept),
        flows={id: table(a.flows[id] for a, _ in kept) for id in kept[0][0].flows},
        open_flows={
            id: table(a.flows[id] - a.escaped[id] for a, _ in kept) for id in kept[0][0].flows
        },
        stances=table(a.stance for a, _ in kept),
        hardship=table(a.gauges["hardship"] for a, _ in kept),
        enforced=table(d.crossing.enforced for _, d in kept),
        escalation=table(a.escalation for a, _ in kept),
    )


def months_of(replay: Replay, target: Target, last: int = 9999) -> tuple[Month, ...]:
    """Return the months of a replay up to a year."""
    return tuple(
        (month.year, regime, replay.outside(month), _fixed(replay, month))
        for month, regime in zip(replay.months, replay.regimes(target), strict=True)
        if month.year <= last
    )


def _fixed(replay: Replay, month: date) -> Mapping[str, int]:
    drive = replay.value("drive", month)
    return {} if drive is None else {"drive": drive}


def replayed(
    replay: Replay,
    target: Target,
    enforcers: Sequence[Enforcer],
    *,
    worlds: int = 1000,
    seed: int = 1,
    last: int = 9999,
) -> History:
    """Replay recorded texts and inputs in many worlds."""
    return run(
        target,
        enforcers,
        months_of(replay, target, last),
        worlds=worlds,
        seed=seed,
        begin=replay.gauges,
        quiet=replay.quiet,
    )
