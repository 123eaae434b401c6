"""Cross-checks of the briefs: whose they are, what they want, what they could be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from game.codec import Fault, Place
from game.content.checks.base import Doubt, absent, outside, twice, unknown
from game.content.library import Ground, Placed
from game.engine.scenario import Aim, Weights

LONGEST_STORY = 150
MOST_CARE = 5


def owners(ground: Ground) -> Iterator[Fault]:
    """Check that each member has a brief, and nobody else has one of this crisis's own."""
    crisis = ground.crisis
    for key in ("briefs", "aims", "stories"):
        for seat in getattr(crisis.value, key):
            yield from absent(crisis.at(key, seat, key=True), "seat", seat, ground.seats)
    for seat in ground.seats:
        if seat not in ground.briefs:
            yield Fault(crisis.at("briefs", key=True), f"no brief for {seat}; add one")
    shared = ground.library.briefs
    for seat in shared.value.briefs:
        place = shared.at("briefs", seat, key=True)
        yield from unknown(place, "seat", seat, ground.delegations)


def numbers(ground: Ground) -> Iterator[Fault]:
    """Check thresholds, weights and the length of the story."""
    permanent = {delegation.id for delegation in ground.council if delegation.permanent}
    for seat, placed in ground.briefs.items():
        brief, at = placed.value, placed.at
        if brief.no_at >= brief.yes_at:
            text = f"no_at {brief.no_at} is not below yes_at {brief.yes_at}"
            yield Fault(at("no_at"), text)
        yield from _story(at("story"), brief.story)
        for weight in attrs.fields(Weights):
            value = getattr(brief.weights, weight.name)
            yield from outside(at("weights", weight.name), "weight", value, 0, MOST_CARE)
        if brief.veto_price and seat not in permanent:
            yield Doubt(at("veto_price"), f"{seat} has no veto")
        if not ground.aims[seat].value:
            yield Doubt(ground.aims[seat].at(), f"{seat} has no aims to score by")
    for seat, story in ground.crisis.value.stories.items():
        yield from _story(ground.crisis.at("stories", seat), story)


def _story(place: Place, story: str) -> Iterator[Fault]:
    if (count := len(story.split())) > LONGEST_STORY:
        yield Fault(place, f"{count} words; a story has at most {LONGEST_STORY}")


def variants(ground: Ground) -> Iterator[Fault]:
    """Check the instructions that could be sent."""
    for seat, placed in ground.briefs.items():
        if not placed.value.variants:
            yield Fault(placed.at("variants"), f"no variant for {seat} can be dealt; add one")
        listed = list(enumerate(placed.value.variants))
        yield from twice(((v.id, placed.at("variants", at, "id")) for at, v in listed), "variant")
        for at, variant in listed:
            for id in variant.shifts:
                place = placed.at("variants", at, "shifts", id, key=True)
                yield from _measure(ground, placed, place, id)


def _measure(ground: Ground, placed: Placed[Any], place: Place, id: str) -> Iterator[Fault]:
    """Check a measure that is named: in play, or known where the crisis did not name it."""
    own = placed.file.file == ground.crisis.file
    known = ground.in_play if own else ground.measures
    yield from (absent if own else unknown)(place, "measure", id, known)


def aims(ground: Ground) -> Iterator[Fault]:
    """Check that each aim is about one thing that can be met or missed, and no other is."""
    for seat, placed in ground.aims.items():
        yield from _aims(ground, placed)
        yield from _easy(ground, seat, placed)
    for brief in ground.briefs.values():
        for at, variant in enumerate(brief.value.variants):
            path = (*brief.path, "variants", at, "aims")
            yield from _aims(ground, Placed(variant.aims, brief.file, path))


def _aims(ground: Ground, placed: Placed[tuple[Aim, ...]]) -> Iterator[Fault]:
    for at, aim in enumerate(placed.value):
        yield from _aim(ground, placed, at, aim)
    about = ((a.measure or a.outcome, placed.at(at)) for at, a in enumerate(placed.value))
    yield from twice(about, "aim")


def _aim(ground: Ground, placed: Placed[tuple[Aim, ...]], at: int, aim: Aim) -> Iterator[Fault]:
    bounds = [level for level in (aim.at_least, aim.at_most) if level is not None]
    if bool(aim.measure) == bool(aim.outcome):
        yield Fault(placed.at(at), "an aim names a measure or an outcome, one of them")
    elif aim.outcome and bounds:
        yield Fault(placed.at(at), "an aim about the outcome has no levels")
    elif aim.measure:
        yield from _measure(ground, placed, placed.at(at, "measure"), aim.measure)
        if not bounds:
            yield Fault(placed.at(at), "give at_least or at_most")
        elif bounds != sorted(bounds):
            text = f"at_least {bounds[0]} is over at_most {bounds[1]}"
            yield Fault(placed.at(at), text)
        if aim.measure in ground.in_play:
            for level in bounds:
                top = ground.in_play[aim.measure].value.top
                yield from outside(placed.at(at), "level", level, 0, top)


def _easy(ground: Ground, seat: str, placed: Placed[tuple[Aim, ...]]) -> Iterator[Fault]:
    """Doubt aims that are all met if nothing happens."""
    crisis = ground.crisis.value
    before = {**crisis.last_text, **crisis.in_force}
    won = [
        aim
        for aim in placed.value
        if aim.outcome
        or before.get(aim.measure, 0) < (aim.at_least or 0)
        or (aim.at_most is not None and before.get(aim.measure, 0) > aim.at_most)
    ]
    if placed.value and not won:
        text = f"every aim of {seat} is met before a word is written; add one to be won"
        yield Doubt(placed.at(), text)


BRIEF_CHECKS = (owners, numbers, variants, aims)
