"""Who hears what is said in which room, and how readily word of it gets out."""

import pytest
from attrs import evolve

from game import ai, engine
from game.engine import opinion
from game.engine.actions import Circulate, DemandSight, EndRound, GetOut, Say
from game.engine.events import GotOut
from game.engine.rooms import CLOSED, CORRIDOR, OPEN, ROOMS, STAKEOUT
from game.engine.terms import WORLD, Circle, Phrase
from game.words import rooms, say
from tests.build import (
    QUICK,
    at_text,
    dice,
    idle,
    in_consultations,
    play,
    played,
    scenario,
    turn_of,
    written,
)


def before_papers(circle=Circle.P5, of=None):
    """Return a first round in which chance is about to say what of closed doors gets out."""
    of = of or scenario()
    state = written(at_text(of), of.record)
    state = play(state, Circulate(of.penholder, circle), EndRound(of.penholder))
    return idle(state, lambda now: not engine.chance(now) or _is_due(now))


def _is_due(state):
    return any(isinstance(action, GetOut) for action, _weight in engine.chance(state))


def told(state, *out):
    """Let chance say one after another what gets out."""
    for gets_out in out:
        action = next(a for a, _weight in engine.chance(state) if a.out is gets_out)
        state = engine.apply(state, action)
    return state


def test_how_often_word_gets_out_is_what_the_table_says():
    state, found = before_papers(), []
    while _is_due(state):
        found.append({(a.room, a.out): weight for a, weight in engine.chance(state)})
        state = told(state, False)

    assert found == [
        {(CLOSED, True): ROOMS[CLOSED].gets_out, (CLOSED, False): 100 - ROOMS[CLOSED].gets_out},
        {("p5", True): ROOMS["p5"].gets_out, ("p5", False): 100 - ROOMS["p5"].gets_out},
    ]


def test_fewer_ears_keep_a_text_better_and_nothing_public_is_kept():
    """Also: what two agree on is told by whoever was left out of it."""
    odds = {room: found.gets_out for room, found in ROOMS.items()}

    assert odds["p2"] < odds["p5"] < odds[CORRIDOR] < odds[OPEN]
    assert odds[OPEN] == odds[STAKEOUT] == 100


def test_the_public_hears_of_consultations_that_are_in_the_papers():
    state = before_papers()

    kept, out = told(state, False), told(state, True)
    assert not engine.observe(kept, engine.PUBLIC).record.stances
    assert len(engine.observe(out, engine.PUBLIC).record.stances) == 15
    assert out.indicators["trust"] == state.indicators["trust"] + ROOMS[OPEN].outside["trust"]
    assert kept.indicators == state.indicators


def test_members_who_were_not_shown_a_text_hear_what_it_is_about_and_not_how_far_it_goes():
    state = told(before_papers(), False, True)
    seen = engine.observe(state, "SEN")

    found = next(e for e in seen.log if isinstance(e, GotOut))
    text = state.version(1).clauses
    assert not seen.versions
    assert found.measures
    assert all(text[m].level > state.scenario.base(m) for m in found.measures)
    assert not any(isinstance(e, GetOut) for e in seen.log)


def test_nothing_is_left_to_tell_of_a_text_that_all_have():
    state = told(before_papers(Circle.ALL), False)

    assert not _is_due(state)


def test_where_meetings_are_not_in_play_nobody_asks_what_gets_out():
    of = evolve(scenario(), practice=("offers",))

    assert not _is_due(before_papers(of=of))
    assert rooms.odds(of, CLOSED) == ""
    assert rooms.odds(of, CORRIDOR)


@pytest.mark.parametrize("out", [True, False])
def test_a_computer_that_hears_of_a_text_asks_to_see_it_at_once(out):
    """Else it waits for some rounds, in which it might be shown it anyway."""
    state = turn_of(told(before_papers(), False, out), "SEN")

    act = ai.decide(engine.observe(state, "SEN"), ai.personalities()[QUICK], dice(0, 0, "SEN"))
    assert isinstance(act, DemandSight) is out


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_who_hears_and_how_often_others_do(room):
    said, percent = rooms.hears(scenario(), room), ROOMS[room].gets_out

    assert (f"{percent} times in 100" in said) is (percent < 100)


def test_what_got_out_is_told_in_a_sentence():
    s = scenario()

    assert say(GotOut(CLOSED, 0), s) == "What was said in the closed consultations is in the papers"
    about = say(GotOut("p5", 1, ("coal_iron_exports",)), s)
    assert "coal" in about.lower()
    assert "permanent members" in about
    assert "consultations" in say(GetOut(WORLD, CLOSED, 0, False), s)


def test_in_games_of_computers_some_of_what_was_kept_gets_out():
    games = [played("resolution_2270", seed) for seed in range(1, 9)]
    asked = [a.out for game in games for a in game.actions if isinstance(a, GetOut)]

    assert True in asked
    assert asked.count(False) > asked.count(True)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_it_takes_in_acts_beside_who_hears(room):
    said = rooms.hears(scenario(), room)

    assert rooms.costs(room) in said
    assert "takes an act" in said or "takes no act" in said


def test_what_a_room_takes_is_what_the_rules_take():
    """Asking for a meeting costs no act, the cameras and a later text cost one."""
    state = turn_of(in_consultations(scenario(), circle=Circle.P5), "USA")
    acts = state.tokens["USA"]
    wider = play(state, Circulate("USA", Circle.ALL))
    seen = turn_of(in_consultations(scenario()), "RUS")
    cameras = play(seen, Say("RUS", Phrase.CONCERNS, "", STAKEOUT))

    assert wider.tokens["USA"] == acts - 1
    assert cameras.tokens["RUS"] == seen.tokens["RUS"] - 1
    assert opinion.face_points(cameras.record, "RUS") == opinion.FACE * Phrase.CONCERNS.points
    assert f"by {opinion.FACE} points" in rooms.costs(STAKEOUT)
    assert "informal informals" in rooms.NAMES["p5"]
