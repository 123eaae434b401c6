"""Colours by meaning, for a dark and a light room; texts are made readable on every ground."""

from collections.abc import Mapping
from functools import cached_property, lru_cache

from attrs import field, frozen

from game.ui.layout import Colour

RGB = tuple[int, int, int]

CONTRAST = 4.5
"""Least contrast of a text with its ground. Source: WCAG 2.2, success criterion 1.4.3."""

TEXTS = ("text", "muted", "accent", "yes", "abstain", "no")
"""Tones that may be written in."""

GROUNDS = (
    "ink",
    "panel",
    "raised",
    "paper",
    "hover",
    "selected",
    "tip",
    "well",
    "yes",
    "abstain",
    "no",
    "accent",
    "solid accent",
    "solid yes",
    "solid abstain",
    "solid no",
    "solid muted",
)
"""What a text may stand on; "yes" is a tinted surface, "solid yes" the full colour."""


@frozen(eq=False)
class Theme:
    """One set of colours.

    fills: grounds, borders, bars. paper: the fills that differ on paper. solids: full colours of
    yes, abstain, no and accent. tint: per cent of a solid in a tinted surface.
    glow: the colour of the empty window around its middle, from where it falls off.
    """

    name: str
    fills: Mapping[str, RGB]
    paper: Mapping[str, RGB]
    texts: Mapping[str, RGB]
    paper_texts: Mapping[str, RGB]
    tint: int = 22
    glow: RGB = (0, 0, 0)
    _found: dict[Colour, RGB] = field(factory=dict, init=False, repr=False)

    def rgb(self, colour: Colour) -> RGB:
        """Return the numbers of a colour."""
        known = self._found.get(colour)
        if known is None:
            known = self._found[colour] = self._resolved(colour)
        return known

    def ground(self, name: str) -> RGB:
        """Return the colour of a ground."""
        if name.startswith("solid "):
            return self.fills[name.removeprefix("solid ")]
        if name in ("yes", "abstain", "no", "accent"):
            return mixed(self.fills[name], self.fills["panel"], self.tint)
        return self.fills[name]

    def _resolved(self, colour: Colour) -> RGB:
        if colour.part == "fill":
            return self._fill(colour)
        table = self.paper_texts if colour.ground == "paper" else self.texts
        below = self.ground(colour.ground)
        if colour.ground.startswith("solid "):
            return max(self.fills["dark"], self.fills["knob"], key=lambda c: contrast(c, below))
        wanted = table.get(colour.tone) or self._fill(colour)
        return readable(wanted, below) if colour.tone in TEXTS else wanted

    def _fill(self, colour: Colour) -> RGB:
        tone, ground = colour.tone, colour.ground
        if tone == "ground":
            return self.ground(ground)
        if ground.startswith("solid ") and tone == "cap":
            return mixed(self._resolved(Colour("text", ground)), self.ground(ground), 60)
        full = (self.paper if ground == "paper" else {}).get(tone) or self.fills.get(tone)
        if full is None:
            full = (self.paper_texts if ground == "paper" else self.texts)[tone]
        return mixed(full, self.ground(ground), colour.strength)

    @cached_property
    def background(self) -> RGB:
        """The colour of the empty window."""
        return self.fills["ink"]


def mixed(above: RGB, below: RGB, strength: int) -> RGB:
    """Return a colour laid over another at so many per cent."""
    red, green, blue = (
        (a * strength + b * (100 - strength) + 50) // 100 for a, b in zip(above, below, strict=True)
    )
    return red, green, blue


def luminance(colour: RGB) -> float:
    """Return the relative luminance. Source: WCAG 2.2, definition of relative luminance."""
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (part / 255 for part in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: RGB, other: RGB) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=1024)
def readable(wanted: RGB, ground: RGB) -> RGB:
    """Return the colour itself, or as little nearer to white or black as the contrast needs."""
    goal = (255, 255, 255) if luminance(ground) < 0.18 else (0, 0, 0)
    for strength in range(0, 101, 5):
        tried = mixed(goal, wanted, strength)
        if contrast(tried, ground) >= CONTRAST:
            return tried
    return goal


def _hex(text: str) -> RGB:
    return int(text[0:2], 16), int(text[2:4], 16), int(text[4:6], 16)


def _table(**names: str) -> Mapping[str, RGB]:
    return {name: _hex(value) for name, value in names.items()}


_PAPER = _table(
    line="d8cfba",
    track="e0d8c4",
    hover="ebe4d2",
    selected="dfe6ee",
    accent="2f6fb0",
    accent_hot="3f7fc0",
    accent_down="255c94",
    focus="1c5fb0",
    thumb="c3b99f",
    cap="a99f87",
    well="fffdf7",
    muted="8a8371",
)

_PAPER_TEXTS = _table(
    text="22313f", muted="505a65", accent="205a97", yes="0e6456", abstain="744c00", no="9c3018"
)

DARK = Theme(
    "dark",
    fills=_table(
        ink="0b1622",
        panel="122233",
        raised="182c41",
        hover="203a55",
        selected="1d3c5c",
        line="29425c",
        track="0a131c",
        well="0d1b29",
        tip="24425f",
        thumb="34526f",
        cap="47647f",
        paper="f6f2e8",
        accent="5b9bd5",
        accent_hot="74aee2",
        accent_down="4787c2",
        focus="ffd45c",
        knob="ffffff",
        dark="0b1622",
        muted="7d93a8",
        yes="2bb39a",
        abstain="e6a532",
        no="e0603f",
        wood="6b4a2f",
        grain="8a6844",
    ),
    paper=_PAPER,
    texts=_table(
        text="e8eef4",
        muted="93a7bb",
        accent="74aee2",
        yes="2bb39a",
        abstain="e6a532",
        no="ee7352",
        line="29425c",
    ),
    paper_texts={**_PAPER_TEXTS, "line": _hex("d8cfba")},
    glow=_hex("142a42"),
)

LIGHT = Theme(
    "light",
    fills=_table(
        ink="e9eef3",
        panel="fbfcfe",
        raised="f1f5f9",
        hover="e2ebf4",
        selected="d5e5f5",
        line="c3d0dd",
        track="d6dfe8",
        well="ffffff",
        tip="fffbe8",
        thumb="a9bbcc",
        cap="9fb2c4",
        paper="fffdf6",
        accent="2f77bd",
        accent_hot="3d87ce",
        accent_down="2768a6",
        focus="c2410c",
        knob="ffffff",
        dark="0b1622",
        muted="8497a8",
        yes="1f9e86",
        abstain="d9952a",
        no="c8472a",
        wood="b08a63",
        grain="8f6c49",
    ),
    paper=_PAPER,
    texts=_table(
        text="16212c",
        muted="4f6171",
        accent="1f64a8",
        yes="0f7564",
        abstain="8a5a00",
        no="b23a1e",
        line="c3d0dd",
    ),
    paper_texts={**_PAPER_TEXTS, "line": _hex("d8cfba")},
    tint=16,
    glow=_hex("f2f6fa"),
)

THEMES = {theme.name: theme for theme in (DARK, LIGHT)}
