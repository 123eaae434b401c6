"""From one sitting of a campaign to the next: what is in force, who sits, what is remembered."""

from datetime import timedelta
from functools import cache

import pytest
from attrs import evolve

from game import engine, words
from game.content import load_scenario
from game.engine import chain, consensus, course, leaving, opinion, pressure, season
from game.engine.abroad import indicators
from game.engine.actions import Refusal
from game.engine.actions.terms import refusal_of
from game.engine.events import BeatOpened, PledgeLapsed
from game.engine.past import Left
from game.engine.record import Clause, Grievance, Pledge, Record, Term
from game.engine.terms import Phase
from tests.build import play_on

CAMPAIGN = "campaign_2016_2017"


def campaign():
    return load_scenario(CAMPAIGN)


def after_the_record(scenario, *, acts=(), **changes):
    """Return what a sitting leaves that adopted the historical text."""
    levels = {m.id: scenario.record.get(m.id, scenario.base(m.id)) for m in scenario.measures}
    levels |= changes
    stock = scenario.stock + sum(incident.stock for incident in scenario.incidents)
    days = {"resolution_2270": 56, "resolution_2321": 82, "hwasong_14": 32, "resolution_2375": 8}
    ended = scenario.start + timedelta(days=days[scenario.id])
    return Left(
        scenario.id, ended, adopted=True, yes=15, levels=levels, stock=stock, acts=tuple(acts)
    )


def sittings_of_the_record():
    """Yield each later sitting as it is by itself, and after a past that follows the record."""
    first, past = campaign(), ()
    before = first
    for sequel in first.campaign.sequels:
        past = (*past, after_the_record(before))
        yield sequel.scenario, chain.sitting(first.campaign, past)
        before = sequel.scenario


def test_a_past_that_follows_the_record_leads_to_the_sittings_as_they_are_by_themselves():
    """Provocation is met within two points, every regime and ceiling exactly."""
    for alone, linked in sittings_of_the_record():
        assert abs(linked.stock - alone.stock) <= 2, alone.id
        assert {m.id: linked.base(m.id) for m in linked.measures} == {
            m.id: alone.base(m.id) for m in alone.measures
        }, alone.id
        moved = {
            id: (dict(c.levels), dict(linked.ceilings[id].levels))
            for id, c in alone.ceilings.items()
            if any(
                linked.ceilings[id].levels[who] != max(n, alone.in_force.get(id, 0))
                for who, n in c.levels.items()
            )
        }
        assert moved == {}, alone.id


def test_what_was_adopted_is_in_force_and_nothing_below_it_is_asked_for():
    first = campaign()
    left = after_the_record(first, coal_iron_exports=6)
    later = chain.sitting(first.campaign, (left,))

    assert later.base("coal_iron_exports") == 6
    assert later.opening["coal_iron_exports"] >= 6
    assert later.ceilings["coal_iron_exports"].levels["CHN"] >= 6


def test_what_was_not_adopted_is_missing_in_the_next_regime():
    first = campaign()
    left = after_the_record(first, coal_iron_exports=0, aviation_fuel=0)
    later = chain.sitting(first.campaign, (left,))

    assert later.base("coal_iron_exports") == 0
    assert "aviation_fuel" not in later.in_force


def test_ceilings_fall_where_the_regime_is_lower_than_it_was():
    first = campaign()
    left = after_the_record(first, coal_iron_exports=0)
    later = chain.sitting(first.campaign, (left,))
    alone = first.campaign.sequels[0].scenario

    assert (
        later.ceilings["coal_iron_exports"].levels["CHN"]
        < alone.ceilings["coal_iron_exports"].levels["CHN"]
    )


def test_half_of_the_provocation_is_forgotten_in_three_years():
    rules = campaign().campaign

    assert chain.faded(rules, 100, 0) == 100
    assert chain.faded(rules, 100, 1095) == 50
    assert chain.faded(rules, 100, 2190) == 25
    course = [chain.faded(rules, 100, day) for day in range(0, 2190, 30)]
    assert course == sorted(course, reverse=True)


@pytest.mark.parametrize("act", ["moratorium", "talks", "freeze"])
def test_a_pause_in_testing_spares_the_next_crisis_and_only_that(act):
    first = campaign()
    state = ended(first, acts=act)

    following = chain.following(state)

    assert [left.sitting for left in following.past] == ["resolution_2270", "resolution_2321"]
    assert following.past[-1].passed
    assert following.scenario.id == "hwasong_14"


def test_the_second_launch_does_not_come_where_parallel_steps_were_adopted():
    first = campaign()
    past = (after_the_record(first), after_the_record(load_scenario("resolution_2321")))
    agreed = evolve(past[1], levels={**past[1].levels, "tension_reduction": 4})

    came = [i.id for i in chain.sitting(first.campaign, past).incidents]
    spared = [i.id for i in chain.sitting(first.campaign, (past[0], agreed)).incidents]

    assert "second_launch" in came
    assert "second_launch" not in spared


