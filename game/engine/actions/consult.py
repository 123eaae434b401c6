"""What a delegation does in the consultations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from attrs import frozen

from game.engine import floor
from game.engine.actions.base import Action, Refusal, no_such_level, no_token, pen_itself
from game.engine.actions.closing import reopen
from game.engine.actions.draft import granted
from game.engine.actions.soundings import fell
from game.engine.actions.worded import Worded
from game.engine.committee import owes_report
from game.engine.followup import COMMITTEE
from game.engine.record import CALL, Asked, Clause, Mark
from game.engine.scenario import Scenario
from game.engine.settlement import goes_back
from game.engine.state import State, next_seat, note, spend
from game.engine.terms import Phase, Phrase, Seat
from game.engine.text import price_of
from game.engine.wording import clause_at, is_harder


@frozen
class Ask(Worded):
    """Ask the pen for a change: another level of a clause, or other words.

    measure: which clause.
    level: the level wanted.
    verb: a swapped verb; empty for the level's own.
    softener: id of words that soften it.
    hardener: id of words that harden it.
    params: parameters that differ from their default, with the number of the choice, by id.
    """

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every level of every measure that a text can have."""
        if seat != scenario.penholder:
            for m in scenario.measures:
                for level in range(scenario.floor(m.id), m.top + 1):
                    yield cls(seat, m.id, level)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """It costs a token; the pen does not ask itself."""
        return pen_itself(state, seat) or no_token(state, seat)

    def refusal(self, state: State) -> Refusal | None:
        """Ask for something else than the text you saw has, and not twice for the same."""
        s = state.scenario
        if found := no_such_level(s, self.measure, self.level) or self.misworded(s):
            return found
        if self.clause == known_clause(state, self.seat, self.measure):
            return Refusal("unchanged", {"measure": self.measure})
        own = (a for a in state.record.asks if a.seat == self.seat and a.measure == self.measure)
        if any(a.clause == self.clause and a.status in ("open", "granted") for a in own):
            return Refusal("asked_before", {"measure": self.measure})
        if state.tokens[self.seat] < price_of(state.record, self.seat, self.measure):
            return Refusal("closed_to_you", {"measure": self.measure})
        return None

    def apply(self, state: State) -> State:
        """Put it on the pen's desk; what the pen has offered before is granted at once."""
        asks, wanted = state.record.asks, self.clause
        now = known_clause(state, self.seat, self.measure)
        upward = is_harder(state.scenario, wanted, now)
        words = wanted if wanted.reworded or wanted.level == now.level else None
        at = max(1, state.round)
        blind = state.seen(self.seat) is None
        id = len(asks) + 1
        ask = Asked(id, self.seat, self.measure, self.level, upward, at, words=words, blind=blind)
        offered = any(a.seat == self.seat and a.offered == wanted for a in asks)
        state = spend(state, self.seat, price_of(state.record, self.seat, self.measure))
        state = note(reopen(state, self.seat, self.measure), asks=(*asks, ask))
        state = goes_back(state, self.seat, self.measure, upward=upward)
        return granted(state, ask.id) if offered else state


def known_clause(state: State, seat: Seat, measure: str) -> Clause:
    """Return a clause as this seat has seen it in a text, or as the regime before has it."""
    version = state.seen(seat)
    if version is None:
        return Clause(measure, state.scenario.base(measure))
    return clause_at(state.scenario, version.clauses, measure)


def known_level(state: State, seat: Seat, measure: str) -> int:
    """Return the level of a measure in the text this seat has seen, or in the regime before."""
    return known_clause(state, seat, measure).level


