"""What gets about: deals in the corridor, closed consultations, texts that only some have seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Self

from attrs import frozen

from game.engine.actions.base import Action, Refusal
from game.engine.actions.capital import cables_due, opens_first, replies_due
from game.engine.events import GotOut, Rumour
from game.engine.record import Clause, Offered
from game.engine.rooms import CLOSED, CORRIDOR, ROOMS
from game.engine.scenario import Scenario
from game.engine.state import State, next_seat, note, shift, tell
from game.engine.terms import WORLD, Circle, Seat


def odds(room: str, out: bool) -> int:
    """Return how often what was said or shown in a room gets out, or does not, of 100."""
    return ROOMS[room].gets_out if out else 100 - ROOMS[room].gets_out


@frozen
class Hearsay(Action):
    """Whether something gets about, drawn out of sight; what comes of it is an event of its own."""

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Nobody sees it drawn."""
        return ()

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield nothing beforehand; `choices` names what is next."""
        yield from ()


@frozen
class Overhear(Hearsay):
    """Somebody hears that two have come to terms, or nobody does.

    one: who had offered.
    other: who had accepted.
    offer: number of the offers between the two.
    heard: it is told in the corridor.
    """

    PART: ClassVar[str] = "offers"

    one: Seat
    other: Seat
    offer: int
    heard: bool

    @classmethod
    def choices(cls, state: State, seat: Seat) -> tuple[Action, ...]:
        """Return both ends for the deal that is next."""
        deals = unheard(state)
        if not deals:
            return ()
        d = deals[0]
        return tuple(cls(seat, d.seat, d.to, d.number, heard) for heard in (True, False))

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """The corridor comes last."""
        before = opens_first(state) or cables_due(state) or replies_due(state)
        return None if unheard(state) and not before else Refusal("not_due")

    def refusal(self, state: State) -> Refusal | None:
        """Deals come up in the order in which they were struck."""
        return None if _same(self, unheard(state)[0]) else Refusal("not_due")

    def weight(self, scenario: Scenario) -> int:
        """Return how often a deal is heard of."""
        return odds(CORRIDOR, self.heard)

    def apply(self, state: State) -> State:
        """Let it be told who and about what, never on which terms."""
        if self.heard:
            d = next(o for o in state.record.offers if _same(self, o))
            about = dict.fromkeys(t.measure for t in (*d.give, *d.take) if t.measure)
            state = tell(state, Rumour((d.seat, d.to), tuple(about)))
        return next_seat(state)


def _same(heard: Overhear, deal: Offered) -> bool:
    return (heard.one, heard.other, heard.offer) == (deal.seat, deal.to, deal.number)


def unheard(state: State) -> tuple[Offered, ...]:
    """Return the deals of earlier rounds that the corridor has not had its chance to hear of."""
    struck = [o for o in state.record.offers if o.status == "struck" and o.round < state.round]
    log = state.log if struck else ()
    past = {(e.one, e.other, e.offer) for e in log if type(e) is Overhear}
    return tuple(o for o in struck if (o.seat, o.to, o.number) not in past)


@frozen
class GetOut(Hearsay):
    """What was said or shown behind doors is talked about outside them, or is not.

    room: closed consultations, or the circle that saw a text.
    number: of that text; 0 for the consultations.
    out: it is talked about.
    """

    PART: ClassVar[str] = "meetings"

    room: str
    number: int
    out: bool

    @classmethod
    def choices(cls, state: State, seat: Seat) -> tuple[Action, ...]:
        """Return both ends for what is next."""
        return tuple(cls(seat, *kept, out) for kept in untold(state)[:1] for out in (True, False))

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Papers come last."""
        before = opens_first(state) or cables_due(state) or replies_due(state) or unheard(state)
        return None if untold(state) and not before else Refusal("not_due")

    def refusal(self, state: State) -> Refusal | None:
        """The meeting comes first, then texts in the order in which they were shown."""
        return None if (self.room, self.number) == untold(state)[0] else Refusal("not_due")

    def weight(self, scenario: Scenario) -> int:
        """Return how often it gets out, or does not."""
        return odds(self.room, self.out)

    def apply(self, state: State) -> State:
        """Tell everybody where it was said and what it is about, never who told."""
        if self.out:
            state = note(state, out=(*state.record.out, (self.room, self.number)))
            state = shift(state, ROOMS[self.room].outside)
            state = tell(state, GotOut(self.room, self.number, self._about(state)))
        return next_seat(state)

    def _about(self, state: State) -> tuple[str, ...]:
        """Return on what a text goes further than what was decided before; not how far."""
        if not self.number:
            return ()
        s, clauses = state.scenario, state.version(self.number).clauses
        return tuple(m.id for m in s.measures if m.id in clauses and _adds(s, clauses[m.id]))


def _adds(scenario: Scenario, clause: Clause) -> bool:
    return clause.level > scenario.base(clause.measure)


def untold(state: State) -> tuple[tuple[str, int], ...]:
    """Return the rooms and texts behind doors that have not had their chance to be talked about.

    Once all fifteen have a text, nothing is left to tell of it.
    """
    if not state.scenario.plays("meetings"):
        return ()
    behind = [(CLOSED, 0)] if state.record.room == CLOSED else []
    if not (state.versions and state.versions[-1].circle is Circle.ALL):
        behind += [(v.circle.value, v.number) for v in state.versions]
    past = {(e.room, e.number) for e in state.log if type(e) is GetOut} if behind else set()
    return tuple(kept for kept in behind if kept not in past)


def turns(state: State) -> tuple[Seat, ...]:
    """Return the turns of chance that open a round beside incidents and signs."""
    waits = (cables_due(state), replies_due(state), unheard(state), untold(state))
    return (WORLD,) * sum(map(len, waits))
