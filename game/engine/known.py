"""What of the texts and of the record a seat knows."""

from __future__ import annotations

from itertools import compress

from attrs import evolve

from game.engine.aftermath import left_before
from game.engine.changing import changed
from game.engine.committee import outside
from game.engine.lately import Lately, same
from game.engine.past import Left
from game.engine.record import Heard, Record, Version, seen_by
from game.engine.rooms import is_known_outside
from game.engine.scenario import Scenario
from game.engine.state import State
from game.engine.terms import TARGET, Circle, Seat

PUBLIC: Seat = ""
"""The seat of a wall in a classroom: it knows what everybody knows, and no more."""

OUTSIDE = (PUBLIC, TARGET)
"""Who is not in the room: of the Council they know what everybody knows."""


def is_shown(scenario: Scenario, version: Version, seat: Seat) -> bool:
    """Tell whether a seat has seen a version; what all fifteen have seen, everybody knows."""
    return seat in scenario.circle(version.circle) or (
        seat in OUTSIDE and version.circle is Circle.ALL
    )


_versions = Lately[tuple[tuple[Version, ...], tuple[int, ...]]](1024)


def shown(state: State, seat: Seat) -> tuple[tuple[Version, ...], tuple[int, ...]]:
    """Return the versions that a seat has seen, and the numbers of the others."""
    s, versions = state.scenario, state.versions

    def sorted_by() -> tuple[tuple[Version, ...], tuple[int, ...]]:
        seen = [is_shown(s, v, seat) for v in versions]
        unseen = (v.number for v, is_seen in zip(versions, seen, strict=True) if not is_seen)
        return tuple(compress(versions, seen)), tuple(unseen)

    return _versions.get(sorted_by, s, versions, also=seat)


_left = Lately[Left]()


def left_behind(state: State, *, over: bool) -> Left | None:
    """Return what is in force since the last sitting; how it went for each is told at the end."""
    before = left_before(state)
    if before is None or over:
        return before
    return _left.get(lambda: evolve(before, scores={}, flows={}, will=0, plan=None), before)


def _without(record: Record, unseen: tuple[int, ...]) -> Record:
    """Return a record without what it tells of texts that were not seen."""
    if not unseen:
        return record
    said = _phrases.get(lambda: _without_points(record.said, unseen), record.said, also=unseen)
    settling = record.settling
    closings = [c for c in settling.closings if c.version not in unseen]
    if len(closings) < len(settling.closings):
        settling = changed(settling, closings=same(closings))
    return changed(record, said=said, settling=settling)


_phrases, _quieter = Lately[tuple[Heard, ...]](), Lately[Heard](1024)


def _without_points(said: tuple[Heard, ...], unseen: tuple[int, ...]) -> tuple[Heard, ...]:
    """Return what was said, without the points that a text adds which a seat has not seen."""
    return tuple([_quiet(h) if h.version in unseen else h for h in said])


def _quiet(heard: Heard) -> Heard:
    return _quieter.get(lambda: evolve(heard, shared=0), heard)


def record_of(state: State, seat: Seat, unseen: tuple[int, ...]) -> Record:
    """Return the record as a seat may know it: its own secrets, and closings in texts it saw.

    The public hears nothing said behind closed doors.

    Args:
        unseen: numbers of the versions it was not shown.

    Source: consultations of the whole are closed and have no record.
    """
    record = _without(seen_by(state.record, seat), unseen)
    if seat not in OUTSIDE:
        return record
    if record.followup.findings or record.followup.notices:
        record = changed(record, followup=outside(record.followup))
    if is_known_outside(record):
        return record
    return changed(record, stances={}, priorities={})
