"""What waits for an answer: an offer of another delegation, or its question what one needs."""

from __future__ import annotations

from collections.abc import Iterator

from game import words
from game.engine.actions import Accept, Decline, TellNeeds
from game.engine.observation import Observation
from game.engine.record import Offered
from game.ui.bargain.laid import Laid, lay, mirrored
from game.ui.bargain.sheet import balance, effect, two_lists
from game.ui.bargain.usual import usual
from game.ui.bargain.worth import gains as gains_of
from game.ui.bargain.worth import written
from game.ui.drafting.deal import best_moves
from game.ui.drafting.texts import desk_of
from game.ui.messages import Pick, Picks, Show, Steps
from game.ui.parts.footer import act, why_not
from game.ui.parts.question import ARRIVING
from game.ui.parts.reasons import Why, reason_lines
from game.ui.parts.seats import seat_name
from game.ui.widgets import Button, Divider, Flag, Modal, Panel, Row, Spacer, Text, Widget
from game.words import _

COUNTER = "counter"
"""The pick that says that the offer is being answered on the table."""
DONE = (Pick(COUNTER, False), Pick("laid", ""))
"""What is forgotten once the offer is answered."""
NAMED = 4
"""Clauses that are put forward when somebody asks what one needs."""


def incoming(o: Observation, picks: Picks) -> Modal | None:
    """Return what waits for an answer, above any screen; None if nothing does."""
    if o.actor != o.seat or (picks.get(ARRIVING, False) and picks.screen == "chamber"):
        return None
    if o.inquirer:
        return _needs(o, picks)
    if o.offered is None or (picks.get(COUNTER, False) and picks.screen == "corridor"):
        return None
    return _offer(o, picks, o.offered)


def _offer(o: Observation, picks: Picks, offered: Offered) -> Modal:
    table, desk = mirrored(offered), desk_of(o)
    name = seat_name(o, offered.seat)
    counter = Button(
        _("Counter"),
        lay(table, Pick(COUNTER, True), Show("corridor", {"seat": offered.seat, "side": "deal"})),
        key=picks.key("offer"),
        name="counter offer",
        hint=_("opens the table with the offer on it"),
    )
    lines = red_lines(o, offered)
    paper = Panel(
        "",
        (two_lists(o, table), Divider(), balance(o, table), effect(o, desk, table)),
        surface="paper",
        gap=12,
        name="offer paper",
    )
    return Modal(
        _("{seat} offers you a deal").format(seat=name),
        (
            Row(
                (
                    Flag(offered.seat, height=22),
                    Text(
                        _("Between the two of you. Whoever accepts has promised."),
                        tone="muted",
                        flex=1,
                    ),
                ),
                gap=12,
            ),
            paper,
            *why(o, picks, table),
            Row((*answers(o, picks, offered), counter, Spacer(), why_button(picks)), wrap=True),
            Row((Text(_("Or decline for good:"), size="small", tone="muted"), *lines), wrap=True)
            if lines
            else None,
        ),
        name="incoming",
        width=820,
        ends=2 if lines else 1,
        gap=14,
    )


def answers(
    o: Observation, picks: Picks, offered: Offered, *, main: bool = True
) -> tuple[Widget | None, ...]:
    """Return the buttons that accept an offer, decline it, and ask for more where it is one-sided.

    Args:
        main: Enter does what is sensible of these: a deal that brings next to nothing is declined,
            and so is one by which the text may fail.
    """
    accept = Accept(o.seat, offered.seat, offered.number)
    decline = Decline(o.seat, offered.seat, offered.number)
    usually = usual(o, offered)
    gains = not why_not(o, accept) and isinstance(usually, Accept)
    more = isinstance(usually, Decline) and bool(usually.give)
    return (
        _more(o, usually, main=main) if isinstance(usually, Decline) and more else None,
        Button(
            _("Accept"),
            Steps((accept, *DONE)),
            key=picks.key("grant"),
            main=main and gains,
            look="primary" if main and gains else "plain",
            disabled=why_not(o, accept),
            name="accept",
        ),
        Button(
            _("Decline"),
            Steps((decline, *DONE)),
            key=picks.key("refuse"),
            main=main and not gains and not more,
            look="primary" if main and not gains and not more else "plain",
            disabled=why_not(o, decline),
            name="decline",
        ),
    )


def _more(o: Observation, counter: Decline, *, main: bool) -> Button:
    """Return the button that names a deal by which one gets more."""
    s = o.scenario
    give, take = (
        " + ".join(words.brief(s, term) for term in side) for side in (counter.give, counter.take)
    )
    return Button(
        _("Ask for more"),
        Steps((counter, *DONE)),
        main=main,
        look="primary" if main else "plain",
        note=_("{take} for {give}").format(take=take, give=give),
        name="fairer",
        hint=_("they gain several times as much as you: declines, and says what would do"),
    )


def red_lines(o: Observation, offered: Offered) -> tuple[Widget, ...]:
    """Return the buttons that decline an offer because there is no wording on a clause of it."""
    measures = dict.fromkeys(t.measure for t in (*offered.take, *offered.give) if t.measure)
    return tuple(
        Button(
            _("no wording on {measure}").format(measure=words.measure(o.scenario, measure)),
            Steps((Decline(o.seat, offered.seat, offered.number, red_line=measure), *DONE)),
            look="ghost",
            name=f"red line {measure}",
            hint=_("declines, and says that no words on this would do"),
        )
        for measure in measures
    )


def why_button(picks: Picks) -> Button:
    """Return the button that shows, or hides, why a deal is worth what it is."""
    shown = picks.get("why", False)
    return Button(
        _("Hide the reasons") if shown else _("Why?"),
        Pick("why", not shown),
        look="ghost",
        name="why",
    )


def why(o: Observation, picks: Picks, table: Laid) -> Iterator[Widget]:
    """Yield the parts of what a deal is worth to the one who looks, if they are asked for."""
    if picks.get("why", False):
        desk = desk_of(o)
        after = written(o.scenario, desk.levels, (*table.give, *table.take))
        found = Why(gains_of(o, table), certain=True)
        yield reason_lines(o, found, limit=8, draft=after)


def _needs(o: Observation, picks: Picks) -> Modal:
    asker = o.inquirer
    name = seat_name(o, asker)
    best = best_moves(o, desk_of(o), asker if o.is_pen else o.scenario.penholder)
    named = dict.fromkeys((*(m.measure for m in best), o.record.priorities.get(o.seat, "")))
    rows = [
        _need(o, picks, asker, measure, first=not at)
        for at, measure in enumerate([m for m in named if m][:NAMED])
    ]
    nothing = TellNeeds(o.seat, asker)
    note = _("you have what you need, or you would rather not say")
    rows.append(
        act(o, picks, _("Nothing more"), nothing, look="card", note=note, name="need nothing")
    )
    return Modal(
        _("{seat} asks what you need").format(seat=name),
        (
            Text(_("Only the two of you hear the answer."), tone="muted"),
            *rows,
        ),
        name="needs asked",
        width=620,
    )


def _need(o: Observation, picks: Picks, asker: str, measure: str, *, first: bool) -> Button:
    action = TellNeeds(o.seat, asker, measure)
    return act(
        o,
        picks,
        words.title(o.scenario, measure),
        action,
        look="card",
        note=_("what weighs most for you") if first else "",
        selected=first,
        name=f"need {measure}",
    )
