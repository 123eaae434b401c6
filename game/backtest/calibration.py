"""Fits bases, scales and the spread of years to the record of flights and tests up to 2015."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import numpy as np
from attrs import evolve, frozen

from game.backtest.record import flights, nuclear_tests
from game.backtest.replay import Replay
from game.backtest.scores import FIT_YEARS
from game.backtest.worlds import History, replayed
from game.engine.scenario import Enforcer, Fit, Target

WORLDS = 200
"""Worlds of each trial."""
SEED = 20151231
"""Dice of every trial: the same, so that only the numbers differ."""

BASES = {"short_range": 12.0, "medium_range": 12.0, "satellite": 8.0, "nuclear_test": 12.0}
"""Response -> points by which a base may be off; those not tested before 2016 cannot be fitted."""
SCALES = {"drive": 15.0, "momentum": 25.0, "talks": 20.0, "threat": 25.0, "quiet": 20.0}
"""Term -> per cent by which every lean on it may be off."""
SPREAD = (8, 4.0)
"""Points by which a year's priority moves shots, and how far off that may be."""


@frozen
class Trial:
    """Numbers that were tried.

    values: name -> number.
    loss: less is better.
    """

    values: Mapping[str, int]
    loss: float


def calibrated(
    target: Target,
    enforcers: Sequence[Enforcer],
    replay: Replay,
    *,
    steps: int = 300,
    seed: int = 1,
    today: date,
    said: Callable[[int, Trial], None] = lambda _step, _trial: None,
) -> Fit:
    """Search for numbers that make the fit years likely, near those that were set by hand.

    A random local search on fixed dice: it comes to the same numbers each time. The loss is the
    likelihood of each year's flights among the worlds (on a square-root scale) and of its tests,
    with a price for leaving the hand-set numbers.

    Args:
        steps: numbers tried.
        today: date that the fit bears.
        said: is told of every better trial.
    """
    luck = np.random.default_rng(seed)
    widths = {**BASES, **SCALES, "spread": SPREAD[1]}
    best = _tried(target, enforcers, replay, _start(), today)
    said(0, best)
    for step in range(1, steps + 1):
        moved = dict(best.values)
        reach = 0.9 if step < steps // 2 else 0.4
        for name in luck.choice(list(widths), luck.integers(1, 4), replace=False):
            moved[str(name)] += round(widths[str(name)] * reach * float(luck.normal()))
        moved["spread"] = max(0, moved["spread"])
        trial = _tried(target, enforcers, replay, moved, today)
        if trial.loss < best.loss:
            best = trial
            said(step, best)
    return _fit(best.values, today)


def _start() -> Mapping[str, int]:
    return {**dict.fromkeys(BASES, 0), **dict.fromkeys(SCALES, 100), "spread": SPREAD[0]}


def _fit(values: Mapping[str, int], today: date) -> Fit:
    return Fit(
        date=today,
        years=(FIT_YEARS[0], FIT_YEARS[-1]),
        bases={id: values[id] for id in BASES},
        scales={id: values[id] for id in SCALES},
        spread=values["spread"],
    )


def _tried(
    target: Target,
    enforcers: Sequence[Enforcer],
    replay: Replay,
    values: Mapping[str, int],
    today: date,
) -> Trial:
    fitted = evolve(target, fit=_fit(values, today))
    history = replayed(replay, fitted, enforcers, worlds=WORLDS, seed=SEED, last=FIT_YEARS[-1])
    return Trial(values, _unlikely(history) + _far(values))


def _far(values: Mapping[str, int]) -> float:
    """Return the price of leaving the hand-set numbers: half the squared distance in widths."""
    off = [values[id] / width for id, width in BASES.items()]
    off += [(values[id] - 100) / width for id, width in SCALES.items()]
    off.append((values["spread"] - SPREAD[0]) / SPREAD[1])
    return 0.5 * sum(x * x for x in off)


def _unlikely(history: History) -> float:
    """Return minus the logarithm of how likely the record of the fit years is."""
    seen, tests = flights(), nuclear_tests()
    loss = 0.0
    for year in FIT_YEARS:
        counts = history.yearly(history.flights, year)
        apart = (np.sqrt(seen[year] + 0.4) - np.sqrt(counts + 0.4)) / 0.5
        loss -= float(np.log(np.exp(-0.5 * apart**2).mean() + 1e-4))
        same = (history.yearly(history.tests, year) == tests[year]).mean()
        loss -= float(np.log(0.98 * same + 0.02))
    return loss


def written(fit: Fit, file: Path) -> None:
    """Write a fit into a target's file, in place of the one that stands there."""
    text = file.read_text(encoding="utf-8")
    kept = re.sub(r"(?ms)^# Fitted to the record.*\Z|^fit:\n(  .*\n)*\Z", "", text).rstrip("\n")
    file.write_text(kept + "\n\n" + "\n".join(_lines(fit)) + "\n", encoding="utf-8")


def _lines(fit: Fit) -> Iterator[str]:
    yield "# Fitted to the record by `in-blue backtest --calibrate`: points on bases, per cent on"
    yield "# leans, points of spread between years."
    yield "fit:"
    yield f"  date: {fit.date.isoformat()}"
    yield f"  years: [{fit.years[0]}, {fit.years[1]}]"
    for key in ("bases", "scales"):
        inside = ", ".join(f"{id}: {value}" for id, value in getattr(fit, key).items())
        yield f"  {key}: {{{inside}}}"
    yield f"  spread: {fit.spread}"
