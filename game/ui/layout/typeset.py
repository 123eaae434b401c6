"""Break texts into lines: pure, over the widths that the fonts report."""

import re
from collections import OrderedDict
from typing import Any, NamedTuple

from game.ui.layout.items import FontKey, Metrics
from game.ui.widgets import Content, Run

# A break is allowed at spaces, after a slash or a long dash, and around Chinese characters.
_TOKEN = re.compile(
    r"[ \t]+|[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^ \t/—\u2e80-\u9fff]+[/—]?|[/—]"
)
_BLOCKS = 4096
_NARROW = 9

_PLAIN = Run("")


class Fragment(NamedTuple):
    """A run of one style on one line, at x pixels from the left of the block."""

    x: int
    width: int
    text: str
    font: FontKey
    run: Run


class Setting(NamedTuple):
    """How a text is set: its base font, emphasis, indents in pixels."""

    family: str
    size: int
    bold: bool = False
    italic: bool = False
    label: bool = False
    first: int = 0
    hanging: int = 0
    nowrap: bool = False

    def font(self, run: Run) -> FontKey:
        """Return the font of a run."""
        if self.label:
            return FontKey(self.family, self.size, "l")
        style = ("b" if self.bold or run.bold else "") + ("i" if self.italic or run.italic else "")
        return FontKey(self.family, self.size, style)


class Block(NamedTuple):
    """Lines of fragments."""

    lines: tuple[tuple[Fragment, ...], ...]
    line_height: int
    width: int

    @property
    def height(self) -> int:
        """All lines together, in pixels."""
        return len(self.lines) * self.line_height


class _Word(NamedTuple):
    """Pieces that stay on one line; `space` is the blank before them."""

    pieces: list[tuple[str, Run, int]]
    width: int
    space: tuple[str, Run, int] | None


