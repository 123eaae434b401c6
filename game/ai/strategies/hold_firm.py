"""Never concede: the pen keeps its opening text, a member its ideals, and both say so."""

from __future__ import annotations

from random import Random

from game.ai import plainly, tricks
from game.ai.personality import Personality
from game.ai.strategies import bargainer
from game.engine.actions import Action
from game.engine.observation import Observation
from game.engine.terms import Phase, Phrase

MENU = False


def decide(observation: Observation, personality: Personality, dice: Random) -> Action:
    """Give way in nothing; vote as the brief says all the same."""
    o = observation
    if o.phase is not Phase.SQUEEZE:
        return bargainer.decide(o, personality, dice)
    if o.is_pen:
        return plainly.unmoved(o)
    acts = (*tricks.ideals(o), *tricks.threats(o))
    return tricks.consult(o, tricks.worse(o, Phrase.CONCERNS), acts)
