"""More time for a note to the Committee: the clock runs on, and who asked decides last."""

import pytest
from attrs import evolve

from game import ai, engine, words
from game.engine import committee, followup
from game.engine.actions import AskTime, Hold, Report, StandBy
from game.engine.events import NoticeDecided
from game.engine.followup import COMMITTEE
from game.engine.record import Notice
from tests.build import QUICK, dice, play, played

SHIPS = Notice("list", "four_ships", "USA")


def before_the_committee(*notices, half=1, queue=("CHN", "RUS", "SEN")):
    """Return the Committee with these notes before it, and these members to act."""
    states = played("resolution_2270", 1).states
    state = next(
        s for s in states if s.stage == COMMITTEE and s.record.followup.half == half and s.queue
    )
    state = followup.follow_up(state, notices=notices or (SHIPS,), findings=(), reports={})
    return evolve(state, queue=queue)


def decided(state):
    return [e for e in state.log if isinstance(e, NoticeDecided)][-1]


def passing(state):
    """Let everybody who is to act in the Committee let things pass."""
    while state.stage == COMMITTEE and state.queue:
        seat = engine.actor(state)
        due = Report(seat, "none")
        state = play(state, StandBy(seat) if engine.refusal(state, due) else due)
    return state


def asked():
    """Return the Committee at the second look of China, which has asked for time."""
    state = play(before_the_committee(), AskTime("CHN", 1), StandBy("CHN"))
    return play(state, StandBy("RUS"), StandBy("SEN"))


def test_who_asked_for_time_is_asked_again_when_all_others_have_acted():
    state = asked()

    assert state.stage == COMMITTEE
    assert state.queue == ("CHN",)
    assert state.record.followup.notices[0].status == "late"


def test_what_it_lets_pass_is_decided_ten_working_days_after_it_was_sent():
    """Two weeks on the calendar instead of one."""
    late, plain = passing(asked()), passing(before_the_committee())

    assert late.record.followup.notices[0].status == "passed"
    assert decided(late).later == "CHN"
    assert decided(late).day - decided(plain).day == 7


def test_a_hold_can_still_be_placed_in_the_time_that_was_given():
    state = passing(play(asked(), Hold("CHN", 1)))

    assert state.record.followup.notices[0].status == "held"
    assert decided(state).held == "CHN"


def test_a_hold_of_another_ends_the_matter_at_once():
    state = play(before_the_committee(), AskTime("CHN", 1), StandBy("CHN"), Hold("RUS", 1))
    state = passing(state)

    assert state.record.followup.notices[0].held == "RUS"
    assert state.stage != COMMITTEE


@pytest.mark.parametrize(
    ("notice", "key"),
    [
        (Notice("renew"), "renewal_has_a_day"),
        (Notice("list", "four_ships", "CHN"), "own_notice"),
        (Notice("list", "four_ships", "USA", later="RUS"), "time_given"),
        (Notice("list", "four_ships", "USA", held="RUS"), "held_already"),
        (Notice("list", "four_ships", "USA", status="passed"), "nothing_open"),
    ],
)
def test_time_is_asked_for_once_and_for_what_others_sent(notice, key):
    assert engine.refusal(before_the_committee(notice), AskTime("CHN", 1)).key == key


def test_what_was_held_can_be_given_time_again_in_the_next_half():
    """A note that is put before the Committee anew begins its time anew."""
    state = passing(play(asked(), Hold("CHN", 1)))

    brought = committee.bring_back(state)
    assert brought.record.followup.notices[0] == evolve(SHIPS, aged=True)


def test_nobody_reports_twice_because_it_asked_for_time():
    state = before_the_committee(half=2)
    assert engine.refusal(state, StandBy("CHN")).key == "answer_first"
    state = play(state, AskTime("CHN", 1), Report("CHN", "short"))
    while state.queue != ("CHN",):
        state = play(state, Report(engine.actor(state), "none"))

    assert engine.refusal(state, Report("CHN", "full")).key == "no_report_due"
    assert engine.refusal(state, StandBy("CHN")) is None
    assert state.record.followup.reports["CHN"] == "short"


def decides(state, seat):
    return ai.decide(engine.observe(state, seat), ai.personalities()[QUICK], dice(0, 0, seat))


def test_a_computer_leaves_a_hold_to_another_that_minds_as_well_and_places_it_if_nobody_did():
    of = played("resolution_2270", 1).states[0].scenario
    listing = next(x for x in of.season.listings if set(x.minds) >= {"CHN", "RUS"})
    state = before_the_committee(Notice("list", listing.id, "USA"))
    assert decides(state, "CHN") == AskTime("CHN", 1)
    state = play(state, AskTime("CHN", 1), StandBy("CHN"))

    held = play(state, decides(state, "RUS"))
    assert held.record.followup.notices[0].held == "RUS"
    alone = play(state, StandBy("RUS"), StandBy("SEN"))
    assert decides(alone, "CHN") == Hold("CHN", 1)


def test_it_is_told_who_had_time_and_until_when():
    state = passing(asked())
    s = state.scenario

    said = words.say(decided(state), s)
    assert "China had time until" in said
    assert "ten working days" in said
    asks = words.say(AskTime("CHN", 1), s, record=state.record)
    assert asks.startswith("China asks for more time on the listing of")
