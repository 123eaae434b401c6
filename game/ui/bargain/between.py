"""What stands between two delegations: promises both ways, and the offers that were made."""

from __future__ import annotations

from collections.abc import Iterator

from game import words
from game.engine.observation import Observation
from game.engine.opinion import keeps
from game.engine.record import Offered, Pledge
from game.engine.terms import Seat
from game.ui.parts.estimate import text_in_hand
from game.ui.widgets import Badge, Column, Row, Run, Text, Tone, Widget
from game.words import _
from game.words.language import later

SIGNS: dict[str, tuple[str, Tone]] = {
    "kept": ("✓", "yes"),
    "broken": ("✕", "no"),
    "void": ("·", "muted"),
    "open": ("○", "accent"),
}
"""How a promise stands -> its sign."""
DUE = {
    "blue": later("due in blue"),
    "vote": later("due at the vote"),
    "echo": later("due after the vote"),
    "season": later("due in the months after the vote"),
    "months": later("due when reports are in"),
    "next": later("due in the next text"),
}
"""When a promise is settled -> in words."""
STANDS = {
    "kept": later("kept"),
    "broken": later("broken"),
    "void": later("let go"),
}
NO_MORE = 4
"""Offers that are told; the log has them all."""


def promises(o: Observation, other: Seat) -> tuple[Widget, ...]:
    """Return the promises between the one who looks and another, both ways."""
    pair = {o.seat, other}
    found = [p for p in o.record.pledges if {p.by, p.to} == pair]
    return tuple(promise_line(o, p) for p in found)


def promise_line(o: Observation, pledge: Pledge, *, name: str = "") -> Widget:
    """Return one promise: its sign, who gave what, and when it is settled or how it was.

    name: of the other side, where it does not go without saying.
    """
    sign, tone = SIGNS[standing(o, pledge)]
    if pledge.by == o.seat:
        who = _("You promise {seat}").format(seat=name) if name else _("You promise")
    else:
        who = _("{seat} promises you").format(seat=name) if name else _("They promise")
    when = _(STANDS.get(pledge.status) or DUE[pledge.due])
    runs = (
        Run(f"{who}: ", tone="muted"),
        Run(words.term(o.scenario, pledge)),
        Run(f" · {when}", tone="muted"),
        Run(" · " + _("secret") if pledge.secret else "", tone="muted"),
    )
    return Row(
        (
            Text(sign, tone=tone, bold=True, width=16, align="center"),
            Text(runs, size="small", flex=1),
        ),
        gap=6,
        align="start",
    )


def standing(o: Observation, pledge: Pledge) -> str:
    """Return how a promise stands; one of a clause that the text in hand breaks shows it now."""
    text = text_in_hand(o)
    if pledge.status != "open" or pledge.kind != "clause" or text is None:
        return pledge.status
    holds = keeps(o.scenario, text, pledge)
    return "kept" if holds else "broken"


def offers(o: Observation, other: Seat) -> tuple[Widget, ...]:
    """Return the offers between the one who looks and another, the latest first."""
    found = [x for x in o.record.offers if {x.seat, x.to} == {o.seat, other}]
    return tuple(_offer(o, x) for x in reversed(found[-NO_MORE:]))


def _offer(o: Observation, offered: Offered) -> Widget:
    s, mine = o.scenario, offered.seat == o.seat
    head = _("You offered {give} for {take}") if mine else _("They offered {give} for {take}")
    says = head.format(give=words.terms(s, offered.give), take=words.terms(s, offered.take))
    line = _("round {round}: {says}").format(round=offered.round, says=says)
    return Column(
        (
            Row((Text(line, size="small", flex=1), _status(offered)), gap=8, align="start"),
            *_answer(o, offered),
        ),
        gap=1,
    )


def _status(offered: Offered) -> Badge:
    if offered.status == "struck":
        return Badge(_("agreed"), "yes")
    if offered.status == "declined":
        return Badge(_("counter") if offered.counter_give else _("declined"), "abstain")
    return Badge(_("waits"), "accent")


def _answer(o: Observation, offered: Offered) -> Iterator[Widget]:
    s = o.scenario
    if offered.status != "declined":
        return
    if offered.counter_give or offered.counter_take:
        said = _("They would give {give} for {take}")
        if offered.to == o.seat:
            said = _("You would give {give} for {take}")
        line = said.format(
            give=words.terms(s, offered.counter_give), take=words.terms(s, offered.counter_take)
        )
        yield Text(line, size="small", tone="accent")
    elif offered.red_line:
        line = _("There is no wording on {measure}").format(
            measure=words.measure(s, offered.red_line)
        )
        yield Text(line, size="small", tone="no")
