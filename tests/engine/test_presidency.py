"""What is the President's, and what nine members can take back; what a letter from outside weighs.

Source: Provisional Rules of Procedure, rules 2, 3, 27, 30 and 37; UN Charter, Article 35.
"""

from functools import cache

import pytest
from attrs import evolve

from game import engine, words
from game.ai import ballots, member, presiding
from game.engine import council, procedural
from game.engine.actions import (
    Arrange,
    AskDelay,
    CastVote,
    Convene,
    Insist,
    Object,
    PutInBlue,
    Request,
    Schedule,
    StandBy,
)
from game.engine.events import LetterPassedOver
from game.engine.opinion import FALLS, sight_points
from game.engine.record import FULL, Question
from game.engine.state import note
from game.engine.terms import Ballot, Circle, Phase, Stance
from tests.build import alarmed, idle, in_blue, in_consultations, play, scenario, turn_of

PEN = "USA"


@cache
def opening():
    """Return the opening of a public meeting in January 2016; Uruguay presides."""
    state = alarmed(scenario())
    state = play(state, Request(engine.actor(state), "open"))
    state = idle(state, lambda now: now.matter is not None)
    return play(state, Convene(engine.actor(state), "open", 0))


@cache
def floor():
    """Return the floor before the vote, its President about to speak."""
    return idle(in_blue(in_consultations(scenario())), lambda now: now.stage == "floor")


@cache
def blue(circle=Circle.ALL, soon=False):
    """Return the text in blue, its President about to say a last word."""
    state = in_consultations(scenario(), circle=circle)
    state = play(turn_of(state, PEN), PutInBlue(PEN, soon))
    return turn_of(state, scenario().president(state.record.day))


def first(state, seat):
    custom = state.scenario.seating(state.record.day)
    return (seat, *(s for s in custom if s != seat))


def last(state, seat):
    custom = state.scenario.seating(state.record.day)
    return (*(s for s in custom if s != seat), seat)


def cast(state, in_favour):
    for n in range(15):
        seat = engine.actor(state)
        state = play(state, CastVote(seat, Ballot.YES if n < in_favour else Ballot.NO))
    return state


# -- the order of speakers


def test_members_speak_in_the_order_that_the_president_has_set():
    state = opening()
    chair = engine.actor(state)
    order = first(state, "JPN")
    state = play(state, Arrange(chair, order))
    state = idle(state, lambda now: not now.stage)

    assert state.queue[:15] == order
    assert state.record.speakers == order


def test_the_order_holds_for_explanations_and_starts_anew_with_each_meeting():
    state = in_blue(in_consultations(scenario()))
    state = idle(note(state, speakers=first(state, "JPN")), lambda now: now.stage == "floor")
    assert not state.record.speakers

    order = first(state, "MYS")
    state = play(state, Arrange(engine.actor(state), order))
    assert state.queue == (engine.actor(floor()), *(s for s in order if s != state.queue[0]))
    state = idle(state, lambda now: now.stage == "explaining")
    assert state.queue == order


def test_who_cast_a_veto_still_explains_first():
    state = play(floor(), Arrange(engine.actor(floor()), first(floor(), "MYS")))
    state = idle(state, lambda now: now.calling)
    while state.tally is None:
        seat = engine.actor(state)
        state = play(state, CastVote(seat, Ballot.NO if seat == "RUS" else Ballot.YES))

    assert state.queue[:2] == ("RUS", "MYS")


def test_a_member_set_back_far_is_asked_and_one_set_back_a_little_is_not():
    state = floor()
    chair = engine.actor(state)
    custom = state.scenario.seating(state.record.day)
    swapped = (custom[0], custom[2], custom[1], *custom[3:])
    mild = play(state, Arrange(chair, swapped))
    assert mild.matter is None
    assert engine.actor(mild) == chair

    hard = play(state, Arrange(chair, last(state, custom[1])))
    assert hard.matter == Question("ruling", chair, custom[1], 1, cause=council.ORDER)
    assert engine.actor(hard) == custom[1]
    after = play(hard, StandBy(custom[1]))
    assert engine.actor(after) == chair
    assert after.record.speakers[-1] == custom[1]


