"""What the target plans and what draws it to its acts, in sentences for who may know them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.engine.abroad.gap import Leak
from game.engine.actions import CallOff, Prepare, Rest, Wait
from game.engine.events import Crossed, Event, Weighed
from game.engine.scenario import Scenario
from game.words.language import _, capital, later, listed
from game.words.outcomes import points

TERMS: Mapping[str, str] = {
    "base": later("its own habit"),
    "pressure": later("pressure as enforced"),
    "unity": later("the Council's unity"),
    "adopted": later("anger at the new text"),
    "talks": later("talks under way"),
    "hardship": later("hardship"),
    "trust": later("trust"),
    "threat": later("the threat it feels"),
    "programme": later("progress of the programme"),
    "cash": later("foreign money in hand"),
    "cohesion": later("the leadership's hold"),
    "drive": later("the drive for the programme"),
    "momentum": later("momentum of late shots"),
    "spent": later("what was fired of late, and is used up"),
    "offer": later("what is offered"),
    "quiet": later("long quiet since a test"),
    "calendar": later("an anniversary"),
    "paused": later("exercises held off"),
    "doctrine": later("its plan, as the signs show it"),
    "priority": later("what its year was meant for"),
    "word": later("its own word"),
}
"""What gives points, in words."""
MOST = 3
"""Parts that one sentence names."""


def drawn_by(s: Scenario, key: str) -> str:
    """Return the name of what gives points: a term, or an inner voice."""
    voice = next((f.title for f in s.target.factions if f.id == key), "")
    return _small(voice) or _(TERMS.get(key, key))


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def response(s: Scenario, id: str) -> str:
    """Return an act of the target, for the middle of a sentence."""
    return next((_small(r.title) for r in s.target.responses if r.id == id), id)


def decided(event: Event, s: Scenario) -> str:
    """Return what the target decided about its months, of which most is nobody else's to know."""
    it = s.target.capital
    match event:
        case Prepare(_seat, id):
            text = _("{capital} begins to make ready: {what}")
            return text.format(capital=it, what=response(s, id))
        case Wait():
            return _("{capital} leaves the larger step for another month").format(capital=it)
        case CallOff():
            return _("{capital} gives up what it had made ready").format(capital=it)
        case Rest():
            return _("Nothing more is heard from {capital} this month").format(capital=it)
        case Weighed(id, points):
            return _weighed(s, id, points)
        case Crossed():
            return _crossed(event, s)
    raise AssertionError(event)


def _weighed(s: Scenario, id: str, points: Mapping[str, int]) -> str:
    what = capital(response(s, id))
    heaviest = sorted(
        (k for k in points if k != "base" and points[k] > 0), key=lambda k: -points[k]
    )
    if not heaviest:
        return _("{what}: nothing drew there but habit").format(what=what)
    parts = [f"{drawn_by(s, key)} +{points[key]}" for key in heaviest[:MOST]]
    return _("{what}: what drew there was {parts}").format(what=what, parts=listed(parts))


def _crossed(event: Crossed, s: Scenario) -> str:
    """Return what really crossed and why, in words for when the cards are open."""
    titles = {f.id: _small(f.title) for f in s.target.flows}
    ways = []
    for cause, way in WAYS.items():
        parts = [
            _("{flow} ({n} of 100)").format(flow=titles[x.flow], n=points(x.points))
            for x in event.leaks
            if x.cause == cause
        ]
        if parts:
            ways.append(_(way).format(what=listed(parts[:MOST])))
    told = "; ".join(ways) or _("nothing of weight crossed in spite of the measures")
    return _("Month {month}: {told}").format(month=event.month, told=told)


WAYS: Mapping[str, str] = {
    "escaped": later("unseen went round the measures {what}"),
    "exempt": later("through the exemption went {what}"),
    "lax": later("nobody stopped {what}"),
    "late": later("not felt yet are the measures on {what}"),
}
"""Cause of a leak -> how what crossed by it is told."""
REASONS: Mapping[str, str] = {
    "escaped": later("most goes round the measures"),
    "exempt": later("most passes by the exemption"),
    "lax": later("most is stopped by nobody at the border"),
    "late": later("most has not come to be felt yet"),
}
"""Cause of a leak -> why what stands on paper is not carried out, when it is the largest."""


def reason(leaks: Sequence[Leak]) -> str:
    """Return the cause by which most of what is closed on paper crosses; empty for no leaks."""
    sums = {cause: sum(x.points for x in leaks if x.cause == cause) for cause in REASONS}
    largest = max(sums, key=lambda cause: sums[cause])
    return _(REASONS[largest]) if sums[largest] else ""
