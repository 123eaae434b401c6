"""Draw the gallery of single pictures: what screens are made of, with values of no game."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.ui.abroad import gallery
from game.ui.window import Window


def pictures(
    *, scale: int = 100, size: tuple[int, int] = (1600, 900), theme: str = "dark"
) -> Iterator[tuple[str, pygame.Surface]]:
    """Yield each page of the gallery: its name and its picture."""
    for page in gallery.PAGES:
        window = Window(
            lambda given, factor, page=page: gallery.view(page, given, factor),  # type: ignore[misc]
            lambda _message: None,
            size=size,
            theme=theme,
            scale=scale / 100,
            reduced_motion=True,
        )
        window.refresh()
        window.update()
        yield f"05-{page}", window.screen
