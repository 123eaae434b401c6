"""What a sitting of a campaign leaves beside levels: a step that came by itself, and readings."""

from functools import cache

import numpy as np
import pytest
from attrs import evolve

from game import engine, words
from game.content import load_scenario
from game.engine import chain, consensus, leaving, pressure
from game.engine.events import SittingFollows
from game.engine.past import Left
from game.engine.record import Clause
from game.engine.terms import Ballot, Phase
from game.ui.abroad import reading
from tests.build import play_on

AUTOMATIC = {"review_trigger": Clause("review_trigger", 5)}


@cache
def campaign():
    return load_scenario("campaign_2016_2017")


@cache
def first_end():
    return play_on(engine.new_game(campaign()), 1, until=lambda s: s.phase is Phase.OVER).end


def ended(*, clauses=AUTOMATIC, acts=((3, "nuclear_test"),), explained=(), adopted=True):
    """Return the first sitting at its end, with this text, these acts and these explanations."""
    end = first_end()
    assert end.tally is not None
    blue = end.version(end.blue)
    versions = tuple(evolve(v, clauses=clauses) if v is blue else v for v in end.versions)
    tally = evolve(end.tally, adopted=adopted)
    months = evolve(end.record.followup, acts=tuple(acts))
    return evolve(
        end,
        versions=versions,
        tally=tally,
        explained=dict(explained),
        narrowed={},
        record=evolve(end.record, followup=months),
    )


def follows(state):
    return chain.following(state)


# -- an automatic step


def test_what_an_automatic_step_closed_is_closed_in_the_next_sitting():
    """The clause: supply falls, unless the Council decides otherwise. Nobody has."""
    state = ended()
    left_ = leaving.left_by(state)
    s = follows(state).scenario

    assert left_.held == {"crude": 300, "refined": 500}
    shut = pressure.regime(s, pressure.NO_TEXT, left_).shut
    plain = pressure.regime(s, pressure.NO_TEXT, evolve(left_, held={})).shut
    assert shut["crude"] - plain["crude"] == 300
    assert shut["refined"] > plain["refined"]


def test_a_next_text_need_not_say_it_again_and_cannot_say_it_twice():
    state = ended()
    left_, s = leaving.left_by(state), follows(state).scenario
    regimes = [
        pressure.regime(s, text, left_, sprung=step).shut["crude"]
        for text, step in (
            ({"coal_iron_exports": Clause("coal_iron_exports", 2)}, False),
            (AUTOMATIC, False),
            (AUTOMATIC, True),
        )
    ]

    assert regimes == [regimes[0]] * 3


def test_a_text_that_gives_back_ends_it():
    """A sitting that gives back has decided otherwise; what was closed by itself is open again."""
    state = ended()
    left_, s = leaving.left_by(state), follows(state).scenario
    relief = {"sunset_relief": Clause("sunset_relief", 3)}

    assert pressure.given_by(s, relief) > 0
    assert pressure.still_held(s, relief, left_) == {}
    assert pressure.still_held(s, {}, left_) == left_.held


@pytest.mark.parametrize(
    ("clauses", "acts"),
    [({}, ((3, "nuclear_test"),)), (AUTOMATIC, ()), (AUTOMATIC, ((2, "rhetoric"),))],
)
def test_nothing_is_held_where_no_step_was_decided_or_none_came(clauses, acts):
    assert leaving.left_by(ended(clauses=clauses, acts=acts)).held == {}


def test_what_is_held_goes_on_over_a_sitting_without_a_text():
    state = ended(adopted=False, acts=())
    before = Left("earlier", campaign().start, held={"crude": 300})

    assert leaving.left_by(evolve(state, past=(before,))).held == {"crude": 300}


def test_forecasts_of_many_texts_count_it_as_the_sum_of_one_does():
    state = ended()
    left_, s = leaving.left_by(state), follows(state).scenario
    texts = [{}, AUTOMATIC, {"sunset_relief": Clause("sunset_relief", 3)}]
    rows = np.array([consensus.row(s, text) for text in texts])

    papers = consensus.papers_of(s, rows, left_)

    assert papers == [pressure.paper_of(s, text, left_) for text in texts]


def test_the_next_sitting_opens_by_saying_what_stays_closed():
    opened = follows(ended())
    (event,) = (e for e in opened.log if isinstance(e, SittingFollows))
    said = words.say(event, opened.scenario)

    assert "By the automatic step of an earlier text: Crude oil, 30 % less" in said
    assert "Refined petroleum, 50 % less" in said


# -- how the text in force was read


def test_who_read_the_text_narrowly_is_told_when_the_next_sitting_opens():
    opened = follows(ended(explained=(("CHN", "narrow"), ("RUS", "narrow"), ("JPN", "wide"))))
    (event,) = (e for e in opened.log if isinstance(e, SittingFollows))
    said = words.say(event, opened.scenario)

    assert "The text in force is read narrowly by China and the Russian Federation" in said
    assert "as a duty in full by Japan" in said


@pytest.mark.parametrize(("how", "moved"), [("narrow", -20), ("wide", 10), ("talks", 0)])
def test_half_of_a_reading_goes_on_in_what_its_state_enforces(how, moved):
    """Tuned: much of a text is said again, and so is what it was taken to mean."""
    before = Left("earlier", campaign().start, readings={"CHN": how})
    s = campaign()
    ballots = dict.fromkeys(s.seats, Ballot.YES)

    now, plain = (pressure.pushes(s, ballots, {}, it) for it in (before, None))

    assert {id: now[id] - plain[id] for id in now if now[id] != plain[id]} == (
        {"china": moved} if moved else {}
    )


def test_a_new_reading_takes_the_place_of_the_old_one():
    before = Left("earlier", campaign().start, readings={"CHN": "narrow"})
    read = {"CHN": "wide"}

    assert pressure.read_by("CHN", read, before) == pressure.read_by("CHN", read, None) == 20


def test_a_text_that_nobody_adopted_leaves_the_readings_of_the_one_in_force():
    before = Left("earlier", campaign().start, readings={"CHN": "narrow"})
    state = ended(adopted=False, explained=(("RUS", "narrow"),))

    assert leaving.left_by(evolve(state, past=(before,))).readings == {"CHN": "narrow"}
    assert leaving.left_by(ended(explained=(("RUS", "narrow"),))).readings == {"RUS": "narrow"}


def test_it_is_named_where_the_readiness_of_a_state_is_summed():
    opened = follows(ended(explained=(("CHN", "narrow"),)))
    o = engine.observe(opened, "USA")
    china = next(e for e in o.scenario.enforcers if e.seat == "CHN")
    others = [e for e in o.scenario.enforcers if e.seat != "CHN"]

    assert reading.read_before(o, china) == (
        f"read the last text narrowly: will {words.signed(-2)} of 100",
    )
    assert not any(reading.read_before(o, e) for e in others)
