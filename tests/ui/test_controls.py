"""Typing, steppers, sliders, scrolling: driven as a person would."""

import pygame

from game.ui.layout import Rect
from game.ui.widgets import (
    Change,
    Choice,
    Column,
    Field,
    Panel,
    Scroll,
    Slider,
    Stepper,
    Submit,
    Text,
    Toggle,
)
from tests.ui.hand import CTRL, Hand, box, centre


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
    hand.on_message = lambda _: hand.kept.update(seed="no letters")
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


def nested():
    inner = Panel("Inner", [Text(f"line {i}") for i in range(40)], name="inner", height=200)
    return Scroll("outer", Column((inner, *(Text(f"below {i}") for i in range(60)))))


def test_the_wheel_goes_on_outside_when_the_inner_end_is_reached():
    hand = Hand(nested)
    for _ in range(30):
        hand.wheel((100, 100), -2)
    inner = hand.window.layout.area("inner")

    assert inner.offset == inner.limit
    assert hand.window.layout.area("outer").offset > 0


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
