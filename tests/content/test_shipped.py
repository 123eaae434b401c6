"""What ships is whole: no fault, no warning, every clause prints, every outcome has its words."""

import re
from datetime import date
from itertools import pairwise

import pytest
from attrs import evolve

from game import paths
from game.content import catalogue, check, load_scenario, scenario_ids
from game.content.checks.text import rebuilt
from game.content.library import placeholders
from game.content.resolving import year_of
from game.engine import pressure
from game.engine.abroad import expected
from game.engine.aftermath import VOICES
from game.engine.record import Clause

IDS = scenario_ids()


@pytest.fixture(params=IDS)
def scenario(request):
    return load_scenario(request.param)


def test_the_sittings_of_2016_and_2017_ship_beside_the_lesson():
    sittings = {"resolution_2270", "resolution_2321", "hwasong_14"}
    sittings |= {"resolution_2375", "resolution_2397"}

    assert sittings | {"first_sitting"} <= set(IDS)


def test_every_state_that_is_drawn_has_its_flag(scenario):
    season = scenario.season
    drawn = {*scenario.seats, scenario.target.id}
    touched = (*season.prospects, *season.listings, *season.reliefs) if season else ()
    drawn |= {seat for it in touched for seat in it.minds}
    drawn |= {it.flag for it in season.prospects if it.flag} if season else set()
    drawn |= {it for r in scenario.target.responses if r.shot for it in r.shot.threatened}
    if scenario.campaign:
        drawn |= {seat for it in scenario.campaign.sequels for seat in it.scenario.seats}

    flags = {it.name for it in (paths.assets() / "flags").glob("*.png")}

    assert not {it for it in drawn if f"{it}-48.png" not in flags}


def test_what_a_vetoed_text_is_called_does_not_count_the_vetoes(scenario):
    """Two permanent members can stand against thirteen; a title of one hand would be false."""
    said = [f"{it.title} {it.text}".lower() for it in scenario.trades if not it.adopted]

    assert not [it for it in said if re.search(r"\b(one hand|single no|one no)\b", it)]


@pytest.mark.parametrize("id", IDS)
def test_shipped_files_have_no_fault_and_no_warning(id):
    assert check(id) == ()


def test_the_catalogue_has_a_title_and_a_sentence_for_each():
    listed = catalogue()

    assert [listing.id for listing in listed] == list(IDS)
    assert all(listing.title and listing.summary and not listing.fault for listing in listed)


def test_the_fifteen_sit_in_english_alphabetical_order(scenario):
    names = [delegation.name for delegation in scenario.delegations]

    assert len(names) == 15
    assert names == sorted(names)


def test_somebody_presides_on_every_day(scenario):
    """The President's seat begins the order of speaking (rule 18)."""
    last = scenario.rounds * scenario.stride_days + 7

    assert all(scenario.seating(day)[0] == scenario.president(day) for day in range(last))


def test_in_january_2016_uruguay_presides_and_in_march_angola():
    scenario = load_scenario("resolution_2270")

    assert scenario.president(0) == "URY"
    assert scenario.date(56).isoformat() == "2016-03-02"
    assert scenario.president(56) == "AGO"


def test_regular_clauses_rebuild_exactly_from_their_parts(scenario):
    regular = [level for m in scenario.measures for level in m.levels if level.regular]

    assert regular
    assert [rebuilt(level, scenario.verb(level.verb)) for level in regular] == [
        level.clause for level in regular
    ]


def test_every_verb_of_the_ladder_makes_a_sentence_of_a_regular_level(scenario):
    for measure in scenario.measures:
        for level in measure.levels:
            for verb in scenario.verbs if level.regular else ():
                text = rebuilt(level, verb).format(**scenario.words)
                assert re.fullmatch(r"\*[A-Z][a-z ]+\* .+;", text)


def test_every_clause_prints_without_a_hole(scenario):
    for measure in scenario.measures:
        end = ";" if measure.part == "operative" else ","
        for level in measure.levels:
            text = level.clause.format(**scenario.words)
            assert re.fullmatch(r"\*[A-Z].+", text), text
            assert text.endswith(end), text
            assert not re.search(r"[{}\n]|  | ,|\.\.\.", text), text
            assert text.count("*") % 2 == 0, text


def test_no_clause_points_at_words_of_another_level(scenario):
    """A level prints alone, so it cannot speak of *those services* or *the same readiness*."""
    for measure in scenario.measures:
        for level in measure.levels:
            assert not re.search(
                r"\b(those services|such cargo|the same (readiness|exc))", level.clause
            )


