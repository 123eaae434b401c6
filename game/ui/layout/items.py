"""What layout hands to the painter and to the window: plain tuples, quick to compare and hash."""

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from attrs import field, frozen

from game.ui.widgets import Button, Card, Entry, Paragraph, Shape, Toggle, Widget


class Rect(NamedTuple):
    """A rectangle in pixels of the window."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """The first column to the right of it."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The first row below it."""
        return self.y + self.h

    def inset(self, dx: int, dy: int) -> "Rect":
        """Return it smaller on every side, or larger with negative lengths."""
        return Rect(self.x + dx, self.y + dy, max(0, self.w - 2 * dx), max(0, self.h - 2 * dy))

    def cut(self, other: "Rect") -> "Rect":
        """Return what both cover; without area if nothing."""
        # Unpacked by hand: a frame asks this a thousand times.
        x, y, w, h = self
        left, top, wide, high = other
        right, bottom = min(x + w, left + wide), min(y + h, top + high)
        x, y = max(x, left), max(y, top)
        return Rect(x, y, max(0, right - x), max(0, bottom - y))

    def joined(self, other: "Rect") -> "Rect":
        """Return the least rectangle that covers both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def touches(self, other: "Rect") -> bool:
        """Whether some pixel lies in both."""
        x, y, w, h = self
        left, top, wide, high = other
        return (
            x < left + wide
            and left < x + w
            and y < top + high
            and top < y + h
            and w > 0
            and h > 0
            and wide > 0
            and high > 0
        )

    def covers(self, other: "Rect") -> bool:
        """Whether the other lies wholly inside."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and self.right >= other.right
            and self.bottom >= other.bottom
        )

    def holds(self, x: int, y: int) -> bool:
        """Whether a point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom


class FontKey(NamedTuple):
    """A font: family, size in pixels, style out of "", "b", "i", "bi", "s" and "l".

    "s" is semibold; "l" is semibold and letterspaced, for labels.
    """

    family: str
    size: int
    style: str


class Metrics(Protocol):
    """What layout must know about fonts."""

    def measure(self, text: str, font: FontKey) -> int:
        """Return the width of a text on one line, in pixels."""

    def line_height(self, font: FontKey) -> int:
        """Return the distance of two baselines, in pixels."""

    def ascent(self, font: FontKey) -> int:
        """Return how far below the top of its line a font's baseline lies, in pixels."""


class Colour(NamedTuple):
    """A colour by meaning: the theme turns it into numbers.

    tone: a tone of the widgets, a name of the theme, or "ground" for the ground itself.
    part: "text" (readable on the ground) or "fill" (boxes, bars, borders).
    strength: per cent of the colour over its ground.
    """

    tone: str
    ground: str = "ink"
    part: str = "text"
    strength: int = 100


class Box(NamedTuple):
    """A filled or outlined rectangle with round corners and maybe a coloured edge."""

    fill: Colour | None = None
    border: Colour | None = None
    radius: int = 0
    thickness: int = 1
    edge: Colour | None = None
    side: str = ""
    edge_width: int = 0


class Glyphs(NamedTuple):
    """A run of text in one style."""

    text: str
    font: FontKey
    colour: Colour
    underline: bool = False
    strike: bool = False
    background: Colour | None = None


class Picture(NamedTuple):
    """An image of the assets folder; flags by code."""

    path: str
    is_flag: bool = False


class Stripe(NamedTuple):
    """A bar of coloured parts, each with a weight, on a track."""

    parts: tuple[tuple[Colour, int], ...]
    total: int
    track: Colour


class Pips(NamedTuple):
    """So many of a row of small marks filled."""

    value: int
    total: int
    colour: Colour
    track: Colour
    look: str
    gap: int


class Drawing(NamedTuple):
    """Shapes in coordinates from 0 to 1 of the rectangle less an inset."""

    shapes: tuple[Shape, ...]
    inset: int
    scale: float
    ground: str


class Veil(NamedTuple):
    """A half transparent dark layer between a dialog and what is below."""

    strength: int = 60


