"""The pen's answers to a request: grant, counter, refuse, and what granting does to the vote."""

from __future__ import annotations

from game import words
from game.engine.actions import Grant, Refuse
from game.engine.observation import Observation
from game.engine.record import Asked, Draft
from game.ui.drafting.moves import granted, nearest_counter
from game.ui.drafting.texts import Desk
from game.ui.messages import Pick, Picks, Steps
from game.ui.parts.estimate import estimate
from game.ui.parts.footer import why_not
from game.ui.parts.seats import seat_name
from game.ui.parts.signs import percent
from game.ui.parts.speech import level_name
from game.ui.widgets import SIGNS, Button, Column, Flag, Row, Text, Tone, Widget
from game.words import _


def request(o: Observation, picks: Picks, desk: Desk, ask: Asked, *, keyed: bool) -> Widget:
    """Return an open ask, and for the pen what granting does and the answers to it."""
    label = words.asked(o.scenario, ask, short=True)
    says = _("{seat} asks: {level}").format(seat=seat_name(o, ask.seat), level=label)
    lead = Row((Flag(ask.seat, height=13), Text(says, size="small", bold=True, flex=1)), gap=6)
    if not desk.writes:
        return lead
    odds = passing(o, desk.levels, granted(o, desk.levels, ask))
    return Column((lead, odds, answers(o, picks, desk, ask, keyed=keyed)), gap=3)


def passing(o: Observation, before: Draft, after: Draft) -> Widget | None:
    """Return what granting does to the vote; a fall is a warning, in a sign and a tone."""
    was, now = estimate(o, before), estimate(o, after)
    if was is None or now is None:
        return None
    rise = round(100 * now.passes) - round(100 * was.passes)
    tone: Tone = "yes" if rise > 0 else "no" if rise < 0 else "muted"
    sign = f" {SIGNS['up']}" if rise > 0 else f" {SIGNS['down']}" if rise < 0 else ""
    says = _("granted, it passes {was} → {now}").format(
        was=percent(was.passes), now=percent(now.passes)
    )
    return Text(says + sign, size="small", tone=tone, bold=rise < 0)


def answers(
    o: Observation,
    picks: Picks,
    desk: Desk,
    ask: Asked,
    *,
    keyed: bool,
    last: Widget | None = None,
) -> Widget:
    """Return grant, counter and refuse for an open ask, with what each would do to the vote.

    Args:
        last: in place of the button that compares; where there is a table, its key is the table's.
    """
    text = desk.levels
    counter = nearest_counter(o, text, ask)
    grant, refuse = Grant(o.seat, ask.id), Refuse(o.seat, ask.id)
    buttons: list[Widget | None] = [
        Button(
            _("Grant"),
            grant,
            key=picks.key("grant") if keyed else "",
            look="ghost",
            disabled=why_not(o, grant),
            name=f"grant {ask.id}",
            hint=_("writes it into your text, and promises it in public"),
        ),
        _counter(o, picks, ask, counter, keyed=keyed and last is None)
        if counter is not None
        else None,
        Button(
            _("Refuse"),
            refuse,
            key=picks.key("refuse") if keyed else "",
            look="ghost",
            disabled=why_not(o, refuse),
            name=f"refuse {ask.id}",
        ),
        last or _compare(picks, ask),
    ]
    return Row(tuple(b for b in buttons if b), gap=2, wrap=True)


def _compare(picks: Picks, ask: Asked) -> Button:
    return Button(
        _("Compare"),
        Steps(
            (
                Pick("ask", 0 if picks.get("ask", 0) == ask.id else ask.id),
                Pick("measure", ask.measure),
                Pick("level", ask.level),
            )
        ),
        look="ghost",
        selected=picks.get("ask", 0) == ask.id,
        name=f"compare {ask.id}",
        hint=_("shows what granting it would do"),
    )


def _counter(o: Observation, picks: Picks, ask: Asked, level: int, *, keyed: bool) -> Widget:
    action = Refuse(o.seat, ask.id, level)
    return Button(
        _("Offer “{level}”").format(level=level_name(o.scenario, ask.measure, level)),
        action,
        key=picks.key("offer") if keyed else "",
        look="ghost",
        disabled=why_not(o, action),
        name=f"counter {ask.id}",
        hint=_("refuses, and names the nearest level you could grant; asked back, it is granted"),
    )
