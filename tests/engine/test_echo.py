"""What a vote leaves behind: the border, the target's answer, voices, the trade, scores."""

import pytest
from attrs import evolve

from game import engine
from game.engine import aftermath, course, lint, opinion, pressure
from game.engine.abroad import Outside, doctrine_odds, expected, mind
from game.engine.actions import CoSponsor, Explain, Respond
from game.engine.events import Enforced, NobodyWon, NoticeDecided, TradeNamed, VoiceHeard
from game.engine.record import Clause, Notice
from game.engine.scenario import AFTERWARDS, CAME, Aim, Trade
from game.engine.terms import TARGET, Ballot, Phase, Phrase
from tests.build import (
    any_luck,
    idle,
    in_consultations,
    play,
    played,
    random_draft,
    scenario,
    shots_exchanged,
    turn_of,
    voted,
)

IDS = ("resolution_2270", "first_sitting")
COAL = "coal_iron_exports"


def text(**levels):
    return opinion.text_of(opinion.plain(scenario()) | levels)


def after(ballots, explained=None):
    """Return the end of a sitting on the text of March 2016, with these ballots."""
    state = voted(in_consultations(scenario()), ballots)
    while state.phase is Phase.VOTE:
        seat = engine.actor(state)
        state = play(state, Explain(seat, (explained or {}).get(seat, "")))
    return idle(state, lambda s: s.phase is Phase.OVER)


def enforced(state):
    return next(e for e in state.log if isinstance(e, Enforced))


# -- pressure on paper, and at the border


def test_the_regime_before_presses_no_more_than_any_text_above_it():
    s, luck = scenario(), any_luck("paper")
    mild = [m.id for m in s.measures if not m.restrictive]
    for _ in range(100):
        draft = {k: c for k, c in random_draft(s, luck, swaps=False).items() if k not in mild}
        assert pressure.paper_of(s, draft) >= pressure.paper_of(s, {})


@pytest.mark.parametrize("measure", [COAL, "crude_oil", "mineral_metal_exports"])
def test_each_level_of_a_trade_measure_stops_at_least_as_much_as_the_one_below(measure):
    top = scenario().measure(measure).top
    stopped = [pressure.paper_of(scenario(), text(**{measure: n})) for n in range(top + 1)]

    assert stopped == sorted(stopped)
    assert stopped[-1] > stopped[0]


def test_pressure_at_the_border_is_never_more_than_on_paper():
    luck = any_luck("border")
    for _ in range(20):
        draft = random_draft(scenario(), luck)
        for world, crossing in months(draft):
            assert 0 <= crossing.enforced <= crossing.paper <= 1000
            assert all(now >= 0 for now in world.flows.values())


def months(draft, stock=46):
    """Return the year after a text that all members voted for."""
    s = scenario()
    return pressure.if_adopted(s, pressure.settled(s), draft, 60, stock, 12)


def test_china_is_the_enforcer_that_matters_most():
    shares = {e.id: e.share for e in scenario().enforcers}
    china = next(e.id for e in scenario().enforcers if e.seat == "CHN")

    assert shares[china] == max(shares.values())
    assert sum(shares.values()) == 1000


@pytest.mark.parametrize("ballot", [Ballot.ABSTAIN, Ballot.NOT_PARTICIPATING, Ballot.ABSENT])
def test_a_member_that_did_not_vote_for_a_text_enforces_it_less(ballot):
    willing, other = after({}), after({"CHN": ballot})
    china = next(e.id for e in scenario().enforcers if e.seat == "CHN")

    assert enforced(other).will[china] < enforced(willing).will[china]
    assert sum(enforced(other).enforced) <= sum(enforced(willing).enforced)


def test_a_narrow_reading_in_the_explanation_is_remembered_at_the_border():
    wide, narrow = after({}, {"CHN": "wide"}), after({}, {"CHN": "narrow"})

    plain = after({}, {})
    pushes = [aftermath.pushes(state)["china"] for state in (narrow, plain, wide)]
    assert pushes == [pushes[1] - 40, pushes[1], pushes[1] + 20]
    assert enforced(narrow).will["china"] < enforced(wide).will["china"]


