"""Who plays the seats that no person holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random

from attrs import evolve, frozen

from game import ai, engine
from game.ai.personality import Personality
from game.codec.faults import suggestion
from game.engine import TARGET, Action, Observation, Scenario, Seat, State, chain
from game.engine.actions import Decline
from game.engine.record import Draft
from game.session.saves import HUMAN

USUAL = ai.USUAL
"""The level at which computers play with people."""


@frozen
class Computer:
    """A computer that can sit in any seat.

    personality: how far it looks.
    menu: it chooses from the list of everything legal.
    """

    personality: Personality
    menu: bool

    def look(self, state: State, seat: Seat) -> Observation:
        """Return what it sees from this seat."""
        return engine.observe(state, seat, menu=self.menu)

    def decide(self, observation: Observation, luck: Random) -> Action:
        """Choose one legal action."""
        return ai.decide(observation, self.personality, luck)


def levels() -> tuple[str, ...]:
    """Return the ids of the levels of play."""
    return tuple(ai.personalities())


def computer(who: str) -> Computer:
    """Return the computer with this id.

    Raises:
        ValueError: there is none.
    """
    known = ai.personalities()
    if who not in known:
        raise ValueError(f"unknown computer '{who}'{suggestion(who, known)}")
    return Computer(known[who], ai.needs_menu(known[who]))


def suggest(observation: Observation) -> Draft:
    """Return the text that a computer in this seat would put forward now."""
    return ai.suggest(observation)


def suggestions(observation: Observation) -> Iterator[Draft]:
    """Yield the best such text so far after each small step of the search for it."""
    return ai.suggestions(observation)


def advise(observation: Observation) -> Action | None:
    """Return what a computer would do next in this seat, the same each time; None if nobody knows.

    Nothing that others may not see is looked at: it is given what the person sees.
    """
    if observation.seat == TARGET:
        # The same each time, and another each month.
        return ai.target.decide(observation, Random(len(observation.log)))
    if observation.dealt is None or observation.actor != observation.seat:
        return None
    usual = computer(ai.USUAL)
    # Whether to say more than one's instructions do is for the person to choose.
    honest = evolve(usual, personality=evolve(usual.personality, bluffs=False))
    return honest.decide(observation, Random(0))


def fairer(observation: Observation) -> Decline | None:
    """Return the counter by which a person would get more out of an offer, if one is seen."""
    return ai.fairer(observation)


def can_keep(observation: Observation) -> bool:
    """Tell whether a computer in this seat would keep what an offer wants it to promise."""
    return ai.can_keep(observation)


def seating(scenario: Scenario, seats: Mapping[Seat, str], level: str) -> Mapping[Seat, str]:
    """Return who plays each seat of a scenario, and of all that can follow it in a campaign.

    Those not named go to a computer of this level; the target's seat, which can be named by the
    code of its State, is a person's or chance's.

    Raises:
        ValueError: a seat or a computer does not exist, or the target's seat is given to one.
    """
    known = chain.seats_of(scenario)
    seats = {_meant(scenario, seat): who for seat, who in seats.items()}
    for seat, who in seats.items():
        if seat == TARGET and seat not in known:
            raise ValueError(
                f"{scenario.target.capital} has nothing to choose here; it is played in sittings "
                "with more than one response"
            )
        if seat not in known:
            raise ValueError(f"unknown seat '{seat}'{suggestion(seat, known)}")
        if who != HUMAN:
            computer(who)
            if seat == TARGET:
                raise ValueError(f"{scenario.target.capital} is played by a person or by chance")
    computer(level)
    named = {**_inherited(scenario, seats), **seats}
    return {seat: named.get(seat, level) for seat in known if seat != TARGET or seat in named}


def _meant(scenario: Scenario, seat: Seat) -> Seat:
    """Return the seat that is meant by what was named: the target goes by its State's code, too."""
    is_target = seat == scenario.target.id and seat not in scenario.seats
    return TARGET if is_target else seat


def _inherited(scenario: Scenario, seats: Mapping[Seat, str]) -> Mapping[Seat, str]:
    """Return who plays the seats that take the place of others in the course of a campaign."""
    heirs = scenario.campaign.successors if scenario.campaign else {}
    return {heir: seats[seat] for seat, heir in heirs.items() if seat in seats}
