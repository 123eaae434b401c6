"""What two sides could trade: best requests, the field of deals, exact and estimated worth."""

from __future__ import annotations

from collections.abc import Sequence

from game import words
from game.engine.actions import SetClause
from game.engine.observation import Observation
from game.engine.opinion import level_of
from game.engine.record import Asked
from game.engine.terms import Seat
from game.ui.charts import Deal, deals
from game.ui.drafting.answers import answers, passing
from game.ui.drafting.moves import (
    Move,
    Worth,
    granted,
    moves,
    moves_of,
    pledged,
    preferred_level,
    worth_between,
)
from game.ui.drafting.texts import Desk, open_asks
from game.ui.messages import Pick, Picks, Steps
from game.ui.parts.footer import why_not
from game.ui.parts.seats import seat_name
from game.ui.parts.signs import percent, signed
from game.ui.parts.speech import level_name
from game.ui.widgets import (
    Button,
    Canvas,
    Column,
    Entry,
    Flag,
    Row,
    Run,
    Spacer,
    Table,
    Text,
    Tone,
    Track,
    Widget,
)
from game.words import _, capital

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


def worths(o: Observation, desk: Desk, other: Seat, move: Move | None) -> tuple[Worth, Worth]:
    """Return what a change is worth to the one who looks and to the other side.

    Where the other has asked the pen for it, the promise that granting makes is counted in.
    """
    if move is None:
        return NOTHING, NOTHING
    if o.is_pen:
        for ask in open_asks(o, move.measure):
            if (ask.seat, ask.level) == (other, move.level):
                return _granting(o, desk, ask)
    return move.worths.get(o.seat, NOTHING), move.worths.get(other, NOTHING)


def _granting(o: Observation, desk: Desk, ask: Asked) -> tuple[Worth, Worth]:
    after = granted(o, desk.levels, ask)
    mine = worth_between(o, o.seat, desk.levels, after)
    return mine, worth_between(o, ask.seat, desk.levels, after, pledged(o.record, ask))


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
        if not o.is_pen and move.level != preferred_level(o, desk.levels, move.measure):
            return False
        seat = other if o.is_pen else o.seat
        return move.worths.get(seat, NOTHING).points > 0

    best: dict[str, Move] = {}
    for move in moves(o, desk.levels):
        if gains(move) and (move.measure not in best or rank(move) > rank(best[move.measure])):
            best[move.measure] = move
    return tuple(sorted(best.values(), key=rank, reverse=True)[:LISTED])


def requests(
    o: Observation, desk: Desk, other: Seat, measure: str, level: int
) -> tuple[Widget, ...]:
    """Return the best changes as a table with both sides' worth; pressing one takes it up."""
    found = best_moves(o, desk, other)
    if not found:
        line = _("There is nothing in the text that you would rather have otherwise.")
        if o.is_pen:
            line = _("No single change would please them more than what stands.")
        return (Text(line, tone="muted"),)
    lines = [_head(o, other, known=desk.text is not None)]
    for move in found:
        chosen = (move.measure, move.level) == (measure, level)
        lines.append(_request(o, desk, other, move, chosen=chosen))
    tracks = (
        Track(flex=1),
        Track(align="end", least=40),
        Track(align="end", least=60),
        Track(align="end", least=40),
    )
    return (Table(tracks, lines, lead=3, gap=10),)


def _head(o: Observation, other: Seat, *, known: bool) -> Entry:
    cells = (
        _("from what stands to what could"),
        _("you"),
        _("{seat}, est.").format(seat=seat_name(o, other)),
        _("passes") if known else "",
    )
    return Entry(tuple(Text(c, size="small", tone="muted", nowrap=True) for c in cells))


def _request(o: Observation, desk: Desk, other: Seat, move: Move, *, chosen: bool) -> Entry:
    s = o.scenario
    now = level_name(s, move.measure, level_of(s, desk.levels, move.measure))
    then = level_name(s, move.measure, move.level)
    mine, theirs = worths(o, desk, other, move)
    return Entry(
        (
            Text(
                (
                    Run(s.measure(move.measure).name, bold=True),
                    Run(f": {now} → ", tone="muted"),
                    Run(then),
                ),
                size="small",
            ),
            worth_text(mine),
            worth_text(theirs),
            Text(
                percent(move.passes) if desk.text is not None else "",
                size="small",
                tone="muted",
                nowrap=True,
            ),
        ),
        Steps((Pick("measure", move.measure), Pick("level", move.level), Pick("ask", 0))),
        selected=chosen,
        name=f"request {move.measure}",
    )