def test_a_season_begins_at_what_is_in_force_and_nothing_else():
    """What the texts before have closed has long come to be felt on the first day."""
    s = scenario("resolution_2397")
    settled = pressure.settled(s)
    again = pressure.if_adopted(s, settled, None, 60, 46, 1)[0][0]

    assert settled.flows["coal"] < 300
    assert all(abs(now - again.flows[id]) < 60 for id, now in settled.flows.items())


def test_a_failed_text_changes_nothing_at_the_border():
    failed = after({"CHN": Ballot.NO})

    assert aftermath.final_draft(failed) == {}
    (paper,) = set(enforced(failed).paper)
    assert paper == pressure.if_adopted(scenario(), failed.abroad, None, 0, 46, 1)[0][1].paper


# -- the target


def likely(id="resolution_2270", seen=()):
    """Return what the target may do after the recorded text, by these signs, per mille."""
    s = scenario(id)
    found = pressure.outlook(s, pressure.settled(s), text(**s.record), 15, 60, s.stock)
    return expected(s.target, found.world, found.outside, found.enforced, seen)


def test_the_odds_of_all_responses_are_a_thousand_to_rounding():
    clues = [c.id for c in scenario().target.clues]
    for seen in ((), clues[:1], clues[3:6]):
        odds = likely(seen=seen)
        assert abs(sum(odds.values()) - 1000) <= len(odds)
        assert min(odds.values()) >= 0


def test_a_sign_that_one_plan_never_leaves_rules_it_out():
    target = scenario().target
    for clue in target.clues:
        odds = doctrine_odds(target, (clue.id,))
        for plan in target.doctrines:
            assert bool(odds[plan.id]) is bool(clue.weights.get(plan.id, 0))


def test_no_plan_is_given_away_by_a_single_sign():
    """A sign makes a plan likelier; certainty takes more."""
    for clue in scenario().target.clues:
        odds = doctrine_odds(scenario().target, (clue.id,))
        assert sum(weight > 0 for weight in odds.values()) >= 2, clue.id


@pytest.mark.parametrize("step", ["nuclear_test", "satellite", "irbm"])
def test_signs_of_a_large_step_make_it_likelier_than_others_do(step):
    clues = scenario().target.clues
    loud = [c.id for c in clues if c.plans.get(step, 0) >= 4][:2]

    assert likely(seen=loud)[step] > 2 * likely()[step]


def test_every_response_can_come_under_some_plan():
    """With a programme that is far, after enough of a road, in a world that draws there."""
    for id in IDS:
        target = scenario(id).target
        for response in target.responses:
            world = drawn_to(target, response)
            points = [
                sum(
                    mind.points(target, evolve(world, doctrine=dealt), Outside(), 500)[
                        response.id
                    ].values()
                )
                for dealt in (
                    {d.id: int(d.id == own.id) for d in target.doctrines}
                    for own in target.doctrines
                )
            ]
            assert max(points) > 0, response.id


def drawn_to(target, response):
    """Return a world in which all that draws the target to a response is at its highest."""
    world = pressure.settled(scenario())
    gauges = {id: 1000 * (response.leans.get(id, 0) > 0) for id in world.gauges}
    stance = mind.step_of(target, response.after) if response.after else 0
    ends = response.leads and not mind.step_of(target, response.leads)
    return evolve(
        world,
        gauges=gauges | {"programme": 1000},
        quiet=60 * (response.leans.get("quiet", 0) > 0),
        stirred=1000 * (response.leans.get("adopted", 0) > 0),
        united=1000 * (response.leans.get("unity", 0) > 0),
        stance=max(stance, int(bool(ends))),
    )


def test_an_act_moves_the_ladder_up_and_only_quiet_months_lower_it():
    for seed in range(1, 5):
        game = played("resolution_2270", seed)
        for before, action, later in game.moves():
            was, now = (x.indicators.get("escalation", 0) for x in (before, later))
            if now < was:
                assert before.record.followup.month < later.record.followup.month or (
                    later.phase is Phase.OVER or later.stage != before.stage
                )
            if isinstance(action, Respond):
                assert later.abroad.escalation >= action.found(later.scenario).rung


