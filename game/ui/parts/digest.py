"""What happened since this seat ended its round: at most five lines, most important first."""

from collections.abc import Iterator

from attrs import frozen

from game.engine.actions import (
    Ask,
    Circulate,
    DemandSight,
    EndRound,
    Grant,
    Occur,
    PutInBlue,
    Refuse,
    Say,
    Sight,
    Warn,
)
from game.engine.events import AskIgnored, Event, PledgeSettled, StatementIssued
from game.engine.observation import Observation
from game.engine.terms import Phrase, Seat
from game.ui.messages import Close, Picks, Show, Steps
from game.ui.parts.speech import event_line
from game.ui.widgets import Button, Column, Flag, Modal, Row, Spacer, Text, Widget
from game.words import _

LINES = 5


@frozen
class News:
    """One line of the digest.

    weight: how much it matters; higher comes first.
    seat: who did it, if anybody.
    text: the line.
    """

    weight: int
    seat: Seat
    text: str


def news(observation: Observation) -> tuple[News, ...]:
    """Return the lines of the digest: to me, one of the five moved, the text, a shock, a sign."""
    found = sorted(_since(observation), key=lambda n: -n.weight)
    return tuple(found[:LINES])


def _since(o: Observation) -> Iterator[News]:
    ends = [i for i, e in enumerate(o.log) if isinstance(e, EndRound) and e.seat == o.seat]
    start = ends[-1] + 1 if ends else 0
    phrases: dict[Seat, Phrase] = {}
    for event in o.log[:start]:
        if isinstance(event, Say):
            phrases[event.seat] = event.phrase
    for event in o.log[start:]:
        weight = _weight(o, event, phrases)
        if isinstance(event, Say):
            phrases[event.seat] = event.phrase
        if weight:
            yield News(weight, getattr(event, "seat", ""), _line(o, event))


def _line(o: Observation, event: Event) -> str:
    """Return an event in few words; an incident by its title."""
    if isinstance(event, Occur):
        return next(i.title for i in o.scenario.incidents if i.id == event.incident)
    return event_line(o, event)


def _weight(o: Observation, event: Event, phrases: dict[Seat, Phrase]) -> int:
    s = o.scenario
    match event:
        case Grant(ask=ask) | Refuse(ask=ask):
            return 100 if o.record.asks[ask - 1].seat == o.seat else 0
        case AskIgnored(seat=seat):
            return 95 if seat == o.seat else 0
        case PledgeSettled(to=to):
            return 100 if to == o.seat else 0
        case Ask():
            return 90 if o.is_pen else 0
        case DemandSight():
            return 70 if o.is_pen else 0
        case PutInBlue():
            return 99
        case Say(seat=seat, phrase=phrase):
            moved = phrases.get(seat) is not phrase
            return 80 if moved and seat in s.permanent and seat != o.seat else 0
        case Occur():
            return 85
        case Circulate():
            return 75 if event.seat != o.seat and o.seat in s.circle(event.circle) else 40
        case Warn(seat=seat):
            return 60 if seat in s.permanent and seat != o.seat else 20
        case Sight():
            return 50
        case StatementIssued():
            return 45
    return 0


def digest(observation: Observation, picks: Picks) -> Modal:
    """Return the overlay that opens a new round."""
    o = observation
    lines = news(o)
    rows: tuple[Widget, ...] = tuple(
        Row(
            (
                Flag(n.seat, height=16) if n.seat in o.scenario.seats else Spacer(24, flex=0),
                Text(n.text, font="serif", size="lead", flex=1),
            ),
            gap=12,
        )
        for n in lines
    )
    if not rows:
        rows = (Text(_("A quiet round: nothing that concerns you."), tone="muted"),)
    title = _("Round {round} of {rounds}").format(round=o.round, rounds=o.scenario.rounds)
    return Modal(
        title,
        (
            Column(rows, gap=12),
            Row(
                (
                    Button(
                        _("All in the log"),
                        Steps((Close(), Show("log"))),
                        key=picks.key("log"),
                        look="ghost",
                        name="digest log",
                    ),
                    Spacer(),
                    Button(
                        _("Go on"), Close(), key=picks.key("on"), look="primary", name="digest on"
                    ),
                ),
                gap=10,
            ),
        ),
        Close(),
        name="digest",
    )
