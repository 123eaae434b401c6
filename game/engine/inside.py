"""What only the target knows of itself: its plan, its inner voices, and what draws it to each act.

The sums are those that chance reckons with where nobody plays the target.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from game.engine.abroad import Outside, mind
from game.engine.state import State


@frozen
class Inside:
    """The target's own view of itself.

    doctrine: id of its plan.
    felt: term -> what it weighs, 0 to 100.
    voices: inner voice -> how strongly it is heard, 0 to 100.
    points: act -> what gave points -> how many; ten points double the weight of an act.
    stance: number of the step of the road to talks, from 0.
    plan: the large step that is prepared; empty if none is.
    signs: signs of it that could be seen.
    """

    doctrine: str
    felt: Mapping[str, int]
    voices: Mapping[str, int]
    points: Mapping[str, Mapping[str, int]]
    stance: int = 0
    plan: str = ""
    signs: int = 0

    def total(self, response: str) -> int:
        """Return the points of an act in one sum."""
        return sum(self.points.get(response, {}).values())


def inside(state: State) -> Inside | None:
    """Return what the target knows of itself; nothing before its plan was dealt."""
    if not state.doctrine:
        return None
    target, world, month = state.scenario.target, state.abroad, state.month
    if month is not None and state.stage:
        felt, points = month.felt, month.points
    else:
        felt = mind.terms(target, world, Outside(), 0)
        points = mind.points(target, world, Outside(), 0)
    shown = {id: {k: int(n) for k, n in parts.items()} for id, parts in points.items()}
    for at, response in enumerate(target.large, 1):
        if at == world.plan and world.signs >= mind.SIGNS:
            shown[response.id]["prepared"] = mind.READIED
    prepared = target.large[world.plan - 1].id if world.plan else ""
    heard = mind.voices(target, world, felt)
    return Inside(state.doctrine, felt, heard, shown, world.stance, prepared, world.signs)
