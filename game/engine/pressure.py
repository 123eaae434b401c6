"""What measures in force do: strength on paper, pressure at the border, the target's answer."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine import opinion
from game.engine.abroad.whole import swell
from game.engine.abroad.world import FINE, STEADY
from game.engine.record import Draft
from game.engine.scenario import Course, Enforcer, Response, Scenario
from game.engine.terms import Ballot, Seat
from game.engine.wording import clause_at, effect_of, twentieths

MONTHS = 12
FUEL_SHARE = 170
"""Per mille of a year's earnings that a year's fuel is worth.

Tuned: 8.5 million barrels at 60 dollars against 3,000 million dollars.
"""
FULL_PRESSURE = 120
"""Points of effect that make 100 per cent pressure. Tuned: the regime of the end of 2017."""


def strength_of(scenario: Scenario, draft: Draft) -> int:
    """Return the earnings stopped on paper, fuel counted in, per mille of a year's."""
    revenue, fuel, _ = _stopped(scenario, draft)
    return revenue + fuel * FUEL_SHARE // 1000


def hardship_of(scenario: Scenario, draft: Draft) -> int:
    """Return the harm to civilians on paper, points above nothing, relief counted off."""
    return max(0, _stopped(scenario, draft)[2])


def _stopped(scenario: Scenario, draft: Draft) -> tuple[int, int, int]:
    revenue = fuel = hardship = 0
    for m in scenario.measures:
        e = effect_of(scenario, clause_at(scenario, draft, m.id))
        revenue, fuel, hardship = revenue + e.revenue, fuel + e.fuel, hardship + e.hardship
    return max(0, revenue), max(0, fuel), hardship


def paper_of(scenario: Scenario, draft: Draft) -> int:
    """Return the pressure of the whole regime on paper, 0 to 100."""
    points = sum(
        twentieths(effect_of(scenario, clause_at(scenario, draft, m.id))) for m in scenario.measures
    )
    return min(100, max(0, points) * 100 // (opinion.PRESSURE_UNIT * FULL_PRESSURE))


def will_of(
    scenario: Scenario,
    enforcer: Enforcer,
    draft: Draft,
    ballots: Mapping[Seat, Ballot],
    explained: Mapping[Seat, str],
    stock: int,
) -> int:
    """Return an enforcer's readiness after the vote, per mille.

    A yes of its own raises it, an abstention or a no lowers it; so do the pressure that falls on
    itself and a reading of the text that its explanation of vote fixed. A united Council and
    provocation raise it. Tuned: China's record of 2016 and 2017.
    """
    will = enforcer.will + 2 * (stock - opinion.STOCK_OF_BRIEFS)
    own = ballots.get(enforcer.seat)
    will += {Ballot.YES: 60, Ballot.NO: -250, None: 0}.get(own, -80)
    will += 8 * (sum(b is Ballot.YES for b in ballots.values()) - 9)
    will -= enforcer.exposure * opinion.pressure_of(scenario, draft) // 10
    if explained.get(enforcer.seat) == "narrow":
        will -= 40
    return min(1000, max(0, will))


def year_at_the_border(
    scenario: Scenario, draft: Draft, wills: Mapping[str, int]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return pressure on paper and as enforced for twelve months, 0 to 100 each.

    Customs posts are zealous in the first months and tire; loose words leak more each month.
    """
    paper = paper_of(scenario, draft)
    reach = sum(e.share * wills[e.id] // 1000 * e.capacity // 1000 for e in scenario.enforcers)
    shares = sum(e.share for e in scenario.enforcers)
    steady = paper * reach // max(1, shares)
    enforced = tuple(
        min(paper, steady + max(0, 3 - month) * steady // 20 - month * steady // 100)
        for month in range(MONTHS)
    )
    return (paper,) * MONTHS, enforced


def trade_course(scenario: Scenario, draft: Draft, wills: Mapping[str, int]) -> tuple[int, ...]:
    """Return the course of the followed trade, month by month; 100 is the year before."""
    flow = scenario.flow
    if flow is None:
        return ()
    level = opinion.level_of(scenario, draft, flow.measure)
    laxity = 1000 - wills[flow.enforcer]
    start = flow.start[level] + (100 - flow.start[level]) * laxity // 3000
    return tuple(
        max(0, start + month * _monthly(flow, level, laxity) // 1000) for month in range(MONTHS)
    )


def _monthly(flow: Course, level: int, laxity: int) -> int:
    change = flow.monthly[level]
    return change * laxity if change > 0 else change * (1000 - laxity // 2)


def terms_of(
    indicators: Mapping[str, int],
    pressure: int,
    yes: int,
    seats: int,
    adopted: bool,
    talks: int,
) -> Mapping[str, int]:
    """Return what a response can lean on, each 0 to 100."""
    return {
        **{id: value // FINE for id, value in STEADY.items()},
        "pressure": pressure,
        "unity": 100 * yes // seats,
        "adopted": 100 if adopted else 0,
        "talks": 0,
        "offer": talks // 2,
        "hardship": indicators["hardship"],
        "trust": indicators["trust"],
        "threat": indicators["threat"],
        "programme": indicators["programme"],
    }


def talks_of(scenario: Scenario, draft: Draft) -> int:
    """Return how far a text points to talks, 0 to 100."""
    ids = [m for m in scenario.measures if m.category == "diplomatic"]
    if not ids:
        return 0
    got = sum(opinion.level_of(scenario, draft, m.id) for m in ids)
    return 100 * got // sum(m.top for m in ids)


PREPARED = 12
"""Points that a large step lacks where all is said in one answer. Tuned: it takes a plan first."""


def weight_of(response: Response, lean: Mapping[str, int], doctrine: Mapping[str, int]) -> int:
    """Return how strongly one doctrine draws the target to a response."""
    if response.after or lean["programme"] < response.gate:
        return 0
    points = response.base + doctrine.get(response.id, 0) - PREPARED * response.large
    points += sum(more * lean.get(key, 0) // 100 for key, more in response.leans.items())
    return int(swell(points))


def doctrine_odds(scenario: Scenario, clues: tuple[str, ...]) -> Mapping[str, int]:
    """Weigh the target's possible plans by the signs seen; weights, not per cent."""
    out = {}
    seen = {c.id: c for c in scenario.target.clues}
    for d in scenario.target.doctrines:
        weight = d.weight
        for id in clues:
            weight *= seen[id].weights.get(d.id, 0)
        out[d.id] = weight
    return out


def response_odds(
    scenario: Scenario, lean: Mapping[str, int], clues: tuple[str, ...]
) -> Mapping[str, int]:
    """Return how likely each response is from the signs seen, per mille."""
    plans = doctrine_odds(scenario, clues)
    whole = sum(plans.values()) or 1
    out = {r.id: 0.0 for r in scenario.target.responses}
    for d in scenario.target.doctrines:
        weights = {r.id: weight_of(r, lean, d.responses) for r in scenario.target.responses}
        total = sum(weights.values()) or 1
        for id, weight in weights.items():
            out[id] += plans[d.id] / whole * weight / total
    return {id: round(1000 * p) for id, p in out.items()}
