"""The silence procedure: a text is agreed unless somebody objects before the deadline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Self

from attrs import evolve, frozen

from game.engine.actions.base import Action, Refusal, no_such_level, unsound
from game.engine.actions.closing import reopen, settle
from game.engine.changing import changed
from game.engine.events import SilenceKept
from game.engine.record import Asked
from game.engine.scenario import Scenario
from game.engine.settlement import break_word, discredited, goes_back
from game.engine.standing import SILENCE_HOURS, SILENCES, Breach, Closing, Silenced
from game.engine.state import State, next_seat, note, tell
from game.engine.terms import Circle, Seat
from game.engine.text import customary_hours, has_supported, level_of


@frozen
class Silence(Action):
    """Put the text that all fifteen have under silence: agreed unless somebody objects in time.

    It covers the wording and does not bind the vote.

    hours: until the deadline, one of `SILENCE_HOURS`.

    Source: Note by the President S/2017/507, on the silence procedure.
    """

    PART: ClassVar[str] = "silence"

    hours: int

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every deadline, for the pen."""
        if seat == scenario.penholder:
            for hours in SILENCE_HOURS:
                yield cls(seat, hours)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Only for the very text that all have, without errors, and twice in a sitting."""
        if seat != state.scenario.penholder:
            return Refusal("not_the_pen")
        settling = state.record.settling
        if settling.silence is not None:
            return Refusal("silence_runs")
        if len(settling.silences) >= SILENCES:
            return Refusal("silences_spent")
        last = state.versions[-1] if state.versions else None
        if last is None or last.circle is not Circle.ALL or last.clauses != state.working:
            return Refusal("not_with_all")
        if any(s.version == last.number for s in settling.silences):
            return Refusal("silenced_before")
        return unsound(state.scenario, state.working)

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The deadline is one of those that are given."""
        known = self.hours in SILENCE_HOURS
        return None if known else Refusal("unknown", {"name": str(self.hours)})

    def apply(self, state: State) -> State:
        """Ask the others one after another; the pen comes last, and learns how it ended."""
        day = state.record.day
        deadline = day + self.hours // 24
        silence = Silenced(state.versions[-1].number, self.hours, day, deadline)
        others = tuple(s for s in state.scenario.seating(day) if s != self.seat)
        state = settle(state, silences=(*state.record.settling.silences, silence))
        return changed(state, queue=(*others, *state.queue))


def _running(state: State, seat: Seat) -> Refusal | None:
    if state.record.settling.silence is None:
        return Refusal("no_silence")
    return Refusal("own_draft") if seat == state.scenario.penholder else None


@frozen
class KeepSilence(Action):
    """Say nothing against the text."""

    PART: ClassVar[str] = "silence"

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """While a silence procedure runs."""
        return _running(state, seat)

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Nobody hears it."""
        return (self.seat,)

    def apply(self, state: State) -> State:
        """Go on to the next; after the last the text is agreed."""
        state = next_seat(state)
        return state if state.queue[0] != state.scenario.penholder else _kept(state)


@frozen
class AskExtension(Action):
    """Ask for a day more, for instructions; granted once, by custom.

    Source: Note by the President S/2017/507, on the silence procedure.
    """

    PART: ClassVar[str] = "silence"

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """The deadline moves once."""
        if found := _running(state, seat):
            return found
        silence = state.record.settling.silence
        return Refusal("extended") if silence and silence.extended else None

    def apply(self, state: State) -> State:
        """Move the deadline by a day, and answer after all others."""
        *before, last = state.record.settling.silences
        later = evolve(last, day=last.day + 1, extended=self.seat)
        at = state.queue.index(state.scenario.penholder)
        queue = (*state.queue[1:at], self.seat, *state.queue[at:])
        return evolve(settle(state, silences=(*before, later)), queue=queue)


@frozen
class BreakSilence(Action):
    """Object to the text before the deadline, and say what is wanted, or not.

    A clause that is named is asked for without a token. The breaker pays in goodwill, less if it is
    early and specific; see `text.goodwill_lost`.

    measure: the clause it is about; empty for none.
    level: the level wanted there.
    """

    PART: ClassVar[str] = "silence"

    measure: str = ""
    level: int = 0

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield an objection that names nothing, and every level of every measure."""
        if seat != scenario.penholder:
            yield cls(seat)
            for m in scenario.measures:
                for level in range(scenario.floor(m.id), m.top + 1):
                    yield cls(seat, m.id, level)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """While a silence procedure runs."""
        return _running(state, seat)

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """A measure that is named is in play, and has that level."""
        if not self.measure:
            return Refusal("unknown", {"name": str(self.level)}) if self.level else None
        return no_such_level(scenario, self.measure, self.level)

    def refusal(self, state: State) -> Refusal | None:
        """What is wanted is something else than the text has."""
        if self.measure and self.level == _level(state, self.measure):
            return Refusal("unchanged", {"measure": self.measure})
        return None

    def apply(self, state: State) -> State:
        """End the procedure: the text is open again, and what was named is on the pen's desk."""
        *before, last = state.record.settling.silences
        breach = Breach(
            self.seat,
            last.version,
            self.measure,
            self.level,
            upward=bool(self.measure) and self.level > _level(state, self.measure),
            late=bool(last.extended),
            turned=has_supported(state.record, self.seat),
            tight=last.hours < customary_hours(state.scenario, last.opened),
        )
        broken = evolve(last, status="broken")
        breaches = (*state.record.settling.breaches, breach)
        state = settle(state, silences=(*before, broken), breaches=breaches)
        if last.extended:
            state = note(state, day=last.day)
        if self.measure:
            state = _asked(reopen(state, self.seat, self.measure), breach)
            state = goes_back(state, self.seat, self.measure, upward=breach.upward)
        if breach.turned:
            state = discredited(state, self.seat, "phrase")
        state = break_word(state, self.seat, "silence")
        at = state.queue.index(state.scenario.penholder)
        return changed(state, queue=state.queue[at:])


def _level(state: State, measure: str) -> int:
    return level_of(state.scenario, state.versions[-1].clauses, measure)


def _asked(state: State, breach: Breach) -> State:
    asks = state.record.asks
    ask = Asked(
        len(asks) + 1, breach.seat, breach.measure, breach.level, breach.upward, state.round
    )
    return note(state, asks=(*asks, ask))


def _kept(state: State) -> State:
    """Agree the wording: the deadline has passed; all it says is closed, and what it leaves out."""
    s = state.scenario
    *before, last = state.record.settling.silences
    others = tuple(seat for seat in s.seats if seat != s.penholder)
    version = state.version(last.version)
    closings = tuple(
        Closing(m.id, last.version, level_of(s, version.clauses, m.id), others, day=last.day)
        for m in s.measures
    )
    state = settle(state, silences=(*before, evolve(last, status="kept")), closings=closings)
    return tell(note(state, day=last.day), SilenceKept(last.version))
