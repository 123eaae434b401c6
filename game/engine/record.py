"""What was said and done: versions shown, phrases, asks, promises, offers.

Of offers and secret promises each seat is shown its own; all else is public.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, field, frozen

from game.engine.standing import Settling
from game.engine.terms import Ballot, Circle, Phrase, Seat, Stance


@frozen
class Clause:
    """One measure as a draft has it.

    measure: id of the measure, which is also the clause's id.
    level: its strength, from 1.
    verb: a swapped verb; empty for the level's own.
    softener: id of words that soften it; empty for none.
    hardener: id of words that harden it; empty for none.
    params: parameters that differ from their default, with the number of the choice, by id.
    """

    measure: str
    level: int
    verb: str = ""
    softener: str = ""
    hardener: str = ""
    params: tuple[tuple[str, int], ...] = ()

    @property
    def reworded(self) -> bool:
        """Tell whether it has other words than its level's own."""
        return bool(self.verb or self.softener or self.hardener or self.params)


def is_small_edit(before: Clause, after: Clause) -> bool:
    """Tell whether one softener, hardener or parameter is all that differs: what still fits late.

    Source: the number changed on the day of the vote, 22 December 2017 (resolution 2397).
    """
    if (before.measure, before.level, before.verb) != (after.measure, after.level, after.verb):
        return False
    softer = before.softener != after.softener
    harder = before.hardener != after.hardener
    numbers = {id for id, _ in set(before.params) ^ set(after.params)}
    return softer + harder + len(numbers) == 1


Draft = Mapping[str, Clause]
"""A text: measure -> clause. A measure that is not in it keeps its base."""


@frozen
class Version:
    """A text as it was shown.

    number: from 1.
    clauses: the text.
    circle: who saw it.
    day: when.
    author: whose it is; empty for the penholder.
    """

    number: int
    clauses: Draft
    circle: Circle
    day: int
    author: Seat = ""


RIVALS = 1000
"""Drafts of others than the penholder are numbered from here on."""


@frozen
class Question:
    """Something the Council has to settle, by a vote or by nobody's objection.

    kind: agenda, invitation, ruling, suspend, adjourn, adjourn_to, refer, postpone, amendment,
        part or draft; a matter for one seat can be a point of order, too.
    by: who brought it up.
    measure: the clause it is about.
    level: the level it would give that clause.
    version: number of the draft it is about.
    cause: the guest, the point or the ruling it is about; what else was settled of it.
    """

    kind: str
    by: Seat
    measure: str = ""
    level: int = 0
    version: int = 0
    cause: str = ""


CALL = "call"
"""The matter before the President: when and where the Council meets."""


@frozen
class Requested:
    """A letter that asks for a meeting.

    seat: who wrote it.
    room: open or closed, as it asks.
    signers: who signed it, the writer first.
    """

    seat: Seat
    room: str
    signers: tuple[Seat, ...]


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
    status: open, granted, refused, ignored or lifted.
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
class Term:
    """One thing that a side of an offer gives, from the closed vocabulary of bargaining.

    clause: the text will have a measure at a level (only the pen can give it); lift: no further
    ask, opposition or warning against a measure up to a level; vote: a ballot, yes or not
    against; sponsor: its name under the text; silence: it will not break the silence procedure;
    statement: it explains its vote as agreed; enforce: it votes yes and reads the text as a duty
    to be carried out; favour: something outside the text; next_text: a clause for the next one.

    kind: which.
    measure: of a clause, a lifted reservation or the next text.
    level: of that measure.
    upward: at least this level, not at most.
    ballot: the vote that is given.
    item: the favour, or the reading of a statement.
    """

    kind: str
    measure: str = ""
    level: int = 0
    upward: bool = False
    ballot: Ballot | None = None
    item: str = ""


TERMS = (
    *("clause", "lift", "vote", "sponsor", "silence"),
    *("statement", "enforce", "favour", "next_text"),
)
"""Every kind of term, and of promise."""


