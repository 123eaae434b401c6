"""Exercises against tests, brought up by a member that could carry the offer."""

import pytest
from attrs import evolve

from game import ai, engine, words
from game.ai import season as computing
from game.engine import season
from game.engine.actions import Consider, Contact, Press, Resume, StandBy, Suspend, TakeUp, Urge
from game.engine.followup import ANSWER, CAMPAIGN, follow_up
from game.engine.record import Suspension
from game.engine.terms import TARGET
from tests.build import play, played


def campaigning(seat, **changes):
    """Return a season in which a seat is the next to act outside the room."""
    states = played("resolution_2270", 1).states
    found = next(s for s in states if s.stage == CAMPAIGN and s.queue)
    queue = (seat, *(x for x in found.queue if x != seat))
    return follow_up(evolve(found, queue=queue), **{"suspension": None, **changes})


def urged(seat="CHN"):
    return play(campaigning(seat), Urge(seat))


def test_what_a_carrier_brings_up_is_answered_at_once_and_before_all_else():
    state = urged()

    assert engine.actor(state) == "USA"
    assert state.record.followup.urged == Suspension(
        "USA", "CHN", state.record.followup.month, "urged"
    )
    assert {type(a) for a in engine.legal_actions(state)} == {TakeUp}
    for other in (StandBy("USA"), Contact("USA"), Suspend("USA", "RUS"), Press("USA", "uganda")):
        assert engine.refusal(state, other) is not None


def test_only_who_could_carry_an_offer_can_bring_it_up():
    assert engine.refusal(campaigning("RUS"), Urge("RUS")) is None
    assert engine.refusal(campaigning("JPN"), Urge("JPN")).key == "no_channel"
    assert engine.refusal(campaigning("USA"), Urge("USA")).key == "no_channel"
    assert engine.refusal(campaigning("CHN"), TakeUp("CHN", True)).key == "nothing_urged"


def test_what_is_taken_up_goes_out_through_whoever_brought_it_up_and_the_target_answers():
    state = play(urged("RUS"), TakeUp("USA", True))
    closed = season.go_on(evolve(state, queue=()))

    assert (state.record.followup.suspension.status, closed.stage) == ("offered", ANSWER)
    assert state.record.followup.suspension.through == "RUS"
    assert engine.refusal(closed, Consider(TARGET, accepted=True)) is None


def test_what_is_turned_down_is_over_for_this_half_and_the_turn_of_its_giver_is_not_spent():
    state = play(urged(), TakeUp("USA", False))
    again = evolve(state, queue=("RUS", *state.queue))
    later = follow_up(again, month=state.record.followup.month + 2)

    assert state.queue == campaigning("CHN").queue[1:]
    assert engine.refusal(again, Urge("RUS")).key == "turned_down"
    assert engine.refusal(later, Urge("RUS")) is None
    assert engine.refusal(evolve(state, queue=("USA",)), Suspend("USA", "CHN")) is None


@pytest.mark.parametrize("status", ["offered", "accepted"])
def test_nobody_brings_up_what_stands(status):
    made = Suspension("USA", "CHN", 2, status)

    assert (
        engine.refusal(campaigning("CHN", suspension=made), Urge("CHN")).key == "suspension_stands"
    )
    assert engine.refusal(campaigning("USA", suspension=made), Resume("USA")) == (
        None if status == "accepted" else engine.refusal(campaigning("USA"), Resume("USA"))
    )


def test_a_computer_that_carries_offers_weighs_bringing_one_up_less_where_it_was_tried():
    """Source: proposed by China in March 2017, and with the Russian Federation on 4 July 2017."""
    tried = campaigning("CHN", suspension=Suspension("USA", "RUS", 1, "declined"))

    def worth(state):
        found = computing.errands(engine.observe(state, "CHN"))
        return next(e.points for e in found if e.action == Urge("CHN"))

    assert worth(tried) < worth(campaigning("CHN"))


def test_the_giver_takes_up_only_what_is_worth_as_much_as_its_other_work():
    state = urged()
    for trust in (0, 100):
        gauges = {**state.abroad.gauges, "trust": trust * 10}
        seen = engine.observe(evolve(state, abroad=evolve(state.abroad, gauges=gauges)), "USA")
        taken = computing.offering(seen) >= computing.TAKEN_AT

        assert computing.act(seen) == TakeUp("USA", taken)
        assert taken is (trust == 100)
        assert ai.why(seen, computing.act(seen)).key == ("road_to_talks" if taken else "no_road")


def test_what_is_brought_up_and_answered_has_its_sentences():
    s = urged().scenario

    assert words.say(Urge("CHN"), s) == (
        "China proposes that the large exercises on the peninsula be held off if nothing is tested"
    )
    assert words.say(TakeUp("USA", False), s) == "The United States turns it down"