@pytest.mark.parametrize(("in_favour", "stands"), [(8, True), (9, False)])
def test_nine_members_overrule_the_order_of_the_president_and_eight_do_not(in_favour, stands):
    """Rule 30."""
    state = floor()
    chair, custom = engine.actor(state), state.scenario.seating(state.record.day)
    order = last(state, custom[1])
    state = play(state, Arrange(chair, order), Object(custom[1]))
    state = cast(state, in_favour)

    assert state.record.speakers == (order if stands else ())
    rest = order if stands else custom
    assert state.queue == (chair, *(s for s in rest if s != chair))
    assert engine.refusal(state, Arrange(chair, first(state, "JPN"))).key == "arranged"


def test_a_challenge_as_the_meeting_opens_leaves_the_agenda_to_be_adopted():
    state = opening()
    chair, custom = engine.actor(state), state.scenario.seating(state.record.day)
    state = play(state, Arrange(chair, last(state, custom[1])))
    assert engine.refusal(state, Object(custom[1], "agenda")).key == "no_matter"

    state = cast(play(state, Object(custom[1])), 9)
    assert engine.actor(state) == chair
    assert engine.refusal(state, Object(chair, "agenda")) is None


@pytest.mark.parametrize(
    ("order", "key"),
    [
        (lambda state: state.scenario.seating(state.record.day), "customary"),
        (lambda state: state.scenario.seats[:-1], "not_everybody"),
        (lambda state: (*state.scenario.seats[:-1], "KOR"), "not_everybody"),
        (lambda state: (*state.scenario.seats, state.scenario.seats[0]), "not_everybody"),
    ],
)
def test_everybody_is_called_once_and_not_just_as_custom_has_it(order, key):
    state = floor()
    assert engine.refusal(state, Arrange(engine.actor(state), order(state))).key == key


def test_only_the_president_sets_the_order_and_only_as_a_meeting_opens():
    state = turn_of(floor(), "FRA")
    assert engine.refusal(state, Arrange("FRA", first(state, "JPN"))).key == "not_president"

    closed = idle(alarmed(scenario()), lambda now: now.phase is Phase.SOUNDINGS)
    assert closed.record.room == "closed"
    assert engine.refusal(closed, Arrange("URY", first(closed, "JPN"))).key == "no_meeting"


def test_the_menu_names_each_other_member_once():
    state = floor()
    found = [a for a in engine.legal_actions(state) if isinstance(a, Arrange)]

    assert [a.order[0] for a in found] == list(state.scenario.seating(state.record.day)[1:])


# -- the day of the vote


@pytest.mark.parametrize(("soon", "days", "wait"), [(False, 1, 2), (False, 2, 3), (True, 1, 1)])
def test_the_president_puts_the_vote_off(soon, days, wait):
    state = blue(soon=soon)
    day, chair = state.record.day, engine.actor(state)
    state = play(state, Schedule(chair, days))
    assert engine.actor(state) == chair
    assert engine.refusal(state, Schedule(chair, days)).key == "scheduled"

    state = idle(state, lambda now: now.phase is Phase.VOTE)
    assert state.record.day == day + wait


def test_time_to_read_heals_the_grievance_of_a_late_sight():
    """Who saw the text on the day it went blue has had no time to read it by the next one."""
    state = blue(Circle.P5)
    put_off = play(state, Schedule(engine.actor(state), 1))
    soon, late = (idle(s, lambda now: now.phase is Phase.VOTE) for s in (state, put_off))

    assert sight_points(scenario(), soon.record, "MYS") < 0
    assert sight_points(scenario(), late.record, "MYS") == 0


def test_a_president_that_nobody_asked_for_time_is_seen_to_take_sides():
    state = blue()
    chair = engine.actor(state)
    alone = play(state, Schedule(chair, 1))
    assert alone.record.trust(chair) == FULL - FALLS["chair"]

    early = play(turn_of(play(turn_of(in_consultations(scenario()), PEN), PutInBlue(PEN)), "CHN"))
    asked = turn_of(play(early, AskDelay("CHN")), chair)
    assert play(asked, Schedule(chair, 1)).record.trust(chair) == FULL


