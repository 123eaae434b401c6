"""What a replay is given: the texts in force by month, and what was known outside the Council."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

from attrs import frozen

from game.backtest.record import folder
from game.codec import load
from game.engine.abroad import Outside, Regime, regime_of
from game.engine.scenario import Target

INPUTS = ("drive", "talks", "tension")
"""What spells can set, beside will_ and the id of an enforcer."""


@frozen
class Text:
    """A resolution and what it added to the regime.

    id: its symbol.
    date: when it was adopted.
    levels: measure -> level it raised it to.
    yes: votes in favour, of fifteen.
    source: where that is known from.
    """

    id: str
    date: date
    levels: Mapping[str, int]
    yes: int = 15
    source: str = ""


@frozen
class National:
    """What a State decided by itself, for a time.

    id: in words.
    start: first day.
    until: last day.
    levels: measure -> level, as if it were in force.
    source: where that is known from.
    """

    id: str
    start: date
    until: date
    levels: Mapping[str, int]
    source: str = ""


@frozen
class Spell:
    """One input over some months.

    input: drive, talks, tension, or will_ and an enforcer.
    start: first day.
    until: last day.
    value: on the scale of the input.
    source: where the facts are known from.
    remembered: facts that no source at hand confirms.
    """

    input: str
    start: date
    until: date
    value: int
    source: str = ""
    remembered: str = ""


@frozen
class Figure:
    """A recorded yearly figure, and the flows whose worth or units it counts.

    id: name.
    title: in the report.
    flows: flows that are added up.
    values: year -> figure.
    units: units are counted, not worth.
    partner: only the part that passes here, if any.
    source: where the figures are known from.
    remembered: figures that no source at hand confirms.
    """

    id: str
    title: str
    flows: tuple[str, ...]
    values: Mapping[str, int]
    units: bool = False
    partner: str = ""
    source: str = ""
    remembered: str = ""


@frozen(eq=False)
class Replay:
    """The facts of a replay.

    target: file of the target.
    start: first day.
    until: last day.
    exercises: months with large exercises, 1 to 12.
    gauges: the world on the first day, per mille.
    texts: resolutions, in order.
    inputs: spells; the last that covers a month holds.
    quiet: months since the last nuclear test on the first day.
    national: what States decided by themselves.
    figures: what the flows are held against.
    exercises_remembered: what the months of exercises rest on.
    """

    target: str
    start: date
    until: date
    exercises: tuple[int, ...]
    gauges: Mapping[str, int]
    texts: tuple[Text, ...]
    inputs: tuple[Spell, ...]
    quiet: int = 36
    national: tuple[National, ...] = ()
    figures: tuple[Figure, ...] = ()
    exercises_remembered: str = ""

    @cached_property
    def months(self) -> tuple[date, ...]:
        """Return the first day of every month, in order."""
        return tuple(
            date(year, month, 1)
            for year in range(self.start.year, self.until.year + 1)
            for month in range(1, 13)
            if self.start <= date(year, month, 1) <= self.until
        )

    def levels(self, month: date) -> Mapping[str, int]:
        """Return the regime on the first day of a month; a text never lowers it.

        A text of the month before is in force; one of the month itself is still being read.
        """
        found: dict[str, int] = {}
        for text in self.texts:
            if text.date < month:
                found |= {m: max(level, found.get(m, 0)) for m, level in text.levels.items()}
        for own in self.national:
            if own.start < month <= own.until:
                found |= {m: max(level, found.get(m, 0)) for m, level in own.levels.items()}
        return found

    def regimes(self, target: Target) -> Iterator[Regime]:
        """Yield the regime of every month, each made once for a stretch without changes."""
        before: Mapping[str, int] | None = None
        regime = regime_of(target, {})
        for month in self.months:
            levels = self.levels(month)
            if levels != before:
                before, regime = levels, regime_of(target, levels)
            yield regime

    def value(self, name: str, month: date) -> int | None:
        """Return an input in a month, or nothing where no spell covers it."""
        found = [s.value for s in self.inputs if s.input == name and s.start <= month <= s.until]
        return found[-1] if found else None

    def outside(self, month: date) -> Outside:
        """Return what others did in a month; the target's own road to talks is closed."""
        adopted = [t for t in self.texts if month <= t.date <= _last_day(month)]
        wills = {s.input for s in self.inputs if s.input.startswith("will_")}
        held = {w.removeprefix("will_"): self.value(w, month) for w in wills}
        return Outside(
            season=month.month,
            adopted=int(bool(adopted)),
            unity=max((1000 * t.yes // 15 for t in adopted), default=0),
            held={id: will for id, will in held.items() if will is not None},
            exercises=int(month.month in self.exercises),
            tension=self.value("tension", month) or 0,
            talks=self.value("talks", month) or 0,
            alone=1,
        )


def _last_day(month: date) -> date:
    return date(month.year, month.month, 31 if month.month == 12 else _days(month))


def _days(month: date) -> int:
    return (date(month.year, month.month + 1, 1) - month).days


def read_replay(file: Path | None = None) -> Replay:
    """Read the facts of the replay.

    Raises:
        DataError: with every fault of the file.
    """
    return load(file or folder() / "replay.yaml", Replay).value
