"""Under silence: one clear sheet, on which a delegation lets a text be or speaks up in time."""

from __future__ import annotations

from game import words
from game.engine.actions import AskExtension, BreakSilence, KeepSilence
from game.engine.observation import Observation
from game.engine.record import Draft
from game.engine.standing import Breach, Silenced
from game.engine.text import customary_hours, goodwill_lost, has_supported
from game.ui.drafting.moves import Move, Worth, moves, moves_of
from game.ui.drafting.paper import sheet
from game.ui.drafting.texts import desk_of
from game.ui.messages import Pick, Picks, Steps
from game.ui.parts.footer import act, why_not, with_warning
from game.ui.parts.frame import frame
from game.ui.parts.reasons import reasons
from game.ui.parts.signs import percent, signed
from game.ui.parts.speech import level_name
from game.ui.voting.ballot import sum_scale
from game.ui.widgets import (
    Button,
    Column,
    Entry,
    Layers,
    Modal,
    Panel,
    Row,
    Scroll,
    Spacer,
    Table,
    Text,
    Track,
    Widget,
)
from game.words import _, plural
from game.words.language import later

TITLE = later("Under silence")
NAMED = 3
"""Changes that are offered at once; every other one is a step away."""
CLOSED = Pick("break", "")


def available(observation: Observation | None) -> bool:
    """Tell whether this seat is asked now whether it lets a text be."""
    o = observation
    if o is None or not o.seat or o.actor != o.seat:
        return False
    return o.record.settling.silence is not None and not o.is_pen


def view(observation: Observation, picks: Picks) -> Widget:
    """Show the text, and beside it three ways to answer."""
    o = observation
    running = o.record.settling.silence
    assert running is not None  # `available` was asked.
    title = Column(
        (
            Text(_head(o, running), size="label", tone="muted", align="center"),
            Text(_until(o, running), size="display", font="serif", align="center"),
            Text(
                _("The wording is agreed unless somebody objects. It does not bind your vote."),
                tone="muted",
                align="center",
            ),
        ),
        gap=6,
    )
    answers = Column((_answers(o, picks, running),), flex=5, min_width=360)
    desk = desk_of(o)
    read = Column((sheet(o, desk, desk.levels, ""),), flex=7, min_width=420)
    if picks.house.is_narrow:
        body: Widget = Column((title, answers, read), gap=16)
    else:
        body = Column(
            (title, Row((read, answers), gap=20, align="stretch", flex=1)), gap=16, flex=1
        )
    screen = frame(o, picks, body)
    if picks.get("break", ""):
        return Layers((screen, _other(o, picks, running)))
    return screen


def _head(o: Observation, running: Silenced) -> str:
    pen = words.begin(o.scenario, o.scenario.penholder)
    says = _("{pen} has put revision {number} under silence for {hours} hours")
    return says.format(pen=pen, number=running.version, hours=running.hours)


def _until(o: Observation, running: Silenced) -> str:
    return _("Silence until {day}").format(day=words.day(o.scenario, running.day))


def _answers(o: Observation, picks: Picks, running: Silenced) -> Widget:
    keep, more = KeepSilence(o.seat), AskExtension(o.seat)
    why = reasons(o, o.seat)
    late = _("for instructions; granted once, and who breaks it after that is late")
    return Panel(
        _("Your answer"),
        (
            sum_scale(o, why.total) if why else None,
            Button(
                _("Keep silence"),
                keep,
                key=picks.key("main"),
                look="primary",
                disabled=why_not(o, keep),
                name="keep silence",
                hint=_("nobody hears it; all clauses count as agreed with you"),
            ),
            act(
                o,
                picks,
                _("Ask for a day more"),
                more,
                look="card",
                note=late,
                name="ask extension",
            ),
            Text(_("Or break it, for a change"), size="label", tone="muted"),
            *(_break(o, running, move) for move in _wanted(o)),
            Button(
                _("Another clause …"),
                Pick("break", "another"),
                look="ghost",
                name="another clause",
            ),
            _vague(o, running),
        ),
        name="answer",
        gap=9,
        pad=20,
        flex=1,
    )


