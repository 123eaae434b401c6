"""Cross-checks of what is called for, traded beside the text, and sent by capitals."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from game.codec import Fault
from game.content.checks.base import Doubt, absent, outside, twice, unknown
from game.content.library import Ground


def favours(ground: Ground) -> Iterator[Fault]:
    """Check who gives favours and to whom they are worth something."""
    listed = list(enumerate(ground.crisis.value.favours))
    at = ground.crisis.at
    yield from twice(((f.id, at("favours", n, "id")) for n, f in listed), "favour")
    who = (*ground.delegations, *ground.blocs)
    for number, favour in listed:
        for item, giver in enumerate(favour.givers):
            yield from unknown(at("favours", number, "givers", item), "seat", giver, who)
        for seat, points in favour.worth.items():
            place = at("favours", number, "worth", seat, key=True)
            yield from unknown(place, "seat", seat, who)
            if points < 1:
                text = f"a favour is worth nothing to {seat}; leave it out"
                yield Fault(at("favours", number, "worth", seat), text)
        if not (favour.source or favour.tuned):
            yield Doubt(at("favours", number), f"favour '{favour.id}' has no source and no tuned")


def cables(ground: Ground) -> Iterator[Fault]:
    """Check that each cable goes to a member and is about one thing in play."""
    listed = list(enumerate(ground.crisis.value.cables))
    at = ground.crisis.at
    yield from twice(((c.id, at("cables", n, "id")) for n, c in listed), "cable")
    for number, cable in listed:
        yield from absent(at("cables", number, "to"), "seat", cable.to, ground.seats)
        bounds = [level for level in (cable.at_least, cable.at_most) if level is not None]
        if bool(cable.measure) == bool(cable.outcome):
            text = "a cable names a measure or an outcome, one of them"
            yield Fault(at("cables", number), text)
        elif cable.measure:
            place = at("cables", number, "measure")
            yield from absent(place, "measure", cable.measure, ground.in_play)
            if not bounds:
                yield Fault(at("cables", number), "give at_least or at_most")
        if cable.measure in ground.in_play:
            for level in bounds:
                top = ground.in_play[cable.measure].value.top
                yield from outside(at("cables", number), "level", level, 0, top)


def stances(ground: Ground) -> Iterator[Fault]:
    """Check that a position of the soundings has its words, and that they fit into a sentence."""
    for stance, call in ground.crisis.value.stances.items():
        place = functools.partial(ground.crisis.at, "stances", stance.value)
        for key in ("name", "wish", "means"):
            if not getattr(call, key).strip():
                yield Fault(place(key), f"no words for this stance; give {key}")
        if call.wish.endswith("."):
            text = "a full stop; expected the words that follow 'calls for' in a sentence"
            yield Fault(place("wish"), text)


BARGAIN_CHECKS = (favours, cables, stances)
