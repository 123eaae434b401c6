"""Computer delegations: an observation goes in, one legal action comes out."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from random import Random
from typing import Protocol

from attrs import frozen

from game import codec, paths
from game.ai import search
from game.ai import strategies as _modules
from game.ai.personality import Personality
from game.engine.actions import Action
from game.engine.consensus import draft_of
from game.engine.observation import Observation
from game.engine.record import Draft

QUICK = "quick"
"""The level that is played when none is named."""


class Strategy(Protocol):
    """What a module in `strategies` offers.

    MENU: it chooses from `observation.legal`, so every legal action has to be listed.
    """

    MENU: bool

    def decide(self, observation: Observation, personality: Personality, dice: Random) -> Action:
        """Choose one legal action."""


@frozen
class _Levels:
    """The file of personalities.

    personalities: the levels of play.
    """

    personalities: tuple[Personality, ...]


@lru_cache(maxsize=1)
def personalities() -> Mapping[str, Personality]:
    """Return the levels of play by id, as the data folder has them."""
    path = paths.scenarios() / "common" / "personalities.yaml"
    return {p.id: p for p in codec.load(path, _Levels).value.personalities}


def strategies() -> tuple[str, ...]:
    """Return the names of all strategies, in the order of the alphabet."""
    return tuple(sorted(m.name for m in pkgutil.iter_modules(_modules.__path__)))


@lru_cache(maxsize=32)
def _strategy(name: str) -> Strategy:
    module: Strategy = import_module(f"game.ai.strategies.{name}")
    return module


def decide(observation: Observation, personality: Personality, dice: Random) -> Action:
    """Choose one action for the seat of this observation; the same input gives the same action.

    Args:
        dice: the luck of this one decision.
    """
    return _strategy(personality.strategy).decide(observation, personality, dice)


def needs_menu(personality: Personality) -> bool:
    """Tell whether a computer of this level wants every legal action listed."""
    return _strategy(personality.strategy).MENU


def suggest(observation: Observation, level: str = QUICK) -> Draft:
    """Return the text that serves this seat best among those it expects to pass.

    Args:
        level: how far to look, an id of `personalities`.
    """
    found = search.best_text(observation, personalities()[level])
    return draft_of(observation.scenario, found)
