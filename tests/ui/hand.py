"""A window and the hand that uses it, under SDL's dummy driver."""

import pygame

from game.ui.widgets import Button
from game.ui.window import Window

CTRL, SHIFT = pygame.KMOD_CTRL, pygame.KMOD_SHIFT
LETTERS = {getattr(pygame, f"K_{letter}"): letter for letter in "abcdefghijklmnopqrstuvwxyz"}


class Hand:
    """A window, its time and the hand that uses it."""

    def __init__(self, view, size=(1024, 600), **settings):
        self.heard = []
        self.time = 0.0
        self.view = view
        self.on_message = lambda _: None
        self.window = Window(
            lambda *_: self.view(),
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
