"""The record, and what a replay is given: rows with sources, texts that never lower the regime."""

import csv
from datetime import date
from functools import cache
from itertools import pairwise

import pytest

from game.backtest import events, flights, nuclear_tests, read_replay
from game.backtest.record import folder
from game.backtest.replay import INPUTS
from game.engine.scenario import KINDS
from tests.build import scenario


@cache
def replay():
    return read_replay()


def rows(name):
    with (folder() / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_flights_by_year_are_those_of_the_database():
    """CNS and NTI missile database; missiles of more than 300 km range."""
    assert list(flights().values()) == [7, 0, 0, 8, 0, 0, 2, 6, 19, 15, 24, 21]
    assert list(flights()) == list(range(2006, 2018))


def test_six_nuclear_tests_are_counted_once_each():
    """Two reactions of the Council to one test are two rows and one test."""
    assert {y: n for y, n in nuclear_tests().items() if n} == {
        2006: 1, 2009: 1, 2013: 1, 2016: 2, 2017: 1,
    }  # fmt: skip


@pytest.mark.parametrize("name", ["events", "enforcement"])
def test_every_row_has_a_source_or_says_that_it_is_remembered(name):
    """What is remembered is never shown as a citation: it has no source."""
    for row in rows(name):
        assert bool(row["source"]) != bool(row["remembered"]), row
        assert not row["source"].startswith("memory"), row


def test_events_come_in_order_and_are_of_known_kinds():
    found = events()

    assert all(a.day <= b.day for a, b in pairwise(found))
    assert {e.kind for e in found} <= {*KINDS, "year", "diplomacy", "other"}


def test_every_text_has_its_date_and_source_and_stays_within_the_catalogue():
    from game.content.library import read_library  # Slow to read; only this test needs it.
    from game.paths import scenarios

    measures = read_library(scenarios() / "common").measures.value.measures
    tops = {m.id: m.top for m in measures}
    texts = replay().texts
    assert all(a.date < b.date for a, b in pairwise(texts))
    for text in (*texts, *replay().national):
        assert text.source, text.id
        for measure, level in text.levels.items():
            assert 1 <= level <= tops[measure], (text.id, measure)


def test_a_text_binds_from_the_month_after_and_never_lowers_what_stood():
    regimes = [replay().levels(month) for month in replay().months]

    assert "seafood_exports" not in replay().levels(date(2017, 8, 1))
    assert replay().levels(date(2017, 9, 1))["seafood_exports"] == 3
    for before, after in pairwise(regimes):
        for measure, level in before.items():
            if measure != "coal_iron_exports":  # a State's own stop came and went
                assert after.get(measure, 0) >= level


def test_a_stop_of_ones_own_ends_where_the_ban_begins():
    coal = [replay().levels(date(2017, m, 1)).get("coal_iron_exports", 0) for m in range(1, 10)]

    assert coal == [4, 4, 5, 5, 5, 5, 5, 5, 6]


def test_inputs_rest_on_something_and_leave_no_month_open():
    for spell in replay().inputs:
        assert spell.start <= spell.until
        assert bool(spell.source) != bool(spell.remembered), spell
        name = spell.input.removeprefix("will_")
        assert spell.input in INPUTS or name in {e.id for e in scenario().enforcers}
    for name in ("drive", "talks", "will_china"):
        assert all(replay().value(name, month) is not None for month in replay().months)


def test_a_replay_closes_the_road_and_says_what_was_known():
    june = replay().outside(date(2007, 6, 1))
    march = replay().outside(date(2016, 3, 1))

    assert (june.alone, june.talks, june.adopted) == (1, 80, 0)
    assert (march.adopted, march.unity, march.exercises) == (1, 1000, 1)


def test_figures_name_flows_that_there_are():
    flows = {f.id: f for f in scenario().target.flows}
    for figure in replay().figures:
        assert figure.source
        assert set(figure.flows) <= set(flows)
