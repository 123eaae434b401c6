"""The soundings: public positions, and a press statement that anybody can block."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Self

from attrs import evolve, frozen

from game.engine.actions.base import Action, Refusal
from game.engine.changing import changed
from game.engine.events import GuestHeard, StatementIssued
from game.engine.opinion import worded
from game.engine.scenario import Scenario, Statement
from game.engine.state import State, next_seat, note, shift, tell
from game.engine.terms import Phase, Seat, Stance

ISSUED = {
    "elements": {},
    "press": {"trust": -1, "threat": 1},
    "prst": {"trust": -2, "threat": 2},
}
"""Product -> what it does that it went out. Tuned: the heavier, the more it is heard."""
HEARD = {"rule_37": {"threat": 1}, "rule_39": {}}
"""Rule by which a guest is invited -> what its voice does: a State concerned is heard in the
target's capital. Tuned: as a press statement is."""
FURTHER = "further"
"""The part of the soundings in which others than the pen may propose a product."""


@frozen
class Speak(Action):
    """A public position in the first meeting.

    stance: what should come of the incident.
    priority: the measure the delegation calls its own.
    """

    stance: Stance
    priority: str

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every position with every priority."""
        for stance in Stance:
            for m in scenario.measures:
                yield cls(seat, stance, m.id)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """A delegation speaks once, when the meeting is open."""
        if state.stage == "opening":
            return Refusal("answer_first")
        return Refusal("spoken") if seat in state.record.stances else None

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The priority is a measure in play."""
        if scenario.has(self.priority):
            return None
        return Refusal("unknown_measure", {"measure": self.priority})

    def apply(self, state: State) -> State:
        """Put it on record."""
        record = state.record
        state = note(
            state,
            stances={**record.stances, self.seat: self.stance},
            priorities={**record.priorities, self.seat: self.priority},
        )
        spoken = len(state.record.stances) == len(state.scenario.seats)
        return next_seat(guests_speak(state, first=False) if spoken else state)


def guests_speak(state: State, *, first: bool) -> State:
    """Hear the guests who were invited: briefers before the members, States concerned after them.

    Source: Provisional Rules of Procedure, rules 37 and 39.
    """
    for guest in state.scenario.guests:
        if guest.id in state.record.guests and guest.first is first:
            state = shift(tell(state, GuestHeard(guest.id)), HEARD[guest.basis])
    return state


@frozen
class Propose(Action):
    """Put a product short of a resolution to the fifteen, or let it be.

    Source: Security Council working methods; all fifteen have to consent to a statement.

    statement: its id; empty for none.
    """

    statement: str

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every statement, and none."""
        for statement in scenario.statements:
            yield cls(seat, statement.id)
        yield cls(seat, "")

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """The pen proposes when all have spoken, once; and when it has withdrawn its draft.

        Where nothing of the pen's went out, one of those who spoke for condemnation may try.
        """
        if state.stage == FURTHER:
            due = seat in who_may_try(state)
        elif seat != state.scenario.penholder:
            return Refusal("not_the_pen")
        else:
            spoken = len(state.record.stances) == len(state.scenario.seats)
            due = spoken if state.phase is Phase.SOUNDINGS else state.stage == "fallback"
        return None if due and not state.record.statement else Refusal("not_due")

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The statement is one of the scenario's, or none."""
        known = not self.statement or any(s.id == self.statement for s in scenario.statements)
        return None if known else Refusal("unknown", {"name": self.statement})

    def refusal(self, state: State) -> Refusal | None:
        """The same is not said twice; what has just fallen is not tried again by another."""
        if self.statement in state.record.issued:
            return Refusal("issued")
        fell = state.stage == FURTHER and self.statement in state.record.fallen
        return Refusal("fallen") if fell else None

    def apply(self, state: State) -> State:
        """Ask the others, in seating order, whether they object."""
        if not self.statement:
            return next_seat(state)
        state = note(state, softened=(), blocked_by="", blocked_on="")
        return _put_round(note(state, statement=self.statement, mover=self.seat))


def _put_round(state: State) -> State:
    mover, table = state.record.mover, state.scenario.seating(state.record.day)
    return changed(state, queue=tuple(seat for seat in table if seat != mover))


def who_may_try(state: State) -> tuple[Seat, ...]:
    """Return who else may propose a product: those who spoke for condemnation, where none is out.

    Source: Security Council working methods; any member can suggest a statement.
    """
    s, r = state.scenario, state.record
    if r.statement or not s.statements or not s.plays("products"):
        return ()
    spoke = (seat for seat, stance in r.stances.items() if stance is Stance.CONDEMN)
    return tuple(seat for seat in spoke if seat != s.penholder)


