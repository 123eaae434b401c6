"""The pen's answers to a request: grant, counter, refuse, and what granting does to the vote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game import words
from game.engine.actions import Action, Grant, Refuse
from game.engine.observation import Observation
from game.engine.record import Asked
from game.ui.drafting.moves import nearest_counter
from game.ui.drafting.texts import Desk, Wish
from game.ui.drafting.turning import at_level, by_granting, hands, odds
from game.ui.messages import Pick, Picks, Steps
from game.ui.parts.footer import why_not
from game.ui.parts.seats import seat_name
from game.ui.parts.speech import level_name
from game.ui.widgets import Button, Column, Flag, Row, Text, Widget
from game.words import _

FLAGS = 5
"""Flags before equal asks; the names stand behind them."""


def request(o: Observation, picks: Picks, desk: Desk, wish: Wish, *, keyed: bool) -> Widget:
    """Return equal asks, and for the pen what granting them does and the answers to them."""
    first = wish[0]
    seats = ", ".join(seat_name(o, a.seat) for a in wish)
    label = words.asked(o.scenario, first, short=True)
    line = _("{seats} asks: {level}") if len(wish) == 1 else _("{seats} ask: {level}")
    says = line.format(seats=seats, level=label)
    flags = tuple(Flag(a.seat, height=13) for a in wish[:FLAGS])
    lead = Row((*flags, Text(says, size="small", bold=True, flex=1)), gap=6)
    if not desk.writes:
        return lead
    buttons = answers(o, picks, desk, wish, (_compare(picks, first),), keyed)
    return Column((lead, *outcomes(o, desk, wish), buttons), gap=3)


def outcomes(o: Observation, desk: Desk, wish: Wish) -> Iterator[Widget]:
    """Yield what each answer to equal asks does to the vote: granting, and the nearest counter."""
    granted = by_granting(o, desk.levels, wish)
    if granted is None:
        return
    level = nearest_counter(o, desk.levels, wish[0])
    offered = None if level is None else by_granting(o, desk.levels, at_level(wish, level))
    if granted.is_nothing and (offered is None or offered.is_nothing):
        says = _("it passes {now}, whatever you answer")
        yield odds(granted, says, says)
        return
    with_it, without = _("granted, it passes {was} → {now}"), _("it passes {now}, granted or not")
    yield Row((odds(granted, with_it, without), *hands(o, granted)), gap=8, wrap=True)
    if level is None or offered is None:
        return
    with_it = _("“{level}” taken, it passes {was} → {now}")
    without = _("“{level}” taken or not, it passes {now}")
    name = level_name(o.scenario, wish[0].measure, level)
    yield Row((odds(offered, with_it, without, level=name), *hands(o, offered)), gap=8, wrap=True)


def answers(
    o: Observation,
    picks: Picks,
    desk: Desk,
    wish: Wish,
    more: Sequence[Widget] = (),
    keyed: bool = False,
    *,
    table: bool = False,
) -> Widget:
    """Return grant, counter and refuse for equal asks side by side, each for all of them.

    Args:
        more: what else can be done with them.
        keyed: they are answered by key.
        table: there is a table beside it, which has the key of offers.
    """
    grant, counter, refuse = ways(o, picks, desk, wish, keyed=keyed, table=table)
    return Row((*(b for b in (grant, counter, refuse) if b), *more), gap=2, wrap=True)


def ways(
    o: Observation,
    picks: Picks,
    desk: Desk,
    wish: Wish,
    *,
    keyed: bool = False,
    table: bool = False,
) -> tuple[Button, Button | None, Button]:
    """Return grant, counter and refuse for equal asks, by themselves; no counter where none is."""
    first, many = wish[0], len(wish)
    counter = nearest_counter(o, desk.levels, first)
    grants = tuple(Grant(o.seat, a.id) for a in wish)
    return (
        Button(
            _("Grant") if many == 1 else _("Grant all {count}").format(count=many),
            _sent(grants),
            key=picks.key("grant") if keyed else "",
            look="ghost",
            disabled=why_not(o, grants[0]),
            name=f"grant {first.id}",
            hint=_("writes it into your text, and promises it in public"),
        ),
        _counter(o, wish, counter, picks.key("offer") if keyed and not table else "")
        if counter is not None
        else None,
        refusing(
            o,
            wish,
            _("Refuse") if many == 1 else _("Refuse all {count}").format(count=many),
            f"refuse {first.id}",
            picks.key("refuse") if keyed else "",
        ),
    )


def refusing(o: Observation, asks: Sequence[Asked], label: str, name: str, key: str = "") -> Button:
    """Return the button that refuses each of these asks, and names nothing instead."""
    refusals = tuple(Refuse(o.seat, a.id) for a in asks)
    return Button(
        label, _sent(refusals), key=key, look="ghost", disabled=why_not(o, refusals[0]), name=name
    )


def _sent(actions: Sequence[Action]) -> object:
    """Return the message that does one thing, or several of one kind."""
    return actions[0] if len(actions) == 1 else Steps(tuple(actions))


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


def _counter(o: Observation, wish: Wish, level: int, key: str) -> Button:
    first = wish[0]
    actions = tuple(Refuse(o.seat, a.id, level) for a in wish)
    return Button(
        _("Offer “{level}”").format(level=level_name(o.scenario, first.measure, level)),
        _sent(actions),
        key=key,
        look="ghost",
        disabled=why_not(o, actions[0]),
        name=f"counter {first.id}",
        hint=_("refuses, and names the nearest level you could grant; asked back, it is granted"),
    )
