"""The deal with open cards: what fifteen minds make of texts when everybody says what is true."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from game.engine import State, consensus, opinion
from game.engine.consensus import Ints
from game.engine.scenario import Scenario
from game.engine.terms import Phrase, Seat

ROUNDS_OF_PHRASES = 6
"""Times that everybody speaks again after hearing the others; no phrase is left to move then."""


@frozen
class Truth:
    """What was dealt, and how much has happened outside.

    scenario: what is fixed.
    minds: seat -> its variant and margin.
    stock: provocation stock at the vote, points.
    """

    scenario: Scenario
    minds: Mapping[Seat, tuple[str, int]]
    stock: int

    def rows(self) -> list[int]:
        """Return the rows of the dealt minds among all that could have been, by seat."""
        t = consensus.model(self.scenario)
        return [t.minds.index((s, self.minds[s][0])) for s in self.scenario.seats]

    def margins(self) -> Ints:
        """Return the points that each seat was dealt on top of its brief, int64 (seats,)."""
        return np.array([self.minds[s][1] for s in self.scenario.seats], dtype=np.int64)


def truth(state: State) -> Truth:
    """Open the cards of a game."""
    minds = {s: (d.variant, d.margin) for s, d in state.dealt.items()}
    return Truth(state.scenario, minds, state.record.stock)


@frozen(eq=False)
class Hands:
    """How fifteen truthful delegations would vote on each text.

    yes: bool (drafts, seats).
    adopted: bool (drafts,).
    short: how many points the seats lack of a yes together, int64 (drafts,).
    """

    yes: NDArray[np.bool_]
    adopted: NDArray[np.bool_]
    short: Ints


def hands(cards: Truth, drafts: Ints) -> Hands:
    """Count the hands for each text, everybody truthful, all in time, and no deal made.

    Phrases start from silence; then everybody says what is true of its sum, hears the others,
    and says it again until nothing moves. A sum only rises with the phrases of others, so what is
    reached from silence does not depend on who speaks first.

    Args:
        drafts: option numbers, int64 (drafts, measures).
    """
    s, t = cards.scenario, consensus.model(cards.scenario)
    own = consensus.own_sums(s, drafts, cards.stock)[:, cards.rows()] + cards.margins()
    bands = _bands(s)
    said = np.zeros_like(own)
    for _ in range(ROUNDS_OF_PHRASES):
        favour = said >= 1
        unity = t.unity * (favour.sum(axis=1, keepdims=True) - favour)
        sums = own + unity // opinion.UNITY_DIVISOR + said @ t.pulls.T
        now = (sums[:, :, None] >= bands).sum(axis=2) - 2
        if np.array_equal(now, said):
            break
        said = now
    yes = sums >= t.yes_at
    refused = (sums < _refusals(s, said)) & ~yes
    adopted = (yes.sum(axis=1) >= s.majority) & ~refused[:, t.permanent].any(axis=1)
    short = np.minimum(0, sums - t.yes_at).sum(axis=1)
    return Hands(yes, adopted & consensus.allowed(s, drafts), np.asarray(-short, dtype=np.int64))


def _bands(scenario: Scenario) -> Ints:
    """Return the least sums of the four phrases above the last, int64 (seats, 4)."""
    briefs = [scenario.briefs[s] for s in scenario.seats]
    return np.array(
        [[least for p in Phrase if (least := opinion.lowest(b, p)) is not None] for b in briefs],
        dtype=np.int64,
    )


def _refusals(scenario: Scenario, said: Ints) -> Ints:
    """Return the sums under which seats vote no, int64 (drafts, seats)."""
    t = consensus.model(scenario)
    briefs = [scenario.briefs[s] for s in scenario.seats]
    no_at = np.array([b.no_at for b in briefs], dtype=np.int64)
    price = np.array([b.veto_price for b in briefs], dtype=np.int64)
    against = (said <= -1) & t.permanent
    company = against.sum(axis=1, keepdims=True) - against
    favour = said >= 1
    wanted = favour.sum(axis=1, keepdims=True) - favour == len(scenario.seats) - 1
    more = wanted * (price // 2)
    return np.asarray(no_at - t.permanent * np.maximum(0, price + more - company * (price // 2)))
