"""A veto costs standing: the number that holds a capital back is the number the score loses."""

from datetime import date

from attrs import evolve

from game import engine, words
from game.engine import council, opinion
from game.engine.actions import CastVote, Table
from game.engine.events import AssemblyDebate, BeatOpened, Missed, Tally, VetoPaid
from game.engine.floor import counted
from game.engine.record import RIVALS, Clause, Record
from game.engine.terms import Ballot, Phase, Phrase
from game.words import procedure
from tests.build import (
    at_vote,
    idle,
    in_blue,
    in_consultations,
    play,
    scenario,
    turn_of,
    vetoed_in_2022,
    voted,
)

AGAINST = dict.fromkeys(("FRA",), Ballot.NO)


def after(ballots, phrases=None):
    """Return the end of a sitting whose text in blue was voted on so, after these phrases."""
    state = in_consultations(scenario())
    state = in_blue(state)
    state = evolve(state, record=evolve(state.record, phrases=phrases or {}))
    return idle(voted(state, ballots), lambda now: now.phase is Phase.OVER)


def paid(state):
    return {e.seat: e for e in state.log if isinstance(e, VetoPaid)}


def test_a_lone_veto_costs_the_score_what_holds_a_capital_back():
    s = scenario()

    end, without = after(AGAINST), after({"SEN": Ballot.NO})
    price = opinion.veto_price(s, Record(), "FRA")
    assert opinion.refuses_below(s, Record(), "FRA") == s.briefs["FRA"].no_at - price
    assert end.record.vetoes == {"FRA": price}
    assert paid(end)["FRA"].points == price > 0
    assert without.record.vetoes == {}
    evened = evolve(end, record=evolve(end.record, vetoes={}))
    assert engine.score(evened)["FRA"] - engine.score(end)["FRA"] == price


def test_two_vetoes_cost_each_less_than_one_alone():
    alone = after({"RUS": Ballot.NO})
    both = after({"RUS": Ballot.NO, "CHN": Ballot.NO})

    assert both.record.vetoes["RUS"] < alone.record.vetoes["RUS"]
    assert both.record.vetoes["CHN"] == both.record.vetoes["RUS"]
    assert paid(both)["RUS"].beside == ("CHN",)


def test_a_veto_against_a_text_that_all_others_wanted_costs_more():
    s = scenario()
    others = {seat: Phrase.GOES_ALONG for seat in s.seats if seat != "CHN"}
    one_silent = {seat: said for seat, said in others.items() if seat != "SEN"}

    wanted, plain = after({"CHN": Ballot.NO}, others), after({"CHN": Ballot.NO}, one_silent)
    price = s.briefs["CHN"].veto_price
    assert plain.record.vetoes["CHN"] == price
    assert wanted.record.vetoes["CHN"] == price + price // 2
    assert paid(wanted)["CHN"].wanted is True


def test_a_no_that_decides_nothing_costs_nothing():
    """Fewer than nine in favour fail without a veto, whoever votes against."""
    end = voted(in_consultations(scenario()), {"CHN": Ballot.NO}, others=Ballot.ABSTAIN)

    tally = next(e for e in end.log if isinstance(e, Tally))
    assert council.outcome(scenario(), tally.ballots)[1] == ("CHN",)
    assert end.record.vetoes == {}


def test_the_price_seen_before_a_veto_is_never_less_than_what_it_costs():
    s = scenario()
    before = Record(phrases={"RUS": Phrase.DIFFICULTY})
    seen = opinion.veto_price(s, before, "CHN")

    for beside in ((), ("RUS",), ("CHN", "GBR"), ("RUS", "GBR", "FRA")):
        assert 0 <= opinion.veto_price(s, before, "CHN", beside) <= seen


def test_a_text_that_carried_by_instructions_needed_no_change():
    """Who votes otherwise than its own sum is named, and no clause is blamed for it."""
    state = at_vote(in_consultations(scenario()))
    due = engine.consensus.ballots(
        state.scenario,
        state.record,
        engine.aftermath.minds_of(state),
        state.version(state.blue).clauses,
    )
    assert council.outcome(state.scenario, due)[0].value == "adopted"

    end = voted(in_consultations(scenario()), {**due, "FRA": Ballot.NO})
    found = next(e for e in end.log if isinstance(e, Missed))
    assert found.changes == {}
    assert found.otherwise == {"FRA": due["FRA"]}


def test_a_text_short_by_instructions_says_what_would_have_carried_it():
    heavy = {m.id: m.top for m in scenario().measures if m.contested}
    state = at_vote(in_consultations(scenario(), heavy))
    due = engine.consensus.ballots(
        state.scenario,
        state.record,
        engine.aftermath.minds_of(state),
        state.version(state.blue).clauses,
    )
    assert council.outcome(state.scenario, due)[0].value != "adopted"

    end = voted(in_consultations(scenario(), heavy), due)
    found = next(e for e in end.log if isinstance(e, Missed))
    assert found.otherwise == {}


def test_the_assembly_meets_on_a_rival_that_was_vetoed_too():
    """Source: General Assembly resolution 76/262 of 26 April 2022, on any veto."""
    months = {f"2022-{month:02}": "USA" for month in range(5, 13)}
    of = evolve(scenario(), start=date(2022, 5, 2), presidency=months)
    state = play(turn_of(in_consultations(of), "FRA"), Table("FRA", (Clause("aviation_fuel", 1),)))
    state = idle(in_blue(state), lambda now: now.calling)
    while not counted(state):
        seat = engine.actor(state)
        state = play(state, CastVote(seat, Ballot.NO if seat == "RUS" else Ballot.YES))

    assert counted(state)[0].question.version > RIVALS
    assert [e.vetoes for e in state.log if isinstance(e, AssemblyDebate)] == [("RUS",)]


def test_a_veto_before_2022_is_told_with_what_would_follow_today():
    """Ten working days after a vote of 2016, by the rule of General Assembly resolution 76/262."""
    state = after(AGAINST)
    said = procedure.assembly(state.scenario, state.log)
    voted_on = next(e.day for e in state.log if isinstance(e, BeatOpened) and e.beat is Phase.VOTE)
    by = council.after_working_days(state.scenario.date(voted_on), 10)

    assert said.startswith("In 2016 a veto is the end of the matter.")
    assert said.endswith(f"by {words.date(by)}.")


def test_a_veto_since_2022_is_told_with_the_day_of_its_debate():
    state = vetoed_in_2022().states[-1]

    assert procedure.assembly(state.scenario, state.log).startswith("The General Assembly will")
