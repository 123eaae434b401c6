"""A whole sitting by Enter alone: what is highlighted leads on, and never round in a circle."""

import pygame
import pytest

from game.commands.shelf import Shelf
from game.session import HUMAN, Session
from game.ui import preferences
from game.ui.app import App
from game.ui.preferences import Preferences
from game.ui.tour.guide import Guide

PRESSES = 120


@pytest.fixture
def guide(tmp_path, monkeypatch):
    monkeypatch.setenv("IN_BLUE_SAVES", str(tmp_path))
    settings = tmp_path / "settings.json"
    preferences.write(settings, Preferences(still=True))
    app = App(Shelf(), settings)
    app.open()
    return Guide(app)


def enter(guide):
    """Press Enter, and let computers move."""
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode=""))
    guide.app.window.step(wait=False)
    guide.rest()


@pytest.mark.parametrize("seat", ["USA", "CHN"])
def test_a_sitting_can_be_played_with_one_key(guide, seat):
    play = guide.app.play
    play.begin(Session(play.shelf.load("first_sitting"), {seat: HUMAN}, 5))
    guide.rest()
    for _press in range(PRESSES):
        if play.session.is_over:
            break
        enter(guide)

    assert play.session.is_over


def test_enter_on_the_title_leads_a_newcomer_to_the_first_sitting(guide):
    guide.rest()
    enter(guide)

    assert guide.app.play.shown == "seats"
    assert guide.app.play.values["scenario"] == "first_sitting"
