"""What the pen cannot take back: showing a text, putting it in blue, taking over a suggestion."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping

from game import session, words
from game.engine.actions import Circulate, PutInBlue, SetDate, Silence
from game.engine.observation import Observation
from game.engine.opinion import FALLS, keeps, level_of
from game.engine.record import Draft
from game.engine.standing import SILENCE_HOURS
from game.engine.terms import Circle, Phase
from game.engine.text import customary_hours
from game.ui.drafting.effects import figures
from game.ui.drafting.texts import Desk, open_asks, rewriting
from game.ui.messages import Pick, Picks, Steps
from game.ui.parts.bluing import (
    aims_met,
    fails,
    is_last_chance,
    loses_by_blue,
    nothing_else,
    once_spoken_to,
    said,
    traded,
)
from game.ui.parts.estimate import estimate
from game.ui.parts.footer import why_not
from game.ui.parts.question import LEFT
from game.ui.parts.search import search
from game.ui.parts.seats import seat_name
from game.ui.parts.signs import percent
from game.ui.parts.speech import level_name
from game.ui.widgets import (
    SIGNS,
    Button,
    Column,
    Look,
    Modal,
    Row,
    Run,
    Spacer,
    Text,
    Widget,
)
from game.words import _, plural, rooms
from game.words.language import later

CLOSED = Pick("open", "")


def gate(o: Observation, picks: Picks, desk: Desk) -> Widget | None:
    """Return the dialog that is open above the desk, if any."""
    if not desk.writes:
        return None
    match picks.get("open", ""):
        case "circulate":
            return _circulate(o)
        case "blue":
            return _blue(o, picks, desk)
        case "silence":
            return _silence(o)
        case "date":
            return _date(o)
        case "suggestion":
            return _suggestion(o, desk)
    return None


def _cancel(*, main: bool = False) -> Button:
    look: Look = "primary" if main else "ghost"
    return Button(_("Not yet"), CLOSED, look=look, main=main, name="not yet")


def _circulate(o: Observation) -> Widget:
    free = o.phase is Phase.TEXT
    cost = (
        _("The first text is free.")
        if free
        else _("It costs one of your {n} acts left.").format(n=o.tokens.get(o.seat, 0))
    )
    lines: list[Widget] = [
        Text(
            _("A circle never becomes smaller. Who sees the text late will hold it against you.")
            + " "
            + cost,
            tone="muted",
        )
    ]
    for circle in Circle:
        action = Circulate(o.seat, circle)
        others = [s for s in o.scenario.circle(circle) if s != o.seat]
        first = action in o.legal and not any(isinstance(b, Button) and b.main for b in lines)
        # Where it is one other seat, the label names it.
        note = ", ".join(seat_name(o, s) for s in others) if len(others) > 1 else ""
        odds = "" if circle is Circle.ALL else rooms.odds(o.scenario, circle.value)
        lines.append(
            Button(
                _("Show it to {who}").format(who=words.circle(o.scenario, circle)),
                Steps((CLOSED, action)),
                look="card",
                note=" · ".join(part for part in (note, odds) if part),
                main=first,
                disabled=why_not(o, action),
                name=f"circulate {circle.value}",
            )
        )
    return Modal(
        _("Who is to see this text?"), (*lines, Row((Spacer(), _cancel()))), CLOSED, name="gate"
    )


HOURS: Mapping[int, str] = {
    6: later("in haste: who needs instructions will break it, and nobody minds"),
    24: later("a working day"),
    48: later("two days: time to read for who saw it late"),
    72: later("over a weekend, or for the far capitals"),
}
"""Hours of a silence procedure -> what they mean."""


def _silence(o: Observation) -> Widget:
    custom = customary_hours(o.scenario, o.record.day)
    lines: list[Widget] = [
        Text(
            _(
                "All who have the text are asked at once. Nobody objecting by the deadline, the "
                "wording is agreed; it costs no act, and it binds nobody's vote."
            ),
            tone="muted",
        )
    ]
    for hours in SILENCE_HOURS:
        action = Silence(o.seat, hours)
        until = words.day(o.scenario, o.record.day + hours // 24)
        note = _("until {day} · {what}").format(day=until, what=_(HOURS[hours]))
        lines.append(
            Button(
                _label(hours, custom),
                Steps((CLOSED, action)),
                look="card",
                selected=hours == custom,
                main=hours == custom,
                note=note,
                disabled=why_not(o, action),
                name=f"silence {hours}",
            )
        )
    return Modal(
        _("Put the text under silence?"), (*lines, Row((Spacer(), _cancel()))), CLOSED, name="gate"
    )


def _date(o: Observation) -> Widget:
    says = _(
        "You say it in public, once: no round of consultations follows the date. Computers count "
        "towards it and speak up sooner. Without a text in blue by then, or if you withdraw it, "
        "you lose {n} of your credibility."
    )
    lines: list[Widget] = [Text(says.format(n=FALLS["date"]), tone="muted")]
    for date in (act for act in o.legal if isinstance(act, SetDate)):
        left = date.round - o.round
        day = words.day(o.scenario, date.round * o.scenario.stride_days)
        lines.append(
            Button(
                _("In blue by {day}").format(day=day),
                Steps((CLOSED, date)),
                look="card",
                note=plural("after {count} more round", "after {count} more rounds", left),
                name=f"date {date.round}",
            )
        )
    last = Row((Spacer(), _cancel(main=True)))
    return Modal(_("Set a date for the vote?"), (*lines, last), CLOSED, name="gate")


def _label(hours: int, custom: int) -> str:
    words_ = _("{n} hours, as custom has it") if hours == custom else _("{n} hours")
    return words_.format(n=hours)


def _blue(o: Observation, picks: Picks, desk: Desk) -> Widget:
    text, left = desk.levels, bool(picks.get(LEFT, False))
    found = estimate(o, text)
    lines: list[Widget] = [
        Text(words.bound(o.scenario) + " " + _("All fifteen get it; the vote is tomorrow.")),
        *([Text(aims_met(o))] if aims_met(o) else ()),
    ]
    if found:
        lines.append(
            Text(
                (
                    Run(_("As you see it, it passes with ")),
                    Run(percent(found.passes), bold=True),
                    Run(_(", with {n} hands expected.").format(n=f"{found.expected:.1f}")),
                ),
                font="serif",
                size="lead",
            )
        )
    lines += _warnings(o, text)
    if fails(o) and is_last_chance(o, left=left):
        lines.append(Text(nothing_else(), tone="abstain"))
    action, loses = PutInBlue(o.seat), loses_by_blue(o, left=left)
    go = Button(
        _("Put it in blue"),
        Steps((CLOSED, action)),
        look="plain" if loses else "primary",
        main=not loses,
        disabled=why_not(o, action),
        name="put in blue",
    )
    soon = None
    if o.scenario.plays("blue"):
        same_day = PutInBlue(o.seat, soon=True)
        soon = Button(
            _("… and vote today"),
            Steps((CLOSED, same_day)),
            disabled=why_not(o, same_day),
            name="blue soon",
            hint=_("the vote is on the same day, unless one delegation insists on its 24 hours"),
        )
    return Modal(
        _("Put this text in blue?"),
        (*lines, Row((Spacer(), _cancel(main=loses), soon, go))),
        CLOSED,
        name="gate",
    )


def _warnings(o: Observation, text: Draft) -> Iterator[Widget]:
    """Yield what speaks against putting a text in blue now."""
    if spoken := once_spoken_to(o, text):
        yield Text(f"{SIGNS['no']} {spoken}", tone="no")
    broken = [p for p in o.record.promised if not keeps(o.scenario, text, p)]
    for pledge in broken:
        line = _("{sign} It breaks your promise to {seat} on {measure}.").format(
            sign=SIGNS["no"],
            seat=words.the(o.scenario, pledge.to),
            measure=words.measure(o.scenario, pledge.measure),
        )
        yield Text(line, tone="no")
    waiting = open_asks(o)
    if waiting:
        line = _("{sign} {n} requests stay without an answer.").format(
            sign=SIGNS["abstain"], n=len(waiting)
        )
        yield Text(line, tone="abstain")
    late = [
        s
        for s in o.scenario.seats
        if not any(s in o.scenario.circle(show.circle) for show in o.record.showings)
    ]
    if late:
        line = _("{sign} They have never seen it: {names}.").format(
            sign=SIGNS["abstain"], names=", ".join(seat_name(o, s) for s in late)
        )
        yield Text(line, tone="abstain")


def suggested(o: Observation) -> tuple[Draft | None, bool]:
    """Return the best text found so far that a computer pen would put forward, and if it is all."""
    if not can_suggest():
        return None, True
    return search(o, "suggestion", lambda: _found(o), None)


def _found(o: Observation) -> Generator[Draft | None, None, None]:
    yield from session.suggestions(o)


def can_suggest() -> bool:
    """Tell whether there is somebody to ask."""
    return hasattr(session, "suggestions")


TAKE = "take suggestion"
"""The name of the button that takes a suggestion; it has the focus while one is still sought."""


def _sought() -> Widget:
    """Return what is shown while a suggestion is sought: Enter has nothing to take yet."""
    wait = Button(
        _("Write all of it"),
        None,
        look="primary",
        main=True,
        disabled=_("still being sought"),
        name=TAKE,
    )
    return Modal(
        _("A passable draft"),
        (
            Text(_("Your computer colleague is looking for one …")),
            Row((Spacer(), _cancel(), wait)),
        ),
        CLOSED,
        name="gate",
        width=760,
    )


def _suggestion(o: Observation, desk: Desk) -> Widget:
    text = desk.levels
    wanted, done = suggested(o)
    edits = rewriting(o, text, wanted) if wanted is not None else ()
    if not done:
        return _sought()
    if wanted is None or not edits:
        line = _("There is no better text that your computer colleague would dare to propose.")
        close = Button(_("Close"), CLOSED, look="primary", main=True, name="close")
        return Modal(
            _("A passable draft"), (Text(line), Row((Spacer(), close))), CLOSED, name="gate"
        )
    was, now = estimate(o, text), estimate(o, wanted)
    changes: list[Widget] = []
    for edit in edits:
        m = o.scenario.measure(edit.measure)
        before = level_name(o.scenario, m.id, level_of(o.scenario, text, m.id))
        after = level_name(o.scenario, m.id, edit.level)
        up = edit.level > level_of(o.scenario, text, m.id)
        sign = SIGNS["up"] if up else SIGNS["down"]
        changes.append(
            Text(
                (
                    Run(f"{sign} ", tone="accent"),
                    Run(m.name, bold=True),
                    Run(f": {before} → {after}"),
                ),
                font="serif",
            )
        )
    head = figures(o, was, now, text, wanted) if was and now else Spacer(0)
    take = Button(
        _("Write all of it"),
        Steps((CLOSED, *edits)),
        look="primary",
        main=True,
        name=TAKE,
    )
    return Modal(
        _("A passable draft"),
        (
            Text(
                _("What a careful drafter would do from what you know. You can undo each line."),
                tone="muted",
            ),
            head,
            _traded(o, text, wanted),
            Column(tuple(changes), gap=4),
            Row((Spacer(), _cancel(), take)),
        ),
        CLOSED,
        name="gate",
        width=760,
    )


def _traded(o: Observation, text: Draft, wanted: Draft) -> Widget:
    """Return which aims of the capital a suggestion wins and which it gives up."""
    lines = said(traded(o, text, wanted)) or ((True, _("No aim is won by it, and none given up.")),)
    return Column(
        tuple(
            Text(
                (
                    Run(f"{SIGNS['yes' if won else 'no']} ", tone="yes" if won else "no"),
                    Run(line, bold=True),
                ),
            )
            for won, line in lines
        ),
        gap=3,
        name="traded",
    )
