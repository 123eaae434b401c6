"""An explanation of vote is held against reports; words on a failed text are of their own kind."""

import pytest
from attrs import evolve

from game import ai, engine, words
from game.ai import explaining as explaining_ai
from game.ai import season
from game.content import load_scenario
from game.engine import chain, leaving, pressure, settlement
from game.engine.actions import NARROW, Explain, Report, narrowable, readings
from game.engine.actions.terms import pledge_of
from game.engine.events import PledgeSettled, ReadingBroken
from game.engine.followup import COMMITTEE
from game.engine.record import Grievance, Term
from game.engine.terms import Ballot, Phase
from game.ui.bindings import DEFAULTS
from game.ui.describe import texts
from game.ui.messages import House, Picks
from game.ui.preferences import Preferences
from game.ui.voting.raising import raising
from game.words.afterwards import left
from game.words.readings import consequence
from tests.build import idle, in_blue, in_consultations, scenario, turn_of, voted


def explaining(ballots=None, pledges=(), of=None):
    """Return a sitting whose vote is counted, before anybody has explained one."""
    state = in_consultations(of or scenario())
    kept = (*state.record.pledges, *pledges)
    state = evolve(state, record=evolve(state.record, pledges=kept))
    state = voted(state, ballots or {})
    return idle(state, lambda now: now.stage == "explaining")


def said(state, readings):
    """Let everybody explain its vote; who is not named says nothing."""
    while state.stage == "explaining":
        seat = engine.actor(state)
        state = engine.apply(state, Explain(seat, readings.get(seat, "")))
    return state


def reported(state, reports):
    """Let everybody report; who is not named does so in full. Return the end of the sitting."""
    state = idle(state, lambda now: now.stage == COMMITTEE and _is_due(now))
    while state.stage == COMMITTEE:
        seat = engine.actor(state)
        state = engine.apply(state, Report(seat, reports.get(seat, "full")))
    return state


def _is_due(state):
    seat = engine.actor(state)
    return engine.refusal(state, Report(seat, "full")) is None


def broken(state):
    return [e.seat for e in state.log if isinstance(e, ReadingBroken)]


@pytest.mark.parametrize("kind", ["short", "none"])
def test_who_called_the_text_a_duty_is_held_to_a_full_report(kind):
    end = reported(said(explaining(), {"JPN": "wide", "ESP": "talks"}), {"JPN": kind, "ESP": kind})

    assert broken(end) == ["JPN"]
    assert end.record.trust("ESP") - end.record.trust("JPN") == 15


def test_a_full_report_keeps_what_was_said():
    end = reported(said(explaining(), {"JPN": "wide"}), {})

    assert broken(end) == []
    assert end.record.trust("JPN") == 100


def enforced():
    return pledge_of(Term("enforce"), "CHN", "USA")


def settled(state):
    return [(e.by, e.kept) for e in state.log if isinstance(e, PledgeSettled) and e.by == "CHN"]


@pytest.mark.parametrize(("kind", "kept"), [("full", True), ("short", False)])
def test_a_promise_to_enforce_is_settled_when_reports_are_in(kind, kept):
    """A yes and a wide reading leave it open; the report keeps or breaks it, and once."""
    state = said(explaining(pledges=(enforced(),)), {"CHN": "wide"})
    assert settled(state) == []

    end = reported(state, {"CHN": kind})
    assert settled(end) == [("CHN", kept)]
    assert broken(end) == []
    assert end.record.trust("CHN") == (100 if kept else 85)


def test_a_promise_to_enforce_is_broken_at_once_by_another_reading():
    state = said(explaining(pledges=(enforced(),)), {"CHN": "narrow"})

    assert settled(state) == [("CHN", False)]


def test_a_promise_to_enforce_is_let_go_with_a_text_that_failed():
    state = said(explaining({"FRA": Ballot.NO}, pledges=(enforced(),)), {"CHN": "regret"})

    assert settled(state) == []
    assert state.record.pledges[-1].status == "void"


