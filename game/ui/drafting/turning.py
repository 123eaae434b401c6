"""What an answer of the pen does to the vote: the chance to pass, and whose hand turns by it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from game.engine.observation import Observation
from game.engine.record import Asked, Draft
from game.engine.terms import Seat
from game.ui.drafting.moves import granted, pledged
from game.ui.drafting.texts import Wish
from game.ui.parts.estimate import Estimate, estimate, once, signature
from game.ui.parts.seats import seat_name
from game.ui.parts.signs import likeliest, percent, signed
from game.ui.widgets import SIGNS, Flag, Row, Text, Tone, Widget
from game.words import _, plural

TOLD = 3
"""Seats that are told beside a chance, and how many more; the desk shows them all."""
MOVED = 5
"""Tuned: points of a hundred by which a yes must move to be told, where no hand turns."""


@frozen
class Shift:
    """Two forecasts of the vote: without a change, and with it."""

    was: Estimate
    now: Estimate

    @property
    def rise(self) -> int:
        """Return by how many points of a hundred the text is likelier to pass."""
        return round(100 * self.now.passes) - round(100 * self.was.passes)

    @property
    def is_nothing(self) -> bool:
        """Tell whether neither the chance nor anybody's hand is told to change."""
        return not self.rise and not any(told(self))

    def gain(self, seat: Seat) -> int:
        """Return by how many points of a hundred a seat's yes is likelier."""
        return round(100 * self.now.yes[seat]) - round(100 * self.was.yes[seat])

    def hand(self, seat: Seat) -> Tone:
        """Return the ballot that a seat is likeliest to cast then."""
        return likeliest(self.now.yes[seat], self.now.no[seat])[0]

    def turns(self, seat: Seat) -> bool:
        """Tell whether another ballot of a seat becomes the likeliest."""
        return likeliest(self.was.yes[seat], self.was.no[seat])[0] != self.hand(seat)


def by_granting(o: Observation, draft: Draft, wish: Wish) -> Shift | None:
    """Return what granting equal asks does to the vote, with the promises that it makes."""
    key = f"granting {[(a.id, a.clause) for a in wish]} {signature(draft)}"
    return once(o, key, lambda: _by_granting(o, draft, wish))


def _by_granting(o: Observation, draft: Draft, wish: Wish) -> Shift | None:
    record = o.record
    for ask in wish:
        record = pledged(record, ask)
    was = estimate(o, draft)
    now = estimate(evolve(o, record=record), granted(o, draft, wish[0]))
    return None if was is None or now is None else Shift(was, now)


def at_level(wish: Wish, level: int) -> Wish:
    """Return equal asks as they would be if they were for another level."""
    return tuple(_at_level(ask, level) for ask in wish)


def _at_level(ask: Asked, level: int) -> Asked:
    return evolve(ask, level=level, words=None)


def told(found: Shift) -> Iterator[tuple[Seat, Tone, int]]:
    """Yield whose hand turns, to a no first, then whose yes moves much: seat, ballot, gain."""
    much = [s for s in found.now.yes if found.turns(s) or abs(found.gain(s)) >= MOVED]
    much.sort(key=lambda s: (not found.turns(s), found.hand(s) != "no", -abs(found.gain(s))))
    yield from ((s, found.hand(s), found.gain(s)) for s in much)


def _more(count: int) -> str:
    """Return how many seats are left out; empty where none is."""
    return plural("{count} more", "{count} more", count - TOLD) if count > TOLD else ""


def in_words(o: Observation, found: Shift) -> str:
    """Return whose hand turns and whose yes moves, in a few words; empty where nobody's does."""
    seats = tuple(told(found))
    parts = [_moved(o, found, *it) for it in seats[:TOLD]]
    return ", ".join(filter(None, (*parts, _more(len(seats)))))


def _moved(o: Observation, found: Shift, seat: Seat, tone: Tone, gain: int) -> str:
    sign = f"{SIGNS[tone]} " if found.turns(seat) else ""
    return f"{sign}{seat_name(o, seat)} {signed(gain)}" if gain else f"{sign}{seat_name(o, seat)}"


def odds(found: Shift, with_it: str, either_way: str, **fields: str) -> Text:
    """Return the chance to pass before and after; a fall is a warning, in a sign and a tone.

    Args:
        with_it: the sentence, with {was} and {now}.
        either_way: what is said where nothing changes, with {now}.
        fields: what else the sentences name.
    """
    rise = found.rise
    tone: Tone = "yes" if rise > 0 else "no" if rise < 0 else "muted"
    sign = f" {SIGNS['up']}" if rise > 0 else f" {SIGNS['down']}" if rise < 0 else ""
    says = with_it if rise else either_way
    says = says.format(was=percent(found.was.passes), now=percent(found.now.passes), **fields)
    return Text(says + sign, size="small", tone=tone, bold=rise < 0)


def hands(o: Observation, found: Shift) -> tuple[Widget, ...]:
    """Return whose hand turns, with its sign, and whose yes moves, each as one widget."""
    seats = tuple(told(found))
    rest = _more(len(seats))
    cells = tuple(
        Row(
            (
                Flag(seat, height=11),
                Text(
                    _moved(o, found, seat, tone, gain),
                    size="small",
                    tone=tone if found.turns(seat) else "yes" if gain > 0 else "no",
                    bold=found.turns(seat),
                    hint=_("{seat}: yes {now} %, before {was} %").format(
                        seat=seat_name(o, seat),
                        now=round(100 * found.now.yes[seat]),
                        was=round(100 * found.was.yes[seat]),
                    ),
                ),
            ),
            gap=4,
        )
        for seat, tone, gain in seats[:TOLD]
    )
    return (*cells, Text(rest, size="small", tone="muted")) if rest else cells
