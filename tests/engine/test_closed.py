"""What is closed to a seat: the same, whether it is told at once or asked for one by one."""

import gc
from types import BuiltinFunctionType, FunctionType, ModuleType

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


def led_to(start):
    """Yield everything that a value leads to: what it holds, and what that holds in turn.

    What a program has in common, its modules, classes and the globals of functions, is no value.
    """
    seen, waiting = {id(start)}, [start]
    while waiting:
        now = waiting.pop()
        yield now
        if isinstance(now, FunctionType):
            held = (now.__closure__, now.__defaults__, now.__kwdefaults__)
        else:
            held = gc.get_referents(now)
        for thing in held:
            shared = isinstance(thing, ModuleType | type | BuiltinFunctionType)
            if id(thing) not in seen and not shared:
                seen.add(id(thing))
                waiting.append(thing)


def states_behind(value):
    return [thing for thing in led_to(value) if isinstance(thing, engine.State)]


@pytest.mark.parametrize("menu", [True, False])
def test_nothing_that_a_seat_is_handed_leads_to_a_state(menu):
    """Not even what is asked one by one; before and after it was asked."""
    for state in played("first_sitting", 1).states[:-1:23]:
        seat = engine.actor(state)
        seen = engine.observe(state, seat, menu=menu)
        assert not states_behind(seen)
        list(seen.blocked)
        assert not states_behind(seen)


def test_a_state_that_is_held_would_be_found():
    """In a list, and in what a function closes over."""
    state = played("first_sitting", 1).states[20]

    assert states_behind([state])
    assert states_behind(lambda: state)


def test_what_is_asked_later_is_answered_from_the_moment_it_was_seen():
    """The state is kept for as long as it can be asked, and no longer."""
    states = played("first_sitting", 1).states
    first = next(s for s in states if engine.actor(s) in s.scenario.seats)
    seen = engine.observe(first, engine.actor(first), menu=False)
    told = dict(engine.observe(first, engine.actor(first), menu=False).blocked)
    del first

    gc.collect()
    assert dict(seen.blocked) == told
