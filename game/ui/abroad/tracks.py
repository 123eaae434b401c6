"""Panels of the season: three tracks with whom to win, suspension for suspension, aid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.ui.abroad.plain import Course, Standstill, Winnable
from game.ui.charts import balance
from game.ui.parts.signs import percent
from game.ui.widgets import (
    SIGNS,
    Badge,
    Bar,
    Button,
    Canvas,
    Card,
    Column,
    Flag,
    Grid,
    Meter,
    Panel,
    Row,
    Run,
    Segment,
    Text,
    Tone,
    Widget,
)
from game.words import _
from game.words.language import later

STATUS: Mapping[str, tuple[str, Tone]] = {
    "none": (later("not offered"), "muted"),
    "urged": (later("brought up"), "accent"),
    "declined": (later("turned down"), "no"),
    "offered": (later("offered"), "accent"),
    "accepted": (later("stands"), "yes"),
    "refused": (later("refused"), "no"),
    "kept": (later("kept"), "yes"),
    "broken": (later("broken"), "no"),
}
"""What can have become of an offer of suspension, and its colour; `Badge` adds the sign."""
COUNTABLE = 8
"""Points of effort that are drawn one by one."""
LEVEL = ("accepted", "kept")
"""Statuses in which the two sides hang even."""


def tracks(courses: Sequence[Course], *, cell: int = 330) -> Widget:
    """Return the three tracks side by side, each with whom to win, the price and the result."""
    return Grid(tuple(_track(course) for course in courses), cell=cell, gap=14)


def _track(it: Course) -> Widget:
    many = sum(x.is_won for x in it.states)
    count = _("{won} of {all} won").format(won=many, all=len(it.states))
    rows = tuple(_state(x) for x in sorted(it.states, key=_order) if not x.is_won)
    done = tuple(won(x) for x in it.states if x.is_won)
    return Panel(
        it.title,
        (Text(count, size="small", tone="muted"), *rows, *done),
        name=f"track {it.id}",
        gap=7,
        pad=14,
    )


def _order(it: Winnable) -> tuple[bool, int]:
    """Put those first that an act can still win, the nearest first."""
    return bool(it.disabled), it.price - it.spent


def won(it: Winnable) -> Widget:
    """Return somebody who was won, on one line."""
    words = (Run(it.name, bold=True), Run(f"  {it.title}", tone="muted"))
    return Row(
        (Badge(_("won"), "yes"), _flag(it), Text(words, size="small", flex=1)),
        gap=8,
        hint=it.result,
        name=f"won {it.id}",
    )


def _state(it: Winnable) -> Widget:
    left = max(0, it.price - it.spent)
    state: Widget = Text(_("{left} to go").format(left=left), size="small", bold=True, nowrap=True)
    if it.mine >= left:
        state = Badge(_("one act wins it"), "accent", sign="up")
    words = _("{spent} of {price} points of effort").format(spent=it.spent, price=it.price)
    return Card(
        (
            Row((_flag(it), Text(it.name, bold=True, flex=1), state), gap=8),
            Text(it.title, font="serif", size="small"),
            Row(
                (
                    _effort(it, words),
                    Text(it.result, size="small", tone="muted", flex=1, align="end"),
                ),
                gap=10,
            ),
            _members(_("in the hands of"), "muted", it.hands),
            _members(f"{SIGNS['no']} " + _("resented by"), "no", it.minded),
        ),
        None if it.disabled else it.message,
        accent="accent" if it.message and not it.disabled else "line",
        edge="left",
        disabled=it.disabled,
        hint=it.hint,
        label=f"{it.name}: {it.title}, {words}, {it.result}",
        pad=9,
        gap=3,
        name=f"win {it.id}",
    )


def _members(says: str, tone: Tone, seats: tuple[str, ...]) -> Widget | None:
    """Return a few words and the flags of whom they are about; nothing about nobody."""
    if not seats:
        return None
    flags = tuple(Flag(seat, height=11) for seat in seats)
    return Row((Text(says, size="small", tone=tone), *flags), gap=5)


def _effort(it: Winnable, words: str) -> Widget:
    """Return how far one has come: in points one can count, or as a share of a long way."""
    spent = min(it.spent, it.price)
    if it.price <= COUNTABLE:
        return Meter(spent, it.price, text=words)
    return Bar((Segment("accent", spent),), it.price, text=words, width=150, thickness=5)


def _flag(it: Winnable) -> Widget | None:
    return Flag(it.flag, it.name, height=14) if it.flag else None


def standstill(it: Standstill, *, title: str) -> Widget:
    """Return the scale of suspension for suspension, its state and the ways to offer it."""
    words, tone = STATUS[it.status]
    left, right = _sides(it)
    spoken = _("{gives} on one side, {takes} on the other: {status}").format(
        gives=it.gives, takes=it.takes, status=_(words)
    )
    pans = Row(
        (
            Text(it.gives, size="small", bold=True, flex=1, align="center"),
            Text(it.takes, size="small", bold=True, flex=1, align="center"),
        ),
        gap=8,
    )
    canvas = Canvas(
        balance.beam(left, right, ("accent", "abstain"), figures=False),
        spoken,
        height=96,
        name="standstill scale",
        inset=2,
    )
    state = Row((Badge(_(words), tone), Text(_said(it), size="small", flex=1)), gap=8)
    ways = tuple(
        Button(
            _("Offer it through {state}").format(state=name),
            None if why else message,
            lead=Flag(flag, height=14),
            disabled=why,
            name=f"offer through {flag}",
        )
        for name, flag, message, why in it.ways
    )
    offer: Widget | None = Row(ways, gap=8, wrap=True) if ways else None
    if it.waits and it.status not in ("accepted", "offered", "urged"):
        says = _("Only {who} can offer it.").format(who=it.waits)
        offer = Column((Text(says, size="small", tone="muted"), _urging(it)), gap=6)
    return Panel(title, (canvas, pans, state, offer), name="standstill", gap=8)


def _urging(it: Standstill) -> Widget | None:
    """Return the button by which who could carry the offer brings it up; None for others."""
    if it.urge is None:
        return None
    message, why = it.urge
    label = _("Bring it up with {who}").format(who=it.waits)
    return Row((Button(label, None if why else message, disabled=why, name="urge"),))


def _sides(it: Standstill) -> tuple[int, int]:
    """Return what the two pans weigh: even while it holds, else by how likely a yes is."""
    if it.status in LEVEL:
        return 50, 50
    if it.status in ("declined", "refused", "broken"):
        return 90, 10
    chance = it.chance if it.chance >= 0 else 300
    return 100 - chance // 20, chance // 20


def _said(it: Standstill) -> str:
    if it.status == "broken" and it.breaker:
        return _("by {who}, in public").format(who=it.breaker)
    if it.status in ("urged", "declined") and it.through:
        return _("brought up by {who}").format(who=it.through)
    if it.status == "offered" and it.through:
        return _("carried by {who}; the answer comes when all have acted").format(who=it.through)
    if it.chance >= 0 and it.status in ("none", "refused"):
        return _("as the signs show, a yes is {chance} likely").format(
            chance=percent(it.chance / 1000)
        )
    return ""


def aid(points: int, *, message: object, disabled: str = "", waits: str = "") -> Widget:
    """Return what a contribution to aid would lift, and the button that pays it.

    Args:
        points: of hardship that it takes away. waits: what holds it up, if anything does.
    """
    says = _("Takes {n} points off hardship").format(n=points)
    runs = (Run(f"{SIGNS['down']} ", tone="yes"), Run(says, bold=True))
    late = Text(f"{SIGNS['abstain']} {waits}", size="small", tone="abstain") if waits else None
    pay = Button(
        _("Pay for aid"), None if disabled else message, disabled=disabled, name="pay for aid"
    )
    return Panel(_("People"), (Column((Text(runs), late), gap=3), Row((pay,))), name="aid", gap=8)
