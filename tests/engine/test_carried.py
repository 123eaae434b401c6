"""What lasts of the months after a vote: who was won, quiet lines, hardship, the road to talks."""

from functools import cache

import pytest
from attrs import evolve

from game import engine
from game.content import load_scenario
from game.engine import chain, committee, followup, leaving, season
from game.engine.events import SuspensionSettled
from game.engine.record import Followup, Notice, Suspension
from game.engine.terms import TARGET
from tests.build import play_on

# Source: dates of adoption and of the acts that opened the next crisis, un.org: 2 March, 9
# September and 30 November 2016; 4 July, 5 August, 3, 11 September and 29 November 2017.
VOTED = {"resolution_2270": 56, "resolution_2321": 82, "hwasong_14": 32, "resolution_2375": 8}
MONTHS = {"resolution_2270": 6, "resolution_2321": 7, "hwasong_14": 1, "resolution_2375": 2}


@cache
def ended():
    """Return the first sitting of the campaign, played to its end by computers."""
    whole = load_scenario("campaign_2016_2017")
    end = play_on(engine.new_game(evolve(whole, rounds=1, practice=())), 5).end
    return evolve(end, scenario=whole)


def left(*, stance="none", **changes):
    """Return that end with another record of the months, and another step of the road."""
    steps = [step.id for step in ended().scenario.target.steps]
    world = evolve(ended().abroad, stance=steps.index(stance))
    record = evolve(ended().record, followup=Followup(**changes))
    return evolve(ended(), abroad=world, record=record)


# -- how long


def at_the_vote(number):
    """Return the day of the record's vote in a sitting of the campaign, as its months begin."""
    first = load_scenario("campaign_2016_2017")
    sittings = (first, *(sequel.scenario for sequel in first.campaign.sequels))
    s = evolve(sittings[number], campaign=first.campaign)
    past = tuple(leaving.left_by(ended()) for _ in range(number))
    record = evolve(ended().record, day=VOTED[s.id])
    return evolve(ended(), scenario=s, past=past, record=record)


@pytest.mark.parametrize("number", range(4))
def test_months_last_from_a_vote_to_the_act_that_opens_the_next_sitting(number):
    state = season.begin(at_the_vote(number))

    assert state.record.followup.months == MONTHS[state.scenario.id]


def test_a_short_gap_has_fewer_halves_and_no_report_before_ninety_days():
    """Source: reports within 90 days of adoption (resolution 2094 (2013) and later)."""
    assert season.halves(1)[1] > 1  # One half alone in August 2017.
    assert season.halves(2) == (1, 2)
    state = left(half=2, month=2)
    adopted = evolve(state, tally=evolve(state.tally, adopted=True))
    assert not committee.reports_due(adopted)
    late = evolve(adopted, record=evolve(adopted.record, followup=Followup(half=2, month=4)))
    assert committee.reports_due(late)


def test_a_gap_of_years_is_followed_for_one_and_then_goes_by():
    first = load_scenario("broken_talks_2001_2006")
    january = evolve(first.campaign.sequels[0].scenario, campaign=first.campaign)
    past = (leaving.left_by(ended()),)
    state = evolve(ended(), scenario=january, past=past, record=evolve(ended().record, day=90))

    assert season.begin(state).record.followup.months == season.LONGEST
    assert chain.idle_months(state, first.campaign.sequels[1].scenario) > 30


def test_a_crisis_that_lasts_longer_is_followed_up_to_the_next_sitting():
    """Source: from a vote in June 2001 to 10 January 2003 are eighteen months."""
    first = load_scenario("broken_talks_2001_2006")
    state = evolve(ended(), scenario=first, past=(), record=evolve(ended().record, day=55))

    assert first.months > season.LONGEST
    assert season.begin(state).record.followup.months == first.months


# -- what lasts


def test_who_was_won_stays_won_and_goes_on_moving_a_will():
    state = left(won=("singapore",))
    opened = chain.following(state)
    now = opened.record.followup

    assert now.won == ("singapore",)
    assert followup.will_added(opened.scenario, now)["southeast_asia"] > 0


def test_a_name_on_the_list_stays_and_what_was_held_does_not():
    names = (
        Notice("list", "four_ships", "USA", "passed"),
        Notice("list", "bank_agents", "USA", "held"),
    )
    opened = chain.following(left(notices=names))

    assert opened.record.followup.notices == names[:1]


def test_a_quiet_line_stays_open_for_those_who_stay():
    opened = chain.following(left(contacts=("SEN", "CHN"), stance="talks"))

    assert opened.scenario.id == "hwasong_14"
    assert opened.record.followup.contacts == ("SEN", "CHN")
    gone = chain.following(left(contacts=("VEN", "CHN"), stance="talks"))
    assert gone.record.followup.contacts == ("CHN",)


def test_hardship_leaks_and_wills_go_on_from_where_they_were():
    state = left()
    world = evolve(state.abroad, gauges={**state.abroad.gauges, "hardship": 777})
    opened = chain.following(evolve(state, abroad=world))

    assert opened.abroad.gauges["hardship"] == 777
    assert opened.abroad.leaks == state.abroad.leaks
    assert opened.abroad.flows == state.abroad.flows


# -- the road to talks


@pytest.mark.parametrize("step", ["moratorium", "talks", "freeze"])
def test_a_step_that_holds_spares_the_next_crisis(step):
    following = chain.following(left(stance=step))

    assert [p.passed for p in following.past] == [False, True]


def test_a_step_that_spared_a_crisis_is_broken_by_the_one_after_and_costs_trust():
    state = left(stance="moratorium")
    following = chain.following(state)

    assert following.abroad.stance == 0
    idle = chain.following(left(stance="none"))
    assert following.abroad.gauges["trust"] <= idle.abroad.gauges["trust"]


def test_a_suspension_that_was_kept_spares_a_crisis_and_is_broken_in_public_by_the_next():
    kept = Suspension("USA", "CHN", 2, "kept")
    following = chain.following(left(suspension=kept))

    assert [p.passed for p in following.past] == [False, True]
    assert following.record.followup.suspension is None
    told = [e for e in following.log if isinstance(e, SuspensionSettled)]
    assert [e.breaker for e in told] == [TARGET]


def test_a_contact_alone_spares_nothing_and_is_not_lost():
    following = chain.following(left(stance="contact"))

    assert not any(p.passed for p in following.past)
    assert following.scenario.target.steps[following.abroad.stance].id == "contact"


def test_a_sitting_leaves_what_its_months_came_to():
    found = leaving.left_by(ended())

    assert 0 <= found.enforced <= found.paper <= 100
    assert set(found.flows) == {f.id for f in ended().scenario.target.flows}
    assert leaving.left_by(left(stance="contact")).stance == "contact"
