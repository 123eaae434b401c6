"""What holds in every game of computers, asked of a few; `properties.py` asks it of thousands."""

import pytest

from game.content import scenario_ids
from tests.build import QUICK, played
from tests.conformance.properties import PROPERTIES

GAMES = [(id, 1) for id in scenario_ids()] + [("hwasong_14", 2), ("resolution_2270", 3)]


SEARCHING = [("first_sitting", 7010), ("broken_talks_2001", 7003), ("broken_talks_2001", 7005)]
"""Games at the level that people play against; here members held out for what did not serve, or
asked for a level where other words served better."""


@pytest.mark.parametrize("asked", PROPERTIES, ids=lambda asked: asked.__name__)
@pytest.mark.parametrize(("id", "seed"), SEARCHING)
def test_a_game_of_searching_computers_keeps_it_too(id, seed, asked):
    assert list(asked(played(id, seed, "search"))) == []


@pytest.mark.parametrize("asked", PROPERTIES, ids=lambda asked: asked.__name__)
@pytest.mark.parametrize(("id", "seed"), GAMES)
def test_a_game_of_computers_keeps_what_is_asked_of_all(id, seed, asked):
    assert list(asked(played(id, seed, QUICK))) == []
