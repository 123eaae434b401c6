"""Paint display lists: the only part that draws.

`Painter.paint` compares a frame with the last one and repaints what differs;
`Painter.repaint` paints all of it. Both give the same pixels, which a standing test proves.
"""

from collections.abc import Sequence
from pathlib import Path

import pygame

from game.ui.layout import (
    Box,
    Colour,
    Drawing,
    Fade,
    Glyphs,
    Item,
    Layout,
    Picture,
    Pips,
    Rect,
    Stripe,
    Veil,
)
from game.ui.paint.brush import Brush
from game.ui.paint.damage import bounds, damage
from game.ui.text import Fonts
from game.ui.theme import Theme
from game.ui.widgets import Area, Dot, Line, Poly


class Painter:
    """Draws frames on a surface and remembers the last one."""

    def __init__(self, fonts: Fonts, theme: Theme, folder: Path) -> None:
        self.fonts, self.theme = fonts, theme
        self.brush = Brush(folder)
        self._last: tuple[Item, ...] | None = None
        self._size = (0, 0)

    def use(self, theme: Theme) -> None:
        """Change the theme; the next frame is painted whole."""
        self.theme = theme
        self.fonts.forget_runs()
        self.forget()

    def forget(self) -> None:
        """Let the next frame be painted whole."""
        self._last = None

    def paint(self, surface: pygame.Surface, layout: Layout) -> list[Rect]:
        """Paint what differs from the last frame, and return where."""
        window = Rect(0, 0, *surface.get_size())
        if self._last is None or self._size != surface.get_size():
            return self.repaint(surface, layout)
        if layout.items is self._last:
            return []
        rects = damage(self._last, layout.items, window)
        self._draw(surface, layout.items, rects)
        self._last = layout.items
        return rects

    def repaint(self, surface: pygame.Surface, layout: Layout) -> list[Rect]:
        """Paint the whole frame, and return the whole window."""
        window = Rect(0, 0, *surface.get_size())
        self._draw(surface, layout.items, [window])
        self._last, self._size = layout.items, surface.get_size()
        return [window]

    def _draw(self, surface: pygame.Surface, items: Sequence[Item], rects: Sequence[Rect]) -> None:
        self.brush.surface = surface
        whole = Rect(0, 0, *surface.get_size())
        for rect in rects:
            surface.set_clip(rect)
            ground = self.brush.glow(surface.get_size(), self.theme.background, self.theme.glow)
            surface.blit(ground, rect, rect)
            clip = rect
            clips: dict[Rect, Rect] = {}
            for item in items:
                if rect != whole and not bounds(item).touches(rect):
                    continue
                wanted = clips.get(item.clip)
                if wanted is None:
                    wanted = clips[item.clip] = item.clip.cut(rect)
                if item.kind == "drawing":
                    wanted = bounds(item).cut(rect)
                if wanted != clip:
                    surface.set_clip(wanted)
                    clip = wanted
                self._item(item, clip)
        surface.set_clip(None)

    def _item(self, item: Item, clip: Rect) -> None:
        match item.payload:
            case Glyphs():
                self._glyphs(item.payload, item.rect)
            case Box():
                self._box(item.payload, item.rect, clip)
            case Stripe():
                self._stripe(item.payload, item.rect, clip)
            case Picture():
                self._picture(item.payload, item.rect)
            case Pips():
                self._pips(item.payload, item.rect)
            case Drawing():
                self._drawing(item.payload, item.rect)
            case Veil():
                veil = pygame.Surface(clip[2:])
                veil.set_alpha(255 * item.payload.strength // 100)
                self.brush.surface.blit(veil, clip[:2])

            case Fade():
                rgb = self.theme.rgb(item.payload.colour)
                self.brush.fade(item.rect, rgb, is_above=item.payload.is_above)

    def _glyphs(self, it: Glyphs, rect: Rect) -> None:
        rgb = self.theme.rgb(it.colour)
        surface = self.brush.surface
        if it.background is not None:
            surface.fill(self.theme.rgb(it.background), rect)
        if not it.text.isspace():
            picture = self.fonts.run(it.text, it.font, rgb)
            surface.blit(picture, (rect.x, rect.y + self.fonts.rise(it.font)))
        thick = max(1, it.font.size // 12)
        if it.underline:
            base = rect.y + self.fonts.ascent(it.font)
            surface.fill(rgb, (rect.x, base + 1 + thick, rect.w, thick))
        if it.strike:
            base = rect.y + self.fonts.ascent(it.font)
            surface.fill(rgb, (rect.x, base - round(it.font.size * 0.3), rect.w, thick))

    def _box(self, it: Box, rect: Rect, clip: Rect) -> None:
        surface = self.brush.surface
        body = rect
        if it.edge is not None:
            top = it.side == "top"
            wide = rect.w if top else it.edge_width
            band = Rect(rect.x, rect.y, wide, it.edge_width if top else rect.h)
            surface.set_clip(band.cut(clip))
            self.brush.box(rect, self.theme.rgb(it.edge), it.radius)
            down, right = (it.edge_width, 0) if top else (0, it.edge_width)
            body = Rect(rect.x + right, rect.y + down, rect.w - right, rect.h - down)
            surface.set_clip(body.cut(clip))
        if it.border is None:
            if it.fill is not None:
                self.brush.box(rect, self.theme.rgb(it.fill), it.radius)
        elif it.fill is None:
            self.brush.outline(rect, self.theme.rgb(it.border), it.radius, it.thickness)
        else:
            self.brush.box(rect, self.theme.rgb(it.border), it.radius)
            inner = rect.inset(it.thickness, it.thickness)
            radius = max(0, it.radius - it.thickness)
            self.brush.box(inner, self.theme.rgb(it.fill), radius)
        if it.edge is not None:
            surface.set_clip(clip)

    def _stripe(self, it: Stripe, rect: Rect, clip: Rect) -> None:
        surface, radius = self.brush.surface, rect.h // 2
        self.brush.box(rect, self.theme.rgb(it.track), radius)
        start = weight = 0
        for colour, part in it.parts:
            weight += part
            end = rect.w * weight // it.total
            surface.set_clip(Rect(rect.x + start, rect.y, end - start, rect.h).cut(clip))
            self.brush.box(rect, self.theme.rgb(colour), radius)
            start = end
        surface.set_clip(clip)

    def _pips(self, it: Pips, rect: Rect) -> None:
        wide = (rect.w + it.gap) // max(1, it.total) - it.gap
        tall = rect.h if it.look == "dots" else rect.h * 3 // 4
        for number in range(it.total):
            x = rect.x + number * (wide + it.gap)
            spot = Rect(x, rect.y + (rect.h - tall) // 2, wide, tall)
            colour = it.colour if number < it.value else it.track
            self.brush.box(
                spot, self.theme.rgb(colour), tall // 2 if it.look == "dots" else tall // 3
            )

    def _picture(self, it: Picture, rect: Rect) -> None:
        spot = self.brush.picture(it.path, rect, is_flag=it.is_flag)
        line = self.theme.rgb(Colour("line", "panel", "fill"))
        if spot is None:
            self.brush.box(rect, line, 2)
        elif it.is_flag:
            self.brush.outline(spot, line, 0, 1)

    def _drawing(self, it: Drawing, rect: Rect) -> None:
        inner = rect.inset(it.inset, it.inset)

        def at(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
            return [(inner.x + x * (inner.w - 1), inner.y + y * (inner.h - 1)) for x, y in points]

        def rgb(tone: str, strength: int = 100) -> tuple[int, int, int]:
            return self.theme.rgb(Colour(tone, it.ground, "fill", strength))

        def px(length: int) -> int:
            return max(1, round(length * it.scale))

        for shape in it.shapes:
            match shape:
                case Line():
                    dash = px(5) if shape.dashed else 0
                    self.brush.line(at(shape.points), rgb(shape.tone), px(shape.width), dash)
                case Poly():
                    fill = rgb(shape.tone, shape.strength)
                    outline = rgb(shape.outline) if shape.outline else fill
                    width = px(2) if shape.outline else 2
                    self.brush.polygon(at(shape.points), fill, outline, width)
                case Area():
                    first, last = shape.points[0], shape.points[-1]
                    around = (*shape.points, (last[0], shape.base), (first[0], shape.base))
                    fill = rgb(shape.tone, shape.strength)
                    self.brush.polygon(at(around), fill, fill, 1)
                case Dot():
                    centre = at([(shape.x, shape.y)])[0]
                    radius = px(shape.radius)
                    ground = self.theme.ground(it.ground)
                    if shape.ring:
                        self.brush.dot(centre, radius + px(4), rgb("text"), ground)
                        self.brush.dot(centre, radius + px(2), ground, None)
                    hollow = ground if shape.hollow else None
                    self.brush.dot(centre, radius, rgb(shape.tone), hollow)
                case _:
                    pass  # marks are placed as texts


__all__ = ["Painter"]
