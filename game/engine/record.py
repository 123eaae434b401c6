"""What everybody knows: versions shown, phrases said, asks, pledges. No secret is in a Record."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from game.engine.terms import Circle, Phrase, Seat, Stance


@frozen
class Clause:
    """One measure as a draft has it.

    measure: id of the measure, which is also the clause's id.
    level: its strength, from 1.
    verb: a swapped verb; empty for the level's own.
    """

    measure: str
    level: int
    verb: str = ""


Draft = Mapping[str, Clause]
"""A text: measure -> clause. A measure that is not in it keeps its base."""


@frozen
class Version:
    """A text as it was shown.

    number: from 1.
    clauses: the text.
    circle: who saw it.
    day: when.
    """

    number: int
    clauses: Draft
    circle: Circle
    day: int


@frozen
class Showing:
    """The public side of a version: that it was shown, not what it says.

    number: of the version.
    circle: who saw it.
    day: when.
    """

    number: int
    circle: Circle
    day: int


@frozen
class Asked:
    """A change that a delegation asked of the pen.

    Its direction gives away a little of a text that others may not have seen: play, no leak.

    id: number of the ask.
    seat: who asked.
    measure: which clause.
    level: what it asked for.
    upward: it asked for more, not for less.
    round: when.
    status: open, granted, refused or ignored.
    counter: the nearest level the pen offered instead; an ask for just that is granted at once.
    """

    id: int
    seat: Seat
    measure: str
    level: int
    upward: bool
    round: int
    status: str = "open"
    counter: int | None = None


@frozen
class Pledge:
    """What the pen promised by granting an ask: that the blue text will have it.

    to: who was promised.
    measure: which clause.
    level: at most this level, or at least it.
    upward: at least, not at most.
    status: open, kept or broken.
    """

    to: Seat
    measure: str
    level: int
    upward: bool
    status: str = "open"

    def holds(self, level: int) -> bool:
        """Tell whether a text with this level keeps the promise."""
        return level >= self.level if self.upward else level <= self.level


@frozen
class Warned:
    """A public warning: no support for a text with this measure at this level or above.

    seat: who warned.
    measure: which clause.
    level: from this level on, and not below.
    shared: points of its sum for that level that everybody could count, without its brief.
    below: the same for the level below.
    stock: provocation stock at the time.
    """

    seat: Seat
    measure: str
    level: int
    shared: int = 0
    below: int = 0
    stock: int = 0


@frozen
class Mark:
    """A clause that a delegation backed or opposed in public.

    Its level gives away a little of a text that others may not have seen: that is play, no leak.

    seat: who.
    measure: which clause.
    level: as it stood in the version it had seen, or in the regime.
    backed: backed, not opposed.
    """

    seat: Seat
    measure: str
    level: int
    backed: bool

    def holds(self, level: int) -> bool:
        """Tell whether a text with this level goes its way."""
        return level >= self.level if self.backed else level < self.level


@frozen
class Heard:
    """A phrase with all that was public when it was said; forecasts learn from it.

    seat: who said it.
    version: of which version.
    phrase: what.
    shared: points of its sum that everybody could count, without its brief.
    stock: provocation stock at the time.
    """

    seat: Seat
    version: int
    phrase: Phrase
    shared: int
    stock: int


@frozen
class Dealt:
    """What chance gave a seat; its secret.

    variant: which instructions its capital sent.
    margin: points added to its sum, -3 to +3.
    temper: how it bargains.
    """

    variant: str
    margin: int
    temper: str


@frozen
class Record:
    """Everything said and done in public.

    day: days since the start.
    stock: provocation stock, points.
    showings: which versions were shown to whom.
    phrases: seat -> what it says of the text now.
    said: every phrase, in order.
    stances: seat -> its position in the soundings.
    priorities: seat -> the measure it named as its own.
    asks: changes asked of the pen.
    pledges: what the pen promised.
    marks: clauses backed or opposed.
    warnings: warnings given.
    sponsors: who lent its name, the pen first.
    demanded: who demanded to see the text.
    statement: id of the press statement on the table or issued.
    blocked_by: who blocked the statement.
    clues: ids of the signs seen of the target's plan.
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
    marks: tuple[Mark, ...] = ()
    warnings: tuple[Warned, ...] = ()
    sponsors: tuple[Seat, ...] = ()
    demanded: tuple[Seat, ...] = ()
    statement: str = ""
    blocked_by: Seat = ""
    clues: tuple[str, ...] = ()

    def phrase_points(self, seat: Seat) -> int:
        """Return what this seat's phrase weighs; 0 while it has said nothing."""
        said = self.phrases.get(seat)
        return said.points if said else 0
