"""What a delegation does outside the room in the months after a vote: one act in each half."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from attrs import evolve, frozen

from game.engine.actions.base import Action, Refusal
from game.engine.events import Won
from game.engine.followup import CAMPAIGN, effort_of, follow_up, hands, price_of, season_of
from game.engine.record import Suspension
from game.engine.scenario import Prospect, Scenario
from game.engine.standstill import break_off
from game.engine.state import State, next_seat, shift, tell
from game.engine.terms import TARGET, Seat

AID_TRUST = 1
"""Points of trust that a contribution adds. Tuned."""
STANDING = ("urged", "offered", "accepted")
"""States of an offer to hold exercises off in which no other is made."""
CONTACT = {"trust": 2, "threat": -1}
"""What a quiet contact moves. Tuned: less than any answer of the target to it."""


def not_now(state: State, stage: str) -> Refusal | None:
    """Return a refusal outside this part of the season."""
    return None if state.stage == stage else Refusal("not_due")


def others_decide(scenario: Scenario, prospect: Prospect) -> Refusal:
    """Return the refusal to a member in whose hands something is not."""
    return Refusal("others_decide", {"seats": " ".join(hands(scenario, prospect))})


@frozen
class Campaigning(Action):
    """Something done outside the room; it ends the turn of this half."""

    PART = "season"

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Each half of the season has its time for it; what was brought up is answered first."""
        if state.record.followup.urged:
            return Refusal("answer_first")
        return not_now(state, CAMPAIGN)


@frozen
class Press(Campaigning):
    """Spend effort on winning a State, or a bank, for more than the text asks.

    prospect: who is to be won.
    """

    prospect: str

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield everybody who could be won."""
        for prospect in season_of(scenario).prospects:
            yield cls(seat, prospect.id)

    def found(self, scenario: Scenario) -> Prospect | None:
        """Return who is to be won."""
        return season_of(scenario).prospect(self.prospect)

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """It is somebody who could be won."""
        known = self.found(scenario) is not None
        return None if known else Refusal("unknown", {"name": self.prospect})

    def refusal(self, state: State) -> Refusal | None:
        """Nobody is won twice; nobody presses for what it resents, or what others decide."""
        s, found = state.scenario, self.found(state.scenario)
        if found is None or self.prospect in state.record.followup.won:
            return Refusal("won_already")
        if found.by and self.seat not in found.by:
            return others_decide(s, found)
        return Refusal("resented") if self.seat in found.minds else None

    def apply(self, state: State) -> State:
        """Add this seat's effort to that of the others; at its price the State is won."""
        now, found = state.record.followup, self.found(state.scenario)
        assert found is not None  # `refusal` asked.
        spent = now.efforts.get(found.id, 0) + effort_of(state.scenario, self.seat)
        state = follow_up(state, efforts={**now.efforts, found.id: spent})
        if spent >= price_of(found, state.record.stock):
            state = follow_up(state, won=(*now.won, found.id))
            state = shift(tell(state, Won(found.id)), found.effect)
        return next_seat(state)


@frozen
class Aid(Campaigning):
    """Pay for aid through the agencies of the United Nations."""

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """A delegation pays once a season."""
        if seat in state.record.followup.aided:
            return Refusal("aided")
        return super().closed(state, seat)

    def apply(self, state: State) -> State:
        """Pay: from now on it spares people some of what a month makes them bear."""
        state = follow_up(state, aided=(*state.record.followup.aided, self.seat))
        return next_seat(shift(state, {"trust": AID_TRUST}))


@frozen
class Contact(Campaigning):
    """Ask the target quietly what it would talk about; nobody else learns of it."""

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Only the two."""
        return (self.seat, TARGET)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """One such line is open to a delegation in a season."""
        if seat in state.record.followup.contacts:
            return Refusal("in_contact")
        return super().closed(state, seat)

    def apply(self, state: State) -> State:
        """Open the line."""
        now = state.record.followup
        state = follow_up(state, contacts=(*now.contacts, self.seat))
        return next_seat(shift(state, CONTACT))


@frozen
class Suspend(Campaigning):
    """Offer to hold exercises off for as long as nothing is tested.

    through: who carries the offer.
    """

    through: Seat

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every channel, for the one whose exercises they are."""
        offer = season_of(scenario).standstill
        if offer is not None and seat == offer.giver:
            for through in offer.channels:
                yield cls(seat, through)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Only who holds exercises can hold them off, and not while an offer stands."""
        offer, made = season_of(state.scenario).standstill, state.record.followup.suspension
        if offer is None or seat != offer.giver:
            return Refusal("no_exercises")
        if made is not None and made.status in STANDING:
            return Refusal("suspension_stands")
        return super().closed(state, seat)

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The channel is one of those that there are."""
        offer = season_of(scenario).standstill
        known = offer is not None and self.through in offer.channels
        return None if known else Refusal("unknown", {"name": self.through})

    def apply(self, state: State) -> State:
        """Send the offer; the target answers when all have acted."""
        made = Suspension(self.seat, self.through, state.record.followup.month)
        return next_seat(follow_up(state, suspension=made))


@frozen
class Urge(Campaigning):
    """Bring up exercises against tests, as who could carry the offer; the giver answers at once.

    Source: proposed by China in March 2017, and with the Russian Federation on 4 July 2017.
    """

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Only who could carry an offer can bring it up, once a half, and while none stands."""
        offer, now = season_of(state.scenario).standstill, state.record.followup
        if offer is None or seat not in offer.channels:
            return Refusal("no_channel")
        made = now.suspension
        if made is not None and made.status in STANDING:
            return Refusal("suspension_stands")
        if made is not None and (made.status, made.month) == ("declined", now.month):
            return Refusal("turned_down")
        return super().closed(state, seat)

    def apply(self, state: State) -> State:
        """Have the giver answer; who has acted already is asked all the same."""
        offer, now = season_of(state.scenario).standstill, state.record.followup
        assert offer is not None  # `closed` asked.
        made = Suspension(offer.giver, self.seat, now.month, "urged")
        state = next_seat(follow_up(state, suspension=made))
        return evolve(state, queue=(offer.giver, *state.queue))


@frozen
class TakeUp(Action):
    """Answer what a carrier has brought up: have it carry the offer, or leave it.

    taken: the offer goes out, through whoever brought it up.
    """

    PART = "season"

    taken: bool

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield both answers, for the one whose exercises they are."""
        offer = season_of(scenario).standstill
        if offer is not None and seat == offer.giver:
            yield from (cls(seat, taken) for taken in (True, False))

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """It is answered once it was brought up, by whoever holds the exercises."""
        made = state.record.followup.urged
        if made is None or made.by != seat:
            return Refusal("nothing_urged")
        return not_now(state, CAMPAIGN)

    def apply(self, state: State) -> State:
        """Answer in public; the turn of the half is not spent with it."""
        made = state.record.followup.urged
        assert made is not None  # `closed` asked.
        status = "offered" if self.taken else "declined"
        return next_seat(follow_up(state, suspension=evolve(made, status=status)))


@frozen
class Resume(Campaigning):
    """Hold the exercises after all."""

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Only who held them off can take them up."""
        made = state.record.followup.suspension
        if made is None or made.status != "accepted" or made.by != seat:
            return Refusal("no_suspension")
        return super().closed(state, seat)

    def apply(self, state: State) -> State:
        """Break the suspension, in public."""
        return next_seat(break_off(state, self.seat))


__all__ = ["Aid", "Contact", "Press", "Resume", "Suspend", "TakeUp", "Urge"]
