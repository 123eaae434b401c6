"""Computer delegations: an observation goes in, one legal action comes out."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from random import Random
from typing import Protocol

from attrs import evolve

from game.ai import deals, mind, promising, search, steadying, target
from game.ai import strategies as _modules
from game.ai.personality import Personality, personalities
from game.ai.why import why
from game.engine.actions import Action, Decline
from game.engine.consensus import draft_of
from game.engine.observation import Observation
from game.engine.record import Dealt, Draft

QUICK = "quick"
"""The level for many games in a row."""
USUAL = "search"
"""The level that people play with and are advised by."""


class Strategy(Protocol):
    """What a module in `strategies` offers.

    MENU: it chooses from `observation.legal`, so every legal action has to be listed.
    """

    MENU: bool

    def decide(self, observation: Observation, personality: Personality, dice: Random) -> Action:
        """Choose one legal action."""


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
    if observation.dealt is not None and personality.is_set:
        # Only how it bargains is its own; its instructions and its margin stay as dealt.
        observation = evolve(observation, dealt=_bargaining(observation.dealt, personality.id))
    strategy = _strategy(personality.strategy)
    # Whoever is asked answers first, however it plays otherwise; who reads the menu finds it there.
    answer = None if strategy.MENU else deals.answer(observation)
    return answer or strategy.decide(observation, personality, dice)


@lru_cache(maxsize=4096)
def _bargaining(dealt: Dealt, personality: str) -> Dealt:
    """Return what was dealt with the temper of a personality; the same object for the same deal."""
    return evolve(dealt, temper=f"{dealt.temper}{mind.OVER}{personality}")


def needs_menu(personality: Personality) -> bool:
    """Tell whether a computer of this level wants every legal action listed."""
    return _strategy(personality.strategy).MENU


def fairer(observation: Observation) -> Decline | None:
    """Return the counter that gets this seat more out of the offer that waits, if there is one."""
    o, offered = observation, observation.offered
    better = deals.fairer(o, offered) if offered is not None and o.dealt is not None else None
    if offered is None or better is None:
        return None
    return Decline(o.seat, offered.seat, offered.number, *better)


def can_keep(observation: Observation) -> bool:
    """Tell whether this seat would keep all that the offer that waits wants it to promise."""
    o, offered = observation, observation.offered
    if offered is None or o.dealt is None:
        return True
    return promising.is_good(o, offered.seat, offered.take, offered.give)


def suggest(observation: Observation, level: str = USUAL) -> Draft:
    """Return the text that serves this seat best among those it expects to pass.

    Args:
        level: how far to look, an id of `personalities`.
    """
    *_, best = suggestions(observation, level)
    return best


def suggestions(observation: Observation, level: str = USUAL) -> Iterator[Draft]:
    """Yield the best text so far after each small step of the search; the last is the best.

    In the last round it is one that holds once all have spoken to it.
    """
    o = observation
    for found in search.searched(o, personalities()[level]):
        yield draft_of(o.scenario, found)
    if o.is_pen and o.round >= o.last_round:
        yield from (draft_of(o.scenario, it) for it in steadying.steps(o, found))


__all__ = [
    "QUICK",
    "USUAL",
    "Personality",
    "Strategy",
    "can_keep",
    "decide",
    "fairer",
    "needs_menu",
    "personalities",
    "search",
    "strategies",
    "suggest",
    "suggestions",
    "target",
    "why",
]
