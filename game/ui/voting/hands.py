"""The show of hands: fifteen cards that turn one after the other, and the count below them."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.events import Tally
from game.engine.observation import Observation
from game.engine.terms import Ballot, Seat
from game.ui.messages import Pick, Picks
from game.ui.parts.seats import seat_name
from game.ui.parts.signs import tone_of_ballot
from game.ui.voting.calls import count_of, is_main, length_of, meaning, remaining
from game.ui.widgets import (
    Animated,
    Badge,
    Card,
    Column,
    Flag,
    Grid,
    Row,
    Size,
    Spacer,
    Surface,
    Text,
    Tone,
    Widget,
)
from game.words import _
from game.words.language import later

RISE_MS = 220
"""How long one hand takes on its way up."""
SHOWN: dict[Ballot, str] = {
    Ballot.YES: later("in favour"),
    Ballot.NO: later("against"),
    Ballot.ABSTAIN: later("abstains"),
    Ballot.NOT_PARTICIPATING: later("takes no part"),
    Ballot.ABSENT: later("absent"),
}


def hands(
    o: Observation,
    picks: Picks,
    tally: Tally,
    order: Sequence[Seat],
    up: int,
    *,
    small: bool = False,
) -> Widget:
    """Return the fifteen at the table, every hand that is still down on its way up.

    All motions begin together, each later than the one before, so that one key completes them;
    the last one counts them all, whatever came before it.
    """
    place = {seat: number for number, seat in enumerate(order)}
    run, length = _run(o, picks, tally), length_of(o, tally)
    cards: list[Widget] = []
    for seat in o.scenario.seating(o.record.day):
        number, ballot = place[seat], tally.ballots[seat]
        if number < up:
            cards.append(card(o, seat, ballot, small=small))
        else:
            step = length // max(1, len(order))
            rising = _rising(seat, ballot, number, step, run)
            cards.append(card(o, seat, None, raising=rising, small=small))
    shown = table(cards, small=small)
    if up == len(order):
        return shown
    end = Animated(
        f"count {run}",
        Spacer(0, flex=0),
        delay_ms=length,
        duration_ms=100,
        done=Pick("hands", len(order)),
    )
    return Column((shown, end), gap=0)


def _run(o: Observation, picks: Picks, tally: Tally) -> str:
    """Return what tells this show of hands from any other in the same window."""
    counted = next((i for i, event in enumerate(o.log) if event == tally), 0)
    return f"{picks.house.seed} {o.seat} {counted} {picks.get('replay', 0)}"


def _rising(seat: Seat, ballot: Ballot, number: int, step: int, run: str) -> Widget:
    rise = min(RISE_MS, step // 2)
    return Animated(
        f"hand of {seat} {run}",
        Badge(_(SHOWN[ballot]), tone_of_ballot(ballot)),
        effect="rise",
        duration_ms=rise,
        delay_ms=(number + 1) * step - rise,
        done=Pick("hands", number + 1),
    )


def table(cards: Sequence[Widget], *, small: bool = False) -> Widget:
    """Return the cards of all members, five in a row."""
    return Grid(
        tuple(cards), columns=5, cell=150 if small else 200, gap=8 if small else 14, name="hands"
    )


def card(
    o: Observation,
    seat: Seat,
    ballot: Ballot | None,
    *,
    note: str = "",
    raising: Widget | None = None,
    small: bool = False,
) -> Widget:
    """Return the card of a member: its flag, its name, and its hand."""
    name = seat_name(o, seat)
    surface: Surface = "panel"
    accent: Tone = ""
    low: Widget = Text(note or " ", size="small", tone="muted")
    if ballot is not None:
        tone = tone_of_ballot(ballot)
        accent = tone
        surface = tone if tone in ("yes", "abstain", "no") else "raised"
        low = Badge(_(SHOWN[ballot]), tone)
    if raising is not None:
        low = raising
    veto = Text(_("P5"), size="small", tone="muted", bold=True)
    head = Row(
        (
            Flag(seat, name, height=18 if small else 40),
            Text(name, size="body" if small else "heading", font="serif", bold=True, flex=1),
        ),
        gap=10,
    )
    foot = Row((low, Spacer(), veto if seat in o.scenario.permanent else None), gap=6)
    return Card(
        (head, foot),
        surface=surface,
        accent=accent,
        edge="all",
        pad=9 if small else 18,
        gap=4 if small else 16,
        name=f"hand of {seat}",
    )


def running(o: Observation, tally: Tally, up: tuple[Seat, ...]) -> Widget:
    """Return the count of the hands that are up, and what it means so far."""
    count = count_of(o, tally, up)
    sentence, tone = meaning(o, count)
    size: Size = "display" if is_main(o, tally) else "title"

    def number(n: int, words: str, colour: Tone) -> Widget:
        shade: Tone = colour if n else "muted"
        return Row(
            (
                Text(str(n), size=size, font="serif", tone=shade, nowrap=True),
                Text(words, tone="muted", nowrap=True),
            ),
            gap=8,
            align="baseline",
        )

    return Row(
        (
            number(count.yes, _("in favour"), "yes"),
            number(count.no, _("against"), "no"),
            number(count.others, _("abstaining"), "abstain"),
            Spacer(),
            Column(
                (
                    Text(sentence, size="title", font="serif", tone=tone, align="end"),
                    Text(remaining(count), size="small", tone="muted", align="end"),
                ),
                gap=2,
                min_width=300,
            ),
        ),
        gap=28,
    )
