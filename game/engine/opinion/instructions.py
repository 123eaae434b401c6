"""What a capital's instructions come to: its aims with what cables made of them, and its limits."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from attrs import evolve, frozen

from game.engine.opinion.own import stands, variant_of
from game.engine.record import Dealt
from game.engine.scenario import Aim, Cable, Scenario, Threshold
from game.engine.terms import Seat


@frozen
class Wanted:
    """Something that a capital wants now.

    aim: as it counts.
    cable: id of the last cable about it; empty if none came.
    was: the aim of the brief that a cable spoke of; nothing if the brief has none.
    """

    aim: Aim
    cable: str = ""
    was: Aim | None = None

    @property
    def is_changed(self) -> bool:
        """Tell whether a cable asks for another level than the brief."""
        return self.was is not None and _bounds(self.was) != _bounds(self.aim)


def _bounds(aim: Aim) -> tuple[int | None, int | None]:
    return aim.at_least, aim.at_most


@lru_cache(maxsize=1024)
def wanted(
    scenario: Scenario, seat: Seat, cables: tuple[str, ...] = (), variant: str = ""
) -> tuple[Wanted, ...]:
    """Return what a capital wants, heaviest first: its brief, and the cables that are in force.

    A cable about what the brief wants already takes its place and adds its weight: a capital has
    one word on one thing, and the latest counts.

    Args:
        cables: ids of those that reached the delegation and were not let go.
        variant: the instructions that were dealt; none leaves out what only they ask for.
    """
    dealt = variant_of(scenario, seat, variant).aims if variant else ()
    found = {_subject(aim): Wanted(aim) for aim in (*scenario.briefs[seat].aims, *dealt)}
    for cable in scenario.cables:
        if cable.id in cables:
            found[_subject(cable.aim)] = _cabled(found.get(_subject(cable.aim)), cable)
    return tuple(sorted(found.values(), key=lambda it: -it.aim.weight))


def _subject(aim: Aim) -> tuple[str, str]:
    return aim.measure, aim.outcome


def _cabled(before: Wanted | None, cable: Cable) -> Wanted:
    if before is None:
        return Wanted(cable.aim, cable.id)
    weight = before.aim.weight + cable.aim.weight
    first = before.was if before.cable else before.aim
    return Wanted(evolve(cable.aim, weight=weight), cable.id, first)


def wanted_by(scenario: Scenario, seat: Seat, dealt: Dealt | None) -> tuple[Wanted, ...]:
    """Return what the capital of a seat wants by the instructions that it was dealt."""
    return wanted(scenario, seat, dealt.cables, dealt.variant) if dealt else wanted(scenario, seat)


@frozen
class Limit:
    """How far a capital can go on one measure, where that is more than a price.

    measure: id.
    never_from: the level at which it refuses the text; None if there is none.
    never_below: the level under which it refuses the text.
    when: what makes that bind; always if empty.
    ceiling: the highest level it can bear this time, where the instructions moved it.
    usual: the highest level it can bear otherwise.
    """

    measure: str
    never_from: int | None = None
    never_below: int | None = None
    when: tuple[Threshold, ...] = ()
    ceiling: int | None = None
    usual: int = 0


def limits(scenario: Scenario, seat: Seat, variant: str) -> tuple[Limit, ...]:
    """Return the limits of a seat under the instructions that it was dealt, measure by measure."""
    moved = _ceilings_moved(scenario, seat, variant)
    out = []
    for id, stand in stands(scenario, seat, variant).items():
        ceiling, usual = moved.get(id, (None, 0))
        if (stand.red_from, stand.red_below, ceiling) != (None, None, None):
            lines = stand.red_from, stand.red_below, stand.binds_when
            out.append(Limit(id, *lines, ceiling, usual))
    return tuple(out)


def _ceilings_moved(scenario: Scenario, seat: Seat, variant: str) -> Mapping[str, tuple[int, int]]:
    """Return the ceilings that this set of instructions has other than most of the others."""
    variants = sorted(scenario.briefs[seat].variants, key=lambda v: -v.weight)
    usual = stands(scenario, seat, variants[0].id)
    return {
        id: (stand.ceiling, usual[id].ceiling)
        for id, stand in stands(scenario, seat, variant).items()
        if stand.ceiling != usual[id].ceiling
    }
