"""At the door before the vote: one small edit from each seat, and the pen takes two at most."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Self

from attrs import evolve, frozen

from game.engine import wording
from game.engine.actions.base import Action, Refusal, unsound
from game.engine.actions.closing import settle
from game.engine.record import Clause, Pledge, Showing, Version, is_small_edit
from game.engine.scenario import Scenario
from game.engine.settlement import resettle
from game.engine.standing import EDITS, Edit
from game.engine.state import State, note
from game.engine.terms import Circle, Seat
from game.engine.text import edited


@frozen
class ProposeEdit(Action):
    """Propose at the door to change one softener, hardener or parameter of a clause; free, once.

    measure: which clause; its level and verb stay.
    softener: id of words that soften it; empty for none.
    hardener: id of words that harden it; empty for none.
    params: parameters that differ from their default, with the number of the choice, by id.

    Source: in the minutes before the vote of 22 December 2017 twelve months became twenty-four.
    """

    PART: ClassVar[str] = "blue"

    measure: str
    softener: str = ""
    hardener: str = ""
    params: tuple[tuple[str, int], ...] = ()

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every small edit of every level in its own words."""
        if seat != scenario.penholder:
            for m in scenario.measures:
                own = (Clause(m.id, level) for level in range(1, m.top + 1))
                edits = (e for clause in own for e in wording.small_edits(scenario, clause))
                words = dict.fromkeys((e.softener, e.hardener, e.params) for e in edits)
                yield from (cls(seat, m.id, *found) for found in words)

    @classmethod
    def choices(cls, state: State, seat: Seat) -> tuple[Action, ...]:
        """Return the small edits of the text in blue."""
        if not state.blue:
            return ()
        s, text = state.scenario, state.version(state.blue).clauses
        # In the order of the measures: that in which they were written is the pen's own business.
        clauses = (text[m.id] for m in s.measures if m.id in text)
        edits = (e for c in clauses for e in wording.small_edits(s, c))
        return tuple(cls(seat, e.measure, e.softener, e.hardener, e.params) for e in edits)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Once for each seat but the pen, and only if the vote is not on the same day."""
        if seat == state.scenario.penholder:
            return Refusal("own_draft")
        settling = state.record.settling
        if settling.blue.soon and not settling.blue.insisted:
            return Refusal("no_time")
        return Refusal("edited") if any(e.seat == seat for e in settling.edits) else None

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The measure is in play."""
        known = scenario.has(self.measure)
        return None if known else Refusal("unknown_measure", {"measure": self.measure})

    def refusal(self, state: State) -> Refusal | None:
        """Only one thing changes, in a clause of the text, and its words allow it."""
        before = state.version(state.blue).clauses.get(self.measure)
        if before is None:
            return Refusal("not_in_text", {"measure": self.measure})
        after = edited(before, self.edit)
        if not is_small_edit(before, after):
            return Refusal("not_small", {"measure": self.measure})
        wrong = wording.fault(state.scenario, after)
        return Refusal(wrong.key, wrong.fields) if wrong else None

    @property
    def edit(self) -> Edit:
        """Return what is proposed."""
        return Edit(self.seat, self.measure, self.softener, self.hardener, self.params)

    def apply(self, state: State) -> State:
        """Put it before the pen."""
        return settle(state, edits=(*state.record.settling.edits, self.edit))


@frozen
class TakeEdit(Action):
    """Take an edit that a seat proposed, by oral revision at the table; what is left is not taken.

    of: whose.
    """

    PART: ClassVar[str] = "blue"

    of: Seat

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield one for each other seat, for the pen."""
        if seat == scenario.penholder:
            for of in scenario.seats:
                if of != seat:
                    yield cls(seat, of)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """The pen takes two at most."""
        if seat != state.scenario.penholder:
            return Refusal("not_the_pen")
        edits = state.record.settling.edits
        if sum(e.taken for e in edits) >= EDITS:
            return Refusal("edits_spent")
        return None if edits else Refusal("no_edits")

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The seat is one of the others."""
        known = self.of in scenario.seats and self.of != self.seat
        return None if known else Refusal("unknown", {"name": self.of})

    def refusal(self, state: State) -> Refusal | None:
        """It was proposed, and its clause was not edited for another."""
        edit = _edit(state, self.of)
        if edit is None or edit.taken:
            return Refusal("no_edits")
        if any(e.taken and e.measure == edit.measure for e in state.record.settling.edits):
            return Refusal("clause_edited", {"measure": edit.measure})
        return unsound(state.scenario, _revised(state, edit))

    def apply(self, state: State) -> State:
        """Revise the text in blue; the seat has its request, and promises are looked at again."""
        edit = _edit(state, self.of)
        if edit is None:
            return state  # `refusal` keeps this from happening.
        day, text = state.record.day, _revised(state, edit)
        version = Version(len(state.versions) + 1, text, Circle.ALL, day)
        edits = state.record.settling.edits
        state = settle(state, edits=tuple(evolve(e, taken=e.taken or e is edit) for e in edits))
        state = evolve(
            state,
            versions=(*state.versions, version),
            blue=version.number,
            tabled=tuple(version.number if n == state.blue else n for n in state.tabled),
            working=text,
        )
        granted = Pledge(
            self.of, edit.measure, text[edit.measure].level, status="kept", by=self.seat
        )
        state = note(
            state,
            showings=(*state.record.showings, Showing(version.number, version.circle, day)),
            pledges=(*state.record.pledges, granted),
        )
        return resettle(state)


def _edit(state: State, seat: Seat) -> Edit | None:
    return next((e for e in state.record.settling.edits if e.seat == seat), None)


def _revised(state: State, edit: Edit) -> dict[str, Clause]:
    clauses = state.version(state.blue).clauses
    return {**clauses, edit.measure: edited(clauses[edit.measure], edit)}
