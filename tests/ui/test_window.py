"""Events in, messages out: driven as a person would, under SDL's dummy driver."""

import json
import os
import signal

import pygame
import pytest

from game.ui.layout import Motion, Rect
from game.ui.motion import Motions
from game.ui.widgets import (
    Animated,
    Button,
    Card,
    Change,
    Choice,
    Column,
    Field,
    Layers,
    Modal,
    Panel,
    Row,
    Shortcut,
    Slider,
    Spacer,
    Stepper,
    Submit,
    Text,
    Toggle,
)
from game.ui.window import Window

CTRL, SHIFT = pygame.KMOD_CTRL, pygame.KMOD_SHIFT
LETTERS = {getattr(pygame, f"K_{letter}"): letter for letter in "abcdefghijklmnopqrstuvwxyz"}


class Hand:
    """A window, its time and the hand that uses it."""

    def __init__(self, view, size=(1024, 600), **settings):
        self.heard = []
        self.time = 0.0
        self.view = view
        self.on_message = lambda message: None
        self.window = Window(
            lambda size, scale: self.view(),
            self._hear,
            size=size,
            now=lambda: self.time,
            **settings,
        )
        pygame.event.clear()

    def _hear(self, message):
        self.heard.append(message)
        self.on_message(message)

    def key(self, key, mod=0, text=None):
        if text is None:
            text = LETTERS.get(key, "")
        event = pygame.Event(pygame.KEYDOWN, key=key, mod=mod, unicode="" if mod & CTRL else text)
        self.post(event)

    def type(self, text):
        for letter in text:
            self.post(pygame.Event(pygame.TEXTINPUT, text=letter))

    def post(self, event):
        pygame.event.post(event)
        self.window.step(wait=False)

    def move(self, spot, buttons=(0, 0, 0)):
        self.post(pygame.Event(pygame.MOUSEMOTION, pos=spot, rel=(1, 1), buttons=buttons))

    def press(self, spot):
        self.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=spot, button=1))

    def release(self, spot):
        self.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=spot, button=1))

    def click(self, name):
        spot = centre(self.rect(name))
        self.move(spot)
        self.press(spot)
        self.release(spot)

    def wheel(self, spot, turned):
        self.move(spot)
        self.post(pygame.Event(pygame.MOUSEWHEEL, x=0, y=turned, precise_y=float(turned)))

    def wait(self, seconds):
        self.time += seconds
        self.window.step(wait=False)

    def rect(self, name):
        return self.window.layout.stop(name).rect

    @property
    def focus(self):
        return self.window.state.focus


def centre(rect):
    return rect.x + rect.w // 2, rect.y + rect.h // 2


def box(name, **more):
    return Button(name, name, name=name, **more)


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


def values():
    kept = {"seed": "12", "level": 2, "size": 50, "calm": False, "theme": "dark"}
    hand = Hand(
        lambda: Column(
            (
                Field(kept["seed"], "seed", label="Seed", name="seed"),
                Stepper("Level", kept["level"], 0, 4, "level", name="level"),
                Slider("Size", kept["size"], 0, 100, "size", step=5, name="size"),
                Toggle("Calm", kept["calm"], "calm", name="calm"),
                Choice(
                    "Theme",
                    kept["theme"],
                    (("dark", "Dark"), ("light", "Light")),
                    "theme",
                    name="theme",
                ),
                box("g", key="G"),
            )
        )
    )

    def change(message):
        if isinstance(message, Change):
            kept[message.message] = message.value

    hand.on_message = change
    hand.kept = kept
    return hand


def test_typing_changes_the_field_and_letters_are_no_shortcuts_there():
    hand = values()
    hand.window.focus("seed")
    hand.window.step(wait=False)
    hand.key(pygame.K_g)
    hand.type("3g")

    assert hand.heard == [Change("seed", "3"), Change("seed", "3g")]


def test_enter_in_a_field_submits():
    hand = values()
    hand.click("seed")
    hand.key(pygame.K_RETURN)

    assert hand.heard == [Submit("seed", "12")]


def test_a_click_puts_the_caret_between_letters():
    hand = values()
    rect = hand.rect("seed")
    hand.press((rect.x + 12, rect.y + 20))
    hand.release((rect.x + 12, rect.y + 20))
    hand.type("9")

    assert hand.kept["seed"] == "912"


def test_copied_text_can_be_pasted():
    hand = values()
    hand.window.focus("seed")
    hand.window.step(wait=False)
    hand.key(pygame.K_c, CTRL)
    hand.key(pygame.K_END)
    hand.key(pygame.K_v, CTRL)

    assert hand.kept["seed"] == "1212"


def test_what_the_game_makes_of_a_text_is_shown():
    hand = values()
    hand.on_message = lambda message: hand.kept.update(seed="no letters")
    hand.window.focus("seed")
    hand.window.step(wait=False)
    hand.type("x")

    assert hand.window.state.edit.text == "no letters"


def test_arrows_change_values_within_their_bounds():
    hand = values()
    hand.window.focus("level")
    for _ in range(4):
        hand.key(pygame.K_RIGHT)
    hand.window.focus("theme")
    hand.key(pygame.K_RIGHT)

    assert hand.kept["level"] == 4
    assert hand.kept["theme"] == "light"
    assert hand.focus == "theme"


def test_space_turns_a_toggle():
    hand = values()
    hand.window.focus("calm")
    hand.key(pygame.K_SPACE)

    assert hand.kept["calm"] is True


def test_a_slider_follows_the_pointer():
    hand = values()
    zone = next(z for z in hand.window.layout.zones if z.does == "drag")
    track = Rect(*zone.message)
    middle = track.y + track.h // 2
    hand.press((track.x + track.w // 4, middle))
    hand.move((track.right + 300, middle), (1, 0, 0))
    hand.release((track.right + 300, middle))

    assert hand.heard[0] == Change("size", 25)
    assert hand.kept["size"] == 100


def test_the_parts_of_a_stepper_are_clicked():
    hand = values()
    less, more = (z.rect for z in hand.window.layout.zones if z.stop == "level")
    for rect in (more, more, less):
        hand.press(centre(rect))
        hand.release(centre(rect))

    assert hand.heard == [Change("level", 3), Change("level", 4), Change("level", 3)]


def long():
    return Column(
        (Panel("Log", [box(f"line {i}") for i in range(60)], name="log", flex=1), box("end"))
    )


def test_the_wheel_scrolls_what_is_under_the_pointer():
    hand = Hand(long)
    hand.wheel((100, 300), -2)

    assert hand.window.layout.area("log").offset > 0


def test_the_focus_scrolls_into_view():
    hand = Hand(long)
    hand.window.focus("line 50")
    hand.window.step(wait=False)
    area = hand.window.layout.area("log")

    assert area.rect.covers(hand.rect("line 50"))


def test_the_thumb_can_be_dragged():
    hand = Hand(long)
    thumb = hand.window.layout.area("log").thumb
    hand.press(centre(thumb))
    hand.move((thumb.x, 5000), (1, 0, 0))
    hand.release((thumb.x, 599))
    area = hand.window.layout.area("log")

    assert area.offset == area.limit


def test_page_down_and_end_scroll():
    hand = Hand(long)
    hand.window.focus("line 0")
    hand.key(pygame.K_PAGEDOWN)
    first = hand.window.layout.area("log").offset
    hand.key(pygame.K_END)
    area = hand.window.layout.area("log")

    assert 0 < first < area.offset == area.limit


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
    hand.on_message = lambda message: setattr(
        hand, "view", lambda: Column((box("one"), box("three")))
    )
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
