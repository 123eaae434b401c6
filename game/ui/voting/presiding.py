"""The President's own sheets: in which order members are called, and on which day they vote."""

from __future__ import annotations

from attrs import evolve

from game import words
from game.engine import council, opinion
from game.engine.actions import Arrange, Schedule
from game.engine.actions.presidency import LATEST
from game.engine.observation import Observation
from game.engine.terms import Phase, Seat
from game.ui.messages import Pick, Picks, Steps
from game.ui.parts.estimate import estimate
from game.ui.parts.footer import why_not
from game.ui.parts.seats import seat_name
from game.ui.parts.signs import percent
from game.ui.widgets import (
    SIGNS,
    Button,
    Column,
    Entry,
    Flag,
    Modal,
    Row,
    Scroll,
    Spacer,
    Table,
    Text,
    Tone,
    Track,
    Widget,
)
from game.words import _, plural

SHUT = Pick("raise", "")
ORDER, FOCUS = "order", "order at"
"""Picks: the order as it is being set, and the member that is moved in it."""


def presides(o: Observation) -> bool:
    """Tell whether the one who looks presides over the Council today."""
    return bool(o.seat) and o.seat == o.scenario.president(o.record.day)


# -- the order of speakers


def order_button(o: Observation) -> Widget | None:
    """Return the button that opens the order of speakers, for whoever presides."""
    if not presides(o) or "Arrange" not in _kinds(o):
        return None
    return Button(
        _("Order of speakers …"),
        Steps((Pick("raise", "order"), Pick(ORDER, ()), Pick(FOCUS, ""))),
        look="card",
        note=_("whom you call first, and whom last; custom rules until you set it"),
        disabled=why_not(o, "Arrange"),
        name="raise order",
    )


def _kinds(o: Observation) -> set[str]:
    return {type(a).__name__ for a in o.legal}


def set_order(o: Observation, picks: Picks) -> tuple[Seat, ...]:
    """Return the order as it is being set; that of custom until a member was moved."""
    return picks.get(ORDER, ()) or o.scenario.seating(o.record.day)


def moved(order: tuple[Seat, ...], seat: Seat, to: int) -> tuple[Seat, ...]:
    """Return an order with one member at another place, kept within its ends."""
    rest = [s for s in order if s != seat]
    rest.insert(max(0, min(len(rest), to)), seat)
    return tuple(rest)


def order_sheet(o: Observation, picks: Picks) -> Widget:
    """Return the list of members with the one in focus to be moved, and what follows from it."""
    custom, order = o.scenario.seating(o.record.day), set_order(o, picks)
    seat = picks.get(FOCUS, "")
    seat = seat if seat in order else order[0]
    half = (len(order) + 1) // 2
    lines = [_line(o, custom, order, s, selected=s == seat) for s in order]
    tracks = (Track(align="end", least=22), Track(), Track(flex=1), Track(align="end"))
    lists = Row(
        tuple(
            Column((Table(tracks, part, lead=4, gap=8),), flex=1, min_width=250)
            for part in (lines[:half], lines[half:])
        ),
        gap=18,
        align="start",
    )
    act = Arrange(o.seat, order)
    why = why_not(o, "Arrange") or (_("that is the order of custom") if order == custom else "")
    end = Row(
        (
            Spacer(),
            Button(_("Rather not"), SHUT, look="ghost", name="rather not"),
            Button(
                _("Set this order"),
                Steps((SHUT, Pick(ORDER, ()), act)),
                main=True,
                look="primary",
                disabled=why,
                name="set order",
            ),
        ),
        gap=10,
    )
    says = _("Rule 27 and custom: you call members as they ask to speak, yourself first.")
    if o.phase is Phase.VOTE:
        says = _("It holds for the floor and for explanations of vote; a veto explains first.")
    body = (
        Text(says, tone="muted"),
        Scroll("order", lists, least=240),
        _moves(o, picks, order, seat),
        _price(o, custom, order),
        end,
    )
    return Modal(_("In which order do you call them?"), body, SHUT, name="raising", width=820)


def _line(
    o: Observation, custom: tuple[Seat, ...], order: tuple[Seat, ...], seat: Seat, *, selected: bool
) -> Entry:
    at = order.index(seat)
    change = custom.index(seat) - at
    sign = SIGNS["up"] if change > 0 else SIGNS["down"]
    told = Text(f"{sign} {abs(change)}", size="small", tone="accent", nowrap=True)
    return Entry(
        (
            Text(str(at + 1), tone="muted", size="small"),
            Flag(seat, height=14),
            Text(seat_name(o, seat), bold=selected, nowrap=True),
            told if change else Spacer(0, flex=0),
        ),
        Pick(FOCUS, seat),
        selected=selected,
        name=f"order {seat}",
        hint=_("by custom number {n}").format(n=custom.index(seat) + 1),
    )


