"""The most that a pen could have had, all cards open: the yardstick of its bargaining.

    J* = max { J(x) : x passes the legal gates, and the fifteen dealt minds, all truthful and with
               no deal made, adopt x }

    share = (J - J0) / (J* - J0),  J0 = 0: no text

J is `worth.pen_gains`. Kept promises please those they were made to, and no truthful vote counts
them, so a pen that trades well can reach a little more than J* in some deals.
"""

from __future__ import annotations

import numpy as np
from attrs import frozen

from game.ai.search import CLAUSES_REWORDED, EXCHANGE_RATES, other_words, plain_text
from game.arena.truth import Truth, hands
from game.arena.worth import gains, pen_gains, regime
from game.engine import consensus
from game.engine.consensus import Ints
from game.engine.terms import Seat

SWEEPS = 60
"""Steps of a climb at most; none has needed half of it."""
REFUSED = -(10**6)
"""Worth of a text that is refused, before what it lacks is taken off."""


@frozen(eq=False)
class Optimum:
    """The best text for a seat among those that the dealt minds adopt.

    text: option numbers, int64 (measures,).
    points: J* of the pen, the gain of another seat; at least 0 for the pen, who may leave it.
    """

    text: Ints
    points: int


def optimum(cards: Truth) -> Optimum:
    """Search for the best text of the pen: climbs by single changes, then by pairs, then words."""
    best = _climbs(cards, cards.scenario.penholder)
    for _ in range(SWEEPS):
        near = consensus.neighbours(cards.scenario, best.text)
        both = np.concatenate([consensus.neighbours(cards.scenario, one) for one in near])
        values = value(cards, cards.scenario.penholder, both)
        top = int(values.argmax())
        if values[top] <= best.points:
            break
        best = _climbed(cards, cards.scenario.penholder, both[top])
    best = _reworded(cards, best)
    return best if best.points > 0 else Optimum(regime(cards.scenario), 0)


def _reworded(cards: Truth, best: Optimum) -> Optimum:
    """Write other words where these bring more than levels alone, in as many clauses as a pen."""
    pen = cards.scenario.penholder
    for _ in range(CLAUSES_REWORDED):
        near = other_words(cards.scenario, best.text)
        values = value(cards, pen, near)
        if not len(near) or values.max() <= best.points:
            break
        top = int(values.argmax())
        best = Optimum(np.asarray(near[top], dtype=np.int64), int(values[top]))
    return best


def most(cards: Truth, seat: Seat, best: Optimum) -> int:
    """Return the most that a seat without the pen could gain by a text, in points.

        most = max { gain(x) : x would be adopted }

    It is looked for by climbs alone, and is no less than what the pen's best text gives it.
    """
    return max(_climbs(cards, seat).points, _left(cards, seat, best))


def stake(cards: Truth, seat: Seat, best: Optimum, gain: int | None = None) -> int:
    """Return what there is to bargain about for a seat without the pen, in points.

        stake = most - gain(the pen's best text)

    Args:
        gain: the most it could gain, where that is known.
    """
    gain = most(cards, seat, best) if gain is None else gain
    return gain - _left(cards, seat, best)


def _left(cards: Truth, seat: Seat, best: Optimum) -> int:
    return int(gains(cards, best.text[None, :])[0, cards.scenario.seats.index(seat)])


def value(cards: Truth, seat: Seat, drafts: Ints) -> Ints:
    """Value texts for a seat, those adopted above all others, int64 (drafts,).

    A text that is refused is worth the less the more points members lack of a yes.
    """
    counted = hands(cards, drafts)
    if seat == cards.scenario.penholder:
        points = pen_gains(cards, drafts)
    else:
        points = gains(cards, drafts)[:, cards.scenario.seats.index(seat)]
    return np.asarray(np.where(counted.adopted, points, REFUSED - counted.short))


def _climbs(cards: Truth, seat: Seat) -> Optimum:
    s = cards.scenario
    plain = plain_text(s)
    high = [max(int(p), s.opening.get(m.id, 0)) for m, p in zip(s.measures, plain, strict=True)]
    ends = np.array([plain, high], dtype=np.int64)
    starts = np.unique(np.concatenate([ends, _exchanges(cards, seat)]), axis=0)
    return max((_climbed(cards, seat, text) for text in starts), key=lambda o: o.points)


def _climbed(cards: Truth, seat: Seat, text: Ints) -> Optimum:
    best = Optimum(text, int(value(cards, seat, text[None, :])[0]))
    for _ in range(SWEEPS):
        near = consensus.neighbours(cards.scenario, best.text)
        values = value(cards, seat, near)
        top = int(values.argmax())
        if values[top] <= best.points:
            break
        best = Optimum(np.asarray(near[top], dtype=np.int64), int(values[top]))
    return best


def _exchanges(cards: Truth, seat: Seat) -> Ints:
    """Return the best texts clause by clause at several prices of the reluctant's points."""
    s, t = cards.scenario, consensus.model(cards.scenario)
    mine = cards.rows()[s.seats.index(seat)]
    reluctant = [
        row for seat, row in zip(s.seats, cards.rows(), strict=True) if s.briefs[seat].reluctant
    ]
    others = 20 * t.points[reluctant].sum(axis=0) - 3 * t.pressure
    prices = np.array(EXCHANGE_RATES, dtype=np.int64)[:, None, None]
    worth = 80 * t.points[mine] + prices * others
    usable = np.zeros(t.pressure.shape, dtype=bool)
    for i, m in enumerate(s.measures):
        usable[i, t.floor[i] : m.top + 1] = True
    best = np.where(usable, worth, REFUSED).argmax(axis=2)
    return np.asarray(np.maximum(best, plain_text(s)), dtype=np.int64)
