"""A trick: take favours for a vote, and then vote no, where that does not cost oneself the text."""

from __future__ import annotations

from random import Random

from game.ai import mind, tricks
from game.ai.personality import Personality
from game.ai.strategies import bargainer
from game.engine.actions import Action, CastVote
from game.engine.observation import Observation
from game.engine.terms import Ballot, Phase, Phrase

MENU = False


def decide(observation: Observation, personality: Personality, dice: Random) -> Action:
    """Seem to hesitate, promise a yes for whatever is paid, and keep no promise."""
    o = observation
    if o.is_pen:
        return bargainer.decide(o, personality, dice)
    if o.phase is Phase.SQUEEZE:
        acts = tricks.ideals(o)
        return tricks.sell(o) or tricks.consult(o, tricks.worse(o, Phrase.CONCERNS), acts)
    honest = bargainer.decide(o, personality, dice)
    if not isinstance(honest, CastVote) or o.tally is not None or o.draft is None:
        return honest
    wants = mind.points_for(o, o.draft) >= mind.brief(o).yes_at
    alone = o.seat in o.scenario.permanent and wants
    return CastVote(o.seat, Ballot.ABSTAIN if alone else Ballot.NO)
