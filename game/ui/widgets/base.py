"""What all widgets share: tones and sizes by meaning, and what an edit sends."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from attrs import field, frozen

Tone = Literal[
    "", "text", "muted", "accent", "yes", "abstain", "no", "line", "track", "wood", "grain"
]
"""A colour by meaning. Resolved by the theme for the ground it stands on: screen, paper, accent."""

Size = Literal["small", "label", "body", "lead", "heading", "title", "display"]
Family = Literal["sans", "serif"]
Align = Literal["start", "center", "end", "stretch", "baseline"]
Justify = Literal["start", "center", "end", "between"]
Look = Literal["primary", "plain", "ghost", "tab", "card"]
Surface = Literal["none", "panel", "raised", "paper", "yes", "abstain", "no", "accent"]
Sign = Literal["", "yes", "abstain", "no", "up", "down", "star", "none"]

SIGNS = {"yes": "✓", "abstain": "–", "no": "✕", "up": "▲", "down": "▼", "star": "★"}
"""What accompanies a colour, so that no meaning hangs on colour alone."""


@frozen
class Change:
    """A value was edited: what the widget carries, and the new value."""

    message: object
    value: object


@frozen
class Submit:
    """A field was confirmed with Enter."""

    message: object
    value: str


@frozen
class Widget:
    """What every widget may have.

    name: stable id for focus, scroll offsets and tests; give one to everything that acts.
    hint: tooltip, shown after a moment under the pointer or with the keyboard focus.
    flex: share of the spare length in a row or column; 0 keeps the natural length.
    width, height: fixed lengths; 0 lets the content decide.
    min_width, max_width: bounds where the content or the container decides.
    """

    role: ClassVar[str] = "widget"
    name: str = field(default="", kw_only=True)
    hint: str = field(default="", kw_only=True)
    flex: int = field(default=0, kw_only=True)
    width: int = field(default=0, kw_only=True)
    min_width: int = field(default=0, kw_only=True)
    max_width: int = field(default=0, kw_only=True)
    height: int = field(default=0, kw_only=True)


def some(items: Iterable[Widget | None]) -> tuple[Widget, ...]:
    """Drop the absent, so that screens may write `x if condition else None` in a list."""
    return tuple(item for item in items if item is not None)
