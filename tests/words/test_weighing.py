"""What crossed in spite of the measures is told with why, so that it agrees with the pressure."""

from game import words
from game.engine.abroad.gap import CAUSES, Leak
from game.engine.events import Crossed
from game.words import names, weighing
from tests.build import played, scenario


def told(*leaks):
    return words.say(Crossed(1, {}, leaks), scenario("first_sitting"))


def flow():
    return scenario("first_sitting").target.main_flow.id


def test_what_passes_by_the_exemption_is_told_as_what_goes_round_the_measures_is():
    said = told(Leak(flow(), "exempt", 184), Leak(flow(), "escaped", 2))

    assert "unseen went round the measures coal to China (0.2 of 100)" in said
    assert "through the exemption went coal to China (18.4 of 100)" in said


def test_nothing_is_said_to_cross_only_where_nothing_does():
    assert "nothing of weight" in told()
    assert all("nothing of weight" not in told(Leak(flow(), c, 9)) for c in CAUSES)


def test_the_reason_is_the_largest_cause():
    leaks = (Leak(flow(), "exempt", 30), Leak("b", "escaped", 20), Leak("c", "escaped", 20))

    assert weighing.reason(leaks) == "most goes round the measures"
    assert weighing.reason(leaks[:1]) == "most passes by the exemption"
    assert weighing.reason(()) == ""


def test_pressure_that_is_lost_on_paper_is_never_told_beside_nothing_that_crossed():
    end = played("first_sitting", 1).end
    crossed = [e for e in end.log if isinstance(e, Crossed)]

    assert crossed
    assert all(e.leaks for e in crossed)


def test_an_article_is_small_amid_a_sentence():
    assert names.inside("A trading house: its accounts") == "a trading house: its accounts"
    assert names.inside("Mexico: the ambassador") == "Mexico: the ambassador"
