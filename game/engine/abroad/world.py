"""What happens outside the Council, as one value: gauges, flows, leaks, wills, plans, talks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve, field, frozen

from game.engine.abroad.whole import WHOLE, Whole, clip, where
from game.engine.scenario import Enforcer, Target

FINE = 10
"""Gauges are kept per mille; an indicator from 0 to 100 counts so many to the point."""
COARSE = ("revenue", "fuel")
"""Indicators that are per mille themselves."""
STEADY = {"cash": 600, "cohesion": 700, "drive": 800, "momentum": 150, "spent": 100, "offer": 0}
"""Gauges that no indicator need start, per mille. Tuned: a State in the middle of its programme."""
LONG_QUIET = 36
"""Months since the last nuclear test that a game starts with, unless it says otherwise. Tuned."""


@frozen
class Abroad:
    """The whole truth beyond the room. Each Whole is an int, or an int64 array of worlds.

    month: months since the vote.
    gauges: per mille each: revenue and fuel (lost), hardship, trust, threat, programme, cash,
        cohesion, drive, momentum, spent (of what is ready to fire), offer, hindrance (of what the
        programme grows by, once a month has passed).
    quiet: months since the last nuclear test.
    escalation: highest rung reached of late, 0 to 5.
    flows: flow -> per mille of its starting figure that crosses the border.
    escaped: flow -> the part of that which goes round the measures.
    leaks: channel -> per mille of what is stopped there that escapes.
    wills: enforcer -> readiness, per mille.
    doctrine: doctrine -> 1 for the one that was dealt, 0 for the others.
    priority: hidden, dealt for a year: points that shots are worth more or less.
    plan: number of the large step that is prepared, from 1 by the order of responses; 0 is none.
    signs: signs of that plan seen so far.
    stance: number of the step of the road to talks, from 0.
    paused: 1 while exercises are held off.
    stirred: per mille of the stir that the last text made, fading month by month.
    united: per mille of the members that stood behind it, fading likewise.
    """

    month: int = 0
    gauges: Mapping[str, Whole] = field(factory=dict)
    quiet: Whole = LONG_QUIET
    escalation: Whole = 0
    flows: Mapping[str, Whole] = field(factory=dict)
    escaped: Mapping[str, Whole] = field(factory=dict)
    leaks: Mapping[str, Whole] = field(factory=dict)
    wills: Mapping[str, Whole] = field(factory=dict)
    doctrine: Mapping[str, Whole] = field(factory=dict)
    priority: Whole = 0
    plan: Whole = 0
    signs: Whole = 0
    stance: Whole = 0
    paused: Whole = 0
    stirred: Whole = 0
    united: Whole = 0


@frozen
class Outside:
    """What others do in one month.

    season: month of the calendar, 1 to 12.
    adopted: 1 in the month in which a text is adopted.
    unity: per mille of the Council behind it.
    stock: provocation stock, points.
    push: enforcer -> per mille added to the goal of its will: its vote, its explanation, pledges,
        what a pressure campaign spent on it, a report that is due.
    held: enforcer -> its will, where a replay knows it; the others move by themselves.
    watch: how closely leaks are looked for beside the text's own means, per mille.
    exercises: 1 in a month of large exercises nearby; nothing while they are held off.
    quieted: per mille by which these are smaller than usual.
    tension: per mille added to the goal of the threat that is felt.
    talks: least value of the term talks, 0 to 100, where a replay knows that talks were on.
    offer: what is offered for a pause, 0 to 100.
    aid: help that reaches people, per mille of hardship that it lifts.
    alone: 1 while the road to talks is closed to the target's own steps, as in a replay.
    """

    season: int = field(default=1)
    adopted: Whole = 0
    unity: Whole = 0
    stock: Whole = 46
    push: Mapping[str, Whole] = {}
    held: Mapping[str, Whole] = {}
    watch: Whole = 0
    exercises: Whole = 0
    quieted: Whole = 0
    tension: Whole = 0
    talks: Whole = 0
    offer: Whole = 0
    aid: Whole = 0
    alone: Whole = 0


def start(
    target: Target,
    enforcers: Sequence[Enforcer],
    doctrine: str = "",
    gauges: Mapping[str, Whole] | None = None,
) -> Abroad:
    """Return the world on the day of the vote.

    Args:
        doctrine: the plan that was dealt; none leaves every plan out of the weights.
        gauges: values, per mille, instead of those that the target's indicators start.

    Source: flows and leaks start at the figures of the target's file.
    """
    begun = {
        id: value * (1 if id in COARSE else FINE)
        for id, value in target.indicators.items()
        if id != "escalation"
    }
    return Abroad(
        month=0,
        gauges={**STEADY, **begun, **(gauges or {})},
        quiet=LONG_QUIET,
        escalation=target.indicators.get("escalation", 0),
        flows={f.id: WHOLE for f in target.flows},
        escaped={f.id: 0 for f in target.flows},
        leaks={c.id: c.start for c in target.channels},
        wills={e.id: e.will for e in enforcers},
        doctrine={d.id: int(d.id == doctrine) for d in target.doctrines},
    )


def shifted(abroad: Abroad, changes: Mapping[str, Whole]) -> Abroad:
    """Return the world with gauges moved by so many per mille, kept from 0 to 1,000."""
    now = dict(abroad.gauges)
    for id, change in changes.items():
        now[id] = clip(now.get(id, 0) + change, 0, WHOLE)
    return evolve(abroad, gauges=now)


def indicators(abroad: Abroad) -> Mapping[str, Whole]:
    """Return the gauges as indicators: 0 to 100 each, revenue and fuel per mille, rung 0 to 5."""
    found = {id: v // (1 if id in COARSE else FINE) for id, v in abroad.gauges.items()}
    return {**found, "escalation": abroad.escalation}


def usual(target: Target) -> Mapping[str, int]:
    """Return the gauges that cannot be read, per mille: the target's own, or what is steady."""
    own = target.indicators
    return {id: FINE * own[id] if id in own else steady for id, steady in STEADY.items()}


