"""What delegations trade, in words."""

import pytest

from game import engine, words
from game.engine import bargain
from game.engine.record import TERMS, Pledge, Term
from game.engine.terms import Ballot
from tests.build import in_consultations, scenario, turn_of

BANNED = ("_", "  ", "None")


@pytest.mark.parametrize("kind", TERMS)
def test_every_kind_of_term_has_words(kind):
    s = scenario()
    found = words.term(s, Term(kind, measure="flights", level=2, ballot=Ballot.YES, item="narrow"))

    assert found != kind
    assert not any(bad in found for bad in BANNED)


def test_a_clause_says_whether_its_level_is_the_least_or_the_most():
    s = scenario()

    assert words.term(s, Term("clause", "flights", 2)).startswith("Flights, at most: ")
    assert words.term(s, Term("clause", "flights", 2, upward=True)).startswith("Flights, at least")
    assert words.term(s, Term("clause", "flights", 0)) == "nothing on Flights"


def test_a_promise_reads_like_the_term_that_made_it():
    s = scenario()

    assert words.term(s, Pledge("CHN", kind="vote", ballot=Ballot.YES)) == "a vote in favour"
    assert words.term(s, Pledge("CHN", kind="vote", ballot=Ballot.ABSTAIN)) == "no vote against"


def test_a_side_that_gives_nothing_says_so():
    assert words.terms(scenario(), ()) == "nothing"


def test_less_credibility_never_reads_better():
    ladder = list(dict.fromkeys(words.credibility(points) for points in range(100, -1, -1)))

    assert len(ladder) == 5
    assert ladder[0] == "its word is good"
    assert words.credit(0) != words.credit(100)


@pytest.mark.parametrize("seat", ["CHN", "RUS", "AGO", "VEN"])
def test_every_part_of_the_value_of_a_deal_has_its_words(seat):
    s = scenario()
    state = turn_of(in_consultations(s), "USA")
    seen = engine.observe(state, "USA")
    for term in bargain.vocabulary(seen, "USA", seat):
        for part in bargain.value(seen, seat, (term,), (Term("vote", ballot=Ballot.YES),)).reasons:
            said = words.reason(part, s)
            assert not set("{}_") & set(said), said
