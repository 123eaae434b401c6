"""Summer 2001, which the record does not have: what stands, who may break it off, what holds."""

from functools import cache

import pytest
from attrs import evolve

from game import ai, engine, words
from game.content import load_scenario
from game.engine import aftermath, chain, opinion, standstill
from game.engine.abroad import acts
from game.engine.abroad.world import Outside
from game.engine.actions import Press, Resume, Suspend
from game.engine.course import came_about
from game.engine.events import SuspensionSettled, VoiceHeard
from game.engine.followup import CAMPAIGN, COMMITTEE, price_of
from game.engine.record import Dealt
from game.engine.terms import TARGET, Phase
from tests.build import play_on, played, scenario

NO_TALKS = ("no_talks", "nothing_to_say")
WANT_TALKS = ("broad_agenda", "where_they_were_left")
SEEDS = range(1, 25)


def s():
    return scenario("broken_talks_2001")


@cache
def at_the_half(seed):
    """Return a game at the point where the capital can break off what stands, if it still does."""
    first = load_scenario("broken_talks_2001_2006")

    def mine(state):
        return (state.stage, state.queue[:1]) == (CAMPAIGN, ("USA",))

    return play_on(engine.new_game(first), seed, until=mine).end


def standing():
    """Return the first such game in which what was agreed has held so far."""
    return next(at_the_half(seed) for seed in SEEDS if at_the_half(seed).record.followup.suspended)


def hand(state, variant):
    """Return a state in which the capital was sent other instructions."""
    dealt = evolve(state.dealt["USA"], variant=variant, cables=())
    return evolve(state, dealt={**state.dealt, "USA": dealt})


def step(state):
    return state.scenario.target.steps[state.abroad.stance].id


@pytest.mark.parametrize(
    ("month", "president"),
    [("05", "USA"), ("06", "BGD"), ("07", "CHN"), ("08", "COL"), ("09", "FRA")],
)
def test_presidents_of_2001_follow_the_english_alphabet(month, president):
    """Source: rule 18; presidencies of the Security Council in 2001, un.org."""
    assert s().presidency[f"2001-{month}"] == president


# -- what stands


def test_what_was_agreed_in_1994_stands_when_the_sitting_opens():
    """Source: Agreed Framework of 21 October 1994; word on launches of September 1999."""
    state = engine.new_game(s())

    assert step(state) == "freeze"
    assert state.record.followup.suspended
    assert state.abroad.paused == 1


def test_it_does_not_stand_in_january_2003():
    state = engine.new_game(scenario("withdrawal_2003"))

    assert step(state) == "none"
    assert state.record.followup.suspension is None


def test_only_the_capital_whose_exercise_it_is_can_break_it_off():
    state = standing()

    assert engine.refusal(state, Resume("USA")) is None
    assert engine.refusal(evolve(state, queue=("CHN",)), Resume("CHN")).key == "no_suspension"
    assert engine.refusal(state, Suspend("USA", "CHN")).key == "suspension_stands"


# -- breaking it off


def test_breaking_off_ends_the_road_and_costs_trust_and_credibility():
    before = standing()
    after = engine.apply(before, Resume("USA"))
    effect = before.scenario.season.standstill.effect

    assert step(before) == "freeze"
    assert step(after) == "none"
    assert after.indicators["trust"] < before.indicators["trust"]
    assert after.indicators["threat"] == before.indicators["threat"] + effect["threat"]
    assert after.record.trust("USA") < before.record.trust("USA")
    assert came_about("talks", before)
    assert came_about("apart", after)


@pytest.mark.parametrize("adopted", [True, False])
def test_after_a_break_voices_speak_of_a_contact_and_of_no_seals(adopted):
    """Seals and inspectors were of the freeze; what came back was a line through a hotel."""
    broken = engine.apply(standing(), Resume("USA"))
    now = evolve(broken.abroad, stance=1)
    tally = evolve(broken.tally, adopted=adopted) if broken.tally else None
    state = evolve(broken, abroad=now, tally=tally)
    over = aftermath.conclude(state)
    said = [words.say(e, over.scenario) for e in over.log if isinstance(e, VoiceHeard)]

    assert step(state) == "contact"
    assert came_about("talks", state)
    assert len(said) == 4
    assert not [line for line in said if {"seal", "inspector"} & set(plain(line))]


def plain(line):
    """Return the words of a line in the singular, without their signs."""
    return [word.strip('.,;:"').rstrip("s") for word in line.lower().split()]


def test_a_rejection_calls_no_measures_hostile_where_a_text_has_none():
    said = next(r.text for r in s().target.responses if r.id == "rhetoric")

    assert "hostile" in said
    assert "measure" not in plain(said)


def test_what_follows_is_told_in_the_words_of_the_crisis():
    state = standing()
    after = engine.apply(state, Resume("USA"))
    told = [words.say(e, state.scenario) for e in after.log[len(state.log) :]]

    assert any(state.scenario.season.standstill.ended in line for line in told)
    assert any(isinstance(e, SuspensionSettled) and e.breaker == "USA" for e in after.log)


def test_the_target_can_break_it_too_and_loses_no_credibility_by_it():
    state = standing()
    after = standstill.break_off(state, TARGET)

    assert after.record.followup.suspension.breaker == TARGET
    assert after.record.credibility == state.record.credibility
    assert after.indicators["threat"] == state.indicators["threat"]


@pytest.mark.parametrize("variant", NO_TALKS)
def test_a_capital_that_wants_no_talks_breaks_them_off(variant):
    o = engine.observe(hand(standing(), variant), "USA")

    assert ai.season.act(o) == Resume("USA")


