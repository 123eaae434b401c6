"""In the corridor: requests, promises, deals, rumours, words said for effect, instructions."""

from __future__ import annotations

from attrs import frozen

from game.engine.events.base import Event
from game.engine.scenario import Scenario
from game.engine.terms import Seat


@frozen
class AskIgnored(Event):
    """The pen ended its round without an answer.

    seat: who had asked.
    measure: for which clause.
    """

    seat: Seat
    measure: str


@frozen
class AskLifted(Event):
    """A delegation no longer asks for a change.

    seat: which.
    measure: of which clause.
    """

    seat: Seat
    measure: str


@frozen
class PledgeLapsed(Event):
    """A promise for the next text ends: another drafts it, or what is in force has overtaken it.

    to: who had been promised.
    measure: of which clause.
    by: who had promised, and has not broken it.
    secret: only the two knew of it.
    """

    to: Seat
    measure: str
    by: Seat
    secret: bool = False

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Everybody, unless only the two knew of it."""
        return (self.by, self.to) if self.secret else None


@frozen
class PledgeSettled(Event):
    """It turned out whether a promise was kept; a secret one that was kept stays secret.

    to: who had been promised.
    measure: of which clause, if any.
    kept: it was.
    by: who had promised.
    kind: a kind of term.
    item: the favour, or the reading of a statement.
    secret: only the two knew of it.
    again: it had turned out otherwise before the text was revised.
    """

    to: Seat
    measure: str
    kept: bool
    by: Seat = ""
    kind: str = "clause"
    item: str = ""
    secret: bool = False
    again: bool = False

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Everybody; whoever was let down says so."""
        return (self.by, self.to) if self.secret and self.kept else None


@frozen
class DealStruck(Event):
    """An offer was accepted, or came back as it was.

    seat: who offered.
    to: who accepted.
    number: of the offers between the two.
    """

    seat: Seat
    to: Seat
    number: int

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Only the two."""
        return (self.seat, self.to)


@frozen
class Rumour(Event):
    """It is said in the corridor that two have come to terms.

    seats: who.
    measures: about which clauses, if any; the terms are not known.
    """

    seats: tuple[Seat, ...]
    measures: tuple[str, ...] = ()


@frozen
class GotOut(Event):
    """What was said or shown behind doors is talked about outside them.

    room: closed consultations, or the circle that saw a text.
    number: of that text; 0 for the consultations.
    measures: on which it goes further than before; how far is not known.
    """

    room: str
    number: int
    measures: tuple[str, ...] = ()


@frozen
class ReadingBroken(Event):
    """A report fell short of what its sender had said of the text in explanation of its vote.

    seat: who.
    """

    seat: Seat


@frozen
class Unmasked(Event):
    """A word turned out to be said for effect.

    seat: whose.
    about: phrase, for one that got better without a visible cause; warning, for one not meant;
        moved, for one that was taken back without a visible cause.
    measure: of which clause it had warned.
    """

    seat: Seat
    about: str
    measure: str = ""


@frozen
class Bluffed(Event):
    """A word was said for effect: it was not what the seat's own sum came to.

    Only the seat knows, until the cards are open; what all can see is `Unmasked`.

    seat: whose.
    about: phrase or warning.
    measure: of which clause it warned.
    """

    seat: Seat
    about: str
    measure: str = ""

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Only who said it."""
        return (self.seat,)


@frozen
class CableSettled(Event):
    """A capital learns how its instruction was carried out.

    seat: whose delegation.
    cable: its id.
    done: it was.
    """

    seat: Seat
    cable: str
    done: bool

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Only the delegation itself."""
        return (self.seat,)