def test_a_text_that_failed_is_regretted_or_it_is_said_why_and_is_not_read():
    state = explaining({"FRA": Ballot.NO, "SEN": Ballot.ABSTAIN})
    for seat, fits in (("FRA", "why"), ("SEN", "why"), ("USA", "regret")):
        there = idle(state, lambda now, seat=seat: engine.actor(now) == seat)
        legal = {a.reading for a in engine.legal_actions(there) if isinstance(a, Explain)}
        assert legal == {fits, ""}


def test_an_adopted_text_is_read_and_not_regretted():
    state = explaining()

    assert engine.refusal(state, Explain(engine.actor(state), "regret")).key == "not_to_be_read"
    assert engine.refusal(state, Explain(engine.actor(state), "talks")) is None


@pytest.mark.parametrize(("reading", "change"), [("wide", 20), ("narrow", -40), ("talks", 0)])
def test_the_reading_of_who_enforces_moves_its_own_readiness(reading, change):
    s = scenario()
    ballots = dict.fromkeys(s.seats, Ballot.YES)
    border = next(e.id for e in s.enforcers if e.seat == "CHN")
    plain, read = (pressure.pushes(s, ballots, said) for said in ({}, {"CHN": reading}))

    assert read[border] - plain[border] == change


# -- what a veto leaves to the next sitting


def after_a_veto(readings):
    state = explaining({"FRA": Ballot.NO}, of=load_scenario("campaign_2016_2017"))
    end = idle(said(state, readings), lambda now: now.phase is Phase.OVER)
    return {g for g in chain.following(end).record.grievances if g.kind == "veto"}


def test_an_unexplained_veto_is_held_against_who_cast_it_by_whose_draft_it_was():
    assert after_a_veto({}) == {Grievance("USA", "FRA", kind="veto")}


def test_a_veto_that_was_explained_is_not():
    assert after_a_veto({"FRA": "why"}) == set()


def test_who_regrets_a_failure_holds_the_veto_against_who_cast_it():
    held = after_a_veto({"FRA": "why", "JPN": "regret"})

    assert held == {Grievance("JPN", "FRA", kind="veto")}


def test_nobody_is_held_to_a_reading_before_reports_are_due():
    state = said(explaining(), {"JPN": "wide"})

    assert settlement.hold_to_readings(state) == state


def test_words_on_a_failed_text_are_for_the_record():
    state = explaining({"FRA": Ballot.NO})
    seat = engine.actor(state)
    o = engine.observe(state, seat)
    act = explaining_ai.after(o)

    assert act == Explain(seat, "why" if seat == "FRA" else "regret")
    assert ai.why(o, act).key == "on_record"


def test_a_computer_that_called_the_text_a_duty_reports_more_than_it_would_have():
    state = said(explaining(), dict.fromkeys(scenario().seats, "wide"))
    state = idle(state, lambda now: now.stage == COMMITTEE and _is_due(now))
    found = [engine.observe(state, seat) for seat in scenario().seats]
    more = [o for o in found if (season.report(o, held=True), season.report(o, held=False)) in MORE]
    held = next(o for o in more if season.report(o, held=True) == "full")

    assert more
    assert ai.why(held, Report(held.seat, "full")).key == "said_so"


MORE = (("full", "short"), ("full", "none"), ("short", "none"))


# -- a narrow reading of one clause


def test_a_narrow_reading_names_a_clause_that_the_text_adds():
    state = explaining()
    seat, text = engine.actor(state), state.draft(state.blue).clauses
    named = {a.measure for a in engine.legal_actions(state) if isinstance(a, Explain)} - {""}

    assert named == set(narrowable(state.scenario, text))
    absent = next(m.id for m in state.scenario.measures if m.id not in text)
    assert engine.refusal(state, Explain(seat, NARROW, measure=absent)).key == "not_in_text"
    wide = Explain(seat, "wide", measure=min(named))
    assert engine.refusal(state, wide).key == "names_no_clause"
    unknown = Explain(seat, NARROW, measure="nothing")
    assert engine.refusal(state, unknown).key == "unknown_measure"