class Fade(NamedTuple):
    """What scrolls runs out into the ground, so that a line cut in two reads as *there is more*.

    colour: of the ground. is_above: more lies above and not below.
    """

    colour: Colour
    is_above: bool = False


Payload = Box | Glyphs | Picture | Stripe | Pips | Drawing | Veil | Fade


class Item(NamedTuple):
    """One thing to paint. `owner` is the stop or widget it belongs to, for tests and messages."""

    kind: str
    rect: Rect
    clip: Rect
    payload: Payload
    layer: int
    owner: str


@frozen
class Stop:
    """A place where the keyboard focus can rest.

    scrolls: ids of the scrolling areas it lies in, from outside to inside.
    key: what activates it from anywhere.
    """

    id: str
    rect: Rect
    clip: Rect
    widget: Widget = field(eq=False)
    layer: int
    scrolls: tuple[str, ...] = ()
    label: str = ""
    disabled: str = ""
    hint: str = ""

    @property
    def takes_enter(self) -> bool:
        """Whether Enter is for it: not where it is chosen already, or is chosen with arrows."""
        it = self.widget
        if self.disabled or isinstance(it, Toggle):
            return True
        if not isinstance(it, Button | Card | Entry | Paragraph):
            return False
        return not (it.selected and getattr(it, "look", "tab") == "tab")


class Zone(NamedTuple):
    """Where the mouse acts. `does` is press, send, drag or type; `message` what send emits."""

    rect: Rect
    clip: Rect
    stop: str
    layer: int
    does: str = "press"
    message: object = None


class Binding(NamedTuple):
    """A key that acts from anywhere; `stop` is its button, if it has one."""

    key: str
    message: object
    stop: str
    layer: int
    disabled: str = ""


class Area(NamedTuple):
    """A scrolling area: what is visible of it, how far it can go, its thumb."""

    id: str
    rect: Rect
    content: int
    offset: int
    thumb: Rect
    layer: int

    @property
    def limit(self) -> int:
        """The largest offset."""
        return max(0, self.content - self.rect.h)


class Tip(NamedTuple):
    """A place that explains itself when the pointer rests on it."""

    id: str
    rect: Rect
    clip: Rect
    text: str
    layer: int


class Motion(NamedTuple):
    """An animation that is on the screen."""

    name: str
    duration_ms: int
    delay_ms: int
    done: object


@frozen
class Edit:
    """The text being typed into the focused field, with caret, selection and composition."""

    stop: str
    text: str
    caret: int
    anchor: int
    composition: str = ""

    @property
    def span(self) -> tuple[int, int]:
        """The selected part, start and end."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)


@frozen
class UiState:
    """What a person did to the window and no game knows about.

    scrolls: offset in pixels by area id. progress: 0 to 1 by animation name, 0 while it waits.
    tip: id of the tooltip that shows. caret_on: false in the dark half of a blink.
    enter_taken: Enter is for what has the focus, and so not for the main act.
    """

    focus: str = ""
    focus_visible: bool = False
    hover: str = ""
    pressed: str = ""
    scrolls: Mapping[str, int] = field(factory=dict)
    progress: Mapping[str, float] = field(factory=dict)
    edit: Edit | None = None
    caret_on: bool = True
    tip: str = ""
    enter_taken: bool = False


@frozen(eq=False)
class Layout:
    """Everything about one frame: what to paint, and where a person can act.

    stops, bindings: of the topmost layer only, in reading order.
    """

    size: tuple[int, int]
    items: tuple[Item, ...]
    stops: tuple[Stop, ...]
    zones: tuple[Zone, ...]
    bindings: tuple[Binding, ...]
    areas: tuple[Area, ...]
    tips: tuple[Tip, ...]
    motions: tuple[Motion, ...]
    layer: int

    def stop(self, id: str) -> Stop | None:
        """Return the stop of an id, if it is there and can be reached."""
        return next((stop for stop in self.stops if stop.id == id), None)

    def area(self, id: str) -> Area | None:
        """Return the scrolling area of an id."""
        return next((area for area in self.areas if area.id == id), None)
