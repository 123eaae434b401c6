"""What computers bring up beside the pen's text: rivals, seconds, amendments; and how they vote."""

from functools import cache

import pytest
from attrs import evolve

from game import ai, engine
from game.ai import ballots, mind, rivals, tabling
from game.engine import bargain, council, floor, procedural, wording
from game.engine.actions import (
    Amend,
    Ask,
    CastVote,
    PutInBlue,
    Refuse,
    Second,
    StandBy,
    Table,
)
from game.engine.events import Tally
from game.engine.opinion import Reason
from game.engine.record import RIVALS, Clause
from game.engine.terms import Ballot, Phase
from game.engine.wording import put
from tests.build import (
    QUICK,
    chosen,
    dice,
    idle,
    in_consultations,
    play,
    played,
    scenario,
    turn_of,
)
from tests.conformance.properties import sum_of

ID = "resolution_2270"


@cache
def against(pen, seed):
    """Play one game in which the pen is held by another way of play; return moves and the end."""
    state, moves, ply = engine.new_game(scenario(ID)), [], 0
    players = dict.fromkeys(scenario(ID).seats, QUICK) | {"USA": pen}
    while (seat := engine.actor(state)) is not None:
        action = chosen(state, dice(seed, ply, seat), players.get(seat, QUICK))
        moves.append((state, action))
        state, ply = engine.apply(state, action), ply + 1
    return tuple(moves), state


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_against_a_pen_that_never_concedes_somebody_tables_a_text_that_passes(seed):
    moves, end = against("hold_firm", seed)
    tabled = [action for _, action in moves if isinstance(action, Table)]
    counts = [e for e in end.log if isinstance(e, Tally) and e.question.kind == "draft"]

    assert len(tabled) == 1
    assert counts[0].question.version > RIVALS
    assert counts[0].adopted


def test_who_tables_a_rival_was_refused_something_and_gains_by_it():
    for pen, seed in (("hold_firm", 1), ("greedy", 1), (QUICK, 2)):
        for state, action in against(pen, seed)[0]:
            if isinstance(action, Table):
                o = engine.observe(state, action.seat)
                found = rivals.best(o)
                assert any((a.seat, a.status) == (action.seat, "refused") for a in o.record.asks)
                assert found.points >= rivals.WORTH_TABLING
                assert found.chance >= procedural.CARRIES
                assert action.seat not in o.record.sponsors


def test_a_rival_is_voted_for_only_by_who_likes_it_better_while_the_pens_text_can_pass():
    looked = 0
    for pen, seed in (("greedy", 1), (QUICK, 2)):
        for state, action in against(pen, seed)[0]:
            if not isinstance(action, CastVote) or state.questions[0].version <= RIVALS:
                continue
            question = state.questions[0]
            o = engine.observe(state, action.seat)
            main, rival = o.text(o.blue), o.text(question.version)
            if action.ballot is Ballot.YES and action.seat != question.by:
                better = sum_of(state, action.seat, rival) > sum_of(state, action.seat, main)
                assert better or ballots.chance(o, main) < procedural.CARRIES
            looked += 1
    assert looked >= 15


def test_a_draft_is_seconded_by_who_would_vote_for_it():
    found = 0
    for pen, seed in (("hold_firm", 1), ("greedy", 2), (QUICK, 2)):
        for state, action in against(pen, seed)[0]:
            if isinstance(action, Second) and state.matter is None:
                question = next(q for q in state.questions if q.version == action.version)
                o = engine.observe(state, action.seat)
                assert ballots.ballot(o, question) is Ballot.YES
                found += 1
    assert found


def test_an_amendment_is_moved_only_where_it_helps_and_would_carry():
    for seed in range(1, 7):
        for state, action, _ in played("hwasong_14", seed).moves():
            if isinstance(action, Amend):
                o = engine.observe(state, action.seat)
                draft = o.text(o.blue)
                text = put(o.scenario, draft, action.clause)
                gain = mind.points_for(o, text) - mind.points_for(o, draft)
                assert gain >= tabling.WORTH_MOVING
                assert tabling.carries(o, text, draft) >= procedural.CARRIES


def test_a_change_that_nobody_wants_does_not_carry_and_none_at_all_neither():
    state = next(s for s in played(ID, 1).states if s.phase is Phase.VOTE and s.stage == "floor")
    o = engine.observe(state, engine.actor(state))
    draft = o.text(o.blue)
    empty = put(o.scenario, draft, Clause("cargo_inspection", 0))

    assert tabling.carries(o, draft, draft) == 0
    assert tabling.carries(o, empty, draft) < procedural.CARRIES


@pytest.mark.parametrize(("level", "goes"), [(2, True), (3, False), (4, False)])
def test_a_rival_goes_once_the_text_serves_its_author_as_well(level, goes):
    """Venezuela asked for no more than it then finds in the text; or the pen has not moved."""
    state = turn_of(in_consultations(scenario()), "VEN")
    state = play(state, Table("VEN", (Clause("flights", 2),)))
    draft = {**state.versions[-1].clauses, "flights": Clause("flights", level)}
    o = evolve(engine.observe(state, "VEN"), versions=(evolve(state.versions[-1], clauses=draft),))

    assert (rivals.withdraw(o) is not None) is goes


