"""What can be told of the target's mind from outside: by the signs seen, and by the model itself.

For one world, in whole numbers; chances are per mille.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from game.engine.abroad import mind
from game.engine.abroad.whole import WHOLE, swell
from game.engine.abroad.world import Abroad, Outside
from game.engine.scenario import Clue, Doctrine, Response, Target

TAKEN = 667
"""How often a step that is prepared is taken in the end, per mille. Tuned: as `mind.READIED`."""


FALSE = 700
"""How often a sign that speaks of a large step is taken to mislead, per mille. Tuned: nobody
outside knows whether one is prepared. Of values from 0 to 1,000 this tells most of 48 games of
computers."""


def doctrine_odds(target: Target, seen: Sequence[str]) -> Mapping[str, int]:
    """Weigh the target's possible plans by the signs seen; weights, not per cent.

    A sign counts by how likely it is under a plan beside all other signs. One that speaks of a
    large step tells little: while such a step is prepared, nothing else is seen under any plan.
    """
    by_id = {c.id: c for c in target.clues}
    out = {d.id: d.weight for d in target.doctrines}
    for clue in (by_id[id] for id in seen):
        for d in target.doctrines:
            out[d.id] *= _likelihood(target, d.id, clue)
    return out


def _likelihood(target: Target, doctrine: str, clue: Clue) -> int:
    """Return how likely a sign is among those that are seen under a plan, per mille of mille."""
    plain = {c.id: WHOLE * c.weights.get(doctrine, 0) for c in target.clues}
    found = WHOLE * plain[clue.id] // max(1, sum(plain.values()))
    if not clue.plans:
        return found
    steps = [r.id for r in target.large if clue.plans.get(r.id)]
    true = 0
    for step in steps:
        own = {c.id: plain[c.id] * (1 + c.plans[step]) for c in target.clues if c.plans.get(step)}
        true += WHOLE * own[clue.id] // max(1, sum(own.values()))
    return (FALSE * found + (WHOLE - FALSE) * true // len(steps)) // WHOLE


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
