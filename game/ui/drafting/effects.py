"""What a change does: to the vote, seat by seat, to the bite, to people; and what is amiss."""

from __future__ import annotations

from game import words
from game.engine import lint
from game.engine.actions import SetClause
from game.engine.observation import Observation
from game.engine.record import Draft
from game.ui.drafting.moves import effect
from game.ui.drafting.rival import edit
from game.ui.drafting.texts import Desk
from game.ui.messages import Pick, Picks, Show
from game.ui.parts.estimate import Estimate, estimate
from game.ui.parts.reasons import reasons
from game.ui.parts.seats import chance_bar, phrase_badge, seat_name
from game.ui.parts.signs import percent, signed
from game.ui.widgets import (
    SIGNS,
    Button,
    Column,
    Divider,
    Entry,
    Flag,
    Grid,
    Row,
    Run,
    Table,
    Text,
    Tone,
    Track,
    Widget,
)
from game.words import _


def outlook(o: Observation, before: Draft, after: Draft) -> tuple[Widget, ...]:
    """Return what the vote on one text would be like, and how it differs from another's."""
    now, was = estimate(o, after), estimate(o, before)
    if now is None or was is None:
        return ()
    return (
        figures(o, was, now, before, after),
        *strain(o, after),
        Divider(),
        seat_table(o, was, now),
    )


def strain(o: Observation, text: Draft | None) -> tuple[Widget, ...]:
    """Return that a text would strain talks that are under way; nothing where it would not."""
    said = words.season.straining(o.scenario, o.abroad, text, o.before)
    runs = (Run(f"{SIGNS['no']} ", tone="no", bold=True), Run(said))
    return (Text(runs, size="small"),) if said else ()


def figures(o: Observation, was: Estimate, now: Estimate, before: Draft, after: Draft) -> Widget:
    """Return the numbers of a text side by side, with what they were."""
    old, new = effect(o, before), effect(o, after)
    cells = (
        _own_sum(o, before, after),
        _figure(_("Passes"), percent(was.passes), percent(now.passes), now.passes - was.passes),
        _figure(
            _("Veto threat"), percent(was.vetoed), percent(now.vetoed), was.vetoed - now.vetoed
        ),
        _figure(
            _("Yes votes"),
            f"{was.expected:.1f}",
            f"{now.expected:.1f}",
            now.expected - was.expected,
        ),
        _figure(_("Pressure, of 100"), words.points(old[0]), words.points(new[0]), 0),
        _figure(_("Hardship added"), str(old[1]), str(new[1]), old[1] - new[1]),
    )
    return Grid(tuple(c for c in cells if c is not None), cell=92, gap=10)


def _own_sum(o: Observation, before: Draft, after: Draft) -> Widget | None:
    """Return what the text is worth to the one who looks, all reasons counted."""
    if o.dealt is None or o.seat not in o.scenario.seats:
        return None
    was, now = reasons(o, o.seat, before), reasons(o, o.seat, after)
    if was is None or now is None:
        return None
    return _figure(_("Your sum"), signed(was.total), signed(now.total), now.total - was.total)


def _figure(label: str, was: str, now: str, better: float) -> Widget:
    """Return a number with what it was; better above 0 is for the text, below 0 against it."""
    if was == now:
        runs: tuple[Run, ...] = (Run(now),)
        tone: Tone = "text"
    else:
        tone = "yes" if better > 0 else "no" if better < 0 else "accent"
        runs = (Run(f"{was} → ", tone="muted"), Run(now, tone=tone, bold=True))
    return Column(
        (
            Text(label, size="small", tone="muted", nowrap=True),
            Text(runs, size="lead", font="serif", tone=tone),
        ),
        gap=1,
    )