def ended(scenario, *, acts="rhetoric", people=()):
    """Return a sitting that was played to its end by computers, with another answer put in."""
    end = _played(scenario.id)
    return evolve(end, scenario=scenario, response=acts, people=people)


@cache
def _played(id):
    short = evolve(load_scenario(id), rounds=2, practice=())
    return play_on(engine.new_game(short), 5).end


def test_five_seats_change_hands_on_the_first_of_january_and_their_people_with_them():
    """Source: elections to the Security Council of 28 June 2016."""
    first = campaign()
    twelve = {"CHN", "EGY", "FRA", "JPN", "RUS", "SEN", "UKR", "GBR", "USA", "URY"}
    state = ended(first, acts="talks", people=("CHN", "VEN"))

    following = chain.following(state)

    assert set(following.scenario.seats) & set(first.seats) == twelve
    assert following.people == ("BOL", "CHN")


def test_capitals_that_stay_keep_their_instructions_and_new_ones_are_sent_some():
    state = ended(campaign(), acts="talks")

    opened = engine.onward(state)

    assert opened.phase is Phase.DEAL
    assert {s for s in opened.scenario.seats if s not in opened.dealt} >= {"BOL", "ETH", "ITA"}
    assert opened.dealt["CHN"].variant == state.dealt["CHN"].variant
    assert opened.doctrine == state.doctrine


def test_credibility_comes_back_by_half_and_a_broken_promise_is_held_against_the_pen():
    broken = Pledge("SEN", "coal_iron_exports", 3, status="broken", by="USA")
    state = ended(campaign())
    record = evolve(state.record, credibility={"RUS": 60}, pledges=(broken,))

    opened = chain.following(evolve(state, record=record))

    assert opened.record.trust("RUS") == 80
    assert opened.record.grievances == (Grievance("SEN", "USA", "coal_iron_exports"),)
    reasons = {
        r.key: r.points for r in opinion.shared_reasons(opened.scenario, opened.record, "SEN")
    }
    assert reasons["grievance"] == -2


def test_a_grievance_counts_alike_in_the_sum_and_in_forecasts():
    s = load_scenario("resolution_2321")
    held = Record(day=9, grievances=(Grievance("SEN", "USA", "flights"),))
    free = Record(day=9)
    change = consensus.shared(s, held) - consensus.shared(s, free)

    assert dict(zip(s.seats, change.tolist(), strict=True)) == {
        seat: -2 if seat == "SEN" else 0 for seat in s.seats
    }


def test_a_promise_for_the_next_text_falls_due_in_the_next_text():
    word = Pledge(
        "EGY", "denuclearization_demand", 4, upward=True, by="USA", kind="next_text", due="next"
    )
    state = ended(campaign())
    record = evolve(state.record, pledges=(word,))

    opened = chain.following(evolve(state, record=record))

    due = opened.record.pledges[0]
    assert (due.kind, due.due, due.status) == ("clause", "blue", "open")


@pytest.mark.parametrize(
    ("of", "sitting", "can"),
    [
        ("campaign_2016_2017", "resolution_2270", True),
        ("campaign_2016_2017", "resolution_2397", False),  # The last.
        ("broken_talks_2001_2006", "broken_talks_2001", False),  # Then others draft.
        ("", "resolution_2270", False),
    ],
)
def test_the_next_text_is_promised_only_by_who_will_draft_one(of, sitting, can):
    s = load_scenario(sitting)
    s = evolve(s, campaign=load_scenario(of).campaign) if of else s
    pen, to = s.penholder, next(seat for seat in s.seats if seat != s.penholder)
    term = Term("next_text", s.measures[-1].id, 1, upward=True)

    found = refusal_of(s, Record(), pen, to, (term,))

    assert found == (None if can else Refusal("no_next_text"))


def test_no_sitting_follows_one_that_stands_alone_or_is_not_over():
    alone = load_scenario("resolution_2270")

    assert engine.onward(evolve(ended(campaign()), scenario=alone)) is None
    assert engine.onward(engine.new_game(campaign())) is None


def test_what_a_sitting_leaves_names_it_and_scores_every_seat_that_sat():
    end = _played(CAMPAIGN)
    left = leaving.left_by(end)

    assert left.title == end.scenario.title
    assert dict(left.scores) == dict(engine.score(end))
    assert left.acts == (end.response,)
    opened = [e.day for e in end.log if isinstance(e, BeatOpened)]
    assert left.ended == end.scenario.date(opened[-1])


def test_a_sitting_is_known_by_the_day_of_its_vote_and_its_answer_by_its_month():
    end = _played(CAMPAIGN)
    (voted,) = [e.day for e in end.log if isinstance(e, BeatOpened) and e.beat is Phase.VOTE]

    left = leaving.left_by(end)
    month = next(month for month, id in end.record.followup.acts if id == end.response)

    assert left.day == end.scenario.date(voted)
    assert left.acted == left.ended + timedelta(days=season.DAYS * month)


