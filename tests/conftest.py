"""What every test shares: no display, no sound, no deadline, no luck, golden files on request."""

import os

# SDL reads these when pygame is first imported, so they come before any other import.
os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import importlib
from random import Random

import hypothesis
import pytest

# A slow machine is no fault of the code; speed is measured elsewhere.
hypothesis.settings.register_profile("in_blue", deadline=None)
hypothesis.settings.load_profile("in_blue")


def pytest_addoption(parser):
    parser.addoption(
        "--regenerate",
        action="store_true",
        help="write golden files anew instead of comparing with them; then read the diff",
    )


@pytest.fixture
def regenerate(request):
    """Whether golden files are to be written instead of compared."""
    return request.config.getoption("--regenerate")


@pytest.fixture(autouse=True)
def saves_aside(tmp_path_factory, monkeypatch):
    """No test writes into the player's saves."""
    monkeypatch.setenv("IN_BLUE_SAVES", str(tmp_path_factory.getbasetemp() / "saves"))


@pytest.fixture(autouse=True)
def seeds_by_chance_are_the_same(monkeypatch):
    """No test hangs on luck: who writes no seed gets the same ones in every run."""
    drawn = Random(2270)
    module = importlib.import_module("game.session.dice")
    monkeypatch.setattr(module, "SystemRandom", lambda: drawn)
