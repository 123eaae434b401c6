"""Draw single forms smoothly: round boxes, lines, dots, and images from the assets folder."""

import math
import sys
from collections import OrderedDict
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pygame

from game.ui.layout import Rect

RGB = tuple[int, int, int]
Spot = tuple[float, float]

_FINE = 4
_MASKS = 512
_PICTURES = 256
_FLAG_HEIGHTS = (24, 48, 96)

_GLOW = (0.5, 0.42, 0.62, 0.60)
"""Where the light in the ground of a window has its middle, and how far it reaches, of the size."""
_FALL = 0.8
"""How fast it falls off from there."""


class Brush:
    """Draws on one surface within the clip it was given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.surface = pygame.Surface((1, 1))
        self._corners: OrderedDict[tuple[int, int, RGB], tuple[pygame.Surface, ...]] = OrderedDict()
        self._pictures: OrderedDict[tuple[str, int, int], pygame.Surface | None] = OrderedDict()
        self._missing: set[str] = set()
        self._glow: tuple[tuple[tuple[int, int], RGB, RGB], pygame.Surface] | None = None

    def forget(self) -> None:
        """Drop what was kept from earlier frames, for measuring."""
        self._corners.clear()

    def glow(self, size: tuple[int, int], edge: RGB, middle: RGB) -> pygame.Surface:
        """Return the ground of a window: lighter around its middle, and plain at its edges."""
        if self._glow is None or self._glow[0] != (size, edge, middle):
            ground = pygame.Surface(size)
            ground.fill(edge)
            wide, high = size
            x, y, reach, rise = _GLOW
            # As many rings as there are shades between the two colours, so that none can be told.
            shades = max(abs(m - e) for e, m in zip(edge, middle, strict=True))
            for shade in range(1, shades + 1):
                near = 1.0 - (shade / shades) ** _FALL
                across, down = round(2 * reach * near * wide), round(2 * rise * near * high)
                oval = pygame.Rect(0, 0, across, down)
                oval.center = round(x * wide), round(y * high)
                pair = zip(edge, middle, strict=True)
                colour = tuple(e + (m - e) * shade // shades for e, m in pair)
                pygame.draw.ellipse(ground, colour, oval)
            self._glow = (size, edge, middle), ground
        return self._glow[1]

    # Boxes

    def box(self, rect: Rect, colour: RGB, radius: int) -> None:
        """Fill a rectangle with round corners."""
        radius = min(radius, rect.w // 2, rect.h // 2)
        fill = self.surface.fill
        if radius < 2:
            fill(colour, rect)
            return
        fill(colour, (rect.x + radius, rect.y, rect.w - 2 * radius, rect.h))
        fill(colour, (rect.x, rect.y + radius, radius, rect.h - 2 * radius))
        fill(colour, (rect.right - radius, rect.y + radius, radius, rect.h - 2 * radius))
        self._round(rect, colour, radius, 0)

    def fade(self, rect: Rect, colour: RGB, *, is_above: bool) -> None:
        """Cover a rectangle with a colour that grows towards one edge."""
        line = pygame.Surface((rect.w, 1))
        line.fill(colour)
        for row in range(rect.h):
            share = (rect.h - row if is_above else row + 1) / rect.h
            line.set_alpha(round(255 * share))
            self.surface.blit(line, (rect.x, rect.y + row))

    def outline(self, rect: Rect, colour: RGB, radius: int, thickness: int) -> None:
        """Draw the border of a rectangle with round corners, nothing inside."""
        radius = max(0, min(radius, rect.w // 2, rect.h // 2))
        if radius < 2:
            radius = 0
        fill = self.surface.fill
        fill(colour, (rect.x + radius, rect.y, rect.w - 2 * radius, thickness))
        fill(colour, (rect.x + radius, rect.bottom - thickness, rect.w - 2 * radius, thickness))
        fill(colour, (rect.x, rect.y + radius, thickness, rect.h - 2 * radius))
        fill(colour, (rect.right - thickness, rect.y + radius, thickness, rect.h - 2 * radius))
        if radius:
            self._round(rect, colour, radius, thickness)

    def _round(self, rect: Rect, colour: RGB, radius: int, thickness: int) -> None:
        one, two, three, four = self._corner(radius, thickness, colour)
        right, bottom = rect.x + rect.w - radius, rect.y + rect.h - radius
        self.surface.fblits(
            (
                (one, (rect.x, rect.y)),
                (two, (right, rect.y)),
                (three, (rect.x, bottom)),
                (four, (right, bottom)),
            )
        )

    def _corner(self, radius: int, thickness: int, colour: RGB) -> tuple[pygame.Surface, ...]:
        key = (radius, thickness, colour)
        found = self._corners.get(key)
        if found is None:
            # White on transparent white, drawn large and shrunk: the alpha is the coverage.
            fine = radius * _FINE
            large = pygame.Surface((fine, fine), pygame.SRCALPHA)
            large.fill((255, 255, 255, 0))
            pygame.draw.circle(large, (255, 255, 255, 255), (fine, fine), fine)
            if thickness:
                inner = (radius - thickness) * _FINE
                pygame.draw.circle(large, (255, 255, 255, 0), (fine, fine), max(0, inner))
            small = pygame.transform.smoothscale(large, (radius, radius))
            small.fill((*colour, 255), special_flags=pygame.BLEND_RGBA_MULT)
            flip = pygame.transform.flip
            found = (small, flip(small, True, False), flip(small, False, True))
            found = (*found, flip(small, True, True))
            self._corners[key] = found
            if len(self._corners) > _MASKS:
                self._corners.popitem(last=False)
        return found

    # Lines and dots

    def line(self, points: Sequence[Spot], colour: RGB, width: int, dash: int = 0) -> None:
        """Draw a smooth line through points; dash is its length in pixels, 0 for none."""
        if dash:
            for start, end in pairwise(points):
                for piece in _dashes(start, end, dash):
                    self._stroke(piece, colour, width, closed=False)
        else:
            self._stroke(points, colour, width, closed=False)

    def polygon(self, points: Sequence[Spot], colour: RGB, outline: RGB, width: int) -> None:
        """Fill a shape and draw its border smoothly."""
        if len(points) < 3:
            return
        pygame.draw.polygon(self.surface, colour, points)
        self._stroke(points, outline, width, closed=True)

    def _stroke(self, points: Sequence[Spot], colour: RGB, width: int, *, closed: bool) -> None:
        """Draw a band along points: smooth hairlines side by side, half a pixel apart."""
        points = [p for n, p in enumerate(points) if n == 0 or math.dist(p, points[n - 1]) > 0.01]
        if len(points) < 2:
            return
        if width == 1:
            pygame.draw.aalines(self.surface, colour, closed, points)
            return
        ways = _asides(points, closed=closed)
        for hair in range(1 - width, width):
            reach = hair / 2
            aside = [
                (x + dx * reach, y + dy * reach)
                for (x, y), (dx, dy) in zip(points, ways, strict=True)
            ]
            pygame.draw.aalines(self.surface, colour, closed, aside)

    def dot(self, centre: Spot, radius: int, colour: RGB, hollow: RGB | None) -> None:
        """Draw a disc, or a circle around the hollow colour."""
        pygame.draw.aacircle(self.surface, colour, centre, radius)
        if hollow is not None:
            pygame.draw.aacircle(self.surface, hollow, centre, max(1, radius - max(2, radius // 4)))

    # Pictures

    def picture(self, path: str, rect: Rect, *, is_flag: bool) -> Rect | None:
        """Draw an image as large as it fits, and return where; None where it is missing."""
        surface = self._picture(path, rect.w, rect.h, is_flag=is_flag)
        if surface is None:
            return None
        wide, tall = surface.get_size()
        spot = Rect(rect.x + (rect.w - wide) // 2, rect.y + (rect.h - tall) // 2, wide, tall)
        self.surface.blit(surface, spot[:2])
        return spot

    def _picture(self, path: str, wide: int, tall: int, *, is_flag: bool) -> pygame.Surface | None:
        key = (path, wide, tall)
        if key in self._pictures:
            self._pictures.move_to_end(key)
            return self._pictures[key]
        file = self.folder / path
        if is_flag:
            size = next((high for high in _FLAG_HEIGHTS if high >= tall), _FLAG_HEIGHTS[-1])
            file = self.folder / "flags" / f"{path}-{size}.png"
        found: pygame.Surface | None = None
        try:
            image = pygame.image.load(file).convert_alpha()
        except (OSError, pygame.error):
            if path not in self._missing:
                self._missing.add(path)
                sys.stderr.write(f"{file}: picture not found; a plain box is shown\n")
        else:
            share = min(wide / image.get_width(), tall / image.get_height())
            if is_flag:
                fitting = (wide, tall)
            else:
                fitting = (
                    max(1, round(image.get_width() * share)),
                    max(1, round(image.get_height() * share)),
                )
            found = pygame.transform.smoothscale(image, fitting)
        self._pictures[key] = found
        if len(self._pictures) > _PICTURES:
            self._pictures.popitem(last=False)
        return found


def _asides(points: Sequence[Spot], *, closed: bool) -> list[Spot]:
    """Return at each point the way to a line beside the one through them, one pixel apart."""
    normals = [_normal(start, end) for start, end in pairwise(points)]
    last = _normal(points[-1], points[0]) if closed else normals[-1]
    before = [last if closed else normals[0], *normals]
    after = [*normals, last]
    ways = []
    for (one_x, one_y), (two_x, two_y) in zip(before, after, strict=True):
        dx, dy = one_x + two_x, one_y + two_y
        # Along a bend it runs further out; sharp corners are cut.
        share = min(2.0, 2 / max(0.5, dx * dx + dy * dy))
        ways.append((dx * share, dy * share))
    return ways


def _normal(start: Spot, end: Spot) -> Spot:
    length = math.dist(start, end) or 1.0
    return (start[1] - end[1]) / length, (end[0] - start[0]) / length


def _dashes(start: Spot, end: Spot, dash: int) -> list[tuple[Spot, Spot]]:
    length = math.dist(start, end)
    count = max(1, round(length / (2 * dash)))
    step = 1 / count
    return [
        (_between(start, end, i * step), _between(start, end, i * step + step * 0.55))
        for i in range(count)
    ]


def _between(start: Spot, end: Spot, share: float) -> Spot:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
