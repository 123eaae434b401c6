"""What each person at the terminal was told so far, so that nothing is told late, or twice."""

from __future__ import annotations

from attrs import define, field

from game.engine import Action, Event, Observation
from game.engine.actions import EndRound, Rest, Sight, StandBy, Wait
from game.engine.terms import Phase, Seat

AFTER = (Phase.ECHO, Phase.OVER)
"""Beats in which months pass."""


@define
class Heard:
    """How far each seat has been told its log.

    private: seat -> events of its own log. public: seat -> those of them that everybody knows,
    by which the place is found again once the cards are open and the log holds more.
    """

    private: dict[Seat, int] = field(factory=dict)
    public: dict[Seat, int] = field(factory=dict)

    def news(self, o: Observation) -> tuple[Event, ...]:
        """Return what this seat has not been told, and hold it for told; nothing at first sight."""
        seat, known = o.seat, o.seat in self.private
        start = self.private.get(seat, len(o.log))
        if known and o.phase is Phase.OVER:
            start = _place(o, self.public[seat])
        self.private[seat] = len(o.log)
        self.public[seat] = sum(_is_public(o, e) for e in o.log)
        return o.log[start:]


def _is_public(o: Observation, event: Event) -> bool:
    return event.audience(o.scenario) is None


def _place(o: Observation, public: int) -> int:
    """Return where the log goes on after so many events that everybody knows."""
    places = [at for at, e in enumerate(o.log) if _is_public(o, e)]
    return places[public - 1] + 1 if public else 0


def replies(o: Observation, news: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return what others did meanwhile: the answer to what was just said to them, for one."""
    return tuple(e for e in news if not (isinstance(e, Action) and e.seat == o.seat))


def of_weight(o: Observation, news: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return what is worth a line in the months after a vote: not that somebody did nothing."""
    return tuple(e for e in replies(o, news) if not is_quiet(e))


def is_quiet(event: Event) -> bool:
    """Tell whether an event says that somebody did nothing, or that nothing was seen."""
    idle = isinstance(event, EndRound | Rest | StandBy | Wait)
    return idle or (isinstance(event, Sight) and not event.clue)
