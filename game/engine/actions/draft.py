"""What the pen does: write, show, answer, put in blue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from attrs import evolve, frozen

from game.engine import settlement, wording
from game.engine.actions.base import Action, Refusal, no_such_level, unsound
from game.engine.actions.closing import agree, hold, settle
from game.engine.actions.worded import Worded
from game.engine.changing import changed
from game.engine.events import AskIgnored
from game.engine.opinion import keeps
from game.engine.record import Asked, Clause, Pledge, Showing, Version
from game.engine.scenario import Scenario
from game.engine.standing import Blue
from game.engine.state import State, next_seat, note, spend, tell
from game.engine.terms import Circle, Phase, Seat
from game.engine.text import directed

MOST_ASKS = 600
"""Asks that the menu has room for: fifteen seats, three tokens, twelve rounds."""


def _pen_only(state: State, seat: Seat) -> Refusal | None:
    return None if seat == state.scenario.penholder else Refusal("not_the_pen")


@frozen
class SetClause(Worded):
    """Write one clause of the working text, which only the pen sees; free.

    measure: which clause.
    level: its strength; 0 takes it out.
    verb: a swapped verb; empty for the level's own.
    softener: id of words that soften it.
    hardener: id of words that harden it.
    params: parameters that differ from their default, with the number of the choice, by id.
    """

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Only the pen."""
        return (self.seat,)

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every level of every measure in its own words; others are written by hand."""
        if seat == scenario.penholder:
            for m in scenario.measures:
                for level in range(m.top + 1):
                    yield cls(seat, m.id, level)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Only the pen writes."""
        return _pen_only(state, seat)

    def refusal(self, state: State) -> Refusal | None:
        """A regime in force stays; words differ from a level's own only where its clause allows."""
        s = state.scenario
        if not s.has(self.measure):
            return Refusal("unknown_measure", {"measure": self.measure})
        m = s.measure(self.measure)
        if not 0 <= self.level <= m.top:
            return Refusal("unknown_level", {"measure": m.id, "top": str(m.top)})
        if self.level < s.floor(m.id):
            return Refusal("in_force", {"measure": m.id})
        if wrong := self.misworded(s):
            return wrong
        if state.working.get(m.id, Clause(m.id, 0)) == self.clause:
            return Refusal("unchanged", {"measure": m.id})
        return None

    def apply(self, state: State) -> State:
        """Change the working text."""
        working = {k: c for k, c in state.working.items() if k != self.measure}
        if self.level:
            working[self.measure] = self.clause
        return changed(state, working=working)


