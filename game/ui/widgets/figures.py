"""What shows a number or a picture: bars, meters, flags, charts."""

from typing import Literal

from attrs import field, frozen

from game.ui.widgets.base import Tone, Widget


@frozen
class Segment:
    """One coloured part of a bar."""

    tone: Tone
    weight: int


@frozen
class Bar(Widget):
    """Segments side by side. `total` above their sum leaves the rest of the track empty.

    text: the value in words, for description and the tooltip; it is not drawn.
    """

    role = "bar"
    segments: tuple[Segment, ...]
    total: int = 0
    text: str = field(default="", kw_only=True)
    thickness: int = field(default=8, kw_only=True)


@frozen
class Meter(Widget):
    """`value` of `total` small marks filled."""

    role = "meter"
    value: int
    total: int
    tone: Tone = "accent"
    look: Literal["pips", "dots"] = field(default="pips", kw_only=True)
    text: str = field(default="", kw_only=True)


@frozen
class Progress(Widget):
    """How far something is, with its label above the bar."""

    role = "progress"
    label: str
    value: int
    total: int
    tone: Tone = "accent"


@frozen
class Image(Widget):
    """A picture from the assets folder; `text` says what it shows."""

    role = "image"
    path: str
    text: str = ""
    height: int = field(default=48, kw_only=True)


@frozen
class Flag(Widget):
    """The flag of a seat, by ISO alpha-3 code."""

    role = "image"
    code: str
    text: str = ""
    height: int = field(default=16, kw_only=True)


Point = tuple[float, float]


@frozen
class Line:
    """A line through points; `width` in design pixels."""

    points: tuple[Point, ...]
    tone: Tone = "accent"
    width: int = 2
    dashed: bool = False


@frozen
class Poly:
    """A filled shape; `strength` per cent of the tone over the ground; `outline` around it."""

    points: tuple[Point, ...]
    tone: Tone = "accent"
    strength: int = 100
    outline: Tone = ""


@frozen
class Area:
    """The room between a line and the lower edge (or `base`), tinted."""

    points: tuple[Point, ...]
    tone: Tone = "accent"
    strength: int = 20
    base: float = 1.0


@frozen
class Dot:
    """A point; `radius` in design pixels; hollow for a possibility, ring for emphasis."""

    x: float
    y: float
    tone: Tone = "accent"
    radius: int = 6
    hollow: bool = False
    ring: bool = False


@frozen
class Mark:
    """A label near a point. Moved aside if another mark is there, kept inside the canvas.

    side: where it prefers to stand, seen from its point.
    """

    x: float
    y: float
    text: str
    tone: Tone = "muted"
    side: Literal["right", "left", "above", "below", "center"] = "right"
    bold: bool = False


Shape = Line | Poly | Area | Dot | Mark


@frozen
class Canvas(Widget):
    """Shapes in their order, from back to front; `text` says what the picture shows."""

    role = "figure"
    shapes: tuple[Shape, ...] = field(converter=tuple[Shape, ...])
    text: str
    height: int = field(default=160, kw_only=True)
    inset: int = field(default=8, kw_only=True)


@frozen
class Place:
    """A child centred at a point of a ring; kept inside the ring."""

    x: float
    y: float
    child: Widget


@frozen
class Ring(Widget):
    """Children at places, over shapes in the same coordinates: the horseshoe.

    Use `height` for the least height; with flex it takes what there is.
    """

    role = "group"
    places: tuple[Place, ...] = field(converter=tuple[Place, ...])
    backdrop: tuple[Shape, ...] = field(default=(), converter=tuple[Shape, ...])
    height: int = field(default=420, kw_only=True)
    text: str = field(default="", kw_only=True)
