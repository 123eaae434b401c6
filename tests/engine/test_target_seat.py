"""The target's seat, held by a person: what it knows, when it is asked, and what its plan wants."""

from functools import cache

import pytest
from attrs import evolve

from game import engine
from game.ai.target import decide
from game.content import scenario_ids
from game.engine import PUBLIC, ambition
from game.engine.actions import DealDoctrine, LookOn, Respond, Rest
from game.engine.events import Tally
from game.engine.followup import MONTH, STEP
from game.engine.observation import PRIVATE
from game.engine.scenario import Want
from game.engine.terms import TARGET, Ballot, Phase
from game.session.dice import dice
from tests.build import chosen, play, scenario

ID = "resolution_2270"


@cache
def course(seed=1, id=ID):
    """Return the states in which the target was asked, and the last one."""
    state, asked, ply = engine.new_game(scenario(id), (TARGET,)), [], 0
    while (seat := engine.actor(state)) is not None:
        luck = dice(seed, ply, seat)
        if seat == TARGET:
            asked.append(state)
            action = decide(engine.observe(state, TARGET), luck)
        else:
            action = chosen(state, luck)
        state, ply = engine.apply(state, action), ply + 1
    return (*asked, state)


def in_month():
    return next(s for s in course() if s.stage == MONTH)


def ended():
    """Return the end of a game as who played the target sees it."""
    return engine.observe(course()[-1], TARGET)


@pytest.mark.parametrize("id", scenario_ids())
def test_a_person_can_play_the_target_in_every_sitting(id):
    assert scenario(id).playable == (*scenario(id).seats, TARGET)


@pytest.mark.parametrize("id", ["first_sitting"])
def test_a_person_in_the_targets_seat_acts_in_months_without_a_season_too(id):
    *asked, over = course(2, id)
    acts = [e for e in over.log if getattr(e, "seat", "") == TARGET]

    assert {Phase.TEXT, Phase.ECHO} <= {s.phase for s in asked}
    assert any(isinstance(a, LookOn) for a in acts)
    assert any(isinstance(a, Respond | Rest) for a in acts)


def test_it_looks_on_once_a_beat_and_then_acts_month_by_month():
    beats = [s.phase if s.phase is not Phase.SQUEEZE else s.round for s in course()[:-1]]
    council, months = beats[: beats.index(Phase.ECHO)], beats[beats.index(Phase.ECHO) :]

    rounds = [beat for beat in council if isinstance(beat, int)]
    assert council[:2] == [Phase.ALARM, Phase.TEXT]
    assert rounds == list(range(1, len(rounds) + 1))
    assert set(months) == {Phase.ECHO}
    assert len(months) >= scenario(ID).months


def test_nobody_is_asked_to_look_on_where_chance_plays_the_target():
    state = engine.new_game(scenario(ID))
    for ply in range(80):
        assert engine.actor(state) != TARGET
        state = engine.apply(state, chosen(state, dice(1, ply, engine.actor(state))))


def test_of_the_council_it_knows_what_everybody_knows():
    """No brief, no margin, no offer, no unseen text: the wall knows as much of the room."""
    for state in course()[:-1]:
        mine, wall = engine.observe(state, TARGET), engine.observe(state, PUBLIC)

        assert mine.dealt is None
        assert mine.tokens == {}
        assert mine.versions == wall.versions
        assert mine.record.offers == ()
        assert mine.record.pledges == wall.record.pledges
        assert mine.record.stances == wall.record.stances
        assert mine.record.followup.findings == wall.record.followup.findings
        own = [e for e in mine.log if e not in wall.log]
        assert {type(e) for e in own} <= PRIVATE
        assert all(TARGET in e.audience(state.scenario) for e in own)


@pytest.mark.parametrize("seat", ["CHN", "USA", PUBLIC])
def test_its_plan_and_its_voices_are_its_own(seat):
    for state in course()[:-1]:
        other = engine.observe(state, seat)

        assert (other.doctrine, other.inside, other.drawn) == ("", None, ())
        assert not any(isinstance(e, DealDoctrine | LookOn) for e in other.log)
    mine = engine.observe(course()[0], TARGET)
    assert mine.doctrine == course()[0].doctrine
    assert set(mine.inside.voices) == {f.id for f in scenario(ID).target.factions}


def test_the_weights_it_sees_are_those_of_chance():
    state = in_month()
    seen = engine.observe(state, TARGET)

    assert {a: w for a, w in seen.drawn if w} == dict(engine.chance(evolve(state, people=())))


