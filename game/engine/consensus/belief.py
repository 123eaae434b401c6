"""What an observer holds possible of every capital, from what was said in public."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from game.engine import opinion
from game.engine.consensus.sums import own_of
from game.engine.consensus.tables import Ints, model
from game.engine.record import Heard, Record, Version, Warned
from game.engine.scenario import Scenario
from game.engine.terms import Phrase, Seat


@frozen(eq=False)
class Belief:
    """What one observer holds possible of every seat.

    weights: int64 (minds, 7): weight of each variant with each margin from -3 to +3.
    """

    weights: Ints


def believe(
    scenario: Scenario,
    record: Record,
    seen: Mapping[int, Version],
    known: Mapping[Seat, tuple[str, int]],
) -> Belief:
    """Weigh the briefs that each capital could have sent by what was heard.

    A phrase is true when said, so it leaves only the briefs of which it is true; so is a warning.
    What is said of versions the observer has not seen teaches nothing, nor does a word that fits
    no brief at all: it was said for the record.

    Args:
        seen: versions the observer was shown, by number.
        known: seats whose variant and margin the observer knows (its own).
    """
    t = model(scenario)
    weights = t.odds[:, None] * np.array(list(opinion.MARGINS.values()), dtype=np.int64)
    for heard in record.said:
        if heard.version in seen and heard.seat not in known:
            _hear(scenario, weights, heard.seat, _fits(scenario, seen[heard.version], heard))
    for warned in record.warnings:
        if warned.seat not in known:
            _hear(scenario, weights, warned.seat, _heeds(scenario, warned))
    for seat, (variant, margin) in known.items():
        s = scenario.seats.index(seat)
        mine = t.seat == s
        weights[mine] = 0
        weights[t.minds.index((seat, variant)), margin + 3] = 1
    return Belief(weights)


def _hear(scenario: Scenario, weights: Ints, seat: Seat, fits: NDArray[np.bool_]) -> None:
    mine = model(scenario).seat == scenario.seats.index(seat)
    left = np.where(fits, weights[mine], 0)
    if left.any():
        weights[mine] = left


def _fits(scenario: Scenario, version: Version, heard: Heard) -> NDArray[np.bool_]:
    seat, phrase = heard.seat, heard.phrase
    brief = scenario.briefs[seat]
    low = opinion.lowest(brief, phrase)
    phrases = list(Phrase)
    at = phrases.index(phrase)
    high = opinion.lowest(brief, phrases[at - 1]) if at else None
    sums = own_of(scenario, version.clauses, heard.stock)
    mine = model(scenario).seat == scenario.seats.index(seat)
    totals = sums[mine][:, None] + heard.shared + np.arange(-3, 4)
    out = np.ones(totals.shape, dtype=bool)
    if low is not None:
        out &= totals >= low
    if high is not None:
        out &= totals < high
    return out


def _heeds(scenario: Scenario, warned: Warned) -> NDArray[np.bool_]:
    """Tell of which minds a warning is true: too much from this level on, and not below."""
    least = scenario.briefs[warned.seat].yes_at
    out = _alone(scenario, warned, warned.level) + warned.shared < least
    if warned.level - 1 > scenario.floor(warned.measure):
        exact = out & (_alone(scenario, warned, warned.level - 1) + warned.below >= least)
        out = exact if exact.any() else out
    return np.asarray(out, dtype=np.bool_)


def _alone(scenario: Scenario, warned: Warned, level: int) -> Ints:
    sums = own_of(scenario, opinion.alone(scenario, warned.measure, level), warned.stock)
    mine = model(scenario).seat == scenario.seats.index(warned.seat)
    return np.asarray(sums[mine][:, None] + np.arange(-3, 4), dtype=np.int64)
