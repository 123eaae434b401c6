"""What came back from the other side of the table: its answer to an offer, or what it needs."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from game import words
from game.engine.actions import Accept, Decline, Offer, TellNeeds
from game.engine.events import BeatOpened, Event
from game.engine.observation import Observation
from game.engine.record import Offered
from game.engine.terms import Seat
from game.ui.bargain.laid import lay, wanted
from game.ui.messages import Pick
from game.ui.parts.seats import seat_name
from game.ui.widgets import Button, Card, Flag, Row, Text, Tone, Widget
from game.words import _


def answer(o: Observation, other: Seat) -> Widget | None:
    """Return what this seat answered last in this round; None if it was asked nothing."""
    if o.offered is not None:
        return None
    for event in reversed(tuple(_this_round(o))):
        if isinstance(event, TellNeeds) and (event.seat, event.to) == (other, o.seat):
            return _told(o, event)
        if isinstance(event, Accept | Decline | Offer) and {event.seat, event.to} == {
            o.seat,
            other,
        }:
            found = [x for x in o.record.offers if {x.seat, x.to} == {o.seat, other}]
            return _answered(o, found[-1]) if found and found[-1].seat == o.seat else None
    return None


def _this_round(o: Observation) -> Iterator[Event]:
    """Yield what was done since the round opened."""
    opened = max((i for i, e in enumerate(o.log) if isinstance(e, BeatOpened)), default=0)
    return iter(o.log[opened:])


def _told(o: Observation, event: TellNeeds) -> Widget:
    s, name = o.scenario, seat_name(o, event.seat)
    if event.about:
        says = _("{seat} needs something on {measure}.").format(
            seat=name, measure=words.measure(s, event.about)
        )
        see = Button(
            _("See its levels"),
            Pick("measure", event.about),
            look="ghost",
            name="see what they need",
        )
        return _strip(event.seat, says, "accent", see)
    if event.category:
        says = _("{seat} needs something among: {group}.").format(
            seat=name, group=words.category(event.category)
        )
        return _strip(event.seat, says, "accent")
    return _strip(event.seat, _("{seat} names nothing.").format(seat=name), "muted")


def _answered(o: Observation, offered: Offered) -> Widget | None:
    s, name = o.scenario, seat_name(o, offered.to)
    if offered.status == "struck":
        says = _("✓ {seat} agrees. Both of you have promised.").format(seat=name)
        return _strip(offered.to, says, "yes")
    if offered.status != "declined":
        return None
    if offered.counter_give or offered.counter_take:
        says = _("{seat} declines, and would give {give} for {take}.").format(
            seat=name,
            give=words.terms(s, offered.counter_give),
            take=words.terms(s, offered.counter_take),
        )
        theirs = evolve(wanted(offered), by_hand=True)
        put = Button(
            _("Lay it on the table"),
            lay(theirs),
            look="ghost",
            name="lay the counter",
            hint=_("offered back as it is, in this round or the next, it is accepted"),
        )
        return _strip(offered.to, says, "abstain", put)
    says = _("✕ {seat} declines.").format(seat=name)
    if offered.red_line:
        says = _("✕ {seat} declines: there is no wording on {measure}.").format(
            seat=name, measure=words.measure(s, offered.red_line)
        )
    return _strip(offered.to, says, "no")


def _strip(seat: Seat, says: str, tone: Tone, act: Widget | None = None) -> Widget:
    return Card(
        (Row((Flag(seat, height=18), Text(says, font="serif", flex=1), act), gap=12),),
        accent=tone,
        edge="left",
        surface="raised",
        pad=10,
        name="answer",
    )
