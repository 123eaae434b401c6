"""A trick: have a vote for sale, and no opinion until something was granted for it."""

from __future__ import annotations

from random import Random

from game.ai import tricks
from game.ai.personality import Personality
from game.ai.strategies import bargainer
from game.engine.actions import Action, CastVote
from game.engine.observation import Observation
from game.engine.terms import Ballot, Phase, Phrase

MENU = False
PRICE = 2
"""Asks to be granted before the vote is given. Tuned: what one delegation has tokens for."""


def decide(observation: Observation, personality: Personality, dice: Random) -> Action:
    """Withhold support until paid; unpaid, abstain."""
    o = observation
    honest = bargainer.decide(o, personality, dice)
    if o.is_pen or tricks.granted(o) >= PRICE:
        return honest
    if o.phase is Phase.SQUEEZE:
        return tricks.consult(o, tricks.worse(o, Phrase.CONCERNS), tricks.ideals(o))
    if isinstance(honest, CastVote) and honest.ballot is Ballot.YES:
        return CastVote(o.seat, Ballot.ABSTAIN)
    return honest
