"""Which text is on the desk, against which it is read, and what somebody considers."""

from __future__ import annotations

from attrs import frozen

from game.engine.actions import Grant, SetClause
from game.engine.observation import Observation
from game.engine.opinion import level_of, plain, text_of
from game.engine.record import Asked, Clause, Draft
from game.engine.terms import Phase
from game.engine.text import directed
from game.ui.drafting.moves import granted, with_clause
from game.ui.messages import Picks

Wish = tuple[Asked, ...]
"""Equal asks of one or several delegations."""


@frozen
class Desk:
    """What lies on the desk of one seat.

    text: the text it works on or was shown; None if it has not been shown any.
    before: the text it is compared with; empty for the regime in force.
    number: of the version that `before` is, 0 for the regime.
    shown: number of the version that `text` is; 0 for the pen's own working text.
    writes: this seat can change the text now.
    levels: the text; where none was shown, what is in force with the words a text needs.
    rival: it is a draft of its own that a member writes.
    """

    text: Draft | None
    before: Draft
    number: int
    shown: int
    writes: bool
    levels: Draft
    rival: bool = False


def desk_of(o: Observation) -> Desk:
    """Return what lies on the desk of the seat that looks."""
    seen = o.versions
    if o.is_pen and o.working is not None and o.phase in (Phase.TEXT, Phase.SQUEEZE):
        last = seen[-1] if seen else None
        writes = o.actor == o.seat and "SetClause" not in o.blocked
        before, number = (last.clauses, last.number) if last else ({}, 0)
        return Desk(o.working, before, number, 0, writes, o.working)
    if not seen:
        return Desk(None, {}, 0, 0, writes=False, levels=text_of(plain(o.scenario)))
    now = seen[-1]
    if o.blue:
        now = next((v for v in seen if v.number == o.blue), now)
    at = seen.index(now)
    earlier = seen[at - 1] if at else None
    return Desk(
        now.clauses,
        earlier.clauses if earlier else {},
        earlier.number if earlier else 0,
        now.number,
        writes=False,
        levels=now.clauses,
    )


def open_asks(o: Observation, measure: str = "") -> tuple[Asked, ...]:
    """Return the asks that wait for the pen, of one measure if it is named."""
    return tuple(
        directed(o.scenario, o.working, a)
        for a in o.record.asks
        if a.status == "open" and (not measure or a.measure == measure)
    )


def wishes(o: Observation, measure: str = "") -> tuple[Wish, ...]:
    """Return the open asks, equal ones together, in the order of the desk."""
    order = [m.id for m in o.scenario.measures]
    found: dict[Clause, list[Asked]] = {}
    for ask in sorted(open_asks(o, measure), key=lambda a: (order.index(a.measure), a.level, a.id)):
        found.setdefault(ask.clause, []).append(ask)
    return tuple(map(tuple, found.values()))


def chosen_clause(o: Observation, picks: Picks) -> str:
    """Return the measure in focus: picked, else first asked about, else first in dispute."""
    ids = [m.id for m in o.scenario.measures]
    picked = picks.get("measure", "")
    if picked in ids:
        return picked
    if o.is_pen and (asks := open_asks(o)):
        return asks[0].measure
    own = o.record.priorities.get(o.seat, "")
    disputed = next((m.id for m in o.scenario.measures if m.contested), ids[0])
    return own if own in ids else disputed


def considered(o: Observation, picks: Picks, desk: Desk) -> tuple[Draft, str]:
    """Return the text that is being considered, and which kind of change it is.

    The kind is "ask" (granting one), "level" (asking for one), "text" (what the pen has changed
    since it last showed a text), or empty when nothing differs.
    """
    text, measure = desk.levels, chosen_clause(o, picks)
    if desk.rival:
        return text, "rival"
    ask = picks.get("ask", 0)
    found = next((a for a in open_asks(o) if a.id == ask), None)
    if found and desk.writes:
        return granted(o, text, found), "ask"
    level = picks.get("level", -1)
    if level >= 0 and not desk.writes and level != level_of(o.scenario, text, measure):
        return with_clause(text, measure, level), "level"
    changed = desk.writes and desk.number and dict(text) != dict(desk.before)
    return text, "text" if changed else ""


def rewriting(o: Observation, text: Draft, wanted: Draft) -> tuple[SetClause, ...]:
    """Return the edits that turn one text into another."""
    out = []
    for m in o.scenario.measures:
        floor = o.scenario.floor(m.id)
        silent = Clause(m.id, floor)
        now, then = text.get(m.id, silent), wanted.get(m.id, silent)
        if then.level < floor:
            then = silent
        if now != then:
            rest = (then.verb, then.softener, then.hardener, then.params)
            out.append(SetClause(o.seat, m.id, then.level, *rest))
    return tuple(out)


def capitals_draft(o: Observation) -> Draft:
    """Return the text that the pen's capital would open with."""
    s = o.scenario
    return text_of({**plain(s), **s.opening})


def can_grant(o: Observation, ask: Asked) -> bool:
    """Tell whether the one who looks could grant an ask now."""
    return Grant(o.seat, ask.id) in o.legal
