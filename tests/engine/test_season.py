"""The months after a vote: the Committee, the pressure campaign, suspension for suspension."""

from collections import Counter
from functools import cache

import pytest
from attrs import evolve

from game import engine
from game.ai.season import errands
from game.engine import (
    aftermath,
    committee,
    course,
    followup,
    leaving,
    pressure,
    season,
    standstill,
)
from game.engine.abroad import mind
from game.engine.actions import (
    Aid,
    CallOff,
    Contact,
    Designate,
    Hold,
    Prepare,
    Press,
    Report,
    Respond,
    Resume,
    Sight,
    Suspend,
    Uncover,
    Wait,
)
from game.engine.events import (
    Crossed,
    HalfOpened,
    MonthPassed,
    NoticeDecided,
    Sprung,
    SuspensionSettled,
    TalksStrained,
    Weighed,
)
from game.engine.followup import ANSWER, CAMPAIGN, COMMITTEE, MONTH, STEP
from game.engine.record import Clause, Finding, Followup, Notice, Suspension
from game.engine.terms import TARGET, Phase
from tests.build import any_luck, eased, idle, least, planning, play, played, scenario


def at(stage, half=1, **changes):
    """Return a sitting of computers in this part of its season, its record changed."""
    states = played("resolution_2270", 1).states
    found = next(
        s for s in states if s.stage == stage and s.record.followup.half == half and s.queue
    )
    return followup.follow_up(found, **changes) if changes else found


def acting(state, seat):
    return evolve(state, queue=(seat, *(s for s in state.queue if s != seat)))


def test_what_nobody_holds_is_decided_and_a_hold_blocks_a_listing():
    listing = Notice("list", "four_ships", "USA")
    state = acting(at(COMMITTEE, notices=(listing,)), "CHN")

    passed, held = committee.decide(state), committee.decide(play(state, Hold("CHN", 1)))

    assert [n.status for n in passed.record.followup.notices] == ["passed"]
    assert [n.status for n in held.record.followup.notices] == ["held"]
    told = held.log[-1]
    assert told == NoticeDecided("list", "four_ships", "USA", "CHN", told.day)
    assert 5 <= told.day - held.record.day <= 7
    added = followup.will_added(scenario(), passed.record.followup)
    assert (
        added["southeast_asia"]
        > followup.will_added(scenario(), held.record.followup)["southeast_asia"]
    )


@pytest.mark.parametrize(
    ("aged", "kind", "costs"), [(1, "relief", 1), (0, "relief", 0), (1, "list", 0)]
)
def test_aid_that_is_held_through_both_halves_costs_credibility(aged, kind, costs):
    """Source: guidelines of the Committee (memory): members that hold are to say why."""
    item = {"relief": "hospital_supplies", "list": "four_ships"}[kind]
    sent = Notice(kind, item, "FRA", aged=bool(aged))
    state = acting(at(COMMITTEE, half=2, notices=(sent,)), "CHN")

    after = committee.decide(play(state, Hold("CHN", 1)))

    assert (after.record.trust("CHN") < state.record.trust("CHN")) is bool(costs)
    assert after.log[-1].stale is bool(costs)


def test_what_was_held_in_the_first_half_comes_back_as_aged():
    state = at(COMMITTEE, notices=(Notice("relief", "hospital_supplies", "FRA"),))
    held = committee.decide(play(acting(state, "CHN"), Hold("CHN", 1)))

    assert committee.bring_back(held).record.followup.notices[0].aged


def test_capitals_in_other_moods_turn_to_other_ways_of_adding_weight():
    """A hard mood takes what needs nobody's vote; a mild one what is said in public."""
    state = acting(at(CAMPAIGN), "USA")
    tracks = {}
    for margin in (-3, 0, 3):
        dealt = {**state.dealt, "USA": evolve(state.dealt["USA"], margin=margin)}
        seen = engine.observe(evolve(state, dealt=dealt), "USA")
        worth = {e.action.prospect: e.points for e in errands(seen) if isinstance(e.action, Press)}
        known = {p.id: p.track for p in state.scenario.season.prospects}
        tracks[margin] = {
            track: max(n for id, n in worth.items() if known[id] == track)
            for track in ("finance", "enforce", "ties")
        }

    assert tracks[-3]["finance"] > tracks[0]["finance"] == tracks[3]["finance"]
    assert tracks[0]["enforce"] > tracks[-3]["enforce"]
    assert tracks[3]["ties"] > tracks[0]["ties"]


