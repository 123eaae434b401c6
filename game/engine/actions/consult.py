"""What a delegation does in the consultations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from attrs import evolve, frozen

from game.engine.actions.base import Action, Refusal
from game.engine.actions.closing import reopen
from game.engine.actions.draft import granted
from game.engine.opinion import alone, level_of, shared_reasons, total
from game.engine.opinion import dealing_reasons as dealings
from game.engine.record import Asked, Heard, Mark, Warned
from game.engine.scenario import Scenario
from game.engine.state import State, next_seat, note, spend
from game.engine.terms import Phase, Phrase, Seat
from game.engine.text import price_of


def _token(state: State, seat: Seat) -> Refusal | None:
    return None if state.tokens.get(seat) else Refusal("no_tokens")


def _not_the_pen(state: State, seat: Seat) -> Refusal | None:
    return Refusal("own_draft") if seat == state.scenario.penholder else None


@frozen
class Say(Action):
    """State what the delegation thinks of the text, in one of five phrases; free, once a round.

    phrase: which.
    because: the measure that weighs most in it, if the delegation says so.
    """

    phrase: Phrase
    because: str = ""

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield the five phrases; a reason is added by hand."""
        for phrase in Phrase:
            yield cls(seat, phrase)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """A delegation says it once a round, of a text it has seen."""
        if state.seen(seat) is None:
            return Refusal("not_seen")
        return Refusal("said") if seat in state.spoke else None

    def refusal(self, state: State) -> Refusal | None:
        """The reason must be a measure in play."""
        if self.because and not state.scenario.has(self.because):
            return Refusal("unknown_measure", {"measure": self.because})
        return None

    def apply(self, state: State) -> State:
        """Put it on record, with all that is public about its sum."""
        version = state.seen(self.seat)
        if version is None:
            return state  # `closed` keeps this from happening.
        s, record = state.scenario, state.record
        shared = total(tuple(shared_reasons(s, record, self.seat)))
        shared += total(tuple(dealings(s, record, self.seat, version.clauses)))
        heard = Heard(self.seat, version.number, self.phrase, shared, record.stock)
        state = note(
            state,
            phrases={**record.phrases, self.seat: self.phrase},
            said=(*record.said, heard),
        )
        state = evolve(state, spoke=(*state.spoke, self.seat))
        return next_seat(state) if state.phase is Phase.BLUE else state


@frozen
class Ask(Action):
    """Ask the pen for a change.

    measure: which clause.
    level: the level wanted.
    """

    measure: str
    level: int

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
        return _not_the_pen(state, seat) or _token(state, seat)

    def refusal(self, state: State) -> Refusal | None:
        """Ask for something else than the text you saw has, and not twice for the same."""
        s = state.scenario
        if not s.has(self.measure):
            return Refusal("unknown_measure", {"measure": self.measure})
        top = s.measure(self.measure).top
        if not s.floor(self.measure) <= self.level <= top:
            return Refusal("unknown_level", {"measure": self.measure, "top": str(top)})
        if self.level == known_level(state, self.seat, self.measure):
            return Refusal("unchanged", {"measure": self.measure})
        for a in state.record.asks:
            if (a.seat, a.measure, a.level) == (self.seat, self.measure, self.level):
                if a.status in ("open", "granted"):
                    return Refusal("asked_before", {"measure": self.measure})
        if state.tokens[self.seat] < price_of(state.record, self.seat, self.measure):
            return Refusal("closed_to_you", {"measure": self.measure})
        return None

    def apply(self, state: State) -> State:
        """Put it on the pen's desk; what the pen has offered before is granted at once."""
        asks = state.record.asks
        upward = self.level > known_level(state, self.seat, self.measure)
        ask = Asked(len(asks) + 1, self.seat, self.measure, self.level, upward, max(1, state.round))
        offered = any(
            a.seat == self.seat and a.measure == self.measure and a.counter == self.level
            for a in asks
        )
        state = spend(state, self.seat, price_of(state.record, self.seat, self.measure))
        state = note(reopen(state, self.seat, self.measure), asks=(*asks, ask))
        return granted(state, ask.id) if offered else state


