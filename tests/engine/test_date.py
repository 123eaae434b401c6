"""A pen says in public by when its text is in blue: the consultations end there, or its word."""

import pytest

from game import engine, words
from game.engine.actions import EndRound, PutInBlue, SetDate, Withdraw
from game.engine.events import DateMissed
from game.engine.observation import observe
from game.engine.opinion import FALLS
from game.engine.terms import Phase
from tests.build import idle, in_consultations, in_round, play, scenario, turn_of

PEN = "USA"
ROUNDS = scenario().rounds


def fixed(number=3):
    return play(turn_of(in_consultations(scenario()), PEN), SetDate(PEN, number))


def refused(state, action):
    return engine.refusal(state, action).key


def test_no_round_follows_the_date():
    """Without one there would be six."""
    state = turn_of(in_round(fixed(3), 3), PEN)

    assert play(state, EndRound(PEN)).phase is not Phase.SQUEEZE
    free = turn_of(in_round(in_consultations(scenario()), 3), PEN)
    assert play(free, EndRound(PEN)).phase is Phase.SQUEEZE


def test_everybody_knows_the_date():
    state = fixed(3)
    for seat in (*state.scenario.seats, ""):
        seen = observe(state, seat, {})
        assert seen.last_round == 3
        assert seen.log[-1] == SetDate(PEN, 3)


def test_a_text_may_go_in_blue_before_its_date():
    state = play(turn_of(in_round(fixed(4), 2), PEN), PutInBlue(PEN))

    assert state.blue
    assert state.record.trust(PEN) == 100


@pytest.mark.parametrize("number", [1, ROUNDS, ROUNDS + 1, -1])
def test_a_date_leaves_the_others_a_round_and_comes_before_the_last(number):
    state = turn_of(in_consultations(scenario()), PEN)

    assert refused(state, SetDate(PEN, number)) in ("unknown", "date_past")
    assert SetDate(PEN, number) not in observe(state, PEN, {}).legal


def test_a_date_is_set_once_and_by_the_pen():
    state = fixed(3)

    assert refused(state, SetDate(PEN, 4)) == "date_set"
    assert refused(turn_of(in_consultations(scenario()), "FRA"), SetDate("FRA", 3)) == "not_the_pen"
    late = turn_of(in_round(in_consultations(scenario()), ROUNDS - 1), PEN)
    assert refused(late, SetDate(PEN, ROUNDS)) == "too_late"


def test_a_pen_that_lets_its_date_pass_is_believed_less():
    after = play(turn_of(in_round(fixed(2), 2), PEN), EndRound(PEN))

    assert DateMissed(PEN) in after.log
    assert after.record.trust(PEN) == 100 - FALLS["date"]
    assert "date" in words.say(DateMissed(PEN), after.scenario)


def test_a_pen_that_takes_its_text_back_before_the_meeting_misses_its_date():
    state = play(turn_of(fixed(3), PEN), PutInBlue(PEN))
    after = play(turn_of(state, PEN), Withdraw(PEN))

    assert DateMissed(PEN) in after.log
    assert after.record.trust(PEN) == 100 - FALLS["date"]


def test_who_set_no_date_misses_none():
    state = play(turn_of(in_consultations(scenario()), PEN), PutInBlue(PEN))
    after = play(turn_of(state, PEN), Withdraw(PEN))

    assert DateMissed(PEN) not in after.log
    assert after.record.trust(PEN) == 100


def test_a_vote_that_is_held_keeps_the_date_however_it_ends():
    state = play(turn_of(fixed(3), PEN), PutInBlue(PEN))
    end = idle(state, lambda now: now.phase is Phase.ECHO)

    assert end.tally is not None
    assert DateMissed(PEN) not in end.log
