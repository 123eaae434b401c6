"""Cross-checks of the briefs: whose they are, what they want, what they could be."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from game.codec import Fault
from game.content.checks.base import Doubt, absent, outside, twice
from game.content.library import Ground
from game.engine.scenario import Aim, Brief, Weights

LONGEST_STORY = 150
MOST_CARE = 5


def owners(ground: Ground) -> Iterator[Fault]:
    """Check that each member has a brief, and nobody else."""
    briefs = ground.crisis.value.briefs
    for seat in briefs:
        place = ground.crisis.at("briefs", seat, key=True)
        yield from absent(place, "seat", seat, ground.seats)
    for seat in ground.seats:
        if seat not in briefs:
            yield Fault(ground.crisis.at("briefs", key=True), f"no brief for {seat}; add one")


def numbers(ground: Ground) -> Iterator[Fault]:
    """Check thresholds, weights and the length of the story."""
    permanent = {delegation.id for delegation in ground.council if delegation.permanent}
    for seat, brief in ground.crisis.value.briefs.items():
        at = ground.crisis.at
        if brief.no_at >= brief.yes_at:
            text = f"no_at {brief.no_at} is not below yes_at {brief.yes_at}"
            yield Fault(at("briefs", seat, "no_at"), text)
        if (count := len(brief.story.split())) > LONGEST_STORY:
            text = f"{count} words; a story has at most {LONGEST_STORY}"
            yield Fault(at("briefs", seat, "story"), text)
        for weight in attrs.fields(Weights):
            value = getattr(brief.weights, weight.name)
            place = at("briefs", seat, "weights", weight.name)
            yield from outside(place, "weight", value, 0, MOST_CARE)
        if brief.veto_price and seat not in permanent:
            yield Doubt(at("briefs", seat, "veto_price"), f"{seat} has no veto")
        if not brief.aims:
            yield Doubt(at("briefs", seat), f"{seat} has no aims to score by")


def variants(ground: Ground) -> Iterator[Fault]:
    """Check the instructions that could be sent."""
    for seat, brief in ground.crisis.value.briefs.items():
        path = ("briefs", seat, "variants")
        if not brief.variants:
            yield Fault(ground.crisis.at(*path), f"no variant for {seat} can be dealt; add one")
        listed = list(enumerate(brief.variants))
        places = ((v.id, ground.crisis.at(*path, at, "id")) for at, v in listed)
        yield from twice(places, "variant")
        for at, variant in listed:
            for id in variant.shifts:
                place = ground.crisis.at(*path, at, "shifts", id, key=True)
                yield from absent(place, "measure", id, ground.in_play)


def aims(ground: Ground) -> Iterator[Fault]:
    """Check that each aim is about one thing that can be met or missed."""
    for seat, brief in ground.crisis.value.briefs.items():
        for at, aim in enumerate(brief.aims):
            yield from _aim(ground, seat, at, aim)
        yield from _easy(ground, seat, brief)


def _aim(ground: Ground, seat: str, at: int, aim: Aim) -> Iterator[Fault]:
    path = ("briefs", seat, "aims", at)
    bounds = [level for level in (aim.at_least, aim.at_most) if level is not None]
    if bool(aim.measure) == bool(aim.outcome):
        yield Fault(ground.crisis.at(*path), "an aim names a measure or an outcome, one of them")
    elif aim.outcome and bounds:
        yield Fault(ground.crisis.at(*path), "an aim about the outcome has no levels")
    elif aim.measure:
        place = ground.crisis.at(*path, "measure")
        yield from absent(place, "measure", aim.measure, ground.in_play)
        if not bounds:
            yield Fault(ground.crisis.at(*path), "give at_least or at_most")
        elif bounds != sorted(bounds):
            yield Fault(
                ground.crisis.at(*path), f"at_least {bounds[0]} is over at_most {bounds[1]}"
            )
        if aim.measure in ground.in_play:
            for level in bounds:
                top = ground.in_play[aim.measure].value.top
                yield from outside(ground.crisis.at(*path), "level", level, 0, top)


def _easy(ground: Ground, seat: str, brief: Brief) -> Iterator[Fault]:
    """Doubt aims that are all met if nothing happens."""
    crisis = ground.crisis.value
    before = {**crisis.last_text, **crisis.in_force}
    won = [
        aim
        for aim in brief.aims
        if aim.outcome
        or before.get(aim.measure, 0) < (aim.at_least or 0)
        or (aim.at_most is not None and before.get(aim.measure, 0) > aim.at_most)
    ]
    if brief.aims and not won:
        text = f"every aim of {seat} is met before a word is written; add one to be won"
        yield Doubt(ground.crisis.at("briefs", seat, "aims"), text)


BRIEF_CHECKS = (owners, numbers, variants, aims)