def field_of_deals(
    o: Observation, desk: Desk, other: Seat, measure: str, level: int, *, height: int = 210
) -> Widget:
    """Return every level as a point: to the right what you gain, upward what they gain."""
    now = level_of(o.scenario, desk.levels, measure)
    found = moves_of(o, desk.levels, measure)
    asked = {a.level for a in open_asks(o, measure)}
    offered = {a.counter for a in o.record.asks if a.measure == measure and a.counter is not None}
    points = [Deal(_("what stands"), 0, 0, 0, "now")]
    for at, move in sorted(found.items()):
        state = "chosen" if at == level else ""
        if not state and at in asked:
            state = "asked"
        if not state and at in offered:
            state = "offered"
        mine, theirs = worths(o, desk, other, move)
        label = str(at)
        if state:
            label = f"{at} {level_name(o.scenario, measure, at)}"
        points.append(Deal(label, mine.points, theirs.points, theirs.spread, state))
    name = seat_name(o, other)
    says = _(
        "What each level of {measure} is worth to you and, as you read it, to {seat}; now {now}"
    )
    return Canvas(
        deals(points, _("you"), name),
        says.format(
            measure=o.scenario.measure(measure).name,
            seat=name,
            now=level_name(o.scenario, measure, now),
        ),
        height=height,
        name="deals",
    )


def balance(o: Observation, other: Seat, mine: Worth, theirs: Worth) -> Widget:
    """Return both sides' worth of one change, large: yours exact, theirs an estimate."""
    return Row(
        (
            Column(
                (
                    Text(_("Worth to you, exactly"), size="small", tone="muted"),
                    worth_text(mine, size="title"),
                ),
                gap=0,
            ),
            Spacer(),
            Column(
                (
                    Text(
                        _("Worth to {seat}, as you read it").format(seat=seat_name(o, other)),
                        size="small",
                        tone="muted",
                    ),
                    worth_text(theirs, size="title"),
                ),
                gap=0,
            ),
        ),
        gap=20,
    )


def pending(o: Observation, picks: Picks, desk: Desk, other: Seat) -> Sequence[Widget]:
    """Return the open requests of a seat with the pen's answers, and their worth to both."""
    out: list[Widget] = []
    picked = picks.get("ask", 0)
    mine = [a for a in open_asks(o) if a.seat == other]
    keyed = picked if picked in {a.id for a in mine} else mine[0].id if mine else 0
    for ask in mine:
        says = words.clause(o.scenario, ask.measure, ask.level)
        out.append(
            Column(
                (
                    Row(
                        (
                            Flag(other, height=14),
                            Text(capital(says), font="serif", bold=True, flex=1),
                        ),
                        gap=8,
                    ),
                    _if_granted(o, desk, ask),
                    answers(o, picks, desk, ask, keyed=ask.id == keyed),
                ),
                gap=2,
            )
        )
    return out


def _if_granted(o: Observation, desk: Desk, ask: Asked) -> Widget:
    """Return what granting a request does: to both sums, and to the vote."""
    mine, theirs = _granting(o, desk, ask)
    return Row(
        (
            Text(_("you"), size="small", tone="muted"),
            worth_text(mine),
            Text(_("they"), size="small", tone="muted"),
            worth_text(theirs),
            passing(o, desk.levels, granted(o, desk.levels, ask)),
        ),
        gap=8,
        wrap=True,
    )


def write_it(o: Observation, desk: Desk, measure: str, level: int) -> Widget:
    """Return the pen's button that writes the chosen change into its text."""
    action = SetClause(o.seat, measure, level)
    stands = level == level_of(o.scenario, desk.levels, measure)
    return Button(
        _("Write “{level}”").format(level=level_name(o.scenario, measure, level)),
        action,
        disabled=_("it stands like that already") if stands else why_not(o, action),
        look="primary",
        name="write",
        hint=_("into your own text; nobody sees it before you show it"),
    )
