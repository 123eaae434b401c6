"""What is closed to a seat: the same, whether it is told at once or asked for one by one."""

import pytest

from game import engine
from game.engine.actions import kinds
from tests.build import played, scenario


@pytest.mark.parametrize("id", ["first_sitting", "resolution_2270"])
def test_without_a_menu_the_same_kinds_are_closed_for_the_same_reasons(id):
    """With one, a kind of which nothing happens to be legal is closed as well."""
    seats, looked = scenario(id).seats, 0
    for state in played(id, 1).states[::9]:
        seat = engine.actor(state)
        if seat in seats:
            told = engine.observe(state, seat).blocked
            asked = engine.observe(state, seat, menu=False).blocked
            looked += len(asked)

            assert {name: told[name] for name in asked} == asked
            for kind in kinds(state.phase, seat):
                if kind.__name__ not in asked:
                    assert kind.closed(state, seat) is None
    assert looked


def test_who_is_not_to_act_is_told_of_nothing_closed():
    state = played("first_sitting", 1).states[20]
    idle = next(s for s in state.scenario.seats if s != engine.actor(state))

    assert not engine.observe(state, idle, menu=False).blocked
