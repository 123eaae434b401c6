"""What acts or holds a value."""

from typing import Literal

from attrs import field, frozen

from game.ui.widgets.base import Look, Surface, Tone, Widget, some

MAIN = "Enter"
"""The key of a screen's main act; it belongs to the window and stays where it is."""


@frozen
class Button(Widget):
    """Emits its message when pressed, or when its key is.

    key: "G", "Ctrl+Z", "Esc", "Enter", "Space", "F1", "+"; shown on the button.
    main: it is the screen's main act, which Enter does, beside its own key.
    disabled: why it cannot be used now; the reason becomes the tooltip.
    lead: small widget before the label, such as a flag.
    note: second, quieter line (look "card") or text after the label.
    """

    role = "button"
    label: str
    message: object = None
    key: str = field(default="", kw_only=True)
    main: bool = field(default=False, kw_only=True)
    look: Look = field(default="plain", kw_only=True)
    disabled: str = field(default="", kw_only=True)
    selected: bool = field(default=False, kw_only=True)
    lead: Widget | None = field(default=None, kw_only=True)
    note: str = field(default="", kw_only=True)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return every key that presses it, in the order in which they are shown."""
        both = (self.key, MAIN if self.main else "")
        return tuple(dict.fromkeys(key for key in both if key))


@frozen
class Shortcut(Widget):
    """A key without a button: takes no room, but is described and found in help."""

    role = "shortcut"
    key: str
    message: object
    label: str = ""


@frozen
class Card(Widget):
    """A box with content; with a message, the whole of it can be pressed.

    accent: tone of the coloured edge; edge: where it runs ("all" is an outline).
    label: what it is called when described; by default the texts inside.
    """

    role = "card"
    children: tuple[Widget, ...] = field(converter=some)
    message: object = None
    accent: Tone = field(default="", kw_only=True)
    edge: Literal["top", "left", "all"] = field(default="top", kw_only=True)
    surface: Surface = field(default="raised", kw_only=True)
    selected: bool = field(default=False, kw_only=True)
    disabled: str = field(default="", kw_only=True)
    key: str = field(default="", kw_only=True)
    label: str = field(default="", kw_only=True)
    pad: int = field(default=12, kw_only=True)
    gap: int = field(default=6, kw_only=True)


@frozen
class Field(Widget):
    """One line of text to type in. Emits `Change` at each edit, `Submit` on Enter."""

    role = "field"
    value: str
    message: object
    label: str = field(default="", kw_only=True)
    placeholder: str = field(default="", kw_only=True)
    disabled: str = field(default="", kw_only=True)


@frozen
class Stepper(Widget):
    """Choose an integer with less and more; emits `Change(message, int)`.

    names: words for the values from lo to hi, shown instead of the number.
    """

    role = "stepper"
    label: str
    value: int
    lo: int
    hi: int
    message: object
    step: int = field(default=1, kw_only=True)
    names: tuple[str, ...] = field(default=(), kw_only=True)
    disabled: str = field(default="", kw_only=True)


@frozen
class Slider(Widget):
    """Choose an integer along a track; emits `Change(message, int)`. `text` says the value."""

    role = "slider"
    label: str
    value: int
    lo: int
    hi: int
    message: object
    step: int = field(default=1, kw_only=True)
    text: str = field(default="", kw_only=True)
    disabled: str = field(default="", kw_only=True)


@frozen
class Toggle(Widget):
    """On or off; emits `Change(message, bool)`."""

    role = "toggle"
    label: str
    on: bool
    message: object
    disabled: str = field(default="", kw_only=True)


@frozen
class Choice(Widget):
    """One of a few, side by side; emits `Change(message, value)`.

    options: pairs of value and label.
    """

    role = "choice"
    label: str
    value: object
    options: tuple[tuple[object, str], ...]
    message: object
    disabled: str = field(default="", kw_only=True)
