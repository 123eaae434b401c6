"""Take what is nearest: no deals, nothing learnt, nothing given for something.

As the pen: make, round by round, the single changes that raise the chance of passing most, by the
public odds of the briefs alone. As a member: say what is true, ask for the ideal.
"""

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
    """Choose one legal action without a thought for anybody else's."""
    o = observation
    if o.phase is not Phase.SQUEEZE:
        return bargainer.decide(o, personality, dice)
    if o.is_pen:
        return plainly.likelier(o)
    return tricks.consult(o, tricks.worse(o, Phrase.SUPPORTS), tricks.ideals(o))
