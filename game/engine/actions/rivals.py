"""Drafts beside the penholder's: rivals, and those who stand by a draft of another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Self

from attrs import evolve, frozen

from game.engine import wording
from game.engine.actions.base import Action, Refusal, no_such_level, unsound
from game.engine.actions.motions import is_draft, on_table
from game.engine.actions.raising import file, has_floor, keep_floor
from game.engine.record import RIVALS, Clause, Question, Version
from game.engine.scenario import Scenario
from game.engine.state import State, next_seat, spend
from game.engine.terms import Circle, Phase, Seat
from game.engine.wording import clause_at


@frozen
class Second(Action):
    """Second a draft: if its mover withdraws it, the seconder can bring it to the vote.

    Source: Provisional Rules of Procedure, rule 35.

    version: number of the draft.
    """

    PART: ClassVar[str] = "motions"
    RAISES: ClassVar[bool] = True
    version: int

    @classmethod
    def choices(cls, state: State, seat: Seat) -> tuple[Action, ...]:
        """Return one for each draft on the table."""
        return tuple(cls(seat, q.version) for q in state.questions if q.kind == "draft")

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield nothing: the drafts on the table are the menu."""
        yield from ()

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Whoever has the floor, or whose seconded draft was withdrawn."""
        matter = state.matter
        if matter is not None and matter.kind == "second":
            return None
        return has_floor(state)

    def refusal(self, state: State) -> Refusal | None:
        """Not one's own draft, and one seconder is enough."""
        if state.matter is not None:
            return None if state.matter.version == self.version else Refusal("no_draft")
        draft = on_table(state, self.version)
        if draft is None:
            return Refusal("no_draft")
        if draft.by == self.seat:
            return Refusal("own_draft")
        seconded = any(number == self.version for number, _seat in state.seconded)
        return Refusal("seconded") if seconded else None

    def apply(self, state: State) -> State:
        """Put it on record, or take over the draft with its place."""
        if state.matter is None:
            seconded = (*state.seconded, (self.version, self.seat))
            return keep_floor(evolve(state, seconded=seconded), self.seat)
        mine = tuple(
            evolve(q, by=self.seat, cause="kept") if is_draft(q, self.version) else q
            for q in state.questions
        )
        return next_seat(evolve(state, questions=mine, matter=None))


@frozen
class Table(Action):
    """Submit a rival draft: the text that all have seen, with some clauses otherwise.

    A draft submitted before the penholder's is in blue comes to the vote before it. Who has
    withdrawn one can submit another.
    Source: Provisional Rules of Procedure, rules 31 and 32.

    changes: each clause that differs, with its words; one at level 0 is left out.
    """

    PART: ClassVar[str] = "motions"
    RAISES: ClassVar[bool] = True
    changes: tuple[Clause, ...]

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every single change of a level; others are written by hand."""
        if seat != scenario.penholder:
            for m in scenario.measures:
                for level in range(scenario.floor(m.id), m.top + 1):
                    yield cls(seat, (Clause(m.id, level),))

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """It costs a token, all have to have seen the text; one rival each on the table."""
        if seat == state.scenario.penholder:
            return Refusal("own_draft")
        if not state.versions or state.versions[-1].circle is not Circle.ALL:
            return Refusal("not_shown_to_all")
        if own_rivals(state, seat):
            return Refusal("tabled")
        on_floor = state.phase is Phase.VOTE
        if on_floor:
            return has_floor(state)
        return None if state.tokens.get(seat) else Refusal("no_tokens")

    def refusal(self, state: State) -> Refusal | None:
        """The rival must differ, and be a text that could stand."""
        s, seen = state.scenario, state.versions[-1]
        for clause in self.changes:
            if found := no_such_level(s, clause.measure, clause.level):
                return found
            if misworded := wording.fault(s, clause):
                return Refusal(misworded.key, misworded.fields)
        text, about = self._text(state), dict.fromkeys(c.measure for c in self.changes)
        if all(clause_at(s, text, id) == clause_at(s, seen.clauses, id) for id in about):
            return Refusal("nothing_new")
        return unsound(s, text)

    def _text(self, state: State) -> dict[str, Clause]:
        changed = {clause.measure: clause for clause in self.changes}
        text = {k: c for k, c in state.versions[-1].clauses.items() if k not in changed}
        return text | {k: c for k, c in changed.items() if c.level}

    def apply(self, state: State) -> State:
        """Lay it on the table; on the floor it comes last."""
        number = RIVALS + len(state.rivals) + 1
        rival = Version(number, self._text(state), Circle.ALL, state.record.day, self.seat)
        state = evolve(state, rivals=(*state.rivals, rival), tabled=(*state.tabled, rival.number))
        if state.phase is Phase.VOTE:
            return file(state, Question("draft", self.seat, version=number))
        return spend(state, self.seat)


def own_rivals(state: State, seat: Seat) -> tuple[int, ...]:
    """Return the numbers of the rival drafts of a seat that are on the table."""
    tabled = (n for n in state.tabled if n > RIVALS)
    return tuple(n for n in tabled if state.draft(n).author == seat)
