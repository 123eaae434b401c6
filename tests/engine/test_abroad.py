"""The world beyond the room: the border, the target's mind, the road to talks, months in a row."""

import ast
import math
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.engine import abroad
from game.engine.abroad import (
    Outside,
    acts,
    border,
    doctrine_odds,
    mind,
    regime_of,
    season,
    start,
)
from game.engine.abroad.whole import FACES, MOST_POINTS, clip, drawn, least, most, swell, toward
from tests.build import any_luck, played, scenario

COAL = "coal_iron_exports"
BEFORE = {"arms_embargo": 2, "bank_presence": 2, "cargo_inspection": 3, "vessel_services": 1}


def target():
    return scenario().target


def world(doctrine="buy_time", **gauges):
    return start(target(), scenario().enforcers, doctrine, gauges)


def at_the_border(levels, months=12, before=None, left=None, **outside):
    """Return the world and its last crossing after some months under these levels."""
    now, regime = before or world(), regime_of(target(), BEFORE | levels, left)
    for number in range(months):
        out = Outside(season=number % 12 + 1, **outside)
        now, crossing = border.month(target(), scenario().enforcers, now, regime, out)
    return now, crossing


def lived(months=24, seed=1, levels=None, doctrine="buy_time", worlds=None, **outside):
    """Return the end of some months and what was done in each, by dice of this seed."""
    dice = np.random.default_rng(seed)
    now, regime, deeds = world(doctrine), regime_of(target(), levels or BEFORE), []
    for number in range(months):
        shape = (season.ROLLS,) if worlds is None else (season.ROLLS, worlds)
        rolls = dice.integers(0, FACES, shape)
        rolls = [int(r) for r in rolls] if worlds is None else rolls
        out = Outside(season=number % 12 + 1, adopted=int(number == 0), unity=1000, **outside)
        now, done = season.month(target(), scenario().enforcers, now, regime, out, rolls)
        deeds.append(done)
    return now, deeds


# -- whole numbers


@given(st.integers(-2000, 2000), st.integers(-2000, 2000))
def test_the_smaller_and_the_larger_are_what_python_says(one, other):
    assert least(one, other) == min(one, other)
    assert most(one, other) == max(one, other)
    assert isinstance(least(one, other), int)


