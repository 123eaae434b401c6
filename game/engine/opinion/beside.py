"""What bears on a draft beside the pen's: nothing that was said, promised or closed of that one.

Of a rival it is known who brings it and who has seconded it; these speak for it. Its text is the
pen's, which all have seen, with some clauses otherwise, so that it takes nobody time to read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from game.engine.lately import Lately
from game.engine.record import Record, Showing, Version
from game.engine.terms import Circle, Phrase, Seat

READ = (Showing(0, Circle.ALL, -9),)
"""All have seen long ago what a rival is made of."""


class Tabled(Protocol):
    """Where drafts are on the table; a State is, and so is what a seat sees of one."""

    @property
    def record(self) -> Record:
        """Everything said and done."""

    @property
    def rivals(self) -> tuple[Version, ...]:
        """Drafts of others than the pen."""

    @property
    def seconded(self) -> tuple[tuple[int, Seat], ...]:
        """Drafts with whoever has seconded them."""


def heard_of(where: Tabled, number: int) -> Record:
    """Return the record as it bears on a draft: on the pen's the whole of it."""
    rival = next((v for v in where.rivals if v.number == number), None)
    if rival is None:
        return where.record
    seconders = (seat for version, seat in where.seconded if version == number)
    return apart(where.record, (rival.author, *seconders))


_apart = Lately[Record]()


def apart(record: Record, backers: Sequence[Seat]) -> Record:
    """Return the record as it bears on a text of some members; the same object for the same one."""
    by = tuple(dict.fromkeys(backers))
    return _apart.get(
        lambda: Record(
            stock=record.stock,
            showings=READ,
            phrases=dict.fromkeys(by, Phrase.SUPPORTS),
            findings=record.findings,
        ),
        record.findings,
        also=(record.stock, by),
    )
