"""The months after a vote as screens and papers date them, and what they show where nothing is
closed."""

import re
from datetime import datetime
from itertools import pairwise

import pytest
from attrs import evolve

from game import engine, words
from game.commands.terminal import pages
from game.engine.actions import Aid, Contact, Press, Report
from game.engine.events import MonthPassed
from game.session import minutes
from game.ui import screens
from game.ui.abroad import after
from game.ui.bindings import DEFAULTS
from game.ui.describe import find, texts, walk
from game.ui.ending import season
from game.ui.messages import House, Picks
from game.ui.preferences import Preferences
from game.ui.widgets import Canvas
from game.words import capital
from tests.build import play_on, scenario

DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (\d+ \w+ \d{4})")


def over(crisis):
    """Return what Norway, or China, sees of a game that has ended."""
    seat = "NOR" if crisis == "broken_talks_2001" else "CHN"
    return engine.observe(play_on(engine.new_game(scenario(crisis)), 3).end, seat)


@pytest.fixture(scope="module")
def talks():
    return over("broken_talks_2001")


@pytest.fixture(scope="module")
def measures():
    return over("resolution_2270")


def drawn(o, name, **picks):
    house = House(keys=DEFAULTS, preferences=Preferences(still=True))
    return screens.find(name).view(o, Picks(picks, house, name))


def days(lines):
    found = (DAY.search(line) for line in lines)
    return [datetime.strptime(f"{it[1]} +0000", "%d %B %Y %z").date() for it in found if it]


def months(o):
    return [e for e in o.log if isinstance(e, MonthPassed)]


# -- every month has its day


@pytest.mark.parametrize("crisis", ["talks", "measures"])
def test_months_lie_thirty_days_apart(crisis, request):
    o = request.getfixturevalue(crisis)
    passed = [e.day for e in months(o)]

    assert len(passed) == o.record.followup.months
    assert [b - a for a, b in pairwise(passed)] == [30] * (len(passed) - 1)
    assert passed[-1] == o.record.day


@pytest.mark.parametrize("newest", [True, False])
def test_the_log_of_the_window_is_in_order_and_no_day_stands_twice(talks, newest):
    shown = days(texts(find(drawn(talks, "log", newest=newest), "log")))
    own = {talks.scenario.date(e.day) for e in months(talks)}

    assert own <= set(shown)
    assert shown == sorted(shown, reverse=newest)


def test_the_log_of_the_terminal_is_in_order(talks):
    lines = list(pages.everything(talks))
    shown = days(line for line in lines if line.startswith("-- "))

    assert {talks.scenario.date(e.day) for e in months(talks)} <= set(shown)
    assert shown == sorted(shown)


def test_the_written_record_holds_the_months_in_order(talks):
    paper = minutes(talks)
    shown = days(paper.splitlines())
    own = [talks.scenario.date(e.day) for e in months(talks)]

    assert [day for day in shown if day in own] == own
    assert shown == sorted(shown)
    for event in months(talks):
        assert words.say(event, talks.scenario) in re.sub(r"\s+", " ", paper)


def test_what_has_come_since_the_vote_tells_the_latest_month_first(talks):
    """The last lines, however many months they are of; a month that is cut keeps its day."""
    earlier = evolve(talks, log=talks.log[: -len(talks.log) // 8])
    shown = days(texts(season.told(earlier)))

    assert len(shown) > 1
    assert len(days(texts(season.told(talks)))) >= 1
    assert shown == sorted(shown, reverse=True)


# -- what is shown where no trade is closed


def canvases(tree):
    return {w.name for w in walk(tree) if isinstance(w, Canvas)}


def test_where_no_trade_is_closed_what_moves_is_drawn_instead(talks, measures):
    assert "moved chart" in canvases(drawn(talks, "echo"))
    assert not canvases(drawn(talks, "echo")) & {"pressure chart", "trade chart"}
    assert {"pressure chart", "trade chart"} <= canvases(drawn(measures, "echo"))
    assert "moved chart" not in canvases(drawn(measures, "echo"))


def test_every_line_of_what_moves_ends_where_it_stands_today(talks):
    found = dict(after.moved(talks).courses)
    first = months(talks)[0]

    assert list(found) == ["readiness", "trust", "threat", "programme"]
    assert {len(values) for values in found.values()} == {len(months(talks)) + 1}
    assert found["trust"][0] == first.read["trust"]
    for key in ("trust", "threat", "programme"):
        assert found[key][-1] == talks.indicators[key]
    assert any(len(set(values)) > 1 for values in found.values())


def test_a_step_of_the_road_that_was_lost_is_marked_in_its_month(talks):
    lost = [m for m in after.moved(talks).moments if m.label.endswith(": over")]
    fell = [b.month for a, b in pairwise(months(talks)) if b.stance < a.stance]

    assert [m.at + 1.5 for m in lost] == fell


def test_an_old_save_that_does_not_tell_what_moved_has_no_picture_of_it(talks):
    assert after.moved(_without(talks)) is None


def _without(o):

    log = tuple(evolve(e, read={}) if isinstance(e, MonthPassed) else e for e in o.log)
    return evolve(o, log=log)


def test_the_border_ahead_draws_nothing_where_nothing_is_closed():
    """What crosses is a figure a year; readiness and the slow numbers are what there is to see."""
    o = engine.observe(engine.new_game(scenario("broken_talks_2001"), people=("NOR",)), "NOR")
    page = drawn(o, "world", abroad="border")

    assert canvases(page) == set()
    assert find(page, "slow numbers") is not None
    assert any("250 million US dollars a year" in line for line in texts(page))


def test_the_log_of_what_was_outside_the_room_holds_the_acts_of_the_months(measures):
    shown = " ".join(texts(find(drawn(measures, "log", kind="world"), "log")))
    acts = [e for e in measures.log if isinstance(e, Press | Report | Aid | Contact)]
    told = [e for e in acts if words.is_told(e, measures.log)]

    assert told
    for event in told:
        assert capital(words.say(event, measures.scenario, record=measures.record)) in shown
    assert "months after the vote" in shown
