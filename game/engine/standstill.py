"""Suspension for suspension: exercises held off against tests; agreed, kept or broken."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from game.engine.abroad import Abroad, held_off, mind, stepped
from game.engine.abroad.whole import most
from game.engine.events import SuspensionSettled
from game.engine.followup import follow_up, season_of
from game.engine.record import Suspension
from game.engine.scenario import Response, Scenario
from game.engine.settlement import discredited
from game.engine.state import State, shift, tell
from game.engine.terms import TARGET, Seat

KEPT = {"trust": 8, "threat": -4}
"""What a suspension moves that was kept to its end. Tuned."""


def opened(state: State) -> State:
    """Return a sitting at its opening with what both had agreed before, if it stands."""
    offer = season_of(state.scenario).standstill
    if offer is None or not offer.stands:
        return state
    return follow_up(state, suspension=Suspension(offer.giver, "", 0, "accepted"))


def agree(state: State, *, accepted: bool) -> State:
    """Let the target answer the offer."""
    made, offer = state.record.followup.suspension, season_of(state.scenario).standstill
    assert made is not None  # The answer was legal.
    assert offer is not None  # So it was made.
    if not accepted:
        return follow_up(state, suspension=evolve(made, status="refused"))
    world = held_off(state.abroad, 1)
    if offer.step:
        there = mind.step_of(state.scenario.target, offer.step)
        world = stepped(world, most(world.stance, there))
    state = evolve(state, abroad=world)
    return follow_up(state, suspension=evolve(made, status="accepted"))


def breaks(scenario: Scenario, abroad: Abroad, response: Response) -> bool:
    """Tell whether an act of the target is one that its own word rules out now."""
    return bool(mind.ruled_out(scenario.target, abroad, response))


def break_off(state: State, breaker: Seat) -> State:
    """Break the suspension, in public: by an act, or by the exercises it held off."""
    made = state.record.followup.suspension
    if made is None or made.status != "accepted":
        return state
    state = follow_up(state, suspension=evolve(made, status="broken", breaker=breaker))
    state = tell(state, SuspensionSettled(made.by, made.through, breaker))
    state = evolve(state, abroad=stepped(held_off(state.abroad, 0), 0))
    if breaker == TARGET:
        return state
    offer = season_of(state.scenario).standstill
    return discredited(shift(state, offer.effect if offer else {}), breaker, "promise")


def keep(state: State) -> State:
    """Find at the end of the season that a suspension was kept, if nobody broke it."""
    made = state.record.followup.suspension
    if made is None or made.status != "accepted":
        return state
    state = follow_up(state, suspension=evolve(made, status="kept"))
    # It was agreed for these months; nobody breaks a word when they are over.
    state = evolve(state, abroad=evolve(state.abroad, paused=0))
    return shift(tell(state, SuspensionSettled(made.by, made.through)), KEPT)


def acceptance(state: State, lean: Mapping[str, int], doctrine: str) -> int:
    """Return how strongly the target is drawn to the offer, per mille."""
    made, offer = state.record.followup.suspension, season_of(state.scenario).standstill
    if made is None or offer is None:
        return 0
    weight = offer.base + offer.channels.get(made.through, 0) + offer.plans.get(doctrine, 0)
    weight += sum(points * lean.get(key, 0) // 100 for key, points in offer.leans.items())
    return min(1000, max(0, weight))
