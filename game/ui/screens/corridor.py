"""The corridor: a table between two delegations, what could lie on it, and who sits opposite."""

from __future__ import annotations

from attrs import evolve

from game.engine.actions import DemandSight
from game.engine.observation import Observation
from game.engine.rooms import CORRIDOR
from game.engine.terms import Phase, Seat
from game.ui.bargain.acts import ask_needs, counter_act, harms, in_public, main_act
from game.ui.bargain.answer import answer
from game.ui.bargain.asked import in_return, pending
from game.ui.bargain.choosing import chosen_measure, clause_side, clauses, wordings
from game.ui.bargain.field import field_of_deals
from game.ui.bargain.incoming import answers, why, why_button
from game.ui.bargain.laid import Laid, countered, is_open, laid, lay
from game.ui.bargain.opposite import portrait
from game.ui.bargain.phrases import warning
from game.ui.bargain.requests import requests_sheet, sheet_button
from game.ui.bargain.sheet import balance, effect, two_sides
from game.ui.bargain.suggest import best, found
from game.ui.bargain.worded import words_row, words_sheet
from game.ui.drafting.member import demand
from game.ui.drafting.texts import Desk, desk_of, open_asks
from game.ui.messages import Pick, Picks, Show, Steps
from game.ui.parts.footer import why_not
from game.ui.parts.frame import frame
from game.ui.parts.question import LOOKED, end_round
from game.ui.parts.seats import leaning_badge, seat_name
from game.ui.widgets import (
    Badge,
    Button,
    Column,
    Divider,
    Entry,
    Flag,
    Layers,
    Panel,
    Row,
    Spacer,
    Table,
    Text,
    Track,
    Widget,
)
from game.words import _, capital, rooms
from game.words.language import later

TITLE = later("Corridor")
OPEN = (Phase.TEXT, Phase.SQUEEZE)
PAGES = (("who", later("With whom")), ("deal", later("The table")), ("them", later("Opposite")))
"""What stands side by side, or behind tabs where it is narrow."""
TABS = (
    ("best", later("Best deals")),
    ("clauses", later("Clauses")),
    ("words", later("Votes and favours")),
)
"""What is listed under the table."""
ROOMY = 1440
"""Room from which the delegations are listed with their phrases, design pixels."""


def available(observation: Observation | None) -> bool:
    """Tell whether there is somebody to talk to about a text."""
    o = observation
    early = (Phase.DEAL, Phase.ALARM)
    return o is not None and o.seat in o.scenario.seats and o.phase not in early


def view(observation: Observation, picks: Picks) -> Widget:
    """Show whom to talk to, the table, and who sits opposite; one of them where it is narrow."""
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
                for id, title in PAGES
            ),
            gap=6,
        )
        acts, more = _acts_apart(o, picks, desk, other)
        body: Widget = Column((tabs, parts.get(at, parts["deal"]), more), gap=10)
    else:
        acts = _acts_apart(o, picks, desk, other)[0] if picks.house.is_low else ()
        body = Row(tuple(parts.values()), gap=16, align="stretch", flex=1)
    can_demand = desk.text is None and not o.is_pen and o.phase in OPEN
    can_demand = can_demand and not why_not(o, DemandSight(o.seat))
    acts = (*acts, demand(o, picks) if can_demand else None)
    end: tuple[Widget | None, ...] = ()
    if o.phase in OPEN and o.actor == o.seat and (o.versions or not o.is_pen):
        table = _table(o, picks, desk, other)
        idle = bool(main_act(o, picks, desk, table).disabled) or harms(o, desk, table)
        stuck = o.offered is None and idle
        end = _ends(o, picks, stuck=stuck)
    screen = frame(o, picks, body, acts=acts, end=end)
    above = requests_sheet(o, picks) or words_sheet(o, picks, desk, _table(o, picks, desk, other))
    if o.actor == o.seat:
        above = above or warning(o, picks)
    return Layers((screen, above)) if above else screen


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
    wide = picks.house.room >= ROOMY
    lines = [
        _seat(o, seat, selected=seat == other, wide=wide)
        for seat in o.scenario.seating(o.record.day)
        if seat != o.seat
    ]
    tracks = (Track(), Track(flex=1), Track(), Track(align="end"))
    return Panel(
        _("With whom"),
        (Table(tracks, lines, lead=4, gap=6),),
        name="who",
        pad=14,
        flex=0 if not picks.house.is_narrow else 1,
        width=0 if picks.house.is_narrow else 278 if picks.house.is_low else 300,
    )


