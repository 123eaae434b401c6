"""The whole catalogue: every measure, for every seat of 2016 and 2017."""

from functools import cache

import pytest

from game.content.library import placeholders, read_library
from game.engine.scenario import MILD_CATEGORIES
from game.paths import scenarios

# Source: membership of the Council in 2016 and 2017, un.org.
PERMANENT = {"CHN", "FRA", "GBR", "RUS", "USA"}
BOTH_YEARS = {"EGY", "JPN", "SEN", "UKR", "URY"}
ONLY_2016 = {"AGO", "ESP", "MYS", "NZL", "VEN"}
ONLY_2017 = {"BOL", "ETH", "ITA", "KAZ", "SWE"}
OF_A_CRISIS = {
    *("event", "event_date", "event_characterized", "self_description", "violated_list"),
    *("panel_date", "panel_date_short", "panel_report_date", "panel_review_date"),
    "contracts_date",
}
"""Placeholders that each scenario fills, because they are dated."""


@cache
def library():
    return read_library(scenarios() / "common")


def measures():
    return {m.id: m for m in library().measures.value.measures}


@pytest.fixture(params=sorted(measures()))
def measure(request):
    return measures()[request.param]


def test_there_are_forty_five_measures_in_205_levels_and_the_exemption_of_projects():
    catalogue = {id: m for id, m in measures().items() if id != "project_exemption"}

    assert len(catalogue) == 45
    assert sum(m.top for m in catalogue.values()) == 205
    assert measures()["project_exemption"].top == 3


def test_the_twenty_members_of_both_years_are_there_with_a_brief_and_a_flag():
    seats = {d.id for d in library().members.value.delegations}

    assert seats == PERMANENT | BOTH_YEARS | ONLY_2016 | ONLY_2017
    assert set(library().briefs.value.briefs) == seats
    for seat in seats:
        assert (scenarios().parent / "assets" / "flags" / f"{seat}-24.png").is_file(), seat


def test_the_members_stand_in_english_alphabetical_order():
    names = [d.name for d in library().members.value.delegations]

    assert names == sorted(names)


def test_every_seat_of_both_years_has_a_position(measure):
    for delegation in library().members.value.delegations:
        assert {delegation.id, delegation.bloc} & set(measure.positions), delegation.id


def test_no_position_asks_for_more_than_there_is(measure):
    for position in measure.positions.values():
        assert 0 <= position.ideal <= measure.top
        assert position.accept[0] <= position.accept[1]


def test_every_level_of_a_restrictive_measure_says_where_its_effect_comes_from(measure):
    for level in measure.levels if measure.restrictive else ():
        assert level.effect.source or level.effect.tuned, level.label


def test_an_effect_never_shrinks_from_one_restrictive_level_to_the_next(measure):
    stopped = [level.effect.revenue + level.effect.fuel for level in measure.levels]

    assert not measure.restrictive or stopped == sorted(stopped)


def test_every_restrictive_measure_has_a_rider(measure):
    assert measure.category in MILD_CATEGORIES or measure.rider


def test_every_placeholder_has_words_or_choices(measure):
    words = {*library().words.value.words, *OF_A_CRISIS}
    known = words | {p.id for p in library().parameters.value.parameters}

    for level in measure.levels:
        assert set(placeholders(level.clause)) <= known, level.label


def test_regular_levels_hold_the_same_placeholders_as_their_parts(measure):
    for level in measure.levels:
        parts = placeholders(f"{level.subject} {level.act} {level.tail}")
        assert not level.regular or set(placeholders(level.clause)) == set(parts)


def test_what_a_measure_requires_and_excludes_is_in_the_catalogue(measure):
    for other in (*measure.requires, *measure.excludes):
        assert other.measure in measures()


def test_a_duty_laid_on_all_states_needs_the_charter_behind_it(measure):
    """Only a decision under Chapter VII binds; the lint asks for it where the catalogue does."""
    binding = [
        at
        for at, level in enumerate(measure.levels, 1)
        if level.binding and level.regular and measure.restrictive
    ]
    needs = [r for r in measure.requires if r.measure == "chapter_basis" and r.min_level == 2]

    assert not binding or min(r.when_level_at_least for r in needs) <= binding[0]


def test_every_parameter_and_every_word_is_used():
    used = {
        name
        for m in measures().values()
        for level in m.levels
        for name in placeholders(level.clause)
    }

    assert {p.id for p in library().parameters.value.parameters} <= used
    assert set(library().words.value.words) <= used


def test_softeners_cost_less_and_hardeners_more():
    """Tuned: nobody would write a softener that costs as much as the level's own words."""
    for modifier in library().modifiers.value.modifiers:
        assert (modifier.price > 100) == (modifier.kind == "hardener"), modifier.id


def test_every_restrictive_category_has_words_to_soften_and_to_harden():
    categories = {m.category for m in measures().values() if m.restrictive}
    for category in categories:
        kinds = {
            modifier.kind
            for modifier in library().modifiers.value.modifiers
            if not modifier.fits or category in modifier.fits
        }
        assert kinds == {"softener", "hardener"}, category


def test_choices_go_from_weak_to_strong():
    for parameter in library().parameters.value.parameters:
        strengths = [choice.strength for choice in parameter.choices]
        assert strengths == sorted(strengths), parameter.id
