"""The rooms in which the Council works: who hears, what is kept, and how readily word gets out."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from game.engine.record import Record
from game.engine.terms import Circle

OPEN, CLOSED, CORRIDOR, STAKEOUT = "open", "closed", "corridor", "stakeout"


@frozen
class Room:
    """A format in which members meet.

    on_record: there is a record of what is said; motions and votes are only where there is one.
    gets_out: per cent that what is said or shown is known outside; of 100 it is public anyway.
    outside: what that does in the world beyond the room.
    part: of Council practice, without which nobody asks whether word gets out.
    """

    on_record: bool
    gets_out: int
    outside: Mapping[str, int] = {}
    part: str = "meetings"


HEARD = {"trust": -1, "threat": 1}
"""What it does that the State concerned reads what the Council said of it. Tuned."""

ROOMS: Mapping[str, Room] = {
    OPEN: Room(on_record=True, gets_out=100, outside=HEARD),
    CLOSED: Room(on_record=False, gets_out=20, outside=HEARD),
    Circle.P5.value: Room(on_record=False, gets_out=20),
    Circle.P2.value: Room(on_record=False, gets_out=10),
    CORRIDOR: Room(on_record=False, gets_out=30, part="offers"),
    STAKEOUT: Room(on_record=True, gets_out=100),
}
"""Room -> its rules. Informal informals are those who were shown a text: five, or two of them.

Tuned: the more ears, the sooner; deals are told by whoever did not get one. Source of the formats:
practice; consultations of the whole are closed and have no record, and drafts are read by agencies
before the fifteen have them.
"""


def talked_about(record: Record) -> bool:
    """Tell whether members who were not shown a text have heard what it is about."""
    return any(number for _room, number in record.out)


def is_known_outside(record: Record) -> bool:
    """Tell whether what was said in the first meeting is known beyond the fifteen members."""
    return record.room != CLOSED or (CLOSED, 0) in record.out
