"""Cross-checks of the world beyond the room: voices, the road to talks, signs, flows, leaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from game.codec import Fault, Place
from game.content.checks.base import outside, twice, unknown
from game.content.library import Ground, Placed
from game.engine.abroad.mind import SIGNS, TERMS
from game.engine.scenario import Flow

WHOLE = 1000


def mind(ground: Ground) -> Iterator[Fault]:
    """Check that inner voices and plans name what there is."""
    placed = ground.target
    if placed is None:
        return
    target = placed.value
    responses, factions = [r.id for r in target.responses], [f.id for f in target.factions]
    yield from twice(
        ((f.id, placed.at("factions", n, "id")) for n, f in enumerate(target.factions)), "faction"
    )
    for at, doctrine in enumerate(target.doctrines):
        for id in doctrine.voices:
            place = placed.at("doctrines", at, "voices", id, key=True)
            yield from unknown(place, "faction", id, factions)
    for at, faction in enumerate(target.factions):
        for id in faction.leans:
            yield from unknown(placed.at("factions", at, "leans", id, key=True), "term", id, TERMS)
        for id in faction.favours:
            place = placed.at("factions", at, "favours", id, key=True)
            yield from unknown(place, "response", id, responses)
    if target.fit:
        for id in target.fit.bases:
            yield from unknown(placed.at("fit", "bases", id, key=True), "response", id, responses)
        for id in target.fit.scales:
            yield from unknown(placed.at("fit", "scales", id, key=True), "term", id, TERMS)


def road(ground: Ground) -> Iterator[Fault]:
    """Check that the road to talks has its steps, and that responses lead along it."""
    placed = ground.target
    if placed is None:
        return
    steps = [step.id for step in placed.value.steps]
    yield from twice(((id, placed.at("steps", n, "id")) for n, id in enumerate(steps)), "step")
    if not steps:
        yield Fault(
            placed.at("steps"), "the road to talks has no steps; the first is without talks"
        )
    for at, response in enumerate(placed.value.responses):
        for key in ("after", "leads"):
            if name := getattr(response, key):
                yield from unknown(placed.at("responses", at, key), "step", name, steps)


def signs(ground: Ground) -> Iterator[Fault]:
    """Check that each large step shows enough signs of its own before it is taken."""
    placed = ground.target
    if placed is None:
        return
    prepared = [response.id for response in placed.value.large]
    for at, clue in enumerate(placed.value.clues):
        for id in clue.plans:
            yield from unknown(
                placed.at("clues", at, "plans", id, key=True), "large step", id, prepared
            )
    for id in prepared:
        own = sum(clue.plans.get(id, 0) > 0 for clue in placed.value.clues)
        if own < SIGNS:
            text = f"'{id}' is prepared and has {own} signs of its own; expected {SIGNS} or more"
            yield Fault(placed.at("clues", key=True), text)


def flows(ground: Ground) -> Iterator[Fault]:
    """Check what crosses the border: who can stop it, what closes it, where it leaks."""
    placed = ground.target
    if placed is None:
        return
    target = placed.value
    channels = [channel.id for channel in target.channels]
    listed = enumerate(target.channels)
    yield from twice(((c.id, placed.at("channels", n, "id")) for n, c in listed), "channel")
    yield from twice(((f.id, at) for f, at in _named(ground)), "flow")
    shared = not ground.crisis.value.own_enforcers
    for found in ground.flows.values():
        flow = found.value
        for id in flow.partners if found.file is ground.crisis or shared else ():
            yield from unknown(found.at("partners", id, key=True), "enforcer", id, ground.enforcers)
        if flow.channel:
            yield from unknown(found.at("channel"), "channel", flow.channel, channels)
        yield from _tables(ground, found, "shut")
        yield from _tables(ground, found, "exempt")
        yield from _tables(ground, found, "springs")
    for at, _ in enumerate(target.channels):
        yield from _tables(ground, placed, "channels", at, "tight")
    if target.experts:
        yield from unknown(placed.at("experts"), "measure", target.experts, ground.measures)
    for table in ("watch", "relief", "eases", "slows"):
        yield from _tables(ground, placed, table)
    levels = {measure.id: measure.top for measure in ground.library.measures.value.measures}
    for id, ends in target.falls_back.items():
        yield from unknown(placed.at("falls_back", id, key=True), "eased measure", id, target.eases)
        for level in ends:
            yield from outside(
                placed.at("falls_back", id), "level", level, 1, levels.get(id, level)
            )
    whole = sum(found.value.weight for found in ground.flows.values())
    if ground.flows and whole <= 0:
        yield Fault(placed.at("flows", key=True), f"the weights of the flows add up to {whole}")


def _named(ground: Ground) -> Iterator[tuple[Flow, Place]]:
    """Yield every flow with the place of its name."""
    crisis = ground.crisis
    for at, flow in enumerate(crisis.value.own_flows):
        yield flow, crisis.at("own_flows", at, "id")
    if ground.target and not crisis.value.own_flows:
        for at, flow in enumerate(ground.target.value.flows):
            yield flow, ground.target.at("flows", at, "id")


def _tables(ground: Ground, placed: Placed[Any], *path: str | int) -> Iterator[Fault]:
    """Check one number a level from 0, each a part of a whole, for measures that exist."""
    rows: Any = placed.value
    for step in path:
        rows = rows[step] if isinstance(step, int) else getattr(rows, step)
    tops = {measure.id: measure.top for measure in ground.library.measures.value.measures}
    for id, row in rows.items():
        place = placed.at(*path, id)
        yield from unknown(placed.at(*path, id, key=True), "measure", id, ground.measures)
        for number in row:
            yield from outside(place, "part", number, 0, WHOLE)
        if id in tops and len(row) > tops[id] + 1:
            yield Fault(place, f"{len(row)} numbers; the measure has levels 0 to {tops[id]}")


ABROAD_CHECKS = (mind, road, signs, flows)