@frozen
class Marking(Action):
    """A clause is backed or opposed in public.

    measure: which clause.
    """

    measure: str

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every measure."""
        if seat != scenario.penholder:
            for m in scenario.measures:
                yield cls(seat, m.id)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """It costs a token, and three marks are enough."""
        if sum(m.seat == seat for m in state.record.marks) >= 3:
            return Refusal("marks_spent")
        return pen_itself(state, seat) or no_token(state, seat)

    def least(self, scenario: Scenario) -> int:
        """Return the level that the clause must have to be marked so."""
        raise AssertionError(f"{type(self).__name__} does not say what can be marked")

    def refusal(self, state: State) -> Refusal | None:
        """There must be something to mark, and no mark on it yet."""
        if not state.scenario.has(self.measure):
            return Refusal("unknown_measure", {"measure": self.measure})
        if known_level(state, self.seat, self.measure) < self.least(state.scenario):
            return Refusal("not_in_text", {"measure": self.measure})
        if any((m.seat, m.measure) == (self.seat, self.measure) for m in state.record.marks):
            return Refusal("marked", {"measure": self.measure})
        return None

    def apply(self, state: State) -> State:
        """Put it on record."""
        backed, level = isinstance(self, Back), known_level(state, self.seat, self.measure)
        mark = Mark(self.seat, self.measure, level, backed)
        state = spend(note(state, marks=(*state.record.marks, mark)), self.seat)
        return goes_back(state, self.seat, self.measure, upward=backed)


@frozen
class Back(Marking):
    """Back a clause in public: it should stand as it is, or stronger.

    measure: which clause.
    """

    def least(self, scenario: Scenario) -> int:
        """Whatever stands in the text can be backed."""
        return 1


@frozen
class Oppose(Marking):
    """Oppose a clause in public: it should be weaker than it is, or not be.

    measure: which clause.
    """

    def least(self, scenario: Scenario) -> int:
        """What is in force cannot be opposed, only what is added to it."""
        return scenario.floor(self.measure) + 1


@frozen
class DemandSight(Action):
    """Demand to be shown the text; late sight after that is resented twice as much."""

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield one for every seat outside the inner circle."""
        if seat != scenario.penholder and seat not in scenario.inner:
            yield cls(seat)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Only for those who have not seen it, once."""
        if state.seen(seat) is not None:
            return Refusal("seen")
        if seat in state.record.demanded:
            return Refusal("demanded")
        return no_token(state, seat)

    def apply(self, state: State) -> State:
        """Put it on record."""
        return spend(note(state, demanded=(*state.record.demanded, self.seat)), self.seat)


@frozen
class CoSponsor(Action):
    """Lend one's name to the text: a public promise to vote yes."""

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """One must have seen the text, and can do it once; in blue it is free."""
        if state.seen(seat) is None:
            return Refusal("not_seen")
        if seat in state.record.sponsors:
            return Refusal("sponsor")
        return None if state.phase is Phase.BLUE else no_token(state, seat)

    def apply(self, state: State) -> State:
        """Put it on record; a sponsor supports."""
        record = state.record
        state = note(
            state,
            sponsors=(*record.sponsors, self.seat),
            phrases={**record.phrases, self.seat: Phrase.SUPPORTS},
        )
        return next_seat(state) if state.phase is Phase.BLUE else spend(state, self.seat)


@frozen
class StandBy(Action):
    """Leave things as they stand: what was said in blue; the floor; a half of the season."""

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Nobody stands by while votes are cast, or where the President has to rule."""
        if state.phase is Phase.BLUE:
            return None
        if state.phase is Phase.ECHO:
            return Refusal("answer_first") if _answer_waits(state, seat) else None
        kind = state.matter.kind if state.matter else ""
        called = kind == CALL and bool(state.record.requests)
        if state.calling or kind == "point" or called:
            return Refusal("answer_first")
        blocked = bool(state.record.statement and state.record.blocked_by)
        asked = kind or blocked or state.stage in ("asking", "opening", "floor")
        return None if asked else Refusal("answer_first")

    def apply(self, state: State) -> State:
        """Go on to the next seat."""
        state = next_seat(state)
        if state.phase is Phase.ECHO:
            return state
        if state.record.statement and state.record.blocked_by:
            return fell(state)
        if state.matter is not None and state.matter.kind == "second":
            return floor.drop(state, state.matter.version)
        return floor.let_pass(state)


def _answer_waits(state: State, seat: Seat) -> bool:
    """Tell whether its report is due, or an answer to what was brought up: that ends the turn."""
    if state.record.followup.urged:
        return True
    return state.stage == COMMITTEE and owes_report(state, seat)
