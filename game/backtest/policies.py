"""History with parts taken away: what pressure, offers and enforcement are worth in the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import numpy as np
from attrs import frozen

from game.backtest.replay import Replay, Text
from game.backtest.worlds import History, Month, run
from game.engine.abroad import Outside, regime_of
from game.engine.scenario import Enforcer, Target

FIRST, LAST = 2016, 2018
"""Years that are played again: from the fourth test on."""


@frozen
class Policy:
    """What the Council and others do from 2016 on.

    id: name.
    title: in the report.
    texts: none, recorded, or maximal (demands that fail more often than they pass).
    offer: what is offered for a pause, 0 to 100.
    lax: per mille taken from the will of the largest neighbour.
    """

    id: str
    title: str
    texts: str = "recorded"
    offer: int = 0
    lax: int = 0


POLICIES = (
    Policy("none", "no action", texts="none"),
    Policy("pressure", "pressure alone"),
    Policy("both", "pressure with an offer", offer=70),
    Policy("offer", "an offer alone", texts="none", offer=70),
    Policy("maximal", "maximal demands", texts="maximal"),
    Policy("lax", "pressure, a lax neighbour", lax=500),
)

MAXIMAL = {
    "coal_iron_exports": 7,
    "crude_oil": 6,
    "refined_petroleum": 5,
    "textile_exports": 4,
    "overseas_workers": 6,
    "misc_exports": 4,
    "industrial_imports": 5,
    "seafood_exports": 4,
    "mineral_metal_exports": 5,
    "high_seas_interdiction": 5,
    "cargo_inspection": 5,
}
"""What an embargo with force would be."""
MAXIMAL_UNITY = 600
"""Per mille of the Council behind an embargo: nine of fifteen. Tuned."""
MAXIMAL_WILL = -250
"""Will of an enforcer that voted against what it is asked to do, per mille.

Tuned: the price of a no in `pressure.VOTED`. Such a text was refused each time it was tried
(first drafts of 2270 and 2375); here it is assumed to be declared by those who wanted it.
"""
YES = 60
"""Will that a vote in favour adds, per mille, as in `pressure.VOTED`."""


@frozen
class Outcome:
    """What became of many worlds under a policy.

    policy: which.
    flights: missiles a year.
    tests: nuclear tests a year.
    talks: months of talks or more, of all months, per cent.
    road: worlds that ever came to a freeze or beyond, per cent.
    hardship: mean of the last year, 0 to 100.
    enforced: pressure as enforced in the last month, 0 to 100.
    error: standard error of the flights a year.
    """

    policy: Policy
    flights: float
    tests: float
    talks: float
    road: float
    hardship: float
    enforced: float
    error: float


def compare(
    target: Target,
    enforcers: Sequence[Enforcer],
    replay: Replay,
    *,
    games: int = 500,
    seed: int = 1,
) -> tuple[Outcome, ...]:
    """Play the years again under every policy, on the same dice, and say what became of them."""
    return tuple(
        _outcome(policy, played(policy, target, enforcers, replay, games=games, seed=seed))
        for policy in POLICIES
    )


def played(
    policy: Policy,
    target: Target,
    enforcers: Sequence[Enforcer],
    replay: Replay,
    *,
    games: int,
    seed: int,
) -> History:
    """Return the years under one policy; wills and the road to talks move by themselves."""
    months = tuple(months_under(policy, target, enforcers, replay))
    begin = begin_of(target)
    return run(target, enforcers, months, worlds=games, seed=seed, begin=begin, quiet=QUIET)


def begin_of(target: Target) -> Mapping[str, int]:
    """Return the gauges of January 2016, per mille."""
    return {**{id: 10 * v for id, v in target.indicators.items() if id in BEGIN}, "drive": 900}


BEGIN = ("hardship", "trust", "threat", "programme")
QUIET = 35
"""Months since the last nuclear test in January 2016. Source: the third, of 12 February 2013."""


def months_under(
    policy: Policy, target: Target, enforcers: Sequence[Enforcer], replay: Replay
) -> Iterator[Month]:
    """Yield the months from 2016 on under a policy."""
    asked = [t for t in replay.texts if t.date.year >= FIRST]
    largest = max(enforcers, key=lambda e: e.share)
    for month in (m for m in replay.months if FIRST <= m.year <= LAST):
        levels = _levels(policy, replay, month)
        new = [t for t in asked if (t.date.year, t.date.month) == (month.year, month.month)]
        push = {e.id: _push(policy, month, asked) for e in enforcers}
        push[largest.id] = push[largest.id] - policy.lax
        outside = Outside(
            season=month.month,
            adopted=int(bool(new) and policy.texts != "none"),
            unity=MAXIMAL_UNITY if policy.texts == "maximal" else 1000,
            stock=_stock(month),
            push=push,
            exercises=int(month.month in replay.exercises),
            tension=100,
            offer=policy.offer,
        )
        yield month.year, regime_of(target, levels), outside, {}


def _levels(policy: Policy, replay: Replay, month: date) -> Mapping[str, int]:
    before = replay.levels(date(FIRST, 1, 1))
    if policy.texts == "none":
        return before
    found = replay.levels(month)
    first = min(t.date for t in replay.texts if t.date.year >= FIRST)
    return {**before, **MAXIMAL} if policy.texts == "maximal" and month > first else found


def _push(policy: Policy, month: date, asked: Sequence[Text]) -> int:
    """Return what votes do to a will: each text that an enforcer voted for adds a little more."""
    said = sum(t.date < month for t in asked)
    if policy.texts == "none" or not said:
        return 0
    return MAXIMAL_WILL if policy.texts == "maximal" else YES * min(5, said)


def _stock(month: date) -> int:
    """Return the recorded provocation stock, points. Source: research of the record, 46 to 135."""
    return {2016: 60, 2017: 115}.get(month.year, 120)


def _outcome(policy: Policy, history: History) -> Outcome:
    years = LAST - FIRST + 1
    flights = history.flights.sum(axis=0) / years
    return Outcome(
        policy=policy,
        flights=float(flights.mean()),
        tests=float(history.tests.sum(axis=0).mean()) / years,
        talks=100 * float((history.stances >= TALKS).mean()),
        road=100 * float((history.stances.max(axis=0) >= FREEZE).mean()),
        hardship=float(history.hardship[-12:].mean()) / 10,
        enforced=float(history.enforced[-1].mean()) / 10,
        error=float(np.std(flights) / np.sqrt(flights.size)),
    )


TALKS, FREEZE = 3, 4
"""Steps of the road, by number."""
