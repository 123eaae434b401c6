"""What can be told of the target's mind from outside: by the signs seen, and by the model itself.

For one world, in whole numbers; chances are per mille.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from game.engine.abroad import mind
from game.engine.abroad.whole import WHOLE, swell
from game.engine.abroad.world import Abroad, Outside
from game.engine.scenario import Doctrine, Response, Target

TAKEN = 667
"""How often a step that is prepared is taken in the end, per mille. Tuned: as `mind.READIED`."""


def doctrine_odds(target: Target, seen: Sequence[str]) -> Mapping[str, int]:
    """Weigh the target's possible plans by the signs seen; weights, not per cent."""
    clues = {c.id: c for c in target.clues}
    out = {}
    for d in target.doctrines:
        weight = d.weight
        for id in seen:
            weight *= clues[id].weights.get(d.id, 0)
        out[d.id] = weight
    return out


def expected(
    target: Target, world: Abroad, outside: Outside, enforced: int, seen: Sequence[str]
) -> Mapping[str, int]:
    """Return how likely each response is to come next, per mille of all that could come.

    Args:
        world: as it can be read from outside; its plan and its doctrine are not looked at.
        enforced: pressure as enforced, per mille.
        seen: ids of signs.
    """
    plans, out = doctrine_odds(target, seen), {r.id: 0 for r in target.responses}
    whole = sum(plans.values()) or 1
    for doctrine in target.doctrines:
        share = WHOLE * WHOLE * plans[doctrine.id] // whole
        drawn = _drawn(target, world, outside, enforced, doctrine, seen) if share else {}
        total = sum(drawn.values()) or 1
        for id, weight in drawn.items():
            out[id] += share * weight // total
    return {id: (parts + WHOLE // 2) // WHOLE for id, parts in out.items()}


def _drawn(
    target: Target,
    world: Abroad,
    outside: Outside,
    enforced: int,
    doctrine: Doctrine,
    seen: Sequence[str],
) -> Mapping[str, int]:
    """Return how strongly one plan draws the target to each response."""
    known = evolve(world, doctrine={d.id: int(d.id == doctrine.id) for d in target.doctrines})
    sums = mind.summed(mind.points(target, known, outside, enforced))
    out = {}
    for r in target.responses:
        weight = int(swell(sums[r.id]))
        out[r.id] = weight * _prepared(target, doctrine, r, seen) // WHOLE if r.large else weight
    return out


def _prepared(target: Target, doctrine: Doctrine, response: Response, seen: Sequence[str]) -> int:
    """Return how much likelier the signs make it that a large step comes, per mille of unknown."""
    clues = {c.id: c for c in target.clues}
    plain = {id: c.weights.get(doctrine.id, 0) for id, c in clues.items()}
    whole = sum(plain.values()) or 1
    planned = sum(n * (1 + clues[id].plans.get(response.id, 0)) for id, n in plain.items()) or 1
    likelier = TAKEN
    for id in seen:
        likelier = likelier * (1 + clues[id].plans.get(response.id, 0)) * whole // planned
    return likelier
