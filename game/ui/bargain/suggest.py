"""The deals worth talking about with a seat, best first: packages, then plain requests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from attrs import frozen

from game import words
from game.engine import bargain
from game.engine.observation import Observation
from game.engine.record import Term
from game.engine.terms import Seat
from game.ui.bargain.choosing import clause_side, clause_term
from game.ui.bargain.laid import GIVE, TAKE, Laid, is_open, lay
from game.ui.bargain.worth import sinks, worth_of, worths
from game.ui.drafting.deal import best_moves, worth_text
from game.ui.drafting.moves import Worth
from game.ui.drafting.texts import Desk
from game.ui.messages import Picks
from game.ui.parts.estimate import once
from game.ui.parts.seats import seat_name
from game.ui.widgets import Column, Entry, Run, Table, Text, Track, Widget
from game.words import _
from game.words.language import later

PACKAGES, REQUESTS = 4, 4
"""How many of each are told."""
MATTERS = ("clause", "favour", "lift")
"""Kinds of terms by which deals differ."""


PAYS: Mapping[str, str] = {
    "nobody": later("best for both"),
    "free": later("costs neither of you"),
    "them": later("you gain, {seat} pays"),
    "me": later("{seat} gains, you pay"),
    "text": later("the text may fail by it"),
}
"""Who or what pays for a deal -> how deals of the kind are headed."""


@frozen
class Found:
    """A deal that was found.

    table: as it would lie there.
    mine, theirs: what it is worth to both.
    """

    table: Laid
    mine: Worth
    theirs: Worth


def field(o: Observation, other: Seat) -> bargain.Field:
    """Return the deals that could be struck with a seat, worked out once."""
    if not is_open(o) or o.dealt is None:
        return bargain.Field((), None)
    return once(o, f"field {other}", lambda: bargain.field(o, other))


def found(o: Observation, picks: Picks, desk: Desk, other: Seat) -> tuple[Found, ...]:
    """Return the deals worth talking about with a seat, best first.

    What both gain by comes first; for a newcomer, and where one came to ask, a plain request does.
    """
    both = (tuple(packages(o, other)), tuple(_requests(o, desk, other)))
    asks = picks.house.newcomer or picks.get("act", "") == "ask"
    first, second = reversed(both) if asks else both
    apart: dict[frozenset[tuple[str, str, str]], Found] = {}
    for deal in (*first, *second):
        apart.setdefault(_about((*deal.table.give, *deal.table.take)), deal)
    return tuple(apart.values())


def _about(terms: Sequence[Term]) -> frozenset[tuple[str, str, str]]:
    """Return what a deal is about: another level of the same clause is no other deal.

    Clauses and favours make a deal another one; where there are none, every term does.
    """
    main = [t for t in terms if t.kind in MATTERS] or terms
    return frozenset((t.kind, t.measure, t.item or str(t.ballot or "")) for t in main)


def packages(o: Observation, other: Seat) -> Iterator[Found]:
    """Yield the deals that both gain by, each about something else, fair and simple first."""
    good = [d for d in field(o, other).deals if d.own > 0 and d.theirs.mean > 0]
    good.sort(key=lambda d: -d.own * d.theirs.mean // (len(d.give) + len(d.take)))
    told: set[frozenset[tuple[str, str, str]]] = set()
    for deal in good:
        about = _about((*deal.give, *deal.take))
        if about in told or len(told) == PACKAGES:
            continue
        told.add(about)
        yield Found(Laid(other, deal.give, deal.take), Worth(deal.own), worth_of(deal.theirs))


def _requests(o: Observation, desk: Desk, other: Seat) -> Iterator[Found]:
    empty = Laid(other)
    side = clause_side(o, empty)
    for move in best_moves(o, desk, other)[:REQUESTS] if side else ():
        table = empty.having(side, clause_term(o, desk, move.measure, move.level))
        yield Found(table, *worths(o, table))


def best(o: Observation, desk: Desk, deals: Sequence[Found], table: Laid) -> Widget:
    """Return the deals found as a table with both sides' worth; pressing one lays it down."""
    if not deals:
        return Text(_("No deal was found that both would gain by."), tone="muted")
    name = seat_name(o, table.other)
    heads = (_("you"), _("{seat}, est.").format(seat=name))
    lines: list[Entry] = []
    payers = [_payer(o, desk, deal) for deal in deals]
    order = sorted(range(len(deals)), key=lambda at: _rank(payers, payers[at]))
    for payer, group in groupby(order, key=payers.__getitem__):
        lines.append(_head(_(PAYS[payer]).format(seat=name), *heads))
        heads = ("", "")
        lines += [_deal(o, deals[at], table, at + 1) for at in group]
    tracks = (Track(flex=1), Track(align="end", least=40), Track(align="end", least=60))
    return Table(tracks, lines, lead=4, gap=10)


def _rank(payers: Sequence[str], payer: str) -> int:
    """Return where deals of a payer stand: as the first was found, and last if the text pays."""
    return len(payers) if payer == "text" else payers.index(payer)


def _payer(o: Observation, desk: Desk, deal: Found) -> str:
    """Return who or what pays for a deal, as far as one can read the other side."""
    if sinks(o, desk, deal.table):
        return "text"
    mine, theirs = deal.mine.points, deal.theirs.points
    if mine < 0:
        return "me"
    if theirs < 0:
        return "them"
    return "nobody" if mine and theirs else "free"


def _head(*cells: str) -> Entry:
    return Entry(tuple(Text(it, size="small", tone="muted", nowrap=True) for it in cells))


def _deal(o: Observation, deal: Found, table: Laid, number: int) -> Entry:
    is_on = (deal.table.give, deal.table.take) == (table.give, table.take)
    return Entry(
        (_says(o, deal.table), worth_text(deal.mine), worth_text(deal.theirs)),
        lay(deal.table),
        selected=is_on,
        name=f"deal {number}",
    )


def _says(o: Observation, table: Laid) -> Widget:
    """Return a deal in short: what they give, and below it what for."""
    give, take = (_brief(o, table, side) for side in (GIVE, TAKE))
    if not table.give:
        return Text((Run(_("ask: "), tone="muted"), Run(take, bold=True)), size="small")
    if not table.take:
        return Text((Run(_("give: "), tone="muted"), Run(give, bold=True)), size="small")
    return Column(
        (
            Text(take, size="small", bold=True),
            Text((Run(_("for: "), tone="muted"), Run(give)), size="small"),
        ),
        gap=0,
    )


def _brief(o: Observation, table: Laid, side: str) -> str:
    return " + ".join(words.brief(o.scenario, term) for term in table.side(side))
