"""What a delegation says of the text, in the room or before the cameras; true or for effect."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from attrs import frozen

from game.engine.actions.base import Action, Refusal, no_such_level, no_token, pen_itself
from game.engine.changing import changed
from game.engine.opinion import public_sum, warned_of
from game.engine.record import Heard
from game.engine.scenario import Scenario
from game.engine.settlement import (
    accepts,
    compare,
    favourable,
    goes_back,
    mark_phrase,
    mark_warning,
    moves,
)
from game.engine.state import State, next_seat, note, spend
from game.engine.terms import Circle, Phase, Phrase, Seat

ROOMS = ("informals", "stakeout")
"""Where a phrase is said: among the members, or before the cameras."""


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
        state = mark_phrase(state, seat, self.phrase, version.clauses)
        shared = public_sum(state.scenario, record, seat, version.clauses)
        heard = Heard(seat, version.number, self.phrase, shared, record.stock)
        if version.circle is Circle.ALL:
            # Only what all can check is unmasked, or it would tell what a text says.
            state = compare(state, heard)
            if favourable(self.phrase):
                state = accepts(state, seat, version.clauses, self.phrase)
        state = note(
            state,
            phrases={**record.phrases, seat: self.phrase},
            said=(*state.record.said, heard),
        )
        if self.room == "stakeout":
            state = spend(note(state, faces={**record.faces, seat: self.phrase}), seat)
        state = changed(state, spoke=(*state.spoke, seat))
        return next_seat(state) if state.phase is Phase.BLUE else state


@frozen
class Warn(Action):
    """Say in public what one would say of a text with this measure at a level, in five phrases.

    Concerns and worse are warnings, from this level on: no yes, an abstention at least, a vote
    against. That one goes along and no more is a mild one; that one supports holds up to this
    level. Several on one clause draw a line through its levels; one that contradicts an earlier
    one takes its place, and needs a visible cause.

    measure: which clause.
    level: which.
    phrase: what it would say.
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
                    for phrase in Phrase:
                        yield cls(seat, m.id, level, phrase)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """It costs a token; the pen does not warn of its own draft."""
        return pen_itself(state, seat) or no_token(state, seat)

    def refusal(self, state: State) -> Refusal | None:
        """It is not said twice, and is about a level above the regime."""
        s = state.scenario
        if found := no_such_level(s, self.measure, self.level, above=1):
            return found
        said = (self.seat, self.measure, self.level, self.phrase)
        for w in state.record.warnings:
            if (w.seat, w.measure, w.level, w.phrase) == said and w.stands:
                return Refusal("warned", {"measure": self.measure})
        return None

    def apply(self, state: State) -> State:
        """Put it on record."""
        s, record = state.scenario, state.record
        warning = warned_of(s, record, self.seat, self.measure, self.level, self.phrase)
        state = moves(mark_warning(state, warning), warning)
        state = spend(note(state, warnings=(*state.record.warnings, warning)), self.seat)
        if self.phrase is Phrase.SUPPORTS:
            return state
        return goes_back(state, self.seat, self.measure, upward=False)
