"""What single changes of a text are worth to both sides, and which are worth talking about."""

from __future__ import annotations

from game.engine.observation import Observation
from game.engine.opinion import level_of
from game.engine.terms import Seat
from game.engine.text import price_of
from game.ui.drafting.moves import Move, Worth, moves, preferred_level
from game.ui.drafting.texts import Desk
from game.ui.parts.signs import signed
from game.ui.widgets import Run, Text, Tone, Widget

LISTED = 6
NOTHING = Worth(0)


def worth_text(worth: Worth, *, size: str = "body") -> Widget:
    """Return points with their sign, and how far an estimate may be off."""
    tone: Tone = "yes" if worth.points > 0 else "no" if worth.points < 0 else "muted"
    runs: tuple[Run, ...] = (Run(signed(worth.points), bold=True, tone=tone),)
    if worth.spread:
        runs = (*runs, Run(f" ±{worth.spread}", tone="muted"))
    if size == "title":
        return Text(runs, size="title", font="serif", nowrap=True)
    return Text(runs, size="small", nowrap=True)


def _is_settled(o: Observation, desk: Desk, seat: Seat, move: Move) -> bool:
    """Tell whether a seat has agreed to a clause, asked for a change of it, or was promised it."""
    asked = any(
        (a.seat, a.measure, a.level) == (seat, move.measure, move.level) and a.status == "open"
        for a in o.record.asks
    )
    if price_of(o.record, seat, move.measure) > 1:
        return True  # It is closed, and the seat has agreed to it.
    upward = move.level > level_of(o.scenario, desk.levels, move.measure)
    promised = (p for p in o.record.promised if (p.to, p.measure) == (seat, move.measure))
    return asked or any(
        p.upward is upward and (move.level <= p.level if upward else move.level >= p.level)
        for p in promised
    )


def best_moves(o: Observation, desk: Desk, other: Seat) -> tuple[Move, ...]:
    """Return the changes worth talking about with a seat, best first, one for each measure.

    For a member: the levels it would ask for, what it gains most from at the least cost to the
    other first. For the pen: what the other gains most from at the least cost to itself.
    """

    def rank(move: Move) -> tuple[int, float]:
        mine = move.worths.get(o.seat, NOTHING).points
        theirs = move.worths.get(other, NOTHING).points
        gain, cost = (theirs, mine) if o.is_pen else (mine, theirs)
        return gain + min(0, cost), move.passes

    def gains(move: Move) -> bool:
        if _is_settled(o, desk, other if o.is_pen else o.seat, move):
            return False
        if not o.is_pen and move.level != preferred_level(o, desk.levels, move.measure):
            return False
        seat = other if o.is_pen else o.seat
        return move.worths.get(seat, NOTHING).points > 0

    best: dict[str, Move] = {}
    for move in moves(o, desk.levels):
        if gains(move) and (move.measure not in best or rank(move) > rank(best[move.measure])):
            best[move.measure] = move
    return tuple(sorted(best.values(), key=rank, reverse=True)[:LISTED])
