"""What one of two drafts is worth to the seat that votes, with the other adopted or waiting."""

from __future__ import annotations

from game.engine import consensus, opinion
from game.engine.observation import Observation
from game.engine.record import Draft
from game.engine.wording import superseded


def added(observation: Observation, stands: Draft, number: int) -> int:
    """Return what a draft brings a seat beside what was adopted before it, in points.

    What was said of either counts no more; of both what they say does.
    """
    o = observation
    if o.dealt is None:
        return 0
    row = consensus.model(o.scenario).numbers[o.seat, o.dealt.variant]
    both = (superseded(o.scenario, stands, o.text(number)), stands)
    then, now = (int(consensus.own_of(o.scenario, it, o.record.stock)[row]) for it in both)
    return then - now


def rather(observation: Observation, number: int) -> int:
    """Return how much better a seat likes a draft than the one in blue, in points of its sums."""
    o = observation
    if o.dealt is None:
        return 0
    one, other = (
        consensus.sum_of(o.scenario, opinion.heard_of(o, n), o.seat, o.dealt.variant, o.text(n))
        for n in (number, o.blue)
    )
    return one - other
