"""The title: the name of the game, three doors, and what was left open."""

from math import cos, pi, sin

from game.engine.observation import Observation
from game.ui.messages import Continue, Help, House, Listing, Pick, Picks, Quit, Show
from game.ui.widgets import (
    Button,
    Canvas,
    Card,
    Choice,
    Column,
    Dot,
    Field,
    Grid,
    Row,
    Run,
    Scroll,
    Shape,
    Shortcut,
    Spacer,
    Text,
    Widget,
)
from game.words.language import _, later

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
    name = Column(
        (
            _table(),
            Text(
                (Run("In "), Run("Blue", tone="accent")),
                size="display",
                font="serif",
                align="center",
            ),
            Text(
                _("Fifteen seats, one text, and what the world makes of it."),
                tone="muted",
                font="serif",
                size="lead",
                align="center",
            ),
        ),
        gap=6,
    )
    content = Column((name, _resume(house), _doors(house), _options(picks)), gap=26)
    middle = Row((Spacer(), Column((content,), max_width=1080, flex=12), Spacer()))
    return Column(
        (
            Scroll("title", Column((Spacer(8, flex=0), middle, Spacer(8, flex=0)), gap=10)),
            Row(
                (
                    Button(_("Settings"), Show("settings"), look="ghost", name="settings"),
                    Button(
                        _("Glossary and help"),
                        Help(),
                        key=picks.key("help"),
                        look="ghost",
                        name="help",
                    ),
                    Spacer(),
                    Button(_("Quit"), Quit(), look="ghost", name="quit"),
                ),
                gap=8,
            ),
            Shortcut("?", Help(), _("help")),
        ),
        gap=10,
        pad=18,
    )


def _table() -> Widget:
    """Return fifteen places round a table, one of them blue."""
    shapes: list[Shape] = []
    for seat in range(15):
        angle = pi * (0.80 + 1.40 * seat / 14)
        x, y = 0.5 + 0.40 * cos(angle) * 0.9, 0.60 + 0.48 * sin(angle)
        shapes.append(Dot(x, y, "accent" if seat == 7 else "line", radius=6))
    return Row(
        (
            Spacer(),
            Canvas(tuple(shapes), _("Fifteen seats at the table"), height=92, width=220),
            Spacer(),
        )
    )


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
    return Grid(tuple(_door(house, it) for it in listings), cell=320, gap=14)


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
    title = _("First sitting") if first else it.title
    note = (
        _("8 minutes · learn by playing")
        if first
        else _("{rounds} rounds").format(rounds=it.rounds)
    )
    picks: dict[str, object] = {"scenario": it.id}
    return Card(
        (
            Text(note, size="label", tone="accent" if first and house.newcomer else "muted"),
            Text(title, size="heading", font="serif"),
            Text(it.summary, tone="muted"),
        ),
        Show("seats", picks),
        accent="accent" if first and house.newcomer else "line",
        surface="panel",
        pad=18,
        gap=8,
        label=f"{title}: {it.summary}",
        name=f"door {it.id}",
    )


def _options(picks: Picks) -> Widget:
    seed = picks.get("seed", "")
    rounds = picks.get("rounds", 0)
    lengths = ((0, _("as written")), *((n, _(words)) for n, words in LENGTHS))
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
