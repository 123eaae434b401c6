"""Cross-checks of what clauses leave open: modifiers, parameters and annexes."""

from __future__ import annotations

from collections.abc import Iterator

from game.codec import Fault
from game.content.checks.base import Doubt, outside, twice, unknown
from game.content.library import Ground, Placed
from game.engine.scenario import Parameter, Schedule

FEWEST_CHOICES, MOST_CHOICES = 2, 5
OWN = 100
"""Per cent: what a level's own words are worth."""


def modifiers(ground: Ground) -> Iterator[Fault]:
    """Check that modifiers are known once and weigh what their kind says."""
    file = ground.library.modifiers
    listed = list(enumerate(file.value.modifiers))
    yield from twice(((m.id, file.at("modifiers", at, "id")) for at, m in listed), "modifier")
    categories = {placed.value.category for placed in ground.measures.values()}
    for at, modifier in listed:
        for number, category in enumerate(modifier.fits):
            place = file.at("modifiers", at, "fits", number)
            yield from unknown(place, "category", category, categories)
        if (modifier.strength > OWN) != (modifier.kind == "hardener"):
            text = f"a {modifier.kind} of strength {modifier.strength}; {OWN} is the level's own"
            yield Fault(file.at("modifiers", at, "strength"), text)
        if not modifier.tuned:
            yield Doubt(file.at("modifiers", at), "numbers without a reason; give tuned")


def parameters(ground: Ground) -> Iterator[Fault]:
    """Check that each parameter has a few choices, and its default is the level's own words."""
    file, crisis = ground.library.parameters, ground.crisis
    shared = enumerate(file.value.parameters)
    yield from twice(((p.id, file.at("parameters", at, "id")) for at, p in shared), "parameter")
    own = enumerate(crisis.value.own_parameters)
    places = ((p.id, crisis.at("own_parameters", at, "id")) for at, p in own)
    yield from twice(places, "parameter")
    for placed in ground.parameters.values():
        yield from _parameter(placed)


def _parameter(placed: Placed[Parameter]) -> Iterator[Fault]:
    choices, default = placed.value.choices, placed.value.default
    if not FEWEST_CHOICES <= len(choices) <= MOST_CHOICES:
        text = f"{len(choices)} choices; expected {FEWEST_CHOICES} to {MOST_CHOICES}"
        yield Fault(placed.at("choices"), text)
    yield from outside(placed.at("default"), "choice", default, 0, len(choices) - 1)
    values = ((c.value, placed.at("choices", at, "value")) for at, c in enumerate(choices))
    yield from twice(values, "value")
    if placed.value.is_whole:
        words = choices[default]
        if (words.strength, words.price) != (OWN, OWN):
            text = f"the default is the level's own words; expected strength and price {OWN}"
            yield Fault(placed.at("choices", default), text)
    if not (placed.value.source or placed.value.tuned):
        yield Doubt(placed.at(), "values without a reason; give source or tuned")


def annexes(ground: Ground) -> Iterator[Fault]:
    """Check that each annex is to a known measure and prints; and that each one cited is there."""
    known, own, shared = ground.measures, ground.crisis, ground.library.annexes
    for file in (shared, own):
        for id in file.value.annexes:
            yield from unknown(file.at("annexes", id, key=True), "measure", id, known)
    for placed in ground.annexes.values():
        yield from _annex(placed, ground)
    for id, measure in ground.in_play.items():
        levels = enumerate(measure.value.levels)
        citing = next((at for at, level in levels if "{annex}" in level.clause), None)
        if citing is not None and id not in ground.annexes:
            text = f"cites an annex; give what it lists under annexes: {id}"
            yield Doubt(measure.at("levels", citing, "clause"), text)


def _annex(placed: Placed[Schedule], ground: Ground) -> Iterator[Fault]:
    it = placed.value
    if not it.first(0) and not it.counts:
        yield Fault(placed.at(), "an annex without entries; give entries, or each and many")
    if it.counts:
        place = placed.at("counts")
        yield from unknown(place, "parameter", it.counts, {*ground.parameters, *ground.words})
    try:
        it.each.format(n=1)
    except (KeyError, IndexError, ValueError):
        yield Fault(placed.at("each"), "expected {n} for the number, and no other braces")
    if not (it.source or it.tuned):
        yield Doubt(placed.at(), "entries without a reason; give source or tuned")


WORDING_CHECKS = (modifiers, parameters, annexes)