def test_pressure_on_paper_goes_on_in_the_words_that_were_adopted():
    """A softened clause stays soft until a later text takes it up; it does not harden by itself."""
    end = ended(campaign())
    plain = end.version(end.blue).clauses
    coal = next(c for c in plain.values() if c.measure == "coal_iron_exports")
    said = {**plain, coal.measure: evolve(coal, verb="encourages")}
    blue = evolve(end.version(end.blue), clauses=said)
    versions = tuple(blue if v.number == end.blue else v for v in end.versions)
    soft = evolve(end, versions=versions)
    later, hard = engine.onward(soft), engine.onward(end)

    def paper(state):
        seen = engine.observe(state, "USA")
        return pressure.paper_of(seen.scenario, {}, seen.before)

    assert leaving.left_by(soft).words[coal.measure] < 1000
    assert paper(later) < paper(hard)
    taken_up = {coal.measure: Clause(coal.measure, later.scenario.measure(coal.measure).top)}
    regimes = [pressure.regime(later.scenario, taken_up, s.past[-1]).shut for s in (later, hard)]
    assert regimes[0] == regimes[1]


def test_what_moved_since_a_later_sitting_began_counts_from_what_the_one_before_left():
    later = engine.onward(ended(campaign()))
    plain, seen = later.scenario.target.indicators, engine.observe(later, "USA")
    now = later.abroad.gauges["hardship"]
    worse = evolve(later.abroad, gauges={**later.abroad.gauges, "hardship": now + 1})

    assert indicators(seen.begun)["hardship"] == now // 10 != plain["hardship"]
    assert seen.begun.wills == later.abroad.wills
    assert course.came_about("relief", later)
    assert not course.came_about("relief", evolve(later, abroad=worse))


def test_a_promise_that_the_regime_has_gone_beyond_lapses():
    first = campaign()
    later = first.campaign.sequels[0].scenario
    floor = later.floor("coal_iron_exports")
    low, held = (
        Pledge("CHN", "coal_iron_exports", level, by="USA", kind="next_text", due="next")
        for level in (floor - 1, floor)
    )

    assert floor
    assert chain.due_now(Record(pledges=(low,)), later) == []
    assert len(chain.due_now(Record(pledges=(held,)), later)) == 1


def test_promises_for_a_text_that_another_drafts_lapse_aloud_and_cost_nobody_credibility():
    state = ended(campaign())
    word = Pledge("EGY", "coal_iron_exports", 7, True, by="USA", kind="next_text", due="next")
    record = evolve(
        state.record,
        pledges=(word, evolve(word, by="FRA"), evolve(word, by="RUS", secret=True)),
        credibility={"FRA": 100},
    )
    opened = chain.following(evolve(state, record=record))
    told = [e for e in opened.log if isinstance(e, PledgeLapsed)]
    said = [words.say(e, opened.scenario) for e in told]

    assert [p.by for p in opened.record.pledges] == ["USA"]
    assert [e.by for e in told] == ["FRA", "RUS"]
    assert said[0].startswith("A promise for this text to Egypt lapses, since another member")
    assert told[0].audience(opened.scenario) is None
    assert told[1].audience(opened.scenario) == ("RUS", "EGY")
    assert opened.record.trust("FRA") == 100
    assert opened.record.grievances == ()


def test_a_promise_that_what_is_in_force_has_overtaken_lapses_aloud():
    state = ended(campaign())
    s = chain.following(state).scenario
    word = Pledge("EGY", "coal_iron_exports", 0, by="USA", kind="next_text", due="next")
    (lapse,) = chain.lapsed(Record(pledges=(word,)), s)

    assert s.floor("coal_iron_exports") > 0
    assert "overtaken it: Coal" in words.say(lapse, s)


@pytest.mark.parametrize(("level", "points"), [(0, -2), (1, -2), (2, -1), (3, 0), (4, 1), (5, 1)])
def test_what_the_last_text_promised_of_a_next_step_weighs_in_every_sum(level, points):
    """Beside the record's text, which has further significant measures; alike in both sums."""
    first = campaign()
    left = after_the_record(first, review_trigger=level)
    linked = chain.sitting(first.campaign, (left,))
    plain = evolve(linked, promised=0)
    change = consensus.shared(linked, Record(day=9)) - consensus.shared(plain, Record(day=9))
    said = [r for r in opinion.shared_reasons(linked, Record(day=9), "SEN") if r.key == "next_step"]

    assert linked.promised == points
    assert set(change.tolist()) == {points}
    assert sum(r.points for r in said) == points


def test_a_sitting_that_stands_alone_has_no_promise_to_go_by():
    assert {sequel.scenario.promised for sequel in campaign().campaign.sequels} == {0}
    assert {linked.promised for _, linked in sittings_of_the_record()} == {0}


def test_what_is_in_force_is_seen_and_not_how_the_last_sitting_went_for_whom():
    first = campaign()
    past = (evolve(after_the_record(first), scores={"CHN": 80}, plan=35, will=400),)
    state = evolve(engine.new_game(chain.sitting(first.campaign, past)), past=past)

    before = engine.observe(state, "USA").before
    assert before.levels == past[0].levels
    assert (before.scores, before.flows, before.will, before.plan) == ({}, {}, 0, None)
