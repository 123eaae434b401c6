"""What only the target knows of itself: its plan, its inner voices, and what draws it to each act.

The sums are those that chance reckons with where nobody plays the target.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from game.engine import aftermath, pressure
from game.engine.abroad import mind
from game.engine.abroad.whole import clip
from game.engine.scenario import Doctrine, Response, Target
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
    if not state.doctrine or not state.indicators:
        return None
    target, felt = state.scenario.target, aftermath.lean_of(state)
    plan = next(d for d in target.doctrines if d.id == state.doctrine)
    points = {r.id: _points(r, plan, felt) for r in target.responses}
    world, large = state.abroad, mind.large(target)
    prepared = large[world.plan - 1].id if world.plan else ""
    heard = _voices(target, plan, felt)
    return Inside(plan.id, felt, heard, points, world.stance, prepared, world.signs)


def _points(response: Response, plan: Doctrine, felt: Mapping[str, int]) -> Mapping[str, int]:
    found = {"base": response.base, "doctrine": plan.responses.get(response.id, 0)}
    for term, lean in response.leans.items():
        found[term] = lean * felt.get(term, 0) // 100
    if response.large:
        found["readiness"] = -pressure.PREPARED
    if response.after or felt["programme"] < response.gate:
        found["closed"] = -mind.CLOSED
    return found


def _voices(target: Target, plan: Doctrine, felt: Mapping[str, int]) -> Mapping[str, int]:
    out = {}
    for voice in target.factions:
        leaned = sum(points * felt.get(term, 0) // 100 for term, points in voice.leans.items())
        strength = voice.base + leaned + plan.voices.get(voice.id, 0)
        out[voice.id] = int(clip(strength, 0, 100))
    return out
