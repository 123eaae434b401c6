"""The end of the text: silence, the counts of hands, what was missing, who kept its word."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from game.engine.events.base import Event
from game.engine.record import Question
from game.engine.terms import Ballot, Cause, Seat


@frozen
class RoundsOver(Event):
    """The last round ended without a text in blue."""


@frozen
class DateMissed(Event):
    """The pen held no vote by the date that it had set in public.

    seat: the pen.
    """

    seat: Seat


@frozen
class SilenceKept(Event):
    """Nobody objected before the deadline: the wording is agreed.

    version: number of the text.
    """

    version: int


@frozen
class WordingReopened(Event):
    """The pen changed what was agreed under silence, and all see it.

    measures: the clauses.
    """

    measures: tuple[str, ...]


@frozen
class Tally(Event):
    """The count of hands.

    ballots: seat -> ballot.
    adopted: the draft is a resolution.
    cause: why not, if not.
    vetoes: permanent members against, where the veto decided or would have.
    question: what was voted on; nothing in counts that were recorded before there were others.
    """

    ballots: Mapping[Seat, Ballot]
    adopted: bool
    cause: Cause
    vetoes: tuple[Seat, ...] = ()
    question: Question | None = None

    def count(self, ballot: Ballot) -> int:
        """Return how many cast this ballot."""
        return sum(b is ballot for b in self.ballots.values())


@frozen
class Lapsed(Event):
    """What was moved falls: after what was carried it would leave a text that cannot stand.

    question: the amendment or the separate vote.
    """

    question: Question


@frozen
class Objected(Event):
    """What a member has objected to, where it was before that member alone.

    question: the part that is not voted on by itself, or the ruling that is put to the vote.
    """

    question: Question


@frozen
class PassedOn(Event):
    """A draft that its mover withdrew outside the meeting goes on as that of who seconded it.

    version: number of the draft.
    seat: who brings it now.
    """

    version: int
    seat: Seat


@frozen
class Superseded(Event):
    """Two drafts were adopted: both stand, and the later one where they touch.

    drafts: their numbers, in the order of the votes.
    measures: the clauses on which they differ.
    """

    drafts: tuple[int, ...]
    measures: tuple[str, ...]


@frozen
class VetoPaid(Event):
    """What a veto cost who cast it, in standing.

    seat: who.
    points: of score.
    beside: other permanent members that were against it, by word or by hand.
    wanted: all others were on record for the text.
    """

    seat: Seat
    points: int
    beside: tuple[Seat, ...] = ()
    wanted: bool = False


@frozen
class Missed(Event):
    """Why a draft failed, and what would have carried it.

    short: seat -> points it lacked for what the text needed of it.
    changes: measure -> level of the cheapest change that would have carried; empty if none.
    otherwise: seat -> the vote that its instructions came to, where the text carried by
        instructions and these seats voted otherwise; then nothing had to be changed.
    """

    short: Mapping[Seat, int]
    changes: Mapping[str, int]
    otherwise: Mapping[Seat, Ballot] = field(factory=dict)


@frozen
class WordBroken(Event):
    """A seat voted otherwise than it had said.

    seat: who.
    """

    seat: Seat