def test_what_is_out_of_reach_cannot_be_done_by_a_person_either():
    state = in_month()
    target = scenario(ID).target

    far = [r.id for r in target.responses if r.gate > state.indicators["programme"] or r.after]
    assert far
    for id in far:
        assert engine.refusal(state, Respond(TARGET, id)).key in ("out_of_reach", "not_ready")


def test_a_small_act_waits_for_what_becomes_of_the_large_step():
    """It is not that the small one would have to be made ready."""
    state = evolve(in_month(), stage=STEP)
    assert engine.refusal(state, Respond(TARGET, "rhetoric")).key == "step_first"


def test_the_default_never_leads_onto_the_last_rung():
    last = {r.id for r in scenario(ID).target.responses if r.rung == 5}
    seen = engine.observe(in_month(), TARGET)
    assert last & {a.response for a in seen.legal if isinstance(a, Respond)}

    found = {decide(seen, dice(seed, 1, TARGET)) for seed in range(300)}

    assert Rest(TARGET) in found
    assert len(found) > 3
    assert not last & {a.response for a in found if isinstance(a, Respond)}


# -- what the plan wants


@pytest.mark.parametrize("id", [id for id in scenario_ids() if TARGET in scenario(id).playable])
def test_every_plan_that_can_be_played_wants_something_and_no_two_the_same(id):
    target = scenario(id).target
    wants = [
        frozenset((w.figure, w.acts, w.at_least, w.at_most) for w in d.wants)
        for d in target.doctrines
    ]

    assert all(len(found) >= 3 for found in wants)
    assert len(set(wants)) == len(wants)
    assert {sum(w.points for w in (*d.wants, *target.wants)) for d in target.doctrines} == {100}


def test_points_are_won_by_what_came_and_not_otherwise():
    want = Want("shots", "Something flew.", 10, "shots", at_least=1)
    still = Want("still", "Nothing flew.", 30, "shots", at_most=0)
    plan = evolve(scenario(ID).target.doctrines[0], wants=(want, still))
    target = evolve(scenario(ID).target, doctrines=(plan,), wants=())
    over = evolve(ended(), scenario=evolve(scenario(ID), target=target), doctrine=plan.id)

    def after(*acts):
        followup = evolve(over.record.followup, acts=acts)
        return evolve(over, record=evolve(over.record, followup=followup))

    assert ambition.score(after()) == 75
    assert ambition.score(after((2, "irbm"))) == 25
    assert [j.came for j in ambition.judged(after((2, "irbm")))] == [1, 1]


def test_the_score_is_the_same_for_the_state_and_for_who_played_it():
    over = course()[-1]

    assert ambition.score(engine.observe(over, TARGET)) == ambition.score(over)
    assert 0 <= ambition.score(over) <= 100


def test_a_member_missing_from_the_vote_counts_for_who_wanted_to_split_the_council():
    over = ended()
    ballots = {**over.tally.ballots, "VEN": Ballot.ABSTAIN, "AGO": Ballot.ABSTAIN}
    split = evolve(over, tally=evolve(over.tally, ballots=ballots))
    assert isinstance(split.tally, Tally)
    assert over.tally.adopted

    more = ambition.figures(split)["missing"] - ambition.figures(over)["missing"]

    assert more == sum(over.tally.ballots[seat] is Ballot.YES for seat in ("VEN", "AGO"))


def test_an_act_is_done_by_a_person_as_by_chance():
    state = in_month()

    after = play(state, Respond(TARGET, "short_range", 3))
    again = play(after, Respond(TARGET, "short_range"), Respond(TARGET, "rhetoric"))

    assert after.record.followup.acts[-1] == (1, "short_range")
    assert engine.actor(after) == TARGET
    assert after.record.followup.shots == 3
    assert again.record.followup.shots > 3
    assert engine.refusal(again, Respond(TARGET, "rhetoric")).key == "done_this_month"
    assert engine.refusal(after, Respond(TARGET, "short_range", 99)).key == "unknown"


def test_the_number_of_shots_is_drawn_by_how_often_so_many_are_fired():
    """The batch of worlds draws by the same weights."""
    state = in_month()
    weights = {a: w for a, w in engine.chance(evolve(state, people=())) if isinstance(a, Respond)}
    found = next(r for r in scenario(ID).target.responses if r.id == "short_range")
    drawn = [w for a, w in weights.items() if a.response == found.id]

    assert len(drawn) == len(found.shot.sizes) > 2
    for weight, often in zip(drawn, found.shot.sizes, strict=True):
        assert abs(weight * sum(found.shot.sizes) - sum(drawn) * often) <= sum(found.shot.sizes)
