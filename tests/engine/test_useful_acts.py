"""Every seat has at least three useful things to do in each round."""

from functools import cache

import pytest

from game import engine
from game.engine.terms import Phase
from tests.build import played, scenario

IDS = ("resolution_2270", "first_sitting")
SEEDS = (1, 2, 3, 4)
ANSWERS = {"Accept", "Decline", "TellNeeds"}
"""What a seat owes to somebody who waits; its own acts come after it."""


@cache
def turns(id):
    """Return each seat's first moment in each round, in games of computers."""
    found = {}
    for seed in SEEDS:
        for state in played(id, seed).states:
            seat = engine.actor(state)
            is_free = seat in state.scenario.seats and state.phase is Phase.SQUEEZE
            if is_free and (seed, state.round, seat) not in found and not is_answering(state):
                found.setdefault((seed, state.round, seat), state)
    return found


def is_answering(state):
    """Tell whether the seat that is to act owes an answer first."""
    return bool({type(a).__name__ for a in engine.legal_actions(state)} & ANSWERS)


def useful(state):
    """Return the kinds of act that change what is on record, or the pen's own text.

    Acts that only end a turn are not counted, nor what spends a token and changes nothing.
    """
    kinds = set()
    for action in engine.legal_actions(state):
        if type(action) not in kinds:
            after = engine.apply(state, action)
            moved = after.record != state.record or after.working != state.working
            if moved and type(action).__name__ != "EndRound":
                kinds.add(type(action))
    return kinds


@pytest.mark.parametrize("id", IDS)
def test_every_seat_has_three_kinds_of_useful_act_in_each_round(id):
    found = turns(id)
    acts = {at: sorted(kind.__name__ for kind in useful(state)) for at, state in found.items()}
    scarce = {at: kinds for at, kinds in acts.items() if len(kinds) < 3}

    assert len({seat for _, _, seat in found}) == 15
    assert scarce == {}


@pytest.mark.parametrize("id", IDS)
def test_every_seat_has_something_of_its_own_to_win(id):
    """Its brief has an aim that a text can meet, and one that it can miss."""
    for seat, brief in scenario(id).briefs.items():
        assert any(aim.measure for aim in brief.aims), seat
