"""Panels of the target's own seat: what it can do, the act in hand, its plan, who is heard."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from game import words
from game.ui.abroad.missiles import meaning
from game.ui.abroad.plain import Class, Load
from game.ui.messages import Pick
from game.ui.parts.signs import percent, signed
from game.ui.target.acts import GROUPS
from game.ui.target.plain import Option, Stage, Voice, Wanted
from game.ui.widgets import (
    SIGNS,
    Badge,
    Bar,
    Card,
    Column,
    Divider,
    Panel,
    Row,
    Run,
    Segment,
    Text,
    Tone,
    Widget,
)
from game.words import _, capital, plural

PULLS = 7
"""Terms of an act that are named; the rest is one line."""


def acts(options: Sequence[Option], picked: str, *, title: str) -> Widget:
    """Return everything that can be done, by kind, and below it what cannot be done now."""
    open_ = [it for it in options if it.action is not None]
    most = max((it.share for it in open_), default=1)
    lines: list[Widget] = []
    if any(it.share for it in open_):
        lines.append(Text(_("Per cent: how strongly it draws"), size="small", tone="muted"))
    for group, members in groupby(open_, key=lambda it: it.group):
        lines.append(Text(_(GROUPS[group]), size="label", tone="muted"))
        lines += [_line(it, picked, most) for it in members]
    closed = [it for it in options if it.action is None]
    if closed:
        lines += [Divider(), Text(_("Not now"), size="label", tone="muted")]
        lines += [_shut(it, picked) for it in closed]
    return Panel(title, tuple(lines), name="acts", gap=6)


def _line(it: Option, picked: str, most: int) -> Widget:
    said = (Run(f"{SIGNS.get(it.tone, '')} ", tone=it.tone), Run(it.title, bold=it.id == picked))
    rung = _("rung {number}").format(number=it.rung) if it.rung >= 0 else ""
    return Card(
        (
            Row(
                (
                    Text(said, flex=1),
                    Text(rung, size="small", tone="muted", nowrap=True) if rung else None,
                    Text(percent(it.share / 1000), bold=True, size="small", nowrap=True),
                ),
                gap=10,
            ),
            Bar((Segment(it.tone, it.share),), max(1, most), text=str(it.share), thickness=4),
        ),
        Pick("act", it.id),
        accent="accent" if it.id == picked else "line",
        edge="left",
        surface="raised" if it.id == picked else "panel",
        selected=it.id == picked,
        pad=7,
        gap=4,
        label=it.title,
        name=f"act {it.id}",
    )


def _shut(it: Option, picked: str) -> Widget:
    said = (Run(it.title, tone="text"), Run(f"  {it.disabled}"))
    return Card(
        (Text(said, size="small", tone="muted"),),
        Pick("act", it.id),
        accent="accent" if it.id == picked else "line",
        edge="left",
        surface="raised" if it.id == picked else "panel",
        selected=it.id == picked,
        pad=5,
        label=f"{it.title}: {it.disabled}",
        name=f"act {it.id}",
    )


def act(it: Option, *, lead: str, note: str) -> Widget:
    """Return one act: what it is, what it shows, changes, moves and costs, and what draws there.

    Args:
        lead: what stands above the points. note: what a point is worth.
    """
    missile = Class("", it.title, it.reach, it.threatened, it.asks, it.proves, it.changes)
    lines: list[Widget | None] = [
        Text(it.title, size="title", font="serif", tone=it.tone),
        _badges(it),
        Text(it.text, font="serif", size="lead") if it.text else None,
        *meaning(missile),
        _moves(it) if it.moves else None,
        *(Text(f"{SIGNS['no']} {cost}", tone="no") for cost in it.costs),
        Text(capital(it.disabled) + ".", tone="muted", italic=True) if it.disabled else None,
    ]
    if it.pulls:
        lines += [Text(lead, size="label", tone="muted"), *_pulls(it.pulls)]
        lines.append(Text(note, size="small", tone="muted"))
    return Panel(_("The act in hand"), tuple(w for w in lines if w), name="in hand", gap=8)


def _badges(it: Option) -> Widget | None:
    if it.rung < 0:
        return None
    rung = Badge(_("rung {number} of 5").format(number=it.rung), it.tone, sign="none")
    reach = Badge(_("{km} km").format(km=f"{it.reach:,}"), "muted") if it.reach else None
    return Row((rung, reach), gap=8)


def _moves(it: Option) -> Widget:
    """Return what the act changes: trust is better higher, threat and hardship lower."""
    parts: list[Widget] = [Text(_("It moves"), size="small", tone="muted")]
    for name, change in it.moves:
        tone: Tone = "accent"
        if name != words.indicator("programme"):
            tone = "yes" if (change > 0) == (name == words.indicator("trust")) else "no"
        parts.append(
            Text((Run(f"{name} "), Run(signed(change), bold=True, tone=tone)), size="small")
        )
    return Row(tuple(parts), gap=12, wrap=True)


def _pulls(pulls: Sequence[Load]) -> list[Widget]:
    most = max(abs(it.points) for it in pulls)
    lines: list[Widget] = []
    for it in pulls[:PULLS]:
        tone: Tone = "accent" if it.points > 0 else "no"
        lines.append(
            Row(
                (
                    Text(it.name, size="small", flex=5),
                    Bar(
                        (Segment(tone, abs(it.points)),),
                        most,
                        text=signed(it.points),
                        thickness=6,
                        flex=4,
                    ),
                    Text(signed(it.points), size="small", bold=True, width=38, align="end"),
                ),
                gap=8,
            )
        )
    if rest := pulls[PULLS:]:
        said = plural("and a lighter one", "and {count} lighter ones", len(rest))
        points = signed(sum(it.points for it in rest))
        lines.append(Text(f"{said}: {points}", size="small", tone="muted"))
    whole = _("together {points}").format(points=signed(sum(it.points for it in pulls)))
    lines.append(Text(whole, size="small", bold=True, align="end"))
    return lines


def plan(title: str, text: str, wants: Sequence[Wanted], *, says: str) -> Widget:
    """Return the plan and what it wants; at the end what came of each."""
    lines: list[Widget] = [
        Text(title, size="title", font="serif", tone="accent"),
        Text(text, font="serif"),
        Text(says, size="label", tone="muted"),
        *(want(it) for it in wants),
    ]
    return Panel(_("Your plan"), tuple(lines), name="plan", gap=7)


def want(it: Wanted) -> Widget:
    """Return one thing that the plan wants, with its points; at the end whether it came about."""
    tone: Tone = "accent" if it.met is None else "yes" if it.met else "no"
    sign = "" if it.met is None else SIGNS["yes"] if it.met else SIGNS["no"]
    came = it.came
    if it.met is not None:
        came = _("{came}; wanted: {bound}").format(came=it.came, bound=it.bound)
    return Row(
        (
            Text(sign, tone=tone, bold=True, width=16) if sign else None,
            Text(str(it.points), size="small", bold=True, tone=tone, width=22),
            Column(
                (
                    Text(it.text, size="small"),
                    Text(came, size="small", tone="muted") if came else None,
                ),
                gap=1,
                flex=1,
            ),
        ),
        gap=6,
        align="start",
    )


def heard(voices: Sequence[Voice], *, title: str) -> Widget:
    """Return the inner voices by how strongly each is heard, and what it asks for."""
    return Panel(title, tuple(_voice(it) for it in voices), name="voices", gap=9)


def felt(terms: Sequence[tuple[str, int]], *, title: str) -> Widget:
    """Return what weighs in the capital, 0 to 100 each."""
    lines = tuple(
        Row(
            (
                Text(name, size="small", flex=5),
                Bar((Segment("accent", value),), 100, text=str(value), thickness=5, flex=4),
                Text(str(value), size="small", bold=True, width=30, align="end"),
            ),
            gap=8,
        )
        for name, value in terms
    )
    return Panel(title, lines, name="felt", gap=5)


def road(steps: Sequence[Stage], *, title: str) -> Widget:
    """Return the road to talks, from where nobody talks to its end, with where it stands."""
    return Panel(title, tuple(_stage(it) for it in steps), name="road", gap=6)


def _stage(it: Stage) -> Widget:
    sign = "●" if it.is_here else "✓" if it.is_passed else "○"
    tone: Tone = "accent" if it.is_here else "yes" if it.is_passed else "muted"
    return Row(
        (
            Text(sign, tone=tone, bold=True, width=18),
            Text(it.title, size="small", bold=it.is_here, flex=1),
            Text(it.by, size="small", tone="muted") if it.by else None,
        ),
        gap=6,
        hint=it.text,
    )


def _voice(it: Voice) -> Widget:
    asks = _("asks for: {acts}").format(acts=", ".join(it.asks).lower()) if it.asks else ""
    minds = _("against: {acts}").format(acts=", ".join(it.minds).lower()) if it.minds else ""
    line = Row(
        (Text(it.title, bold=True, flex=1), Text(str(it.strength), bold=True, size="small")), gap=8
    )
    bar = Bar((Segment("accent", it.strength),), 100, text=str(it.strength), thickness=6)
    says = "; ".join(part for part in (asks, minds) if part)
    return Column(
        (
            line,
            bar,
            Text(says, size="small", tone="muted") if says else None,
        ),
        gap=3,
        hint=it.text,
    )
