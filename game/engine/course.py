"""What a sitting and its months came to, as the state holds it or as a seat sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from game.engine import lint
from game.engine.abroad import Abroad
from game.engine.events import BeatOpened, Event, Tally
from game.engine.record import Draft, Record
from game.engine.scenario import LOUD, Aim, Scenario
from game.engine.terms import Ballot, Phase, Seat

WEEK = 7
"""Days after a vote at which the months begin. Tuned."""


def voted_on(log: Sequence[Event]) -> int | None:
    """Return the day of the vote, or without one the last day of talks; None before that."""
    opened = (e.day for e in reversed(log) if isinstance(e, BeatOpened) and e.beat is Phase.ECHO)
    after = next(opened, None)
    return None if after is None else after - WEEK


def shared_loss(scenario: Scenario, record: Record) -> int:
    """Return the points of score that every delegation loses if the ladder was climbed to its end.

    The ladder is come down from in quiet months; what was lost at its end stays lost.
    """
    top = {r.id for r in scenario.target.responses if r.is_last}
    lost = any(id in top for _, id in record.followup.acts)
    return scenario.target.shared_loss if lost else 0


def sprung(scenario: Scenario, record: Record) -> bool:
    """Tell whether a large step of the target has followed the vote."""
    steps = {r.id for r in scenario.target.responses if r.large}
    return any(id in steps for _, id in record.followup.acts)


class Course(Protocol):
    """A sitting and its months, as the state holds them or as a seat sees them."""

    @property
    def scenario(self) -> Scenario:
        """Return what is fixed."""

    @property
    def record(self) -> Record:
        """Return all that is public."""

    @property
    def abroad(self) -> Abroad:
        """Return the world beyond the room."""

    @property
    def begun(self) -> Abroad:
        """Return the world as the sitting found it."""


def came_about(outcome: str, now: Course) -> bool:
    """Tell whether the months after the vote brought what a capital wanted of them.

    quiet: nothing large was launched or tested. talks: the target stands on the road to them, or
    a suspension stood to the end. apart: neither is so. relief: people are no worse off than
    before.
    """
    record, abroad = now.record, now.abroad
    by_id = {r.id: r for r in now.scenario.target.responses}
    acts = [by_id[id] for _, id in record.followup.acts]
    match outcome:
        case "quiet":
            return not any(act.is_loud for act in acts)
        case "talks":
            made = record.followup.suspension
            kept = made is not None and made.status == "kept"
            return kept or abroad.stance > 0
        case "apart":
            return not came_about("talks", now)
        case "relief":
            return hungrier(now) <= 0
    return False


class Ended(Course, Protocol):
    """A sitting that is over, as the state holds it or as a seat sees it."""

    @property
    def tally(self) -> Tally | None:
        """Return the count, if there was one."""


def reached(over: Ended, seat: Seat, aim: Aim, text: Draft) -> bool:
    """Tell whether an aim of a seat is met by how the sitting ended.

    text: what is in force then.
    """
    s, tally = over.scenario, over.tally
    adopted = tally is not None and tally.adopted
    if aim.outcome == "adopted":
        return adopted
    if aim.outcome == "unanimous":
        return adopted and tally is not None and tally.count(Ballot.YES) == len(s.seats)
    if aim.outcome == "granted":
        return adopted and any(p.to == seat and p.status == "kept" for p in over.record.promised)
    if aim.outcome:
        return came_about(aim.outcome, over)
    return lint.meets(s, text, aim)


def hungrier(now: Course) -> int:
    """Return how much more hardship there is than when the sitting began, per mille."""
    return int(now.abroad.gauges.get("hardship", 0) - now.begun.gauges.get("hardship", 0))


HUNGRIER = 50
"""Hardship above that at the beginning that an aid worker speaks of, per mille. Tuned."""
MANY_WON = 4
"""States won by which a capital speaks of them. Tuned: computers have won one after the text of
March 2016, and five or more in autumn 2017."""


def brought(came: str, course: Course) -> bool:
    """Tell whether the months after the vote brought this; `scenario.CAME` has the whole list.

    tests: an act of the fourth rung or above. launches: one of the third. quiet: none above words.
    talks, apart: as aims. hunger: more hardship than at the beginning. held: an exemption that
    somebody holds. relief: one that passed. won: several States. found: a published leak.
    """
    now = course.record.followup
    rungs = {r.id: r.rung for r in course.scenario.target.responses}
    top = max((rungs[id] for _, id in now.acts), default=0)
    reliefs = {n.status for n in now.notices if n.kind == "relief"}
    met = {
        "tests": top > LOUD,
        "launches": top == LOUD,
        "quiet": top <= 1,
        "talks": came_about("talks", course),
        "apart": came_about("apart", course),
        "hunger": hungrier(course) >= HUNGRIER,
        "held": "held" in reliefs,
        "relief": "passed" in reliefs,
        "won": len(now.won) >= MANY_WON,
        "found": bool(now.published),
    }
    return now.month > 0 and bool(met[came])
