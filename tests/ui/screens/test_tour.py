"""Every screen of the tour in three text sizes: nothing cut, no overlap, no dead button."""

from functools import cache

import pytest
from attrs import evolve, frozen

from game import engine
from game.commands.shelf import Shelf
from game.engine.actions import Action
from game.ui import tour
from game.ui.describe import texts, value, walk
from game.ui.layout import Layout, UiState, faults, lay_out
from game.ui.messages import Confirm, Steps
from game.ui.widgets import Widget

SCALES = (100, 150, 200)


@frozen(eq=False)
class Seen:
    """One stop of the tour: the tree, its layouts by text size, and which acts would be refused."""

    name: str
    tree: Widget
    layouts: dict[int, Layout]
    refused: tuple[str, ...]


@cache
def seen():
    return tuple(_seen(stop) for stop in tour.stops(Shelf()))


def _seen(stop):
    app = stop.app
    settings = app.play.preferences
    layouts = {}
    for scale in SCALES:
        tree = app.view(app.size, scale / 100)
        layouts[scale] = lay_out(tree, app.size, scale / 100, UiState(), app.window._setter)
    app.play.preferences = evolve(settings, scale=100)
    return Seen(stop.name, app.window.tree, layouts, tuple(_refused(app)))


def _refused(app):
    """Name each act that can be pressed and that the rules would refuse."""
    session = app.play.session
    for widget in walk(app.window.tree):
        action = _first_action(getattr(widget, "message", None))
        if action is None or getattr(widget, "disabled", ""):
            continue
        if session is None or engine.refusal(session._state, action) is not None:
            yield f"{widget.name}: {action}"


def _first_action(message):
    match message:
        case Action():
            return message
        case Confirm(message=inner):
            return _first_action(inner)
        case Steps(messages=many):
            return next((found for one in many if (found := _first_action(one))), None)
    return None


@pytest.mark.parametrize("scale", SCALES)
def test_no_screen_of_the_tour_has_a_fault_of_layout(scale):
    wrong = [f"{stop.name}: {fault}" for stop in seen() for fault in faults(stop.layouts[scale])]

    assert not wrong, "\n".join(wrong[:20])


def test_the_tour_meets_every_screen_of_mine():
    names = " ".join(stop.name for stop in seen())

    for part in ("title", "seats", "settings", "help", "soundings", "squeeze", "curtain"):
        assert part in names


def test_every_act_that_can_be_pressed_is_legal():
    wrong = [f"{stop.name}: {act}" for stop in seen() for act in stop.refused]

    assert not wrong, "\n".join(wrong[:20])


def test_a_button_that_cannot_be_used_says_why():
    """Without a message it is disabled with a reason, or it is what stands already."""
    for stop in seen():
        for widget in walk(stop.tree):
            if widget.role == "button" and widget.message is None:
                assert widget.disabled or widget.selected, f"{stop.name}: {widget.label}"


def test_no_screen_shows_a_word_that_was_not_filled_in():
    wrong = [
        f"{stop.name}: {words}"
        for stop in seen()
        for widget in walk(stop.tree)
        for words in (value(widget), getattr(widget, "hint", ""), getattr(widget, "disabled", ""))
        if "{" in words
    ]

    assert not wrong, "\n".join(wrong[:20])


def test_a_key_means_one_thing_on_a_screen():
    for stop in seen():
        meant = {}
        for binding in stop.layouts[100].bindings:
            other = meant.setdefault(binding.key, binding.message)
            assert other == binding.message, f"{stop.name}: {binding.key}"


FIRST_DECISIONS = ("Take the floor", "Leave it to others")
"""Buttons that answer the first question of a sitting."""


@pytest.mark.parametrize("name", ["00-7-first-soundings", "00-9-newcomer-soundings"])
def test_a_newcomer_reads_at_most_120_words_before_the_first_decision(name):
    """All between the bar on top and the button that takes the floor, the choices counted in."""
    stop = next(stop for stop in seen() if stop.name == name)
    said = texts(stop.tree)
    start = next(i for i, words in enumerate(said) if "saved" in words) + 1
    end = next(i for i, words in enumerate(said) if words in FIRST_DECISIONS)

    assert len(" ".join(said[start:end]).split()) <= 120
