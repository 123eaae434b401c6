"""The same engine on another file: Iran in 2010, all of whose border and mind are data."""

import re
from functools import cache
from pathlib import Path

import pytest

import game.engine
from game.content import load_scenario
from game.engine import followup
from game.engine.abroad import Outside, acts, border, mind, regime_of, start
from tests.build import played

ID = "iran_2010"
# Source: S/RES/1929 (2010), read into levels.
TEXT = {"heavy_arms": 2, "named_entities": 3, "bank_ties": 2, "bunkering": 2, "cargo_check": 2}


@cache
def crisis():
    return load_scenario(ID)


def after(levels, months=18):
    """Return the world and its last crossing after some months under a text."""
    s = crisis()
    now, regime = start(s.target, s.enforcers, "threshold"), regime_of(s.target, levels)
    for number in range(months):
        out = Outside(season=number % 12 + 1, stock=46)
        now, crossing = border.month(s.target, s.enforcers, now, regime, out)
    return now, crossing


def test_the_text_of_2010_stops_arms_and_leaves_oil_alone():
    """Of energy the text has one line in its preamble (S/RES/1929 (2010))."""
    now, _ = after({**dict(crisis().in_force), **TEXT, "energy_trade": 1})

    assert now.flows["arms"] < 800
    assert now.flows["ships"] < now.flows["crude"]
    assert now.flows["crude"] > 950


def test_petrol_stops_where_a_text_says_so_and_oil_does_not():
    now, _ = after({"energy_trade": 3})

    assert now.flows["petrol"] < 800
    assert now.gauges["fuel"] > 200
    assert now.flows["crude"] > 950


def test_experts_make_leaks_narrower():
    watched, _ = after({**TEXT, "expert_panel": 2})
    alone, _ = after(TEXT)

    for channel in ("false_papers", "new_names"):
        assert watched.leaks[channel] < alone.leaks[channel], channel


def test_a_higher_grade_is_prepared_and_seen_before_it_comes():
    target = crisis().target

    assert [r.id for r in target.large] == ["higher_grade"]
    assert sum(c.plans.get("higher_grade", 0) > 0 for c in target.clues) >= mind.SIGNS


@pytest.mark.parametrize("act", ["talks", "swap_again"])
def test_an_act_of_good_will_leads_on_the_road_that_this_file_has(act):
    target = crisis().target
    done = acts.done(target, start(target, crisis().enforcers, "bargain"), _response(target, act))

    assert target.steps[done.stance].id == _response(target, act).leads


def _response(target, id):
    return next(r for r in target.responses if r.id == id)


def test_inner_voices_want_different_things():
    favours = [f.favours for f in crisis().target.factions]

    assert len(favours) == 4
    assert {max(f, key=lambda id: f[id]) for f in favours} >= {"missile", "talks"}


def test_delegations_act_in_the_months_after_the_vote_here_too():
    end = played(ID, 1).end

    assert end.record.followup.half == 2
    assert end.record.followup.efforts
    assert followup.season_of(end.scenario).standstill is None


def test_nothing_about_one_target_is_in_the_code_of_the_engine():
    """Names of States that are targets, their capitals and their goods live in data."""
    named = re.compile(r"\b(DPRK|PRK|IRN|Pyongyang|Tehran|Yongbyon|Natanz)\b")
    for path in Path(game.engine.__file__).parent.rglob("*.py"):
        code = re.sub(r'(?s)""".*?"""|#[^\n]*', "", path.read_text("utf-8"))
        assert not named.search(code), path.name