def seat_table(o: Observation, was: Estimate, now: Estimate) -> Widget:
    """Return how each seat would vote, most doubtful first, with the change in its yes."""
    s = o.scenario

    def doubt(seat: str) -> tuple[float, int]:
        return (now.yes[seat], s.seats.index(seat))

    lines = [_seat(o, seat, was, now) for seat in sorted(s.seats, key=doubt)]
    tracks = (
        Track(),
        Track(flex=1, least=84),
        Track(),
        Track(align="end", least=26),
        Track(align="end"),
    )
    return Table(tracks, lines, lead=2, gap=6)


def _seat(o: Observation, seat: str, was: Estimate, now: Estimate) -> Entry:
    open_seat = seat in o.people and seat != o.seat
    change = round(100 * now.yes[seat]) - round(100 * was.yes[seat])
    tone: Tone = "yes" if change > 0 else "no" if change < 0 else "muted"
    name = seat_name(o, seat)
    label: tuple[Run, ...] = (Run(name, bold=seat == o.seat),)
    if seat in o.scenario.permanent:
        label = (*label, Run("  P5", tone="muted"))
    bar: Widget = chance_bar(now, seat, thickness=8)
    if open_seat:
        bar = Text(_("a person decides"), size="small", tone="muted", nowrap=True)
    share = "" if open_seat else f"{round(100 * now.yes[seat])}"
    return Entry(
        (
            Flag(seat, name, height=13),
            Text(label, size="small", nowrap=True),
            bar,
            Text(share, size="small", nowrap=True),
            Text(
                signed(change) if change and not open_seat else "",
                size="small",
                tone=tone,
                bold=True,
                nowrap=True,
            ),
        ),
        Show("corridor", {"seat": seat}) if seat != o.seat else None,
        name=f"desk seat {seat}",
        hint=_("{seat}: yes {now} %, before {was} %").format(
            seat=name, now=round(100 * now.yes[seat]), was=round(100 * was.yes[seat])
        ),
    )


def phrases(o: Observation) -> Widget:
    """Return what every seat says of the text in public, silent ones last."""
    order = sorted(o.scenario.seats, key=lambda seat: seat not in o.record.phrases)
    lines = [
        Entry(
            (
                Flag(seat, height=13),
                Text(seat_name(o, seat), size="small", nowrap=True),
                phrase_badge(o, seat, short=True),
            ),
            Show("corridor", {"seat": seat}) if seat != o.seat else None,
            name=f"desk seat {seat}",
        )
        for seat in order
    ]
    return Table((Track(), Track(flex=1), Track()), lines, lead=2, gap=7)


def remarks(o: Observation, picks: Picks, desk: Desk, text: Draft) -> tuple[Widget, ...]:
    """Return what the Secretariat remarks on a text; the pen can mend it where it says how."""
    found = tuple(lint.remarks(o.scenario, text))
    if not found:
        line = _("{sign} The Secretariat has nothing to remark.").format(sign=SIGNS["yes"])
        return (Text(line, size="small", tone="yes"),)
    return tuple(_remark(o, picks, desk, text, remark) for remark in found)


def _remark(o: Observation, picks: Picks, desk: Desk, text: Draft, remark: lint.Remark) -> Widget:
    tone: Tone = "no" if remark.error else "abstain"
    sign = SIGNS["no"] if remark.error else SIGNS["abstain"]
    line = Text(
        (Run(f"{sign} ", tone=tone, bold=True), Run(words.remark(remark, o.scenario, text))),
        size="small",
    )
    fix = mending(o, picks, desk, remark)
    if fix is None or remark.fix is None:
        return line
    label = _("Mend it: {measure}").format(measure=o.scenario.measure(remark.fix[0]).name)
    button = Button(label, fix, look="ghost", name=f"mend {remark.key} {remark.measure}")
    return Column((line, Row((button,))), gap=2)


def mending(
    o: Observation, picks: Picks, desk: Desk, remark: lint.Remark
) -> SetClause | Pick | None:
    """Return the edit that removes a remark, where one edit does."""
    if remark.fix is None:
        return None
    if desk.rival:
        return edit(o, picks, *remark.fix)
    action = SetClause(o.seat, *remark.fix)
    return action if desk.writes and action in o.legal else None