def _moves(o: Observation, picks: Picks, order: tuple[Seat, ...], seat: Seat) -> Widget:
    at, end = order.index(seat), len(order) - 1

    def put(to: int) -> Steps:
        return Steps((Pick(ORDER, moved(order, seat, to)), Pick(FOCUS, seat)))

    first = _("it is first already") if at == 0 else ""
    last = _("it is last already") if at == end else ""
    buttons = (
        Button(_("Earlier"), put(at - 1), key=picks.key("earlier"), disabled=first, name="earlier"),
        Button(_("Later"), put(at + 1), key=picks.key("later"), disabled=last, name="later"),
        Button(_("Call first"), put(0), look="ghost", disabled=first, name="call first"),
        Button(_("Call last"), put(end), look="ghost", disabled=last, name="call last"),
        Button(_("As custom has it"), Pick(ORDER, ()), look="ghost", name="custom"),
    )
    name = Text(seat_name(o, seat), bold=True, nowrap=True)
    return Row((Flag(seat, height=16), name, *buttons), gap=8, wrap=True)


def _price(o: Observation, custom: tuple[Seat, ...], order: tuple[Seat, ...]) -> Widget:
    loser = council.set_back(custom, order, but=o.seat)
    if not loser:
        return Text(_("Nobody is set back far: it stands."), tone="yes", size="small")
    says = _("{seat} is set back {n} places and can challenge it; nine would overrule you.")
    back = order.index(loser) - custom.index(loser)
    return Text(says.format(seat=seat_name(o, loser), n=back), tone="abstain", size="small")


# -- the day of the vote


def schedule_button(o: Observation, picks: Picks) -> Widget | None:
    """Return the button that opens the day of the vote, for whoever presides."""
    if not presides(o) or o.phase is not Phase.BLUE:
        return None
    return Button(
        _("Put the vote off …"),
        Pick("raise", "day"),
        key=picks.key("vote"),
        disabled=why_not(o, "Schedule"),
        name="raise day",
        hint=_("you preside: the day of the vote is yours to set, within two days of custom"),
    )


def schedule_sheet(o: Observation, picks: Picks) -> Widget | None:
    """Return the days on which the vote can be held, each with what it changes."""
    if picks.get("raise", "") != "day" or "Schedule" not in _kinds(o):
        return None
    blue = o.record.settling.blue
    custom = Button(
        _("Leave it to custom: {day}").format(day=_day(o, blue.wait)),
        SHUT,
        main=True,
        look="card",
        selected=True,
        note=_effect(o, blue.wait),
        name="day 0",
    )
    later = (
        Button(
            plural("{count} day later: ", "{count} days later: ", days) + _day(o, blue.wait + days),
            Steps((SHUT, Schedule(o.seat, days))),
            look="card",
            note=_effect(o, blue.wait + days),
            disabled=why_not(o, Schedule(o.seat, days)),
            name=f"day {days}",
        )
        for days in range(1, LATEST + 1)
    )
    asked = blue.insisted or blue.delayed
    cost = _("{seat} has asked for time, so nobody will say that you take sides.").format(
        seat=words.begin(o.scenario, asked)
    )
    if not asked:
        cost = _("Nobody has asked for time: {n} off your credibility.").format(
            n=opinion.FALLS["chair"]
        )
    tone: Tone = "yes" if asked else "abstain"
    return Modal(
        _("You preside. When does the Council vote?"),
        (Text(cost, tone=tone), custom, *later),
        SHUT,
        name="raising",
        width=720,
    )


def _day(o: Observation, wait: int) -> str:
    return words.day(o.scenario, o.record.day + wait)


def _effect(o: Observation, wait: int) -> str:
    """Return who presides on that day, whom the text reached too late, and how it would pass."""
    s, day = o.scenario, o.record.day + wait
    then = evolve(o, record=evolve(o.record, day=day))
    late = sum(opinion.sight_points(s, then.record, seat) < 0 for seat in s.seats)
    says = [_("{seat} presides").format(seat=seat_name(o, s.president(day)))]
    if late:
        says.append(
            plural(
                "{count} has had no time to read it", "{count} have had no time to read it", late
            )
        )
    if (found := estimate(then)) is not None:
        says.append(_("passes {chance}").format(chance=percent(found.passes)))
    return " · ".join(says)
