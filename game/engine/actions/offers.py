"""What two delegations settle between them: offers and the answers to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Self

from attrs import evolve, frozen

from game.engine import settlement
from game.engine.actions.base import Action, Refusal, menu, no_token
from game.engine.actions.between import Between
from game.engine.actions.draft import promised
from game.engine.actions.terms import (
    pledge_of,
    refusal_of,
    same_terms,
    simple_terms,
    unknown_term,
)
from game.engine.events import DealStruck
from game.engine.record import Offered, Record, Term
from game.engine.scenario import Scenario
from game.engine.state import State, next_seat, note, spend, tell
from game.engine.terms import Seat

MOST_OFFERS = 60
"""Offers between two seats that the menu has room for: one each way in thirty rounds."""


@frozen
class Offer(Between):
    """Offer another delegation a deal, between the two alone; it answers at once.

    to: to whom.
    give: what this seat would do, at most three terms.
    take: what it wants for it, at most three terms.
    """

    give: tuple[Term, ...]
    take: tuple[Term, ...]

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield one plain thing for another, with everybody; the rest is composed by hand."""
        for to in scenario.seats:
            if to != seat:
                for give in simple_terms(scenario, seat, to):
                    for take in simple_terms(scenario, to, seat):
                        yield cls(seat, to, (give,), (take,))

    @classmethod
    def choices(cls, state: State, seat: Seat) -> tuple[Action, ...]:
        """Return the plain offers, and those for an ask of another to be lifted."""
        s = state.scenario
        lifts = (
            cls(seat, a.seat, (give,), (Term("lift", a.measure, a.level, a.upward),))
            for a in state.record.asks
            if a.status == "open" and a.seat != seat
            for give in simple_terms(s, seat, a.seat)
        )
        return (*menu(cls, s, seat), *lifts)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """It costs a token."""
        return no_token(state, seat)

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The other is a member, and every term is about something in play."""
        return super().unknown(scenario) or _unknown(scenario, (*self.give, *self.take))

    def refusal(self, state: State) -> Refusal | None:
        """One approach to the same seat a round, and each side gives what it can."""
        offers = state.record.offers
        if any((o.seat, o.to, o.round) == (self.seat, self.to, state.round) for o in offers):
            return Refusal("approached", {"actor": self.to})
        return _beyond(state, self)

    def _is_possible(self, state: State) -> bool:
        """Tell whether the other can still give what it would have given when it named it."""
        s, record = state.scenario, state.record
        return refusal_of(s, record, self.to, self.seat, self.take) is None

    def apply(self, state: State) -> State:
        """Have the other answer, or strike the deal at once if it had wanted just that."""
        pair = between(state.record, self.seat, self.to)
        offered = Offered(self.seat, self.to, len(pair) + 1, self.give, self.take, state.round)
        meant = any(_is_returned(o, offered) for o in pair) and self._is_possible(state)
        state = spend(state, self.seat)
        state = note(state, offers=(*state.record.offers, offered))
        if meant:
            return struck(state, offered)
        return evolve(state, queue=(self.to, *state.queue))


def _unknown(scenario: Scenario, terms: Sequence[Term]) -> Refusal | None:
    """Return why some of these terms could never be given."""
    return next((r for t in terms if (r := unknown_term(scenario, t))), None)


def _beyond(state: State, said: Offer | Decline) -> Refusal | None:
    """Return why one side or the other cannot give its terms."""
    s, record, seat, to = state.scenario, state.record, said.seat, said.to
    # What the other can give is asked of what the seat knows, or this would tell secrets.
    known = evolve(
        record, pledges=tuple(p for p in record.pledges if not p.secret or seat in (p.by, p.to))
    )
    return refusal_of(s, record, seat, to, said.give) or refusal_of(s, known, to, seat, said.take)


def between(record: Record, one: Seat, other: Seat) -> tuple[Offered, ...]:
    """Return the offers between two seats, in order."""
    return tuple(o for o in record.offers if {o.seat, o.to} == {one, other})


def _is_returned(old: Offered, new: Offered) -> bool:
    """Tell whether a new offer is what its addressee had wanted: in this round or the last."""
    if new.round - old.round > 1 or old.status == "struck":
        return False
    if old.seat == new.to:
        return same_terms(old.give, new.take) and same_terms(old.take, new.give)
    wanted = old.counter_give or old.counter_take
    return bool(wanted) and (
        same_terms(old.counter_give, new.take) and same_terms(old.counter_take, new.give)
    )


def struck(state: State, offered: Offered) -> State:
    """Put a deal on record: both sides have promised."""
    state = _answered(state, evolve(offered, status="struck"))
    state = tell(state, DealStruck(offered.seat, offered.to, offered.number))
    for term in offered.give:
        state = _promise(state, offered, term, offered.seat, offered.to)
    for term in offered.take:
        state = _promise(state, offered, term, offered.to, offered.seat)
    return state


def _promise(state: State, offered: Offered, term: Term, by: Seat, to: Seat) -> State:
    since = len(state.record.said)
    pledge = evolve(pledge_of(term, by, to), secret=True, deal=offered.number, since=since)
    if term.kind == "clause":
        return promised(state, pledge)
    state = note(state, pledges=(*state.record.pledges, pledge))
    return settlement.lift(state, pledge) if term.kind == "lift" else state


def _answered(state: State, changed: Offered) -> State:
    same = (changed.seat, changed.to, changed.number)
    offers = tuple(changed if (o.seat, o.to, o.number) == same else o for o in state.record.offers)
    return note(state, offers=offers)


@frozen
class Accept(Between):
    """Accept the offer that waits: both sides have promised.

    to: whose offer.
    offer: its number between the two.
    """

    ANSWERS: ClassVar[str] = "offer"

    offer: int

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield one for each offer that a sitting can have."""
        for to in scenario.seats:
            if to != seat:
                for offer in range(1, MOST_OFFERS + 1):
                    yield cls(seat, to, offer)

    @classmethod
    def choices(cls, state: State, seat: Seat) -> tuple[Action, ...]:
        """Return the one that is due."""
        waits = state.offered
        return (cls(seat, waits.seat, waits.number),) if waits and waits.to == seat else ()

    def refusal(self, state: State) -> Refusal | None:
        """It must be the offer that waits, and this seat able to give what is wanted."""
        if found := _not_it(state, self.seat, self.to, self.offer):
            return found
        waits = state.offered
        if waits is None:
            return Refusal("no_offer")
        return refusal_of(state.scenario, state.record, self.seat, self.to, waits.take)

    def apply(self, state: State) -> State:
        """Strike the deal; whoever offered goes on."""
        waits = state.offered
        if waits is None:
            return state  # `refusal` keeps this from happening.
        return next_seat(struck(state, waits))