@frozen
class Pledge:
    """What somebody promised: the pen by granting an ask, or either side of a deal.

    to: who was promised.
    measure: which clause.
    level: at most this level, or at least it.
    upward: at least, not at most.
    status: open, kept, broken or void.
    by: who promised.
    kind: a kind of term; only a clause is about the text itself.
    item: the favour, or the reading of a statement.
    ballot: the vote that was promised.
    secret: only the two know of it.
    deal: number of the deal between the two; 0 for a granted ask.
    due: when it is settled: blue, vote, echo or next.
    since: phrases on record when it was given.
    """

    to: Seat
    measure: str = ""
    level: int = 0
    upward: bool = False
    status: str = "open"
    by: Seat = ""
    kind: str = "clause"
    item: str = ""
    ballot: Ballot | None = None
    secret: bool = False
    deal: int = 0
    due: str = "blue"
    since: int = 0

    def holds(self, level: int) -> bool:
        """Tell whether a text with this level keeps the promise of a clause."""
        return level >= self.level if self.upward else level <= self.level


@frozen
class Offered:
    """An offer of one seat to another; only the two know of it.

    seat: who offers.
    to: to whom.
    number: of the offers between the two, from 1.
    give: what it gives.
    take: what it wants for it.
    round: when.
    status: open, struck or declined.
    counter_give: what the other would have given, if it named that.
    counter_take: what the other would have wanted for it.
    red_line: the measure for which there is no wording, if one was named.
    """

    seat: Seat
    to: Seat
    number: int
    give: tuple[Term, ...]
    take: tuple[Term, ...]
    round: int = 0
    status: str = "open"
    counter_give: tuple[Term, ...] = ()
    counter_take: tuple[Term, ...] = ()
    red_line: str = ""


@frozen
class Warned:
    """A public warning: what it would say of a text with this measure at this level or above.

    seat: who warned.
    measure: which clause.
    level: from this level on, and not below.
    shared: points of its sum for that level that everybody could count, without its brief.
    below: the same for the level below.
    stock: provocation stock at the time.
    phrase: what it would say: concerns, serious difficulty or a vote against.
    unmasked: it went along all the same.
    """

    seat: Seat
    measure: str
    level: int
    shared: int = 0
    below: int = 0
    stock: int = 0
    phrase: Phrase = Phrase.CONCERNS
    unmasked: bool = False


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
    unmasked: it turned out not to be so.
    """

    seat: Seat
    version: int
    phrase: Phrase
    shared: int
    stock: int
    unmasked: bool = False


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
    """

    variant: str
    margin: int
    temper: str
    cables: tuple[str, ...] = ()
    credit: int = 100
    asked: str = ""
    told: tuple[str, ...] = ()


@frozen
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
    guests: ids of those who are invited to speak.
    statement: id of the press statement on the table or issued.
    softened: measure and level of the softer word with which the statement came back.
    blocked_by: who blocked the statement.
    blocked_on: the measure whose word it could not bear, if it said so.
    dissociated: who let a presidential statement pass and dissociated itself from it.
    issued: ids of the products that were issued.
    clues: ids of the signs seen of the target's plan.
    settling: how the text settles: what is closed, silences, the text in blue.
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
    guests: tuple[str, ...] = ()
    statement: str = ""
    softened: tuple[tuple[str, int], ...] = ()
    blocked_by: Seat = ""
    blocked_on: str = ""
    dissociated: tuple[Seat, ...] = ()
    issued: tuple[str, ...] = ()
    clues: tuple[str, ...] = ()
    settling: Settling = Settling()

    def phrase_points(self, seat: Seat) -> int:
        """Return what this seat's phrase weighs; 0 while it has said nothing."""
        said = self.phrases.get(seat)
        return said.points if said else 0

    @property
    def promised(self) -> tuple[Pledge, ...]:
        """Return the promises that are about clauses of the text."""
        if all(p.kind == "clause" for p in self.pledges):
            return self.pledges  # The same object, so that what is kept for it is found again.
        return tuple(p for p in self.pledges if p.kind == "clause")

    def trust(self, seat: Seat) -> int:
        """Return the credibility of a seat, 0 to 100."""
        return self.credibility.get(seat, FULL)


def seen_by(record: Record, seat: Seat) -> Record:
    """Return the record as a seat knows it: with its own offers and secret promises alone."""
    offers = tuple(o for o in record.offers if seat in (o.seat, o.to))
    pledges = tuple(p for p in record.pledges if not p.secret or seat in (p.by, p.to))
    if (len(offers), len(pledges)) == (len(record.offers), len(record.pledges)):
        return record
    if len(pledges) == len(record.pledges):
        pledges = record.pledges  # The same object, so that what is kept for it is found again.
    return evolve(record, offers=offers, pledges=pledges)


def public(record: Record) -> Record:
    """Return the record as everybody knows it."""
    return seen_by(record, "")


FULL = 100
"""Credibility, or credit at home, of which nothing is lost."""
