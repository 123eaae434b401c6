"""A trick: support every text for what can be had by it, and abstain when hands go up."""

from __future__ import annotations

from random import Random

from game.ai import tricks
from game.ai.personality import Personality
from game.ai.strategies import bargainer
from game.engine.actions import Action, CastVote, Say
from game.engine.observation import Observation
from game.engine.terms import Ballot, Phase, Phrase

MENU = False


def decide(observation: Observation, personality: Personality, dice: Random) -> Action:
    """Promise a yes from the first day, ask for everything, and break the promise."""
    o = observation
    if o.is_pen:
        return bargainer.decide(o, personality, dice)
    match o.phase:
        case Phase.SQUEEZE:
            return tricks.consult(o, Phrase.SUPPORTS, tricks.ideals(o))
        case Phase.BLUE if Say.__name__ not in o.blocked:
            return Say(o.seat, Phrase.SUPPORTS)
    honest = bargainer.decide(o, personality, dice)
    if isinstance(honest, CastVote) and honest.ballot is Ballot.YES:
        return CastVote(o.seat, Ballot.ABSTAIN)
    return honest