def test_words_are_kept_only_for_what_is_printed(scenario):
    clauses = (level.clause for m in scenario.measures for level in m.levels)
    used = {name for text in (*scenario.preamble, *clauses) for name in placeholders(text)}

    assert set(scenario.words) == used


def test_no_measure_has_a_precedent_of_the_same_year_or_a_later_one(scenario):
    named = [p.resolution for m in scenario.measures for p in m.precedents]

    assert named
    assert all(year_of(resolution) < scenario.start.year for resolution in named)


def test_every_seat_has_something_to_win(scenario):
    """Nobody meets all of their aims by doing nothing."""
    for seat in scenario.seats:
        unmet = [
            aim
            for aim in scenario.briefs[seat].aims
            if aim.outcome or scenario.base(aim.measure) < (aim.at_least or 0)
        ]
        assert unmet, seat


def test_each_plan_has_three_clues_that_tell_it_from_the_others(scenario):
    for doctrine in scenario.target.doctrines:
        telling = [
            clue
            for clue in scenario.target.clues
            if clue.weights[doctrine.id]
            > max(w for d, w in clue.weights.items() if d != doctrine.id)
        ]
        assert len(telling) >= 3, doctrine.id


def test_no_clue_names_a_plan(scenario):
    """No line in the game states another's motive as fact."""
    for clue in scenario.target.clues:
        assert not re.search(r"\b(in order to|wants|plans to|hopes|intends)\b", clue.text), clue.id


def test_four_voices_speak_after_any_text(scenario):
    for who in VOICES:
        for adopted in (True, False):
            assert [v for v in scenario.voices if v.who == who and v.adopted is adopted]


def test_a_paragraph_never_opens_a_sentence():
    """It prints as *paragraph 12*, in lower case."""
    for id in IDS:
        for voice in load_scenario(id).voices:
            assert not re.search(r'(^|[.!?]\s)"?\{paragraph\}', voice.text), voice.text


def test_the_full_sitting_has_lines_enough_for_a_second_game():
    scenario = load_scenario("resolution_2270")

    assert all(sum(v.who == who for v in scenario.voices) >= 8 for who in VOICES)
    assert len(scenario.trades) >= 10
    assert len(scenario.measures) == 22
    assert sum(m.contested for m in scenario.measures) == 12


def test_the_full_sitting_reaches_46_with_the_launch_of_february():
    scenario = load_scenario("resolution_2270")
    launch = scenario.incidents[-1]

    assert scenario.date(launch.day).isoformat() == "2016-02-07"
    assert scenario.stock + sum(incident.stock for incident in scenario.incidents) == 46


def test_the_longest_range_reaches_114_with_the_launch_of_28_july():
    """Two launches of this type weigh 8 points each; the text followed a week after the second."""
    scenario = load_scenario("hwasong_14")
    launch = scenario.incidents[-1]

    assert scenario.date(launch.day).isoformat() == "2017-07-28"
    assert scenario.date(32).isoformat() == "2017-08-05"
    assert scenario.president(0) == "CHN"
    assert scenario.president(32) == "EGY"
    assert scenario.stock + sum(incident.stock for incident in scenario.incidents) == 114


@pytest.mark.parametrize(
    ("id", "adopted", "president"),
    [
        ("resolution_2270", "2016-03-02", "AGO"),
        ("resolution_2321", "2016-11-30", "SEN"),
        ("hwasong_14", "2017-08-05", "EGY"),
        ("resolution_2375", "2017-09-11", "ETH"),
        ("resolution_2397", "2017-12-22", "JPN"),
    ],
)
def test_a_sitting_can_vote_on_the_day_of_the_record(id, adopted, president):
    """Source: dates of adoption and presidencies of the Council, un.org."""
    scenario = load_scenario(id)
    days = (date.fromisoformat(adopted) - scenario.start).days
    last_round = scenario.rounds * scenario.stride_days

    assert scenario.president(days) == president
    assert last_round - scenario.stride_days <= days <= last_round + 5


@pytest.mark.parametrize(
    ("id", "stock"),
    [("resolution_2321", 86), ("resolution_2375", 132), ("resolution_2397", 135)],
)
def test_provocation_is_counted_up_to_the_vote(id, stock):
    scenario = load_scenario(id)

    assert scenario.stock + sum(incident.stock for incident in scenario.incidents) == stock


