"""Computers alone: a text opens high and drops, its critics are paid in it, a word can sink it.

Source: statements fall to any one of fifteen, resolutions to nine and the five.
"""

from functools import cache
from statistics import median

import pytest

from tests.build import QUICK, played
from tests.conformance.shape import shape

SEEDS = range(1, 11)
LARGE = ("resolution_2270", "hwasong_14")


@cache
def shapes(id):
    return [shape(played(id, seed, QUICK)) for seed in SEEDS]


@pytest.mark.parametrize("id", LARGE)
def test_several_measures_are_weaker_than_in_the_first_text(id):
    assert min(one.weaker for one in shapes(id)) >= 5


@pytest.mark.parametrize("id", LARGE)
def test_what_all_have_read_is_not_hardened_unasked(id):
    """A pen that opens high drops; what goes up at the end was promised to somebody."""
    assert [one.stronger for one in shapes(id)] == [()] * len(SEEDS)


@pytest.mark.parametrize(("id", "days"), [("resolution_2270", 56), ("hwasong_14", 32)])
def test_texts_take_about_as_long_as_the_recorded_ones(id, days):
    """The calendar allows far less: votes from the ninth day, or from the fifth.

    Source: from 6 January to 2 March 2016; from 4 July to 5 August 2017.
    """
    assert median(one.days for one in shapes(id)) == pytest.approx(days, rel=0.25)


@pytest.mark.parametrize("seat", ["CHN", "RUS"])
@pytest.mark.parametrize("id", LARGE)
def test_those_who_could_stop_a_text_are_paid_in_it(id, seat):
    """In nine deals of ten; seven of these ten is within chance."""
    paid = [seat in one.paid for one in shapes(id)]

    assert sum(paid) >= 0.7 * len(paid)


@pytest.mark.parametrize("id", LARGE)
def test_statements_fail_more_often_than_resolutions(id):
    """On the same incident: one word can sink the lighter product, which binds nobody."""
    blocked = sum(one.statement == "blocked" for one in shapes(id))
    failed = sum(not one.adopted for one in shapes(id))

    assert blocked > failed
