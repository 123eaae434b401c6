"""Three quiet sounds: the gavel, paper, and a tick. Silence is never an error."""

import contextlib
from pathlib import Path

import pygame


class Sounds:
    """Plays sounds from the assets folder, once the first one is wanted.

    folder: where they lie. on: they are wanted.
    """

    def __init__(self, folder: Path, *, on: bool = True) -> None:
        self.folder, self.on = folder, on
        self._loaded: dict[str, pygame.mixer.Sound] = {}
        self._mute = False

    def play(self, name: str) -> None:
        """Play one of them; without a sound card nothing happens."""
        if not self.on or self._mute:
            return
        with contextlib.suppress(OSError):
            try:
                if not pygame.mixer.get_init():
                    pygame.mixer.init(buffer=512)
                if name not in self._loaded:
                    self._loaded[name] = pygame.mixer.Sound(self.folder / f"{name}.wav")
                self._loaded[name].play()
            except pygame.error:
                self._mute = True