def test_a_published_report_draws_efforts_to_who_could_stop_what_it_shows():
    state = acting(at(CAMPAIGN), "USA")
    found = Finding("minerals", "false_papers", 300, "mineral_metal_exports", published=True)

    def worth(findings):
        seen = engine.observe(followup.follow_up(state, findings=findings), "USA")
        return {e.action.prospect: e.points for e in errands(seen) if isinstance(e.action, Press)}

    before, after = worth(()), worth((found,))
    assert after["border_customs"] > before["border_customs"]
    assert after["uganda"] == before["uganda"]


def test_an_elected_member_cannot_end_the_mandate_of_the_experts():
    state = at(COMMITTEE, notices=(Notice("renew"),))

    assert engine.refusal(acting(state, "SEN"), Hold("SEN", 1)).key == "renewal_by_nine"
    assert not committee.decide(play(acting(state, "RUS"), Hold("RUS", 1))).record.followup.panel


@pytest.mark.parametrize("kind", ["short", "none"])
def test_a_short_report_lowers_the_will_of_who_enforces(kind):
    will = {
        k: followup.will_added(scenario(), Followup(reports={"CHN": k}))["china"]
        for k in ("full", kind)
    }

    assert will[kind] < 0 < will["full"]


def test_efforts_of_several_add_up_to_the_price_of_a_state():
    state = at(CAMPAIGN, won=())
    price = followup.price_of(scenario().season.prospect("philippines"), state.record.stock)
    state = followup.follow_up(state, efforts={"philippines": price - 1})

    won = play(acting(state, "JPN"), Press("JPN", "philippines"))

    assert "philippines" in won.record.followup.won
    assert engine.refusal(acting(state, "CHN"), Press("CHN", "trading_house")).key == "resented"


def suspended(state):
    """Return a state in which the target has taken an offer to hold exercises off for tests."""
    made = followup.follow_up(state, suspension=Suspension("USA", "CHN", 2))
    return standstill.agree(made, accepted=True)


def ready(state, response):
    """Return a state in which a large step is made ready and may be taken."""
    steps = [r.id for r in scenario().target.large]
    world = evolve(state.abroad, plan=steps.index(response) + 1, signs=mind.SIGNS)
    return evolve(state, abroad=world, stage=STEP, queue=(TARGET,))


def test_a_suspension_leads_to_a_step_of_the_road_and_holds_exercises_off():
    state = suspended(at(MONTH))
    step = scenario().target.steps[state.abroad.stance]

    assert (step.id, state.abroad.paused) == ("moratorium", 1)
    assert "nuclear" in step.stops


def test_a_test_breaks_an_accepted_suspension_in_public():
    state = ready(suspended(at(MONTH, acts=())), "nuclear_test")

    after = play(state, Respond(TARGET, "nuclear_test"))

    assert after.record.followup.suspension.status == "broken"
    assert SuspensionSettled("USA", "CHN", TARGET) in after.log
    assert after.indicators["trust"] < state.indicators["trust"]
    assert (after.abroad.stance, after.abroad.paused, after.abroad.quiet) == (0, 0, 0)


def test_what_the_word_does_not_rule_out_breaks_nothing():
    state = suspended(at(MONTH))
    small = next(r for r in scenario().target.responses if r.id == "short_range")

    assert not standstill.breaks(scenario(), state.abroad, small)
    after = play(evolve(state, queue=(TARGET,)), Respond(TARGET, "short_range"))
    assert after.record.followup.suspended


def test_who_holds_its_exercises_after_all_breaks_its_word():
    state = acting(suspended(at(CAMPAIGN, half=2)), "USA")

    after = play(state, Resume("USA"))

    assert after.record.followup.suspension.breaker == "USA"
    assert after.record.trust("USA") < state.record.trust("USA")
    assert after.indicators["trust"] <= state.indicators["trust"]
    assert (after.abroad.stance, after.abroad.paused) == (0, 0)


def test_a_suspension_that_nobody_broke_was_kept():
    state = standstill.keep(suspended(at(MONTH, half=1)))

    assert state.record.followup.suspension.status == "kept"
    assert state.log[-1] == SuspensionSettled("USA", "CHN")
    assert state.abroad.stance > 0
    assert course.came_about("talks", state)


