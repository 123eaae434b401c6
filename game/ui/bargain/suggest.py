"""The deals worth talking about with a seat, best first: single requests, then packages."""

from __future__ import annotations

from attrs import frozen

from game import words
from game.engine.observation import Observation
from game.ui.bargain.choosing import clause_side, clause_term
from game.ui.bargain.laid import GIVE, TAKE, Laid, lay
from game.ui.bargain.worth import worths
from game.ui.drafting.deal import best_moves, worth_text
from game.ui.drafting.moves import Worth
from game.ui.drafting.texts import Desk
from game.ui.parts.seats import seat_name
from game.ui.widgets import Entry, Run, Table, Text, Track, Widget
from game.words import _

LISTED = 6


@frozen
class Found:
    """A deal that was found.

    table: as it would lie there.
    mine, theirs: what it is worth to both.
    """

    table: Laid
    mine: Worth
    theirs: Worth


def found(o: Observation, desk: Desk, other: str) -> tuple[Found, ...]:
    """Return the deals worth talking about with a seat, best first."""
    empty = Laid(other)
    side = clause_side(o, empty)
    out = []
    for move in best_moves(o, desk, other) if side else ():
        table = empty.having(side, clause_term(o, desk, move.measure, move.level))
        out.append(Found(table, *worths(o, desk, table)))
    return tuple(out[:LISTED])


def best(o: Observation, desk: Desk, table: Laid) -> Widget:
    """Return the deals found as a table with both sides' worth; pressing one lays it down."""
    deals = found(o, desk, table.other)
    if not deals:
        return Text(_("No deal was found that both would gain by."), tone="muted")
    head = Entry(
        tuple(
            Text(cell, size="small", tone="muted", nowrap=True)
            for cell in (
                _("deals worth talking about"),
                _("you"),
                _("{seat}, est.").format(seat=seat_name(o, table.other)),
            )
        )
    )
    tracks = (Track(flex=1), Track(align="end", least=40), Track(align="end", least=60))
    lines = [_deal(o, deal, table, number) for number, deal in enumerate(deals, 1)]
    return Table(tracks, (head, *lines), lead=4, gap=10)


def _deal(o: Observation, deal: Found, table: Laid, number: int) -> Entry:
    is_on = (deal.table.give, deal.table.take) == (table.give, table.take)
    return Entry(
        (Text(_says(o, deal.table), size="small"), worth_text(deal.mine), worth_text(deal.theirs)),
        lay(deal.table),
        selected=is_on,
        name=f"deal {number}",
    )


def _says(o: Observation, table: Laid) -> tuple[Run, ...]:
    """Return a deal in one line: what they give, and for what."""
    give, take = (words.terms(o.scenario, table.side(side)) for side in (GIVE, TAKE))
    if not table.give:
        return (Run(take, bold=True),)
    if not table.take:
        return (Run(_("you give "), tone="muted"), Run(give, bold=True))
    return (
        Run(take, bold=True),
        Run(_(" for "), tone="muted"),
        Run(give),
    )
