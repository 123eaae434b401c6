"""How a delegation bargains outside the meeting: answers, offers, cables, and why."""

from __future__ import annotations

import numpy as np

from game.ai import mind
from game.engine.actions import Action, Decline, TellNeeds
from game.engine.observation import Observation

NAMES_A_CLAUSE = 50
"""Candour from which a delegation names the clause it has trouble with, per cent. Tuned."""
NAMES_A_GROUP = 20
"""Candour from which it names the group of clauses. Tuned."""


def answer(observation: Observation) -> Action | None:
    """Answer the offer or the question that waits, if one does."""
    o = observation
    if o.offered is not None:
        return Decline(o.seat, o.offered.seat, o.offered.number)
    return _needs(o) if o.inquirer else None


def _needs(observation: Observation) -> TellNeeds:
    """Tell what weighs most against the text, as exactly as temper allows; it is true."""
    o, s = observation, observation.scenario
    heaviest = trouble(o)
    if not heaviest or mind.temper(o).candour < NAMES_A_GROUP:
        return TellNeeds(o.seat, o.inquirer)
    if mind.temper(o).candour < NAMES_A_CLAUSE:
        return TellNeeds(o.seat, o.inquirer, "", s.measure(heaviest).category)
    return TellNeeds(o.seat, o.inquirer, heaviest)


def trouble(observation: Observation) -> str:
    """Return the measure that weighs most against the text this seat knows; empty for none."""
    o, s = observation, observation.scenario
    table = mind.own_table(o)
    points = table[np.arange(len(s.measures)), mind.levels(o)]
    at = int(points.argmin())
    return s.measures[at].id if points[at] < 0 else ""