# -- plans, signs, large steps


SEEDS = range(1, 7)


@pytest.mark.parametrize("seed", SEEDS)
def test_before_a_large_step_three_signs_that_speak_of_it_were_seen_over_months(seed):
    """And nobody but the target knows that it is prepared, or given up."""
    game = played("resolution_2397", seed)
    target, plan, signs = game.end.scenario.target, "", []
    speaks = {c.id: c.plans for c in target.clues}
    for _before, action, after in game.moves():
        match action:
            case Prepare():
                plan, signs = action.response, []
                assert action.audience(after.scenario) == (TARGET,)
            case CallOff():
                assert action.audience(after.scenario) == (TARGET,)
                plan = ""
            case Sight() if plan and plan in speaks.get(action.clue, {}):
                signs.append((after.record.followup.month, action.clue))
            case Respond() if action.response == plan:
                assert len(signs) >= mind.SIGNS
                assert len({month for month, _ in signs}) >= 2
                plan = ""
            case Respond():
                assert not action.found(after.scenario).large


def test_large_steps_are_taken_waited_for_and_called_off_and_false_signs_are_seen():
    """Each of them in some of a few dozen seasons on the same dice; none is out of the question."""
    done = [lives(seed) for seed in range(40)]
    kinds = {kind for life in done for kind in life}

    assert {"taken", "waits", "called off", "false sign"} <= kinds


def lives(seed):
    """Return what becomes of large steps in the months of one seed, from the same vote on."""
    state, found = month_one(), []
    luck = any_luck("lives", seed)
    while state.phase is Phase.ECHO:
        options = engine.chance(state)
        if not options:
            state = play(state, least(state, engine.actor(state)))
            continue
        ((action, _),) = luck.choices(options, [w for _, w in options])
        loud = isinstance(action, Sight) and speaks_of_plans(state, action.clue)
        if loud and not state.abroad.plan:
            found.append("false sign")
        if state.stage == STEP:
            names = {Respond: "taken", CallOff: "called off", Wait: "waits"}
            found.append(names[type(action)])
        state = engine.apply(state, action)
    return found


def speaks_of_plans(state, clue):
    return any(c.id == clue and c.plans for c in state.scenario.target.clues)


@cache
def month_one():
    """Return the beginning of the months after a late text, under a plan that likes large steps."""
    states = played("resolution_2397", 1).states
    return planning(next(s for s in states if s.phase is Phase.ECHO), "break_out")


def test_what_chance_weighs_are_the_sums_of_the_model_and_they_are_kept_for_the_debrief():
    state = next(s for s in played("resolution_2397", 1).states if s.stage == MONTH)
    sums = mind.summed(state.month.points)
    weights = mind.answers(state.scenario.target, sums)

    drawn = Counter()
    for action, weight in engine.chance(state):
        drawn[getattr(action, "response", "")] += weight
    assert drawn == {id: w for id, w in weights.items() if w}
    after = play(state, Respond(TARGET, "rhetoric"))
    told = next(e for e in reversed(after.log) if isinstance(e, Weighed))
    assert sum(told.points.values()) == sums["rhetoric"]
    assert told not in engine.observe(after, "USA").log


@pytest.mark.parametrize("seat", ["USA", "CHN", ""])
def test_a_month_looks_the_same_whether_a_step_is_prepared_or_not(seat):
    state = next(s for s in played("resolution_2397", 1).states if s.stage == MONTH)
    other = evolve(state, abroad=evolve(state.abroad, plan=2, signs=1), stage=STEP)

    assert engine.observe(other, seat) == engine.observe(state, seat)


def test_a_text_adopted_while_talks_hold_costs_trust():
    """Source: the agreements of 1994, 2005 and 2012 did not survive a broken promise of relief."""
    vote = next(s for s in played("resolution_2375", 1).states if s.stage == "explaining")
    talking = evolve(vote, abroad=evolve(vote.abroad, stance=3))
    quiet, broken = (season.begin(s).indicators["trust"] for s in (vote, talking))

    assert vote.tally.adopted
    assert broken < quiet


