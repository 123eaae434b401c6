"""Enter does something sensible on every screen on which a person is to act.

Every kind of moment of a sitting is looked at once, for the pen, a permanent and an elected member.
"""

from functools import cache

import pytest

from game import engine, paths
from game.engine.actions import CastVote
from game.engine.terms import Phase
from game.ui import bindings, screens
from game.ui.describe import walk
from game.ui.layout import Typesetter, UiState, lay_out
from game.ui.places import home
from game.ui.text import Fonts
from game.ui.widgets import Button
from tests.build import QUICK, played
from tests.ui.screens.test_floor import drawn

SEATS = ("USA", "CHN", "VEN")
READ = ("chamber", "desk", "world", "log")


def moment(state, seat):
    """Return what kind of moment it is for a seat."""
    o = engine.observe(state, seat)
    matter = o.matter.kind if o.matter else ""
    said = (seat in o.record.stances, bool(o.record.statement), bool(o.record.blocked_by))
    kind = (seat, o.phase, o.stage, o.calling, matter, o.record.settling.silence is not None)
    return (*kind, *(said if o.phase is Phase.SOUNDINGS else ()), bool(o.versions))


@cache
def moments():
    """Return one state for each kind of moment in which one of the seats is to act."""
    found = {}
    for id in ("resolution_2270", "hwasong_14"):
        for state in played(id, 1, QUICK).states:
            seat = engine.actor(state)
            if seat in SEATS and state.phase is not Phase.DEAL:
                found.setdefault((id, *moment(state, seat)), (state, seat))
    return tuple(found.values())


@cache
def setter():
    return Typesetter(Fonts(paths.assets() / "fonts"))


def keys_of(page):
    """Return the enabled bindings of what lies on top: key -> messages."""
    layout = lay_out(page, (1600, 900), 1.0, UiState(), setter())
    found = {}
    for binding in layout.bindings:
        if not binding.disabled:
            found.setdefault(binding.key, []).append(binding.message)
    return found


def test_the_moments_cover_a_sitting():
    phases = {state.phase for state, _seat in moments()}
    assert phases >= {
        Phase.ALARM,
        Phase.SOUNDINGS,
        Phase.TEXT,
        Phase.SQUEEZE,
        Phase.BLUE,
        Phase.VOTE,
    }
    assert len(moments()) >= 20


@cache
def pages():
    """Return each page open in each moment: what is seen there, name, bindings, the moment."""
    return tuple(
        (o, name, keys_of(drawn(o, name)), moment(state, seat))
        for state, seat in moments()
        for o in (engine.observe(state, seat),)
        for name in dict.fromkeys((home(o), *READ))
        if screens.find(name).available(o)
    )


def test_enter_or_space_does_something_wherever_a_person_is_to_act():
    dead = [
        (name, when)
        for o, name, keys, when in pages()
        if not (o.offered or o.inquirer) and not {"enter", "space"} & keys.keys()
    ]
    assert not dead


def test_enter_casts_no_ballot_at_once_and_does_when_it_was_made_ready():
    state, seat = next((s, x) for s, x in moments() if s.calling and s.phase is Phase.VOTE)
    o = engine.observe(state, seat)
    first = keys_of(drawn(o))["enter"]
    assert not any(isinstance(message, CastVote) for message in first)
    ready = first[0]
    second = keys_of(drawn(o, values={ready.key: ready.value}))["enter"]
    assert isinstance(second[0], CastVote)


@pytest.mark.parametrize("key", ["enter", "y", "n", "a"])
def test_one_key_never_sends_two_things(key):
    for _o, name, keys, when in pages():
        assert len(set(map(repr, keys.get(key, ())))) <= 1, (name, when)


def test_every_letter_on_a_button_is_in_the_table_of_keys():
    known = {*bindings.DEFAULTS.values()}
    for state, seat in moments():
        o = engine.observe(state, seat)
        for widget in walk(drawn(o, home(o))):
            if isinstance(widget, Button) and widget.key:
                assert widget.key in known, widget.name
