"""Why each act of a finished sitting was done: what led to it, from its real terms."""

from __future__ import annotations

from collections.abc import Iterator

from game import ai, engine, words
from game.engine import TARGET, Action, Event, Observation, State
from game.engine.events import Weighed
from game.engine.terms import WORLD, Phase


def motives(over: Observation, first: int, last: int) -> Iterator[tuple[int, str]]:
    """Yield the place in the log, from 0, and the reason of each event between two places.

    Every act is looked at as the seat that did it saw it. What was not chosen by a computer has a
    sentence too: a person's reasons are nobody's to know, and rules and chance have none.

    Args:
        over: of a sitting that has ended, when the cards are open.
        first, last: places in the log; the second is the last one told.

    Raises:
        ValueError: the sitting is not over yet.
    """
    if over.phase is not Phase.OVER:
        raise ValueError("reasons are secret until the sitting is over")
    state = engine.reopened(over)
    for place, event in enumerate(over.log[: last + 1]):
        if place >= first:
            yield place, _motive(over, state, place, event)
        if isinstance(event, Action):
            state = engine.apply(state, event)


def motive(over: Observation, place: int) -> str:
    """Return the reason of the event at a place in the log, as a sentence.

    Raises:
        ValueError: the sitting is not over yet.
    """
    return next((said for _place, said in motives(over, place, place)), "")


def _motive(over: Observation, state: State, place: int, event: Event) -> str:
    if not isinstance(event, Action):
        return words.unchosen("rules")
    if event.seat in over.people:
        return words.unchosen("person")
    if event.seat == WORLD:
        return words.unchosen("chance")
    if event.seat == TARGET:
        return _drawn(over, place)
    reason = ai.why(engine.observe(state, event.seat, menu=False), event)
    return words.motive_of(over.scenario, event.seat, reason)


def _drawn(over: Observation, place: int) -> str:
    """Return what drew the target to an act: the points that its weight was made of."""
    for event in over.log[place + 1 :]:
        if isinstance(event, Weighed):
            return words.say(event, over.scenario) + "."
        if isinstance(event, Action):
            break
    return words.unchosen("weights")
