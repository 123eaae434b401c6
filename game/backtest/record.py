"""What happened, as rows of `scenarios/record/`, each with its source."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from attrs import frozen

from game.paths import scenarios

YEARS = tuple(range(2006, 2018))
"""Years of the record of flights and tests."""


@frozen
class Event:
    """One row of the record of events.

    day: of the event, local date.
    kind: a kind of shot, year for a yearly count, diplomacy or other.
    event: what happened.
    count: missiles or tests; 0 where the row counts none.
    reaction: the row repeats an event for a later reaction of the Council.
    source: where it is known from; empty where it is remembered only.
    """

    day: date
    kind: str
    event: str
    count: int
    reaction: bool
    source: str


def folder() -> Path:
    """Return the folder of the record."""
    return scenarios() / "record"


def events(file: Path | None = None) -> tuple[Event, ...]:
    """Return every row of the record of events, in order."""
    with (file or folder() / "events.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(_event(row) for row in csv.DictReader(lines))


def _event(row: Mapping[str, str]) -> Event:
    return Event(
        day=date.fromisoformat(row["date"]),
        kind=row["kind"],
        event=row["event"],
        count=int(row["count"] or 0),
        reaction="reaction)" in row["event"] or "later reaction" in row["event"],
        source=row["source"],
    )


def flights() -> Mapping[int, int]:
    """Return flights of missiles of more than 300 km by year.

    Source: CNS and NTI missile database, as the rows of the record say.
    """
    return {e.day.year: e.count for e in events() if e.kind == "year"}


def nuclear_tests() -> Mapping[int, int]:
    """Return nuclear tests by year; one test that had two reactions counts once."""
    found = dict.fromkeys(YEARS, 0)
    for event in events():
        if event.kind == "nuclear" and not event.reaction:
            found[event.day.year] += event.count
    return found