@pytest.mark.parametrize("variant", WANT_TALKS)
def test_a_capital_that_wants_talks_keeps_its_word(variant):
    o = engine.observe(hand(standing(), variant), "USA")

    assert ai.season.act(o) != Resume("USA")


def test_no_long_missile_comes_between_a_freeze_and_its_end():
    """Source: no launch of longer range is on record between August 1998 and July 2006."""
    state = standing()
    ruled_out = {"medium_range", "irbm", "icbm", "satellite", "nuclear_test"}
    found = {r.id for r in s().target.responses if standstill.breaks(s(), state.abroad, r)}

    assert found == ruled_out


def test_a_freeze_slows_the_programme_and_inspection_stops_it():
    target, world = s().target, engine.new_game(s()).abroad
    steps = [it.id for it in target.steps]

    def gained(id):
        now = evolve(world, stance=steps.index(id), gauges={**world.gauges, "drive": 1000})
        then = acts.dawn(target, now, Outside(), 0)
        return then.gauges["programme"] - now.gauges["programme"]

    assert gained("none") > gained("freeze") > gained("inspection") == 0


# -- aims of one hand


def test_hands_of_the_same_capital_want_opposite_things():
    def outcomes(variant):
        found = opinion.wanted_by(s(), "USA", Dealt(variant, 0, ""))
        return {it.aim.outcome for it in found}

    assert all("apart" in outcomes(v) and "talks" not in outcomes(v) for v in NO_TALKS)
    assert all("talks" in outcomes(v) and "apart" not in outcomes(v) for v in WANT_TALKS)


def test_nobody_is_told_what_only_one_hand_of_another_wants():
    state = hand(standing(), "no_talks")
    own, other = (engine.observe(state, seat) for seat in ("USA", "IRL"))
    aims = [engine.bargain.aims_of(o, "USA") for o in (own, other)]

    assert {a.outcome for a in aims[0]} - {a.outcome for a in aims[1]} >= {"apart"}


# -- what comes of it


def adopted(end):
    return bool(end.tally and end.tally.adopted)


def ends(*variants):
    games = (played("broken_talks_2001", seed).end for seed in SEEDS)
    return [end for end in games if end.dealt["USA"].variant in variants]


def test_there_is_a_text_in_some_games_and_none_in_others():
    found = [adopted(end) for end in ends(*NO_TALKS, *WANT_TALKS)]

    assert len(found) == len(SEEDS)
    assert len(found) // 4 < sum(found) < len(found)


def test_who_wants_no_talks_sees_no_text_that_asks_for_them_against_its_vote():
    """Who is asked for more than it can bear has a veto, unless it is barred from the vote."""
    for end in ends("nothing_to_say"):
        if adopted(end) and "USA" not in end.barred:
            text = end.version(end.blue).clauses
            assert opinion.level_of(s(), text, "talks_resumed") <= 1


def test_who_wants_none_can_win_it_and_who_wants_them_can():
    for variants, outcome in ((NO_TALKS, "apart"), (WANT_TALKS, "talks")):
        found = [came_about(outcome, end) for end in ends(*variants)]
        assert sum(found) * 2 > len(found) > 3


def test_breaking_off_leads_to_the_treaty_that_is_left_and_a_freeze_that_holds_does_not():
    """A quiet line alone is no freeze. Source: announcement of 10 January 2003."""
    campaign = load_scenario("broken_talks_2001_2006").campaign
    first, steps = evolve(s(), campaign=campaign), [step.id for step in s().target.steps]
    came = {}
    for end in (played("broken_talks_2001", seed).end for seed in SEEDS):
        over = evolve(end, scenario=first, phase=Phase.OVER)
        frozen = end.abroad.stance >= steps.index("freeze")
        held = "apart" if came_about("apart", end) else "freeze" if frozen else "less"
        came.setdefault(held, []).append(chain.following(over).scenario.id)

    assert set(came["apart"]) == {"withdrawal_2003"}
    assert set(came["freeze"]) == {"resolution_1695"}
    assert len(came["freeze"]) >= 5


# -- what lies in whose hands


@pytest.mark.parametrize(
    ("prospect", "hands"),
    [("certificate", {"USA"}), ("fuel_oil_stops", {"FRA", "IRL", "GBR", "USA"})],
)
def test_what_had_been_promised_is_kept_back_by_those_who_promised_it(prospect, hands):
    """One capital certifies; on the consortium's board sat two States of Asia, which are no
    members here, the United States and, for the members of the Union, Euratom.

    Source: NTI, Korean Peninsula Energy Development Organization.
    """
    state = at_the_half(1)
    can = {seat for seat in s().seats if Press(seat, prospect).refusal(state) is None}

    assert can == hands


def test_who_can_only_watch_is_told_in_whose_hands_it_is():
    refusal = Press("NOR", "certificate").refusal(at_the_half(1))

    assert words.why(refusal, s()) == "Only the United States can do that"


def test_nobody_has_to_be_won_for_what_lies_in_ones_own_hands():
    """So its price is the same at any stock of provocation; that of others falls as it grows."""
    season = s().season
    own, others = season.prospect("certificate"), season.prospect("freighter")

    assert {price_of(own, stock) for stock in (0, 46, 130)} == {own.price}
    assert price_of(others, 0) > others.price > price_of(others, 130) - 1 >= 0


@pytest.mark.parametrize("seed", SEEDS)
def test_no_computer_works_at_what_lies_in_others_hands(seed):
    played_on = play_on(at_the_half(seed), seed, until=lambda state: state.stage == COMMITTEE).end
    pressed = [e for e in played_on.log if isinstance(e, Press)]
    found = {p.id: p.by for p in s().season.prospects}

    assert all(not found[e.prospect] or e.seat in found[e.prospect] for e in pressed)