@frozen
class Circulate(Action):
    """Show the working text to a circle.

    circle: the inner two, the five, or all fifteen.
    """

    circle: Circle

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield the three circles."""
        if seat == scenario.penholder:
            for circle in Circle:
                yield cls(seat, circle)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """The first text is free; a later one costs a token."""
        if state.phase is Phase.SQUEEZE and not state.tokens.get(seat):
            return Refusal("no_tokens")
        return _pen_only(state, seat)

    def refusal(self, state: State) -> Refusal | None:
        """A circle never narrows, and a text is shown again only when it changed."""
        wide = list(Circle)
        if state.versions:
            last = state.versions[-1]
            if wide.index(self.circle) < wide.index(last.circle):
                return Refusal("narrower", {"circle": last.circle.value})
            if self.circle is last.circle and last.clauses == state.working:
                return Refusal("nothing_new")
        elif not state.working:
            return Refusal("no_text")
        return None

    def apply(self, state: State) -> State:
        """Make the working text a version."""
        day = state.record.day
        version = Version(len(state.versions) + 1, state.working, self.circle, day)
        state = changed(state, versions=(*state.versions, version))
        showing = Showing(version.number, version.circle, version.day)
        sponsors = state.record.sponsors or (self.seat,)
        state = hold(note(state, showings=(*state.record.showings, showing), sponsors=sponsors))
        return spend(state, self.seat) if state.phase is Phase.SQUEEZE else state


@frozen
class Grant(Action):
    """Promise what was asked, and write it into the working text; free.

    ask: number of the ask.
    """

    ask: int

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield one for each ask that a sitting can have."""
        if seat == scenario.penholder:
            for ask in range(1, MOST_ASKS + 1):
                yield cls(seat, ask)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Only the pen answers, and only open asks."""
        if not any(a.status == "open" for a in state.record.asks):
            return Refusal("no_asks")
        return _pen_only(state, seat)

    def refusal(self, state: State) -> Refusal | None:
        """The ask must be open."""
        return None if is_open(state, self.ask) else Refusal("not_asked")

    def apply(self, state: State) -> State:
        """Promise and write."""
        return granted(state, self.ask)


def is_open(state: State, ask: int) -> bool:
    """Tell whether an ask with this number waits for an answer."""
    asks = state.record.asks
    return 1 <= ask <= len(asks) and asks[ask - 1].status == "open"


def answered(state: State, ask: int, status: str, offer: Clause | None = None) -> State:
    """Change the standing of an ask; where it is refused, with what was offered instead."""
    asks = state.record.asks
    counter, words = (offer.level, offer) if offer else (None, None)
    words = words if words and words.reworded else None
    changed = evolve(asks[ask - 1], status=status, counter=counter, counter_words=words)
    return note(state, asks=(*asks[: ask - 1], changed, *asks[ask:]))


def granted(state: State, ask: int) -> State:
    """Grant an ask: promise it in public and write it into the working text."""
    asks = state.record.asks
    a = directed(state.scenario, state.working, asks[ask - 1])
    asks = (*asks[: ask - 1], evolve(a, status="granted"), *asks[ask:])
    pen, since = state.scenario.penholder, len(state.record.said)
    word = Pledge(a.seat, a.measure, a.level, a.upward, by=pen, since=since, words=a.words)
    return promised(note(state, asks=asks), word)


def promised(state: State, pledge: Pledge) -> State:
    """Put a promise of the pen on record in place of an older one, and write what it needs."""
    kept = tuple(p for p in state.record.pledges if not pledge.replaces(p))
    state = note(state, pledges=(*kept, pledge))
    if keeps(state.scenario, state.working, pledge):
        return state
    working = {k: c for k, c in state.working.items() if k != pledge.measure}
    if pledge.level:
        working[pledge.measure] = pledge.clause
    return changed(state, working=working)


@frozen
class Refuse(Action):
    """Refuse what was asked, with the nearest clause that would do, or with none.

    ask: number of the ask.
    counter: the level offered instead; an ask for just that is granted at once.
    words: the whole clause that is offered, where it has other words than its level's own.
    because: for whose sake: the pen's own, or whom it would lose by it; empty if it does not say.
    """

    ask: int
    counter: int | None = None
    words: Clause | None = None
    because: Seat = ""

    @classmethod
    def offering(cls, seat: Seat, ask: int, clause: Clause | None) -> Self:
        """Return the refusal that offers this clause instead."""
        if clause is None:
            return cls(seat, ask)
        return cls(seat, ask, clause.level, clause if clause.reworded else None)

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield a plain refusal of each ask; a counter, or for whose sake, is made by hand."""
        if seat == scenario.penholder:
            for ask in range(1, MOST_ASKS + 1):
                yield cls(seat, ask)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Only the pen answers, and only open asks."""
        return Grant.closed(state, seat)

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """Whoever is named sits in the Council."""
        known = self.because in ("", *scenario.seats)
        return None if known else Refusal("unknown", {"name": self.because})

    def refusal(self, state: State) -> Refusal | None:
        """The ask must be open, and a counter-offer a clause of that measure."""
        if not is_open(state, self.ask):
            return Refusal("not_asked")
        s, a = state.scenario, state.record.asks[self.ask - 1]
        if self.counter is None:
            return _not_of(a, self.words) if self.words else None
        if found := no_such_level(s, a.measure, self.counter):
            return found
        offer = self.words or Clause(a.measure, self.counter)
        if (offer.measure, offer.level) != (a.measure, self.counter):
            return _not_of(a, offer)
        if wrong := wording.fault(s, offer):
            return Refusal(wrong.key, wrong.fields)
        return Refusal("counter_is_ask") if offer == a.clause else None

    def apply(self, state: State) -> State:
        """Refuse."""
        if self.counter is None:
            return answered(state, self.ask, "refused")
        measure = state.record.asks[self.ask - 1].measure
        return answered(state, self.ask, "refused", self.words or Clause(measure, self.counter))


def _not_of(ask: Asked, offer: Clause) -> Refusal:
    """Return that a clause is none that could be offered instead of what was asked."""
    return Refusal("unknown_words", {"words": offer.measure, "measure": ask.measure})


@frozen
class PutInBlue(Action):
    """Have the working text printed in blue: all fifteen have it, and the vote is near.

    soon: ask for the vote on the same day, which takes that nobody insists on the 24 hours.

    Source: custom of 24 hours between blue and vote.
    """

    soon: bool = False

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield one for the next day, for the pen, and one for the same day."""
        if seat == scenario.penholder:
            yield cls(seat)
            if scenario.plays("blue"):
                yield cls(seat, soon=True)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """The pen needs a text without errors."""
        if found := _pen_only(state, seat):
            return found
        if not state.working:
            return Refusal("no_text")
        return unsound(state.scenario, state.working)

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The day of the vote is chosen only where the time before it is in play."""
        return Refusal("not_in_play") if self.soon and not scenario.plays("blue") else None

    def apply(self, state: State) -> State:
        """Fix the text, settle the promises and open the blue beat."""
        day = state.record.day
        version = Version(len(state.versions) + 1, state.working, Circle.ALL, day)
        state = changed(state, versions=(*state.versions, version), blue=version.number)
        showing = Showing(version.number, version.circle, day)
        state = note(
            state,
            showings=(*state.record.showings, showing),
            sponsors=state.record.sponsors or (self.seat,),
        )
        state = settle(ignore_open(hold(state)), blue=Blue(soon=self.soon))
        # A text that was referred and comes back may break what its first printing had kept.
        return evolve(settlement.settle(settlement.resettle(state), "blue"), queue=())


def ignore_open(state: State) -> State:
    """Mark every open ask as ignored."""
    left: tuple[Asked, ...] = tuple(a for a in state.record.asks if a.status == "open")
    for a in left:
        state = answered(state, a.id, "ignored")
    return tell(state, *(AskIgnored(a.seat, a.measure) for a in left))


@frozen
class EndRound(Action):
    """Have done with this round; tokens left are lost."""

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """The pen must have shown its first text before consultations open."""
        if state.phase is Phase.TEXT and not state.versions:
            return Refusal("not_shown")
        return None

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Nobody needs to read it."""
        return (self.seat,)

    def apply(self, state: State) -> State:
        """Go on to the next seat; what the pen left open is ignored."""
        if self.seat == state.scenario.penholder and state.phase is Phase.SQUEEZE:
            state = ignore_open(state)
        return next_seat(agree(state, self.seat))