def narrowing(state, seat):
    """Let one seat read the first clause of the text narrowly, and others say nothing."""
    while state.stage == "explaining":
        now = engine.actor(state)
        clause = narrowable(state.scenario, state.draft(state.blue).clauses)[0]
        act = Explain(now, NARROW, measure=clause) if now == seat else Explain(now, "")
        state = engine.apply(state, act)
    return state, clause


def test_the_clause_that_was_named_is_kept_and_told():
    state, clause = narrowing(explaining(), "CHN")
    name = words.measure(state.scenario, clause)
    said = next(e for e in state.log if isinstance(e, Explain) and e.measure)
    last = leaving.left_by(state)

    assert name in words.say(said, state.scenario)
    assert (last.readings, last.narrowed) == ({"CHN": NARROW}, {"CHN": clause})
    assert f"China (on {name})" in " ".join(left(state.scenario, last))


def test_a_later_reading_that_names_no_clause_takes_the_clause_back():
    state = turn_of(in_meeting(), "CHN")
    clause = narrowable(state.scenario, state.draft(state.blue).clauses)[0]
    state = engine.apply(state, Explain("CHN", NARROW, measure=clause))
    after = idle(state, lambda now: now.stage == "explaining" and engine.actor(now) == "CHN")

    assert engine.observe(state, "FRA").narrowed == {"CHN": clause}
    assert engine.apply(after, Explain("CHN", "")).narrowed == {"CHN": clause}
    assert engine.apply(after, Explain("CHN", NARROW)).narrowed == {}


def in_meeting():
    """Return the floor before a vote that carries."""
    state = idle(in_blue(in_consultations(scenario())), lambda now: now.stage == "floor")
    return turn_of(state, "CHN")


def test_a_computer_names_the_clause_that_costs_it_most():
    """It has promised a narrow reading."""
    promised = pledge_of(Term("statement", item=NARROW), "CHN", "RUS")
    o = engine.observe(explaining(pledges=(promised,)), "CHN")
    act = explaining_ai.after(o)
    costs = [explaining_ai.cost(o, id) for id in narrowable(o.scenario, o.text(o.blue))]

    assert act.reading == NARROW
    assert explaining_ai.cost(o, act.measure) == min(costs) < max(costs)


@pytest.mark.parametrize("id", ["resolution_2270", "hwasong_14", "iran_2010"])
def test_each_seat_is_told_what_a_reading_does_for_it_and_for_no_other(id):
    """Who keeps border posts moves them; of the rest it is said that it moves nothing there."""
    state = explaining(of=scenario(id))
    s, ballots, moved = state.scenario, state.tally.ballots, set()
    for seat in s.seats:
        o = engine.observe(state, seat)
        silent = pressure.pushes(s, ballots, {})
        for reading in readings(state, seat):
            told = consequence(o, reading)
            acts = pressure.pushes(s, ballots, {seat: reading}) != silent
            assert ("readiness" in told) is acts
            assert not (acts and "oves nothing" in told)
            moved |= {seat} if acts else set()
        quiet = seat not in s.permanent and seat not in moved
        assert ("Moves nothing" in consequence(o, "narrow")) is quiet

    assert moved == {e.seat for e in s.enforcers if e.seat in s.seats}
    assert len(moved) < len(s.seats)


def test_the_sheet_that_asks_for_an_explanation_says_of_each_reading_what_it_does():
    state = in_blue(in_consultations(scenario()))
    state = idle(state, lambda now: now.stage == "floor" and engine.actor(now) == "UKR")
    o = engine.observe(state, "UKR")
    house = House(keys=DEFAULTS, preferences=Preferences(still=True))
    told = " ".join(texts(raising(o, Picks({"raise": "explain"}, house))))

    assert "hold you to the reading" not in told
    for reading in readings(state, "UKR"):
        assert consequence(o, reading) in told
