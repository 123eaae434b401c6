"""How clauses are closed: the pen proposes, those who dispute it answer or let it be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Self

from attrs import evolve, frozen

from game.engine.actions.base import Action, Refusal
from game.engine.changing import changed
from game.engine.events import WordingReopened
from game.engine.lately import same
from game.engine.scenario import Scenario
from game.engine.standing import Breach, Closing, Settling
from game.engine.state import State, note, tell
from game.engine.terms import Seat
from game.engine.text import disputes, given_up, level_of


@frozen
class Close(Action):
    """Propose a clause of the text last shown as agreed; free.

    Agreed ad referendum while somebody who disputed it has not answered; closed otherwise.

    measure: which clause.

    Source: practice of readings paragraph by paragraph; nothing is agreed until everything is.
    """

    PART: ClassVar[str] = "standing"

    measure: str

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every measure, for the pen."""
        if seat == scenario.penholder:
            for m in scenario.measures:
                yield cls(seat, m.id)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """The pen closes what it has shown."""
        if seat != state.scenario.penholder:
            return Refusal("not_the_pen")
        return None if state.versions else Refusal("not_shown")

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The measure is in play."""
        known = scenario.has(self.measure)
        return None if known else Refusal("unknown_measure", {"measure": self.measure})

    def refusal(self, state: State) -> Refusal | None:
        """The clause stands in the text last shown as in the working text, and is not closed."""
        s, shown = state.scenario, state.versions[-1]
        level = level_of(s, shown.clauses, self.measure)
        if not level:
            return Refusal("not_in_text", {"measure": self.measure})
        if level != level_of(s, state.working, self.measure):
            return Refusal("shown_otherwise", {"measure": self.measure})
        before = state.record.settling.closing(self.measure)
        if before and before.level == level and not _others(state) - {*before.agreed}:
            return Refusal("closed_already", {"measure": self.measure})
        return None

    def apply(self, state: State) -> State:
        """Put it on record with those who agree by saying nothing."""
        waits = {s for s in _others(state) if disputes(state.record, s, self.measure)}
        shown = state.versions[-1]
        closing = Closing(
            measure=self.measure,
            version=shown.number,
            level=level_of(state.scenario, shown.clauses, self.measure),
            agreed=tuple(s for s in state.scenario.seats if s in _others(state) - waits),
            waits=tuple(s for s in state.scenario.seats if s in waits),
            day=state.record.day,
        )
        kept = (c for c in state.record.settling.closings if c.measure != self.measure)
        return settle(state, closings=same((*kept, closing)))


def _others(state: State) -> set[Seat]:
    """Return who was shown the last text, the pen left out."""
    s = state.scenario
    return {*s.circle(state.versions[-1].circle)} - {s.penholder}


def settle(state: State, **changes: Any) -> State:
    """Change what is on record about how the text settles."""
    settling: Settling = changed(state.record.settling, **changes)
    return note(state, settling=settling)


def reopen(state: State, seat: Seat, measure: str) -> State:
    """Let a seat that asks for a change of a closed clause open it again, for everybody to see.

    Who had not agreed to it opens nothing: its wish stands in brackets beside what others agreed.
    """
    closing = state.record.settling.closing(measure)
    if closing is None:
        return state
    if seat in closing.agreed:
        return _replaced(state, evolve(closing, reopened=seat))
    return _replaced(state, evolve(closing, waits=_without(closing.waits, seat)))


def hold(state: State) -> State:
    """Hold the pen to what was agreed under silence, once its text is shown to all.

    What it changed it has reopened: for that it pays as does who breaks silence, and what the
    wording won by being agreed is gone.
    """
    s, shown = state.scenario, state.versions[-1]
    changed = given_up(s, state.record, shown.clauses)
    if not changed:
        return state
    settling, now = state.record.settling, level_of(s, shown.clauses, changed[0])
    before = settling.closing(changed[0])
    upward = before is not None and now > before.level
    breach = Breach(s.penholder, shown.number, changed[0], now, upward)
    silences = tuple(
        evolve(one, status="reopened") if one.status == "kept" else one for one in settling.silences
    )
    state = settle(state, silences=silences, breaches=(*settling.breaches, breach))
    return tell(state, WordingReopened(changed))


def agree(state: State, seat: Seat) -> State:
    """Let a seat that ends its turn without a word agree to what waits for its answer.

    Who has asked its capital about the clause goes on waiting for that.
    """
    dealt = state.dealt.get(seat)
    for closing in state.record.settling.closings:
        at_home = dealt is not None and dealt.asked == closing.measure
        if seat in closing.waits and not at_home:
            agreed = evolve(
                closing, agreed=(*closing.agreed, seat), waits=_without(closing.waits, seat)
            )
            state = _replaced(state, agreed)
    return state


def _without(seats: tuple[Seat, ...], seat: Seat) -> tuple[Seat, ...]:
    return tuple(s for s in seats if s != seat)


def _replaced(state: State, closing: Closing) -> State:
    closings = state.record.settling.closings
    replaced = [closing if c.measure == closing.measure else c for c in closings]
    return settle(state, closings=same(replaced))
