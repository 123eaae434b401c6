"""The title: the name of the game, three large doors, the other crises, and what was left open."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from game.language import _, later
from game.ui.messages import Continue, Help, House, Listing, Pick, Picks, Quit, Show
from game.ui.widgets import (
    Badge,
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
WHOLE = "resolution_2270"
HEROES = (FIRST, WHOLE, "campaign_2016_2017")
"""Crises with a large door, in this order."""
WIDEST, CELL, GAP = 1240, 300, 16
"""Width of all doors, least width of a large one, and what lies between two; design pixels."""
SMALL, NEAR = 224, 12
"""Least width of a small door, and what lies between two; design pixels."""
ROOMY, LOW = 1240, 860
"""Room from which all settings stand in one line, height from which the table is drawn tall."""
FLAT, SHORT, SLIM = 680, 620, 230
"""Height from which the table has room, under which doors have only a name; a large one's width."""
LONGEST, LETTER = 185, 7
"""Letters of the longest summary on a large door, and the width of one; design pixels."""
MINUTES_A_ROUND = 10 / 3
MINUTES_A_SITTING = 8
"""Minutes that one of several linked sittings takes, rounds and months together."""


def available(observation: Observation | None) -> bool:
    """The title stands before every sitting."""
    return observation is None


def view(observation: Observation | None, picks: Picks) -> Widget:
    """Return the title screen."""
    house = picks.house
    room = min(WIDEST, house.room - 36)
    low, roomy = house.height / house.scale < LOW, house.room >= ROOMY
    flat = house.height / house.scale < FLAT
    options = _options(picks)
    content = Column((_resume(house), _doors(house)), gap=GAP, width=room)
    return Column(
        (
            Spacer(),
            _name() if flat else _table(house.room, low=low),
            Spacer(4 if low else 18, flex=0),
            Row((content,), justify="center"),
            None if roomy else Spacer(GAP, flex=0),
            None if roomy else options,
            Spacer(flex=2),
            _foot(picks, options if roomy else Spacer()),
        ),
        gap=6,
        pad=16,
    )


def _foot(picks: Picks, between: Widget) -> Widget:
    """Return what leads elsewhere, with what a sitting is begun with between it."""
    return Row(
        (
            Button(_("Settings"), Show("settings"), look="ghost", name="settings"),
            Button(
                _("Glossary and help"), Help(), key=picks.key("help"), look="ghost", name="help"
            ),
            Spacer(),
            between,
            Spacer(),
            Button(_("Quit"), Quit(), look="ghost", name="quit"),
            Shortcut("?", Help(), _("help")),
        ),
        gap=8,
        align="end",
    )


def _is_short(house: House) -> bool:
    """Tell whether there is so little height that doors come before all else."""
    return house.height / house.scale < SHORT


def _name() -> Widget:
    """Return the name of the game and what it is about, in one line."""
    about = _("Fifteen seats, one text, and what the world makes of it")
    return Row(
        (
            Text((Run("In "), Run("Blue", tone="accent")), size="title", font="serif", nowrap=True),
            Text(about, tone="muted", font="serif"),
        ),
        gap=16,
        align="baseline",
        justify="center",
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
        width=min(520, room - 120),
    )
    text = _("Fifteen seats at the table")
    return Ring((Place(0.5, 0.72, name),), tuple(shapes), height=150 if low else 240, text=text)


def _resume(house: House) -> Widget | None:
    title, path = house.last_over
    go_on = Button(
        _("Go on"),
        Continue(),
        look="primary",
        key=house.keys.get("on", ""),
        note=house.last_save,
        name="continue",
    )
    back = Button(_("Look back"), Continue(path), look="ghost", note=title, name="look back")
    ways = (go_on if house.last_save else None, back if path else None)
    return Row((Spacer(), *ways, Spacer()), gap=10) if any(ways) else None