def statement_of(state: State) -> Statement | None:
    """Return the product on the table with the words as they stand, or None."""
    return worded(state.scenario, state.record)


@frozen
class Consent(Action):
    """Let the product go out."""

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """There must be a statement to object to, and no vote being taken."""
        there = is_at_hand(state) and not state.record.blocked_by
        return None if there else Refusal("no_statement")

    def apply(self, state: State) -> State:
        """Go on to the next; after the last the statement is issued."""
        state = next_seat(state)
        found = statement_of(state)
        if state.queue or found is None:
            return state
        state = note(state, issued=(*state.record.issued, found.id))
        issued = StatementIssued(found.id, state.record.softened)
        return shift(tell(state, issued), ISSUED[found.product])


@frozen
class Dissociate(Action):
    """Let a presidential statement pass, and dissociate oneself from a part of it.

    Source: a member did so in August 2015, with a statement on Syria.
    """

    PART: ClassVar[str] = "products"

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Only a presidential statement is read out in a meeting, where that can be said."""
        if found := Consent.closed(state, seat):
            return found
        now = statement_of(state)
        return None if now and now.product == "prst" else Refusal("not_presidential")

    def apply(self, state: State) -> State:
        """Consent, and put the reservation on record."""
        state = note(state, dissociated=(*state.record.dissociated, self.seat))
        return Consent(self.seat).apply(state)


@frozen
class Block(Action):
    """Object to the product; one objection of any member ends it.

    Source: statements and elements for the press need the consent of all fifteen members.

    measure: the measure whose word it cannot bear, if it says so.
    """

    measure: str = ""

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield a plain objection, and one for each word of a statement."""
        yield cls(seat)
        if scenario.plays("products"):
            words = (m for s in scenario.statements for m in s.levels)
            for measure in dict.fromkeys(words):
                yield cls(seat, measure)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """There must be a statement to object to."""
        return Consent.closed(state, seat)

    def refusal(self, state: State) -> Refusal | None:
        """The word must be in the statement."""
        now = statement_of(state)
        if self.measure and (now is None or self.measure not in now.levels):
            return Refusal("not_in_statement")
        return None

    def apply(self, state: State) -> State:
        """Give the mover one chance to come back with a softer word, or end it.

        Source: the press statement of 19 April 2017 fell over one word and went out on the 20th.
        """
        s = state.scenario
        state = note(state, blocked_by=self.seat, blocked_on=self.measure)
        if s.plays("products") and self.measure and not state.record.softened:
            return changed(state, queue=(state.record.mover,))
        return evolve(fell(state), queue=())


def fell(state: State) -> State:
    """Take the product that was objected to from the table."""
    return note(state, statement="", fallen=(*state.record.fallen, state.record.statement))


@frozen
class Soften(Action):
    """Come back with the product in softer words, once.

    measure: whose word.
    level: its level now; 0 leaves it out.
    """

    PART: ClassVar[str] = "products"
    measure: str
    level: int

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every level of every word of a statement."""
        words = (m for statement in scenario.statements for m in statement.levels)
        for measure in dict.fromkeys(words):
            for level in range(scenario.measure(measure).top + 1):
                yield cls(seat, measure, level)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """The mover's product must have been blocked."""
        own = is_blocked(state) and seat == state.record.mover
        return None if own else Refusal("no_statement")

    def refusal(self, state: State) -> Refusal | None:
        """The word that was objected to becomes another: weaker, or the one agreed before."""
        now = statement_of(state)
        if now is None or self.measure != state.record.blocked_on:
            return Refusal("not_in_statement")
        top = state.scenario.measure(self.measure).top
        other = 0 <= self.level <= top and self.level != now.levels[self.measure]
        return None if other else Refusal("not_softer")

    def apply(self, state: State) -> State:
        """Ask the others anew."""
        softer = ((self.measure, self.level),)
        state = note(state, softened=softer, blocked_by="", blocked_on="")
        return _put_round(state)


def is_at_hand(state: State) -> bool:
    """Tell whether a product is before the members: in the soundings, or in place of a vote."""
    due = state.phase is Phase.SOUNDINGS or state.stage == "fallback"
    return due and bool(state.record.statement)


def is_blocked(state: State) -> bool:
    """Tell whether a product was blocked and its mover can come back with softer words."""
    return is_at_hand(state) and bool(state.record.blocked_by)