# -- voices, the trade, scores


@pytest.mark.parametrize("id", IDS)
def test_after_every_sitting_four_voices_speak_and_the_trade_is_named(id):
    for seed in range(1, 5):
        log = played(id, seed).end.log

        assert [e.who for e in log if isinstance(e, VoiceHeard)] == list(aftermath.VOICES)
        assert len([e for e in log if isinstance(e, TradeNamed)]) == 1


RELIEF = Notice("relief", "crates")
BROUGHT = {
    "tests": {"acts": ((1, "nuclear_test"),)},
    "launches": {"acts": ((1, "irbm"),)},
    "quiet": {"acts": ((1, "rhetoric"),)},
    "relief": {"acts": ((1, "short_range"),), "notices": (evolve(RELIEF, status="passed"),)},
    "held": {"acts": ((1, "short_range"),), "notices": (evolve(RELIEF, status="held"),)},
    "won": {"acts": ((1, "short_range"),), "won": tuple("abcdef")},
}


@pytest.mark.parametrize("came", BROUGHT)
def test_what_the_months_brought_is_told_by_what_was_done_in_them(came):
    end = after({})
    plain = {"acts": (), "notices": (), "won": (), "findings": (), "suspension": None}
    now = evolve(end.record.followup, **plain | BROUGHT[came])
    record = evolve(end.record, followup=now)
    world = evolve(end.abroad, stance=0, gauges={**end.abroad.gauges, "hardship": 300})
    ended = evolve(end, record=record, abroad=world)

    # Nobody stands on the road to talks, and no suspension does.
    assert {it for it in CAME if course.brought(it, ended)} == {came, "apart"}


def test_hunger_and_talks_are_read_from_the_world():
    end = after({})

    def asked(came, hardship, stance):
        world = evolve(end.abroad, stance=stance, gauges={"hardship": hardship})
        return course.brought(came, evolve(end, abroad=world))

    assert [asked("hunger", n, 0) for n in (300, 349, 350)] == [False, False, True]
    assert [asked("talks", 300, n) for n in (0, 2)] == [False, True]


def test_where_shots_were_exchanged_the_town_speaks_of_it():
    end = shots_exchanged().end
    lines = {e.who: end.scenario.voices[e.line] for e in end.log if isinstance(e, VoiceHeard)}

    assert lines["town"].came == "tests"
    assert lines["against"].came == "tests"


def test_a_title_is_given_for_the_pressure_on_paper_that_the_months_show():
    end = after({})
    (named,) = [e for e in end.log if isinstance(e, TradeNamed)]
    (months,) = [e for e in end.log if isinstance(e, Enforced)]
    low, high = end.scenario.trades[named.line].paper

    assert named.paper == months.paper[-1]
    assert low <= named.paper // 10 <= high


def test_a_title_that_speaks_of_a_clause_is_given_only_where_it_stands():
    end, number = after({}), Trade("A figure", "", measure=COAL, at_least=4, at_most=4)
    other, level = (
        Trade("No figure", ""),
        opinion.level_of(end.scenario, aftermath.final_draft(end), COAL),
    )
    here = evolve(number, at_least=level, at_most=level)

    def title(*trades):
        told = aftermath.conclude(evolve(end, scenario=evolve(end.scenario, trades=trades)))
        return trades[told.log[-1].line].title

    assert level != 4
    assert title(number, other) == "No figure"
    assert title(here, other) == "A figure"


def test_a_failed_sitting_has_its_voices_and_its_name_too():
    vetoed = after({"CHN": Ballot.NO})
    empty = idle(in_consultations(scenario()), lambda s: s.phase is Phase.OVER)
    for end in (vetoed, empty):
        assert [e.who for e in end.log if isinstance(e, VoiceHeard)] == list(aftermath.VOICES)
        (named,) = [e for e in end.log if isinstance(e, TradeNamed)]
        assert scenario().trades[named.line].adopted is False


