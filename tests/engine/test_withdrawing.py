"""What was moved is withdrawn before a vote on it has begun. Source: rule 35."""

import pytest

from game import ai, engine, words
from game.engine import council
from game.engine import floor as engine_floor
from game.engine.actions import Amend, CastVote, Divide, Move, Retract, StandBy
from game.engine.events import Tally
from game.engine.record import FULL
from game.engine.terms import Ballot
from tests.build import QUICK, dice, idle, in_blue, in_consultations, play, scenario, turn_of

COAL = "coal_iron_exports"


def floor(*moves, levels=None):
    """Return the floor on which each of these was moved by its own seat."""
    state = idle(in_blue(in_consultations(scenario(), levels)), lambda now: now.stage == "floor")
    for move in sorted(moves, key=lambda m: state.queue.index(m.seat)):
        state = play(turn_of(state, move.seat), move)
        if isinstance(move, Divide):
            state = play(state, StandBy(engine.actor(state)))
    return state


def in_hand(*moves, levels=None):
    """Return the moment at which the first mover is asked whether its question stands."""
    return idle(floor(*moves, levels=levels), lambda now: now.matter is not None)


@pytest.mark.parametrize(
    ("move", "kind", "measure"),
    [
        (Amend("FRA", COAL, 3), "amendment", COAL),
        (Divide("FRA", "aviation_fuel"), "part", "aviation_fuel"),
        (Move("FRA", "adjourn"), "adjourn", ""),
    ],
)
def test_the_mover_is_asked_before_the_vote_and_can_withdraw(move, kind, measure):
    state = in_hand(move)
    assert state.matter.kind == council.IN_HAND
    assert state.queue == ("FRA",)

    after = play(state, Retract("FRA", kind, measure))
    assert [q.kind for q in after.questions] == ["draft"]
    assert not any(isinstance(e, Tally) and e.question.kind == kind for e in after.log)


def test_what_stands_is_called_at_once():
    state = play(in_hand(Amend("FRA", COAL, 3)), StandBy("FRA"))

    assert state.calling
    assert len(state.queue) == 15
    assert state.questions[0].kind == "amendment"


def test_a_motion_that_is_withdrawn_costs_no_face():
    """One that is lost does."""
    state = in_hand(Move("FRA", "adjourn"))
    lost = play(state, StandBy("FRA"))
    while lost.calling and lost.questions[0].kind == "adjourn":
        lost = play(lost, CastVote(engine.actor(lost), Ballot.NO))

    assert lost.record.trust("FRA") < FULL
    assert play(state, Retract("FRA", "adjourn")).record.trust("FRA") == FULL


def test_nobody_withdraws_what_another_moved_nor_once_it_is_called():
    state = in_hand(Amend("FRA", COAL, 3))

    assert engine.refusal(state, Retract("FRA", "part", COAL)).key == "not_in_hand"
    assert engine.refusal(state, Retract("GBR", "amendment", COAL)) is not None
    called = play(state, StandBy("FRA"))
    seat = engine.actor(called)
    assert engine.refusal(called, Retract(seat, "amendment", COAL)).key == "not_in_hand"


def test_the_next_question_comes_up_when_one_is_withdrawn():
    """Motions before amendments (rule 33)."""
    state = in_hand(Amend("FRA", COAL, 3), Move("GBR", "adjourn"))
    assert state.queue == ("GBR",)

    state = play(state, Retract("GBR", "adjourn"))
    assert state.queue == ("FRA",)
    assert state.questions[0].kind == "amendment"


def decided(state):
    seat = engine.actor(state)
    return ai.decide(engine.observe(state, seat), ai.personalities()[QUICK], dice(0, 0, seat))


def test_a_computer_withdraws_an_amendment_that_would_lose():
    """China would have a warning where the others agree on a ban."""
    state = in_hand(Amend("CHN", "flights", 2), levels=scenario().record)

    assert decided(state) == Retract("CHN", "amendment", "flights")


def test_a_computer_withdraws_a_motion_that_nine_will_not_carry():
    state = in_hand(Move("VEN", "postpone"))

    assert decided(state) == Retract("VEN", "postpone")


def test_a_computer_withdraws_an_amendment_when_the_text_says_so_already():
    """An amendment that was carried before said the same, or the pen did."""
    state = in_hand(Amend("CHN", "crude_oil", 0), levels={**scenario().record, "crude_oil": 1})
    taken_up = floor_rewrite(state)

    assert decided(taken_up) == Retract("CHN", "amendment", "crude_oil")
    found = ai.why(engine.observe(taken_up, "CHN"), decided(taken_up))
    assert "would change nothing" in words.motive(scenario(), found)


def floor_rewrite(state):
    """Return the text printed anew as the amendment in hand would have it."""
    question = state.questions[0]
    return engine_floor.rewrite(state, question.version, question.clause)


def test_a_computer_keeps_a_separate_vote_that_it_asked_for_on_record():
    assert decided(in_hand(Divide("CHN", "aviation_fuel"))) == StandBy("CHN")


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (Retract("FRA", "amendment", COAL), "France withdraws its amendment on"),
        (Retract("FRA", "part", COAL), "France no longer asks for a separate vote on"),
        (Retract("FRA", "adjourn"), "France withdraws its motion to adjourn the meeting"),
    ],
)
def test_it_is_told_what_is_withdrawn(act, said):
    assert words.say(act, scenario()).startswith(said)
