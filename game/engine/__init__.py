"""The rules: six nouns, seven verbs, and no other door."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from game.engine import aftermath, chain, season, standstill, turn
from game.engine.abroad import mind
from game.engine.actions import (
    Action,
    CallOff,
    Consider,
    DealBrief,
    DealDoctrine,
    DealPriority,
    GetOut,
    Occur,
    Overhear,
    Prepare,
    Refusal,
    Reply,
    Respond,
    Rest,
    SendCable,
    Sight,
    Uncover,
    Wait,
    kinds,
    shut,
)
from game.engine.events import Event, Inherited
from game.engine.known import PUBLIC
from game.engine.observation import Observation, options
from game.engine.observation import observe as _observe
from game.engine.scenario import Scenario
from game.engine.state import State, faults, tell
from game.engine.terms import TARGET, WORLD, Phase, Seat

RULES = 7
"""Raised when a recorded game would run differently."""


class IllegalAction(ValueError):
    """An action that is well formed, but not legal now.

    refusal: why, as data.
    """

    def __init__(self, action: Action, refusal: Refusal) -> None:
        super().__init__(f"{action} is not legal now: {refusal.key} {dict(refusal.fields)}")
        self.action = action
        self.refusal = refusal


def new_game(scenario: Scenario, people: tuple[Seat, ...] = ()) -> State:
    """Return the first state: chance is about to deal.

    Args:
        people: seats held by persons, who have more acts a round than computers.
    """
    return turn.begin(State(scenario, people=people))


def onward(state: State) -> State | None:
    """Return the first state of the next sitting of a campaign, or None: nothing comes after."""
    following = chain.following(state)
    return None if following is None else turn.advance(turn.begin(following))


def reopened(over: Observation) -> State:
    """Return the first state of a sitting that is over, from what its log says of its beginning."""
    left = next((event for event in over.log if isinstance(event, Inherited)), None)
    if left is None:
        return new_game(over.scenario, over.people)
    begun = State(
        over.scenario,
        people=over.people,
        past=left.past,
        dealt=left.dealt,
        record=left.record,
        abroad=left.abroad,
    )
    return turn.advance(turn.begin(begun))


def actor(state: State) -> Seat | None:
    """Return who is to act; None when the game is over."""
    return state.queue[0] if state.queue else None


def legal_actions(state: State) -> tuple[Action, ...]:
    """Return every legal action on the menu of the seat that is to act."""
    return options(state, state.queue[0])[0] if state.queue else ()


def refusal(state: State, action: Action) -> Refusal | None:
    """Return why an action is not legal now, or None; it need not be on the menu."""
    if action.seat != actor(state):
        return Refusal("not_your_turn", {"actor": actor(state) or ""})
    if type(action) not in kinds(state.phase, action.seat):
        return Refusal("not_in_this_beat", {"beat": state.phase.value})
    return (
        shut(type(action), state, action.seat)
        or action.unknown(state.scenario)
        or action.refusal(state)
    )


def apply(state: State, action: Action) -> State:
    """Return the state after an action.

    Raises:
        IllegalAction: the rules do not allow it now.
    """
    if found := refusal(state, action):
        raise IllegalAction(action, found)
    return turn.advance(action.apply(tell(state, action)))


def observe(state: State, seat: Seat, *, menu: bool = True) -> Observation:
    """Return what one seat may know and do; the empty seat knows what everybody knows.

    Args:
        menu: list every legal action; a strategy that makes its own acts needs no list.
    """
    over = state.phase is Phase.OVER
    seen = _observe(state, seat, aftermath.score(state) if over else {}, menu=menu)
    if seat != TARGET or not seen.legal:
        return seen
    return evolve(seen, drawn=tuple((a, _weight(state, a)) for a in seen.legal))


def score(state: State) -> Mapping[Seat, int]:
    """Return the share of its brief's weighted aims that each seat has met, per cent."""
    return aftermath.score(state)


def chance(state: State) -> tuple[tuple[Action, int], ...]:
    """Return what nature can do now, with integer weights; empty when a seat decides."""
    seat = actor(state)
    if seat not in (WORLD, TARGET) or seat in state.people:
        return ()
    if state.phase is Phase.DEAL and (dealing := DealBrief.chances(state, seat)):
        return dealing
    return tuple((a, w) for a in legal_actions(state) if (w := _weight(state, a)))


def _weight(state: State, action: Action) -> int:
    match action:
        case DealBrief() | DealDoctrine() | DealPriority() | Occur() | SendCable():
            return action.weight(state.scenario)
        case Overhear() | GetOut():
            return action.weight(state.scenario)
        case Sight() | Reply() | Uncover() | Rest() | Respond() | Prepare() | Wait() | CallOff():
            return action.weight_in(state)
        case Consider():
            yes = standstill.acceptance(state, _felt(state), state.doctrine)
            return yes if action.accepted else 1000 - yes
    return 1


def _felt(state: State) -> Mapping[str, int]:
    """Return what the target weighs while it answers an offer."""
    assert state.month is not None  # Offers are made between months.
    enforced = state.month.crossing.enforced
    outside = season.outside_of(state)
    return mind.terms(state.scenario.target, state.abroad, outside, enforced)


def seat_person(state: State, seat: Seat, *, person: bool) -> State:
    """Give a seat to a person or to a computer, between two actions."""
    people = tuple(p for p in state.people if p != seat)
    return evolve(state, people=(*people, seat) if person else people)


__all__ = [
    "PUBLIC",
    "RULES",
    "TARGET",
    "WORLD",
    "Action",
    "Event",
    "IllegalAction",
    "Observation",
    "Refusal",
    "Scenario",
    "Seat",
    "State",
    "actor",
    "apply",
    "chain",
    "chance",
    "faults",
    "legal_actions",
    "new_game",
    "observe",
    "onward",
    "refusal",
    "reopened",
    "score",
    "seat_person",
]
