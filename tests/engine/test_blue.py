"""Between blue and vote: the 24 hours, an hour more, and who has the last word."""

import pytest
from attrs import evolve

from game import engine
from game.engine.actions import AskDelay, Insist, PutInBlue, Say, StandBy
from game.engine.terms import Phase, Phrase
from tests.build import idle, in_consultations, play, scenario, turn_of

PEN = "USA"


def blue(soon=False):
    return play(turn_of(in_consultations(scenario()), PEN), PutInBlue(PEN, soon=soon))


def vote_day(state):
    return idle(state, lambda now: now.phase is Phase.VOTE).record.day


def refused(state, action):
    return engine.refusal(state, action).key


@pytest.mark.parametrize(("soon", "days"), [(False, 1), (True, 0)])
def test_the_vote_is_on_the_next_day_by_custom_or_the_same_if_nobody_insists(soon, days):
    state = blue(soon)

    assert vote_day(state) == state.record.day + days


def test_any_one_member_can_insist_on_the_24_hours():
    """The Russian Federation took them on 1 March 2016; the vote was on the 2nd."""
    state = turn_of(blue(soon=True), "SEN")
    after = play(state, Insist("SEN"))

    assert engine.actor(after) == "SEN"
    assert vote_day(after) == state.record.day + 1
    assert refused(after, Insist("SEN")) == "insisted"


def test_nobody_insists_on_what_custom_gives_anyway_nor_the_pen_on_its_own_text():
    assert refused(turn_of(blue(), "SEN"), Insist("SEN")) == "not_soon"
    assert refused(turn_of(blue(soon=True), PEN), Insist(PEN)) == "own_draft"


def test_a_member_may_ask_for_an_hour_to_hear_the_others_first():
    """The vote on resolution 1874 was put back by an hour on 12 June 2009."""
    state = blue()
    first = engine.actor(state)
    after = play(state, AskDelay(first))

    assert after.queue == (*state.queue[1:-1], first, PEN)
    assert vote_day(after) == vote_day(state)
    assert refused(after, AskDelay(engine.actor(after))) == "delayed"


def test_who_is_the_last_to_be_heard_has_nobody_to_wait_for():
    state = blue()
    last = state.queue[-2]

    assert refused(turn_of(state, last), AskDelay(last)) == "heard_all"


def test_in_blue_a_turn_ends_with_one_last_word():
    state = blue()
    first = engine.actor(state)

    assert engine.actor(play(state, StandBy(first))) != first
    assert engine.actor(play(state, Say(first, Phrase.CONCERNS))) != first


def test_where_blue_is_not_in_play_the_vote_is_on_the_next_day_and_the_pen_speaks_first():
    short = evolve(scenario(), practice=())
    state = turn_of(in_consultations(short), PEN)

    assert refused(state, PutInBlue(PEN, soon=True)) == "not_in_play"
    assert play(state, PutInBlue(PEN)).queue[0] == PEN
