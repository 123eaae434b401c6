"""A text that promised a next step: the meeting after such an act needs less.

Source: resolution 2087 (2013), paragraph 19, and later texts; such a promise binds nobody.
"""

import pytest
from attrs import evolve

from game import ai, engine, words
from game.engine import council, procedural
from game.engine.actions import Convene, Request
from game.engine.events import PutOff
from game.engine.opinion import FALLS, total
from game.engine.record import FULL, Question
from game.words.procedure import foretold
from tests.build import QUICK, alarmed, dice, idle, play, scenario

BOUND = evolve(scenario(), letters=())
FREE = evolve(BOUND, last_text={**scenario().last_text, "review_trigger": 1})
"""The last text only keeps the matter under review."""


def asked_for(of):
    """Return the moment at which the President, whom one member has asked, is to call a meeting."""
    state = alarmed(of)
    state = play(state, Request(engine.actor(state), "closed"))
    return idle(state, lambda now: now.matter is not None)


def called(of, days):
    state = asked_for(of)
    chair = engine.actor(state)
    return chair, play(state, Convene(chair, "closed", days))


@pytest.mark.parametrize(("level", "is_foretold"), [(0, False), (1, False), (2, True), (3, True)])
def test_a_next_step_is_foretold_from_the_words_significant_action_on(level, is_foretold):
    of = evolve(scenario(), last_text={"review_trigger": level} if level else {})

    assert council.foretold(of) is is_foretold
    assert bool(foretold(of)) is is_foretold


@pytest.mark.parametrize(
    ("of", "days", "cost"),
    [(BOUND, 0, 0), (BOUND, 1, FALLS["trigger"]), (FREE, 0, 0), (FREE, 1, 0)],
    ids=["at once", "a day late", "free at once", "free a day late"],
)
def test_a_president_that_lets_a_day_pass_is_remembered_for_it(of, days, cost):
    chair, state = called(of, days)

    assert state.record.trust(chair) == FULL - cost
    assert any(isinstance(e, PutOff) for e in state.log) is bool(cost)


@pytest.mark.parametrize(("of", "days"), [(BOUND, 0), (FREE, 1)], ids=["foretold", "free"])
def test_a_computer_that_presides_needs_fewer_letters_to_call_it_at_once(of, days):
    """One, where otherwise it waits for three."""
    state = asked_for(of)
    seat = engine.actor(state)

    act = ai.decide(engine.observe(state, seat), ai.personalities()[QUICK], dice(0, 0, seat))
    assert act.days == days


def test_the_promise_speaks_for_the_agenda():
    """Source: the agenda on proliferation was never contested; that on rights was."""
    question = Question("agenda", "CHN", cause="agenda")
    sums = {
        name: total(procedural.reasons(procedural.Vote(of, "FRA", question)))
        for name, of in (("foretold", BOUND), ("free", FREE))
    }

    assert sums["foretold"] - sums["free"] == procedural.FORETOLD


def test_it_is_told_that_a_meeting_was_put_off():
    said = words.say(PutOff("URY"), scenario())

    assert said.startswith("Uruguay, as President, puts off a meeting that the last text foretold")
