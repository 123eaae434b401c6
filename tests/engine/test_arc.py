"""The other strategy: from the talks that waited in 2001 to the first test of October 2006."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from game import engine
from game.content import load_scenario
from game.engine import chain, committee
from game.engine.past import Left
from tests.build import played

ARC = "broken_talks_2001_2006"
# Source: membership of the Security Council in 2001, 2003 and 2006, un.org.
ELECTED = {
    "broken_talks_2001": "BGD COL IRL JAM MLI MUS NOR SGP TUN UKR",
    "withdrawal_2003": "AGO BGR CMR CHL DEU GIN MEX PAK ESP SYR",
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


def test_four_sittings_lie_on_the_way_to_the_first_test():
    """Source: S/RES/1695 and 1718 (2006); the withdrawal of 10 January 2003.

    The first has none: the Council had no meeting on the talks that waited.
    """
    assert [(s.id, s.start) for s in sittings()] == [
        ("broken_talks_2001", date(2001, 5, 3)),
        ("withdrawal_2003", date(2003, 1, 10)),
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
    july, october = sittings()[2:]
    for id, level in july.record.items():
        assert october.base(id) == level, id


def test_a_past_that_follows_the_record_meets_the_provocation_of_each_sitting():
    first, january, july, october = sittings()
    past = (left(first, 55),)
    assert abs(chain.sitting(first.campaign, past).stock - january.stock) <= 2
    past = (*past, left(january, 90))
    assert abs(chain.sitting(first.campaign, past).stock - july.stock) <= 2
    past = (*past, left(july, 10))
    assert abs(chain.sitting(first.campaign, past).stock - october.stock) <= 2


@pytest.mark.parametrize("at", [1, 2, 3])
def test_whoever_sits_for_a_member_goes_on_in_its_region(at):
    first, *later = sittings()
    then, now = (first, *later)[at - 1], (first, *later)[at]
    heirs = {seat: chain.heir(first.campaign, now, seat) for seat in then.seats}

    assert set(heirs.values()) == set(now.seats)
    african = [seat for seat in then.seats if then.delegation(seat).bloc == "african"]
    assert len(african) == 3
    assert all(now.delegation(heirs[seat]).bloc == "african" for seat in african)


@pytest.mark.parametrize("at", [0, 1])
def test_talks_that_are_kept_spare_what_opens_the_next_sitting(at):
    """The other strategy: what was agreed is kept in 2001, or agreed anew in 2003."""
    first, now = sittings()[0], sittings()[at]
    before = tuple(left(s, 55) for s in sittings()[:at])
    kept, broken = (evolve(left(now, 55), kept=kept) for kept in (True, False))

    assert len(chain.past_over(first.campaign, (*before, kept))) == at + 2
    assert len(chain.past_over(first.campaign, (*before, broken))) == at + 1
    assert now.season.standstill.giver in now.seats
    assert now.season.standstill.step in first.campaign.sequels[at].unless


@pytest.mark.parametrize("at", [0, 1])
def test_a_freeze_that_holds_spares_what_opens_the_next_sitting(at):
    first, now = sittings()[0], sittings()[at]
    before = tuple(left(s, 55) for s in sittings()[:at])
    past = chain.past_over(first.campaign, (*before, left(now, 55, "freeze")))

    assert [p.passed for p in past] == [False] * (at + 1) + [True]


@pytest.mark.parametrize("seed", range(8))
def test_months_after_each_sitting_of_the_arc_are_acted_in(seed):
    """Source: there was no Committee before resolution 1718 (2006), and no Panel before 2009."""
    id = tuple(ELECTED)[seed % 4]
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
    of_2003, of_july, of_october = (engine.new_game(s) for s in sittings()[1:])
    founded = evolve(left(sittings()[2], 15, ""), adopted=True, levels={"chapter_basis": 2})
    failed = evolve(founded, adopted=False)

    assert not committee.has_committee(evolve(of_2003, past=(founded,)))
    assert not committee.has_committee(of_july)
    assert committee.has_committee(evolve(of_october, past=(founded,)))
    assert not committee.has_committee(evolve(of_october, past=(failed,)))


def test_january_2003_mostly_ends_without_a_text_and_not_always():
    """In the record the members were concerned on 9 April 2003, and nothing else came of it."""
    ends = [played("withdrawal_2003", seed).end for seed in range(1, 13)]
    texts = sum(bool(end.tally and end.tally.adopted) for end in ends)

    assert 0 < texts <= 6
