"""Silence, as the screen of who is asked shows it, and as the table tells how it went."""

from functools import lru_cache

import pytest

from game import engine, paths
from game.engine.actions import BreakSilence, Circulate, KeepSilence, Silence
from game.engine.terms import Circle, Phase
from game.ui import screens
from game.ui.bindings import DEFAULTS
from game.ui.describe import find, lines, walk
from game.ui.layout import Typesetter, UiState, faults, lay_out
from game.ui.messages import House, Picks
from game.ui.places import home
from game.ui.preferences import Preferences
from game.ui.text import Fonts
from tests.ui.screens.sitting import in_phase, play

MEMBER, PEN = "CHN", "USA"


def drawn(o, name="silence", values=None, *, size=(1600, 900), scale=1.0):
    house = House(*size, scale=scale, keys=DEFAULTS, preferences=Preferences(still=True))
    return screens.find(name).view(o, Picks(values or {}, house, name))


@lru_cache
def ready():
    """The pen's text is with all fifteen, and could go under silence."""
    state = play(PEN, in_phase(Phase.SQUEEZE, 2))
    shown = state.versions[-1]
    if shown.circle is Circle.ALL and shown.clauses == state.working:
        return state
    return engine.apply(state, Circulate(PEN, Circle.ALL))


@lru_cache
def silenced():
    """The text is under silence and China is asked."""
    state = engine.apply(ready(), Silence(PEN, 24))
    while engine.actor(state) != MEMBER:
        state = engine.apply(state, KeepSilence(engine.actor(state)))
    return state


def seen(state, seat=MEMBER):
    return engine.observe(state, seat)


@pytest.fixture(scope="module")
def setter():
    return Typesetter(Fonts(paths.assets() / "fonts"))


@pytest.mark.parametrize("values", [{}, {"break": "another"}])
@pytest.mark.parametrize(
    ("size", "scale"), [((1600, 900), 1.0), ((1600, 900), 2.0), ((1280, 720), 1)]
)
def test_no_text_is_cut_or_covered(setter, values, size, scale):
    tree = drawn(seen(silenced()), values=values, size=size, scale=scale)

    assert faults(lay_out(tree, size, scale, UiState(), setter)) == ()


def test_to_keep_silence_is_one_key():
    button = find(drawn(seen(silenced())), "keep silence")

    assert (button.key, button.message) == (DEFAULTS["main"], KeepSilence(MEMBER))


def test_breaking_silence_names_a_change_and_its_price_before_it_is_paid():
    named = [w for w in walk(drawn(seen(silenced()))) if w.name.startswith("break ")]

    assert len(named) > 1
    for button in named:
        act = button.message if button.name == "break vague" else button.message.messages[-1]
        assert isinstance(act, BreakSilence)
        assert engine.refusal(silenced(), act) is None
        assert "goodwill" in button.note


def test_who_is_asked_meets_the_sheet_at_once_and_nobody_else_does():
    assert home(seen(silenced())) == "silence"
    assert home(seen(silenced(), PEN)) == "chamber"
    assert not screens.find("silence").available(seen(silenced(), "RUS"))


def test_the_table_shows_who_broke_a_silence_and_over_what():
    act = next(a for a in seen(silenced()).legal if isinstance(a, BreakSilence) and a.measure)
    after = engine.apply(silenced(), act)
    name = after.scenario.measure(act.measure).name

    assert f"China broke silence over {name}" in lines(drawn(seen(after, PEN), "chamber"))


def test_the_pen_chooses_a_deadline_and_sees_which_one_is_custom():
    tree = drawn(seen(ready(), PEN), "desk", {"open": "silence"})
    hours = [w for w in walk(tree) if w.name.startswith("silence ")]

    assert [w.message.messages[-1].hours for w in hours] == [6, 24, 48, 72]
    assert [w.selected for w in hours].count(True) == 1
    assert all("until" in w.note for w in hours)
