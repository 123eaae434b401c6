"""What is told of acts when all is over is why they were done, and before that it is a secret."""

import pytest

from game import ai, engine, words
from game.engine import TARGET, Action
from game.engine.actions import Respond
from game.engine.events import Weighed
from game.engine.terms import WORLD
from game.session import motive, motives
from tests.build import played
from tests.session.playing import plays, run_on, seated, whole


def test_what_is_told_of_an_act_is_what_was_reckoned_when_it_was_done():
    """The sitting is played again to each act; the seat sees there what it saw then."""
    game = played("resolution_2270", 1)
    over = engine.observe(game.states[-1], "")
    then = {
        len(before.log): words.motive_of(
            before.scenario,
            action.seat,
            ai.why(engine.observe(before, action.seat, menu=False), action),
        )
        for before, action, _ in game.moves()
        if action.seat in before.scenario.seats
    }

    told = dict(motives(over, 0, len(over.log) - 1))

    assert len(then) > 100
    assert {place: told[place] for place in then} == then


@pytest.mark.parametrize("id", ["first_sitting", "hwasong_14"])
def test_every_event_has_a_sentence_and_says_who_chose_it(id):
    session = whole("CHN", id=id, level="quick")
    o = session.observation
    nobody = {by: words.unchosen(by) for by in ("chance", "person", "rules", "weights")}

    for place, said in motives(o, 0, len(o.log) - 1):
        event = o.log[place]
        seat = event.seat if isinstance(event, Action) else ""
        assert said.endswith(".")
        assert (said == nobody["person"]) is (seat == "CHN")
        assert (said == nobody["chance"]) is (seat == WORLD)
        assert (said == nobody["rules"]) is not isinstance(event, Action)
        if seat in o.scenario.seats and seat != "CHN":
            assert said.startswith(words.begin(o.scenario, seat) + ": ")


def test_what_drew_the_target_is_told_of_its_acts():
    o = whole("CHN", level="quick").observation
    acts = [at for at, e in enumerate(o.log) if isinstance(e, Respond) and e.seat == TARGET]

    assert acts
    for at in acts:
        weighed = next(e for e in o.log[at:] if isinstance(e, Weighed))
        assert motive(o, at) == words.say(weighed, o.scenario) + "."


def test_reasons_are_secret_while_a_sitting_is_played():
    o = run_on(seated("CHN", level="quick")).observation

    with pytest.raises(ValueError, match="secret"):
        motive(o, 0)


def test_the_second_sitting_of_a_campaign_is_told_too():
    """It begins with what the first has left, not with a new deal."""
    session = plays(seated("CHN", id="campaign_2016_2017", level="quick"))
    session.go_on()
    o = plays(session).observation

    told = [said for _place, said in motives(o, 0, len(o.log) - 1)]

    assert len(told) == len(o.log)
    assert sum(said.startswith("The United States: ") for said in told) > 5