def test_insisting_is_asking_for_time():
    state = play(turn_of(in_consultations(scenario()), PEN), PutInBlue(PEN, True))
    state = play(turn_of(state, "CHN"), Insist("CHN"))
    state = turn_of(state, scenario().president(state.record.day))
    chair = engine.actor(state)

    assert play(state, Schedule(chair, 1)).record.trust(chair) == FULL


def test_only_the_president_sets_the_day():
    state = turn_of(play(turn_of(in_consultations(scenario()), PEN), PutInBlue(PEN)), "FRA")
    assert engine.refusal(state, Schedule("FRA", 1)).key == "not_president"


def test_a_computer_president_puts_off_a_vote_only_where_time_wins_it_something():
    state = blue(Circle.P5)
    chair = engine.actor(state)
    o = engine.observe(state, chair)
    found = presiding.schedule(o)
    chance = [
        ballots.chance(evolve(o, record=evolve(o.record, day=o.record.day + n)), o.text(o.blue))
        for n in (1, 2)
    ]

    assert (found == Schedule(chair, 1)) == (chance[1] - chance[0] >= presiding.WORTH_WAITING)
    assert presiding.schedule(engine.observe(blue(), chair)) is None


# -- letters from outside


def letter_state(asked):
    """Return the President of January 2016 about to call the meeting that was asked for."""
    state = play(alarmed(scenario()), Request(engine.actor(alarmed(scenario())), asked))
    return idle(state, lambda now: now.matter is not None)


@pytest.mark.parametrize(
    ("asked", "room", "days", "passed"),
    [
        ("closed", "closed", 0, False),
        ("closed", "closed", 1, True),
        ("open", "open", 0, False),
        ("open", "open", 1, False),
    ],
)
def test_a_letter_that_a_member_took_up_is_met_at_once_or_remembered(asked, room, days, passed):
    """The Republic of Korea asked for closed consultations; a like request takes its letter up."""
    state = letter_state(asked)
    chair = engine.actor(state)
    state = play(state, Convene(chair, room, days))

    assert (LetterPassedOver("republic_of_korea", chair) in state.log) == passed
    # The last text foretold the meeting, so that a day more is remembered, too.
    late = FALLS["trigger"] if days else 0
    assert state.record.trust(chair) == FULL - passed * FALLS["letter"] - late


def test_who_brought_the_matter_is_heard_more_readily_than_another_guest():
    """Rule 37: a State is invited whose interests are concerned, or which brought the matter."""
    s = scenario()
    sums = [
        sum(r.points for r in procedural.reasons(procedural.Vote(s, "CHN", asked)))
        for asked in (
            Question("invitation", "", cause="republic_of_korea"),
            Question("invitation", "", cause="political_affairs"),
        )
    ]
    assert sums[0] - sums[1] == procedural.BROUGHT


# -- words


def test_every_act_of_a_president_has_its_sentence():
    s = scenario()
    said = words.say(Arrange("AGO", first(floor(), "JPN")), s)
    assert said.startswith("Angola, as President, will call members in this order: Japan, then ")
    assert words.say(Schedule("AGO", 1), s) == "Angola, as President, puts the vote off by a day"
    assert "two days" in words.say(Schedule("AGO", 2), s)
    passed = words.say(LetterPassedOver("republic_of_korea", "URY"), s)
    assert passed.startswith("Uruguay, as President, passes over the letter of the Republic")


def test_computers_take_the_middle_from_those_who_spoke_before():
    """Who has no strong view follows the position that most have taken before it."""
    state = idle(opening(), lambda now: not now.stage)
    found = set()
    for seat in state.scenario.seats:
        o = engine.observe(turn_of(state, seat), seat)
        for tone in Stance:
            heard = evolve(o, record=evolve(o.record, stances=dict.fromkeys("ABC", tone)))
            found.add((seat, tone, member._stance(heard)))
    follow = {seat for seat, tone, own in found if tone is Stance.TALKS and own is tone}
    lead = {seat for seat, tone, own in found if tone is Stance.TALKS and own is not tone}

    assert follow
    assert {"USA", "FRA", "GBR"} <= lead
