"""What was expected and what came; promises kept and broken; the text beside the historical one."""

from __future__ import annotations

from game import words
from game.engine.events import WordBroken
from game.engine.observation import Observation
from game.engine.record import Pledge
from game.engine.terms import Ballot, Seat
from game.ui.bargain.between import SIGNS as STATES
from game.ui.bargain.between import STANDS
from game.ui.ending.answer import final_text, last_text
from game.ui.ending.retelling import scenes
from game.ui.parts.estimate import Estimate
from game.ui.parts.seats import seat_name
from game.ui.parts.signs import BALLOTS, percent, tone_of_ballot
from game.ui.parts.speech import level_name
from game.ui.widgets import (
    SIGNS,
    Badge,
    Entry,
    Flag,
    Meter,
    Panel,
    Row,
    Run,
    Table,
    Text,
    Track,
    Widget,
)
from game.words import _, beside, capital
from game.words.language import later

RANKS = ("broken", "open", "kept", "void")
"""How a promise ended, most telling first."""
MOST_PLEDGES = 14
"""Promises that are named."""
UNTESTED = later("never tested")


def forecast_at_the_vote(o: Observation) -> Estimate | None:
    """Return what the one who looks expected when the ballots were cast."""
    found = [scene.estimate for scene in scenes(o) if scene.observation.blue]
    return found[-1] if found else None


def expected_and_came(o: Observation) -> Widget:
    """Return the forecast against the hands, most surprising first."""
    title = _("Expected, and what came")
    found = forecast_at_the_vote(o)
    if o.tally is None or found is None:
        return Panel(title, (Text(_("There was no vote."), tone="muted"),), name="came")
    ballots = o.tally.ballots

    def chance(seat: Seat) -> float:
        cast = ballots[seat]
        if cast is Ballot.YES:
            return found.yes[seat]
        if cast is Ballot.NO:
            return found.no[seat]
        return max(0.0, 1 - found.yes[seat] - found.no[seat])

    order = sorted(ballots, key=lambda seat: (chance(seat), o.scenario.seats.index(seat)))
    lines = []
    for seat in order:
        cast, share = ballots[seat], chance(seat)
        open_seat = seat in o.people and seat != o.seat
        words_ = _("a person") if open_seat else percent(found.yes[seat])
        surprise = not open_seat and share < 0.5
        lines.append(
            Entry(
                (
                    Flag(seat, height=12),
                    Text(seat_name(o, seat), size="small", nowrap=True),
                    Text(words_, size="small", tone="muted", nowrap=True),
                    Badge(_(BALLOTS[cast]), tone_of_ballot(cast)),
                    Text(_("a surprise") if surprise else "", size="small", tone="accent"),
                )
            )
        )
    votes = o.tally.count(Ballot.YES)
    says = _("{expected} yes votes were expected; {votes} came.").format(
        expected=f"{found.expected:.1f}", votes=votes
    )
    tracks = (Track(), Track(flex=1), Track(align="end"), Track(), Track())
    return Panel(
        title,
        (Text(says, font="serif", size="lead"), Table(tracks, lines, lead=2, gap=10)),
        name="came",
    )


def promises(o: Observation) -> Widget:
    """Return what was promised and kept or broken, and who broke a word in the vote."""
    found = sorted(o.record.pledges, key=lambda p: RANKS.index(p.status))
    lines: list[Widget] = [_pledge(o, pledge) for pledge in found[:MOST_PLEDGES]]
    if not lines:
        lines.append(Text(_("Nobody promised anything to anybody."), tone="muted"))
    if (left := len(found) - MOST_PLEDGES) > 0:
        more = words.plural("… and {count} more", "… and {count} more", left)
        lines.append(Text(more, size="small", tone="muted"))
    broken = [e.seat for e in o.log if isinstance(e, WordBroken)]
    if broken:
        first = words.begin(o.scenario, broken[0])
        line = _("{seat} was the first to vote otherwise than it had said").format(seat=first)
        rest = [seat_name(o, seat) for seat in broken[1:]]
        if rest:
            line += _("; after it {names}").format(names=", ".join(rest))
        lines.append(Row((Flag(broken[0], height=13), Text(line + ".", tone="no", flex=1)), gap=8))
    elif o.tally is not None:
        lines.append(Text(_("Nobody voted otherwise than it had said."), tone="muted"))
    return Panel(_("Promises and words"), tuple(lines), name="promises", gap=6)


def _pledge(o: Observation, pledge: Pledge) -> Widget:
    sign, tone = STATES[pledge.status]
    giver = pledge.by or o.scenario.penholder
    head = _("{giver} to {taker}: ").format(
        giver=seat_name(o, giver), taker=seat_name(o, pledge.to)
    )
    runs = (Run(head, bold=True), Run(words.term(o.scenario, pledge)))
    state = _(STANDS.get(pledge.status, UNTESTED))
    return Row(
        (
            Flag(giver, height=13),
            Text(runs, size="small", flex=1),
            Text(f"{sign} {state}", size="small", tone=tone, bold=True),
        ),
        gap=8,
    )


def comparison(o: Observation) -> Widget:
    """Return this text beside the historical one, measure by measure."""
    s = o.scenario
    adopted = bool(final_text(o))
    mine = final_text(o) or last_text(o)
    found = beside.levels(s, mine)
    lines = [_compared_head(o, adopted=adopted), *(_beside(o, it) for it in found)]
    tracks = (
        Track(flex=4),
        Track(),
        Track(flex=4),
        Track(flex=4),
        Track(least=80),
    )
    return Panel(
        beside.heading(s),
        (
            Text(beside.alike(s, found), font="serif", size="lead"),
            Text(_(beside.NOTE), size="small", tone="muted"),
            Table(tracks, lines, lead=3, gap=12),
        ),
        name="comparison",
    )


def _beside(o: Observation, it: beside.Beside) -> Entry:
    """Return the row of one measure."""
    s, m = o.scenario, o.scenario.measure(it.measure)
    return Entry(
        (
            Text(m.name, size="small", bold=True),
            Meter(it.here, m.top, text=f"{it.here}/{m.top}"),
            Text(capital(level_name(s, m.id, it.here)), size="small"),
            Text(capital(level_name(s, m.id, it.there)), size="small", tone="muted"),
            _sign(it.here - it.there),
        )
    )


def _compared_head(o: Observation, *, adopted: bool) -> Entry:
    mine = _("this text") if adopted else _("the draft that failed")
    there = o.scenario.record_name or _("the record")
    cells = ("", "", mine, there if o.scenario.record else _("already in force"), "")
    return Entry(tuple(Text(cell, size="small", tone="muted") for cell in cells))


def _sign(change: int) -> Widget:
    if change > 0:
        return Text(f"{SIGNS['up']} {_('more')}", size="small", tone="accent", nowrap=True)
    if change < 0:
        return Text(f"{SIGNS['down']} {_('less')}", size="small", tone="accent", nowrap=True)
    return Text(_("= same"), size="small", tone="muted", nowrap=True)
