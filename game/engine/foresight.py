"""What the others will say of a text once they have read it.

A forecast holds the phrases that are on record. A text that goes into blue is spoken to again: who
likes it less says so, pulls others along, and makes a veto cheaper for whoever had not dared alone.
"""

from __future__ import annotations

import numpy as np

from game.engine import consensus, opinion
from game.engine.changing import changed
from game.engine.consensus import Ints
from game.engine.observation import Observation, belief
from game.engine.terms import Phrase, Seat

ROUNDS = 3
"""How often each is taken to answer what the others say. Tuned: none moves later."""


def heard(observation: Observation, text: Ints) -> Observation:
    """Return what the observer would see once all others had spoken to a text, as it expects."""
    o, r = observation, observation.record
    for _ in range(ROUNDS):
        phrases = expected(o, text)
        if phrases == dict(o.record.phrases):
            break
        o = changed(o, record=changed(r, phrases=phrases))
    return o


def expected(observation: Observation, text: Ints) -> dict[Seat, Phrase]:
    """Return the phrase to be expected of each seat, by the mean of what its capital may think."""
    o, s, t = observation, observation.scenario, consensus.model(observation.scenario)
    weights, own = belief(o).weights, consensus.own_row(s, text, o.record.stock)
    total = (weights * (own[:, None] + np.arange(-3, 4))).sum(axis=1)
    sums, whole = (np.add.reduceat(part, t.start) for part in (total, weights.sum(axis=1)))
    means = sums // whole + consensus.shared(s, o.record)
    means = means + consensus.dealings(s, o.record, text[None, :])[0]
    found = dict(o.record.phrases)
    for seat, points in zip(s.seats, means.tolist(), strict=True):
        if seat != o.seat:
            found[seat] = opinion.phrase_for(s.briefs[seat], points)
    return found
