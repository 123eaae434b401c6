"""What holds other widgets."""

from typing import Literal

from attrs import field, frozen

from game.ui.widgets.base import Align, Justify, Surface, Tone, Widget, some


@frozen
class Row(Widget):
    """Side by side. Breaks into further lines when `wrap`, or when even least widths do not fit."""

    role = "group"
    children: tuple[Widget, ...] = field(converter=some)
    gap: int = field(default=8, kw_only=True)
    align: Align = field(default="center", kw_only=True)
    justify: Justify = field(default="start", kw_only=True)
    wrap: bool = field(default=False, kw_only=True)


@frozen
class Column(Widget):
    """One below the other."""

    role = "group"
    children: tuple[Widget, ...] = field(converter=some)
    gap: int = field(default=8, kw_only=True)
    align: Align = field(default="stretch", kw_only=True)
    justify: Justify = field(default="start", kw_only=True)
    pad: int = field(default=0, kw_only=True)


@frozen
class Grid(Widget):
    """Equal cells: `columns` of them, or as many as fit with `cell` as least width."""

    role = "group"
    children: tuple[Widget, ...] = field(converter=some)
    columns: int = field(default=0, kw_only=True)
    cell: int = field(default=0, kw_only=True)
    gap: int = field(default=12, kw_only=True)


@frozen
class Track:
    """One column of a table: natural width, or a share of the spare width; `least` in pixels."""

    flex: int = 0
    align: Align = "start"
    least: int = 0


@frozen
class Entry(Widget):
    """One line of a table; with a message it can be pressed."""

    role = "entry"
    cells: tuple[Widget, ...]
    message: object = None
    selected: bool = field(default=False, kw_only=True)
    disabled: str = field(default="", kw_only=True)


@frozen
class Table(Widget):
    """Lines whose cells share their columns' widths."""

    role = "table"
    tracks: tuple[Track, ...]
    entries: tuple[Entry, ...] = field(converter=tuple[Entry, ...])
    gap: int = field(default=10, kw_only=True)
    lead: int = field(default=4, kw_only=True)


@frozen
class Panel(Widget):
    """A titled box. Its content scrolls by itself when the panel is given less than it needs."""

    role = "panel"
    title: str
    children: tuple[Widget, ...] = field(converter=some)
    gap: int = field(default=8, kw_only=True)
    pad: int = field(default=18, kw_only=True)
    surface: Surface = field(default="panel", kw_only=True)
    justify: Justify = field(default="start", kw_only=True)


@frozen
class Paper(Widget):
    """A sheet: paper ground, print colours, serif paragraphs. Scrolls like a panel."""

    role = "document"
    children: tuple[Widget, ...] = field(converter=some)
    title: str = field(default="", kw_only=True)
    gap: int = field(default=4, kw_only=True)
    pad: int = field(default=44, kw_only=True)


@frozen
class Scroll(Widget):
    """A window onto something taller: wheel, Page keys and a bar. Takes spare height by default."""

    role = "scroll"
    name: str
    child: Widget
    flex: int = field(default=1, kw_only=True)
    least: int = field(default=96, kw_only=True)


@frozen
class Spacer(Widget):
    """Nothing, of some length, or as long as there is room."""

    role = "none"
    length: int = 0
    flex: int = field(default=1, kw_only=True)


@frozen
class Divider(Widget):
    """A thin line across its container."""

    role = "none"
    tone: Tone = "line"


@frozen
class Animated(Widget):
    """Lets its child come in: at once, when motion is reduced or after any key.

    name: the motion starts when a widget of this name first appears.
    effect: "appear" after the delay, "wipe" in from the left, "rise" from a little below.
    done: message emitted once at the end.
    """

    role = "group"
    name: str
    child: Widget
    effect: Literal["appear", "wipe", "rise"] = field(default="rise", kw_only=True)
    duration_ms: int = field(default=250, kw_only=True)
    delay_ms: int = field(default=0, kw_only=True)
    done: object = field(default=None, kw_only=True)


@frozen
class Modal(Widget):
    """A dialog above everything: scrim, trapped focus. `dismiss` is emitted by Esc or the scrim.

    ends: the last children, which stay in sight where the others have to scroll, if they are rows.
    """

    role = "dialog"
    title: str
    children: tuple[Widget, ...] = field(converter=some)
    dismiss: object = None
    gap: int = field(default=12, kw_only=True)
    width: int = field(default=640, kw_only=True)
    ends: int = field(default=1, kw_only=True)


@frozen
class Layers(Widget):
    """The root of a screen with something above it: the base first, then modals."""

    role = "layers"
    children: tuple[Widget, ...] = field(converter=some)
