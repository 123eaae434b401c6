"""Campaigns between computers: an exemption is used, later texts close it, bite has its price."""

import re
from datetime import date
from functools import cache

import pytest
from attrs import evolve

from game.commands.campaign import journey
from game.commands.trends import told, trends
from game.content import load_scenario
from game.engine import consensus, leaving, new_game, opinion, pressure
from game.engine.known import PUBLIC
from game.engine.observation import forecast, observe
from game.engine.past import Left
from game.engine.state import State
from game.language import MINUS
from tests.build import play_on, scenario

ID = "campaign_2016_2017"
COAL = "coal_iron_exports"


@cache
def walked():
    """Return the pasts of three campaigns of computers."""
    whole = load_scenario(ID)
    return tuple(journey(whole, dict.fromkeys(seats(), "quick"), seed).past for seed in (1, 2, 3))


def seats():
    whole = load_scenario(ID)
    later = (seat for sequel in whole.campaign.sequels for seat in sequel.scenario.seats)
    return tuple(dict.fromkeys((*whole.seats, *later)))


def test_coal_rises_under_the_exemption_in_most_campaigns_and_later_texts_close_it():
    """Source: coal to China rose in 2016 under the exemption, and was banned on 5 August 2017."""
    found = trends(load_scenario(ID), walked())

    assert found.exempted >= 2
    assert 2 * found.risen > found.exempted
    assert 2 * found.closed > found.exempted
    assert found.fallen == found.closed


def test_what_is_enforced_stays_below_what_is_written():
    for past in walked():
        for left in past:
            assert 0 <= left.enforced <= left.paper, left.sitting


# -- bite beside unity and will, at one moment and for one provocation


def texts(s):
    """Return the text of the record, and the one that the pen would like."""
    record = {**opinion.plain(s), **s.record}
    wished = {id: max(level, s.opening.get(id, 0)) for id, level in record.items()}
    return [opinion.text_of(levels) for levels in (record, wished)]


@pytest.mark.parametrize("id", ["resolution_2270", "resolution_2321"])
def test_a_text_that_bites_more_has_fewer_hands_and_less_will_behind_it(id):
    """Whoever the pressure falls on at its own border carries it out less willingly."""
    s = scenario(id)
    seen = observe(State(s), PUBLIC, {})
    record, wished = texts(s)
    rows = [consensus.row(s, text)[None, :] for text in (record, wished)]
    hands = [float(forecast(seen, row).expected[0]) for row in rows]
    worlds = [
        pressure.if_adopted(s, pressure.settled(s), text, 60, s.stock, 6)[-1]
        for text in (record, wished)
    ]
    (before, mild), (after, hard) = worlds

    assert hard.paper > mild.paper
    assert hands[1] < hands[0]
    assert all(after.wills[e.id] <= before.wills[e.id] for e in s.enforcers)
    assert after.wills["china"] < before.wills["china"]


# -- pens that differ


@cache
def written(id, variant, seeds):
    """Return what sittings left whose pen was told this."""
    s = scenario(id)
    pen = s.briefs[s.penholder]
    told = tuple(v for v in pen.variants if v.id == variant)
    s = evolve(s, briefs={**s.briefs, s.penholder: evolve(pen, variants=told)})
    return tuple(leaving.left_by(play_on(new_game(s), seed).end) for seed in seeds)


def test_a_pen_that_wants_bite_writes_more_of_it_and_has_fewer_hands():
    """Source of such a wish: resolution 1929 (2010) was adopted by 12 votes to 2."""
    bite, unity = (
        written("resolution_2270", variant, (1, 2, 3))
        for variant in ("bite_first", "fifteen_hands")
    )

    assert all(left.adopted for left in (*bite, *unity))
    assert sum(left.yes for left in bite) < sum(left.yes for left in unity)
    assert sum(left.paper for left in bite) > sum(left.paper for left in unity)


def test_what_divides_the_council_is_carried_out_less_readily():
    bite, unity = (
        written("resolution_2375", variant, (1, 2)) for variant in ("bite_first", "fifteen_hands")
    )

    assert sum(left.yes for left in bite) < sum(left.yes for left in unity)
    assert sum(left.will for left in bite) < sum(left.will for left in unity)


# -- the count itself


def left(sitting="a", yes=15, paper=50, enforced=25, coal=3, flow=1100, will=500):
    return Left(
        sitting,
        date(2016, 3, 2),
        adopted=True,
        yes=yes,
        levels={COAL: coal},
        paper=paper,
        enforced=enforced,
        flows={"coal": flow},
        will=will,
    )


def test_a_campaign_counts_where_trade_rose_while_it_was_exempt_and_then_fell():
    used = (left(), left("b", coal=7, flow=200))
    unused = (left(flow=900), left("b", coal=3, flow=950))
    never = (left(coal=7, flow=300), left("b", coal=7, flow=200))
    found = trends(load_scenario(ID), (used, unused, never))

    assert (found.exempted, found.risen, found.closed, found.fallen) == (2, 1, 1, 1)


def test_texts_are_held_beside_others_of_the_same_sitting():
    hard = left(paper=60, enforced=24, yes=11)
    soft = left(paper=40, enforced=24, yes=15)
    late = left("b", paper=90, enforced=80, yes=15)
    found = trends(load_scenario(ID), ((hard, late), (soft, late)))

    assert found.bite < 0 > found.unity
    assert "4 texts" in told(found)
    assert f"at {MINUS}" in told(found)
    assert not re.search(r"-\d", told(found))


def test_divided_texts_are_held_beside_those_of_all():
    hard = left(paper=60, enforced=24, yes=12, will=300)
    soft = left(paper=40, enforced=24, will=500)
    found = trends(load_scenario(ID), ((hard,), (soft,)))

    assert found.divided == 1
    assert (found.harder, round(found.weaker), found.looser) == (20, 20, 200)
    assert found.will < 0 < found.hands
    assert "1 texts were divided" in told(found)


def test_a_sitting_that_was_spared_is_not_counted():
    found = trends(load_scenario(ID), ((evolve(left(), passed=True),),))

    assert (found.exempted, found.texts) == (0, 0)
