"""A month at the border: wills move, flows follow, leaks widen, and people feel it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from game.engine.abroad.regime import Regime
from game.engine.abroad.whole import WHOLE, Whole, clip, least, most, share, toward
from game.engine.abroad.world import Abroad, Outside
from game.engine.scenario import Enforcer, Flow, Target

WILL_PACE = 250
"""Part of its way that a will goes in a month, per mille. Tuned: a new order reaches the customs
posts of a large State within a quarter of a year."""
STOCK_WILL = 4
"""Will that a point of provocation above the usual adds, per mille.

Tuned: China's record of 2016 and 2017, stock 46 and 132.
"""
USUAL_STOCK = 46
WATCHED_WILL = 100
"""Will that a full watch adds, per mille. Tuned."""
HARD_PACE = 120
"""Part of its way that hardship goes in a month, per mille. Tuned: stocks last for months."""
WINTER = (11, 12, 1, 2, 3)
HUNGRY_WINTER = 150
"""Per mille by which hardship weighs more in winter. Tuned."""


@frozen
class Crossing:
    """What the month at the border came to.

    paper: pressure as written, per mille of all there could be.
    enforced: pressure as enforced; less than nothing stopped counts as nothing.
    money: export and labour earnings stopped that month, thousands of US dollars.
    worth: flow -> worth of what crossed that month, thousands of US dollars.
    """

    paper: Whole
    enforced: Whole
    money: Whole
    worth: Mapping[str, Whole]


def month(
    target: Target,
    enforcers: Sequence[Enforcer],
    abroad: Abroad,
    regime: Regime,
    outside: Outside,
) -> tuple[Abroad, Crossing]:
    """Let one month pass at the border.

    Returns:
        the world with wills, flows, leaks and the gauges they move (revenue, fuel, hardship,
        cash, hindrance); and what crossed.
    """
    means = {e.id: e.capacity for e in enforcers}
    closed = _weighed(target, regime.shut)
    wills = {
        e.id: outside.held[e.id]
        if e.id in outside.held
        else toward(
            abroad.wills[e.id],
            will_goal(e, closed, regime.watch + outside.watch, outside),
            WILL_PACE,
        )
        for e in enforcers
    }
    flows, escaped = {}, {}
    for flow in target.flows:
        leak = abroad.leaks.get(flow.channel, 0)
        goal, escaped[flow.id] = _goal(flow, regime, wills, means, leak)
        flows[flow.id] = toward(abroad.flows[flow.id], goal, _pace(flow))
    leaks = {
        c.id: _leak(c.growth, c.most, abroad.leaks[c.id], regime, outside, c.id, closed)
        for c in target.channels
    }
    stopped = {id: most(0, WHOLE - now) for id, now in flows.items()}
    enforced = _weighed(target, stopped)
    money = sum(f.money * stopped[f.id] // 12 for f in target.flows if f.earns)
    abroad = evolve(abroad, wills=wills, flows=flows, escaped=escaped, leaks=leaks)
    abroad = evolve(abroad, gauges={**abroad.gauges, **_felt(target, abroad, regime, outside)})
    worth = {f.id: f.money * flows[f.id] // 12 for f in target.flows}
    return abroad, Crossing(on_paper(target, regime), enforced, money, worth)


def on_paper(target: Target, regime: Regime) -> Whole:
    """Return pressure as written, per mille of all there could be."""
    return _weighed(target, {f.id: written(regime, f.id) for f in target.flows})


def written(regime: Regime, flow: str) -> Whole:
    """Return how much of a flow is banned in writing, per mille; what is exempt counts in part."""
    return regime.shut[flow] + share(EXEMPT_WRITTEN, regime.exempt[flow])


EXEMPT_WRITTEN = 500
"""Part of a ban with an exemption that counts as pressure on paper, per mille.

