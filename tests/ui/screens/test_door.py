"""In blue: the calendar, the 24 hours, and one small edit at the door, as the screen shows them."""

from functools import lru_cache

import pytest

from game import engine, paths
from game.engine.actions import Insist, ProposeEdit, PutInBlue, StandBy, TakeEdit
from game.engine.terms import Phase
from game.ui import screens
from game.ui.bindings import DEFAULTS
from game.ui.describe import find, lines, texts, walk
from game.ui.layout import Typesetter, UiState, faults, lay_out
from game.ui.messages import Confirm, House, Picks
from game.ui.preferences import Preferences
from game.ui.text import Fonts
from tests.ui.screens.sitting import in_phase, play

MEMBER, PEN = "CHN", "USA"
OPEN = {"door": "open"}


def drawn(o, values=None, *, scale=1.0):
    house = House(scale=scale, keys=DEFAULTS, preferences=Preferences(still=True))
    return screens.find("blue").view(o, Picks(values or {}, house, "blue"))


@lru_cache
def in_blue():
    """China is asked for its last word."""
    return play(MEMBER, in_phase(Phase.BLUE))


@lru_cache
def soon():
    """The pen has asked for the vote on the same day and China is asked."""
    state = play(PEN, in_phase(Phase.SQUEEZE, 3))
    state = engine.apply(state, PutInBlue(PEN, soon=True))
    while engine.actor(state) != MEMBER:
        state = engine.apply(state, StandBy(engine.actor(state)))
    return state


@lru_cache
def proposed():
    """China has proposed an edit and the pen has its turn."""
    edit = next(a for a in engine.observe(in_blue(), MEMBER).legal if isinstance(a, ProposeEdit))
    state = engine.apply(in_blue(), edit)
    while engine.actor(state) != PEN:
        state = engine.apply(state, StandBy(engine.actor(state)))
    return state, edit


def seen(state):
    return engine.observe(state, engine.actor(state))


@pytest.fixture(scope="module")
def setter():
    return Typesetter(Fonts(paths.assets() / "fonts"))


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("values", [{}, OPEN])
def test_no_text_is_cut_or_covered(setter, scale, values):
    for state in (in_blue(), soon(), proposed()[0]):
        tree = drawn(seen(state), values, scale=scale)

        assert faults(lay_out(tree, (1600, 900), scale, UiState(), setter)) == ()


def test_the_calendar_says_when_the_vote_is():
    """By custom on the day after; on the same day if the pen asks and nobody insists."""
    assert "The 24 hours of custom" in lines(find(drawn(seen(in_blue())), "calendar"))
    assert "vote today" in lines(find(drawn(seen(soon())), "calendar"))

    insisted = engine.apply(soon(), Insist(MEMBER))
    assert "insists on the 24 hours" in lines(find(drawn(seen(insisted)), "calendar"))


def test_one_press_insists_on_the_24_hours_where_the_pen_is_in_haste():
    assert find(drawn(seen(soon())), "insist").message == Insist(MEMBER)
    assert find(drawn(seen(in_blue())), "insist") is None


def test_each_small_edit_is_offered_with_what_it_changes_and_does():
    tree = drawn(seen(in_blue()), OPEN)
    edits = [widget for widget in walk(tree) if widget.name.startswith("edit ")]

    assert edits
    for button in edits:
        assert isinstance(button.message.messages[-1], ProposeEdit)
        assert engine.refusal(in_blue(), button.message.messages[-1]) is None
        assert "passes" in button.note


def test_every_edit_reads_as_it_would_print():
    o = seen(in_blue())
    for measure in {a.measure for a in o.legal if isinstance(a, ProposeEdit)}:
        said = lines(drawn(o, {**OPEN, "door clause": measure}))

        assert "add “" in said or "→" in said or "strike “" in said
        assert "{" not in said


def test_an_edit_that_changes_nothing_comes_after_those_that_do():
    o = seen(in_blue())
    met = 0
    for measure in {a.measure for a in o.legal if isinstance(a, ProposeEdit)}:
        sheet = find(drawn(o, {**OPEN, "door clause": measure}), "door")
        edits = [w.note for w in walk(sheet) if w.name.startswith("edit ")]
        idle = [note.startswith("0 ") and _same_odds(note) for note in edits]
        met += any(idle)

        assert idle == sorted(idle)
    assert met


def _same_odds(note):
    was, now = note.rpartition("passes ")[2].split(" → ")
    return was == now


def test_the_pen_sees_what_was_proposed_and_takes_it_with_one_press():
    state, edit = proposed()
    tree = drawn(seen(state))
    button = find(tree, f"take {MEMBER}")
    name = state.scenario.measure(edit.measure).name

    assert name in " ".join(texts(find(tree, "at the door")))
    assert button.message == TakeEdit(PEN, MEMBER)
    taken = engine.apply(state, button.message)
    assert "✓ taken" in lines(drawn(engine.observe(taken, PEN)))


def test_a_withdrawal_asks_before_it_is_done():
    state, _edit = proposed()

    assert isinstance(find(drawn(seen(state)), "withdraw").message, Confirm)
