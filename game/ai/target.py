"""What the target would do by itself: the default for a person who plays it."""

from __future__ import annotations

from random import Random

from game.engine.actions import Action, Respond, Rest, Wait
from game.engine.observation import Observation

RARE = 10
"""How many times the strongest act may outweigh another that is still thought of. Tuned: what is
some thirty points below never comes as a default."""


def decide(observation: Observation, luck: Random) -> Action | None:
    """Choose as chance would where nobody plays the target, but nothing rare and no last rung.

    Returns:
        None where this seat is not asked.
    """
    weights = {a: w for a, w in observation.drawn if w and not _is_last(observation, a)}
    deeds: dict[tuple[str, str], int] = {}
    for action, weight in weights.items():
        deeds[_deed(action)] = deeds.get(_deed(action), 0) + weight
    acts = [w for deed, w in deeds.items() if deed[0] not in QUIET]
    strongest = max(acts, default=0)
    likely = {a: w for a, w in weights.items() if deeds[_deed(a)] * RARE >= strongest}
    if not likely:
        return next((a for a, _w in observation.drawn), None)
    mark = luck.randrange(sum(likely.values()))
    for action, weight in likely.items():
        mark -= weight
        if mark < 0:
            return action
    return None


QUIET = (Rest.__name__, Wait.__name__)
"""Kinds of acts that are never too rare."""


def _deed(action: Action) -> tuple[str, str]:
    """Return the kind of an act and what it names: one deed, however many shots it is."""
    return type(action).__name__, getattr(action, "response", "")


def _is_last(observation: Observation, action: Action) -> bool:
    return isinstance(action, Respond) and action.found(observation.scenario).is_last