def test_relief_of_a_text_ends_in_public_with_the_first_large_step_after_it():
    end = eased().end
    s, after = end.scenario, idle(end, lambda now: now.phase is Phase.OVER)
    papers = [e.paper for e in after.log if isinstance(e, MonthPassed)]

    assert [e for e in end.log if isinstance(e, Sprung)] == [Sprung("sunset_relief", 3)]
    assert papers[0] < papers[1] == papers[-1]
    assert leaving.left_by(after).levels["sunset_relief"] == 0
    calm = pressure.paper_of(s, aftermath.final_draft(end))
    assert papers[0] == calm < pressure.paper_of(s, {**aftermath.final_draft(end), **UNEASED})


UNEASED = {"sunset_relief": Clause("sunset_relief", 0)}


def test_a_text_adopted_amid_talks_says_that_they_are_strained_unless_it_gives_more_back():
    """A text that gives back more than it closes costs no trust."""
    told = [e for e in eased().end.log if isinstance(e, TalksStrained)]
    s, talking = eased().end.scenario, evolve(eased().states[0].abroad, stance=1)
    text = aftermath.final_draft(eased().end)

    assert bool(told) is season.strains(s, talking, text, None)
    assert season.strains(s, talking, {**text, **UNEASED}, None)
    lifted = {**text, "sunset_relief": Clause("sunset_relief", 5)}
    assert not season.strains(s, talking, lifted, None)
    assert not season.strains(s, evolve(talking, stance=0), {**text, **UNEASED}, None)


def test_an_offer_through_beijing_is_answered_by_the_target():
    state = acting(at(CAMPAIGN, half=1, suspension=None), "USA")
    state = evolve(play(evolve(state, queue=("USA",)), Suspend("USA", "CHN")))

    assert state.stage == ANSWER
    assert sum(weight for _, weight in engine.chance(state)) == 1000


def test_a_quiet_line_is_known_to_the_two_alone():
    state = acting(at(CAMPAIGN, half=1, contacts=()), "CHN")
    after = play(state, Contact("CHN"))

    assert engine.observe(after, "CHN").record.followup.contacts == ("CHN",)
    for seat in ("USA", "RUS", ""):
        seen = engine.observe(after, seat)
        assert seen.record.followup.contacts == ()
        assert Contact("CHN") not in seen.log


def test_reports_are_due_in_the_second_half_and_only_on_an_adopted_text():
    first, second = at(CAMPAIGN, half=1), at(COMMITTEE, half=2)

    assert not committee.reports_due(first)
    assert committee.reports_due(second) == second.tally.adopted
    assert engine.refusal(first, Report(first.queue[0], "full")) is not None


def test_a_name_comes_before_the_committee_once():
    state = acting(at(CAMPAIGN, notices=(Notice("list", "four_ships", "USA"),)), "JPN")

    assert engine.refusal(state, Designate("JPN", "four_ships")).key == "sent_already"


def test_the_short_lesson_has_no_season():
    kinds = {type(a).__name__ for a in played("first_sitting", 1).actions}

    assert played("first_sitting", 1).end.phase is Phase.OVER
    assert not kinds & {"Press", "Report", "Hold", "Uncover"}


def test_months_without_choices_are_the_same_months():
    """A crisis that plays no season lives through the same border; only delegations do nothing."""
    end = played("first_sitting", 1).end
    passed = [e.month for e in end.log if isinstance(e, MonthPassed)]

    assert passed == list(range(1, end.scenario.months + 1))
    assert not [e for e in end.log if isinstance(e, HalfOpened)]


def test_customs_count_what_crosses_and_not_what_goes_round_them():
    end = played("resolution_2270", 1).end
    told = {e.month: e for e in end.log if isinstance(e, MonthPassed)}
    true = {e.month: e for e in end.log if isinstance(e, Crossed)}

    assert list(told) == list(true)
    for month, seen in told.items():
        assert all(seen.flows[id] <= now for id, now in true[month].flows.items())
        assert set(seen.leaks) <= set(true[month].leaks)


