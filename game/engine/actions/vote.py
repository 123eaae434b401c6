"""The vote: sealed ballots, then the reasons given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Protocol, Self

from attrs import frozen

from game.engine.actions.base import Action, Refusal
from game.engine.actions.raising import has_floor, keep_floor, raised
from game.engine.changing import changed
from game.engine.events import Tally
from game.engine.opinion import level_of
from game.engine.record import Draft
from game.engine.scenario import Scenario
from game.engine.state import State, next_seat
from game.engine.terms import Ballot, Seat

NARROW = "narrow"
"""The reading that can name the clause it is about. Source: China on inspections, October 2006."""
EXPLANATIONS = ("wide", NARROW, "talks")
"""How a vote is explained: a duty to carry out, a narrow reading, a way to talks."""
AFTER_A_FAILURE = ("regret", "why")
"""How it is explained where the text failed: in favour of it, or why one was not."""
LONGEST_LINE = 200
"""Characters of the sentence that a delegation can add in its own words."""


class Watched(Protocol):
    """What explanations go by; a State has it and so has what a seat sees of one."""

    @property
    def tally(self) -> Tally | None:
        """How the vote ended."""

    @property
    def stage(self) -> str:
        """Where the meeting is."""


@frozen
class CastVote(Action):
    """One sealed ballot on the text in blue.

    ballot: what it says.
    """

    ballot: Ballot

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Sealed until the count."""
        return (self.seat,)

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield the five ballots."""
        for ballot in Ballot:
            yield cls(seat, ballot)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """One ballot each, while a question is put to the vote."""
        if not state.calling:
            return Refusal("not_called")
        return Refusal("voted") if seat in state.ballots else None

    def refusal(self, state: State) -> Refusal | None:
        """A party to a dispute under Chapter VI abstains.

        Source: UN Charter, Article 27(3).
        """
        on_draft = state.questions[0].kind == "draft"
        if on_draft and self.seat in state.barred and self.ballot is not Ballot.ABSTAIN:
            return Refusal("must_abstain")
        return None

    def apply(self, state: State) -> State:
        """Drop it into the box."""
        return next_seat(changed(state, ballots={**state.ballots, self.seat: self.ballot}))


@frozen
class Explain(Action):
    """Explain the vote, in one of three readings that others remember, or not at all.

    A text that failed leaves nothing to read: then it is regretted, or it is said why.

    reading: wide, narrow or talks; regret or why after a failure; empty for silence.
    line: a sentence of one's own, kept for the record; it moves nothing and is never scored.
    measure: the clause that is read narrowly; empty for the text as a whole.
    """

    RAISES: ClassVar[bool] = True
    reading: str
    line: str = ""
    measure: str = ""

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield the readings, and silence."""
        for reading in (*EXPLANATIONS, *AFTER_A_FAILURE, ""):
            yield cls(seat, reading)

    @classmethod
    def choices(cls, state: State, seat: Seat) -> tuple[Action, ...]:
        """Return the readings and silence, and a narrow reading of each clause of the text."""
        of = narrowable(state.scenario, state.draft(state.blue).clauses) if state.blue else ()
        named = (cls(seat, NARROW, measure=id) for id in of)
        return (*cls.universe(state.scenario, seat), *named)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """After the count; once before the vote, where there is a floor to ask for."""
        if state.stage == "explaining":
            return None
        if has_floor(state):
            return Refusal("not_counted")
        said = any(isinstance(e, Explain) and e.seat == seat for e in raised(state))
        return Refusal("explained") if said else None

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """There are readings of a text, words on one that failed, and silence."""
        known = self.reading in (*EXPLANATIONS, *AFTER_A_FAILURE, "")
        return None if known else Refusal("unknown", {"name": self.reading})

    def refusal(self, state: State) -> Refusal | None:
        """The line is short and plain; before the vote nobody explains by saying nothing.

        Only a text that can still be carried out is read, and only who was for it regrets.
        """
        if len(self.line) > LONGEST_LINE or not self.line.isprintable():
            return Refusal("unfit_line", {"most": str(LONGEST_LINE)})
        silent = not self.reading and state.stage == "floor"
        if silent:
            return Refusal("answer_first")
        if self.reading and self.reading not in readings(state, self.seat):
            return Refusal("not_to_be_read")
        return self._misnamed(state)

    def _misnamed(self, state: State) -> Refusal | None:
        """Tell why the clause cannot be named: only a narrow reading names one of the text."""
        if not self.measure:
            return None
        if self.reading != NARROW:
            return Refusal("names_no_clause")
        if not state.scenario.has(self.measure):
            return Refusal("unknown_measure", {"measure": self.measure})
        there = narrowable(state.scenario, state.draft(state.blue).clauses) if state.blue else ()
        return None if self.measure in there else Refusal("not_in_text", {"measure": self.measure})

    def apply(self, state: State) -> State:
        """Put it into the record of the meeting; silence takes nothing back."""
        if self.reading:
            kept = {seat: id for seat, id in state.narrowed.items() if seat != self.seat}
            named = {self.seat: self.measure} if self.measure else {}
            state = changed(state, narrowed={**kept, **named})
        said = self.reading or state.explained.get(self.seat, "")
        state = changed(state, explained={**state.explained, self.seat: said})
        return keep_floor(state, self.seat) if state.stage == "floor" else next_seat(state)


def narrowable(scenario: Scenario, draft: Draft) -> tuple[str, ...]:
    """Return what a narrow reading can name: the clauses of a text beyond what is in force."""
    above = ((m.id, level_of(scenario, draft, m.id)) for m in scenario.measures)
    return tuple(id for id, level in above if level > scenario.floor(id))


def readings(state: Watched, seat: Seat) -> tuple[str, ...]:
    """Return how a seat can explain its vote: by a reading of the text, or of its failure."""
    tally = state.tally
    if tally is None or tally.adopted or state.stage != "explaining":
        return EXPLANATIONS
    return AFTER_A_FAILURE[:1] if tally.ballots.get(seat) is Ballot.YES else AFTER_A_FAILURE[1:]