class Typesetter:
    """Wraps texts and remembers the result, up to a bound."""

    def __init__(self, metrics: Metrics) -> None:
        self.metrics = metrics
        self._blocks: OrderedDict[tuple[Content, Setting, int], Block] = OrderedDict()
        self._spans: OrderedDict[tuple[Content, Setting], tuple[int, int]] = OrderedDict()

    def font(self, setting: Setting) -> FontKey:
        """Return the font of a plain text in a setting."""
        return setting.font(_PLAIN)

    def widths(self, content: Content, setting: Setting) -> tuple[int, int]:
        """Return the least comfortable width and that of the longest unbroken line, in pixels.

        Comfortable is a few words: rows break sooner than they squeeze a text into a pillar.
        """
        known = self._spans.get((content, setting))
        if known is not None:
            return known
        least = natural = 0
        for number, line in enumerate(_lines(content)):
            words = self._words(line, setting)
            start = setting.hanging + (setting.first if number == 0 else 0)
            length = start + sum(
                word.width + (word.space[2] if word.space else 0) for word in words
            )
            natural = max(natural, length)
            least = max([least, *(word.width + setting.hanging for word in words)])
        some = _NARROW * setting.size
        least = min(natural, some // 2) if setting.nowrap else max(least, min(natural + 1, some))
        self._spans[content, setting] = least, natural + 1
        _bound(self._spans, _BLOCKS)
        return least, natural + 1

    def block(self, content: Content, setting: Setting, width: int) -> Block:
        """Return the lines of a text in a width in pixels."""
        key = (content, setting, width)
        known = self._blocks.get(key)
        if known is not None:
            self._blocks.move_to_end(key)
            return known
        lines: list[tuple[Fragment, ...]] = []
        for number, line in enumerate(_lines(content)):
            first = setting.first if number == 0 else 0
            words = self._words(line, setting)
            if setting.nowrap:
                lines.append(self._one_line(words, setting, width))
            else:
                lines.extend(self._wrapped(words, setting, first, width))
        height = self.metrics.line_height(setting.font(_PLAIN))
        reach = max((line[-1].x + line[-1].width for line in lines if line), default=0)
        block = Block(tuple(lines), height, reach)
        self._blocks[key] = block
        _bound(self._blocks, _BLOCKS)
        return block

    def _words(self, runs: list[Run], setting: Setting) -> list[_Word]:
        words: list[_Word] = []
        pieces: list[tuple[str, Run, int]] = []
        space: tuple[str, Run, int] | None = None

        def close() -> None:
            nonlocal pieces, space
            if pieces:
                words.append(_Word(pieces, sum(piece[2] for piece in pieces), space))
                pieces, space = [], None

        for run in runs:
            font = setting.font(run)
            for token in _TOKEN.findall(run.text.upper() if setting.label else run.text):
                piece = (token, run, self.metrics.measure(token, font))
                if token.isspace():
                    close()
                    space = piece
                    continue
                pieces.append(piece)
                if token[-1] in "/—" or token >= "\u2e80":
                    close()
        close()
        return words

    def _wrapped(
        self, words: list[_Word], setting: Setting, first: int, width: int
    ) -> list[tuple[Fragment, ...]]:
        lines: list[tuple[Fragment, ...]] = []
        x = start = setting.hanging + first
        line: list[tuple[str, Run]] = []

        def close() -> None:
            nonlocal line, x, start
            lines.append(self._joined(line, setting, start))
            line, x, start = [], setting.hanging, setting.hanging

        for word in words:
            gap = word.space[2] if word.space and line else 0
            if line and x + gap + word.width > width:
                close()
                gap = 0
            if word.width > width - start:
                for text, run in self._broken(word, setting, width - start):
                    if line:
                        close()
                    line.append((text, run))
                    x = start + self.metrics.measure(text, setting.font(run))
                continue
            if gap and word.space:
                line.append(word.space[:2])
            line.extend(piece[:2] for piece in word.pieces)
            x += gap + word.width
        close()
        return lines

    def _broken(self, word: _Word, setting: Setting, width: int) -> list[tuple[str, Run]]:
        """Cut a word that is wider than the line into pieces that are not."""
        pieces: list[tuple[str, Run]] = []
        for text, run, _ in word.pieces:
            font, part = setting.font(run), ""
            for letter in text:
                if part and self.metrics.measure(part + letter, font) > width:
                    pieces.append((part, run))
                    part = ""
                part += letter
            pieces.append((part, run))
        return pieces

    def _one_line(self, words: list[_Word], setting: Setting, width: int) -> tuple[Fragment, ...]:
        pieces: list[tuple[str, Run]] = []
        for word in words:
            if word.space and pieces:
                pieces.append(word.space[:2])
            pieces.extend(piece[:2] for piece in word.pieces)
        line = self._joined(pieces, setting, setting.hanging)
        while line and line[-1].x + line[-1].width > width:
            text, run = pieces.pop()
            if text.rstrip("… "):
                pieces.append((text.rstrip("… ")[:-1] + "…", run))
            line = self._joined(pieces, setting, setting.hanging)
        return line

    def _joined(
        self, pieces: list[tuple[str, Run]], setting: Setting, x: int
    ) -> tuple[Fragment, ...]:
        """Join neighbours of one style: fewer blits, and right kerning."""
        joined: list[tuple[str, Run]] = []
        for text, run in pieces:
            if joined and joined[-1][1] is run:
                joined[-1] = (joined[-1][0] + text, run)
            else:
                joined.append((text, run))
        fragments = []
        for text, run in joined:
            font = setting.font(run)
            width = self.metrics.measure(text, font)
            fragments.append(Fragment(x, width, text, font, run))
            x += width
        return tuple(fragments)


def _lines(content: Content) -> list[list[Run]]:
    """Split a content at its line breaks."""
    lines: list[list[Run]] = [[]]
    for run in (Run(content),) if isinstance(content, str) else content:
        for number, text in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
            if text:
                lines[-1].append(
                    run
                    if text == run.text
                    else Run(
                        text,
                        run.bold,
                        run.italic,
                        run.tone,
                        run.underline,
                        run.strike,
                        run.background,
                    )
                )
    return lines


def _bound(cache: OrderedDict[Any, Any], most: int) -> None:
    while len(cache) > most:
        cache.popitem(last=False)