def outwardly(target: Target, abroad: Abroad) -> Abroad:
    """Return the world as everybody can read it: no plan, no hidden gauge, what customs count.

    What cannot be read stands at what is usual.
    """
    return evolve(
        abroad,
        gauges={**abroad.gauges, **usual(target)} if abroad.gauges else {},
        flows={id: now - abroad.escaped[id] for id, now in abroad.flows.items()},
        escaped=dict.fromkeys(abroad.escaped, 0),
        leaks={c.id: c.start for c in target.channels},
        doctrine=dict.fromkeys(abroad.doctrine, 0),
        priority=0,
        plan=0,
        signs=0,
    )


def stirred(abroad: Abroad, unity: Whole, flag: Whole = 1) -> Abroad:
    """Return the world that hears of a new text with so many per mille of the members behind it."""
    return evolve(
        abroad,
        stirred=where(flag, WHOLE, abroad.stirred),
        united=where(flag, unity, abroad.united),
    )


def stepped(abroad: Abroad, stance: Whole, flag: Whole = 1) -> Abroad:
    """Return the world at another step of the road to talks, where the flag is 1."""
    return evolve(abroad, stance=where(flag, stance, abroad.stance))


def held_off(abroad: Abroad, paused: Whole) -> Abroad:
    """Return the world in which exercises are held off (1) or take place again (0).

    Taking them up again while talks hold is a broken promise and costs trust.
    """
    broken = (abroad.paused > paused) * (abroad.stance > 0)
    return shifted(evolve(abroad, paused=paused), {"trust": -BROKEN_PROMISE * broken})


BROKEN_PROMISE = 250
"""Trust that a broken promise of relief or of a pause costs, per mille.

Tuned: a quarter of all there is; agreements of 1994, 2005 and 2012 did not survive one.
"""


def relief_broken(abroad: Abroad, flag: Whole = 1) -> Abroad:
    """Return the world after a promise of relief was not kept: trust and offer fall."""
    fallen = {"trust": -BROKEN_PROMISE * flag, "offer": -BROKEN_PROMISE * flag}
    return shifted(abroad, fallen)
