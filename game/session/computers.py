"""Who plays the seats that no person holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from random import Random

from game import ai
from game.ai.personality import Personality
from game.codec.faults import suggestion
from game.engine import Action, Observation, Scenario, Seat
from game.session.saves import HUMAN

Decide = Callable[[Observation, Random], Action]
"""How a computer delegation chooses one of its legal actions."""


def levels() -> tuple[str, ...]:
    """Return the ids of the levels of play."""
    return tuple(ai.personalities())


def decider(who: str) -> Decide:
    """Return how the computer with this id chooses.

    Raises:
        ValueError: there is none.
    """
    known = ai.personalities()
    if who not in known:
        raise ValueError(f"unknown computer '{who}'{suggestion(who, known)}")
    return partial(_decide, known[who])


def _decide(personality: Personality, observation: Observation, luck: Random) -> Action:
    return ai.decide(observation, personality, luck)


def seating(scenario: Scenario, seats: Mapping[Seat, str], level: str) -> Mapping[Seat, str]:
    """Return who plays each seat of a scenario; those not named go to a computer of this level.

    Raises:
        ValueError: a seat or a computer does not exist.
    """
    for seat, who in seats.items():
        if seat not in scenario.seats:
            raise ValueError(f"unknown seat '{seat}'{suggestion(seat, scenario.seats)}")
        if who != HUMAN:
            decider(who)
    decider(level)
    return {seat: seats.get(seat, level) for seat in scenario.seats}
