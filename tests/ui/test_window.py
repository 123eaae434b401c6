"""Events in, messages out: driven as a person would, under SDL's dummy driver."""

import json
import os
import signal

import pygame
import pytest

from game.commands.shelf import Shelf
from game.ui.app import main as app_main
from game.ui.layout import Motion
from game.ui.motion import Motions
from game.ui.widgets import (
    Animated,
    Button,
    Card,
    Column,
    Field,
    Layers,
    Modal,
    Row,
    Shortcut,
    Spacer,
    Submit,
    Text,
)
from game.ui.window import fitting
from tests.ui.hand import CTRL, SHIFT, Hand, box, centre


def page():
    return Column(
        (
            Row((box("one"), box("two", key="G"), box("three", disabled="not today", key="N"))),
            Row((box("four"), box("five"), Card((Text("six"),), "six", name="six"))),
            Shortcut("F1", "help"),
            Shortcut("Ctrl+Z", "undo"),
            box("main", key="Enter"),
        )
    )


@pytest.fixture
def hand():
    return Hand(page)


def test_a_click_sends_what_the_button_carries(hand):
    hand.click("two")

    assert hand.heard == ["two"]


def test_letting_go_elsewhere_sends_nothing(hand):
    hand.press(centre(hand.rect("one")))
    hand.release(centre(hand.rect("five")))

    assert hand.heard == []


def test_a_card_is_pressed_as_a_whole(hand):
    hand.click("six")

    assert hand.heard == ["six"]


def test_tab_goes_through_all_stops_in_reading_order_and_around(hand):
    seen = []
    for _ in range(8):
        hand.key(pygame.K_TAB)
        seen.append(hand.focus)

    assert seen == ["one", "two", "three", "four", "five", "six", "main", "one"]


def test_shift_tab_goes_back(hand):
    hand.key(pygame.K_TAB, SHIFT)

    assert hand.focus == "main"


def test_arrows_go_to_the_nearest_stop(hand):
    hand.window.focus("two")
    seen = []
    for key in (pygame.K_DOWN, pygame.K_LEFT, pygame.K_UP, pygame.K_RIGHT):
        hand.key(key)
        seen.append(hand.focus)

    assert seen == ["five", "four", "one", "two"]


def test_enter_and_space_act_on_the_focus(hand):
    hand.window.focus("four")
    hand.key(pygame.K_RETURN)
    hand.key(pygame.K_SPACE)

    assert hand.heard == ["four", "four"]


def test_enter_without_focus_is_the_main_act(hand):
    hand.key(pygame.K_RETURN)

    assert hand.heard == ["main"]


def test_enter_after_a_click_is_the_main_act_again(hand):
    hand.click("one")
    hand.key(pygame.K_RETURN)

    assert hand.heard == ["one", "main"]


def test_a_key_acts_from_anywhere_in_either_case(hand):
    hand.key(pygame.K_g)
    hand.key(pygame.K_g, SHIFT, "G")

    assert hand.heard == ["two", "two"]


def test_keys_without_buttons_act_too(hand):
    hand.key(pygame.K_F1)
    hand.key(pygame.K_z, CTRL)

    assert hand.heard == ["help", "undo"]


def test_a_disabled_button_sends_nothing_and_says_why(hand):
    hand.click("three")
    hand.key(pygame.K_n)
    hand.wait(0.1)

    assert hand.heard == []
    assert hand.focus == "three"
    assert "not today" in [getattr(i.payload, "text", "") for i in hand.window.layout.items]


def test_a_tip_comes_after_a_while_and_goes_with_the_pointer(hand):
    hand.move(centre(hand.rect("three")))
    hand.wait(0.2)
    early = hand.window.state.tip
    hand.wait(0.5)
    late = hand.window.state.tip
    hand.move((5, 590))

    assert (early, late, hand.window.state.tip) == ("", "three", "")


def asking():
    hand = Hand(page)
    plain = hand.view
    dialog = Modal("Sure?", (Row((box("yes", key="Enter"), box("no"))),), "away", name="dialog")

    def answer(message):
        if message == "one":
            hand.view = lambda: Layers((page(), dialog))
        elif message in ("yes", "no", "away"):
            hand.view = plain

    hand.on_message = answer
    return hand


def test_a_dialog_takes_the_focus_and_gives_it_back():
    hand = asking()
    hand.window.focus("one")
    hand.key(pygame.K_RETURN)
    within = [hand.focus]
    for _ in range(2):
        hand.key(pygame.K_TAB)
        within.append(hand.focus)
    hand.key(pygame.K_ESCAPE)

    assert within == ["yes", "no", "yes"]
    assert hand.heard == ["one", "away"]
    assert hand.focus == "one"


def test_keys_of_the_page_do_nothing_below_a_dialog():
    hand = asking()
    hand.click("one")
    hand.key(pygame.K_g)

    assert hand.heard == ["one"]


def test_a_click_beside_a_dialog_dismisses_it_and_one_inside_does_not():
    hand = asking()
    hand.click("one")
    for spot in ((512, 260), (5, 5)):
        hand.press(spot)
        hand.release(spot)

    assert hand.heard == ["one", "away"]


def test_when_the_focused_widget_goes_its_neighbour_takes_over():
    hand = Hand(page)
    hand.window.focus("two")
    hand.on_message = lambda _: setattr(hand, "view", lambda: Column((box("one"), box("three"))))
    hand.key(pygame.K_RETURN)

    assert hand.focus == "three"


def test_an_idle_window_paints_nothing(hand):
    frames = hand.window.frames
    for _ in range(50):
        hand.wait(1 / 60)

    assert hand.window.frames == frames


