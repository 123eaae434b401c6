"""A finished sitting told again: the points of its timeline, as one seat knew them."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, frozen

from game.engine.events import BeatOpened, Event
from game.engine.known import is_shown
from game.engine.observation import Observation
from game.engine.terms import Phase, Seat
from game.session import Chapter, chapters
from game.ui.parts.estimate import Estimate, estimate, once
from game.words import _


@frozen
class Scene:
    """One point of the sitting: the end of a round, or of a beat.

    label: what stands below the timeline.
    observation: what the observer knew then.
    events: what had happened since the point before.
    """

    label: str
    observation: Observation
    events: tuple[Event, ...]

    @property
    def estimate(self) -> Estimate | None:
        """Return the forecast of that moment; None before there was a text."""
        if self.observation.draft is None:
            return None
        return estimate(self.observation, self.observation.draft)


def scenes(o: Observation) -> tuple[Scene, ...]:
    """Return the points of a finished sitting, as one seat knew them, in order."""
    return once(o, f"scenes {o.seat}", lambda: tuple(_scene(o, it) for it in chapters(o)))


def through_eyes(o: Observation, seat: Seat) -> Observation:
    """Return a finished sitting as another seat knew it."""
    if seat == o.seat or seat not in o.revealed:
        return o
    return once(o, f"eyes {seat}", lambda: evolve(o, seat=seat, dealt=o.revealed[seat]))


def _scene(o: Observation, chapter: Chapter) -> Scene:
    known = chapter.known
    shown = (v for v in known.versions if is_shown(o.scenario, v, o.seat))
    # The months after a vote pass within their beat; it is told as it ended.
    day = o.record.day if chapter.opened.beat is Phase.ECHO else chapter.opened.day
    then = evolve(
        o,
        phase=chapter.opened.beat,
        record=evolve(known.record, day=day),
        dealt=known.dealt,
        versions=tuple(shown),
        working=None,
        blue=known.blue,
        legal=(),
        blocked={},
        log=(),
    )
    return Scene(_label(chapter.opened), then, chapter.events)


def _label(event: BeatOpened) -> str:
    names: Mapping[Phase, str] = {
        Phase.ALARM: _("Alarm"),
        Phase.SOUNDINGS: _("Soundings"),
        Phase.TEXT: _("Text"),
        Phase.BLUE: _("Blue"),
        Phase.VOTE: _("Vote"),
        Phase.ECHO: _("Echo"),
    }
    if event.beat is Phase.SQUEEZE:
        return str(event.round)
    return names.get(event.beat, event.beat.value)
