"""What a delegation says of the text, in the room or before the cameras; true or for effect."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from attrs import evolve, frozen

from game.engine.actions.base import Action, Refusal, no_such_level, no_token, pen_itself
from game.engine.opinion import alone
from game.engine.record import Heard, Warned
from game.engine.scenario import Scenario
from game.engine.settlement import accepts, compare, favourable, goes_back, public_sum
from game.engine.state import State, next_seat, note, spend
from game.engine.terms import Circle, Phase, Phrase, Seat

ROOMS = ("informals", "stakeout")
"""Where a phrase is said: among the members, or before the cameras."""
WARNINGS = (Phrase.CONCERNS, Phrase.DIFFICULTY, Phrase.OPPOSES)
"""The phrases that a delegation can warn of."""


@frozen
class Say(Action):
    """State what the delegation thinks of the text, in one of five phrases; once a round.

    Among the members it is free. At the stakeout it costs a token and binds: until another phrase
    is said there, it counts in the delegation's own sum. Nothing holds a delegation to the truth
    but its credibility.

    phrase: which.
    because: the measure that weighs most in it, if the delegation says so.
    room: informals or stakeout.
    """

    phrase: Phrase
    because: str = ""
    room: str = "informals"

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield the five phrases in both rooms; a reason is added by hand."""
        for room in ROOMS if scenario.plays("credibility") else ROOMS[:1]:
            for phrase in Phrase:
                yield cls(seat, phrase, "", room)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """A delegation says it once a round, of a text it has seen."""
        if state.seen(seat) is None:
            return Refusal("not_seen")
        return Refusal("said") if seat in state.spoke else None

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """There are two rooms."""
        return None if self.room in ROOMS else Refusal("unknown", {"name": self.room})

    def refusal(self, state: State) -> Refusal | None:
        """The reason must be a measure in play; the cameras cost a token."""
        if self.because and not state.scenario.has(self.because):
            return Refusal("unknown_measure", {"measure": self.because})
        if self.room != "stakeout":
            return None
        if not state.scenario.plays("credibility"):
            return Refusal("not_in_play")
        return no_token(state, self.seat)

    def apply(self, state: State) -> State:
        """Put it on record, with all that is public about its sum."""
        version = state.seen(self.seat)
        if version is None:
            return state  # `closed` keeps this from happening.
        seat, record = self.seat, state.record
        shared = public_sum(state.scenario, record, seat, version.clauses)
        heard = Heard(seat, version.number, self.phrase, shared, record.stock)
        if version.circle is Circle.ALL:
            # Only what all can check is unmasked, or it would tell what a text says.
            state = compare(state, heard)
            if favourable(self.phrase):
                state = accepts(state, seat, version.clauses)
        state = note(
            state,
            phrases={**record.phrases, seat: self.phrase},
            said=(*state.record.said, heard),
        )
        if self.room == "stakeout":
            state = spend(note(state, faces={**record.faces, seat: self.phrase}), seat)
        state = evolve(state, spoke=(*state.spoke, seat))
        return next_seat(state) if state.phase is Phase.BLUE else state


@frozen
class Warn(Action):
    """Warn in public what it would say of a text with this measure at this level or above.

    measure: which clause.
    level: from this level on.
    phrase: concerns (no support), serious difficulty, or a vote against.
    """

    measure: str
    level: int
    phrase: Phrase = Phrase.CONCERNS

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every level above the regime of every measure."""
        if seat != scenario.penholder:
            for m in scenario.measures:
                for level in range(scenario.floor(m.id) + 1, m.top + 1):
                    for phrase in WARNINGS:
                        yield cls(seat, m.id, level, phrase)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """It costs a token; the pen does not warn of its own draft."""
        return pen_itself(state, seat) or no_token(state, seat)

    def refusal(self, state: State) -> Refusal | None:
        """A warning is not given twice, and stands above the regime."""
        s = state.scenario
        if found := no_such_level(s, self.measure, self.level, above=1):
            return found
        if self.phrase not in WARNINGS:
            return Refusal("no_warning")
        if any((w.seat, w.measure) == (self.seat, self.measure) for w in state.record.warnings):
            return Refusal("warned", {"measure": self.measure})
        return None

    def apply(self, state: State) -> State:
        """Put it on record."""
        s, record = state.scenario, state.record
        shared, below = (
            public_sum(s, record, self.seat, alone(s, self.measure, level))
            for level in (self.level, self.level - 1)
        )
        warning = Warned(
            *(self.seat, self.measure, self.level, shared, below, record.stock, self.phrase),
            since=len(record.said),
        )
        state = spend(note(state, warnings=(*record.warnings, warning)), self.seat)
        return goes_back(state, self.seat, self.measure, upward=False)
