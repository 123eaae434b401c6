"""The corridor: one counterpart, what a change is worth to both, and the asking or granting."""

from __future__ import annotations

from game.engine.actions import EndRound
from game.engine.observation import Observation
from game.engine.opinion import level_of
from game.engine.terms import Phase, Seat
from game.ui.drafting.counterpart import portrait
from game.ui.drafting.deal import (
    balance,
    best_moves,
    field_of_deals,
    pending,
    requests,
    worths,
    write_it,
)
from game.ui.drafting.levels import level_table
from game.ui.drafting.member import clause_acts, demand
from game.ui.drafting.moves import moves_of
from game.ui.drafting.texts import Desk, desk_of, open_asks
from game.ui.messages import Pick, Picks, Steps
from game.ui.parts.footer import act
from game.ui.parts.frame import frame
from game.ui.parts.seats import seat_line, seat_name
from game.ui.widgets import (
    Button,
    Column,
    Divider,
    Flag,
    Panel,
    Row,
    Table,
    Text,
    Track,
    Widget,
)
from game.words import _
from game.words.language import later

TITLE = later("Corridor")
OPEN = (Phase.TEXT, Phase.SQUEEZE)
TABS = (("who", later("With whom")), ("deal", later("The deal")), ("them", later("The other side")))


def available(observation: Observation | None) -> bool:
    """Tell whether there is somebody to talk to about a text."""
    o = observation
    early = (Phase.DEAL, Phase.ALARM)
    return o is not None and o.seat in o.scenario.seats and o.phase not in early


def view(observation: Observation, picks: Picks) -> Widget:
    """Show whom to talk to, the deal, and the other side; one of them where it is narrow."""
    o = observation
    other = counterpart(o, picks)
    desk = desk_of(o)
    parts: dict[str, Widget] = {
        "who": _who(o, picks, other),
        "deal": _deal(o, picks, desk, other),
        "them": portrait(o, other),
    }
    if picks.house.is_narrow:
        at = picks.get("side", "deal")
        tabs = Row(
            tuple(
                Button(_(title), Pick("side", id), look="tab", selected=id == at, name=f"side {id}")
                for id, title in TABS
            ),
            gap=6,
        )
        body: Widget = Column((tabs, parts.get(at, parts["deal"])), gap=10)
    else:
        body = Row(tuple(parts.values()), gap=16, align="stretch", flex=1)
    can_demand = desk.text is None and not o.is_pen and o.phase in OPEN
    acts = (demand(o, picks) if can_demand else None,)
    end: tuple[Widget | None, ...] = ()
    if o.phase in OPEN and o.actor == o.seat and (o.versions or not o.is_pen):
        end = (act(o, picks, _("End the round"), EndRound(o.seat), key="end"),)
    return frame(o, picks, body, acts=acts, end=end)


def counterpart(o: Observation, picks: Picks) -> Seat:
    """Return who is talked to: picked, else who asks, else the pen, else its closest partner."""
    picked = picks.get("seat", "")
    if picked in o.scenario.seats and picked != o.seat:
        return picked
    if not o.is_pen:
        return o.scenario.penholder
    asking = next((a.seat for a in open_asks(o)), "")
    others = [s for s in (*o.scenario.inner, *o.scenario.seats) if s != o.seat]
    return asking or others[0]


def _who(o: Observation, picks: Picks, other: Seat) -> Widget:
    lines = []
    for seat in o.scenario.seating(o.record.day):
        if seat == o.seat:
            continue
        go = Steps((Pick("seat", seat), Pick("ask", 0), Pick("level", -1), Pick("side", "deal")))
        lines.append(seat_line(o, picks, seat, message=go, selected=seat == other))
    tracks = (Track(), Track(flex=1), Track(), Track(), Track(align="end"))
    return Panel(
        _("With whom"),
        (Table(tracks, lines, lead=4, gap=6),),
        name="who",
        pad=14,
        flex=4,
        min_width=320,
    )


def _chosen(o: Observation, picks: Picks, desk: Desk, other: Seat) -> tuple[str, int]:
    """Return the measure and level that are talked about."""
    ids = [m.id for m in o.scenario.measures]
    measure, level = picks.get("measure", ""), picks.get("level", -1)
    if measure in ids and level >= 0:
        return measure, level
    if measure not in ids:
        asked = [a for a in open_asks(o) if a.seat == other]
        if o.is_pen and asked:
            return asked[0].measure, asked[0].level
        best = best_moves(o, desk, other)
        if best:
            return best[0].measure, best[0].level
        measure = ids[0]
    good = [m for m in best_moves(o, desk, other) if m.measure == measure]
    return measure, good[0].level if good else level_of(o.scenario, desk.levels, measure)


def _deal(o: Observation, picks: Picks, desk: Desk, other: Seat) -> Widget:
    measure, level = _chosen(o, picks, desk, other)
    picks = picks.set("measure", measure).set("level", level)
    name = seat_name(o, other)
    lines: list[Widget | None] = []
    if o.is_pen:
        asked = pending(o, picks, desk, other)
        if asked:
            lines += [_label(_("{seat} asks you").format(seat=name)), *asked, Divider()]
        lines.append(_label(_("What would move {seat}").format(seat=name)))
    elif other == o.scenario.penholder:
        lines.append(_label(_("What you need of the pen")))
    else:
        lines.append(_label(_("What you need, and what {seat} makes of it").format(seat=name)))
    lines += requests(o, desk, other, measure, level)
    move = moves_of(o, desk.levels, measure).get(level)
    mine, theirs = worths(o, desk, other, move)
    lines += [
        Divider(),
        Text(o.scenario.measure(measure).name, size="heading", font="serif", bold=True),
        balance(o, other, mine, theirs),
        Row(
            (
                Column((field_of_deals(o, desk, other, measure, level),), flex=3, min_width=240),
                Column((level_table(o, picks, desk, measure),), flex=3, min_width=230),
            ),
            gap=18,
            align="start",
        ),
    ]
    sheet = Panel("", tuple(lines), surface="paper", name="deal", gap=9, pad=20, flex=1)
    if o.phase not in OPEN:
        note = Text(_("The time for asking is over; what was said stands."), tone="muted")
        return Column((sheet, note), gap=10, flex=7, min_width=420)
    if o.is_pen:
        acts: Widget = Row((write_it(o, desk, measure, level),), gap=8)
    else:
        acts = clause_acts(o, picks, desk, measure)
        if other != o.scenario.penholder:
            hint = _("Only {pen} can grant it: the request goes there.").format(
                pen=seat_name(o, o.scenario.penholder)
            )
            line = Row((Flag(o.scenario.penholder, height=13), Text(hint, size="small")), gap=6)
            acts = Column((acts, line), gap=4)
    return Column((sheet, acts), gap=10, flex=7, min_width=420)


def _label(title: str) -> Widget:
    return Text(title, size="label", tone="muted")
