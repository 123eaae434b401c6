"""A replay beside the record: medians, bands, coverage, errors, and what simpler guesses do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import mean

import numpy as np
from attrs import frozen

from game.backtest.record import flights, nuclear_tests
from game.backtest.replay import Figure
from game.backtest.worlds import History, Ints
from game.engine.scenario import Target

FIT_YEARS = tuple(range(2006, 2016))
"""Years that calibration may see."""
OWN_TEST = (2016, 2017)
"""Years that nothing was fitted to."""


@frozen
class Year:
    """One year of the replay beside what happened.

    year: which.
    seen: recorded count.
    low: below it a tenth of the worlds.
    median: half of them.
    high: above it a tenth.
    mean: of all worlds.
    tests: recorded nuclear tests.
    test_mean: mean of the worlds.
    """

    year: int
    seen: int
    low: int
    median: int
    high: int
    mean: float
    tests: int
    test_mean: float

    @property
    def inside(self) -> bool:
        """Tell whether the record lies in the band."""
        return self.low <= self.seen <= self.high

    @property
    def error(self) -> int:
        """Return how far the median was off."""
        return abs(self.median - self.seen)


@frozen
class Scored:
    """The replay of flights and tests.

    years: each year.
    tests: recorded nuclear tests of all years.
    test_low: a tenth of the worlds had fewer.
    test_median: half of them.
    test_high: a tenth had more.
    """

    years: tuple[Year, ...]
    tests: int
    test_low: int
    test_median: int
    test_high: int

    def of(self, years: Sequence[int]) -> tuple[Year, ...]:
        """Return some of the years."""
        return tuple(y for y in self.years if y.year in years)

    def coverage(self, years: Sequence[int]) -> float:
        """Return the share of years whose record lies in the band."""
        return mean(y.inside for y in self.of(years))

    def width(self, years: Sequence[int]) -> float:
        """Return the mean width of the band, in flights."""
        return mean(y.high - y.low for y in self.of(years))

    def error(self, years: Sequence[int]) -> float:
        """Return the mean absolute error of the median."""
        return mean(y.error for y in self.of(years))


def scored(history: History) -> Scored:
    """Compare the flights and tests of a replay with the record."""
    seen, tests = flights(), nuclear_tests()
    years = tuple(
        _year(year, seen[year], history.yearly(history.flights, year), tests[year], history)
        for year in sorted(seen)
        if year in history.years
    )
    whole = history.tests[[at for at, y in enumerate(history.years) if y in seen]].sum(axis=0)
    low, median, high = band(np.asarray(whole, dtype=np.int64))
    return Scored(years, sum(tests[y.year] for y in years), low, median, high)


def _year(year: int, seen: int, counts: Ints, tests: int, history: History) -> Year:
    low, median, high = band(counts)
    probes = history.yearly(history.tests, year)
    return Year(year, seen, low, median, high, float(counts.mean()), tests, float(probes.mean()))


def band(counts: Ints) -> tuple[int, int, int]:
    """Return the tenth, the half and the nine tenths of some counts, as whole numbers."""
    found = np.quantile(counts, [0.1, 0.5, 0.9], method="inverted_cdf")
    return int(found[0]), int(found[1]), int(found[2])


def constant_error(years: Sequence[int], fit: Sequence[int] = FIT_YEARS) -> float:
    """Return the error of guessing the mean of the fit years every year."""
    seen = flights()
    guess = mean(seen[y] for y in fit)
    return mean(abs(seen[y] - guess) for y in years)


def persistence_error(years: Sequence[int]) -> float:
    """Return the error of guessing last year's count; the first recorded year has no guess."""
    seen = flights()
    return mean(abs(seen[y] - seen[y - 1]) for y in years if y - 1 in seen)


def figure(history: History, target: Target, found: Figure) -> Mapping[int, tuple[int, int, int]]:
    """Return low, median and high of a recorded figure by year, in its own units."""
    out = {}
    for year in sorted(int(y) for y in found.values):
        months = [at for at, y in enumerate(history.years) if y == year]
        whole = 0
        for flow in (f for f in target.flows if f.id in found.flows):
            amount = flow.units if found.units else flow.money
            part = amount * flow.partners.get(found.partner, 0) // 1000 if found.partner else amount
            whole = whole + np.maximum(0, history.open_flows[flow.id][months]).sum(
                axis=0
            ) * part // (1000 * 12)
        out[year] = band(np.asarray(whole, dtype=np.int64))
    return out
