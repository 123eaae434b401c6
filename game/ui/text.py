"""Fonts, widths and rendered runs of text: bounded caches over pygame's fonts."""

import sys
from collections import OrderedDict
from pathlib import Path

import pygame

from game.ui.layout import FontKey

_FILES = {
    "sans": {
        "": "NotoSans-Regular.ttf",
        "b": "NotoSans-Bold.ttf",
        "i": "NotoSans-Italic.ttf",
        "bi": "NotoSans-Bold.ttf",
        "s": "NotoSans-SemiBold.ttf",
        "l": "NotoSans-SemiBold.ttf",
    },
    "serif": {
        "": "NotoSerif-Regular.ttf",
        "b": "NotoSerif-SemiBold.ttf",
        "i": "NotoSerif-Italic.ttf",
        "bi": "NotoSerif-SemiBold.ttf",
        "s": "NotoSerif-SemiBold.ttf",
        "l": "NotoSerif-SemiBold.ttf",
    },
    "symbol": {"": "NotoSansSymbols-Regular.ttf"},
}

# The text faces lack the minus sign; their en dash is drawn alike.
_ALIKE = str.maketrans({"\u2212": "\u2013", "\u00a0": " "})

_LINE = 1.3
_TRACKING = 0.09

_FONTS = 96
_WIDTHS = 20_000
_RUN_BYTES = 32 << 20


class Fonts:
    """Measures and renders. One object serves a window for its whole life, at every scale.

    folder: where the font files lie; a missing one is told on stderr once and replaced by
    pygame's own font.
    """

    def __init__(self, folder: Path) -> None:
        pygame.font.init()
        self.folder = folder
        self._fonts: OrderedDict[FontKey, pygame.Font] = OrderedDict()
        self._widths: OrderedDict[tuple[str, FontKey], int] = OrderedDict()
        self._runs: OrderedDict[tuple[str, FontKey, tuple[int, int, int]], pygame.Surface] = (
            OrderedDict()
        )
        self._run_bytes = 0
        self._missing: set[str] = set()

    # What layout asks

    def measure(self, text: str, font: FontKey) -> int:
        """Return the width of a text on one line, in pixels."""
        key = (text, font)
        width = self._widths.get(key)
        if width is None:
            step = _tracking(font) if font.style == "l" else 0
            width = sum(part.size(run)[0] + step for run, part in self._pieces(text, font))
            self._widths[key] = width
            if len(self._widths) > _WIDTHS:
                self._widths.popitem(last=False)
        else:
            self._widths.move_to_end(key)
        return width

    def line_height(self, font: FontKey) -> int:
        """Return the distance of two baselines, in pixels."""
        return max(1, round(font.size * _LINE))

    def ascent(self, font: FontKey) -> int:
        """Return how far below the top of its line the baseline lies, in pixels."""
        return self.rise(font) + self.font(font).get_ascent()

    # What the painter asks

    def rise(self, font: FontKey) -> int:
        """Return where a rendered run is put, from the top of its line; mostly negative."""
        return (self.line_height(font) - self.font(font).get_linesize()) // 2

    def run(self, text: str, font: FontKey, colour: tuple[int, int, int]) -> pygame.Surface:
        """Return a run of text as a picture with alpha."""
        key = (text, font, colour)
        found = self._runs.get(key)
        if found is not None:
            self._runs.move_to_end(key)
            return found
        drawn = self._rendered(text, font, colour)
        self._runs[key] = drawn
        self._run_bytes += _bytes(drawn)
        while self._run_bytes > _RUN_BYTES and len(self._runs) > 1:
            self._run_bytes -= _bytes(self._runs.popitem(last=False)[1])
        return drawn

    def font(self, key: FontKey) -> pygame.Font:
        """Return the font of a key, or pygame's own where the file is missing."""
        font = self._fonts.get(key)
        if font is None:
            font = self._fonts[key] = self._opened(key)
            if len(self._fonts) > _FONTS:
                self._fonts.popitem(last=False)
        return font

    def forget_runs(self) -> None:
        """Drop the rendered runs, as after a change of theme."""
        self._runs.clear()
        self._run_bytes = 0

    def _opened(self, key: FontKey) -> pygame.Font:
        files = _FILES[key.family]
        file = self.folder / files.get(key.style, files[""])
        try:
            font = pygame.Font(file, key.size)
        except (OSError, pygame.error) as fault:
            if file.name not in self._missing:
                self._missing.add(file.name)
                why = "not found" if not file.is_file() else str(fault).lower()
                sys.stderr.write(
                    f"{file}: font {why}; texts are shown in a plain one, "
                    "install the game again to get it back\n"
                )
            font = pygame.Font(None, key.size)
        if key.style == "bi" or (key.family == "symbol" and "b" in key.style):
            # No file has both: the bold one is slanted, the signs are thickened.
            font.set_italic(key.family != "symbol")
            font.set_bold(key.family == "symbol")
        return font

    def _parts(self, text: str, font: FontKey) -> list[tuple[str, pygame.Font]]:
        """Split a text where it needs another font."""
        text = text.translate(_ALIKE)
        base = self.font(font)
        if text.isascii() or not any(_is_sign(letter) for letter in text):
            return [(text, base)]
        signs = self.font(FontKey("symbol", font.size, "b" if "b" in font.style else ""))
        parts: list[tuple[str, pygame.Font]] = []
        for letter in text:
            wanted = signs if _is_sign(letter) else base
            if parts and parts[-1][1] is wanted:
                parts[-1] = (parts[-1][0] + letter, wanted)
            else:
                parts.append((letter, wanted))
        return parts

    def _pieces(self, text: str, font: FontKey) -> list[tuple[str, pygame.Font]]:
        """Split a text into what is rendered at once: letter by letter where it is spaced."""
        parts = self._parts(text, font)
        if font.style == "l":
            return [(letter, part) for run, part in parts for letter in run]
        return parts

    def _rendered(self, text: str, font: FontKey, colour: tuple[int, int, int]) -> pygame.Surface:
        parts = self._pieces(text, font)
        if font.style != "l" and len(parts) == 1:
            return self._alpha(parts[0][1].render(parts[0][0], True, colour))
        step = _tracking(font) if font.style == "l" else 0
        base = self.font(font).get_ascent()
        drawn = [(part.render(run, True, colour), part.get_ascent()) for run, part in parts]
        above = max([base, *(ascent for _, ascent in drawn)])
        high = max([1, *(above - ascent + run.get_height() for run, ascent in drawn)])
        wide = sum(run.get_width() + step for run, _ in drawn)
        whole = pygame.Surface((max(1, wide), high), pygame.SRCALPHA)
        x = 0
        for run, ascent in drawn:
            # The base font's ascent decides where the baseline lies, whatever is mixed in.
            whole.blit(run, (x, max(0, base - ascent)))
            x += run.get_width() + step
        return self._alpha(whole)

    def _alpha(self, surface: pygame.Surface) -> pygame.Surface:
        return surface.convert_alpha() if pygame.display.get_surface() else surface


def _is_sign(letter: str) -> bool:
    return "\u2190" <= letter <= "\u2bff" and letter != "\u2212"


def _tracking(font: FontKey) -> int:
    return max(1, round(font.size * _TRACKING))


def _bytes(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() * 4