def known_level(state: State, seat: Seat, measure: str) -> int:
    """Return the level of a measure in the text this seat has seen, or in the regime before."""
    version = state.seen(seat)
    if version is None:
        return state.scenario.base(measure)
    return level_of(state.scenario, version.clauses, measure)


@frozen
class Back(Action):
    """Back a clause in public: it should stand as it is, or stronger.

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
        return _not_the_pen(state, seat) or _token(state, seat)

    def refusal(self, state: State) -> Refusal | None:
        """There must be something to back, and no mark on it yet."""
        if not state.scenario.has(self.measure):
            return Refusal("unknown_measure", {"measure": self.measure})
        if known_level(state, self.seat, self.measure) == 0:
            return Refusal("not_in_text", {"measure": self.measure})
        return _marked(state, self.seat, self.measure)

    def apply(self, state: State) -> State:
        """Put it on record."""
        return _mark(state, self.seat, self.measure, backed=True)


@frozen
class Oppose(Action):
    """Oppose a clause in public: it should be weaker than it is, or not be.

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
        return Back.closed(state, seat)

    def refusal(self, state: State) -> Refusal | None:
        """There must be something above the regime to oppose, and no mark on it yet."""
        if not state.scenario.has(self.measure):
            return Refusal("unknown_measure", {"measure": self.measure})
        if known_level(state, self.seat, self.measure) <= state.scenario.floor(self.measure):
            return Refusal("not_in_text", {"measure": self.measure})
        return _marked(state, self.seat, self.measure)

    def apply(self, state: State) -> State:
        """Put it on record."""
        return _mark(state, self.seat, self.measure, backed=False)


def _marked(state: State, seat: Seat, measure: str) -> Refusal | None:
    if any((m.seat, m.measure) == (seat, measure) for m in state.record.marks):
        return Refusal("marked", {"measure": measure})
    return None


def _mark(state: State, seat: Seat, measure: str, *, backed: bool) -> State:
    mark = Mark(seat, measure, known_level(state, seat, measure), backed)
    return spend(note(state, marks=(*state.record.marks, mark)), seat)


@frozen
class Warn(Action):
    """Warn in public: no support for a text with this measure at this level or above.

    measure: which clause.
    level: from this level on.
    """

    measure: str
    level: int

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every level above the regime of every measure."""
        if seat != scenario.penholder:
            for m in scenario.measures:
                for level in range(scenario.floor(m.id) + 1, m.top + 1):
                    yield cls(seat, m.id, level)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """It costs a token; the pen does not warn of its own draft."""
        return _not_the_pen(state, seat) or _token(state, seat)

    def refusal(self, state: State) -> Refusal | None:
        """A warning is not given twice, and stands above the regime."""
        s = state.scenario
        if not s.has(self.measure):
            return Refusal("unknown_measure", {"measure": self.measure})
        if not s.floor(self.measure) < self.level <= s.measure(self.measure).top:
            top = str(s.measure(self.measure).top)
            return Refusal("unknown_level", {"measure": self.measure, "top": top})
        if any((w.seat, w.measure) == (self.seat, self.measure) for w in state.record.warnings):
            return Refusal("warned", {"measure": self.measure})
        return None

    def apply(self, state: State) -> State:
        """Put it on record."""
        s, record = state.scenario, state.record
        public = total(tuple(shared_reasons(s, record, self.seat)))
        shared, below = (
            public + total(tuple(dealings(s, record, self.seat, alone(s, self.measure, level))))
            for level in (self.level, self.level - 1)
        )
        warning = Warned(self.seat, self.measure, self.level, shared, below, record.stock)
        return spend(note(state, warnings=(*state.record.warnings, warning)), self.seat)


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
        return _token(state, seat)

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
        return None if state.phase is Phase.BLUE else _token(state, seat)

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
    """Leave in blue what was said before as it stands."""

    def apply(self, state: State) -> State:
        """Go on to the next seat."""
        return next_seat(state)
