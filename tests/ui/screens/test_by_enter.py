"""A whole sitting by Enter alone: what is highlighted leads on, and never round in a circle."""

import pygame
import pytest

from game.commands.shelf import Shelf
from game.session import HUMAN, Session
from game.ui import preferences
from game.ui.app import App
from game.ui.messages import Leave
from game.ui.preferences import Preferences
from game.ui.tour.guide import Guide
from tests.ui.hand import centre

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


@pytest.mark.parametrize(("seat", "seed"), [("USA", 5), ("CHN", 5), ("CHN", 0)])
def test_a_sitting_can_be_played_with_one_key(guide, seat, seed):
    """With seed 0 China is put a statement that it cannot bear, and over which no word is named."""
    play = guide.app.play
    play.begin(Session(play.shelf.load("first_sitting"), {seat: HUMAN}, seed))
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


@pytest.mark.parametrize("seed", [0, 14])
def test_a_pen_whom_no_deal_helps_is_not_sent_round_between_two_rooms(guide, seed):
    play = guide.app.play
    play.begin(Session(play.shelf.load("resolution_2270"), {"USA": HUMAN}, seed))
    hand = Newcomer(guide)

    assert hand.finishes_by_enter()


class Newcomer:
    """Somebody who clicks a little and then presses keys."""

    def __init__(self, guide):
        self.guide = guide
        self.app = guide.app
        guide.rest()

    @property
    def layout(self):
        return self.app.window.layout

    def post(self, event):
        pygame.event.post(event)
        self.app.window.step(wait=False)
        self.guide.rest()

    def click(self, name):
        stop = next(s for s in self.layout.stops if name in (s.id, s.label))
        x, y = centre(stop.rect)
        self.post(pygame.Event(pygame.MOUSEMOTION, pos=(x, y), rel=(1, 1), buttons=(0, 0, 0)))
        self.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1))
        self.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=(x, y), button=1))

    def key(self, key):
        self.post(pygame.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))

    def finishes_by_enter(self):
        """Press Enter until the sitting is over; tell whether that worked, and no menu opened."""
        for _press in range(PRESSES):
            if self.app.play.session.is_over:
                return True
            enter(self.guide)
            if self.app.play.modal == "menu":
                return False
        return self.app.play.session.is_over


def test_after_a_few_clicks_enter_still_leads_through_a_sitting(guide):
    hand = Newcomer(guide)
    hand.click("seed")
    hand.post(pygame.Event(pygame.TEXTINPUT, text="9"))
    hand.click("door resolution_2270")
    hand.click("seat CHN")
    hand.click("begin")

    assert hand.app.play.session.seed == 9
    assert hand.finishes_by_enter()


def test_enter_does_not_swing_between_two_screens_after_a_click(guide):
    play = guide.app.play
    play.begin(Session(play.shelf.load("first_sitting"), {"USA": HUMAN}, 5))
    hand = Newcomer(guide)
    hand.click("Chamber")

    assert hand.finishes_by_enter()


def test_who_begins_by_keyboard_goes_on_by_keyboard(guide):
    hand = Newcomer(guide)
    for key in (pygame.K_TAB, pygame.K_TAB, pygame.K_RETURN, pygame.K_RETURN):
        hand.key(key)

    state = hand.app.window.state
    assert hand.app.play.session is not None
    assert not state.focus_visible or hand.layout.stop(state.focus).widget.main
    assert hand.finishes_by_enter()


def test_enter_leads_from_the_end_of_a_sitting_to_another_and_not_back_into_it(guide):
    play = guide.app.play
    play.begin(Session(play.shelf.load("first_sitting"), {"USA": HUMAN}, 5))
    hand = Newcomer(guide)
    assert hand.finishes_by_enter()
    for _press in range(PRESSES):
        if play.shown == "title":
            break
        enter(guide)

    assert play.shown == "title"
    assert play.last_save == ""
    assert "look back" in {stop.id for stop in hand.layout.stops}
    enter(guide)
    assert play.shown == "seats"
    assert play.values["scenario"] == "resolution_2270"


def test_a_finished_sitting_can_be_looked_back_at_from_the_title(guide):
    play = guide.app.play
    play.begin(Session(play.shelf.load("first_sitting"), {"USA": HUMAN}, 5))
    hand = Newcomer(guide)
    assert hand.finishes_by_enter()
    guide.send(Leave())
    guide.rest()
    hand.click("look back")

    assert play.session is not None
    assert play.session.is_over