@pytest.mark.parametrize(
    ("seat", "measure", "top", "asked", "words"),
    [
        ("JPN", "sunset_relief", 5, 0, {"params": (("relief_scope", 0),)}),
        ("RUS", "diplomatic_missions", 6, 5, {"verb": "encourages"}),
    ],
)
def test_who_was_refused_a_level_that_would_not_carry_moves_words_that_would(
    seat, measure, top, asked, words
):
    s = scenario("hwasong_14")
    state = turn_of(in_consultations(s, {**s.record, measure: top}), seat)
    state = play(turn_of(play(state, Ask(seat, measure, asked)), "USA"), Refuse("USA", 1))
    state = idle(play(state, PutInBlue("USA")), lambda now: now.stage == "floor")
    o = engine.observe(turn_of(state, seat), seat)
    draft = o.text(o.blue)
    level = put(s, draft, Clause(measure, asked))
    action = tabling.act(o, ai.personalities()["search"])

    assert tabling.carries(o, level, draft) < procedural.CARRIES
    assert action == Amend(seat, measure, top, **words)
    assert tabling.carries(o, put(s, draft, action.clause), draft) >= procedural.CARRIES
    assert "own_interest" in ai.why(o, action).key


def after_a_rival(clause):
    """The vote on the pen's text, after a rival with one clause otherwise was adopted."""
    state = play(turn_of(in_consultations(scenario()), "FRA"), Table("FRA", (clause,)))
    state = idle(play(turn_of(state, "USA"), PutInBlue("USA")), lambda now: now.calling)
    while council.adopted(floor.counted(state)) == () or not state.calling:
        seat = engine.actor(state)
        state = play(state, CastVote(seat, Ballot.YES) if state.calling else StandBy(seat))
    return state


@pytest.mark.parametrize("clause", [Clause("aviation_fuel", 1), Clause("coal_iron_exports", 3)])
def test_a_second_text_is_voted_on_by_what_it_changes_of_the_first(clause):
    """The pen's text comes after; where it touches the rival that was adopted, it supersedes.

    Why it is voted on so is told: never that a sum reaches a yes to a text that one votes down.
    """
    state, seen = after_a_rival(clause), set()
    told = {True: "adds_to_it", False: "adopted_serves"}
    for seat in state.scenario.seats:
        o = engine.observe(turn_of(state, seat), seat)
        rival, main = o.on_table[0].clauses, o.text(o.blue)
        stands = wording.superseded(o.scenario, rival, main)
        gain = bargain.added(o, rival, o.blue)
        cast = ballots.ballot(o, o.questions[0])

        assert o.adopted == rival
        assert stands[clause.measure] == main[clause.measure]
        if mind.true_ballot(o, main) is Ballot.YES and seat != "USA":
            assert (cast is Ballot.YES) is (gain > 0)
            assert ai.why(o, CastVote(seat, cast)) == Reason(told[gain > 0], gain)
            seen.add(cast)
    assert len(seen) > 1


TOO_MUCH = {"crude_oil": 4, "coal_iron_exports": 6, "overseas_workers": 4}
WANTED = (Ask("CHN", "crude_oil", 0), Ask("CHN", "coal_iron_exports", 2))
ON_RECORD = Amend("CHN", "crude_oil", 0)


def refused(*asks, temper="stickler"):
    """Return the floor of China, which was refused what it asked for, as it bargains."""
    s = scenario()
    state = play(turn_of(in_consultations(s, {**s.record, **TOO_MUCH}), "CHN"), *asks)
    state = play(turn_of(state, "USA"), *(Refuse("USA", n) for n in range(1, len(asks) + 1)))
    state = idle(play(state, PutInBlue("USA")), lambda now: now.stage == "floor")
    dealt = {**state.dealt, "CHN": evolve(state.dealt["CHN"], temper=temper)}
    return turn_of(evolve(state, dealt=dealt), "CHN")


def raised(state, personality="search"):
    return tabling.act(engine.observe(state, "CHN"), ai.personalities()[personality])


def test_a_firm_member_that_was_refused_twice_moves_it_for_the_record():
    state = refused(*WANTED)
    o = engine.observe(state, "CHN")
    text = put(o.scenario, o.text(o.blue), ON_RECORD.clause)

    assert tabling.carries(o, text, o.text(o.blue)) < procedural.CARRIES
    assert raised(state) == ON_RECORD
    assert ai.why(o, ON_RECORD).key == "has_it_on_record"
    assert raised(state, QUICK) is None
    assert raised(refused(*WANTED, temper="bridge_builder")) is None
    assert raised(refused(WANTED[0])) is None


def test_one_amendment_a_meeting_is_for_the_record_and_its_mover_lets_it_come_to_a_vote():
    state = refused(*WANTED)
    other = play(state, ON_RECORD)
    assert raised(other) is None

    asked = idle(other, lambda now: now.matter is not None)
    assert engine.actor(asked) == "CHN"
    assert chosen(asked, dice(0, 0, "CHN"), QUICK) == StandBy("CHN")