def _doors(house: House) -> Widget:
    """Return the doors; those of what is still to be read have their place from the first."""
    read = {it.id: it for it in house.listings}
    large = [
        _door(house, read[id]) if id in read else _reserved(house)
        for id in HEROES
        if id in read or id in house.unread
    ]
    rest = sorted(
        (it for it in house.listings if it.id not in HEROES),
        key=lambda it: (bool(it.fault), it.start, it.id),
    )
    small = [_small_door(it) for it in rest]
    if later_ := [id for id in house.unread if id not in HEROES]:
        # In the order of their days, which are not known before all have been read.
        small = [_small_reserved(first=not at) for at, _id in enumerate((*rest, *later_))]
    return Column(
        (
            Grid(tuple(large), cell=SLIM if _is_short(house) else CELL, gap=GAP),
            Grid(tuple(small), cell=SMALL, gap=NEAR) if small else None,
        ),
        gap=GAP,
    )


def _reserved(house: House) -> Widget:
    """Return the place of a large door, as high as the one with the most words."""
    room = min(WIDEST, house.room - 36)
    side_by_side = max(1, min(len(HEROES), (room + GAP) // (CELL + GAP)))
    wide = (room - GAP * (side_by_side - 1)) // side_by_side - 36
    lines = -(-LONGEST * LETTER // wide)
    short = _is_short(house)
    return Card(
        (
            Text(_("reading …"), size="label", tone="muted"),
            Text(" ", size="heading", font="serif"),
            None if short else Column(tuple(Text(" ") for _line in range(lines)), gap=0),
            None if short else Text(" ", size="small"),
        ),
        accent="line",
        surface="panel",
        pad=12 if short else 18,
        gap=4 if short else 8,
    )


def _small_reserved(*, first: bool) -> Widget:
    """Return the place of a small door; that it is being read is said once."""
    says = _("reading …") if first else " "
    return Card(
        (Text(says, size="label", tone="muted"), Text(" ", font="serif", bold=True)),
        accent="line",
        surface="panel",
        gap=4,
    )


def _door(house: House, it: Listing) -> Widget:
    if it.fault:
        return _broken(it)
    # A newcomer begins with the lesson, and who has played that, with the first whole sitting.
    leads = it.id == (FIRST if house.newcomer else WHOLE) and not house.last_save
    short = _is_short(house)
    return Card(
        (
            Row(
                (
                    Text(
                        _length(it, short=short),
                        size="label",
                        tone="accent" if leads else "muted",
                        flex=1,
                    ),
                    Badge(_("Enter"), "muted") if leads else None,
                )
            ),
            Text(it.title, size="heading", font="serif"),
            None if short else Text(it.summary, tone="muted"),
            None if short else _lively(it),
        ),
        Show("seats", {"scenario": it.id}),
        accent="accent" if leads else "line",
        key=house.keys.get("main", "") if leads else "",
        surface="panel",
        pad=12 if short else 18,
        gap=4 if short else 8,
        label=f"{it.title}: {it.summary}",
        hint=it.summary if short else "",
        name=f"door {it.id}",
    )


def _length(it: Listing, *, short: bool) -> str:
    if short and it.id == FIRST:
        return _("First sitting")
    if short and it.sittings > 1:
        return _("Campaign · {sittings} sittings").format(sittings=it.sittings)
    if it.id == FIRST:
        return _("First sitting · 8 minutes")
    if it.sittings > 1:
        words = _("Campaign · {minutes} minutes · {sittings} sittings")
        return words.format(minutes=MINUTES_A_SITTING * it.sittings, sittings=it.sittings)
    words = _("{minutes} minutes · {rounds} rounds")
    return words.format(minutes=round(it.rounds * MINUTES_A_ROUND), rounds=it.rounds)


def _when(it: Listing) -> str:
    """Return when a crisis begins, and of how many sittings a campaign is."""
    if it.sittings == 1:
        return it.when
    return _("{when} · {sittings} sittings").format(when=it.when, sittings=it.sittings)


def _small_door(it: Listing) -> Widget:
    """Return a door of two lines; what it is about is said when it is pointed at."""
    if it.fault:
        return _broken(it)
    return Card(
        (
            Row(
                (
                    Flag(it.about, it.about, height=12),
                    Text(_when(it), size="label", tone="muted", nowrap=True),
                ),
                gap=8,
            ),
            Text(it.title, font="serif", bold=True),
        ),
        Show("seats", {"scenario": it.id}),
        accent="line",
        surface="panel",
        gap=4,
        label=f"{it.title}: {it.summary}",
        hint=it.summary,
        name=f"door {it.id}",
    )


def _broken(it: Listing) -> Widget:
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
        align="start",
        wrap=True,
    )
