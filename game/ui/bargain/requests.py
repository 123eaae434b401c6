"""All that is asked of the pen on one sheet: equal requests together, by clause or by who asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game import words
from game.engine.observation import Observation
from game.engine.opinion import level_of
from game.engine.record import Asked
from game.language import listed
from game.ui.bargain.asked import granting
from game.ui.drafting.answers import outcomes, refusing, ways
from game.ui.drafting.deal import worth_text
from game.ui.drafting.moves import granted
from game.ui.drafting.texts import Desk, Wish, desk_of, open_asks, wishes
from game.ui.messages import Pick, Picks, Steps, Undo
from game.ui.parts.question import ALL_REQUESTS, LEFT
from game.ui.parts.seats import seat_name
from game.ui.parts.speech import level_name
from game.ui.widgets import (
    Button,
    Column,
    Divider,
    Entry,
    Flag,
    Modal,
    Row,
    Run,
    Spacer,
    Table,
    Text,
    Track,
    Widget,
)
from game.words import _, capital, plural
from game.words.language import later

Cells = tuple[Widget, Button | None, Button | None, Button | None]
"""What is asked, then grant, counter and refuse; a head has none."""
SHUT = Pick(ALL_REQUESTS, False)
MANY = 2
"""Requests from which they are answered on one sheet."""
ORDERS = (("clause", later("By clause")), ("seat", later("By who asks")))
"""How the sheet is ordered -> what its tab says."""


def sheet_button(o: Observation) -> Button | None:
    """Return the button that opens the sheet from another screen; None for a few requests."""
    waiting = open_asks(o) if o.is_pen else ()
    if len(waiting) < MANY:
        return None
    return Button(
        _("All {count} requests …").format(count=len(waiting)),
        Pick(ALL_REQUESTS, True),
        look="tab",
        name="all requests",
        hint=_("on one sheet, equal ones together"),
    )


def requests_sheet(o: Observation, picks: Picks) -> Modal | None:
    """Return the sheet of all requests, if it is open and something waits."""
    waiting = open_asks(o)
    if not (picks.get(ALL_REQUESTS, False) and o.is_pen and o.actor == o.seat and waiting):
        return None
    by = picks.get("requests by", "clause")
    tabs = tuple(
        Button(_(title), Pick("requests by", id), look="tab", selected=id == by, name=f"by {id}")
        for id, title in ORDERS
    )
    lines = tuple(_by_seat(o, picks) if by == "seat" else _by_clause(o, picks))
    title = plural("{count} request waits", "{count} requests wait", len(waiting))
    return Modal(
        title,
        (
            Row(tabs, gap=4),
            _listed(picks, lines),
            Divider(),
            _resented() if picks.house.is_tight else None,
            _ends(o, picks, waiting),
        ),
        SHUT,
        name="requests",
        width=1180,
        gap=12,
    )


def _listed(picks: Picks, lines: Sequence[Cells]) -> Widget:
    """Return the lines with like answers below each other; below its line where it is tight."""
    if picks.house.is_tight:
        rows = ((asked, *(b for b in ways if b)) for asked, *ways in lines)
        return Column(
            tuple(
                Column((asked, Row(tuple(ways), gap=2, wrap=True) if ways else None), gap=2)
                for asked, *ways in rows
            ),
            gap=6,
        )
    tracks = (Track(flex=1), Track(), Track(), Track())
    entries = (
        Entry((asked, *(b or Spacer(0, flex=0) for b in (grant, refuse, counter))))
        for asked, grant, counter, refuse in lines
    )
    return Table(tracks, entries, gap=4, lead=3)


def _ends(o: Observation, picks: Picks, waiting: Sequence[Asked]) -> Widget:
    undo = Button(_("Undo"), Undo(), key=picks.key("undo"), look="ghost", name="undo an answer")
    rest = refusing(o, waiting, _("Refuse the rest"), "refuse the rest")
    left = Steps((Pick(LEFT, True), SHUT))
    leave = Button(_("Leave the rest"), left, main=True, look="primary", name="leave the rest")
    says = Spacer() if picks.house.is_tight else _resented()
    return Row((says, undo if picks.house.can_undo else None, rest, leave), gap=10, wrap=True)


def _resented() -> Widget:
    says = _("What is left without an answer when you end the round is resented.")
    return Text(says, size="small", tone="muted", flex=1)


def _by_clause(o: Observation, picks: Picks) -> Iterator[Cells]:
    """Yield what is asked, clause by clause; the first is answered by key."""
    desk, before = desk_of(o), ""
    for at, wish in enumerate(wishes(o)):
        measure = wish[0].measure
        if measure != before:
            yield _clause_head(o, desk, measure), None, None, None
        before = measure
        flags = tuple(Flag(a.seat, seat_name(o, a.seat), height=14) for a in wish)
        says = words.asked(o.scenario, wish[0], short=True)
        yield _wish(o, picks, desk, wish, flags, says, keyed=not at)


def _clause_head(o: Observation, desk: Desk, measure: str) -> Widget:
    now = level_name(o.scenario, measure, level_of(o.scenario, desk.levels, measure))
    name = Text(o.scenario.measure(measure).name, font="serif", bold=True)
    stands = Text(_("now: {level}").format(level=now), size="small", tone="muted", flex=1)
    return Column((Spacer(2, flex=0), Row((name, stands), gap=12, align="baseline")), gap=0)


def _by_seat(o: Observation, picks: Picks) -> Iterator[Cells]:
    """Yield what is asked, delegation by delegation, with who asks for the same."""
    desk, every, at = desk_of(o), wishes(o), 0
    for seat in o.scenario.seating(o.record.day):
        mine = [wish for wish in every if any(a.seat == seat for a in wish)]
        if mine:
            name = Text(seat_name(o, seat), font="serif", bold=True, flex=1)
            head = Row((Flag(seat, height=16), name), gap=10)
            yield Column((Spacer(2, flex=0), head), gap=0), None, None, None
        for wish in mine:
            says = words.asked(o.scenario, wish[0])
            others = tuple(
                Flag(a.seat, seat_name(o, a.seat), height=12) for a in wish if a.seat != seat
            )
            own = tuple(a for a in wish if a.seat == seat)
            yield _wish(o, picks, desk, own, others, says, keyed=not at)
            at += 1


def _wish(
    o: Observation,
    picks: Picks,
    desk: Desk,
    wish: Wish,
    flags: tuple[Flag, ...],
    says: str,
    *,
    keyed: bool,
) -> Cells:
    """Return equal requests in one line: who asks for what, what that does, and the answers."""
    first = wish[0]
    mine, theirs = granting(o, desk, first)
    after = granted(o, desk.levels, first)
    worths: list[Widget | None] = [_label(_("you")), worth_text(mine)]
    if len(wish) == 1:
        worths += [_label(_("they")), worth_text(theirs)]
    if after == desk.levels:
        worths = [Text(_("your text has it already"), size="small", tone="yes")]
    names = f"{listed([flag.text for flag in flags])} · " if flags else ""
    runs = (Run(names, tone="muted"), Run(capital(says)))
    votes = tuple(outcomes(o, desk, wish))
    if len(votes) == 1:
        worths, votes = [*worths, *votes], ()
    asked = Column(
        (
            Row((*flags, Text(runs, size="small", flex=1)), gap=6),
            Row(tuple(worths), gap=8, wrap=True),
            *votes,
        ),
        gap=1,
    )
    return asked, *ways(o, picks, desk, wish, keyed=keyed)


def _label(says: str) -> Widget:
    return Text(says, size="small", tone="muted")
