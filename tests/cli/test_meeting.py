"""In the terminal the meeting of the vote tells what is raised in it, before it asks."""

import pytest

from game import engine
from game.commands.terminal import turn
from game.engine.actions import (
    CastVote,
    Divide,
    Move,
    Object,
    PointOfOrder,
    Rule,
    StandBy,
    Table,
    Withdraw,
)
from game.engine.council import SUBSTANCE
from game.engine.record import Clause
from game.engine.terms import Ballot, Phase
from tests.build import idle, in_blue, in_consultations, play, scenario, turn_of


def meeting(state=None):
    return idle(in_blue(state or in_consultations(scenario())), lambda now: now.stage == "floor")


def told(before, after, seat):
    """Return what a seat is told between two moments."""
    o = engine.observe(after, seat)
    return " ".join(turn.told(o, (), o.log[len(engine.observe(before, seat).log) :]))


def test_an_objection_to_a_separate_vote_names_what_is_not_voted_on():
    before = turn_of(meeting(), "RUS")
    after = play(play(before, Divide("RUS", "flights")), Object("USA"))

    assert "no separate vote on " in told(before, after, "RUS")


def test_a_ruling_is_told_with_what_it_takes_to_overturn_it_before_it_is_let_stand():
    before = turn_of(meeting(), "RUS")
    chair = before.scenario.president(before.record.day)
    state = play(before, Move("RUS", "adjourn"), StandBy("RUS"))
    state = play(state, PointOfOrder(engine.actor(state), SUBSTANCE, "adjourn"))
    state = play(state, Rule(chair, True))

    assert engine.actor(state) == "RUS"
    text = told(before, state, "RUS")
    assert "raises a point of order: to adjourn the meeting is no matter of procedure" in text
    assert "rules that the point is well taken" in text
    assert "Rule 30" in text
    assert "nine overrule the President" in text


def test_a_rival_is_put_to_the_vote_with_how_it_differs_from_the_draft_in_blue():
    state = play(
        turn_of(in_consultations(scenario()), "FRA"), Table("FRA", (Clause("aviation_fuel", 1),))
    )
    before = meeting(state)
    after = idle(before, lambda now: now.calling)
    seat = engine.actor(after)

    text = told(before, after, seat)
    assert "the draft of France" in text
    assert "Against the draft in blue:" in text
    assert "aviation and rocket fuel" in text.split("Against the draft in blue:")[1].lower()


@pytest.mark.parametrize("beat", ["blue", "voting"])
def test_a_withdrawal_of_the_pens_draft_is_told_when_it_is_done(beat):
    """In blue, where a lesser product is then looked for; or where another text was adopted."""
    state = in_consultations(scenario())
    if beat == "blue":
        before = in_blue(state)
        pen = turn_of(before, "USA")
    else:
        rival = Table("FRA", (Clause("aviation_fuel", 1),))
        before = meeting(play(turn_of(state, "FRA"), rival))
        pen = idle(before, lambda now: now.calling)
        for _ in pen.scenario.seats:
            pen = play(pen, CastVote(engine.actor(pen), Ballot.YES))
    after = play(pen, Withdraw("USA"))
    after = idle(after, lambda now: engine.actor(now) == "RUS" and now.phase is not Phase.BLUE)

    text = told(before, after, "RUS")
    assert text.count("The United States withdraws the text before a vote") == 1


def test_ones_own_acts_are_not_told_again():
    before = turn_of(meeting(), "RUS")
    after = turn_of(
        play(
            before,
            Divide("RUS", "flights"),
        ),
        "USA",
    )
    after = play(after, StandBy("USA"))

    assert "asks for a separate vote" in told(before, after, "CHN")
    assert "asks for a separate vote" not in told(before, after, "RUS")
