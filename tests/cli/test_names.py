"""A delegation is typed as it is called: by code, by name, or by a beginning of either."""

import pytest

from game.commands.terminal import bargain, deals, floor, table
from game.commands.terminal.reading import Misread, member, seat
from game.engine import observe
from game.engine.actions import AskNeeds, Offer
from game.engine.terms import TARGET
from tests.build import in_consultations, scenario, turn_of

NAMED = {
    "china": "CHN",
    "CHN": "CHN",
    "Chi": "CHN",
    "russia": "RUS",
    "Russian Federation": "RUS",
    "the russian federation": "RUS",
    "united states": "USA",
    "the United States of America": "USA",
    "us": "USA",
    "uk": "GBR",
    "united k": "GBR",
    "kingdom": "GBR",
    "new_zealand": "NZL",
    "zealand": "NZL",
    "venezuela": "VEN",
}


@pytest.fixture(scope="module")
def seen():
    return observe(turn_of(in_consultations(scenario()), "USA"), "USA")


@pytest.mark.parametrize("typed", NAMED)
def test_a_delegation_is_meant_by_its_name_in_any_case(seen, typed):
    assert member(seen, typed.split()) == NAMED[typed]


@pytest.mark.parametrize("typed", ["united", "narnia", "", "china russia"])
def test_what_names_none_or_several_is_answered_with_codes_and_names(seen, typed):
    with pytest.raises(Misread) as said:
        member(seen, typed.split())

    assert "CHN (China)" in str(said.value)
    assert "RUS (Russian Federation)" in str(said.value)


def test_ones_own_seat_is_none_to_deal_with(seen):
    with pytest.raises(Misread) as said:
        member(seen, ["united", "states"], but="USA")

    assert "USA (" not in str(said.value)


def test_names_of_several_words_end_where_the_next_thing_begins(seen):
    assert seat(seen, ["united", "states", "yes"]) == ("USA", 2)
    assert seat(seen, ["pyongyang"], (TARGET,)) == (TARGET, 1)


def test_acts_and_pages_take_names(seen):
    by = {way.word: way for way in (*bargain.BARGAIN, *floor.FLOOR_WAYS)}

    assert by["needs"].read(seen, ["russia"]) == AskNeeds("USA", "RUS")
    offer = by["offer"].read(seen, ["united", "kingdom", "statement:talks", "for", "yes"])
    assert isinstance(offer, Offer)
    assert offer.to == "GBR"
    assert by["order"].read(seen, ["new", "zealand", "china"]).order[:2] == ("NZL", "CHN")
    assert list(table.yes_if(seen, ["russia"])) == list(table.yes_if(seen, ["RUS"]))
    assert list(table.seen(seen, ["new", "zealand"])) == list(table.seen(seen, ["NZL"]))
    assert list(deals.deals(seen, ["china"])) == list(deals.deals(seen, ["chn"]))
