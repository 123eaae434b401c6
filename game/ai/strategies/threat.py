"""A trick: threaten a refusal to the end, ask for everything, and abstain when hands go up."""

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
    """Speak against the text whatever it says, and let it pass."""
    o = observation
    if o.is_pen:
        return bargainer.decide(o, personality, dice)
    match o.phase:
        case Phase.SQUEEZE:
            acts = (*tricks.threats(o), *tricks.ideals(o))
            return tricks.consult(o, Phrase.OPPOSES, acts)
        case Phase.BLUE if Say.__name__ not in o.blocked:
            return Say(o.seat, Phrase.DIFFICULTY)
        case Phase.VOTE if o.tally is None:
            honest = bargainer.decide(o, personality, dice)
            return CastVote(o.seat, Ballot.ABSTAIN) if isinstance(honest, CastVote) else honest
    return bargainer.decide(o, personality, dice)