def test_the_calendar_goes_on_with_the_months():
    states = played("resolution_2270", 1).states
    echo = [s for s in states if s.phase is Phase.ECHO]
    months = [s.record.followup.month for s in echo]

    assert [(s.record.day - echo[0].record.day) // 30 + 1 for s in echo] == months
    assert [s.abroad.month for s in echo[-1:]] == [months[-1] - 1]


def test_experts_see_what_is_lost_most_and_name_the_clause_that_would_close_it():
    state = next(s for s in played("resolution_2270", 1).states if Uncover in kinds_now(s))
    lost = next(e for e in reversed(state.log) if isinstance(e, Crossed)).leaks
    seen = {(a.flow, a.channel): w for a, w in engine.chance(state) if isinstance(a, Uncover)}

    assert {flow for flow, _ in seen if flow} <= {x.flow for x in lost}
    after = play(state, next(Uncover("WORLD", f, c) for f, c in seen if f))
    (found,) = after.record.followup.findings
    assert state.scenario.has(found.measure)


def kinds_now(state):
    return {type(a) for a, _ in engine.chance(state)}


def test_aid_that_is_paid_for_spares_people_month_by_month_and_less_while_it_is_held():
    state = at(CAMPAIGN, aided=())
    paid = play(acting(state, "NZL"), Aid("NZL"))
    held = followup.follow_up(paid, notices=(Notice("relief", "food_and_seed", "NZL", "held"),))
    lifted = [season.outside_of(s).aid for s in (state, paid, held)]
    hungry = [season.at_the_border(s).abroad.gauges["hardship"] for s in (state, paid)]

    assert lifted[0] == 0 < lifted[2] < lifted[1]
    assert hungry[1] < hungry[0]


def test_members_that_ask_for_talks_make_the_holder_of_exercises_likelier_to_offer():
    """Source: proposed by China in March 2017, and with the Russian Federation on 4 July 2017."""
    state = acting(at(CAMPAIGN, suspension=None), "USA")

    def worth(reading):
        heard = evolve(state, explained=dict.fromkeys(("CHN", "RUS"), reading))
        found = errands(engine.observe(heard, "USA"))
        return next(e.points for e in found if isinstance(e.action, Suspend))

    assert worth("talks") > worth("wide")


def test_a_year_of_provocation_makes_states_cheap_that_hardly_anybody_wins_in_march_2016():
    """Source: of what can be won, one case before 2017 and nine from September 2017 on; the
    record of enforcement has seven States that expelled diplomats in that autumn."""
    known = scenario().season.prospects
    early, late = (sum(followup.price_of(p, stock) for p in known) for stock in (46, 132))

    assert late * 2 < early


# -- what was agreed is at risk from both sides


@pytest.mark.parametrize(("plan", "held"), [("trade", 1), ("break_out", 0), ("test_leader", 0)])
def test_a_word_binds_a_plan_that_holds_it_cheap_less(plan, held):
    state = planning(suspended(at(MONTH)), plan)
    world, month = state.abroad, state.month
    points = mind.points(scenario().target, world, month.outside, 0)["nuclear_test"]["word"]

    assert (points == -mind.RULED_OUT) is bool(held)
    assert points < 0


def test_a_word_is_thought_to_bind_in_full_where_the_plan_is_not_known():
    state = suspended(at(MONTH))
    seen = engine.observe(evolve(state, queue=("USA",)), "USA").abroad
    points = mind.points(scenario().target, seen, state.month.outside, 0)

    assert points["nuclear_test"]["word"] == -mind.RULED_OUT


def resuming(**changes):
    """Return what its giver thinks of holding its exercises after all."""
    state = acting(suspended(at(CAMPAIGN, half=2)), "USA")
    seen = engine.observe(followup.follow_up(state, **changes), "USA")
    return next(e for e in errands(seen) if isinstance(e.action, Resume))


def test_what_is_fired_while_exercises_are_held_off_makes_their_giver_think_of_holding_them():
    """Source: short-range firings from May 2019, an exercise in August 2019 (memory)."""
    quiet, fired = resuming(acts=()), resuming(acts=((3, "short_range"),))

    assert fired.points > quiet.points
    assert fired.key == "shot_at"
    assert resuming(acts=((2, "short_range"),)).points == quiet.points
    assert resuming(acts=((3, "rhetoric"),)).points == quiet.points


def test_exercises_that_fall_due_are_a_reason_to_hold_them():
    state = acting(suspended(at(CAMPAIGN, half=2, acts=())), "USA")
    found = {}
    for exercises in ((), tuple(range(1, 13))):
        target = evolve(state.scenario.target, exercises=exercises)
        seen = engine.observe(evolve(state, scenario=evolve(state.scenario, target=target)), "USA")
        found[exercises] = next(e for e in errands(seen) if isinstance(e.action, Resume))
    never, always = found.values()

    assert always.points > never.points
    assert (never.key, always.key) == ("word_given", "exercises_due")