def _not_it(state: State, seat: Seat, to: Seat, number: int) -> Refusal | None:
    waits = state.offered
    if waits is None or (waits.seat, waits.to, waits.number) != (to, seat, number):
        return Refusal("no_offer")
    return None


@frozen
class Decline(Between):
    """Decline the offer that waits, and say what would do, or where there is no wording.

    to: whose offer.
    offer: its number between the two.
    give: what this seat would give instead, at most three terms.
    take: what it would want for it.
    red_line: the measure for which there is no wording; empty with a counter-offer, or for none.
    """

    ANSWERS: ClassVar[str] = "offer"

    offer: int
    give: tuple[Term, ...] = ()
    take: tuple[Term, ...] = ()
    red_line: str = ""

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield a plain no to each offer: there is no wording; counters are made by hand."""
        for accept in Accept.universe(scenario, seat):
            yield cls(seat, accept.to, accept.offer)

    @classmethod
    def choices(cls, state: State, seat: Seat) -> tuple[Action, ...]:
        """Return the plain no that is due."""
        return tuple(
            cls(seat, a.to, a.offer) for a in Accept.choices(state, seat) if isinstance(a, Accept)
        )

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The other is a member; terms and red line are about something in play."""
        if self.red_line and not scenario.has(self.red_line):
            return Refusal("unknown_measure", {"measure": self.red_line})
        return super().unknown(scenario) or _unknown(scenario, (*self.give, *self.take))

    def refusal(self, state: State) -> Refusal | None:
        """It must be the offer that waits; a counter has two sides, each within its means."""
        if found := _not_it(state, self.seat, self.to, self.offer):
            return found
        if not self.give and not self.take:
            return None
        if self.red_line:
            return Refusal("counter_or_line")
        return _beyond(state, self)

    def apply(self, state: State) -> State:
        """Say no; an offer that comes back as it was is accepted."""
        waits = state.offered
        if waits is None:
            return state  # `refusal` keeps this from happening.
        if same_terms(self.give, waits.take) and same_terms(self.take, waits.give):
            return next_seat(struck(state, waits))
        changed = evolve(
            waits,
            status="declined",
            counter_give=self.give,
            counter_take=self.take,
            red_line=self.red_line,
        )
        return next_seat(_answered(state, changed))
