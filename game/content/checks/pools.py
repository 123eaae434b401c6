"""Cross-checks of what a crisis takes from pools."""

from __future__ import annotations

from collections.abc import Iterator

from game.codec import Fault, Loaded
from game.content.checks.base import unknown
from game.content.crisis import Pool
from game.content.library import Ground


def taken(ground: Ground) -> Iterator[Fault]:
    """Check that each pool exists, and that what is left out here is known elsewhere."""
    crisis, pools = ground.crisis, ground.library.pools
    for at, id in enumerate(crisis.own.value.takes):
        yield from unknown(crisis.at("takes", at), "pool", id, pools)
    for pool in crisis.pools:
        yield from _measures(ground, pool)
        yield from _seats(ground, pool)


def _measures(ground: Ground, pool: Loaded[Pool]) -> Iterator[Fault]:
    for key in ("voices", "cables"):
        for at, item in enumerate(getattr(pool.value, key)):
            if item.measure:
                place = pool.at(key, at, "measure")
                yield from unknown(place, "measure", item.measure, ground.measures)
    for at, statement in enumerate(pool.value.statements):
        for id in statement.levels:
            place = pool.at("statements", at, "levels", id, key=True)
            yield from unknown(place, "measure", id, ground.measures)


def _seats(ground: Ground, pool: Loaded[Pool]) -> Iterator[Fault]:
    sides = (*ground.delegations, *ground.blocs)
    for at, cable in enumerate(pool.value.cables):
        yield from unknown(pool.at("cables", at, "to"), "seat", cable.to, ground.delegations)
    for at, favour in enumerate(pool.value.favours):
        for number, giver in enumerate(favour.givers):
            yield from unknown(pool.at("favours", at, "givers", number), "seat", giver, sides)
        for seat in favour.worth:
            place = pool.at("favours", at, "worth", seat, key=True)
            yield from unknown(place, "seat", seat, sides)


POOL_CHECKS = (taken,)