Tuned: each cargo has to claim the exemption; the cap that followed it in November 2016 is more.
"""


def will_goal(enforcer: Enforcer, closed: Whole, watch: Whole, outside: Outside) -> Whole:
    """Return where an enforcer's will tends: what it is used to, what pushes it, what it costs.

    Args:
        closed: of all flows, weighed, per mille.
        watch: how closely it is looked at, per mille.
    """
    goal = enforcer.will + STOCK_WILL * (outside.stock - USUAL_STOCK)
    goal = goal + outside.push.get(enforcer.id, 0) + share(WATCHED_WILL, watch)
    return clip(goal - enforcer.exposure * closed // 100, 0, WHOLE)


def reach(flow: Flow, wills: Mapping[str, Whole], means: Mapping[str, int]) -> Whole:
    """Return how much of what is closed the partners of a flow really stop, per mille.

    Half a will stops less than half: a customs post that looks away is found by all the traffic.
    Partners that enforce nothing in this crisis are left out.
    """
    here = {id: part for id, part in flow.partners.items() if id in means}
    whole = sum(part * grip(wills[id], means[id]) for id, part in here.items())
    return whole // max(1, sum(here.values()))


def grip(will: Whole, means: int) -> Whole:
    """Return what a will with its means stops: full from nine tenths of both."""
    real = least(WHOLE, will * means // 900)
    return real * (WHOLE + real) // (2 * WHOLE)


def _goal(
    flow: Flow, regime: Regime, wills: Mapping[str, Whole], means: Mapping[str, int], leak: Whole
) -> tuple[Whole, Whole]:
    """Return what a flow tends to, and how much of it goes round the measures, per mille.

    What is open crosses; what is exempt crosses, and grows where nobody looks; what is closed is
    stopped as far as the partners reach, and a part of what they stop finds another way.
    """
    shut, exempt = regime.shut[flow.id], regime.exempt[flow.id]
    grip = reach(flow, wills, means)
    lax = WHOLE - grip
    stopped = share(shut, grip)
    escaped = share(stopped, leak)
    grown = exempt * share(flow.rise, lax) // WHOLE
    return WHOLE - stopped + escaped + grown, escaped


def _pace(flow: Flow) -> int:
    return WHOLE * 2 // (flow.months + 1)


def _leak(
    growth: int,
    widest: int,
    now: Whole,
    regime: Regime,
    outside: Outside,
    channel: str,
    closed: Whole,
) -> Whole:
    """Return how wide a channel is after a month: need widens it, words and watching close it."""
    watch = least(WHOLE, regime.watch + outside.watch)
    seen = WHOLE - watch * 6 // 10
    goal = share(share(widest, regime.gap[channel]), seen)
    return toward(now, share(goal, 300 + closed * 7 // 10), growth)


def _weighed(target: Target, parts: Mapping[str, Whole]) -> Whole:
    whole = max(1, sum(f.weight for f in target.flows))
    return sum(f.weight * parts[f.id] for f in target.flows) // whole


def _felt(target: Target, abroad: Abroad, regime: Regime, outside: Outside) -> Mapping[str, Whole]:
    """Return the gauges that a month at the border moves."""
    lost = {f.id: most(0, WHOLE - abroad.flows[f.id]) for f in target.flows}
    earned = [f for f in target.flows if f.earns]
    revenue = sum(f.money * lost[f.id] for f in earned) // max(1, sum(f.money for f in earned))
    fuels = [f for f in target.flows if f.kind == "supply" and "barrels" in f.unit]
    fuel = sum(f.units * lost[f.id] for f in fuels) // max(1, sum(f.units for f in fuels))
    felt = BARE + sum(share(f.hardship, lost[f.id]) for f in target.flows)
    cold = outside.season in WINTER
    felt = felt * (WHOLE + HUNGRY_WINTER * cold) // WHOLE
    felt = share(felt, WHOLE - least(WHOLE, regime.relief + outside.aid))
    return {
        "hindrance": least(WHOLE, regime.slow + share(HINDERED, revenue)),
        "revenue": revenue,
        "fuel": fuel,
        "hardship": clip(toward(abroad.gauges["hardship"], felt, HARD_PACE), 0, WHOLE),
        "cash": clip(
            toward(abroad.gauges["cash"], most(0, FULL_CASH - revenue), CASH_PACE), 0, WHOLE
        ),
    }


HINDERED = 200
"""Part of its growth that a programme loses with all that is earned, per mille. Tuned: small; all
earnings of 2016 were stopped on paper by the end of 2017, in which the programme went furthest."""
BARE = 300
"""Hardship without any measure, per mille. Tuned: the start of the indicators."""
FULL_CASH = 750
"""Foreign money in hand where nothing is stopped, per mille. Tuned: good years of coal; measured on
nothing, since no record of reserves is known."""
CASH_PACE = 40
"""Part of its way that foreign money goes in a month, per mille. Tuned: reserves last years."""
