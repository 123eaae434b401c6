"""A finished sitting told again: its acts played once more, and what a seat knew at each point."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from game import engine
from game.engine import Action, Event, Observation
from game.engine.events import BeatOpened


@frozen
class Chapter:
    """One beat, or one round, of a finished sitting.

    opened: what opened it.
    known: what the observer knew when it ended.
    events: what happened in it.
    """

    opened: BeatOpened
    known: Observation
    events: tuple[Event, ...]


def chapters(over: Observation) -> Iterator[Chapter]:
    """Yield a finished sitting in order, as the seat that looks knew it then.

    Args:
        over: of a sitting that has ended, when the whole log is open to everybody.
    """
    state = engine.reopened(over)
    opened: BeatOpened | None = None
    since: list[Event] = []
    for event in over.log:
        if isinstance(event, Action):
            state = engine.apply(state, event)
        if isinstance(event, BeatOpened):
            if opened is not None:
                yield Chapter(opened, engine.observe(state, over.seat, menu=False), tuple(since))
                since = []
            opened = event
        since.append(event)
    if opened is not None:
        yield Chapter(opened, engine.observe(state, over.seat, menu=False), tuple(since))
