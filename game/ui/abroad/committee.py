"""The panel of the Committee: reports due, what is before it, what the experts found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.ui.abroad.plain import Committee, Found, Item, Proposal, Reported
from game.ui.parts.signs import percent
from game.ui.widgets import (
    SIGNS,
    Badge,
    Bar,
    Button,
    Card,
    Column,
    Flag,
    Grid,
    Panel,
    Row,
    Segment,
    Text,
    Tone,
    Widget,
)
from game.words import _
from game.words.language import later

REPORTS: Mapping[str, tuple[str, Tone, str]] = {
    "full": (later("in full"), "yes", SIGNS["yes"]),
    "short": (later("a page"), "abstain", SIGNS["abstain"]),
    "none": (later("nothing"), "no", SIGNS["no"]),
    "due": (later("due"), "muted", "…"),
}
"""Kind of a report -> word, colour and sign."""
STATUS: Mapping[str, tuple[str, Tone]] = {
    "late": (later("open"), "accent"),
    "open": (later("open"), "accent"),
    "passed": (later("passed"), "yes"),
    "held": (later("held"), "no"),
}
KINDS: Mapping[str, str] = {
    "list": later("a name for the list"),
    "relief": later("an exemption"),
    "publish": later("a report of the experts"),
    "renew": later("falls only by a veto"),
}


def committee(it: Committee, *, title: str, cell: int = 300) -> Widget:
    """Return the Committee as three parts: what is before it, reports, findings."""
    parts = (_items(it.items), _reports(it.reports), _findings(it.findings, it.has_experts))
    rule = _("What none of the fifteen holds is decided.")
    return Panel(
        title,
        (Text(rule, size="small", tone="muted"), Grid(parts, cell=cell, gap=18)),
        name="committee",
        gap=10,
    )


def proposals(items: Sequence[Proposal], *, title: str, act: str) -> Widget:
    """Return what could be sent to the Committee, each with what it brings and whom it touches.

    Args:
        act: what stands on the buttons.
    """
    rows = tuple(_proposal(it, act) for it in items)
    none = (Text(_("Nothing is left to send."), tone="muted"),)
    return Panel(title, rows or none, name=f"proposals {title}", gap=8, pad=14)


def _proposal(it: Proposal, act: str) -> Widget:
    flags = tuple(Flag(flag, height=11) for flag in it.minded)
    minds = Row((Text(_("touches"), size="small", tone="muted"), *flags), gap=5) if flags else None
    words = Column(
        (
            Text(it.title, bold=True, size="small"),
            Row((Text(it.result, size="small", tone="muted"), minds), gap=12, wrap=True),
        ),
        gap=2,
        flex=1,
    )
    send = Button(
        act,
        None if it.disabled else it.message,
        disabled=it.disabled,
        name=f"send {it.id}",
    )
    return Row((words, send), gap=10, hint=it.hint)


def _part(title: str, children: Sequence[Widget | None]) -> Widget:
    return Column((Text(title, size="label", tone="muted"), *(c for c in children if c)), gap=7)


def _items(items: Sequence[Item]) -> Widget:
    order = {"late": 0, "open": 1, "held": 2, "passed": 3}
    rows = [_item(it) for it in sorted(items, key=lambda it: order[it.status])]
    return _part(_("Before the Committee"), rows or [Text(_("Nothing yet."), tone="muted")])


def _whose(it: Item) -> tuple[str, str, str]:
    """Return the flag and the name of whose doing it is that it stands as it does, and what."""
    if it.held[1]:
        return *it.held, later("held by {who}")
    if it.later[1] and it.status != "passed":
        return *it.later, later("{who} needs time")
    return *it.by, later("sent by {who}")


def _item(it: Item) -> Widget:
    words, tone = STATUS[it.status]
    flag, name, said = _whose(it)
    who = None
    if name:
        who = Row(
            (Flag(flag, height=11), Text(_(said).format(who=name), size="small", tone="muted")),
            gap=5,
        )
    about = Row(
        (Text(_(KINDS[it.kind]), size="small", tone="muted"), who), gap=12, wrap=True, flex=1
    )
    return Card(
        (
            Row((Text(it.title, bold=True, size="small", flex=1), Badge(_(words), tone)), gap=8),
            Row((about, *_buttons(it)), gap=8, wrap=True),
        ),
        accent=tone,
        edge="left",
        pad=9,
        gap=3,
        name=f"notice {it.number}",
    )


def _buttons(it: Item) -> Iterator[Widget]:
    """Yield what can be done about what is open, or why it cannot be held."""
    if it.status not in ("open", "late"):
        return
    if it.wait is not None:
        hint = _("five working days more, once for a note; you decide on it after all others")
        yield Button(_("Ask for time"), it.wait, hint=hint, name=f"wait {it.number}")
    yield Button(
        _("Place a hold"),
        None if it.disabled else it.message,
        disabled=it.disabled or ("" if it.message else _("not now")),
        name=f"hold {it.number}",
    )


def _reports(reports: Sequence[Reported]) -> Widget:
    if not reports:
        none = Text(_("No report is due."), tone="muted")
        return _part(_("Reports, due in ninety days"), (none,))
    sent = sum(r.kind in ("full", "short") for r in reports)
    parts = tuple(
        Segment(REPORTS[kind][1], n)
        for kind in ("full", "short", "none")
        if (n := sum(r.kind == kind for r in reports))
    )
    says = _("{n} of {all} have reported").format(n=sent, all=len(reports))
    cells = tuple(_report(r) for r in reports)
    return _part(
        _("Reports, due in ninety days"),
        (
            Text(says, size="small", bold=True),
            Bar(parts, len(reports), text=says, thickness=8),
            Grid(cells, cell=92, gap=6),
        ),
    )


def _report(it: Reported) -> Widget:
    words, tone, sign = REPORTS[it.kind]
    return Row(
        (
            Flag(it.flag, it.name, height=13, hint=f"{it.name}: {_(words)}"),
            Text(f"{sign} {_(words)}", size="small", tone=tone, flex=1, nowrap=True),
        ),
        gap=6,
    )


def _findings(findings: Sequence[Found], has_experts: bool) -> Widget:
    if not has_experts:
        gone = Text(f"{SIGNS['no']} " + _("Nobody looks: the mandate has ended."), tone="no")
        return _part(_("What the experts found"), (gone,))
    rows = [_finding(it) for it in findings]
    return _part(_("What the experts found"), rows or [Text(_("Nothing yet."), tone="muted")])


def _finding(it: Found) -> Widget:
    size = percent(it.size / 1000)
    shown = Badge(_("published"), "yes") if it.is_published else Badge(_("not out yet"), "muted")
    closes = _("closed by: {clause}").format(clause=it.closes)
    return Column(
        (
            Row((Text(it.name, bold=True, size="small", flex=1), shown), gap=8),
            Bar((Segment("no", it.size),), 1000, text=size, thickness=6),
            Text(f"{size} · {it.channel}", size="small", tone="no"),
            Text(f"{SIGNS['up']} {closes}", size="small", tone="muted") if it.closes else None,
        ),
        gap=3,
    )
