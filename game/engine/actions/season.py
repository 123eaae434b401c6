"""What a delegation does outside the room in the months after a vote: one act in each half."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from attrs import frozen

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
        """Each half of the season has its time for it."""
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
        return not_now(state, CAMPAIGN)

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
        return not_now(state, CAMPAIGN)

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
        if made is not None and made.status in ("offered", "accepted"):
            return Refusal("suspension_stands")
        return not_now(state, CAMPAIGN)

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
class Resume(Campaigning):
    """Hold the exercises after all."""

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Only who held them off can take them up."""
        made = state.record.followup.suspension
        if made is None or made.status != "accepted" or made.by != seat:
            return Refusal("no_suspension")
        return not_now(state, CAMPAIGN)

    def apply(self, state: State) -> State:
        """Break the suspension, in public."""
        return next_seat(break_off(state, self.seat))


__all__ = ["Aid", "Contact", "Press", "Resume", "Suspend"]
