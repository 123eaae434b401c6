"""Three quiet sounds: the gavel, paper, and a tick. Silence is never an error."""

import contextlib
import os
import sys
from pathlib import Path

import pygame

DEVICES = Path("/dev/snd")
"""Where Linux lists sound cards; their drivers complain on the terminal where there is none."""


def has_device() -> bool:
    """Tell whether opening a mixer may be tried: a driver was chosen, or there is a sound card."""
    if not sys.platform.startswith("linux") or os.environ.get("SDL_AUDIODRIVER"):
        return True
    if os.environ.get("PULSE_SERVER") or _has_server():
        return True
    return any(DEVICES.glob("pcm*p"))


def _has_server() -> bool:
    """Tell whether a sound server of this person listens."""
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    places = ("pulse/native", "pipewire-0")
    return bool(folder) and any((Path(folder) / place).exists() for place in places)


class Sounds:
    """Plays sounds from the assets folder, once the first one is wanted.

    folder: where they lie. on: they are wanted.
    """

    def __init__(self, folder: Path, *, on: bool = True) -> None:
        self.folder, self.on = folder, on
        self._loaded: dict[str, pygame.mixer.Sound] = {}
        self._mute = not has_device()

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
