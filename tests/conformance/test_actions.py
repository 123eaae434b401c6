"""Every kind of action and event that is found keeps the rules that all of them have."""

import json
from functools import cache
from typing import get_type_hints

import pytest
from attrs import fields

from game import codec, engine
from game.engine import IllegalAction, State
from game.engine.actions import BY_PHASE, KINDS, Action
from game.engine.events import Event
from game.engine.record import Term
from game.engine.terms import TARGET, WORLD
from game.session.saves import EVENTS
from tests.build import QUICK, RANDOM, anything, floored, play_on, played, rare

GAMES = [("resolution_2270", 1, QUICK), ("first_sitting", 2, QUICK), ("resolution_2270", 3, RANDOM)]
TYPES = get_type_hints(State)


@cache
def games():
    """Return games of computers and of chance, and what they seldom come to."""
    return (*(played(*game) for game in GAMES), *anything(), floored(0), *rare())


@cache
def moves():
    """Return every move of these games by its kind of action."""
    found = {}
    for game in games():
        for move in game.moves():
            found.setdefault(type(move[1]).__name__, []).append(move)
    return found


@cache
def examples(name):
    """Return up to six moments in which an action of this kind was taken: state, action, next."""
    found = moves().get(name, [])
    return found[:: max(1, len(found) // 6)]


def plain(state):
    """Return a state as text, its scenario left out; any change inside it would show."""
    parts = {
        f.name: codec.encode(getattr(state, f.name), TYPES[f.name])
        for f in fields(State)
        if f.name != "scenario"
    }
    return json.dumps(parts)


@pytest.mark.parametrize("name", KINDS)
def test_nothing_that_is_done_with_a_state_changes_it(name):
    """Applying, listing, looking and scoring make new values; the old one stays."""
    assert examples(name), "no game of these reaches it"
    for before, action, after in examples(name):
        was, seat = plain(before), engine.actor(before)

        assert plain(engine.apply(before, action)) == plain(after)
        engine.legal_actions(before)
        engine.observe(before, seat)
        engine.chance(before)
        assert plain(before) == was


@pytest.mark.parametrize("name", KINDS)
def test_an_action_becomes_the_first_new_line_of_the_log(name):
    for before, action, after in examples(name):
        assert after.log[: len(before.log)] == before.log
        assert after.log[len(before.log)] == action


@pytest.mark.parametrize("name", KINDS)
def test_an_action_that_was_taken_is_on_the_menu_or_made_by_hand(name):
    """The menu lists all but swapped verbs, counters, reasons and rivals, which are composed."""
    composed = {
        "SetClause": ("verb",),
        "Refuse": ("counter", "because"),
        "Say": ("because",),
        "Offer": ("give",),
        "Decline": ("give",),
        "Table": ("changes",),
    }
    for before, action, _ in examples(name):
        by_hand = any(getattr(action, key) for key in composed.get(name, ()))
        if not by_hand and not getattr(action, "red_line", ""):
            assert action in engine.legal_actions(before)
        assert engine.refusal(before, action) is None


@pytest.mark.parametrize("name", KINDS)
def test_an_action_of_another_seat_is_refused(name):
    """Whoever is not asked may not act, and the rules say so as data."""
    for before, action, _ in examples(name)[:2]:
        actor = engine.actor(before)
        for seat in (*before.scenario.seats[:3], WORLD, TARGET):
            if seat != actor:
                values = {f.name: getattr(action, f.name) for f in fields(type(action))}
                other = type(action)(**(values | {"seat": seat}))

                assert engine.refusal(before, other).key == "not_your_turn"
                with pytest.raises(IllegalAction):
                    engine.apply(before, other)


@pytest.mark.parametrize("name", KINDS)
def test_an_action_out_of_its_beat_is_refused(name):
    kind, action = KINDS[name], examples(name)[0][1]
    for state in played("first_sitting", 2, QUICK).states[::30]:
        if engine.actor(state) is not None and kind not in BY_PHASE[state.phase]:
            values = {f.name: getattr(action, f.name) for f in fields(kind)}
            other = kind(**(values | {"seat": engine.actor(state)}))

            assert engine.refusal(state, other).key == "not_in_this_beat"


@pytest.mark.parametrize("name", KINDS)
def test_an_action_survives_the_codec(name):
    for _, action, _ in examples(name):
        text = json.dumps(codec.encode(action, Action))

        assert codec.decode(json.loads(text), Action, kinds=KINDS) == action


def test_every_event_met_survives_the_codec():
    met = {}
    for game in GAMES:
        for event in played(*game).end.log:
            met.setdefault(type(event).__name__, []).append(event)
    for events in met.values():
        for event in events[:: max(1, len(events) // 10)]:
            text = json.dumps(codec.encode(event, Event))
            assert codec.decode(json.loads(text), Event, kinds=EVENTS) == event


def test_every_kind_of_event_is_met_in_some_game():
    """Games of computers and of chance together; a kind nobody meets is dead or untested."""
    met = {type(event).__name__ for game in games() for event in game.end.log}

    assert met == set(EVENTS)


def read_back(state):
    """Return a state as a file would give it back, its scenario apart."""
    parts = {"scenario": state.scenario}
    for f in fields(State):
        if f.name != "scenario":
            text = json.dumps(codec.encode(getattr(state, f.name), TYPES[f.name]))
            parts[f.name] = codec.decode(json.loads(text), TYPES[f.name], kinds=EVENTS)
    return State(**parts)


@pytest.mark.parametrize("game", GAMES, ids=str)
def test_a_state_survives_the_codec(game):
    states = played(*game).states
    for state in states[:: len(states) // 12]:
        assert read_back(state) == state


@pytest.mark.parametrize("share", [35, 65, 85])
def test_a_state_that_was_read_back_goes_on_like_the_one_that_was_written(share):
    """Also where an order of keys could matter, and where a computer had thought before."""
    states = played("resolution_2270", 1, QUICK).states
    state = states[len(states) * share // 100]

    assert play_on(read_back(state), 7).actions == play_on(state, 7).actions


def test_the_scenario_survives_the_codec():
    for game in GAMES[:2]:
        before = played(*game).end.scenario
        back = codec.decode(json.loads(json.dumps(codec.encode(before))), type(before))

        assert codec.encode(back) == codec.encode(before)


NONSENSE = {
    "room": ("corridor",),
    "red_line": ("unicorns",),
    "about": ("unicorns",),
    "category": ("unicorns",),
    "cable": ("unicorns",),
    "offer": (0, 999),
    "give": ((Term("money"),), (Term("clause", "unicorns"),)),
    "measure": ("unicorns", ""),
    "level": (-1, 99),
    "ask": (0, -1, 9999),
    "counter": (-1, 99),
    "because": ("unicorns",),
    "verb": ("implores",),
    "priority": ("unicorns", ""),
    "statement": ("unicorns",),
    "incident": ("unicorns",),
    "clue": ("unicorns",),
    "response": ("unicorns",),
    "reading": ("unicorns",),
    "variant": ("unicorns",),
    "margin": (-4, 4),
    "temper": ("unicorns",),
    "doctrine": ("unicorns",),
    "to": ("PRK", ""),
    "motion": ("unicorns",),
    "item": ("unicorns",),
    "request": (0, 9),
    "days": (-1, 9),
    "order": ((), ("USA",)),
    "point": ("unicorns",),
    "version": (99, 1999),
}
"""Values of the right type that no scenario knows, by field."""
BAD = [
    (name, f.name, value)
    for name, kind in KINDS.items()
    for f in fields(kind)
    for value in NONSENSE.get(f.name, ())
    if value != f.default  # What may be left out can be empty.
]


@pytest.mark.parametrize(("name", "field", "value"), BAD)
def test_an_action_with_a_value_that_nobody_knows_is_refused(name, field, value):
    """A damaged save or a careless tool gets a sentence, never a crash and never a move."""
    before, action, _ = examples(name)[0]
    values = {f.name: getattr(action, f.name) for f in fields(type(action))}
    bad = type(action)(**(values | {field: value}))

    assert engine.refusal(before, bad) is not None