def test_control_plus_and_minus_change_the_text_size(hand):
    hand.key(pygame.K_EQUALS, CTRL)
    larger = hand.window.scale
    hand.key(pygame.K_0, CTRL)
    hand.key(pygame.K_MINUS, CTRL)

    assert (larger, hand.window.scale) == (1.1, 0.9)


def test_f11_fills_the_screen_and_gives_it_back(hand):
    sizes = []
    for _ in range(2):
        hand.key(pygame.K_F11)
        hand.wait(0.1)
        sizes.append(hand.window.size)

    assert sizes[0] == pygame.display.get_desktop_sizes()[0]
    assert sizes[1] == (1024, 600)


def test_closing_the_window_ends_the_loop(hand):
    pygame.event.post(pygame.Event(pygame.QUIT))

    assert hand.window.step(wait=False) is False


def moving(**settings):
    return Hand(
        lambda: Column(
            (Animated("in", box("new"), duration_ms=200, delay_ms=100, done="over"), Spacer())
        ),
        **settings,
    )


def test_an_animation_runs_once_and_says_when_it_is_over():
    hand = moving()
    assert hand.window.layout.stop("new") is None
    hand.wait(0.2)
    assert hand.rect("new").y > 0
    hand.wait(0.2)

    assert hand.rect("new").y == 0
    assert hand.heard == ["over"]
    assert not hand.window.motions.running


def test_space_completes_an_animation():
    hand = moving()
    hand.key(pygame.K_SPACE)

    assert hand.heard == ["over"]
    assert hand.rect("new").y == 0


def test_reduced_motion_shows_the_end_at_once():
    hand = moving(reduced_motion=True)

    assert hand.rect("new").y == 0
    assert hand.heard == ["over"]


def test_an_animation_that_left_the_screen_is_silent():
    motions = Motions()
    motions.met([Motion("in", 100, 0, "over")], 0.0)

    assert motions.met([], 0.05) == []
    assert motions.pass_time(9.0) == []


def test_an_animation_that_is_over_says_so_again_when_it_comes_back():
    motions = Motions()
    once = [Motion("in", 100, 0, "over")]
    motions.met(once, 0.0)
    motions.met([], 0.05)

    assert motions.met(once, 0.1) == ["over"]
    assert motions.met(once, 0.2) == []


def test_a_change_of_theme_repaints_everything(hand):
    before = pygame.image.tobytes(hand.window.screen, "RGB")
    hand.window.theme = "light"
    hand.wait(0.1)

    assert pygame.image.tobytes(hand.window.screen, "RGB") != before
    assert hand.window.screen.get_at((1000, 590))[:3] == hand.window.painter.theme.background


def test_a_signal_writes_the_description(tmp_path, monkeypatch):
    file = tmp_path / "shown.json"
    monkeypatch.setenv("IN_BLUE_DESCRIBE", str(file))
    before = signal.getsignal(signal.SIGUSR1)
    hand = Hand(page)
    try:
        os.kill(os.getpid(), signal.SIGUSR1)
        hand.wait(0.1)
        shown = json.loads(file.read_text(encoding="utf-8"))
    finally:
        signal.signal(signal.SIGUSR1, before)

    assert [stop["id"] for stop in shown["stops"]][:2] == ["one", "two"]
    assert shown["size"] == [1024, 600]


def choices(chosen):
    """Return two seats, of which one is chosen already, and a main act."""
    return Column(
        (
            Card((Text("France"),), "France", selected=chosen == "FRA", name="FRA"),
            Card((Text("China"),), "China", selected=chosen == "CHN", name="CHN"),
            Button("Go", "main", key="Enter", name="go"),
        )
    )


def shown(hand):
    """Return the texts that are drawn, by what they belong to."""
    items = [i for i in hand.window.layout.items if i.kind == "glyphs"]
    return {(i.owner, i.payload.text) for i in items}


def test_enter_goes_on_once_what_has_the_focus_is_chosen():
    hand = Hand(lambda: choices("FRA"))
    hand.window.focus("FRA")
    hand.key(pygame.K_RETURN)

    assert hand.heard == ["main"]


def test_enter_is_shown_where_it_acts():
    hand = Hand(lambda: choices("FRA"))
    hand.window.focus("CHN")
    hand.wait(0.1)
    assert ("CHN", "Enter") in shown(hand)
    assert ("go", "Enter") not in shown(hand)

    hand.window.focus("FRA")
    hand.wait(0.1)
    assert ("FRA", "Enter") not in shown(hand)
    assert ("go", "Enter") in shown(hand)


def test_enter_in_a_field_goes_on_once_the_text_is_known():
    hand = Hand(lambda: Column((Field("7", "seed", name="seed"), Button("Go", "main", main=True))))
    hand.click("seed")
    hand.key(pygame.K_RETURN)

    assert hand.heard == [Submit("seed", "7"), "main"]


@pytest.mark.parametrize("screen", [(1366, 768), (1600, 900), (1920, 1080), (1280, 720)])
def test_a_window_opens_no_larger_than_the_desktop_has_room_for(screen):
    """A title bar stands above it, and a large screen shows it as it was drawn."""
    wide, high = fitting((1600, 900), screen)

    assert wide <= screen[0]
    assert high + 60 <= screen[1]
    assert (wide, high) == (1600, 900) or screen[0] <= 1600


def test_the_game_opens_at_what_fits(monkeypatch):
    opened = []
    monkeypatch.setattr("game.ui.app.desktop", lambda: (1366, 768))
    monkeypatch.setattr("game.ui.app.App.open", lambda app, _session: opened.append(app.size))
    monkeypatch.setattr("game.ui.app.App.run", lambda _app: 0)

    assert app_main(None, Shelf()) == 0
    assert opened == [(1350, 668)]
