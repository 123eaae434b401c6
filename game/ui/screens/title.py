"""The title: the name of the game, three doors, and what was left open."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from game.language import _, later
from game.ui.messages import Continue, Help, House, Listing, Pick, Picks, Quit, Show
from game.ui.widgets import (
    Button,
    Card,
    Choice,
    Column,
    Dot,
    Field,
    Flag,
    Grid,
    Place,
    Ring,
    Row,
    Run,
    Shape,
    Shortcut,
    Spacer,
    Text,
    Widget,
)

if TYPE_CHECKING:
    from game.engine.observation import Observation

TITLE = later("In Blue")

LENGTHS = ((3, later("8 minutes")), (6, later("20 minutes")), (12, later("40 minutes")))
FIRST = "first_sitting"
MAIN = "resolution_2270"


def available(observation: Observation | None) -> bool:
    """The title stands before every sitting."""
    return observation is None


def view(observation: Observation | None, picks: Picks) -> Widget:
    """Return the title screen."""
    house = picks.house
    room = min(1120, house.room - 36)
    content = Column((_resume(house), _doors(house), _options(picks)), gap=22, width=room)
    low = house.height / house.scale < 640
    foot = Row(
        (
            Button(_("Settings"), Show("settings"), look="ghost", name="settings"),
            Button(
                _("Glossary and help"), Help(), key=picks.key("help"), look="ghost", name="help"
            ),
            Spacer(),
            Button(_("Quit"), Quit(), look="ghost", name="quit"),
            Shortcut("?", Help(), _("help")),
        ),
        gap=8,
    )
    return Column(
        (
            Spacer(),
            _table(house.room, low=low),
            Spacer(18, flex=0),
            Row((content,), justify="center"),
            Spacer(flex=2),
            foot,
        ),
        gap=6,
        pad=16,
    )


def _table(room: int, *, low: bool) -> Widget:
    """Return the name of the game among fifteen places at the table, one of them blue."""
    shapes: list[Shape] = []
    for seat in range(15):
        angle = pi * (0.86 + 1.28 * seat / 14)
        x, y = 0.5 + 0.30 * cos(angle), 0.80 + 0.70 * sin(angle)
        blue = seat == 7
        shapes.append(Dot(x, y, "accent" if blue else "line", radius=9 if blue else 7))
    name = Column(
        (
            Text(
                (Run("In "), Run("Blue", tone="accent")),
                size="display",
                font="serif",
                align="center",
                nowrap=True,
            ),
            Text(
                _("Fifteen seats, one text, and what the world makes of it"),
                tone="muted",
                font="serif",
                align="center",
            ),
        ),
        gap=4,
        width=min(520, room // 2),
    )
    text = _("Fifteen seats at the table")
    return Ring((Place(0.5, 0.72, name),), tuple(shapes), height=190 if low else 300, text=text)


def _resume(house: House) -> Widget | None:
    if not house.last_save:
        return None
    return Row(
        (
            Spacer(),
            Button(
                _("Go on"),
                Continue(),
                look="primary",
                key=house.keys.get("on", ""),
                note=house.last_save,
                name="continue",
            ),
            Spacer(),
        )
    )


def _doors(house: House) -> Widget:
    order = {FIRST: 0, MAIN: 1}
    listings = sorted(house.listings, key=lambda it: (bool(it.fault), order.get(it.id, 2), it.id))
    return Grid(tuple(_door(house, it) for it in listings), cell=300, gap=16)


def _door(house: House, it: Listing) -> Widget:
    if it.fault:
        return Card(
            (
                Text(it.title, size="heading", font="serif", tone="muted"),
                Text(_("cannot be played"), size="small", tone="no", bold=True),
                Text(it.fault, size="small", tone="muted"),
            ),
            accent="no",
            surface="panel",
            pad=18,
            name=f"broken {it.id}",
        )
    first = it.id == FIRST
    title = it.title
    note = _("First sitting · 8 minutes · learn by playing")
    if not first:
        words = _("{minutes} minutes · {rounds} rounds")
        note = words.format(minutes=round(it.rounds * 10 / 3), rounds=it.rounds)
    picks: dict[str, object] = {"scenario": it.id}
    return Card(
        (
            Text(note, size="label", tone="accent" if first and house.newcomer else "muted"),
            Text(title, size="heading", font="serif"),
            Text(it.summary, tone="muted"),
            _lively(it),
        ),
        Show("seats", picks),
        accent="accent" if first and house.newcomer else "line",
        surface="panel",
        pad=18,
        gap=8,
        label=f"{title}: {it.summary}",
        name=f"door {it.id}",
    )


def _lively(it: Listing) -> Widget | None:
    """Return the flags of the seats that a first game is best played from."""
    if not it.lively:
        return None
    words = Text(_("lively seats"), size="small", tone="muted", nowrap=True)
    return Row((words, *(Flag(seat, seat, height=14) for seat in it.lively)), gap=8)


def _options(picks: Picks) -> Widget:
    seed = picks.get("seed", "")
    rounds = picks.get("rounds", 0)
    lengths = ((0, _("as planned")), *((n, _(words)) for n, words in LENGTHS))
    return Row(
        (
            Choice(_("Length"), rounds, lengths, Pick("rounds"), name="length"),
            Field(
                seed,
                Pick("seed"),
                label=_("Seed"),
                placeholder=_("by chance"),
                width=200,
                hint=_("The same seed is the same game. Leave it empty for a new one."),
                name="seed",
            ),
        ),
        gap=28,
        justify="center",
        wrap=True,
    )
