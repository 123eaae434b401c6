"""What lies on the table between two seats, and how it gets there: two sides of terms."""

from __future__ import annotations

from attrs import evolve, frozen

from game.engine.actions import AskNeeds, Offer
from game.engine.observation import Observation
from game.engine.record import Offered, Term
from game.engine.terms import Seat
from game.ui.messages import Pick, Picks, Steps

GIVE, TAKE = "give", "take"
SIDES = (GIVE, TAKE)


@frozen
class Laid:
    """Terms on both sides of the table, seen by the one who looks.

    other: who sits opposite.
    give: what the one who looks would give.
    take: what it wants for it.
    by_hand: somebody laid it; otherwise it is the first suggestion.
    """

    other: Seat
    give: tuple[Term, ...] = ()
    take: tuple[Term, ...] = ()
    by_hand: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing lies on the table."""
        return not self.give and not self.take

    def side(self, name: str) -> tuple[Term, ...]:
        """Return the terms of one side."""
        return self.give if name == GIVE else self.take

    def having(self, name: str, term: Term) -> Laid:
        """Return the table with a term on one side, in place of one about the same thing."""
        rest = tuple(t for t in self.side(name) if not _is_about_the_same(t, term))
        return self._set(name, (*rest, term))

    def without(self, name: str, term: Term) -> Laid:
        """Return the table without a term."""
        return self._set(name, tuple(t for t in self.side(name) if t != term))

    def _set(self, name: str, terms: tuple[Term, ...]) -> Laid:
        if name == GIVE:
            return evolve(self, give=terms)
        return evolve(self, take=terms)


def _is_about_the_same(one: Term, other: Term) -> bool:
    if one.kind == "favour":
        return one == other
    return (one.kind, one.measure) == (other.kind, other.measure)


def laid(picks: Picks, other: Seat) -> Laid | None:
    """Return what somebody laid on the table with this seat; None if nobody touched it."""
    if picks.get("laid", "") != other:
        return None
    return Laid(other, picks.get(GIVE, ()), picks.get(TAKE, ()), by_hand=True)


def lay(table: Laid, *more: object) -> Steps:
    """Return the message that puts just this on the table, and does more beside it."""
    put = (Pick("laid", table.other), Pick(GIVE, table.give), Pick(TAKE, table.take))
    return Steps((*put, *more))


def offer_of(o: Observation, table: Laid) -> Offer:
    """Return the offer that the table makes."""
    return Offer(o.seat, table.other, table.give, table.take)


def mirrored(offered: Offered) -> Laid:
    """Return an offer as its addressee sees it: what it gives is what was wanted of it."""
    return Laid(offered.seat, offered.take, offered.give, by_hand=True)


def wanted(offered: Offered) -> Laid:
    """Return what the other side would have struck, seen by who had offered."""
    return Laid(offered.to, offered.counter_take, offered.counter_give)


def countered(o: Observation, other: Seat) -> Laid | None:
    """Return the counter-offer of a seat that would still be accepted as it is; None without."""
    found = [x for x in o.record.offers if {x.seat, x.to} == {o.seat, other}]
    if not found or found[-1].seat != o.seat or o.round - found[-1].round > 1:
        return None
    last = found[-1]
    return wanted(last) if last.status == "declined" and last.counter_give else None


def is_open(o: Observation) -> bool:
    """Tell whether delegations deal with each other in this sitting, beside the text."""
    return o.scenario.plays(Offer.PART) and o.scenario.plays(AskNeeds.PART)
