"""One delegation raises several things before a vote. Source: rules 30, 32, 33, 35 and 36."""

import pytest

from game import ai, engine, words
from game.engine import council
from game.engine.actions import (
    MOST_RAISED,
    Amend,
    CastVote,
    Divide,
    Explain,
    Move,
    Object,
    PointOfOrder,
    Rule,
    Second,
    StandBy,
    Table,
    Withdraw,
    acts_left,
)
from game.engine.record import RIVALS, Clause
from game.engine.terms import Ballot
from game.words.procedure import still_to_raise
from tests.build import (
    QUICK,
    dice,
    idle,
    in_blue,
    in_consultations,
    play,
    scenario,
    turn_of,
)

COAL, WHO = "coal_iron_exports", "FRA"
NEAR, FAR = Amend(WHO, COAL, 3), Amend(WHO, COAL, 6)


def floor(seat=WHO, state=None):
    state = idle(in_blue(state or in_consultations(scenario())), lambda now: now.stage == "floor")
    return turn_of(state, seat)


def with_rival():
    state = play(
        turn_of(in_consultations(scenario()), "GBR"), Table("GBR", (Clause("aviation_fuel", 1),))
    )
    return floor(state=state)


def moved(state):
    return [q.clause.level for q in state.questions if q.kind == "amendment"]


def test_of_two_amendments_of_one_mover_the_furthest_is_voted_on_first_however_they_were_moved():
    """Source: Provisional Rules of Procedure, rule 36."""
    orders = []
    for acts in ((NEAR, FAR), (FAR, NEAR)):
        state = idle(play(floor(), *acts), lambda now: now.stage == "voting")
        orders.append(moved(state))
        assert {q.by for q in state.questions if q.kind == "amendment"} == {WHO}

    text = floor().draft(floor().blue).clauses
    away = [abs(level - text[COAL].level) for level in orders[0]]
    assert orders[0] == orders[1]
    assert away == sorted(away, reverse=True)
    assert away[0] != away[1]


def test_a_member_amends_seconds_and_explains_in_one_turn():
    state = with_rival()
    acts = (NEAR, Second(WHO, RIVALS + 1), Explain(WHO, "narrow"))
    left = []
    for act in acts:
        assert engine.actor(state) == WHO
        left.append(acts_left(state, WHO))
        state = play(state, act)

    assert left == [3, 2, 1]
    assert engine.actor(state) != WHO
    assert state.seconded == ((RIVALS + 1, WHO),)
    assert state.explained == {WHO: "narrow"}
    assert moved(state) == [NEAR.level]


def test_who_has_raised_all_it_can_is_not_asked_again_in_the_meeting():
    others = [Amend(WHO, COAL, level) for level in (3, 6)] + [Move(WHO, "adjourn")]
    state = play(floor(), *others)
    asked = []
    while state.stage == "floor":
        asked.append(engine.actor(state))
        state = play(state, StandBy(asked[-1]))

    assert len(others) == MOST_RAISED
    assert WHO not in asked


def test_the_floor_is_left_by_standing_by_whatever_is_left():
    state = play(floor(), NEAR, StandBy(WHO))

    assert engine.actor(state) != WHO
    assert WHO not in state.queue


@pytest.mark.parametrize("answer", [StandBy, Object])
def test_the_floor_comes_back_once_the_mover_has_answered_a_separate_vote(answer):
    state = play(floor(), Divide(WHO, "aviation_fuel"))
    pen = state.scenario.penholder
    assert engine.actor(state) == pen

    assert engine.actor(play(state, answer(pen))) == WHO


def test_the_floor_comes_back_after_a_ruling_and_a_point_is_ruled_on_once():
    state = play(floor("CHN"), Move("CHN", "adjourn"))
    state = turn_of(state, state.queue[1])
    seat, point = engine.actor(state), council.SUBSTANCE
    chair = state.scenario.president(state.record.day)
    state = play(state, PointOfOrder(seat, point, "adjourn"), Rule(chair, False))
    state = play(state, StandBy(engine.actor(state)))

    assert engine.actor(state) == seat
    assert engine.refusal(state, PointOfOrder(seat, point, "adjourn")).key == "moved"


def test_a_vote_is_explained_once_before_it_is_taken():
    state = play(floor(), Explain(WHO, "wide"))
    found = engine.refusal(state, Explain(WHO, "talks"))

    assert found.key == "explained"
    assert "already" in words.why(found, state.scenario)


def test_a_rival_is_withdrawn_on_the_floor_and_a_better_one_submitted():
    """Source: Provisional Rules of Procedure, rules 32 and 35."""
    state = play(floor(), Table(WHO, (Clause("aviation_fuel", 1),)), Withdraw(WHO, RIVALS + 1))
    state = play(state, Table(WHO, (Clause("aviation_fuel", 3),)))

    assert state.tabled[-1] == RIVALS + 2
    assert RIVALS + 1 not in state.tabled


def test_another_meeting_gives_the_whole_measure_again():
    state = play(floor(), NEAR)
    assert acts_left(state, WHO) == MOST_RAISED - 1
    state = play(state, Move(WHO, "suspend"), StandBy(WHO))
    state = idle(state, lambda now: now.calling)
    for _ in state.scenario.seats:
        state = play(state, CastVote(engine.actor(state), Ballot.YES))
    state = turn_of(idle(state, lambda now: now.stage == "floor"), WHO)

    assert acts_left(state, WHO) == MOST_RAISED
    assert moved(play(state, NEAR)) == [NEAR.level]


def test_a_computer_raises_one_thing_and_leaves_the_floor():
    state = play(floor("CHN"), Explain("CHN", "narrow"))
    o = engine.observe(state, "CHN")
    act = ai.decide(o, ai.personalities()[QUICK], dice(0, 0, "CHN"))

    assert act == StandBy("CHN")
    assert "mattered most" in words.motive(state.scenario, ai.why(o, act))


def test_how_much_is_left_is_what_a_member_can_still_raise():
    says = [still_to_raise(acts_left(s, WHO)) for s in (floor(), play(floor(), NEAR, FAR))]

    assert "3 things more" in says[0]
    assert "one thing more" in says[1]
