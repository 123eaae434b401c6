"""What a text is worth to each member, in points, with the cards open.

A member's gain by a text x over the regime in force r:

    gain(x) = [sum(x) - sum(r)] + AIM_WORTH * [aims met by x - aims met by r]

where `sum` is the part of its own sum that comes from the text (clauses, red lines, pressure) and
an aim counts with its weight. Nothing procedural, no phrase of others and no deal is in it. A text
that is not adopted leaves the regime: gain 0. What `answered` adds, the call of the act for some
answer, is the same for every text that is adopted, so it shifts gains and ranks no texts. What the
end of a game is worth to a member is its gain, with `answered` and with its aims about the outcome:

    worth = gain(x) + answer + AIM_WORTH * [aims among adopted, unanimous, granted that are met]
            + favours that were done to it - what those it did have cost

without the first three if there is no text. J, the yardstick of the pen, leaves favours out.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from game.ai import mind
from game.arena.truth import Truth, hands
from game.engine import bargain, consensus
from game.engine.consensus import Ints
from game.engine.scenario import Scenario

AIM_WORTH = bargain.AIM_WORTH
"""Points of an aim for each of its weight, as computers reckon with it."""
OUTCOMES = ("adopted", "unanimous", "granted")
"""Aims that are about how the sitting ends, not about a measure."""


def gains(cards: Truth, drafts: Ints) -> Ints:
    """Return what each text is worth to each member beyond the regime, int64 (drafts, seats).

    Args:
        drafts: option numbers, int64 (drafts, measures).
    """
    base = regime(cards.scenario)[None, :]
    both = _worth(cards, np.concatenate([drafts, base]))
    return np.asarray(both[:-1] - both[-1], dtype=np.int64)


def _worth(cards: Truth, drafts: Ints) -> Ints:
    s = cards.scenario
    sums = consensus.own_sums(s, drafts, cards.stock)[:, cards.rows()]
    aims = np.stack([mind.aims_of(s, seat) for seat in s.seats])
    reached = consensus.standing(s, drafts)
    met = aims[:, np.arange(drafts.shape[1]), reached].sum(axis=2)
    return np.asarray(sums + met.T, dtype=np.int64)


def answered(cards: Truth) -> Ints:
    """Return what it is worth to each member that the act is answered at all, int64 (seats,)."""
    t = consensus.model(cards.scenario)
    return np.asarray(t.answer[cards.rows()], dtype=np.int64)


def pen_gains(cards: Truth, drafts: Ints) -> Ints:
    """Return J of each text if adopted, int64 (drafts,): the pen's gain and its aim of unity.

    The aim that a text be adopted is left out: every text that counts is.
    """
    s = cards.scenario
    at = s.seats.index(s.penholder)
    aims = s.briefs[s.penholder].aims
    unity = AIM_WORTH * sum(a.weight for a in aims if a.outcome == "unanimous")
    unity = unity * int(consensus.model(s).hands[cards.rows()[at]]) // 100
    together = hands(cards, drafts).yes.all(axis=1) if unity else 0
    return np.asarray(gains(cards, drafts)[:, at] + unity * together, dtype=np.int64)


@lru_cache(maxsize=16)
def regime(scenario: Scenario) -> Ints:
    """Return the regime in force as option numbers, int64 (measures,); no text leaves it."""
    return np.array([scenario.base(m.id) for m in scenario.measures], dtype=np.int64)
