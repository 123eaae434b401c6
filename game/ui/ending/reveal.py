"""What was hidden: every capital's instructions, the target's plan, and whom to play next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game import words
from game.engine.observation import Observation
from game.engine.opinion import variant_of
from game.engine.terms import Seat
from game.ui.abroad.reading import sightings
from game.ui.ending.aims import met_and_all
from game.ui.messages import NewGame, Pick, Steps
from game.ui.parts.seats import seat_name
from game.ui.parts.signs import BALLOTS, tone_of_ballot
from game.ui.widgets import (
    Badge,
    Button,
    Card,
    Column,
    Entry,
    Flag,
    Grid,
    Panel,
    Row,
    Run,
    Spacer,
    Table,
    Text,
    Track,
    Widget,
)
from game.words import _


def plan(o: Observation) -> Widget:
    """Return the plan that the target had all the time, and the signs that showed it."""
    target = o.scenario.target
    found = next((d for d in target.doctrines if d.id == o.doctrine), None)
    lines: list[Widget] = []
    if found is not None:
        lines += [
            Text(found.title, size="title", font="serif"),
            Text(found.text, font="serif"),
        ]
    if signs := tuple(_signs(o)):
        lines.append(Text(_("The signs were:"), size="small", tone="muted"))
        tracks = (Track(align="end"), Track(flex=1))
        lines.append(Table(tracks, signs, lead=4, gap=12, name="signs"))
    return Panel(
        _("What {capital} had in mind").format(capital=target.capital), tuple(lines), name="plan"
    )


def _signs(o: Observation) -> Iterator[Entry]:
    """Yield each sign that was seen, once, with all days on which it was."""
    days: dict[str, list[str]] = {}
    for day, id in sightings(o):
        days.setdefault(id, []).append(words.short_day(o.scenario, day))
    clues = {c.id: c.text for c in o.scenario.target.clues}
    for id, when in days.items():
        dated = Text(", ".join(when), size="small", tone="muted", nowrap=True)
        yield Entry((dated, Text(clues[id], size="small")), name=f"sign {id}")


def instructions(o: Observation) -> Widget:
    """Return what every capital had written, how its ambassador bargained, and what it got."""
    order = sorted(o.revealed, key=lambda seat: (seat != o.seat, o.scenario.seats.index(seat)))
    cards = tuple(_capital(o, seat) for seat in order)
    return Panel(
        _("What the capitals had written"),
        (Grid(cards, cell=290, gap=10), *_habits(o, order)),
        name="instructions",
    )


def _habits(o: Observation, order: Sequence[Seat]) -> Iterator[Widget]:
    """Yield how the ambassadors bargained, each way once with all who had it."""
    yield Text(_("How they bargained"), size="label", tone="muted")
    for temper in o.scenario.tempers:
        seats = [seat for seat in order if o.revealed[seat].temper == temper.id]
        if seats:
            names = ", ".join(seat_name(o, seat) for seat in seats)
            yield Text((Run(f"{names}: ", bold=True), Run(temper.habit, italic=True)), size="small")


def _capital(o: Observation, seat: Seat) -> Widget:
    s, dealt = o.scenario, o.revealed[seat]
    met, of = met_and_all(o, seat)
    ballot = o.tally.ballots.get(seat) if o.tally else None
    badge = Badge(_(BALLOTS[ballot]), tone_of_ballot(ballot)) if ballot else None
    return Card(
        (
            Row(
                (Flag(seat, height=16), Text(seat_name(o, seat), bold=True, flex=1), badge),
                gap=8,
            ),
            Text(variant_of(s, seat, dealt.variant).why, size="small", font="serif"),
            Text(_room(dealt.margin), size="small", tone="muted"),
            Text(_("{met} of {all} aims met").format(met=met, all=of), size="small", tone="accent"),
        ),
        surface="panel",
        selected=seat == o.seat,
        name=f"capital {seat}",
        gap=4,
    )


def _room(margin: int) -> str:
    """Return the room that a capital left, for those who were not told."""
    if margin > 1:
        return _("with some room to move")
    if margin < -1:
        return _("to be read tightly")
    return _("to be taken as written")


def next_seat(o: Observation) -> Seat | None:
    """Return the one seat to play next: a lively one that got the least of what it wanted."""
    lively = o.scenario.lively or o.scenario.seats
    others = [s for s in lively if s not in o.people and s in o.revealed]
    if not others:
        return None

    def got(seat: Seat) -> float:
        met, of = met_and_all(o, seat)
        return met / max(1, of)

    return min(others, key=lambda seat: (got(seat), o.scenario.seats.index(seat)))


def _sit_there(o: Observation, seat: Seat) -> Button:
    """Return the button that begins the same crisis again in another chair."""
    begin = (
        Pick("scenario", o.scenario.id),
        Pick("rounds", o.scenario.rounds),
        Pick("seats", (seat,)),
        Pick("seed", ""),
        NewGame(),
    )
    return Button(
        _("Play {seat}").format(seat=seat_name(o, seat)),
        Steps(begin),
        name="play next",
        hint=_("the same crisis, dealt anew"),
    )


def next_panel(o: Observation) -> Widget | None:
    """Return the invitation to sit in another chair."""
    seat = next_seat(o)
    if seat is None:
        return None
    s, dealt = o.scenario, o.revealed[seat]
    met, of = met_and_all(o, seat)
    line = _("{seat} got {met} of its {all} aims. Its capital had written: “{why}”").format(
        seat=words.begin(s, seat),
        met=met,
        all=of,
        why=variant_of(s, seat, dealt.variant).why,
    )
    return Panel(
        _("A seat to try next"),
        (
            Row(
                (
                    Flag(seat, height=34),
                    Column(
                        (
                            Text(seat_name(o, seat), size="title", font="serif"),
                            Text(line, font="serif"),
                        ),
                        gap=3,
                        flex=1,
                    ),
                ),
                gap=14,
                align="start",
            ),
            Row((_sit_there(o, seat), Spacer())),
        ),
        name="next seat",
    )
