"""The other strategy: from the treaty that was left in 2003 to the first test of October 2006."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from game import engine
from game.content import load_scenario
from game.engine import chain, committee
from game.engine.past import Left
from tests.build import played

ARC = "broken_talks_2001_2006"
# Source: membership of the Security Council in 2003 and 2006, un.org.
ELECTED = {
    "broken_talks_2001": "AGO BGR CMR CHL DEU GIN MEX PAK ESP SYR",
    "resolution_1695": "ARG COG DNK GHA GRC JPN PER QAT SVK TZA",
    "resolution_1718": "ARG COG DNK GHA GRC JPN PER QAT SVK TZA",
}


def sittings():
    first = load_scenario(ARC)
    return (first, *(sequel.scenario for sequel in first.campaign.sequels))


def left(scenario, days, *acts):
    """Return what a sitting leaves that adopted the text of the record, if there was one."""
    levels = {m.id: scenario.record.get(m.id, scenario.base(m.id)) for m in scenario.measures}
    stock = scenario.stock + sum(incident.stock for incident in scenario.incidents)
    ended = scenario.start + timedelta(days=days)
    return Left(scenario.id, ended, adopted=True, yes=15, levels=levels, stock=stock, acts=acts)


def test_three_sittings_lie_on_the_way_to_the_first_test():
    """Source: S/RES/1695 and 1718 (2006); the withdrawal of 10 January 2003."""
    assert [(s.id, s.start) for s in sittings()] == [
        ("broken_talks_2001", date(2003, 1, 10)),
        ("resolution_1695", date(2006, 7, 5)),
        ("resolution_1718", date(2006, 10, 9)),
    ]


def test_each_sitting_has_the_members_of_its_year():
    for s in sittings():
        assert set(s.seats) - set(s.permanent) == set(ELECTED[s.id].split())


@pytest.mark.parametrize(
    ("id", "adopted", "president"),
    [("resolution_1695", "2006-07-15", "FRA"), ("resolution_1718", "2006-10-14", "JPN")],
)
def test_a_sitting_of_2006_can_vote_on_the_day_of_the_record(id, adopted, president):
    """Source: dates of adoption (SC/8778, SC/8853) and presidencies of the Council, un.org."""
    s = load_scenario(id)
    days = (date.fromisoformat(adopted) - s.start).days

    assert s.president(days) == president
    assert days == s.rounds * s.stride_days


def test_the_second_sitting_of_2006_begins_with_the_words_of_the_first():
    """Source: S/RES/1695 (2006), read into levels."""
    july, october = sittings()[1:]
    for id, level in july.record.items():
        assert october.base(id) == level, id


def test_a_past_that_follows_the_record_meets_the_provocation_of_each_sitting():
    first, july, october = sittings()
    past = (left(first, 90),)
    assert abs(chain.sitting(first.campaign, past).stock - july.stock) <= 2
    past = (*past, left(july, 10))
    assert abs(chain.sitting(first.campaign, past).stock - october.stock) <= 2


def test_whoever_sits_for_a_member_of_2003_goes_on_in_its_region():
    first, july, _ = sittings()
    heirs = {seat: chain.heir(first.campaign, july, seat) for seat in first.seats}

    assert set(heirs.values()) == set(july.seats)
    blocs = {seat: july.delegation(seat).bloc for seat in july.seats}
    assert all(blocs[heirs[s]] == "african" for s in ("AGO", "CMR", "GIN"))


def test_talks_that_are_kept_in_2003_spare_the_missiles_of_july():
    """The other strategy: exercises held off against launches, through Beijing, and kept."""
    first = sittings()[0]
    kept, broken = (evolve(left(first, 90), kept=kept) for kept in (True, False))

    assert len(chain.past_over(first.campaign, (kept,))) == 2
    assert len(chain.past_over(first.campaign, (broken,))) == 1
    assert first.season.standstill.giver in first.seats
    assert first.season.standstill.step in first.campaign.sequels[0].unless


def test_a_freeze_that_holds_spares_the_missiles_of_july():
    first = sittings()[0]
    past = chain.past_over(first.campaign, (left(first, 90, "freeze"),))

    assert [p.passed for p in past] == [False, True]


@pytest.mark.parametrize("seed", range(6))
def test_months_after_each_sitting_of_the_arc_are_acted_in(seed):
    """Source: there was no Committee before resolution 1718 (2006), and no Panel before 2009."""
    id = tuple(ELECTED)[seed % 3]
    end = played(id, seed + 1).end
    now = end.record.followup

    assert now.month > 0
    assert now.half == 2
    assert not now.panel
    assert set(end.abroad.flows) == {f.id for f in end.scenario.target.flows} >= {"arms"}
    if not committee.has_committee(end):
        assert not now.reports
        assert not [n for n in now.notices if n.kind in ("list", "relief")]


def test_there_is_a_committee_once_any_text_in_force_has_founded_it():
    """Source: resolution 1718 (2006), paragraph 12; before it there was none."""
    of_2003, of_july, of_october = (engine.new_game(s) for s in sittings())
    founded = evolve(left(sittings()[1], 15, ""), adopted=True, levels={"chapter_basis": 2})
    failed = evolve(founded, adopted=False)

    assert not committee.has_committee(evolve(of_2003, past=(founded,)))
    assert not committee.has_committee(of_july)
    assert committee.has_committee(evolve(of_october, past=(founded,)))
    assert not committee.has_committee(evolve(of_october, past=(failed,)))


def test_january_2003_mostly_ends_without_a_text_and_not_always():
    """In the record the members were concerned on 9 April 2003, and nothing else came of it."""
    ends = [played("broken_talks_2001", seed).end for seed in range(1, 13)]
    texts = sum(bool(end.tally and end.tally.adopted) for end in ends)

    assert 0 < texts <= 6
