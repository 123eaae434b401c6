"""Promises of what comes after the vote: a reading of the text, and to carry it out in full."""

from functools import cache

import pytest
from attrs import evolve

from game import engine
from game.engine import bargain, opinion
from game.engine.bargain.values import felt, is_worth_saying
from game.engine.record import Pledge, Term
from game.engine.state import note
from game.engine.terms import Ballot
from tests.build import in_consultations, scenario, turn_of

ENFORCE = Term("enforce")
WIDE, TALKS = Term("statement", item="wide"), Term("statement", item="talks")


@cache
def seen(seat, of="resolution_2270"):
    s = scenario(of)
    return engine.observe(turn_of(in_consultations(s, people=s.seats), seat), seat)


def parts(o, other, give=(), take=()):
    return {r.key: r.points for r in bargain.value(o, other, give, take).reasons}


def test_it_is_worth_as_much_that_another_carries_a_text_out_as_of_the_trade_passes_its_border():
    s = scenario()

    assert felt(s, "USA", "CHN") > felt(s, "USA", "RUS")
    assert felt(s, "USA", "NZL") == 0
    assert felt(s, "CHN", "RUS") == 0
    assert parts(seen("USA"), "CHN", take=(ENFORCE,))["enforce"] == felt(s, "USA", "CHN")


def test_a_promise_to_carry_a_text_out_is_one_to_vote_for_it():
    o = seen("CHN")
    yes = parts(o, "USA", give=(Term("vote", ballot=Ballot.YES),)).get("vote_given", 0)

    assert parts(o, "USA", give=(ENFORCE,)).get("vote_given", 0) == yes
    pledge = Pledge("USA", by="CHN", kind="enforce", deal=1, due="months")
    assert opinion.gives_vote(pledge)
    assert not opinion.gives_vote(evolve(pledge, status="void"))


def test_a_reading_as_a_way_to_talks_is_welcome_to_a_reluctant_capital_alone():
    assert parts(seen("CHN"), "USA", take=(TALKS,)) == {"statement": bargain.values.TALKED_OF}
    assert parts(seen("FRA"), "USA", take=(TALKS,)) == {}


def test_who_would_be_held_to_more_asks_more_for_calling_a_text_a_duty():
    shy, bold = (parts(seen(seat), "USA", give=(WIDE,))["statement"] for seat in ("CHN", "FRA"))

    assert shy < bold < 0


def test_nobody_looks_for_a_reading_that_costs_more_than_it_is_worth():
    china = {*bargain.vocabulary(seen("USA"), "CHN", "USA")}

    assert ENFORCE in china
    assert WIDE not in china
    s = scenario("iran_2010")
    assert is_worth_saying(s, "FRA", "USA")
    assert WIDE in {*bargain.vocabulary(seen("USA", "iran_2010"), "FRA", "USA")}


@pytest.mark.parametrize(("trust", "worth"), [(100, 4), (70, 3), (0, 0)])
def test_what_is_promised_for_later_is_worth_as_much_as_the_word_of_who_promises(trust, worth):
    state = turn_of(in_consultations(scenario(), people=scenario().seats), "CHN")
    state = note(state, credibility={"USA": trust})
    favour = Term("favour", item="smaller_exercise")

    found = parts(engine.observe(state, "CHN"), "USA", take=(favour,))
    assert found.get("favour", 0) == worth