def _seat(o: Observation, seat: Seat, *, selected: bool, wide: bool) -> Entry:
    """Return one delegation: its flag, its role, what is open with it, and how it leans."""
    s = o.scenario
    go = Steps((Pick("seat", seat), Pick("ask", 0), Pick("measure", ""), Pick("side", "deal")))
    waits = sum(a.seat == seat for a in open_asks(o)) if o.is_pen else 0
    role = _("P5") if seat in s.permanent else ""
    if seat == s.penholder:
        role = _("pen")
    return Entry(
        (
            Flag(seat, height=16),
            Text(seat_name(o, seat), bold=True, nowrap=True),
            Text(
                (_("asks") if wide else "●") if waits else role,
                size="small",
                tone="accent" if waits else "muted",
                bold=bool(waits),
                nowrap=True,
            ),
            Badge(_("person"), "muted") if seat in o.people else leaning_badge(o, seat),
        ),
        go,
        selected=selected,
        name=f"seat {seat}",
        hint=_("asks you for a change") if waits else "",
    )


def _deal(o: Observation, picks: Picks, desk: Desk, other: Seat) -> Widget:
    table = _table(o, picks, desk, other)
    name = seat_name(o, other)
    lines: list[Widget | None] = []
    low = picks.house.is_low
    # While an offer waits nothing else can be answered, and its answers have the keys.
    asked = pending(o, picks, desk, other) if o.is_pen and o.offered is None else ()
    if asked:
        head = Row((_label(_("{seat} asks you").format(seat=name)), Spacer(), sheet_button(o)))
        lines += [head, *asked, Divider()]
    lines += [
        _head(o, picks, table),
        two_sides(o, table),
        balance(o, table, low=low),
        *why(o, picks, table),
        effect(o, desk, table),
        # Where there is little height the deals in reach come before who hears of one.
        None if low else _odds(o, table),
        *_choosing(o, picks, desk, table),
        _odds(o, table) if low else None,
    ]
    sheet = Panel("", tuple(lines), surface="paper", name="deal", gap=10, pad=20, flex=1)
    below: tuple[Widget | None, ...] = ()
    if low:
        below = (_acts_apart(o, picks, desk, other)[1],)
    elif not picks.house.is_narrow:
        below = _acts(o, picks, desk, table)
    return Column((answer(o, other), sheet, *below), gap=8, flex=7, min_width=420)


def _odds(o: Observation, table: Laid) -> Widget | None:
    """Return who hears of a deal that lies on the table; a plain request is public as it is."""
    found = rooms.odds(o.scenario, CORRIDOR) if table.give and table.take else ""
    return Text(capital(found), size="small", tone="muted") if found else None


def _ends(o: Observation, picks: Picks, *, stuck: bool) -> tuple[Widget | None, ...]:
    """Return what leads on; Enter does it where one is stuck: the table allows nothing now."""
    spent = not o.tokens.get(o.seat, 0)
    back = Button(
        _("Back to the chamber"),
        Show("chamber", {LOOKED: o.round}),
        main=True,
        look="ghost",
        name="to chamber",
    )
    ends = evolve(end_round(o, picks), main=stuck and spent)
    return (back if stuck and not spent else None, ends)


def _acts_apart(
    o: Observation, picks: Picks, desk: Desk, other: Seat
) -> tuple[tuple[Widget | None, ...], Widget | None]:
    """Return what stays in view in a narrow window, and what stands below the table there."""
    table = _table(o, picks, desk, other)
    first, *more = _acts(o, picks, desk, table)
    if picks.house.is_tight and o.phase in OPEN and o.offered is None:
        # One line of acts leaves more of the table in sight.
        first, more = main_act(o, picks, desk, table), [ask_needs(o, picks, table), *more]
    return (first,), Column(tuple(more)) if any(more) else None


