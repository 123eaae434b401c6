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


@frozen
class Month:
    """What a month begins with, for all that the target decides in it.

    outside: what others do.
    crossing: what the border came to.
    felt: term -> what the target weighs, 0 to 100.
    points: response -> what gives points -> how many.
    """

    outside: Outside
    crossing: border.Crossing
    felt: Mapping[str, Whole]
    points: Mapping[str, Mapping[str, Whole]]


def opened(
    target: Target,
    enforcers: Sequence[Enforcer],
    abroad: Abroad,
    regime: Regime,
    outside: Outside,
) -> tuple[Abroad, Month]:
    """Let a month pass at the border, and reckon what it makes the target weigh."""
    abroad, crossing = border.month(target, enforcers, abroad, regime, outside)
    felt = mind.terms(target, abroad, outside, crossing.enforced)
    found = mind.points(target, abroad, outside, crossing.enforced)
    return abroad, Month(outside, crossing, felt, found)


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
    abroad, begun = opened(target, enforcers, abroad, regime, outside)
    sums = mind.summed(begun.points)
    abroad, count, shots = _finished(target, abroad, begun.felt, sums, rolls)
    weights = mind.answers(target, sums)
    going: Whole = 1
    for turn in range(MOST_ACTS):
        pick, size = drawn(tuple(weights.values()), rolls[2 * turn]), rolls[2 * turn + 1]
        for at, id in enumerate(weights):
            if id != mind.NOTHING:
                _count(_response(target, id), going * (pick == at), size, count, shots)
        going = going * (pick < len(weights) - 1)
    for id in weights:
        if id != mind.NOTHING:
            abroad = acts.done(target, abroad, _response(target, id), count[id])
    abroad = acts.planned(abroad, _begun(mind.plans(target, abroad, sums), rolls[-3]))
    stock = sum(r.shot.stock * shots[r.id] for r in target.responses if r.shot)
    kinds = {r.shot.kind: 0 for r in target.responses if r.shot}
    for response in target.responses:
        if response.shot:
            kinds[response.shot.kind] = kinds[response.shot.kind] + shots[response.id]
    abroad = acts.dawn(target, abroad, outside, sum(shots.values()))
    return abroad, Deeds(count, kinds, stock, begun.crossing)


def _finished(
    target: Target,
    abroad: Abroad,
    felt: Mapping[str, Whole],
    sums: Mapping[str, Whole],
    rolls: Sequence[Whole],
) -> tuple[Abroad, dict[str, Whole], dict[str, Whole]]:
    """Show signs of the prepared step, then let it be taken, called off, or put off.

    Returns:
        the world; response -> how often it was done so far; response -> shots fired so far.
    """
    count: dict[str, Whole] = {r.id: 0 for r in target.responses}
    shots: dict[str, Whole] = {r.id: 0 for r in target.responses if r.shot}
    abroad = acts.sighted(abroad, acts.SIGNS_A_MONTH)
    ready = mind.readiness(target, abroad, felt, sums)
    fate = drawn((ready.act, ready.call_off, ready.wait), rolls[-1])
    taken = (ready.act > 0) * (fate == 0)
    dropped = (ready.call_off > 0) * (fate == 1)
    for at, response in enumerate(target.large, 1):
        _count(response, taken * (abroad.plan == at), rolls[-2], count, shots)
    for response in target.large:
        abroad = acts.done(target, abroad, response, count[response.id])
    return acts.called_off(abroad, dropped), count, shots


def _response(target: Target, id: str) -> Response:
    return next(r for r in target.responses if r.id == id)


def _begun(weights: Mapping[str, Whole], roll: Whole) -> Whole:
    """Return the number of the large step that begins to be prepared, or 0; none comes last."""
    pick = drawn(tuple(weights.values()), roll)
    return (pick + 1) * (pick < len(weights) - 1)


def _count(
    response: Response,
    flag: Whole,
    roll: Whole,
    count: dict[str, Whole],
    shots: dict[str, Whole],
) -> None:
    """Count an act that happens where the flag is 1, and what it fires."""
    count[response.id] = count[response.id] + flag
    if response.shot:
        size = drawn(response.shot.sizes, roll) + 1
        shots[response.id] = shots[response.id] + size * flag
