"""What computers do with the floor before a vote: put it off, explain themselves, divide a text."""

from functools import cache

import pytest
from attrs import evolve

from game import ai, engine, words
from game.ai import ballots, delaying, explaining, mind, tabling
from game.engine.actions import Divide, Explain, Move, Object, Say, StandBy
from game.engine.events import Tally
from game.engine.record import Clause, Pledge
from game.engine.terms import Ballot, Phase, Phrase
from game.engine.wording import put
from tests.build import (
    QUICK,
    chosen,
    dice,
    idle,
    in_blue,
    in_consultations,
    play,
    scenario,
    turn_of,
)

PEN, CHAIR = "USA", "URY"
LIKED, DOOMED = {}, {"crude_oil": 4}


@cache
def floor(**levels):
    """The floor of the vote on the text of the record with other levels, on its first day.

    Where a level is beyond what they can bear, China and Russia have said that they oppose it.
    """
    s = scenario()
    state = in_consultations(s, {**s.record, **levels})
    for seat in ("CHN", "RUS") if levels else ():
        state = play(turn_of(state, seat), Say(seat, Phrase.OPPOSES))
    return idle(in_blue(state), lambda now: now.stage == "floor")


def seen(state, seat):
    return engine.observe(turn_of(state, seat), seat)


def by_computers(state, until):
    """Let computers do all."""
    while not until(state):
        ply, seat = len(state.log), engine.actor(state)
        state = engine.apply(state, chosen(state, dice(1, ply, seat), QUICK))
    return state


# -- putting off a vote


def test_a_text_that_would_fail_is_moved_back_by_who_wants_it_and_nine_agree():
    """Source: Provisional Rules of Procedure, rule 33 (4); nine votes, and nobody has a veto."""
    state = floor(**DOOMED)
    moves = {seat: delaying.move(seen(state, seat)) for seat in state.scenario.seats}
    after = by_computers(state, lambda now: now.phase is Phase.SQUEEZE)
    (count,) = (e for e in after.log if isinstance(e, Tally))

    assert moves[CHAIR] == Move(CHAIR, "refer")
    assert moves["CHN"] is moves["RUS"] is None
    assert count.adopted
    assert count.ballots["CHN"] is Ballot.NO
    assert after.blue == 0


def test_a_motion_is_not_made_twice():
    state = play(floor(**DOOMED), Move(CHAIR, "refer"))
    others = (seat for seat in state.scenario.seats if seat != CHAIR)

    assert all(delaying.move(seen(state, seat)) is None for seat in others)


def test_nobody_holds_up_a_text_that_is_sure_to_pass():
    state = floor(**LIKED)

    assert all(delaying.move(seen(state, seat)) is None for seat in state.scenario.seats)


def test_without_a_round_left_a_text_is_not_sent_back():
    """There would be no text at all then."""
    o = seen(floor(**DOOMED), CHAIR)

    assert delaying.move(evolve(o, round=o.scenario.rounds)) is None


def test_the_sum_on_a_delay_turns_where_the_text_would_be_lost_today():
    state = play(floor(**DOOMED), Move(CHAIR, "refer"))
    question = state.questions[-1]
    found = {seat: ballots.ballot(seen(state, seat), question) for seat in ("JPN", "CHN")}
    keys = {r.key for r in ballots.reasons(seen(state, "JPN"), question)}

    assert found == {"JPN": Ballot.YES, "CHN": Ballot.NO}
    assert "saved" in keys


@pytest.mark.parametrize(("temper", "asks"), [("stickler", True), ("bridge_builder", False)])
def test_a_firm_and_wary_member_asks_for_time_before_a_vote_that_will_not_be_a_yes(temper, asks):
    """Its motion is on record; who likes the text has no reason to hold it up."""
    state = floor(**DOOMED)
    dealt = {seat: evolve(d, temper=temper) for seat, d in state.dealt.items()}
    state = evolve(state, dealt=dealt)
    o = seen(state, "CHN")
    moved = delaying.for_the_record(o)

    assert moved == (Move("CHN", "adjourn") if asks else None)
    assert delaying.for_the_record(seen(state, "JPN")) is None
    if moved:
        assert ai.why(o, moved).key == "asks_for_time"
        assert delaying.for_the_record(seen(play(turn_of(state, "CHN"), moved), "RUS")) is None


