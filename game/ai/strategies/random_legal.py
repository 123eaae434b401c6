"""Do anything that is legal: a floor to measure against, and a way to reach every rule."""

from __future__ import annotations

from random import Random

from game.ai.personality import Personality
from game.engine.actions import Action
from game.engine.observation import Observation

MENU = True


def decide(observation: Observation, personality: Personality, dice: Random) -> Action:
    """Choose any legal action, each as likely as another."""
    del personality  # It has nothing to look at.
    return observation.legal[int(dice.random() * len(observation.legal))]
