"""Bargain: say what is true, ask for what matters most, give way by temper, keep one's word.

As the pen: open high, learn from phrases and asks, move towards the text that serves best among
those that pass, widen the circle, put it in blue.
"""

from __future__ import annotations

from random import Random

from game.ai import deals, explaining, member, pen, procedure, season
from game.ai.personality import Personality
from game.engine.actions import Action
from game.engine.observation import Observation
from game.engine.terms import Phase

MENU = False


def decide(observation: Observation, personality: Personality, dice: Random) -> Action:
    """Choose one legal action from what this seat knows."""
    del dice  # Whatever varies from game to game was dealt: briefs, margins and tempers.
    if (dealing := deals.act(observation, personality)) is not None:
        return dealing
    match observation.phase:
        case Phase.ALARM:
            return procedure.meet(observation)
        case Phase.SOUNDINGS:
            return member.sound(observation, personality)
        case Phase.TEXT:
            return pen.write(observation)
        case Phase.SQUEEZE if observation.is_pen:
            return pen.revise(observation, personality)
        case Phase.SQUEEZE:
            p = personality
            ways = {"thorough": p.thorough, "leaves": p.leaves_to_others, "bluffs": p.bluffs}
            return member.consult(observation, **ways)
        case Phase.BLUE:
            return member.last_word(observation, personality)
        case Phase.VOTE if observation.stage == "explaining":
            return explaining.after(observation)
        case Phase.VOTE:
            return procedure.act(observation, personality)
        case Phase.ECHO:
            return season.act(observation)
    raise ValueError(f"a delegation does not act in {observation.phase.value}")