# -- explaining before the vote


def test_who_will_not_vote_yes_says_so_before_and_two_are_enough():
    state = idle(floor(**DOOMED), lambda now: engine.actor(now) == "CHN")
    said = []
    while state.stage == "floor":
        seat = engine.actor(state)
        act = explaining.before(engine.observe(state, seat)) or StandBy(seat)
        said += [act.seat] if isinstance(act, Explain) else []
        state = play(state, act)

    assert said[0] == "CHN"
    assert len(said) == explaining.VOICES
    for seat in said:
        o = seen(floor(**DOOMED), seat)
        assert mind.true_ballot(o, o.text(o.blue)) is not Ballot.YES


def test_who_votes_yes_waits_until_after_the_vote():
    state = floor(**LIKED)

    assert all(explaining.before(seen(state, seat)) is None for seat in state.scenario.seats)


def test_a_reading_that_was_promised_is_given_before_the_vote():
    state = floor(**LIKED)
    word = Pledge(PEN, by="JPN", kind="statement", item="wide", due="echo", deal=1)
    state = evolve(state, record=evolve(state.record, pledges=(*state.record.pledges, word)))
    o = seen(state, "JPN")

    assert explaining.before(o) == Explain("JPN", "wide")
    assert ai.why(o, Explain("JPN", "wide")).key == "promised_reading"


def test_who_has_explained_before_keeps_silent_after_and_takes_nothing_back():
    state = play(turn_of(floor(**LIKED), "JPN"), Explain("JPN", "narrow"))
    state = idle(state, lambda now: now.stage == "explaining" and engine.actor(now) == "JPN")
    act = explaining.after(evolve(engine.observe(state, "JPN"), unmet=()))

    assert act == Explain("JPN", "")
    assert play(state, act).explained["JPN"] == "narrow"


# -- one clause


def test_a_seat_with_one_objection_asks_for_a_vote_on_that_clause_alone():
    state = next(
        state
        for level in ("flights", "vessel_services", "bank_presence", "overseas_workers")
        if (state := alone(level)) is not None
    )
    o = engine.observe(state, engine.actor(state))
    act = tabling.act(o, ai.personalities()["search"])
    without = put(o.scenario, o.text(o.blue), Clause(act.measure, 0))

    assert isinstance(act, Divide)
    assert mind.true_ballot(o, o.text(o.blue)) is not Ballot.YES
    assert mind.true_ballot(o, without) is Ballot.YES
    assert ai.why(o, act).key in ("only_objection", "own_interest")


@cache
def alone(measure):
    """The floor of a seat that would vote yes but for one clause; None if there is none."""
    s = scenario()
    for level in range(s.measure(measure).top, s.record.get(measure, 0), -1):
        state = floor(**{measure: level})
        for seat in ("VEN", "EGY", "RUS", "CHN", "AGO", "SEN"):
            o = seen(state, seat)
            if tabling.only_objection(o, o.text(o.blue)) == measure:
                return turn_of(state, seat)
    return None


def test_a_separate_vote_that_the_mover_refused_is_not_asked_for_again():
    """Source: Provisional Rules of Procedure, rule 32: unless the original mover objects."""
    state = play(turn_of(floor(**LIKED), "FRA"), Divide("FRA", "flights"), Object(PEN))
    again = turn_of(state, "GBR")

    assert engine.refusal(again, Divide("GBR", "flights")).key == "moved"
    voted = idle(again, lambda now: now.calling)
    assert [q.kind for q in voted.questions] == ["draft"]


@pytest.mark.parametrize(
    ("act", "key"),
    [
        (Move(CHAIR, "refer"), "gains_time"),
        (Explain(CHAIR, "narrow"), "tells_before"),
    ],
)
def test_what_is_done_with_the_floor_has_its_sentence(act, key):
    o = seen(floor(**DOOMED), CHAIR)
    found = ai.why(o, act)

    assert found.key == key
    assert words.motive(o.scenario, found)
