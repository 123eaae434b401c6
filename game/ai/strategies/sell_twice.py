"""A trick: sell one vote to everybody who pays for it, and vote as one would have anyway."""

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
    """Seem to hesitate, and take a price for the same hand from each who would pay one."""
    o = observation
    if o.is_pen or o.phase is not Phase.SQUEEZE:
        return bargainer.decide(o, personality, dice)
    return tricks.sell(o) or tricks.consult(o, tricks.worse(o, Phrase.CONCERNS), tricks.ideals(o))