def _acts(o: Observation, picks: Picks, desk: Desk, table: Laid) -> tuple[Widget | None, ...]:
    """Return what can be done with the table: an answer that waits comes first."""
    if o.phase not in OPEN:
        return (Text(_("The time for asking is over; what was said stands."), tone="muted"),)
    if o.offered is not None and o.offered.seat == table.other:
        counter = counter_act(o, picks, table, o.offered)
        return (Row((counter, *answers(o, picks, o.offered, main=False)), gap=8, wrap=True),)
    acts = Row((main_act(o, picks, desk, table), ask_needs(o, picks, table)), gap=8, wrap=True)
    if not clause_side(o, table):
        return (acts,)
    return acts, in_public(o, picks, _spoken_of(o, picks, desk, table))


def _spoken_of(o: Observation, picks: Picks, desk: Desk, table: Laid) -> str:
    """Return the clause that is looked at: among the clauses the one picked, else the one laid."""
    clauses_laid = [t.measure for t in (*table.give, *table.take) if t.kind == "clause"]
    if clauses_laid and picks.get("tab", "best") != "clauses":
        return clauses_laid[-1]
    return chosen_measure(o, picks, desk, table)


def _table(o: Observation, picks: Picks, desk: Desk, other: Seat) -> Laid:
    """Return what lies on the table; before anybody touched it, the best that can be done now."""
    if (by_hand := laid(picks, other)) is not None:
        return by_hand
    if o.is_pen and is_open(o):
        asked = next((a for a in open_asks(o) if a.seat == other), None)
        if asked is not None:
            return in_return(o, asked)
    wanted = countered(o, other)
    deals = [wanted] if wanted is not None else []
    deals += [it.table for it in found(o, picks, desk, other)]
    deals = [table for table in deals if not harms(o, desk, table)]
    able = (table for table in deals if not main_act(o, picks, desk, table).disabled)
    return next(able, deals[0] if deals else Laid(other))


def _head(o: Observation, picks: Picks, table: Laid) -> Widget:
    title = _("Between you and {seat}").format(seat=seat_name(o, table.other))
    clear = Button(
        _("Clear the table"), lay(Laid(table.other)), look="ghost", name="clear the table"
    )
    return Row(
        (
            Text(title, size="heading", font="serif", flex=1),
            None if table.is_empty else why_button(picks),
            None if table.is_empty else clear,
        ),
        gap=4,
    )


def _choosing(o: Observation, picks: Picks, desk: Desk, table: Laid) -> tuple[Widget, ...]:
    """Return the tabs under the table and what is listed on the one that is open."""
    ids = [id for id, _title in _tabs(o, table)]
    at = picks.get("tab", "best")
    at = at if at in ids else ids[0]
    tabs = Row(
        tuple(
            Button(_(title), Pick("tab", id), look="tab", selected=id == at, name=f"tab {id}")
            for id, title in _tabs(o, table)
        ),
        gap=4,
    )
    if at == "clauses":
        return tabs, clauses(o, picks, desk, table), *_optional(words_row(o, picks, desk, table))
    if at == "words":
        return tabs, wordings(o, table)
    deals = found(o, picks, desk, table.other)
    field = field_of_deals(o, deals, table)
    if picks.house.is_narrow:
        return tabs, best(o, desk, deals, table), field
    told, chart, least = (3, 2, 180) if picks.house.is_low else (5, 4, 220)
    listed = Column((best(o, desk, deals, table),), flex=told)
    both = (listed, Column((field,), flex=chart, min_width=least))
    return tabs, Row(both, gap=20, align="start")


def _optional(*widgets: Widget | None) -> tuple[Widget, ...]:
    return tuple(widget for widget in widgets if widget is not None)


def _tabs(o: Observation, table: Laid) -> tuple[tuple[str, str], ...]:
    """Return the tabs that have something on them."""
    shown = {"best": True, "clauses": bool(clause_side(o, table)), "words": is_open(o)}
    return tuple((id, title) for id, title in TABS if shown[id])


def _label(title: str) -> Widget:
    return Text(title, size="label", tone="muted")
