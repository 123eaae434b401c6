"""The months after a vote: the Committee, the pressure campaign, suspension for suspension."""

import pytest
from attrs import evolve

from game import engine
from game.engine import followup
from game.engine.actions import (
    Contact,
    Designate,
    Hold,
    Press,
    Report,
    Respond,
    Resume,
    Suspend,
    Uncover,
)
from game.engine.events import (
    Crossed,
    HalfOpened,
    MonthPassed,
    NoticeDecided,
    SuspensionSettled,
)
from game.engine.followup import ANSWER, CAMPAIGN, COMMITTEE, MONTH
from game.engine.record import Followup, Notice, Suspension
from game.engine.terms import TARGET, Phase
from tests.build import play, played, scenario


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

    passed, held = followup.decide(state), followup.decide(play(state, Hold("CHN", 1)))

    assert [n.status for n in passed.record.followup.notices] == ["passed"]
    assert [n.status for n in held.record.followup.notices] == ["held"]
    assert held.log[-1] == NoticeDecided("list", "four_ships", "USA", "CHN")
    added = followup.will_added(scenario(), passed.record.followup)
    assert (
        added["southeast_asia"]
        > followup.will_added(scenario(), held.record.followup)["southeast_asia"]
    )


def test_an_elected_member_cannot_end_the_mandate_of_the_experts():
    state = at(COMMITTEE, notices=(Notice("renew"),))

    assert engine.refusal(acting(state, "SEN"), Hold("SEN", 1)).key == "renewal_by_nine"
    assert not followup.decide(play(acting(state, "RUS"), Hold("RUS", 1))).record.followup.panel


@pytest.mark.parametrize("kind", ["short", "none"])
def test_a_short_report_lowers_the_will_of_who_enforces(kind):
    will = {
        k: followup.will_added(scenario(), Followup(reports={"CHN": k}))["china"]
        for k in ("full", kind)
    }

    assert will[kind] < 0 < will["full"]


def test_efforts_of_several_add_up_to_the_price_of_a_state():
    state = at(CAMPAIGN, efforts={"philippines": 3}, won=())

    won = play(acting(state, "JPN"), Press("JPN", "philippines"))

    assert "philippines" in won.record.followup.won
    assert engine.refusal(acting(state, "CHN"), Press("CHN", "trading_house")).key == "resented"


def suspended():
    return Suspension("USA", "CHN", 2, "accepted")


def test_a_test_breaks_an_accepted_suspension_in_public():
    state = evolve(at(MONTH, half=1, suspension=suspended()), queue=(TARGET,))
    large = next(r.id for r in scenario().target.responses if r.rung >= 3)

    after = play(state, Respond(TARGET, large))

    assert after.record.followup.suspension.status == "broken"
    assert SuspensionSettled("USA", "CHN", TARGET) in after.log
    assert after.indicators["trust"] < state.indicators["trust"]


def test_who_holds_its_exercises_after_all_breaks_its_word():
    state = acting(at(CAMPAIGN, half=2, suspension=suspended()), "USA")

    after = play(state, Resume("USA"))

    assert after.record.followup.suspension.breaker == "USA"
    assert after.record.trust("USA") < state.record.trust("USA")


def test_a_suspension_that_nobody_broke_was_kept():
    state = followup.keep(at(MONTH, half=1, suspension=suspended()))

    assert state.record.followup.suspension.status == "kept"
    assert state.log[-1] == SuspensionSettled("USA", "CHN")


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

    assert not followup.reports_due(first)
    assert followup.reports_due(second) == second.tally.adopted
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
