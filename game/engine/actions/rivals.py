"""Drafts beside the penholder's: rivals, and those who stand by a draft of another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Self

from attrs import evolve, frozen

from game.engine.actions.base import Action, Refusal, unsound
from game.engine.actions.motions import file, has_floor, is_draft, on_table
from game.engine.opinion import level_of
from game.engine.record import RIVALS, Clause, Question, Version
from game.engine.scenario import Scenario
from game.engine.state import State, next_seat, spend
from game.engine.terms import Circle, Phase, Seat


@frozen
class Second(Action):
    """Second a draft: if its mover withdraws it, the seconder can bring it to the vote.

    Source: Provisional Rules of Procedure, rule 35.

    version: number of the draft.
    """

    PART: ClassVar[str] = "motions"
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
            return next_seat(evolve(state, seconded=(*state.seconded, (self.version, self.seat))))
        mine = tuple(
            evolve(q, by=self.seat, cause="kept") if is_draft(q, self.version) else q
            for q in state.questions
        )
        return next_seat(evolve(state, questions=mine, matter=None))


@frozen
class Table(Action):
    """Submit a rival draft: the text that all have seen, with some clauses at other levels.

    A draft submitted before the penholder's is in blue comes to the vote before it.
    Source: Provisional Rules of Procedure, rules 31 and 32.

    changes: measure and level of each clause that differs.
    """

    PART: ClassVar[str] = "motions"
    changes: tuple[tuple[str, int], ...]

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every single change; more are written by hand."""
        if seat != scenario.penholder:
            for m in scenario.measures:
                for level in range(scenario.floor(m.id), m.top + 1):
                    yield cls(seat, ((m.id, level),))

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """It costs a token, all have to have seen the text; one rival each."""
        if seat == state.scenario.penholder:
            return Refusal("own_draft")
        if not state.versions or state.versions[-1].circle is not Circle.ALL:
            return Refusal("not_shown_to_all")
        if any(v.author == seat for v in state.rivals):
            return Refusal("tabled")
        on_floor = state.phase is Phase.VOTE
        if on_floor:
            return has_floor(state)
        return None if state.tokens.get(seat) else Refusal("no_tokens")

    def refusal(self, state: State) -> Refusal | None:
        """The rival must differ, and be a text that could stand."""
        s, seen = state.scenario, state.versions[-1]
        for measure, level in self.changes:
            if not s.has(measure):
                return Refusal("unknown_measure", {"measure": measure})
            if not s.floor(measure) <= level <= s.measure(measure).top:
                top = str(s.measure(measure).top)
                return Refusal("unknown_level", {"measure": measure, "top": top})
        if all(level == level_of(s, seen.clauses, id) for id, level in dict(self.changes).items()):
            return Refusal("nothing_new")
        return unsound(s, self._text(state))

    def _text(self, state: State) -> dict[str, Clause]:
        changed = dict(self.changes)
        text = {k: c for k, c in state.versions[-1].clauses.items() if k not in changed}
        return text | {k: Clause(k, level) for k, level in changed.items() if level}

    def apply(self, state: State) -> State:
        """Lay it on the table; on the floor it comes last."""
        number = RIVALS + len(state.rivals) + 1
        rival = Version(number, self._text(state), Circle.ALL, state.record.day, self.seat)
        state = evolve(state, rivals=(*state.rivals, rival), tabled=(*state.tabled, rival.number))
        if state.phase is Phase.VOTE:
            return file(state, Question("draft", self.seat, version=number))
        return spend(state, self.seat)
