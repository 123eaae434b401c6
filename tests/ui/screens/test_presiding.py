"""What a person who presides is shown and can set: the order of speakers, the day of the vote."""

import pytest

from game import engine, paths
from game.engine.actions import Arrange, Object, Schedule, StandBy
from game.ui.describe import find, texts
from game.ui.layout import Typesetter, UiState, faults, lay_out
from game.ui.messages import Pick
from game.ui.places import home
from game.ui.text import Fonts
from game.ui.voting.presiding import FOCUS, ORDER, moved
from tests.build import play
from tests.engine import test_presidency as council
from tests.ui.screens.test_floor import drawn

SHEET = {"raise": "order"}
DAY = {"raise": "day"}
SIZES = [((1600, 900), 1.0), ((1600, 900), 1.5), ((1600, 900), 2.0), ((1280, 720), 1.0)]


@pytest.fixture(scope="module")
def setter():
    return Typesetter(Fonts(paths.assets() / "fonts"))


def seen(state):
    return engine.observe(state, engine.actor(state))


def said(page):
    return "\n".join(texts(page))


MOMENTS = {
    "opening": (council.opening, "soundings", {}),
    "opening order": (council.opening, "soundings", SHEET),
    "floor": (council.floor, "vote", {}),
    "floor order": (council.floor, "vote", SHEET),
    "blue": (council.blue, "blue", {}),
    "blue day": (council.blue, "blue", DAY),
}


@pytest.mark.parametrize(("size", "scale"), SIZES)
@pytest.mark.parametrize("moment", MOMENTS)
def test_no_text_of_a_president_is_cut_or_covered(setter, moment, size, scale):
    make, name, values = MOMENTS[moment]
    tree = drawn(seen(make()), name, values, size=size, scale=scale)

    assert faults(lay_out(tree, size, scale, UiState(), setter)) == ()


@pytest.mark.parametrize(
    ("make", "name"), [(council.opening, "soundings"), (council.floor, "vote")]
)
def test_the_order_is_custom_until_a_member_was_moved(make, name):
    o = seen(make())
    page = drawn(o, name, SHEET)
    custom = o.scenario.seating(o.record.day)

    assert find(page, "set order").disabled
    assert [find(page, f"order {seat}") is not None for seat in custom] == [True] * 15
    second = custom[1]
    later = find(drawn(o, name, {**SHEET, FOCUS: second}), "later").message
    order = moved(custom, second, 2)
    assert Pick(ORDER, order) in later.messages
    ready = drawn(o, name, {**SHEET, ORDER: order, FOCUS: second})
    assert Arrange(o.seat, order) in find(ready, "set order").message.messages
    assert "it stands" in said(ready)


def test_the_sheet_says_who_could_challenge_an_order():
    o = seen(council.floor())
    custom = o.scenario.seating(o.record.day)
    last = moved(custom, custom[1], 14)
    page = drawn(o, "vote", {**SHEET, ORDER: last})

    assert "is set back 13 places and can challenge it" in said(page)


def test_nobody_but_the_president_has_these_sheets():
    state = council.turn_of(council.floor(), "FRA")
    assert find(drawn(seen(state), "vote"), "raise order") is None
    blue = council.turn_of(council.blue(), "USA")
    assert find(drawn(seen(blue), "blue"), "raise day") is None


def test_whom_an_order_sets_back_is_asked_on_a_sheet_of_its_own():
    state = council.floor()
    chair, custom = engine.actor(state), state.scenario.seating(state.record.day)
    state = play(state, Arrange(chair, council.last(state, custom[1])))
    o = seen(state)
    page = drawn(o, home(o))

    assert home(o) == "vote"
    assert "by custom you are number 2" in said(page)
    assert find(page, "answer StandBy0").message == StandBy(custom[1])
    assert find(page, "answer Object1").message == Object(custom[1])


def test_the_same_is_asked_as_the_first_meeting_opens():
    state = council.opening()
    chair, custom = engine.actor(state), state.scenario.seating(state.record.day)
    state = play(state, Arrange(chair, council.last(state, custom[1])))
    o = seen(state)

    assert home(o) == "vote"
    assert find(drawn(o, "vote"), "answer Object1") is not None
    voting = seen(play(state, Object(custom[1])))
    assert find(drawn(voting, "vote"), "ballot yes") is not None


def test_each_day_says_who_presides_then_and_what_it_costs():
    o = seen(council.blue())
    page = drawn(o, "blue", DAY)

    assert "5 off your credibility" in said(page)
    assert Schedule(o.seat, 1) in find(page, "day 1").message.messages
    assert find(page, "day 0").main
    assert "presides" in find(page, "day 2").note


def test_the_calendar_shows_the_day_that_was_set():
    o = seen(council.blue())
    custom, put_off = (
        said(drawn(x, "blue")) for x in (o, seen(play(council.blue(), Schedule(o.seat, 2))))
    )
    assert "has put the vote off" in put_off
    assert "has put the vote off" not in custom
