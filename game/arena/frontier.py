"""How much a text leaves on the table: the way to the Pareto frontier, and the Nash product.

With fifteen members the frontier cannot be listed, so both are defined from the text itself.
"""

from __future__ import annotations

import math

import numpy as np

from game.arena.truth import Truth, hands
from game.arena.worth import answered, gains
from game.engine import consensus
from game.engine.consensus import Ints

STEPS = 40
"""Changes on the way to the frontier at most; none has needed half of it."""


def shortfall(cards: Truth, text: Ints) -> float:
    """Return the distance of an adopted text to the Pareto frontier, points a member.

    From the text, the single change or else the pair of changes is made that adds most to the sum
    of the members' gains while no member loses by it and the text stays adopted, until there is
    none left. The distance is what was added, divided by the number of members; 0 is a text from
    which no one or two changes help anybody without hurting somebody.
    """
    here, start = text, int(gains(cards, text[None, :]).sum())
    for _ in range(STEPS):
        near = consensus.neighbours(cards.scenario, here)
        step = _better(cards, here, near)
        if step is None:
            few = near[np.argsort(-gains(cards, near).sum(axis=1), kind="stable")[:12]]
            both = np.concatenate([consensus.neighbours(cards.scenario, one) for one in few])
            step = _better(cards, here, both)
        if step is None:
            break
        here = step
    return (int(gains(cards, here[None, :]).sum()) - start) / len(cards.scenario.seats)


def _better(cards: Truth, here: Ints, near: Ints) -> Ints | None:
    change = gains(cards, near) - gains(cards, here[None, :])
    harmless = (change >= 0).all(axis=1) & (change.sum(axis=1) > 0)
    near, change = near[harmless], change[harmless]
    if len(near):
        stays = hands(cards, near).adopted
        near, change = near[stays], change[stays]
    return np.asarray(near[int(change.sum(axis=1).argmax())]) if len(near) else None


def geometric(cards: Truth, text: Ints) -> float:
    """Return the Nash product of an adopted text as its fifteenth root, points.

        (product over members of max(1, gain + answer)) ** (1 / members)

    The point of disagreement is no text: the regime stays, the act unanswered, 0 for everybody.
    """
    whole = gains(cards, text[None, :])[0] + answered(cards)
    return math.exp(float(np.log(np.maximum(1, whole)).mean()))
