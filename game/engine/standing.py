"""What becomes of a text between the first draft and the vote: closings, silences, last edits."""

from __future__ import annotations

from attrs import field, frozen

from game.engine.terms import Seat

SILENCE_HOURS = (6, 24, 48, 72)
"""Deadlines that a silence procedure can have. Source: hours to a day or two, more at weekends."""
SILENCES = 2
"""Silence procedures in one sitting, at most. Tuned."""


@frozen
class Closing:
    """A clause that the pen proposed as agreed among those who had seen the text.

    Nothing is agreed until everything is agreed: it promises no vote.

    measure: which clause.
    version: the text it stands in.
    level: as it stands there; a secret of those who were shown that text.
    agreed: who holds it agreed.
    waits: who disputed it and has not answered; for them it is agreed ad referendum.
    reopened: who opened it again after agreeing to it.
    day: when.
    """

    measure: str
    version: int
    level: int
    agreed: tuple[Seat, ...]
    waits: tuple[Seat, ...] = ()
    reopened: Seat = ""
    day: int = 0


@frozen
class Silenced:
    """A silence procedure: a text is agreed unless somebody objects before the deadline.

    version: the text.
    hours: that were given at first.
    opened: day on which it began.
    day: on which the deadline falls.
    status: running, kept or broken; reopened, once the pen changed what was agreed.
    extended: who asked for a day more, which all then have.
    """

    version: int
    hours: int
    opened: int
    day: int
    status: str = "running"
    extended: Seat = ""


@frozen
class Breach:
    """A silence that a delegation broke, or that was kept and the pen then did not hold to.

    seat: who.
    version: of which text.
    measure: the clause it named; empty where it named none.
    level: what it wanted there.
    upward: it wanted more, not less.
    late: after the extension that was given.
    turned: it had said before that it supports the text, or goes along with it.
    tight: the deadline was tighter than custom has it.
    """

    seat: Seat
    version: int
    measure: str = ""
    level: int = 0
    upward: bool = False
    late: bool = False
    turned: bool = False
    tight: bool = False

    def holds(self, level: int) -> bool:
        """Tell whether a text with this level of the clause gives what it wanted."""
        return level >= self.level if self.upward else level <= self.level


@frozen
class Blue:
    """What is public of a text in blue, beside the text.

    soon: the pen asks for a vote on the same day.
    insisted: who insisted on the 24 hours.
    delayed: who asked for an hour's delay.
    later: days by which the President has put the vote off.
    """

    soon: bool = False
    insisted: Seat = ""
    delayed: Seat = ""
    later: int = 0

    @property
    def wait(self) -> int:
        """Return the days between blue and the vote."""
        return self.later + (not (self.soon and not self.insisted))


EDITS = 2
"""Edits that the pen takes at the door, at most. Tuned."""


@frozen
class Edit:
    """A small edit that a seat proposed at the door: one softener, hardener or parameter.

    seat: who.
    measure: which clause.
    softener: as it would be; empty for none.
    hardener: as it would be; empty for none.
    params: as they would be.
    taken: the pen took it, by oral revision.
    """

    seat: Seat
    measure: str
    softener: str = ""
    hardener: str = ""
    params: tuple[tuple[str, int], ...] = ()
    taken: bool = False


@frozen(slots=False)
class Settling:
    """Everything public about how the text settles.

    closings: clauses proposed as agreed, one for each measure at most.
    silences: silence procedures, in order; the last may be running.
    breaches: silences broken, in order.
    blue: what is public of the text in blue.
    edits: small edits proposed at the door, one for each seat at most.
    withdrawn: number of the version that the pen withdrew; 0 for none.
    date: round by whose end the pen has said that its text is in blue; 0 where it has not.
    """

    closings: tuple[Closing, ...] = ()
    silences: tuple[Silenced, ...] = ()
    breaches: tuple[Breach, ...] = ()
    blue: Blue = field(factory=Blue)
    edits: tuple[Edit, ...] = ()
    withdrawn: int = 0
    date: int = 0

    @property
    def silence(self) -> Silenced | None:
        """Return the silence procedure that is running, or None."""
        last = self.silences[-1] if self.silences else None
        return last if last is not None and last.status == "running" else None

    @property
    def kept(self) -> bool:
        """Tell whether a silence was kept, and the text stayed as it was agreed."""
        return bool(self.silences) and any(s.status == "kept" for s in self.silences)

    def closing(self, measure: str) -> Closing | None:
        """Return the closing of a clause that is in force, or None."""
        for closing in self.closings:
            if closing.measure == measure and not closing.reopened:
                return closing
        return None
