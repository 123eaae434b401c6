"""What the target weighs: named terms, inner voices and its plan, summed into points for each act.

Ten points double a weight (`whole.swell`). Points are kept by the name of what gave them, so that
every act can be explained by the sum that was used.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from game.engine.abroad.whole import WHOLE, Whole, clip, most, swell
from game.engine.abroad.world import Abroad, Outside, indicators
from game.engine.scenario import Clue, Response, Target

NOTHING = ""
"""The choice to do nothing more this month, or to plan nothing."""
IDLE = 100
"""Points of doing nothing more. Tuned: the zero of the scale; a weight of 10,240."""
SIGNS = 3
"""Signs that can be seen before a large step is taken."""
READIED = 60
"""Points that a large step gains once it is prepared. Tuned: two of three are then taken."""
WAIT = 80
"""Points of waiting another month. Tuned."""
CALL_OFF = 45
"""Points of calling a prepared step off, before talks and offers. Tuned."""
RULED_OUT = 70
"""Points that a shot loses which a step of the road to talks rules out. Tuned: a word given to
the other side is broken about once in a hundred chances, but for a plan that holds it cheap."""
CLOSED = 10 * WHOLE
"""Points that take an act out of reach."""

TERMS = (
    *("pressure", "unity", "adopted", "talks", "hardship", "trust", "threat", "programme"),
    *("cash", "cohesion", "drive", "momentum", "spent", "offer", "quiet", "calendar", "paused"),
)
"""What a response or a voice can lean on, 0 to 100 each."""

Points = Mapping[str, Mapping[str, Whole]]
"""Response -> what gave points -> how many."""


def terms(target: Target, abroad: Abroad, outside: Outside, enforced: Whole) -> Mapping[str, Whole]:
    """Return what the target weighs this month, 0 to 100 each.

    Args:
        enforced: pressure as enforced, per mille.
    """
    now = indicators(abroad)
    own = sum(step.talks * (abroad.stance == at) for at, step in enumerate(target.steps))
    gauges = {id: now[id] for id in TERMS if id in abroad.gauges}
    return gauges | {
        "pressure": enforced // 10,
        "unity": abroad.united // 10,
        "adopted": abroad.stirred // 10,
        "talks": most(own, outside.talks),
        "quiet": clip((abroad.quiet - 6) * 100 // 30, 0, 100),
        "calendar": 100 * (outside.season in target.anniversaries),
        "paused": 100 * abroad.paused,
    }


def voices(target: Target, abroad: Abroad, felt: Mapping[str, Whole]) -> Mapping[str, Whole]:
    """Return how strongly each inner voice is heard, 0 to 100.

    Args:
        felt: the terms of the month.
    """
    out = {}
    for faction in target.factions:
        strength = faction.base + sum(p * felt.get(t, 0) // 100 for t, p in faction.leans.items())
        strength = strength + sum(
            d.voices.get(faction.id, 0) * abroad.doctrine[d.id] for d in target.doctrines
        )
        out[faction.id] = clip(strength, 0, 100)
    return out


def points(target: Target, abroad: Abroad, outside: Outside, enforced: Whole) -> Points:
    """Return the points of every response, by what gave them.

    The keys within are "base", terms, ids of factions, "doctrine", "priority", "word" (a word that
    a step of the road rules it out) and "closed" (out of reach).
    """
    felt = terms(target, abroad, outside, enforced)
    heard = voices(target, abroad, felt)
    return {r.id: _points(target, abroad, outside, r, felt, heard) for r in target.responses}


def _points(
    target: Target,
    abroad: Abroad,
    outside: Outside,
    response: Response,
    felt: Mapping[str, Whole],
    heard: Mapping[str, Whole],
) -> Mapping[str, Whole]:
    bases = target.fit.bases if target.fit else {}
    scales = target.fit.scales if target.fit else {}
    out = {"base": response.base + bases.get(response.id, 0)}
    for term, lean in response.leans.items():
        out[term] = lean * scales.get(term, 100) * felt.get(term, 0) // 10000
    for faction in target.factions:
        if faction.favours.get(response.id):
            out[faction.id] = faction.favours[response.id] * heard[faction.id] // 100
    out["doctrine"] = sum(
        d.responses.get(response.id, 0) * abroad.doctrine[d.id] for d in target.doctrines
    )
    if response.shot:
        out["priority"] = abroad.priority
        loose = sum((100 - d.word) * abroad.doctrine[d.id] for d in target.doctrines)
        out["word"] = -(RULED_OUT * (100 - loose) // 100) * ruled_out(target, abroad, response)
    out["closed"] = -CLOSED * (1 - is_open(target, abroad, outside, response))
    return out


def ruled_out(target: Target, abroad: Abroad, response: Response) -> Whole:
    """Return 1 where an act is a shot that the step of the road to talks rules out, else 0."""
    if response.shot is None:
        return 0
    kind = response.shot.kind
    return sum((kind in step.stops) * (abroad.stance == at) for at, step in enumerate(target.steps))


def is_open(target: Target, abroad: Abroad, outside: Outside, response: Response) -> Whole:
    """Return 1 where an act is within reach: the programme is far enough, the road leads there."""
    open_ = 1 * (abroad.gauges["programme"] >= 10 * response.gate)
    if response.after:
        open_ = open_ * (abroad.stance >= step_of(target, response.after))
    if response.leads:
        there = step_of(target, response.leads)
        road = (abroad.stance < there) if there else (abroad.stance > 0)
        open_ = open_ * road * (1 - outside.alone)
    return open_


def step_of(target: Target, step: str) -> int:
    """Return the number of a step of the road to talks."""
    return next(at for at, found in enumerate(target.steps) if found.id == step)


def summed(found: Points) -> Mapping[str, Whole]:
    """Return the points of every response in one sum."""
    return {id: sum(parts.values()) for id, parts in found.items()}


def answers(target: Target, sums: Mapping[str, Whole]) -> Mapping[str, Whole]:
    """Return the weight of each act that needs no preparation, and of nothing more."""
    small = {r.id: swell(sums[r.id]) for r in target.responses if not r.large}
    return {**small, NOTHING: swell(IDLE)}


def plans(target: Target, abroad: Abroad, sums: Mapping[str, Whole]) -> Mapping[str, Whole]:
    """Return the weight of beginning to prepare each large step, and of none; one at a time."""
    free = abroad.plan == 0
    return {**{r.id: swell(sums[r.id]) * free for r in target.large}, NOTHING: swell(IDLE)}


@frozen
class Readiness:
    """What can become of the prepared step this month, as weights; all 0 where nothing is ready.

    act: it is taken.
    wait: not yet.
    call_off: it is given up.
    """

    act: Whole
    wait: Whole
    call_off: Whole


def readiness(
    target: Target, abroad: Abroad, felt: Mapping[str, Whole], sums: Mapping[str, Whole]
) -> Readiness:
    """Weigh the prepared step; before its third sign it can be called off and not taken.

    Args:
        felt: the terms of the month.
    """
    drawn_to = sum(sums[r.id] * (abroad.plan == at) for at, r in enumerate(target.large, 1))
    planned = 1 * (abroad.plan > 0)
    ready = planned * (abroad.signs >= SIGNS)
    return Readiness(
        act=swell(drawn_to + READIED) * ready,
        wait=swell(WAIT) * planned,
        call_off=swell(CALL_OFF + felt["talks"] * 6 // 10 + felt["offer"] * 3 // 10) * planned,
    )


def signs(target: Target, abroad: Abroad) -> Mapping[str, Whole]:
    """Return how likely each sign is to be seen: by the plan that was dealt and what is prepared.

    A sign that speaks of large steps is mostly seen while one of them is prepared; seen otherwise
    it misleads. Signs that speak of none show the doctrine only.
    """
    out, doctrine = {}, abroad.doctrine
    for clue in target.clues:
        seen = sum(weight * doctrine[id] for id, weight in clue.weights.items())
        out[clue.id] = seen * (1 + fitting(target, abroad, clue))
    return out


def fitting(target: Target, abroad: Abroad, clue: Clue) -> Whole:
    """Return how often a sign is seen of the step that is prepared; 0 if it speaks of another."""
    if not clue.plans:
        return 0
    return sum(
        clue.plans.get(r.id, 0) * (abroad.plan == at) for at, r in enumerate(target.large, 1)
    )


def priorities(target: Target) -> Mapping[int, int]:
    """Return how often each hidden priority is dealt for a year: points on all shots -> weight.

    Years differ by more than their circumstances show; `spread` says by how much.
    """
    spread = target.fit.spread if target.fit else SPREAD
    return {part * spread // 4: weight for part, weight in PRIORITIES.items()}


SPREAD = 8
"""Points by which a year's priority moves shots where nothing was fitted. Tuned."""
PRIORITIES = {-8: 2, -4: 6, -2: 8, 0: 8, 2: 8, 4: 6, 8: 2}
"""Quarters of the spread -> weight. Tuned: a bell with shoulders."""
