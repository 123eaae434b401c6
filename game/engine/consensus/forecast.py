"""Chances of a vote held today."""

from __future__ import annotations

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from game.engine.consensus.belief import Belief
from game.engine.consensus.sums import dealings, own_sums, refusals, shared
from game.engine.consensus.tables import Floats, Ints, model
from game.engine.record import Record
from game.engine.scenario import Scenario


@frozen(eq=False)
class Forecast:
    """What an observer expects of a vote held today.

    yes: chance of a yes, float64 (drafts, seats).
    no: chance of a no, float64 (drafts, seats).
    adopted: chance that the text is adopted, float64 (drafts,).
    vetoed: chance that a permanent member votes no, float64 (drafts,).
    unanimous: chance that all vote yes, float64 (drafts,).
    """

    yes: Floats
    no: Floats
    adopted: Floats
    vetoed: Floats
    unanimous: Floats

    @property
    def expected(self) -> Floats:
        """Return the expected number of yes votes, float64 (drafts,)."""
        return np.asarray(self.yes.sum(axis=1), dtype=np.float64)


def forecast(scenario: Scenario, record: Record, belief: Belief, drafts: Ints) -> Forecast:
    """Estimate the vote on each text from what one seat knows.

    Exact over the briefs that each capital could have sent, given the phrases now on record;
    never over the brief that was dealt.

    Args:
        drafts: option numbers, int64 (drafts, measures).

    Source: UN Charter, Article 27(3).
    """
    t = model(scenario)
    extra = shared(scenario, record) + dealings(scenario, record, drafts)
    sums = own_sums(scenario, drafts, record.stock) + extra[:, t.seat]
    below = refusals(scenario, record)
    tail = np.zeros((len(t.minds), 8), dtype=np.int64)
    tail[:, :7] = belief.weights[:, ::-1].cumsum(axis=1)[:, ::-1]
    whole = np.add.reduceat(tail[:, 0], t.start)
    minds = np.arange(len(t.minds))
    reach_yes = tail[minds, np.clip(t.yes_at[t.seat] - sums + 3, 0, 7)]
    reach_no = tail[minds, np.clip(below[t.seat] - sums + 3, 0, 7)]
    yes = np.add.reduceat(reach_yes, t.start, axis=1) / whole
    no = 1.0 - np.maximum(np.add.reduceat(reach_no, t.start, axis=1) / whole, yes)
    adopted = adoption(yes, no, t.permanent, scenario.majority)
    vetoed = 1.0 - np.prod(1.0 - no[:, t.permanent], axis=1)
    return Forecast(yes, no, adopted, vetoed, np.prod(yes, axis=1))


def adoption(yes: Floats, no: Floats, permanent: NDArray[np.bool_], majority: int) -> Floats:
    """Return the chance of at least `majority` yes votes and no permanent member against.

    Args:
        yes: chance of a yes, float64 (drafts, seats); seats are independent.
        no: chance of a no, float64 (drafts, seats).

    Returns:
        float64 (drafts,); exact, by convolution.
    """
    counts = np.zeros((majority + 1, yes.shape[0]))
    counts[0] = 1.0
    stays = 1.0 - yes - no * permanent
    for up, stay in zip(yes.T, stays.T, strict=True):
        last = counts[majority] * (stay + up) + counts[majority - 1] * up
        counts[1:majority] = counts[1:majority] * stay + counts[: majority - 1] * up
        counts[0] *= stay
        counts[majority] = last
    return np.asarray(counts[majority], dtype=np.float64)
