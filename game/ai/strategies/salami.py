"""A trick: ask for one level, and for one more each time it is granted, never quite content."""

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
    """Have concerns and another slice to ask for, until the text is in blue."""
    o = observation
    if o.phase is not Phase.SQUEEZE or o.is_pen:
        return bargainer.decide(o, personality, dice)
    return tricks.consult(o, tricks.worse(o, Phrase.CONCERNS), tricks.slices(o))
