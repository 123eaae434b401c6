"""The settings: text size, theme, motion, sounds, and every key."""

from game.engine.observation import Observation
from game.ui.bindings import DEFAULTS, FIXED, MEANINGS
from game.ui.messages import Back, Bind, Picks, Prefer
from game.ui.preferences import SCALES
from game.ui.widgets import (
    Button,
    Choice,
    Column,
    Divider,
    Field,
    Grid,
    Row,
    Scroll,
    Spacer,
    Text,
    Toggle,
    Widget,
)
from game.words import _
from game.words.language import later

TITLE = later("Settings")

WINDOWS = ("larger", "smaller", "full")
"""Keys that belong to the window, and stay."""


def available(observation: Observation | None) -> bool:
    """Settings can be changed at any time."""
    return True


def view(observation: Observation | None, picks: Picks) -> Widget:
    """Return the settings."""
    p = picks.house.preferences
    sizes = tuple((size, f"{size}%") for size in SCALES)
    themes = (("dark", _("dark")), ("light", _("light")))
    looks = Column(
        (
            Choice(_("Text size"), p.scale, sizes, Prefer("scale"), name="scale"),
            Choice(_("Theme"), p.theme, themes, Prefer("theme"), name="theme"),
            Toggle(_("Without motion"), p.still, Prefer("still"), name="still"),
            Toggle(_("Sounds"), p.sounds, Prefer("sounds"), name="sounds"),
        ),
        gap=14,
    )
    rows = tuple(_key(picks, act) for act in DEFAULTS)
    everything = Column(
        (
            looks,
            Divider(),
            Row(
                (
                    Text(_("Keys"), size="heading", font="serif"),
                    Text(_("Type another letter, Ctrl+K or F5, then Enter."), tone="muted", flex=1),
                    Button(
                        _("As they were"),
                        Prefer("keys", {}),
                        disabled="" if p.keys else _("no key was changed"),
                        name="keys back",
                    ),
                ),
                gap=14,
                align="baseline",
            ),
            Grid(rows, cell=330, gap=8),
        ),
        gap=18,
    )
    return Column(
        (
            Text(_(TITLE), size="title", font="serif"),
            Scroll("settings", everything),
            Row(
                (
                    Spacer(),
                    Button(_("Back"), Back(), key=picks.key("back"), look="primary", name="back"),
                )
            ),
        ),
        gap=16,
        pad=28,
    )


def _key(picks: Picks, act: str) -> Widget:
    words, key = _(MEANINGS[act]), picks.key(act)
    if act in FIXED or act in WINDOWS:
        cell: Widget = Text(key, tone="muted", width=110, align="center")
    else:
        cell = Field(
            picks.get(f"key {act}", key),
            Bind(act),
            width=110,
            name=f"key {act}",
            hint=_("key for: {act}").format(act=words),
        )
    return Row((Text(words, flex=1), cell), gap=10)
