"""The Committee of the fifteen: what nobody holds is decided; members report on what they did.

Source: the sanctions committee of resolution 1718 (2006) decides by consensus: a note is sent, and
silence adopts; a member can place a hold. Reports of Member States have been due within 90 days
since resolution 2094 (2013).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Self

from attrs import evolve, frozen

from game.engine.actions.base import Action, Refusal
from game.engine.actions.season import Campaigning, not_now
from game.engine.committee import has_committee, owes_report
from game.engine.followup import COMMITTEE, follow_up, season_of
from game.engine.record import REPORTS, Notice
from game.engine.scenario import Scenario
from game.engine.state import State, next_seat
from game.engine.terms import Seat

MOST_NOTICES = 24
"""Notices that a season can have, so that the menu is finite."""


@frozen
class Send(Campaigning):
    """A note to the Committee.

    item: what it is about.
    """

    KIND: ClassVar[str] = ""

    item: str

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """There is a Committee to send it to."""
        return super().closed(state, seat) or (
            None if has_committee(state) else Refusal("no_committee")
        )

    @classmethod
    def items(cls, scenario: Scenario) -> tuple[str, ...]:
        """Return everything that such a note could be about."""
        return ()

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield a note about each."""
        for item in cls.items(scenario):
            yield cls(seat, item)

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """It is about something that there is."""
        known = self.item in self.items(scenario)
        return None if known else Refusal("unknown", {"name": self.item})

    def refusal(self, state: State) -> Refusal | None:
        """Each comes before the Committee once."""
        sent = any(
            (n.kind, n.item) == (self.KIND, self.item) for n in state.record.followup.notices
        )
        return Refusal("sent_already") if sent else None

    def apply(self, state: State) -> State:
        """Send it round; it is decided when all have acted."""
        notice = Notice(self.KIND, self.item, self.seat)
        return next_seat(follow_up(state, notices=(*state.record.followup.notices, notice)))


@frozen
class Designate(Send):
    """Propose a name for the Committee's list."""

    KIND = "list"

    @classmethod
    def items(cls, scenario: Scenario) -> tuple[str, ...]:
        """Return everybody who could be listed."""
        return tuple(x.id for x in season_of(scenario).listings)


@frozen
class Exempt(Send):
    """Ask the Committee to let aid through."""

    KIND = "relief"

    @classmethod
    def items(cls, scenario: Scenario) -> tuple[str, ...]:
        """Return everything that agencies ask for."""
        return tuple(r.id for r in season_of(scenario).reliefs)


@frozen
class OnNotice(Action):
    """Something about what is before the Committee.

    notice: its number, from 1.
    """

    PART = "season"

    notice: int

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every number that a notice can have."""
        for number in range(1, MOST_NOTICES + 1) if scenario.season else ():
            yield cls(seat, number)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """A note must be open."""
        if not state.record.followup.open_notices:
            return Refusal("nothing_open")
        return not_now(state, COMMITTEE)

    @classmethod
    def choices(cls, state: State, seat: Seat) -> tuple[Action, ...]:
        """Return one for each that is open."""
        listed = enumerate(state.record.followup.notices, 1)
        return tuple(cls(seat, number) for number, n in listed if n.is_open)

    def refusal(self, state: State) -> Refusal | None:
        """It must be open, of another, and held by nobody."""
        notices = state.record.followup.notices
        if not 1 <= self.notice <= len(notices) or not notices[self.notice - 1].is_open:
            return Refusal("nothing_open")
        found = notices[self.notice - 1]
        if found.by == self.seat:
            return Refusal("own_notice")
        return Refusal("held_already") if found.held else self.unfit(state, found)

    def unfit(self, state: State, found: Notice) -> Refusal | None:
        """Return why it cannot be done about this one, or None."""
        raise AssertionError(f"{type(self).__name__} does not say what it is about")

    def changed(self, state: State, **changes: Any) -> State:
        """Return a state with this notice changed; the turn goes on."""
        notices = list(state.record.followup.notices)
        notices[self.notice - 1] = evolve(notices[self.notice - 1], **changes)
        return follow_up(state, notices=tuple(notices))


@frozen
class Hold(OnNotice):
    """Stop what is before the Committee until the next half of the season."""

    def unfit(self, state: State, found: Notice) -> Refusal | None:
        """A mandate falls only by a permanent member's no."""
        if found.kind == "renew" and self.seat not in state.scenario.permanent:
            return Refusal("renewal_by_nine")
        return None

    def apply(self, state: State) -> State:
        """Place the hold."""
        return self.changed(state, held=self.seat)


@frozen
class AskTime(OnNotice):
    """Ask for more time: the note runs on, and is decided when this seat had a second look.

    Source: guidelines of the Committee (memory); the practice of sanctions committees.
    """

    def unfit(self, state: State, found: Notice) -> Refusal | None:
        """Once for a note; the mandate ends on its day."""
        if found.kind == "renew":
            return Refusal("renewal_has_a_day")
        return Refusal("time_given") if found.later else None

    def apply(self, state: State) -> State:
        """Let the time run on."""
        return self.changed(state, later=self.seat)


@frozen
class Report(Action):
    """Report on what was done to carry the text out; it ends the turn.

    kind: full, short or none.
    """

    PART = "season"

    kind: str

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every kind of report."""
        for kind in REPORTS if scenario.season else ():
            yield cls(seat, kind)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Reports are due ninety days after a text was adopted."""
        if not owes_report(state, seat):
            return Refusal("no_report_due")
        return not_now(state, COMMITTEE)

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """It is one of the kinds there are."""
        return None if self.kind in REPORTS else Refusal("unknown", {"name": self.kind})

    def apply(self, state: State) -> State:
        """Put it on record."""
        reports = {**state.record.followup.reports, self.seat: self.kind}
        return next_seat(follow_up(state, reports=reports))


__all__ = ["AskTime", "Designate", "Exempt", "Hold", "Report"]
