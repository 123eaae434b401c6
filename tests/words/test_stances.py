"""What is called for in the soundings, in the usual words and in those of a crisis."""

import pytest

from game.content import load_scenario
from game.content.catalogue import scenario_ids
from game.engine.terms import Stance
from game.words import stances


@pytest.mark.parametrize("crisis", scenario_ids())
def test_a_crisis_whose_text_condemns_nothing_has_words_of_its_own(crisis):
    """Of the lesson, which has no products, only the eight measures leave the word out."""
    scenario = load_scenario(crisis)
    usual = scenario.has("condemnation") or not scenario.plays("products")

    assert bool(scenario.stances) is not usual


def test_the_words_of_a_crisis_go_before_the_usual_ones():
    usual, own = load_scenario("resolution_2270"), load_scenario("broken_talks_2001")

    assert stances.spoke(usual, "CHN", Stance.MEASURES) == "China calls for measures that bite"
    assert stances.spoke(own, "CHN", Stance.MEASURES) == (
        "China calls for something to be shown before anybody talks"
    )
    assert stances.stance(own, Stance.TALKS) != stances.stance(usual, Stance.TALKS)


@pytest.mark.parametrize("crisis", scenario_ids())
def test_a_position_is_short_where_it_stands_beside_the_name_of_a_member(crisis):
    """On the card of a seat and in the list of the room a line is not broken."""
    scenario = load_scenario(crisis)

    for it in Stance:
        said = stances.short(scenario, it)
        assert len(said) <= 22
        assert said.capitalize() == stances.stance(scenario, it).capitalize()
        assert said[0].islower()
