"""Whatever happens, the window looks as if it had been painted from scratch."""

import random

import pygame
import pytest

from game.ui.layout import Rect
from game.ui.paint.damage import damage, merged
from game.ui.widgets import Card, Place, Ring, Text
from game.ui.window import Window
from tests.ui.demo import Demo
from tests.ui.test_layout import laid

KEYS = [
    *[pygame.K_TAB] * 6,
    pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_RETURN, pygame.K_SPACE,
    pygame.K_ESCAPE, pygame.K_PAGEDOWN, pygame.K_PAGEUP, pygame.K_HOME, pygame.K_END,
    pygame.K_BACKSPACE, pygame.K_p, pygame.K_n,
]  # fmt: skip


class Monkey:
    """Somebody who does anything at all."""

    def __init__(self, seed, page, size, scale=1.0):
        self.dice = random.Random(seed)
        self.size = size
        self.time = 0.0
        demo = Demo(page)
        self.window = Window(
            demo.view, demo.on_message, size=size, scale=scale, now=lambda: self.time
        )
        pygame.event.clear()

    def spot(self):
        return self.dice.randrange(self.size[0]), self.dice.randrange(self.size[1])

    def events(self):
        dice, event = self.dice, pygame.Event
        match dice.randrange(8):
            case 0 | 1:
                key = dice.choice(KEYS)
                mod = dice.choice([0, 0, 0, pygame.KMOD_SHIFT])
                letter = chr(key) if pygame.K_a <= key <= pygame.K_z else ""
                return [event(pygame.KEYDOWN, key=key, mod=mod, unicode=letter)]
            case 2:
                turned = dice.choice([-3, -1, 1, 2])
                return [event(pygame.MOUSEWHEEL, x=0, y=turned, pos=self.spot())]
            case 3:
                spot = self.spot()
                return [
                    event(pygame.MOUSEBUTTONDOWN, button=1, pos=spot),
                    event(pygame.MOUSEBUTTONUP, button=1, pos=spot),
                ]
            case 4:
                return [event(pygame.MOUSEMOTION, pos=self.spot(), rel=(1, 1), buttons=(0, 0, 0))]
            case 5:
                return [event(pygame.TEXTINPUT, text=dice.choice("abc déxyz 安"))]
            case 6:
                there = [self.spot() for _ in range(3)]
                return [
                    event(pygame.MOUSEBUTTONDOWN, button=1, pos=self.spot()),
                    *(
                        event(pygame.MOUSEMOTION, pos=s, rel=(1, 1), buttons=(1, 0, 0))
                        for s in there
                    ),
                    event(pygame.MOUSEBUTTONUP, button=1, pos=there[-1]),
                ]
            case _:
                return [event(pygame.TEXTEDITING, text=dice.choice(["", "ni"]), start=0, length=0)]

    def act(self):
        for event in self.events():
            pygame.event.post(event)
            self.window.step(wait=False)
        self.time += self.dice.choice([0.01, 0.3, 0.8])
        self.window.step(wait=False)


@pytest.mark.parametrize(
    ("page", "size", "scale"),
    [
        ("all", (1100, 700), 1.0),
        ("all", (1024, 600), 1.5),
        ("desk", (1400, 700), 1.0),
        ("chamber", (1500, 880), 1.0),
    ],
)
def test_every_frame_equals_a_full_repaint(page, size, scale):
    for seed in range(2):
        monkey = Monkey(seed, page, size, scale)
        window = monkey.window
        for step in range(60):
            monkey.act()
            shown = pygame.image.tobytes(window.screen, "RGB")
            window.painter.repaint(window.screen, window.layout)
            whole = pygame.image.tobytes(window.screen, "RGB")

            assert shown == whole, f"seed {seed}, step {step}"


def test_the_same_frame_damages_nothing():
    layout = laid(Text("still"))

    assert damage(layout.items, layout.items, Rect(0, 0, 800, 600)) == []


def test_only_what_changed_is_damaged():
    one = laid(Ring((Place(0.1, 0.1, Text("a")), Place(0.9, 0.9, Text("b"))), flex=1))
    two = laid(Ring((Place(0.1, 0.1, Text("a")), Place(0.9, 0.9, Text("c"))), flex=1))
    (rect,) = damage(one.items, two.items, Rect(0, 0, 800, 600))

    assert rect.w < 100
    assert rect.x > 600


def test_a_change_of_order_is_damage():
    cards = [Card((Text(letter),), letter, width=100) for letter in "ab"]
    one = laid(Ring((Place(0.5, 0.5, cards[0]), Place(0.55, 0.5, cards[1])), flex=1))
    two = laid(Ring((Place(0.55, 0.5, cards[1]), Place(0.5, 0.5, cards[0])), flex=1))

    assert damage(one.items, two.items, Rect(0, 0, 800, 600)) != []


def test_merged_rectangles_do_not_overlap():
    dice = random.Random(5)
    for _ in range(50):
        rects = [
            Rect(
                dice.randrange(500),
                dice.randrange(500),
                dice.randrange(1, 90),
                dice.randrange(1, 90),
            )
            for _ in range(20)
        ]
        out = merged(rects)

        assert all(any(big.covers(rect) for big in out) for rect in rects)
        assert not any(a.touches(b) for n, a in enumerate(out) for b in out[n + 1 :])