def test_each_sitting_starts_from_the_regime_that_the_one_before_left_in_the_record():
    order = ("resolution_2270", "resolution_2321", "hwasong_14", "resolution_2375")
    for before, after in pairwise((*map(load_scenario, (*order, "resolution_2397")),)):
        for measure in (m for m in before.measures if after.has(m.id)):
            left = before.record.get(measure.id, before.base(measure.id))
            if measure.carries == "regime":
                assert after.base(measure.id) == left, (after.id, measure.id)


def test_the_lesson_speaks_in_every_beat_of_the_first_sitting():
    scenario = load_scenario("first_sitting")
    beats = {"alarm", "soundings", "text", "blue", "vote", "echo", "over"}

    assert set(scenario.lesson) == beats | {f"round_{n}" for n in range(1, scenario.rounds + 1)}
    assert max(len(hint.split()) for hint in scenario.lesson.values()) <= 25


def test_russias_line_on_transit_binds_once_coal_is_banned():
    """The exemption of Rajin is the price only where coal is touched."""
    position = load_scenario("resolution_2270").measure("project_exemption").positions["RUS"]

    assert position.red_below == 2
    assert [(t.measure, t.level) for t in position.binds_when] == [("coal_iron_exports", 2)]


def test_short_firings_and_words_are_the_likeliest_answers():
    """As in March 2016; a nuclear test within weeks is rare, and talks need more than a text."""
    s = load_scenario("resolution_2270")
    text = {id: Clause(id, level) for id, level in s.record.items() if level}
    world = evolve(pressure.settled(s), quiet=2)
    found = pressure.outlook(s, world, text, 15, 56, s.stock)
    shares = expected(s.target, found.world, found.outside, found.enforced, ())
    ranked = sorted(shares, key=lambda id: -shares[id])

    assert set(ranked[:2]) == {"short_range", "rhetoric"}, shares
    assert 10 < shares["nuclear_test"] < 80
    assert shares["talks"] + shares["freeze"] + shares["moratorium"] < 50


def traded():
    return [s for s in map(load_scenario, IDS) if s.favours]


def test_everybody_can_receive_a_favour_from_somebody_else():
    """No seat is left out of what is traded beside the text, nor a whole bloc."""
    assert traded()
    for scenario in traded():
        for delegation in scenario.delegations:
            offered = [
                favour
                for favour in scenario.favours
                if {delegation.id, delegation.bloc} & set(favour.worth)
                and set(favour.givers) - {delegation.id}
            ]
            assert offered, f"{scenario.id}: {delegation.id}"


def test_permanent_and_elected_members_have_favours_to_give():
    for scenario in traded():
        givers = {giver for favour in scenario.favours for giver in favour.givers}
        elected = {name for d in scenario.delegations if not d.permanent for name in (d.id, d.bloc)}

        assert givers & set(scenario.permanent), scenario.id
        assert givers & elected, scenario.id


def test_no_favour_is_worth_less_than_it_costs_to_everybody():
    """A favour that nobody gains by would never be given."""
    for scenario in traded():
        for favour in scenario.favours:
            assert max(favour.worth.values()) >= favour.cost, favour.id


def test_capitals_write_to_permanent_and_elected_members_about_what_can_still_be_had():
    for scenario in traded():
        told = {cable.to for cable in scenario.cables}

        assert told & set(scenario.permanent), scenario.id
        assert told - set(scenario.permanent), scenario.id
        assert all(cable.at_percent >= 10 for cable in scenario.cables)
        assert all(len(cable.text.split()) <= 40 for cable in scenario.cables)


@pytest.mark.parametrize("id", ["hwasong_14", "resolution_2270"])
def test_both_long_crises_have_every_product_two_guests_and_a_letter(id):
    s = load_scenario(id)

    assert {x.product for x in s.statements} == {"elements", "press", "prst"}
    assert [(g.basis, g.first) for g in s.guests] == [("rule_39", True), ("rule_37", False)]
    assert [(x.by, x.basis) for x in s.letters] == [("the Republic of Korea", "article_35")]


def test_the_meeting_of_july_2017_was_asked_for_in_public():
    """Source: the open meeting of 5 July 2017; China presided, and members met on the day after."""
    s = load_scenario("hwasong_14")

    assert [x.room for x in s.letters] == ["open"]
    assert s.president(0) == "CHN"
