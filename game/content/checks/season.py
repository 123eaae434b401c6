"""Cross-checks of what can be done in the months after a vote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from game.codec import Fault
from game.content.checks.base import Doubt, twice, unknown
from game.content.library import Ground, Placed
from game.engine.scenario import TRACKS, Season
from game.engine.state import INDICATORS

TERMS = ("pressure", "unity", "adopted", "talks", "hardship", "trust", "threat", "programme")
LISTS = ("prospects", "listings", "reliefs")


def season(ground: Ground) -> Iterator[Fault]:
    """Check who can be won, listed and helped, and the suspension that can be offered."""
    placed = ground.season
    if placed is None:
        return
    for key in LISTS:
        listed = list(enumerate(getattr(placed.value, key)))
        yield from twice(((item.id, placed.at(key, at, "id")) for at, item in listed), key[:-1])
        for at, item in listed:
            yield from _item(ground, placed, (key, at), item)
    for id in placed.value.founded:
        yield from unknown(placed.at("founded", id, key=True), "measure", id, ground.measures)
    for track, title in placed.value.headings.items():
        yield from unknown(placed.at("headings", track, key=True), "track", track, TRACKS)
        if not title.strip():
            yield Fault(placed.at("headings", track), "no words above this track; give some")
    yield from _standstill(ground, placed)


def _item(
    ground: Ground, placed: Placed[Season], path: tuple[str, int], item: Any
) -> Iterator[Fault]:
    if not (item.source or item.tuned):
        text = f"'{item.id}' has no source and no tuned"
        yield Doubt(placed.at(*path), text)
    for at, seat in enumerate(item.minds):
        yield from unknown(placed.at(*path, "minds", at), "seat", seat, ground.delegations)
    for at, seat in enumerate(getattr(item, "by", ())):
        yield from unknown(placed.at(*path, "by", at), "seat", seat, ground.delegations)
    for id in getattr(item, "effect", {}):
        yield from unknown(placed.at(*path, "effect", id, key=True), "indicator", id, INDICATORS)
    if enforcer := getattr(item, "enforcer", ""):
        place = placed.at(*path, "enforcer")
        shared = [e.id for e in ground.library.enforcers.value.enforcers]
        yield from unknown(place, "enforcer", enforcer, (*ground.enforcers, *shared))


def _standstill(ground: Ground, placed: Placed[Season]) -> Iterator[Fault]:
    offer, path = placed.value.standstill, "standstill"
    if offer is None:
        return
    yield from unknown(placed.at(path, "giver"), "seat", offer.giver, ground.delegations)
    for seat in offer.channels:
        place = placed.at(path, "channels", seat, key=True)
        yield from unknown(place, "seat", seat, ground.delegations)
    steps = [step.id for step in ground.target.value.steps] if ground.target else []
    for key, step in (("step", offer.step), ("stands", offer.stands)):
        if step:
            yield from unknown(placed.at(path, key), "step", step, steps)
    for id in offer.effect:
        yield from unknown(placed.at(path, "effect", id, key=True), "indicator", id, INDICATORS)
    for id in offer.leans:
        yield from unknown(placed.at(path, "leans", id, key=True), "term", id, TERMS)
    doctrines = [d.id for d in ground.target.value.doctrines] if ground.target else []
    for id in offer.plans:
        yield from unknown(placed.at(path, "plans", id, key=True), "doctrine", id, doctrines)


SEASON_CHECKS = (season,)
