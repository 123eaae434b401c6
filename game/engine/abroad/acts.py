"""What an act does to the world: gauges, the calendar of tests, the road to talks."""

from __future__ import annotations

from attrs import evolve

from game.engine.abroad.mind import SIGNS, ruled_out, step_of
from game.engine.abroad.whole import Whole, least, most, toward, where
from game.engine.abroad.world import (
    BROKEN_PROMISE,
    COARSE,
    FINE,
    Abroad,
    Outside,
    shifted,
    stirred,
)
from game.engine.scenario import Response, Target

MOMENTUM_PACE = 280
"""Part of its way that momentum goes in a month, per mille. Tuned: half of it is gone after two;
measured by `in-blue backtest` on the flights of 2006 to 2015, year by year."""
SPENT = 50
"""Part of what is ready to fire that one shot uses up, per mille. Tuned."""
REBUILT = 120
"""Part of what was fired that is built again in a month, per mille. Tuned: half a year."""
CALM = 400
"""Threat that is felt without exercises, per mille. Tuned."""
EXERCISES = 200
"""Threat that large exercises add, per mille. Tuned."""
THREAT_PACE = 300
TRUST_PACE = 20
DISTRUST = 180
"""Trust that is left where nothing is done for it, per mille. Tuned: the target's start."""
COHESION = 750
STIR_PACE = 350
"""Part of the stir of a text that fades in a month, per mille. Tuned: about three months."""
SIGNS_A_MONTH = 2
"""Signs of a plan that a month shows."""


def done(target: Target, abroad: Abroad, response: Response, times: Whole = 1) -> Abroad:
    """Return the world after an act of the target was done so many times; 0 changes nothing.

    A shot that the road to talks had ruled out breaks it off and costs trust.
    """
    flag = 1 * (times > 0)
    effect = {
        id: change * (1 if id in COARSE else FINE) * times
        for id, change in response.effect.items()
        if id != "escalation"
    }
    abroad = shifted(abroad, effect) if effect else abroad
    abroad = evolve(abroad, escalation=most(abroad.escalation, response.rung * flag))
    if response.leads:
        there = step_of(target, response.leads)
        abroad = evolve(abroad, stance=where(flag, there, abroad.stance))
    if response.large:
        own = next(at for at, r in enumerate(target.large, 1) if r.id == response.id)
        abroad = called_off(abroad, flag * (abroad.plan == own))
    return _fired(target, abroad, response, flag) if response.shot else abroad


def _fired(target: Target, abroad: Abroad, response: Response, flag: Whole) -> Abroad:
    assert response.shot is not None
    kind = response.shot.kind
    broken = flag * ruled_out(target, abroad, response)
    abroad = shifted(abroad, {"trust": -BROKEN_PROMISE * broken})
    return evolve(
        abroad,
        stance=where(broken, 0, abroad.stance),
        quiet=where(flag * (kind == "nuclear"), 0, abroad.quiet),
    )


def planned(abroad: Abroad, number: Whole) -> Abroad:
    """Return the world in which a large step begins to be prepared; 0 begins none.

    Args:
        number: of the step, from 1, by `Target.large`.
    """
    free = (abroad.plan == 0) * (number > 0)
    return evolve(abroad, plan=where(free, number, abroad.plan), signs=where(free, 0, abroad.signs))


def sighted(abroad: Abroad, count: Whole = 1) -> Abroad:
    """Return the world after more signs of the prepared step were there to be seen."""
    seen = least(SIGNS, abroad.signs + count)
    return evolve(abroad, signs=seen * (abroad.plan > 0))


def called_off(abroad: Abroad, flag: Whole = 1) -> Abroad:
    """Return the world in which the prepared step was given up, where the flag is 1."""
    return evolve(abroad, plan=where(flag, 0, abroad.plan), signs=where(flag, 0, abroad.signs))


def dawn(target: Target, abroad: Abroad, outside: Outside, shots: Whole) -> Abroad:
    """Return the world at the start of the next month: what lasts, what fades, what grows.

    Args:
        shots: how many were fired or set off in the month that ends.
    """
    g, fired = abroad.gauges, 1 * (shots > 0)
    trust = sum(step.trust * (abroad.stance == at) for at, step in enumerate(target.steps))
    pace = sum(step.growth * (abroad.stance == at) for at, step in enumerate(target.steps))
    growth = (g["drive"] * GROWTH * pace // 100 + 500) // 1000
    # Parts of a step add up from month to month, so that a small hindrance is not lost in rounding.
    held = growth * g.get("hindrance", 0)
    lost = (abroad.month + 1) * held // 1000 - abroad.month * held // 1000
    large = EXERCISES * (1000 - outside.quieted) // 1000
    noise = large * outside.exercises * (1 - abroad.paused)
    gauges: dict[str, Whole] = {
        **g,
        "momentum": toward(g["momentum"], 1000 * fired, MOMENTUM_PACE),
        "spent": least(1000, toward(g["spent"], 0, REBUILT) + SPENT * shots),
        "threat": toward(g["threat"], CALM + noise + outside.tension, THREAT_PACE),
        "trust": least(1000, toward(g["trust"], DISTRUST, TRUST_PACE) + trust),
        "offer": toward(g["offer"], FINE * outside.offer, 400),
        "cohesion": toward(g["cohesion"], COHESION - g["hardship"] // 4, 50),
        "programme": least(1000, g["programme"] + growth - lost),
    }
    abroad = evolve(
        abroad,
        stirred=abroad.stirred - abroad.stirred * STIR_PACE // 1000,
        united=abroad.united - abroad.united * STIR_PACE // 1000,
    )
    return evolve(
        stirred(abroad, outside.unity, outside.adopted),
        month=abroad.month + 1,
        gauges=gauges,
        quiet=abroad.quiet + 1,
        escalation=abroad.escalation
        - (abroad.escalation > 0) * (1 - fired) * (outside.season % 3 == 0),
    )


GROWTH = 3
"""Programme that a month adds where the drive for it is full, per mille.

Tuned: from the first test of 2006 to missiles of intercontinental range in July 2017.
"""
