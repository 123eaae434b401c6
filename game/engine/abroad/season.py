"""One whole month, with chance as numbers: what a batch of worlds runs, and a game in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from game.engine.abroad import acts, border, mind
from game.engine.abroad.regime import Regime
from game.engine.abroad.whole import Whole, drawn
from game.engine.abroad.world import Abroad, Outside
from game.engine.scenario import Enforcer, Response, Target

MOST_ACTS = 4
"""Acts of a month beside large steps."""
ROLLS = 2 * MOST_ACTS + 3
"""Dice that a month wants, each from 0 to `whole.FACES` - 1."""


@frozen(eq=False)
class Deeds:
    """What the target did in a month.

    acts: response -> how often.
    shots: kind -> how many were fired or set off.
    stock: provocation of all of them, tenths of a point.
    crossing: what the month at the border came to.
    """

    acts: Mapping[str, Whole]
    shots: Mapping[str, Whole]
    stock: Whole
    crossing: border.Crossing


def month(
    target: Target,
    enforcers: Sequence[Enforcer],
    abroad: Abroad,
    regime: Regime,
    outside: Outside,
    rolls: Sequence[Whole],
) -> tuple[Abroad, Deeds]:
    """Let one month pass: the border, what the target does, what it prepares, what fades.

    Args:
        rolls: ROLLS numbers from 0 to FACES - 1, or arrays of them, one entry a world.

    Returns:
        the world at the start of the next month, and what was done. Every Whole is an int if all
        that came in were ints.
    """
    abroad, crossing = border.month(target, enforcers, abroad, regime, outside)
    felt = mind.terms(target, abroad, outside, crossing.enforced)
    sums = mind.summed(mind.points(target, abroad, outside, crossing.enforced))
    count: dict[str, Whole] = {r.id: 0 for r in target.responses}
    shots: dict[str, Whole] = {}
    abroad = acts.sighted(abroad, acts.SIGNS_A_MONTH)
    ready = mind.readiness(target, abroad, felt, sums)
    fate = drawn((ready.act, ready.call_off, ready.wait), rolls[-1])
    taken = (ready.act > 0) * (fate == 0)
    for at, response in enumerate(mind.large(target), 1):
        flag = taken * (abroad.plan == at)
        abroad = _act(target, abroad, response, flag, rolls[-2], count, shots)
    abroad = acts.called_off(abroad, (ready.call_off > 0) * (fate == 1))
    weights = mind.answers(target, sums)
    going: Whole = 1
    for turn in range(MOST_ACTS):
        pick = drawn(tuple(weights.values()), rolls[2 * turn])
        for at, id in enumerate(weights):
            if id == mind.NOTHING:
                going = going * (pick != at)
                continue
            response = next(r for r in target.responses if r.id == id)
            flag = going * (pick == at)
            abroad = _act(target, abroad, response, flag, rolls[2 * turn + 1], count, shots)
    begun = mind.plans(target, abroad, sums)
    pick = drawn(tuple(begun.values()), rolls[-3]) + 1
    abroad = acts.sighted(acts.planned(abroad, pick * (pick < len(begun))), 0)
    fired = 1 * (sum(shots.values()) > 0)
    stock = sum(
        r.shot.stock * shots.get(r.shot.kind, 0)
        for r in {r.shot.kind: r for r in target.responses if r.shot}.values()
        if r.shot
    )
    return acts.dawn(target, abroad, outside, fired), Deeds(count, shots, stock, crossing)


def _act(
    target: Target,
    abroad: Abroad,
    response: Response,
    flag: Whole,
    roll: Whole,
    count: dict[str, Whole],
    shots: dict[str, Whole],
) -> Abroad:
    """Let an act happen where the flag is 1, and count it."""
    count[response.id] = count[response.id] + flag
    if response.shot:
        size = (drawn(response.shot.sizes, roll) + 1) * flag
        shots[response.shot.kind] = shots.get(response.shot.kind, 0) + size
    return acts.done(target, abroad, response, flag)
