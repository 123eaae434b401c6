"""What scenarios tell of the world agrees with its sources, and comes no earlier than it did."""

import pytest

from game.content import load_scenario

FACTS = [
    # Source: Reuters, 9 October 2006: China was warned twenty minutes before the test.
    ("resolution_1718", "first_test", "told twenty minutes before"),
    # Source: Korea Herald, 5 December 2017: the last visit from that office was in February 2010.
    ("resolution_2397", "envoy_in_pyongyang", "the first time since 2010"),
]


@pytest.mark.parametrize(("crisis", "incident", "words"), FACTS)
def test_what_happened_is_told_as_its_source_has_it(crisis, incident, words):
    found = {i.id: i.text for i in load_scenario(crisis).incidents}

    assert words in found[incident]


LATER = [
    # Source: joint declaration of 17 May 2010; the sitting begins on the tenth.
    ("iran_2010", "BRA", ("came back", "was signed")),
    ("iran_2010", "TUR", ("declaration of May was",)),
    ("iran_2010", "USA", ("after the swap was announced",)),
    # Source: Los Angeles Times, 10 June 2010: the cabinet was divided on the day of the vote.
    ("iran_2010", "LBN", ("The cabinet met", "You presided")),
    # Source: VOA, 20 January 2003; the sitting begins on the tenth.
    ("withdrawal_2003", "RUS", ("came back", "has brought")),
    # Source: Korea Herald, 5 December 2017; the sitting begins on 28 November.
    ("resolution_2397", "BOL", ("was received",)),
    ("resolution_2397", "KAZ", ("has been let in",)),
    ("resolution_2397", "SWE", ("was received",)),
]


@pytest.mark.parametrize(("crisis", "seat", "ahead"), LATER)
def test_no_instruction_speaks_of_what_comes_later_as_if_it_had_been(crisis, seat, ahead):
    """Instructions are read on the first day."""
    brief = load_scenario(crisis).briefs[seat]
    read = " ".join((brief.story, *(v.why for v in brief.variants)))

    assert not [words for words in ahead if words in read]
