"""What a text of a campaign recalls: texts that were adopted in it, and no others."""

from datetime import date

import pytest
from attrs import evolve

from game import words
from game.content import load_scenario
from game.engine import chain
from game.engine.past import Left
from game.engine.record import Clause
from game.engine.scenario import Precedent
from game.words import clauses

BEFORE = "1718 (2006), 1874 (2009), 2087 (2013)"


def left(scenario, *, adopted, passed=False):
    """Return what a sitting leaves that stands for the record's, with a vote or without one."""
    return Left(
        scenario.id,
        scenario.start,
        adopted=adopted,
        passed=passed,
        voted=date(scenario.start.year, 3, 2),
    )


def second(adopted):
    """Return the second sitting of the campaign after a first that adopted a text, or did not."""
    first = load_scenario("campaign_2016_2017")
    return chain.sitting(first.campaign, (left(first, adopted=adopted),))


def recall(scenario):
    return next(clauses.preamble(scenario))


def test_a_text_that_failed_is_not_recalled():
    assert recall(load_scenario("resolution_2321")).endswith(
        f"{BEFORE}, 2094 (2013) and 2270 (2016),"
    )
    assert recall(second(adopted=False)).endswith(f"{BEFORE} and 2094 (2013),")


def test_what_was_adopted_in_its_place_is_recalled_under_a_number_of_its_own():
    assert recall(second(adopted=True)).endswith(f"{BEFORE}, 2094 (2013) and 9001 (2016),")


def test_the_condemnation_names_what_the_preamble_recalls():
    failed, adopted = (words.printed(second(it), Clause("condemnation", 4)) for it in (False, True))

    assert failed.endswith(f"in violation of resolutions {BEFORE} and 2094 (2013);")
    assert "9001 (2016);" in adopted


def test_a_sitting_that_was_passed_over_left_no_text_though_the_one_before_did():
    first = load_scenario("campaign_2016_2017")
    spared = first.campaign.sequels[0].scenario
    past = (left(first, adopted=True), left(spared, adopted=True, passed=True))
    third = chain.sitting(first.campaign, past)

    assert recall(third).endswith("2094 (2013), 9001 (2016) and 2356 (2017),")


@pytest.mark.parametrize(
    ("adopted", "said"),
    [(False, "its resolution 825 (1993),"), (True, "its resolutions 825 (1993) and 9001 (2001),")],
)
def test_a_text_of_2001_that_the_record_does_not_have_is_recalled_in_2003(adopted, said):
    first = load_scenario("broken_talks_2001_2006")
    january = chain.sitting(first.campaign, (left(first, adopted=adopted),))

    assert recall(january) == f"*Recalling* {said}"


def test_a_paragraph_of_a_text_that_failed_is_not_replaced():
    """A stricter rule takes the place of what stands, and 2270 (2016) was not adopted."""
    clause, said = Clause("coal_iron_exports", 5), []
    for s in (second(adopted=False), load_scenario("resolution_2321")):
        on_file = (Precedent("2094 (2013)", "12", True), Precedent("2270 (2016)", "29", True))
        goods = evolve(s.measure(clause.measure), precedents=on_file)
        others = tuple(goods if m.id == goods.id else m for m in s.measures)
        said.append(words.printed(evolve(s, measures=others, in_force={goods.id: 2}), clause))

    assert said[0].endswith("replacing paragraph 12 of resolution 2094 (2013);")
    assert said[1].endswith("replacing paragraph 29 of resolution 2270 (2016);")
