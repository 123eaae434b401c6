"""Facts: what was done (an action is an event that somebody chose) and what followed from it."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from game.engine.record import Question
from game.engine.scenario import Scenario
from game.engine.terms import Ballot, Cause, Phase, Seat


@frozen
class Event:
    """A fact in the log; `words` makes its sentence."""

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Return who may know it; None is everybody."""
        return None


@frozen
class BeatOpened(Event):
    """A beat of the sitting begins.

    beat: which.
    day: days since the start.
    round: round of consultations, 0 outside them.
    """

    beat: Phase
    day: int
    round: int = 0


@frozen
class SittingFollows(Event):
    """A later sitting of a campaign opens on what the one before has left.

    number: of the sitting, from 1.
    adopted: the last text was adopted.
    yes: votes in favour of it.
    stock: provocation at the start, points.
    passed: at least one sitting did not come about, since the target kept still.
    """

    number: int
    adopted: bool
    yes: int
    stock: int
    passed: bool = False


@frozen
class StatementIssued(Event):
    """Nobody blocked the press statement.

    statement: its id.
    """

    statement: str


@frozen
class GuestHeard(Event):
    """Somebody who was invited speaks in the meeting.

    guest: its id.
    """

    guest: str


@frozen
class LetterPassedOver(Event):
    """The President did not meet the request of a letter that a member had taken up.

    letter: its id.
    seat: who presides.
    """

    letter: str
    seat: Seat


@frozen
class AssemblyDebate(Event):
    """The General Assembly will discuss a veto; those who cast it speak first.

    vetoes: who cast it.
    by: last day of the debate, days since the start.
    """

    vetoes: tuple[Seat, ...]
    by: int


@frozen
class AskIgnored(Event):
    """The pen ended its round without an answer.

    seat: who had asked.
    measure: for which clause.
    """

    seat: Seat
    measure: str


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
    """

    to: Seat
    measure: str
    kept: bool
    by: Seat = ""
    kind: str = "clause"
    item: str = ""
    secret: bool = False

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
class AskLifted(Event):
    """A delegation no longer asks for a change.

    seat: which.
    measure: of which clause.
    """

    seat: Seat
    measure: str


@frozen
class Rumour(Event):
    """It is said in the corridor that two have come to terms.

    seats: who.
    measures: about which clauses, if any; the terms are not known.
    """

    seats: tuple[Seat, ...]
    measures: tuple[str, ...] = ()


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


@frozen
class RoundsOver(Event):
    """The last round ended without a text in blue."""


@frozen
class SilenceKept(Event):
    """Nobody objected before the deadline: the wording is agreed.

    version: number of the text.
    """

    version: int


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
class Missed(Event):
    """Why a draft failed, and what would have carried it.

    short: seat -> points it lacked for what the text needed of it.
    changes: measure -> level of the cheapest change that would have carried; empty if none.
    """

    short: Mapping[Seat, int]
    changes: Mapping[str, int]


@frozen
class WordBroken(Event):
    """A seat voted otherwise than it had said.

    seat: who.
    """

    seat: Seat


@frozen
class Enforced(Event):
    """What a year at the border makes of the text.

    paper: pressure on paper, month by month, points 0 to 100.
    enforced: the same as enforced.
    trade: the flow that the scenario follows, 100 is the year before.
    will: enforcer -> readiness after the vote, per mille.
    """

    paper: tuple[int, ...]
    enforced: tuple[int, ...]
    trade: tuple[int, ...]
    will: Mapping[str, int]


@frozen
class VoiceHeard(Event):
    """One of the four voices of the aftermath.

    who: for, against, aid or town.
    line: its place among the scenario's voices.
    """

    who: str
    line: int


@frozen
class TradeNamed(Event):
    """The title of the bargain that was struck.

    line: its place among the scenario's trades.
    strength: per mille of earnings stopped on paper, fuel counted in.
    votes: in favour.
    """

    line: int
    strength: int
    votes: int


@frozen
class MonthPassed(Event):
    """A month at the border, and what is known of it.

    month: since the vote.
    paper: pressure on paper, points 0 to 100.
    enforced: the same as enforced.
    trade: the flow that the scenario follows, 100 is the year before; -1 if it follows none.
    will: enforcer -> readiness, per mille.
    """

    month: int
    paper: int
    enforced: int
    trade: int
    will: Mapping[str, int]


@frozen
class HalfOpened(Event):
    """Delegations act outside the room: the first half of the season or the second.

    half: 1 or 2.
    """

    half: int


@frozen
class Won(Event):
    """Efforts have won somebody for more than the text asks.

    prospect: who.
    """

    prospect: str


@frozen
class NoticeDecided(Event):
    """The Committee has decided what was before it, or somebody held it.

    kind: list, relief, publish or renew.
    item: the listing or the relief; the flow of a finding.
    by: who sent it; empty for the experts and for what was due.
    held: who held it; empty if nobody did.
    """

    kind: str
    item: str
    by: Seat
    held: Seat


@frozen
class SuspensionSettled(Event):
    """It turned out whether exercises and tests stayed suspended.

    by: who had held its exercises off.
    through: who had carried the offer.
    breaker: who broke it; empty if it was kept.
    """

    by: Seat
    through: Seat
    breaker: Seat = ""
