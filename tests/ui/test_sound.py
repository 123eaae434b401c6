"""Without a sound card the mixer is not even tried: its driver would write to the terminal."""

import sys

import pygame
import pytest

from game.ui import sound
from game.ui.sound import Sounds, has_device


@pytest.fixture
def bare(tmp_path, monkeypatch):
    """Return a folder that stands for the sound cards of a machine without any sound server."""
    for name in ("SDL_AUDIODRIVER", "PULSE_SERVER", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sound, "DEVICES", tmp_path)
    return tmp_path


def test_a_mixer_is_not_opened_without_a_device(bare, monkeypatch):
    monkeypatch.setattr(pygame.mixer, "get_init", lambda: pytest.fail("the mixer was asked"))

    assert not has_device()
    Sounds(bare).play("gavel")


def test_a_card_a_chosen_driver_or_a_server_is_a_device(bare, monkeypatch):
    (bare / "pcmC0D0p").touch()
    assert has_device()
    (bare / "pcmC0D0p").unlink()
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    assert has_device()
    monkeypatch.delenv("SDL_AUDIODRIVER")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(bare))
    assert not has_device()
    (bare / "pulse").mkdir()
    (bare / "pulse" / "native").touch()
    assert has_device()
