"""What delegations offer each other, and what they promise."""

from __future__ import annotations

from attrs import frozen

from game.engine.record.draft import Clause, in_own_words
from game.engine.terms import Ballot, Seat


@frozen
class Term:
    """One thing that a side of an offer gives, from the closed vocabulary of bargaining.

    clause: the text will have a measure at a level, or a clause in certain words (only the pen can
    give it); lift: no further ask, opposition or warning against a measure up to a level; vote: a
    ballot, yes or not against; sponsor: its name under the text; silence: it will not break the
    silence procedure; statement: it explains its vote as agreed; enforce: it votes yes and reads
    the text as a duty to be carried out; favour: something outside the text; next_text: a clause
    for the next one.

    kind: which.
    measure: of a clause, a lifted reservation or the next text.
    level: of that measure.
    upward: at least this level, not at most.
    ballot: the vote that is given.
    item: the favour, or the reading of a statement.
    words: the whole clause, where its words are given and not its level alone.
    """

    kind: str
    measure: str = ""
    level: int = 0
    upward: bool = False
    ballot: Ballot | None = None
    item: str = ""
    words: Clause | None = None

    @property
    def clause(self) -> Clause:
        """Return the clause that is given."""
        return self.words or in_own_words(self.measure, self.level)


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
    due: when it is settled: blue, vote, echo, season (when all have acted outside the room), months
        (when reports are in) or next.
    since: phrases on record when it was given.
    words: the whole clause, where the words were promised and not the level alone.
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
    words: Clause | None = None

    @property
    def clause(self) -> Clause:
        """Return the clause that was promised."""
        return self.words or in_own_words(self.measure, self.level)

    def replaces(self, older: Pledge) -> bool:
        """Tell whether this promise of a clause stands in place of an older one."""
        return older.kind == "clause" and (older.to, older.measure) == (self.to, self.measure)

    @property
    def reading(self) -> str:
        """Return the explanation of vote that it asks for, if it asks for one."""
        return {"statement": self.item, "enforce": "wide"}.get(self.kind, "")

    def allows(self, ballot: Ballot | None) -> bool:
        """Tell whether it can still be kept with this vote; None is none at all."""
        if self.kind == "vote" and self.ballot is Ballot.ABSTAIN:
            return ballot is not Ballot.NO
        return self.kind not in ("vote", "sponsor", "enforce") or ballot is Ballot.YES

    def holds(self, level: int) -> bool:
        """Tell whether a text with this level keeps the promise of a clause, words left aside."""
        return level >= self.level if self.upward else level <= self.level


@frozen
class Grievance:
    """What one did to another in an earlier sitting of a campaign, and is not forgotten.

    seat: who holds it against the other: it was promised something, or was for a text.
    by: who broke the promise, or cast the veto.
    measure: which clause it was about.
    kind: a kind of promise, or veto.
    """

    seat: Seat
    by: Seat
    measure: str = ""
    kind: str = "clause"


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
