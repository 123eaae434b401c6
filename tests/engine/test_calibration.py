"""What the record of 2016 and 2017 says of the model, without a game being played.

A text is put to a hundred deals. Each delegation says in public what is true of it, in the
order of the blue beat and twice over, so that phrases settle; then all vote by their sums.
Source of the thresholds: the first playable version's list of what it must show.
"""

from functools import cache

import pytest
from attrs import evolve

from game.engine import consensus, council, opinion
from game.engine.record import Record, Showing
from game.engine.terms import Ballot, Cause, Circle, Phrase
from tests.build import any_luck, random_minds, scenario

DEALS = 100


@cache
def deals(id):
    luck = any_luck("deals", 2016)
    return [random_minds(scenario(id), luck) for _ in range(DEALS)]


def spoken(s, minds, draft, stock):
    """Return the record after everybody has said what is true, twice, the pen and allies first."""
    record = Record(day=50, stock=stock, showings=(Showing(1, Circle.ALL, 30),))
    record = evolve(record, phrases={s.penholder: Phrase.SUPPORTS})
    order = sorted(s.seats, key=lambda seat: (seat != s.penholder, seat not in s.permanent))
    for seat in (*order, *order):
        variant, margin = minds[seat]
        points = opinion.total(opinion.reasons(s, record, seat, variant, margin, draft))
        phrase = opinion.phrase_for(s.briefs[seat], points)
        record = evolve(record, phrases={**record.phrases, seat: phrase})
    return record


def put_to_the_vote(levels, s=None, stock=46):
    """Return the ballots in each deal on a text at these levels."""
    return _ballots(s or scenario(), tuple(sorted(levels.items())), stock)


@cache
def _ballots(s, levels, stock):
    draft = opinion.text_of(opinion.plain(s) | dict(levels))
    return tuple(
        consensus.ballots(s, spoken(s, minds, draft, stock), minds, draft) for minds in deals(s.id)
    )


def share(levels, s=None, stock=46):
    """Return the per cent of deals in which a text is adopted."""
    s = s or scenario()
    found = [council.outcome(s, b)[0] is Cause.ADOPTED for b in put_to_the_vote(levels, s, stock)]
    return 100 * sum(found) // len(found)


def without_red_lines(s, *measures):
    """Return a scenario in which China and Russia have no red line on these measures."""
    bare = {
        m.id: evolve(
            m,
            positions={
                who: evolve(p, red_from=None, red_below=None, binds_when=())
                if who in ("CHN", "RUS")
                else p
                for who, p in m.positions.items()
            },
        )
        for m in s.measures
        if m.id in measures
    }
    return evolve(s, measures=tuple(bare.get(m.id, m) for m in s.measures))


def test_the_text_of_march_2016_is_adopted_in_nearly_every_deal():
    """Source: S/RES/2270 (2016), adopted 15-0 on 2 March 2016."""
    assert share(scenario().record) >= 95


def test_the_text_of_march_2016_is_mostly_unanimous():
    ballots = put_to_the_vote(scenario().record)
    unanimous = sum(set(b.values()) == {Ballot.YES} for b in ballots)

    assert 100 * unanimous >= 60 * len(ballots)


def test_no_permanent_member_votes_against_the_text_of_march_2016():
    for ballots in put_to_the_vote(scenario().record):
        assert not [s for s in scenario().permanent if ballots[s] is Ballot.NO]


def test_the_regime_of_november_2016_is_refused_in_march():
    """Source: S/RES/2321 (2016) needed a fifth test and eighty-two days."""
    assert share(scenario().later) <= 10


def test_a_full_coal_ban_with_a_cut_of_crude_oil_is_refused():
    assert share(scenario().record | {"coal_iron_exports": 6, "crude_oil": 4}) == 0


def test_a_full_coal_ban_with_a_cut_of_crude_oil_is_refused_even_without_red_lines():
    """The sum refuses it by itself, not only the line."""
    bare = without_red_lines(scenario(), "coal_iron_exports", "crude_oil")
    assert bare.measure("crude_oil").positions["CHN"].red_from is None

    assert share(scenario().record | {"coal_iron_exports": 6, "crude_oil": 4}, bare) <= 20


def test_the_opening_text_is_refused():
    assert share(scenario().opening) <= 30


def test_the_opening_text_is_refused_on_the_first_day_too():
    """Without the launch of February the provocation stock is lower still."""
    assert share(scenario().opening, stock=scenario().stock) <= 30


def test_a_text_that_says_nothing_new_is_no_reason_to_block():
    assert share({}) >= 50


@pytest.mark.parametrize("seat", ["CHN", "RUS"])
def test_china_and_russia_like_each_further_step_on_coal_no_better(seat):
    s = scenario()
    for variant in s.briefs[seat].variants:
        sums = []
        for level in range(s.measure("coal_iron_exports").top + 1):
            text = opinion.text_of(s.record | {"coal_iron_exports": level})
            sums.append(opinion.total(opinion.own_reasons(s, seat, variant.id, text, 46)))
        ceiling = opinion.stands(s, seat, variant.id)["coal_iron_exports"].ceiling
        beyond = sums[ceiling:]
        assert beyond == sorted(beyond, reverse=True)


