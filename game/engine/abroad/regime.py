"""What a set of measures means for each flow and each way round it, before anybody acts on it."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from game.engine.abroad.whole import WHOLE, Whole, least, most, share
from game.engine.scenario import Flow, Target


@frozen(eq=False)
class Regime:
    """The measures in force, read into flows and channels; per mille, ints or int64 arrays.

    shut: flow -> part that is closed on paper.
    exempt: flow -> part of the whole flow that would be closed and that an exemption lets pass.
    gap: channel -> how far the text leaves it open.
    watch: how closely leaks are looked for.
    relief: hardship that the text's own exemptions lift.
    """

    shut: Mapping[str, Whole]
    exempt: Mapping[str, Whole]
    gap: Mapping[str, Whole]
    watch: Whole = 0
    relief: Whole = 0


def regime_of(
    target: Target, levels: Mapping[str, Whole], left: Mapping[str, Whole] | None = None
) -> Regime:
    """Read the levels of a regime into what it closes, exempts and leaves open.

    Args:
        levels: measure -> level in force, 0 or absent for silence. A level beyond what the target's
            data knows counts as the highest known.
        left: measure -> per mille of its strength that the words of its clause leave; whole if
            absent. What words take away is not closed and leaves the channels open.
    """
    words = left or {}

    def at(table: Mapping[str, tuple[int, ...]]) -> Mapping[str, Whole]:
        return {
            m: _at(row, levels.get(m, 0)) * words.get(m, WHOLE) // WHOLE for m, row in table.items()
        }

    shut = {f.id: _closed(f, at(f.shut), levels) for f in target.flows}
    gap = {}
    for channel in target.channels:
        open_ = WHOLE
        for closed in at(channel.tight).values():
            open_ = share(open_, WHOLE - closed)
        gap[channel.id] = open_
    return Regime(
        shut={id: closed for id, (closed, _) in shut.items()},
        exempt={id: passed for id, (_, passed) in shut.items()},
        gap=gap,
        watch=least(WHOLE, sum(at(target.watch).values())),
        relief=sum(_at(row, levels.get(id, 0)) for id, row in target.relief.items()),
    )


def _at(row: tuple[int, ...], level: Whole) -> Whole:
    place = least(level, len(row) - 1)
    return sum(value * (place == number) for number, value in enumerate(row))


def _closed(
    flow: Flow, shut: Mapping[str, Whole], levels: Mapping[str, Whole]
) -> tuple[Whole, Whole]:
    """Return what is closed and what an exemption lets pass, each measure closing what is left."""
    passing: Whole = WHOLE
    exempt: Whole = 0
    for measure, closed in shut.items():
        stopped = share(passing, closed)
        passed = share(stopped, _at(flow.exempt.get(measure, (0,)), levels.get(measure, 0)))
        passing, exempt = passing - stopped, exempt + passed
    return most(0, WHOLE - passing - exempt), exempt
