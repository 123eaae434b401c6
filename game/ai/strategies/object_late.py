"""A trick: object to every text until the last round, warn of what could be borne, then agree."""

from __future__ import annotations

from random import Random

from game.ai import tricks
from game.ai.personality import Personality
from game.ai.strategies import bargainer
from game.engine.actions import Action
from game.engine.observation import Observation
from game.engine.terms import Phase, Phrase

MENU = False


def decide(observation: Observation, personality: Personality, dice: Random) -> Action:
    """Oppose while there is a round to come; otherwise do as an honest delegation does."""
    o = observation
    early = o.phase is Phase.SQUEEZE and o.round < o.last_round
    if not early or o.is_pen:
        return bargainer.decide(o, personality, dice)
    return tricks.consult(o, Phrase.OPPOSES, (*tricks.ideals(o), *tricks.threats(o)))