def test_more_provocation_never_makes_a_text_harder_to_adopt():
    s = scenario()
    for levels in (s.record, s.later):
        assert share(levels, stock=40) <= share(levels, stock=52) <= share(levels, stock=70)


def july():
    """Return the sitting of July 2017, with the whole catalogue in play."""
    return scenario("hwasong_14")


AFTER_BOTH_LAUNCHES = 114


def test_the_text_of_august_2017_is_adopted_unanimously_in_nearly_every_deal():
    """Source: S/RES/2371 (2017), adopted 15-0 on 5 August 2017."""
    ballots = put_to_the_vote(july().record, july(), AFTER_BOTH_LAUNCHES)
    unanimous = sum(set(b.values()) == {Ballot.YES} for b in ballots)

    assert share(july().record, july(), AFTER_BOTH_LAUNCHES) >= 95
    assert 100 * unanimous >= 80 * len(ballots)


def test_what_was_asked_for_in_public_in_july_2017_is_refused():
    """Source: oil, flights and labour were asked for on 5 July and are not in the text."""
    assert share(july().opening, july(), AFTER_BOTH_LAUNCHES) <= 10


def test_the_regime_of_september_2017_is_refused_in_july():
    """Source: S/RES/2375 (2017) needed a sixth test."""
    assert share(july().later, july(), AFTER_BOTH_LAUNCHES) <= 10


def test_the_label_as_a_finding_costs_the_text_of_august_2017():
    """Source: the letters ended a press statement on 6 July; the text attributes them."""
    found = july().record | {"missile_class": 3}

    for ballots in put_to_the_vote(found, july(), AFTER_BOTH_LAUNCHES):
        assert ballots["RUS"] is Ballot.NO


LATER_SITTINGS = ("resolution_2321", "resolution_2375", "resolution_2397")


def at_the_vote(id):
    s = scenario(id)
    return s, s.stock + sum(incident.stock for incident in s.incidents)


@pytest.mark.parametrize("id", LATER_SITTINGS)
def test_a_recorded_text_is_adopted_in_nearly_every_deal_and_mostly_by_all(id):
    """Source: S/RES/2321 (2016), S/RES/2375 and S/RES/2397 (2017), each adopted 15-0."""
    s, stock = at_the_vote(id)
    ballots = put_to_the_vote(s.record, s, stock)
    unanimous = sum(set(b.values()) == {Ballot.YES} for b in ballots)

    assert share(s.record, s, stock) >= 95
    assert 100 * unanimous >= 60 * len(ballots)


@pytest.mark.parametrize("id", LATER_SITTINGS)
def test_the_first_draft_is_refused(id):
    """Source: full coal ban in 2016, oil embargo in September and December 2017: not adopted."""
    s, stock = at_the_vote(id)

    assert share(s.opening, s, stock) <= 10


@pytest.mark.parametrize("id", LATER_SITTINGS[:2])
def test_the_next_regime_is_refused_a_sitting_too_early(id):
    s, stock = at_the_vote(id)

    assert share(s.later, s, stock) <= 10


def test_workers_home_within_a_year_costs_the_text_of_december_2017():
    """Source: twelve months became twenty-four minutes before the vote of 22 December 2017."""
    s, stock = at_the_vote("resolution_2397")
    printed = s.record | {"overseas_workers": 6}

    for ballots in put_to_the_vote(printed, s, stock):
        assert ballots["RUS"] is Ballot.NO


def iran():
    """Return the sitting of June 2010, another file and another target."""
    return scenario("iran_2010")


def test_the_text_of_june_2010_is_adopted_by_twelve_against_two_with_one_abstention():
    """Source: S/RES/1929 (2010), 9 June 2010; Brazil and Turkey against, Lebanon abstaining."""
    for ballots in put_to_the_vote(iran().record, iran(), iran().stock):
        others = {seat: b for seat, b in ballots.items() if seat not in ("BRA", "TUR", "LBN")}

        assert ballots["BRA"] is ballots["TUR"] is Ballot.NO
        assert ballots["LBN"] is Ballot.ABSTAIN
        assert set(others.values()) == {Ballot.YES}


def test_more_on_banks_arms_and_oil_than_five_could_agree_on_is_refused_in_june_2010():
    assert share(iran().opening, iran(), iran().stock) <= 10


def test_brazil_and_turkey_could_have_been_had_for_a_word_on_what_they_signed():
    text = iran().record | {"fuel_swap": 2}

    for ballots in put_to_the_vote(text, iran(), iran().stock):
        assert ballots["BRA"] is ballots["TUR"] is Ballot.YES


def spring_2003():
    """Return the sitting of early 2003, when talks had been broken off for two years."""
    return scenario("withdrawal_2003")


SPARE = {"peaceful_solution": 2}


@pytest.mark.parametrize("levels", [spring_2003().opening, SPARE | {"condemnation": 3}])
def test_pressure_without_talks_is_refused_in_spring_2003(levels):
    """Source: on 9 April 2003 the members said that they were concerned, and did no more."""
    s = spring_2003()

    assert share(levels, s, s.stock) == 0


def test_a_call_to_both_to_resume_passes_in_the_fewer_deals_of_spring_2003():
    """In the record there was none; two neighbours wanted no text at all."""
    s = spring_2003()
    text = SPARE | {"condemnation": 3, "broken_talks": 2}

    assert 10 <= share(text, s, s.stock) <= 50
