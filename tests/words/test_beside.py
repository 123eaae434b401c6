"""The end of a sitting beside the record, in the window and in text mode."""

from functools import cache

import pytest
from attrs import evolve

from game import engine
from game.commands.terminal import pages
from game.engine.record import Clause
from game.ui.describe import texts
from game.ui.ending.answer import final_text, last_text
from game.ui.ending.verdict import comparison
from game.words import beside
from tests.build import played, scenario


@cache
def over(id):
    """Return what the seat of the pen sees of a sitting that computers have played."""
    end = played(id, 1).end
    return engine.observe(end, end.scenario.penholder)


def mine(o):
    return final_text(o) or last_text(o)


@pytest.mark.parametrize("id", ["first_sitting", "withdrawal_2003"])
def test_text_mode_and_the_window_compare_in_the_same_words(id):
    o = over(id)
    shown, told = texts(comparison(o)), "\n".join(pages.ending(o, (), ()))

    for line in (
        beside.heading(o.scenario),
        beside.alike(o.scenario, beside.levels(o.scenario, mine(o))),
        beside.NOTE,
    ):
        assert line in shown
        assert line in told


def test_a_text_like_the_record_differs_in_nothing():
    s = scenario("resolution_2270")
    record = {id: Clause(id, level) for id, level in s.record.items() if level}
    lines = list(beside.page(s, record))

    assert f"The same on {len(s.measures)} of {len(s.measures)} measures." in lines[1]
    assert len(lines) == 2


def test_what_is_more_and_what_is_less_than_the_record_is_named_with_both_levels():
    s = scenario("resolution_2270")
    record = {id: Clause(id, level) for id, level in s.record.items() if level}
    del record["flights"]
    stricter = evolve(record["coal_iron_exports"], level=s.measure("coal_iron_exports").top)
    lines = list(beside.page(s, {**record, "coal_iron_exports": stricter}))

    assert len(lines) == 4
    assert [line.split()[0] for line in sorted(lines[2:])] == ["+", "-"]
    assert all("S/RES/2270 (2016): " in line for line in lines[2:])


def test_where_the_record_has_no_text_nothing_is_listed():
    lines = list(beside.page(scenario("withdrawal_2003"), {}))

    assert lines[0] == "Your sitting beside the record"
    assert "In the record the Council adopted nothing." in lines[1]
    assert len(lines) == 2
