"""What passes in the corridor, typed in a terminal."""

import re

import pytest
from attrs import evolve

from game import engine
from game.commands.terminal import acts, table
from game.commands.terminal import deals as pages
from game.commands.terminal.pages import yes_if
from game.commands.terminal.reading import Misread
from game.commands.terminal.requested import requests
from game.engine.actions import (
    Accept,
    Ask,
    Decline,
    Offer,
    Say,
    Table,
    TellNeeds,
    Warn,
    Withdraw,
)
from game.engine.opinion import level_of
from game.engine.record import RIVALS, Clause, Term
from game.engine.scenario import Favour
from game.engine.terms import Ballot, Phase, Phrase
from tests.build import in_consultations, scenario, turn_of
from tests.ui.screens.sitting import in_phase, play
from tests.ui.screens.test_requests import doubtful

YES = Term("vote", ballot=Ballot.YES)
COAL = Term("clause", "coal_iron_exports", 2)


@pytest.fixture(scope="module")
def turn():
    """China's turn in the second round."""
    return play("CHN", in_phase(Phase.SQUEEZE, 2))


@pytest.fixture(scope="module")
def offered(turn):
    """The pen has been offered a vote for a softer ban."""
    return engine.apply(turn, Offer("CHN", "USA", (YES,), (COAL,)))


def seen(state, seat):
    return engine.observe(state, seat)


def test_an_offer_is_typed_and_weighed_with_the_same_words(turn):
    o = seen(turn, "CHN")
    typed = "usa yes for clause:coal:2-"

    assert acts.read(o, f"offer {typed}") == Offer("CHN", "USA", (YES,), (COAL,))
    said = "\n".join(pages.weigh(o, typed.split()))
    assert "you give: a vote in favour" in said
    assert "worth to you" in said
    assert "passes" in said


def test_words_of_a_clause_are_typed_behind_it_and_read_back(turn):
    o = seen(turn, "CHN")
    typed = "usa yes for clause:coal:2:as_appropriate"
    soft = Clause("coal_iron_exports", 2, softener="as_appropriate")
    offer = acts.read(o, f"offer {typed}")

    assert [t.words for t in offer.take] == [soft]
    assert offer.take[0].upward is (level_of(o.scenario, o.draft or {}, soft.measure) < 2)
    assert "with “" in "\n".join(pages.weigh(o, typed.split()))
    assert engine.refusal(turn, offer) is None
    with pytest.raises(Misread):
        acts.read(o, "offer usa yes for clause:coal:2:softly")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("usa yes for clause:coal", r"clause:CLAUSE:LEVEL$"),
        ("usa yes for zzz", r"yes, .*, clause:CLAUSE:LEVEL, .*_exercise"),
    ],
)
def test_a_term_that_is_none_is_answered_with_how_terms_are_typed(turn, typed, told):
    with pytest.raises(Misread, match=told):
        acts.read(seen(turn, "CHN"), f"offer {typed}")


def test_who_has_seen_a_text_is_told_of_seats_alone(turn):
    o = seen(turn, "CHN")

    assert len(list(table.seen(o, ("RUS", "usa")))) == 2
    with pytest.raises(Misread, match="RUS"):
        list(table.seen(o, ("zzz",)))


def test_a_rival_is_typed_clause_by_clause_each_with_its_words():
    state = turn_of(in_consultations(scenario()), "FRA")
    o = seen(state, "FRA")
    soft = Clause("flights", 3, softener="as_appropriate")
    act = acts.read(o, "table flights 3 as_appropriate aviation 1")

    assert act == Table("FRA", (soft, Clause("aviation_fuel", 1)))
    tabled = engine.apply(state, act)
    assert acts.read(seen(tabled, "FRA"), "withdraw 1") == Withdraw("FRA", RIVALS + 1)


def test_what_an_offer_that_waits_is_worth_is_told_before_it_is_answered(offered):
    o = seen(offered, "USA")
    said = "\n".join(pages.waiting(o))

    assert "China offers you a deal" in said
    assert "you get:  a vote in favour" in said
    assert acts.read(o, "accept") == Accept("USA", "CHN", 1)
    assert acts.read(o, "decline coal") == Decline("USA", "CHN", 1, red_line="coal_iron_exports")


def test_promises_offers_and_broken_words_are_one_page(offered):
    struck = engine.apply(offered, Accept("USA", "CHN", 1))
    said = "\n".join(pages.deals(seen(struck, "CHN"), ()))

    assert "China to the United States: a vote in favour" in said
    assert "(agreed)" in said
    assert not any("agreed" in line for line in pages.deals(seen(struck, "FRA"), ()))


def test_needs_are_told_by_a_clause_or_not_at_all(turn):
    asked = engine.apply(turn, engine.actions.AskNeeds("CHN", "USA"))
    o = seen(asked, "USA")

    assert "asks what you need" in "\n".join(pages.waiting(o))
    assert acts.read(o, "tell coal") == TellNeeds("USA", "CHN", "coal_iron_exports")
    assert acts.read(o, "tell") == TellNeeds("USA", "CHN")