def _text(o: Observation) -> Draft:
    return o.draft or {}


def _mine(o: Observation, move: Move) -> int:
    return move.worths.get(o.seat, Worth(0)).points


def _wanted(o: Observation) -> tuple[Move, ...]:
    """Return the changes this seat gains most from, one for each clause."""
    best: dict[str, Move] = {}
    for move in moves(o, _text(o)):
        legal = BreakSilence(o.seat, move.measure, move.level) in o.legal
        if move.verb or not legal or _mine(o, move) <= 0:
            continue
        if move.measure not in best or _mine(o, move) > _mine(o, best[move.measure]):
            best[move.measure] = move
    return tuple(sorted(best.values(), key=lambda m: -_mine(o, m))[:NAMED])


def price(o: Observation, running: Silenced, measure: str = "") -> str:
    """Return what breaking this silence costs in goodwill, before it is paid."""
    breach = Breach(
        o.seat,
        running.version,
        measure,
        late=bool(running.extended),
        turned=has_supported(o.record, o.seat),
        tight=running.hours < customary_hours(o.scenario, running.opened),
    )
    lost = goodwill_lost(breach)
    if not lost:
        return _("costs no goodwill: the deadline was tight")
    return plural("costs {count} of goodwill", "costs {count} of goodwill", lost)


def _break(o: Observation, running: Silenced, move: Move) -> Widget:
    s, action = o.scenario, BreakSilence(o.seat, move.measure, move.level)
    label = f"{s.measure(move.measure).name}: {level_name(s, move.measure, move.level)}"
    note = _("{points} for you · the text then passes {chance} · {price}").format(
        points=signed(_mine(o, move)),
        chance=percent(move.passes),
        price=price(o, running, move.measure),
    )
    return Button(
        label,
        Steps((CLOSED, action)),
        look="card",
        note=with_warning(o, action, note),
        disabled=why_not(o, action),
        name=f"break {move.measure} {move.level}",
    )


def _vague(o: Observation, running: Silenced) -> Widget:
    action = BreakSilence(o.seat)
    return Button(
        _("Break it and name nothing"),
        action,
        look="ghost",
        note=with_warning(o, action, price(o, running)),
        disabled=why_not(o, action),
        name="break vague",
        hint=_("the least that one can say, and the dearest"),
    )


def _other(o: Observation, picks: Picks, running: Silenced) -> Widget:
    """Return every clause and every other level of it."""
    s, text = o.scenario, _text(o)
    legal = [a for a in o.legal if isinstance(a, BreakSilence) and a.measure]
    ids = list(dict.fromkeys(a.measure for a in legal))
    chosen = picks.get("break clause", ids[0])
    chosen = chosen if chosen in ids else ids[0]
    lines = [
        Entry(
            (Text(s.measure(id).name, bold=id == chosen),),
            Pick("break clause", id),
            selected=id == chosen,
            name=f"clause {id}",
        )
        for id in ids
    ]
    found = moves_of(o, text, chosen)
    levels = [
        _break(o, running, found[a.level])
        for a in legal
        if a.measure == chosen and a.level in found
    ]
    pair = Row(
        (
            Column(
                (Scroll("clauses", Table((Track(flex=1),), lines, lead=3), least=260),),
                flex=5,
                min_width=240,
            ),
            Column(tuple(levels), flex=7, min_width=320, gap=8),
        ),
        gap=18,
        align="start",
    )
    shut = Row((Spacer(), Button(_("Rather not"), CLOSED, look="ghost", name="rather not")))
    title = _("For which change do you break silence?")
    return Modal(title, (pair, shut), CLOSED, name="breaking", width=900)
