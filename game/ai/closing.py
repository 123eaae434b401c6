"""How computers settle a text: close clauses, answer that, keep or break silence, last edits."""

from __future__ import annotations

from collections.abc import Iterator

from game.ai import mind
from game.engine import consensus
from game.engine.actions import Ask, Close
from game.engine.consensus import Ints
from game.engine.observation import Observation
from game.engine.opinion import level_of
from game.engine.terms import Circle
from game.engine.text import Standing, brackets, standing

CLOSE_AFTER = 50
"""Per cent of the consultations before which a pen closes no clause. Tuned."""
CLOSINGS = 3
"""Clauses that a pen closes in one round. Tuned: few enough to be answered one by one."""
FIRM = 60
"""Firmness from which a pen closes what others dispute, so that they have to answer. Tuned."""
WORTH_HOLDING = 2
"""Points that a change must bring for a seat to hold out for it. Tuned."""


def close(observation: Observation, goal: Ints) -> Close | None:
    """Return the clause to be closed next: new words that the pen means to keep, the dearest first.

    What others dispute is closed only by a firm pen, and only once it has refused them.

    Args:
        goal: the text the pen means to put in blue, option numbers, int64 (measures,).
    """
    o = observation
    today = sum(c.day == o.record.day for c in o.record.settling.closings)
    if Close.__name__ in o.blocked or mind.progress(o) < CLOSE_AFTER or today >= CLOSINGS:
        return None
    if not o.versions or o.versions[-1].circle is Circle.P2:
        return None
    found = sorted(_closable(o, goal), key=lambda it: -it[1])
    return Close(o.seat, found[0][0]) if found else None


def _closable(observation: Observation, goal: Ints) -> Iterator[tuple[str, int]]:
    """Yield the clauses that can be closed now, and what the pen would lose without each."""
    o, s, goals = observation, observation.scenario, consensus.levels_of(goal).tolist()
    table = mind.own_table(o) + mind.aim_table(o)
    wanted = brackets(o.record)
    for i, m in enumerate(s.measures):
        level = level_of(s, o.versions[-1].clauses, m.id)
        same = level == level_of(s, o.working or {}, m.id) == goals[i]
        if level <= s.base(m.id) or not same:
            continue
        stands = standing(o.record, m.id)
        refused = stands is Standing.BRACKETED and not _waits(o, m.id, wanted[m.id])
        if stands is Standing.OPEN or (refused and mind.temper(o).firmness >= FIRM):
            yield m.id, int(table[i, level] - table[i, s.base(m.id)])


def _waits(o: Observation, measure: str, wanted: tuple[tuple[str, int], ...]) -> bool:
    """Tell whether the pen has asks on a clause that it has not answered, or closed it before."""
    asked = any(a.measure == measure and a.status == "open" for a in o.record.asks)
    return asked or o.record.settling.closing(measure) is not None or not wanted


def hold_out(observation: Observation) -> Iterator[Ask]:
    """Yield what a firm delegation asks again, because the pen would close it over its wish."""
    o = observation
    if mind.temper(o).firmness <= mind.progress(o) or not o.tokens.get(o.seat):
        return
    table, now = mind.own_table(o) + mind.aim_table(o), mind.levels(o)
    wanted = brackets(o.record)
    for closing in o.record.settling.closings:
        if o.seat not in closing.waits:
            continue
        at = [m.id for m in o.scenario.measures].index(closing.measure)
        level = dict(wanted.get(closing.measure, ())).get(o.seat)
        if level is None or level == now[at] or _is_open(o, closing.measure, level):
            continue
        if table[at, level] - table[at, now[at]] >= WORTH_HOLDING:
            yield Ask(o.seat, closing.measure, level)


def _is_open(o: Observation, measure: str, level: int) -> bool:
    mine = (o.seat, measure, level)
    return any((a.seat, a.measure, a.level) == mine and a.status == "open" for a in o.record.asks)