def test_a_phrase_can_be_said_at_the_stakeout_and_a_warning_has_its_phrase(turn):
    o = seen(turn, "CHN")

    assert acts.read(o, "say difficulty stakeout") == Say("CHN", Phrase.DIFFICULTY, "", "stakeout")
    assert acts.read(o, "warn crude_oil 2 against") == Warn("CHN", "crude_oil", 2, Phrase.OPPOSES)


def test_the_capital_is_a_page_with_its_odds(turn):
    said = "\n".join(pages.cables(seen(turn, "CHN")))

    assert "credit 100 of 100; more room is granted 70 times in 100" in said


def test_a_deal_without_terms_is_misread(turn):
    with pytest.raises(Misread):
        tuple(pages.weigh(seen(turn, "CHN"), ["usa"]))


def test_other_words_are_asked_for_as_they_are_written(turn):
    o = seen(turn, "CHN")
    soft = Clause("coal_iron_exports", 3, softener="national_law")

    assert acts.read(o, "ask coal 3 national_law") == Ask.of("CHN", soft)
    assert acts.read(o, "ask coal 3") == Ask("CHN", "coal_iron_exports", 3)


@pytest.mark.parametrize("phrase", Phrase)
def test_each_of_the_five_phrases_can_be_typed_of_a_clause(turn, phrase):
    typed = {
        Phrase.SUPPORTS: "supports",
        Phrase.GOES_ALONG: "along",
        Phrase.CONCERNS: "concerns",
        Phrase.DIFFICULTY: "difficulty",
        Phrase.OPPOSES: "against",
    }[phrase]
    action = acts.read(seen(turn, "CHN"), f"warn crude_oil 2 {typed}")

    assert action == Warn("CHN", "crude_oil", 2, phrase)
    assert engine.refusal(turn, action) is None


def test_several_requests_are_answered_in_one_line():
    assert acts.each("grant 1,4,9") == ("grant 1", "grant 4", "grant 9")
    assert acts.each("refuse 2,3 1") == ("refuse 2 1", "refuse 3 1")
    assert acts.each("grant 4") == ("grant 4",)
    assert acts.each("offer usa yes for clause:coal:2-") == ("offer usa yes for clause:coal:2-",)


def test_equal_requests_are_listed_together(turn):
    state = engine.apply(turn, Ask("CHN", "crude_oil", 1))
    state = evolve(state, queue=("FRA", *state.queue), tokens={**state.tokens, "FRA": 1})
    state = engine.apply(state, Ask("FRA", "crude_oil", 1))
    numbers = ",".join(str(a.id) for a in state.record.asks[-2:])
    page = list(requests(seen(state, "USA")))
    (line,) = (x for x in page if "China and France" in x)

    assert line.startswith(numbers)


def test_what_a_favour_would_do_is_told_where_words_are_not_enough(turn):
    gift = Favour("gift", "a gift", "A gift.", ("CHN",), {"RUS": 400})
    rich = evolve(turn, scenario=evolve(turn.scenario, favours=(gift,)))

    assert any("a gift" in line for line in yes_if(seen(rich, "CHN"), "RUS"))


def test_a_word_on_a_clause_is_chosen_by_clause_then_by_phrase_then_by_level(turn):
    warnings = [a for a in seen(turn, "CHN").legal if isinstance(a, Warn)]
    by_clause = acts.groups(warnings)
    by_phrase = acts.groups(by_clause["crude_oil"])

    assert len(by_clause) > 1
    assert list(by_phrase) == [p.value for p in Phrase]
    assert acts.groups(by_phrase["opposes"]) == {}
    assert {a.level for a in by_phrase["opposes"]} == set(range(1, 7))


def test_a_deal_by_which_the_text_may_fail_is_told_to_be_so_and_stands_last(turn, monkeypatch):
    o = seen(turn, "CHN")
    first = next(pages.packages(o, "RUS")).table
    monkeypatch.setattr(pages, "sinks", lambda _o, _desk, table: table == first)
    told = list(pages.deals(o, ["rus"]))
    head = next(i for i, line in enumerate(told) if line.startswith("The edge"))
    (warned,) = (i for i, line in enumerate(told[:head]) if "the text may fail by it" in line)

    assert re.search(r"it passes \S+ -> \S+", told[warned])
    assert warned >= head - 2


def test_the_pen_is_told_what_its_answers_do_to_the_vote():
    state = doubtful()
    o = seen(state, "USA")
    told = list(requests(o))
    (line,) = (
        i for i, x in enumerate(told) if x.endswith("call for vigilance (waits for an answer)")
    )

    assert re.match(r" +granted: it passes .+ -> .+; [✓–✕] ", told[line + 1])
    assert not any("granted: it passes" in x for x in requests(seen(state, "CHN")))