@given(st.integers(0, 1000), st.integers(0, 1000), st.integers(1, 1000))
def test_what_moves_toward_a_goal_arrives_and_never_overshoots(value, goal, pace):
    for _ in range(3000 // pace * 7 + 20):
        nearer = toward(value, goal, pace)
        assert min(value, goal) <= nearer <= max(value, goal)
        value = nearer

    assert abs(value - goal) <= 1000 // pace


def test_ten_points_double_a_weight_and_none_leave_nothing():
    assert [swell(p) for p in (-5, 0, 1, 10, 20, 100)] == [0, 0, 11, 20, 40, 10240]
    for points in range(1, MOST_POINTS - 10):
        assert swell(points) < swell(points + 1)
        assert swell(points + 10) == 2 * swell(points)


def test_a_die_picks_each_item_as_often_as_its_weight():
    weights = (3, 0, 5, 2)
    picks = drawn(weights, np.arange(0, FACES, 7))

    shares = np.bincount(picks, minlength=4) / len(picks)
    assert np.allclose(shares, [0.3, 0, 0.5, 0.2], atol=0.001)


# -- one world and many


@pytest.mark.parametrize("seed", range(1, 6))
def test_a_world_of_ints_and_a_batch_of_one_come_to_the_same(seed):
    alone, deeds = lived(seed=seed, offer=60)
    batch, many = lived(seed=seed, worlds=1, offer=60)

    assert abroad.indicators(alone) == {
        k: int(np.max(v)) for k, v in abroad.indicators(batch).items()
    }
    assert alone.flows == {k: int(np.max(v)) for k, v in batch.flows.items()}
    assert (alone.plan, alone.signs, alone.stance) == tuple(
        int(np.max(v)) for v in (batch.plan, batch.signs, batch.stance)
    )
    for one, other in zip(deeds, many, strict=True):
        assert one.acts == {k: int(np.max(v)) for k, v in other.acts.items()}


def test_a_world_of_ints_stays_one_of_ints():
    now, deeds = lived(seed=3, offer=60)
    values = [*now.gauges.values(), *now.flows.values(), *now.leaks.values(), *now.wills.values()]
    values += [now.plan, now.signs, now.stance, now.quiet, now.escalation, now.stirred]
    values += [v for d in deeds for v in (*d.acts.values(), *d.shots.values(), d.stock)]

    assert {type(v) for v in values} == {int}


def test_worlds_of_a_batch_do_not_touch_each_other():
    """Each world of a batch ends as it would alone."""
    dice = np.random.default_rng(5).integers(0, FACES, (12, season.ROLLS, 4))
    regime = regime_of(target(), BEFORE)

    def run(rolls):
        now = world()
        for number in range(12):
            out = Outside(season=number + 1, offer=40)
            now, _ = season.month(target(), scenario().enforcers, now, regime, out, rolls[number])
        return now

    batch = run(dice)
    for at in range(4):
        alone = run(dice[:, :, at : at + 1])
        for id, value in alone.gauges.items():
            assert np.broadcast_to(batch.gauges[id], 4)[at] == np.max(value), id


def test_gauges_flows_and_leaks_stay_within_their_ranges():
    now, deeds = lived(120, seed=8, worlds=200, levels=dict.fromkeys(regime_measures(), 9))

    for value in (*now.gauges.values(), *now.leaks.values(), *now.wills.values()):
        assert np.min(value) >= 0
        assert np.max(value) <= 1000
    for value in now.flows.values():
        assert np.min(value) >= 0
    assert all(np.min(d.crossing.money) >= 0 for d in deeds)


@cache
def regime_measures():
    return tuple(sorted({m for f in target().flows for m in f.shut}))


# -- the border


def test_coal_rises_under_a_livelihood_exemption_and_falls_under_a_ban():
    """Coal to China rose to 22.5 million tonnes in 2016, from 19.6 (Chinese customs)."""
    exempt, _ = at_the_border({COAL: 2})
    banned, _ = at_the_border({COAL: 6})

    assert 1050 < exempt.flows["coal"] < 1300
    assert banned.flows["coal"] < 900


def test_an_exemption_that_is_watched_is_used_less():
    held = {"held": dict.fromkeys((e.id for e in scenario().enforcers), 950)}
    lax = {"held": dict.fromkeys((e.id for e in scenario().enforcers), 200)}

    assert (
        at_the_border({COAL: 2}, **held)[0].flows["coal"]
        < at_the_border({COAL: 2}, **lax)[0].flows["coal"]
    )


@pytest.mark.parametrize("flow", [f.id for f in scenario().target.flows])
def test_more_will_is_less_trade(flow):
    levels = dict.fromkeys(regime_measures(), 9)
    trade = []
    for will in (0, 250, 500, 750, 1000):
        held = dict.fromkeys((e.id for e in scenario().enforcers), will)
        trade.append(at_the_border(levels, held=held)[0].flows[flow])

    assert all(a >= b for a, b in pairwise(trade))
    assert trade[0] > trade[-1]


@pytest.mark.parametrize("channel", [c.id for c in scenario().target.channels])
def test_a_looser_text_leaks_more(channel):
    found = next(c for c in target().channels if c.id == channel)
    tight = {m: len(row) - 1 for m, row in found.tight.items()}
    loose = dict.fromkeys(tight, 0)

    wide = at_the_border(BEFORE | {COAL: 6} | loose)[0].leaks[channel]
    narrow = at_the_border(BEFORE | {COAL: 6} | tight)[0].leaks[channel]
    assert wide > narrow


def test_words_that_soften_a_clause_open_the_channel_and_let_more_pass():
    """`left` is what the words of a clause leave of its level."""
    levels = {COAL: 6, "cargo_inspection": 5}
    firm, _ = at_the_border(levels)
    soft, _ = at_the_border(levels, left={"cargo_inspection": 500})

    half, _ = at_the_border(levels, left={COAL: 500})
    assert half.flows["coal"] > firm.flows["coal"]
    assert soft.leaks["false_papers"] > firm.leaks["false_papers"]


def test_watching_shrinks_leaks():
    held = dict.fromkeys((e.id for e in scenario().enforcers), 900)
    levels = {COAL: 6, "refined_petroleum": 4}
    leaks = [
        at_the_border(levels, held=held, watch=watch)[0].leaks["ship_to_ship"]
        for watch in (0, 500, 1000)
    ]

    assert leaks[0] > leaks[1] > leaks[2] > 0


def test_pressure_as_enforced_is_never_more_than_on_paper_after_the_first_year():
    for will in (100, 500, 1000):
        held = dict.fromkeys((e.id for e in scenario().enforcers), will)
        _, crossing = at_the_border(dict.fromkeys(regime_measures(), 9), 36, held=held)
        assert crossing.enforced <= crossing.paper


def test_each_recorded_text_is_more_on_paper_than_the_one_before():
    """A ban with an exemption counts in part, and less than the cap that came in its place."""
    ids = ("resolution_2270", "resolution_2321", "hwasong_14", "resolution_2375", "resolution_2397")
    texts = [{**scenario(id).in_force, **scenario(id).record} for id in ids]
    paper = [border.on_paper(target(), regime_of(target(), levels)) for levels in texts]

    assert all(before < later for before, later in pairwise(paper))
    exempt = regime_of(target(), {COAL: 2})
    assert exempt.shut["coal"] < border.written(exempt, "coal") < 1000


SOLD = ("coal", "minerals", "seafood", "textiles", "goods", "workers")
HARD = {COAL: 6, "textile_exports": 3, "overseas_workers": 4, "refined_petroleum": 3}


def test_relief_lets_pass_again_what_was_closed_on_earnings_and_nothing_else():
    """A suspension, a sunset and a lifting each give back more than the step before."""
    papers = []
    for level in range(6):
        now, crossing = at_the_border(HARD | {"sunset_relief": level})
        papers.append(crossing.paper)
        plain, _ = at_the_border(HARD)
        assert all(now.flows[id] >= plain.flows[id] for id in SOLD)
        assert now.flows["refined"] <= plain.flows["refined"]

    assert papers[0] == papers[1] > papers[2] > papers[3] > papers[4] > papers[5] > 0


@pytest.mark.parametrize(("level", "ends"), [(2, True), (3, True), (4, False), (5, False)])
def test_a_suspension_ends_with_a_large_step_and_a_sunset_does_not(level, ends):
    """Source: resolution 2231 (2015), paragraphs 11 and 12: measures apply again."""
    levels = HARD | {"sunset_relief": level}
    calm, after, none = (
        regime_of(target(), text, sprung=step)
        for text, step in ((levels, 0), (levels, 1), (HARD, 0))
    )

    assert border.on_paper(target(), calm) < border.on_paper(target(), none)
    assert (dict(after.shut) == dict(none.shut)) is ends


def test_an_automatic_step_closes_fuel_once_a_large_step_has_come():
    levels = HARD | {"review_trigger": 5}
    calm, after = (regime_of(target(), levels, sprung=step) for step in (0, 1))

    assert calm.shut == regime_of(target(), HARD).shut
    assert {id for id in after.shut if after.shut[id] > calm.shut[id]} == {"crude", "refined"}


DECIDED = (
    *("sunset_relief", "project_exemption", "diplomatic_missions", "catch_all"),
    *("dual_use_lists", "science_training", "designate_leadership"),
)


@pytest.mark.parametrize("measure", DECIDED)
def test_a_measure_that_decides_something_does_something_beyond_the_room(measure):
    top = next(len(m.levels) for m in scenario("hwasong_14").measures if m.id == measure)
    plain, found = (regime_of(target(), HARD | {measure: level}) for level in (0, top))

    asked = ("shut", "exempt", "gap", "slow")
    assert any(getattr(plain, name) != getattr(found, name) for name in asked)


def test_many_regimes_at_once_give_and_take_back_as_each_alone():
    levels = {m: np.array([0, 2, 3, 5]) for m in ("sunset_relief", "review_trigger", "catch_all")}
    step = np.array([1, 1, 0, 1])
    batch = regime_of(target(), HARD | levels, sprung=step)

    for at in range(4):
        one = {m: int(row[at]) for m, row in levels.items()}
        alone = regime_of(target(), HARD | one, sprung=int(step[at]))
        assert {id: int(np.broadcast_to(n, 4)[at]) for id, n in batch.shut.items()} == alone.shut
        assert int(np.broadcast_to(batch.slow, 4)[at]) == alone.slow


def test_lists_and_lost_earnings_slow_the_programme_a_little():
    """Under the widest texts of all it went furthest: in 2017."""
    wide = dict.fromkeys(("catch_all", "dual_use_lists", "science_training"), 4)
    grown = [lived(24, levels=levels)[0].gauges["programme"] for levels in ({}, wide, HARD | wide)]
    start = world().gauges["programme"]

    assert start < grown[2] < grown[1] < grown[0]
    assert grown[0] - grown[2] < (grown[0] - start) // 2


def test_less_fuel_and_fewer_goods_are_felt_and_aid_lifts_some_of_it():
    """Hardship follows what does not cross; exemptions and aid are worth something."""
    held = dict.fromkeys((e.id for e in scenario().enforcers), 900)
    hard = {COAL: 6, "textile_exports": 3, "refined_petroleum": 4}
    mild, _ = at_the_border({}, held=held)
    cut, _ = at_the_border(hard, held=held)
    helped, _ = at_the_border(hard | {"humanitarian_exemption": 5}, held=held, aid=100)

    assert mild.gauges["hardship"] < helped.gauges["hardship"] < cut.gauges["hardship"]
    assert cut.gauges["cash"] < mild.gauges["cash"]


def test_a_push_moves_a_will_and_pressure_on_oneself_wears_it_down():
    china = next(e for e in scenario().enforcers if e.id == "china")
    base = border.will_goal(china, 300, 0, Outside())

    assert border.will_goal(china, 300, 0, Outside(push={"china": 60})) == base + 60
    assert border.will_goal(china, 300, 0, Outside(stock=100)) > base
    assert border.will_goal(china, 300, 1000, Outside()) > base
    assert border.will_goal(china, 600, 0, Outside()) < base


# -- the target


def test_every_act_is_explained_by_the_sum_that_is_used():
    found = mind.points(target(), world("trade"), Outside(), 300)
    sums = mind.summed(found)

    for response in target().responses:
        assert sum(found[response.id].values()) == sums[response.id]
        assert "base" in found[response.id]


@pytest.mark.parametrize("doctrine", [d.id for d in scenario().target.doctrines])
def test_every_plan_answers_the_same_text_in_its_own_way(doctrine):
    """After one text, the likely answers of any two of the six plans differ."""
    profile = {}
    for plan in target().doctrines:
        now = evolve(world(plan.id), stirred=1000, united=1000)
        sums = mind.summed(mind.points(target(), now, Outside(), 300))
        whole = sum(mind.answers(target(), sums).values())
        profile[plan.id] = {id: swell(p) * 1000 // whole for id, p in sums.items()}
    own = profile.pop(doctrine)

    for other in profile.values():
        assert sum(abs(own[id] - other[id]) for id in own) > 60


def test_an_offer_brings_talks_nearer_and_large_steps_farther():
    plain = mind.summed(mind.points(target(), world("trade"), Outside(), 300))
    offered = mind.summed(mind.points(target(), world("trade", offer=800), Outside(), 300))

    assert offered["quiet_contact"] > plain["quiet_contact"]
    assert offered["nuclear_test"] < plain["nuclear_test"]


def test_more_offer_is_more_months_of_talks():
    months = []
    for offer in (0, 40, 80):
        dice = np.random.default_rng(4)
        now, count, regime = world("trade"), 0, regime_of(target(), BEFORE)
        for number in range(36):
            out = Outside(season=number % 12 + 1, offer=offer)
            rolls = dice.integers(0, FACES, (season.ROLLS, 400))
            now, _ = season.month(target(), scenario().enforcers, now, regime, out, rolls)
            count += np.mean(now.stance > 0)
        months.append(count)

    assert months[0] < months[1] < months[2]


def test_a_programme_that_is_not_far_enough_cannot_try():
    early = mind.answers(
        target(), mind.summed(mind.points(target(), world(programme=0), Outside(), 0))
    )
    sums = mind.summed(mind.points(target(), world(programme=0), Outside(), 0))

    assert mind.plans(target(), world(programme=0), sums)["icbm"] == 0
    assert early["rhetoric"] > 0


def test_three_signs_can_be_seen_before_every_large_step():
    for seed in range(1, 30):
        dice = np.random.default_rng(seed)
        now, regime = world("break_out", programme=900, quiet=60), regime_of(target(), BEFORE)
        for number in range(24):
            planned, signs = now.plan, now.signs
            rolls = [int(r) for r in dice.integers(0, FACES, season.ROLLS)]
            out = Outside(season=number % 12 + 1)
            now, done = season.month(target(), scenario().enforcers, now, regime, out, rolls)
            for at, response in enumerate(target().large, 1):
                if done.acts[response.id]:
                    assert planned == at
                    assert min(mind.SIGNS, signs + acts.SIGNS_A_MONTH) == mind.SIGNS


def test_the_signs_of_a_prepared_step_are_the_likeliest_ones():
    for at, response in enumerate(target().large, 1):
        now = acts.planned(world("break_out"), at)
        before, after = mind.signs(target(), world("break_out")), mind.signs(target(), now)
        own = {c.id for c in target().clues if c.plans.get(response.id)}

        assert len(own) >= mind.SIGNS
        assert all(after[id] > before[id] for id in own)
        assert all(after[id] == before[id] for id in set(after) - own)


def test_false_signs_exist():
    """A sign of a large step can be seen while none is prepared."""
    loose = mind.signs(target(), world("buy_time"))

    assert all(loose[c.id] > 0 for c in target().clues if c.plans)


def test_a_plan_can_be_called_off_and_talks_make_that_likelier():
    now = acts.planned(world("break_out"), 1)
    felt = mind.terms(target(), now, Outside(), 0)
    sums = mind.summed(mind.points(target(), now, Outside(), 0))
    plain = mind.readiness(target(), now, felt, sums)
    talking = mind.readiness(target(), now, felt | {"talks": 80}, sums)

    assert plain.act == 0
    assert 0 < plain.call_off < talking.call_off
    assert acts.called_off(now).plan == 0


# -- the road to talks


def test_the_road_leads_step_by_step_to_its_end():
    now, seen = world("trade", trust=900, offer=900), []
    road = [r for r in target().responses if r.leads and mind.step_of(target(), r.leads)]
    for response in road:
        assert mind.is_open(target(), now, Outside(), response) == 1, response.id
        now = acts.done(target(), now, response)
        seen.append(target().steps[now.stance].id)

    assert seen == ["contact", "moratorium", "talks", "freeze", "declaration", "inspection", "cvid"]


def test_no_step_can_be_skipped_from_the_start_and_a_replay_can_close_the_road():
    start_ = world("trade")
    for response in target().responses:
        if response.leads and response.id != "quiet_contact":
            assert mind.is_open(target(), start_, Outside(), response) == 0, response.id
        if response.leads:
            assert mind.is_open(target(), start_, Outside(alone=1), response) == 0


def test_a_shot_that_was_ruled_out_ends_the_pause_and_costs_trust():
    pausing = abroad.stepped(world("trade", trust=500), mind.step_of(target(), "moratorium"))
    test = next(r for r in target().responses if r.id == "nuclear_test")
    after = acts.done(target(), pausing, test)

    assert after.stance == 0
    assert after.gauges["trust"] < 500 - 200
    assert after.quiet == 0
    assert after.escalation >= 4


def test_a_step_rules_its_shots_out_and_no_others():
    pausing = abroad.stepped(world("trade"), mind.step_of(target(), "moratorium"))
    found = mind.points(target(), pausing, Outside(), 0)

    assert found["nuclear_test"]["word"] == -mind.RULED_OUT
    assert found["short_range"]["word"] == 0


def test_broken_relief_and_exercises_taken_up_again_cost_trust():
    talking = abroad.stepped(world("trade", trust=600), 3)
    paused = abroad.held_off(talking, 1)

    assert paused.gauges["trust"] == 600
    assert abroad.held_off(paused, 0).gauges["trust"] < 600
    assert abroad.relief_broken(talking).gauges["trust"] < 600
    assert abroad.held_off(abroad.held_off(world("trade", trust=600), 1), 0).gauges["trust"] == 600


def test_exercises_that_are_held_off_are_not_felt():
    loud = acts.dawn(target(), world(), Outside(exercises=1), 0)
    calm = acts.dawn(target(), abroad.held_off(world(), 1), Outside(exercises=1), 0)

    assert calm.gauges["threat"] < loud.gauges["threat"]


def test_a_target_without_flows_lives_its_months_all_the_same():
    """A crisis on another file may leave trade, voices and leaks out."""
    other = scenario("iran_2010")
    bare = evolve(other.target, flows=(), channels=(), factions=())
    now = start(bare, other.enforcers, bare.doctrines[0].id)
    regime, luck = regime_of(bare, other.record), any_luck("bare")
    for number in range(6):
        rolls = [luck.randrange(FACES) for _ in range(season.ROLLS)]
        out = Outside(season=number + 1, adopted=int(number == 0))
        now, done = season.month(bare, other.enforcers, now, regime, out, rolls)
        assert (done.crossing.paper, done.crossing.money) == (0, 0)

    assert now.month == 6


# -- the code


def test_no_state_and_no_trade_is_named_in_the_code_of_the_model():
    """The target, its flows and its neighbours are data (scenarios/common/targets)."""
    words = ("prk", "dprk", "korea", "china", "kim", "coal", "pyongyang", "beijing", "yongbyon")
    for path in Path(border.__file__).parent.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        prose = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
        for node in ast.walk(tree):
            said = ""
            if isinstance(node, ast.Constant) and id(node) not in prose:
                said = str(node.value)
            elif isinstance(node, ast.Name):
                said = node.id
            elif isinstance(node, ast.arg):
                said = node.arg
            assert not any(word in said.lower() for word in words), f"{path.name}: {said}"


def test_dice_are_wanted_and_never_thrown_by_the_model():
    luck = any_luck("abroad")
    rolls = [luck.randrange(FACES) for _ in range(season.ROLLS)]
    regime, out = regime_of(target(), BEFORE), Outside()
    args = (target(), scenario().enforcers, world(), regime, out, rolls)

    assert season.month(*args)[1].acts == season.month(*args)[1].acts
    assert clip(5, 0, 3) == 3


def test_a_sign_of_a_large_step_tells_less_of_the_plan_than_one_of_the_plan_itself():
    """What is prepared is seen under every plan; and nobody outside knows whether it is."""
    target = scenario().target

    def told(clue):
        found = doctrine_odds(target, (clue,))
        return max(found[d.id] / d.weight for d in target.doctrines) / min(
            found[d.id] / d.weight for d in target.doctrines
        )

    plain = [told(c.id) for c in target.clues if not c.plans]
    steps = [told(c.id) for c in target.clues if c.plans]
    raw = [max(c.weights.values()) / min(c.weights.values()) for c in target.clues if c.plans]
    assert sum(steps) / len(steps) < sum(plain) / len(plain)
    assert sum(steps) / len(steps) < sum(raw) / len(raw)


def test_odds_of_plans_tell_more_of_games_of_computers_than_how_often_plans_are_dealt():
    """By the logarithm of the odds that the plan dealt was given: a proper score."""
    ends = [played("resolution_2270", seed).end for seed in range(1, 25)]
    score = {"signs": 0.0, "none": 0.0}
    for end in ends:
        dealt = next(id for id, flag in end.abroad.doctrine.items() if flag)
        for key, seen in (("signs", end.record.clues), ("none", ())):
            odds = doctrine_odds(end.scenario.target, seen)
            score[key] += math.log(odds[dealt] / sum(odds.values()))

    assert score["signs"] > score["none"]