def test_aims_met_make_up_the_score():
    end = after({})
    s = scenario()
    for seat, points in engine.score(end).items():
        aims = s.briefs[seat].aims
        got = sum(a.weight for a in aims if aftermath.met(end, seat, a))
        whole = sum(a.weight for a in aims)
        crossed = [
            r
            for r in opinion.own_reasons(
                s, seat, end.dealt[seat].variant, aftermath.final_draft(end), end.record.stock
            )
            if r.key == "red_line"
        ]
        assert points == 100 * got // whole - 25 * len(crossed)


def test_at_the_last_rung_of_the_ladder_everybody_loses_alike():
    end = shots_exchanged().end
    (told,) = [e for e in end.log if isinstance(e, NobodyWon)]
    below = tuple((m, "icbm" if id == "border_clash" else id) for m, id in end.record.followup.acts)
    months = evolve(end.record.followup, acts=below)
    kept = evolve(end, record=evolve(end.record, followup=months))

    assert told.points == scenario().target.shared_loss > 0
    assert told.responses[0] == "border_clash"
    lost = {
        seat: aftermath.score(kept)[seat] - points for seat, points in engine.score(end).items()
    }
    assert set(lost.values()) == {told.points}


def test_below_the_last_rung_nobody_is_told_of_a_loss():
    quiet = after({})

    assert quiet.indicators["escalation"] < 5
    assert not [e for e in quiet.log if isinstance(e, NobodyWon)]


def test_without_a_text_no_aim_about_adoption_is_met():
    end = idle(in_consultations(scenario()), lambda s: s.phase is Phase.OVER)
    for seat, brief in scenario().briefs.items():
        for aim in brief.aims:
            if aim.outcome and aim.outcome not in AFTERWARDS:
                assert not aftermath.met(end, seat, aim)


def test_nobody_has_a_score_before_the_end():
    for state in played("resolution_2270", 1).states[::60]:
        if state.phase is not Phase.OVER:
            assert engine.observe(state, "CHN").scores == {}


def test_a_sponsor_that_then_votes_no_has_broken_its_word():
    state = turn_of(in_consultations(scenario()), "SEN")
    state = voted(play(state, CoSponsor("SEN")), {"SEN": Ballot.NO})

    assert state.record.phrases["SEN"] is Phrase.SUPPORTS
    assert [e.seat for e in state.log if type(e).__name__ == "WordBroken"] == ["SEN"]


def test_a_year_at_the_border_does_not_depend_on_the_order_of_enforcers():
    turned = evolve(scenario(), enforcers=tuple(reversed(scenario().enforcers)))
    draft, start = text(**scenario().record), pressure.settled(scenario())
    here = pressure.if_adopted(scenario(), start, draft, 60, 46, 12)
    there = pressure.if_adopted(turned, start, draft, 60, 46, 12)

    assert [world.flows for world, _ in here] == [world.flows for world, _ in there]


def test_a_weaker_verb_meets_no_aim_that_asks_for_the_level():
    s = scenario()
    aim = Aim("cargo_inspection", at_least=4)
    own = opinion.text_of({"cargo_inspection": 4})
    softened = {"cargo_inspection": Clause("cargo_inspection", 4, "encourages")}

    assert lint.meets(s, own, aim)
    assert not lint.meets(s, softened, aim)


@pytest.mark.parametrize("id", ["resolution_2270", "resolution_2375", "campaign_2016_2017"])
def test_at_the_end_the_last_month_is_over_and_nothing_waits_before_the_committee(id):
    end = played(id, 2).end

    assert end.abroad.month == end.record.followup.month > 0
    assert not end.record.followup.open_notices


def test_outside_nobody_knows_what_a_report_of_the_experts_is_about_before_it_is_out():
    state = played("resolution_2270", 3).end
    sent = (Notice("publish", "coal"), Notice("publish", "refined", status="passed"))
    told = NoticeDecided("publish", "coal", "", "CHN")
    now = evolve(state.record, followup=evolve(state.record.followup, notices=sent))
    state = evolve(state, phase=Phase.ECHO, record=now, log=(*state.log, told))

    for seat in ("", TARGET):
        o = engine.observe(state, seat)
        assert [n.item for n in o.record.followup.notices] == ["", "refined"]
        assert o.log[-1].item == ""
    assert engine.observe(state, "USA").record.followup.notices == sent
