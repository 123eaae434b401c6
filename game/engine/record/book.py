"""The record of a sitting, and what each seat is shown of it."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from game.engine.changing import changed
from game.engine.lately import Lately, same
from game.engine.record.draft import Requested, Showing
from game.engine.record.followup import Finding, Followup
from game.engine.record.promise import Grievance, Offered, Pledge
from game.engine.record.speech import Asked, Heard, Mark, Warned
from game.engine.standing import Settling
from game.engine.terms import TARGET, Phrase, Seat, Stance

FULL = 100
"""Credibility, or credit at home, of which nothing is lost."""


@frozen
class Dealt:
    """What chance gave a seat; its secret.

    variant: which instructions its capital sent.
    margin: points added to its sum, -3 to +3.
    temper: how it bargains.
    cables: ids of the instructions that reached it during the sitting, in force.
    credit: what its capital still gives it, of 100.
    asked: the measure for which it has asked for more room, if no answer has come.
    told: ids of the instructions that it did not carry out, and has explained to its capital.
    since: phrases on record when its capital last gave it more room; -1 if it never did.
    """

    variant: str
    margin: int
    temper: str
    cables: tuple[str, ...] = ()
    credit: int = 100
    asked: str = ""
    told: tuple[str, ...] = ()
    since: int = -1


@frozen(slots=False)
class Record:
    """Everything said and done.

    day: days since the start.
    stock: provocation stock, points.
    showings: which versions were shown to whom.
    phrases: seat -> what it says of the text now.
    said: every phrase, in order.
    stances: seat -> its position in the soundings.
    priorities: seat -> the measure it named as its own.
    asks: changes asked of the pen.
    pledges: what was promised.
    offers: what was offered, seat to seat.
    credibility: seat -> what is left of it, of 100; nobody who is missing has lost any.
    faces: seat -> the phrase it has bound itself to before the cameras.
    marks: clauses backed or opposed.
    warnings: warnings given.
    sponsors: who lent its name, the pen first.
    demanded: who demanded to see the text.
    requests: letters that ask for a meeting.
    room: open or closed: where the soundings are held; empty before they were called.
    out: room and number of a text that was kept behind doors, and is talked about.
    guests: ids of those who are invited to speak.
    speakers: in which order the President calls the members; empty where custom rules.
    statement: id of the press statement on the table or issued.
    mover: who put it there.
    fallen: ids of the products that an objection ended.
    softened: measure and level of the softer word with which the statement came back.
    blocked_by: who blocked the statement.
    blocked_on: the measure whose word it could not bear, if it said so.
    dissociated: who let a presidential statement pass and dissociated itself from it.
    issued: ids of the products that were issued.
    clues: ids of the signs seen of the target's plan.
    grievances: promises broken in earlier sittings.
    vetoes: permanent member -> standing that its vetoes have cost it, points of score.
    findings: leaks published after earlier sittings, and not closed since.
    settling: how the text settles: what is closed, silences, the text in blue.
    followup: what was done about the text in the months after the vote.
    """

    day: int = 0
    stock: int = 0
    showings: tuple[Showing, ...] = ()
    phrases: Mapping[Seat, Phrase] = field(factory=dict)
    said: tuple[Heard, ...] = ()
    stances: Mapping[Seat, Stance] = field(factory=dict)
    priorities: Mapping[Seat, str] = field(factory=dict)
    asks: tuple[Asked, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    offers: tuple[Offered, ...] = ()
    credibility: Mapping[Seat, int] = field(factory=dict)
    faces: Mapping[Seat, Phrase] = field(factory=dict)
    marks: tuple[Mark, ...] = ()
    warnings: tuple[Warned, ...] = ()
    sponsors: tuple[Seat, ...] = ()
    demanded: tuple[Seat, ...] = ()
    requests: tuple[Requested, ...] = ()
    room: str = ""
    out: tuple[tuple[str, int], ...] = ()
    guests: tuple[str, ...] = ()
    speakers: tuple[Seat, ...] = ()
    statement: str = ""
    mover: Seat = ""
    fallen: tuple[str, ...] = ()
    softened: tuple[tuple[str, int], ...] = ()
    blocked_by: Seat = ""
    blocked_on: str = ""
    dissociated: tuple[Seat, ...] = ()
    issued: tuple[str, ...] = ()
    clues: tuple[str, ...] = ()
    grievances: tuple[Grievance, ...] = ()
    vetoes: Mapping[Seat, int] = field(factory=dict)
    findings: tuple[Finding, ...] = ()
    settling: Settling = Settling()
    followup: Followup = Followup()

    def phrase_points(self, seat: Seat) -> int:
        """Return what this seat's phrase weighs; 0 while it has said nothing."""
        said = self.phrases.get(seat)
        return said.points if said else 0

    @property
    def promised(self) -> tuple[Pledge, ...]:
        """Return the promises that are about clauses of the text."""
        return _promised.get(lambda: _of_clauses(self.pledges), self.pledges)

    def trust(self, seat: Seat) -> int:
        """Return the credibility of a seat, 0 to 100."""
        return self.credibility.get(seat, FULL)


_promised = Lately[tuple[Pledge, ...]]()


def _of_clauses(pledges: tuple[Pledge, ...]) -> tuple[Pledge, ...]:
    found = [p for p in pledges if p.kind == "clause"]
    return pledges if len(found) == len(pledges) else same(found)


_own = Lately[tuple[tuple[Offered, ...], tuple[Pledge, ...]]]()


def _own_offers(offers: tuple[Offered, ...], seat: Seat) -> tuple[Offered, ...]:
    found = [o for o in offers if seat in (o.seat, o.to)]
    return offers if len(found) == len(offers) else same(found)


def _known_pledges(pledges: tuple[Pledge, ...], seat: Seat) -> tuple[Pledge, ...]:
    found = [p for p in pledges if not p.secret or seat in (p.by, p.to)]
    return pledges if len(found) == len(pledges) else same(found)


def seen_by(record: Record, seat: Seat) -> Record:
    """Return the record as a seat knows it: its own offers, secret promises and quiet lines."""
    contacts = record.followup.contacts
    if contacts and seat != TARGET and any(s != seat for s in contacts):
        contacts = tuple(s for s in contacts if s == seat)
        record = changed(record, followup=changed(record.followup, contacts=contacts))
    offers, pledges = _own.get(
        lambda: (_own_offers(record.offers, seat), _known_pledges(record.pledges, seat)),
        *(record.offers, record.pledges),
        also=seat,
    )
    if offers is record.offers and pledges is record.pledges:
        return record
    return changed(record, offers=offers, pledges=pledges)


def public(record: Record) -> Record:
    """Return the record as everybody knows it."""
    return seen_by(record, "")
