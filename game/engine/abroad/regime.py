"""What a set of measures means for each flow and each way round it, before anybody acts on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
    slow: part of what the programme grows by that is not reached.
    """

    shut: Mapping[str, Whole]
    exempt: Mapping[str, Whole]
    gap: Mapping[str, Whole]
    watch: Whole = 0
    relief: Whole = 0
    slow: Whole = 0


def regime_of(
    target: Target,
    levels: Mapping[str, Whole],
    left: Mapping[str, Whole] | None = None,
    sprung: Whole = 0,
    held: Mapping[str, Whole] | None = None,
) -> Regime:
    """Read the levels of a regime into what it closes, exempts and leaves open.

    Args:
        levels: measure -> level in force, 0 or absent for silence. A level beyond what the target's
            data knows counts as the highest known.
        left: measure -> per mille of its strength that the words of its clause leave; whole if
            absent. What words take away is not closed and leaves the channels open.
        sprung: 1 once a large step has followed the text: what it decided for that case holds.
        held: flow -> per mille that such a step of an earlier text closed, and that still holds;
            where the same comes again, the larger of both is closed.

    Source: resolution 2231 (2015), paragraphs 11 and 12, for measures that apply again.
    """
    words, before = left or {}, held or {}

    def at(table: Mapping[str, tuple[int, ...]]) -> Mapping[str, Whole]:
        return {
            m: _at(row, levels.get(m, 0)) * words.get(m, WHOLE) // WHOLE for m, row in table.items()
        }

    given: Whole = 0
    for id, part in at(target.eases).items():
        given = given + part * (1 - sprung * _falls_back(target, id, levels.get(id, 0)))
    stays = WHOLE - least(WHOLE, given)
    shut: dict[str, Whole] = {}
    exempt: dict[str, Whole] = {}
    for flow in target.flows:
        closes = at(flow.shut)
        if flow.springs or flow.id in before:
            closes = {**closes, STEP: _by_step(at(flow.springs), sprung, before.get(flow.id, 0))}
        closed, passed = _closed(flow, closes.items(), levels)
        shut[flow.id] = share(closed, stays) if flow.earns else closed
        exempt[flow.id] = share(passed, stays) if flow.earns else passed
    gap = {}
    for channel in target.channels:
        open_ = WHOLE
        for narrowed in at(channel.tight).values():
            open_ = share(open_, WHOLE - narrowed)
        gap[channel.id] = open_
    return Regime(
        shut=shut,
        exempt=exempt,
        gap=gap,
        watch=least(WHOLE, sum(at(target.watch).values())),
        relief=sum(_at(row, levels.get(id, 0)) for id, row in target.relief.items()),
        slow=least(WHOLE, sum(at(target.slows).values())),
    )


STEP = "automatic step"
"""What stands for the measure where a step that came by itself closes a flow."""


def _by_step(springs: Mapping[str, Whole], sprung: Whole, held: Whole) -> Whole:
    """Return what automatic steps close of a flow: the largest of them, old or new."""
    closed = held
    for part in springs.values():
        closed = most(closed, part * sprung)
    return closed


def shut_by_step(
    target: Target, levels: Mapping[str, int], left: Mapping[str, int]
) -> Mapping[str, int]:
    """Return what a text closes of each flow once a large step has followed it, per mille.

    Args:
        levels, left: as for `regime_of`.
    """
    found: dict[str, int] = {}
    for flow in target.flows:
        for m, row in flow.springs.items():
            closed = int(_at(row, levels.get(m, 0))) * left.get(m, WHOLE) // WHOLE
            found[flow.id] = max(closed, found.get(flow.id, 0))
    return {id: closed for id, closed in found.items() if closed}


def _falls_back(target: Target, measure: str, level: Whole) -> Whole:
    """Return 1 where relief of this level ends with the target's next large step."""
    return sum(1 * (level == number) for number in target.falls_back.get(measure, ()))


def _at(row: tuple[int, ...], level: Whole) -> Whole:
    place = least(level, len(row) - 1)
    return sum(value * (place == number) for number, value in enumerate(row))


def _closed(
    flow: Flow, shut: Iterable[tuple[str, Whole]], levels: Mapping[str, Whole]
) -> tuple[Whole, Whole]:
    """Return what is closed and what an exemption lets pass, each measure closing what is left."""
    passing: Whole = WHOLE
    exempt: Whole = 0
    for measure, closed in shut:
        stopped = share(passing, closed)
        passed = share(stopped, _at(flow.exempt.get(measure, (0,)), levels.get(measure, 0)))
        passing, exempt = passing - stopped, exempt + passed
    return most(0, WHOLE - passing - exempt), exempt
