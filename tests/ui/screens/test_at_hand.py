"""In large text the main act of a screen lies in sight, whatever scrolls; no act is lost."""

import pytest

from game import engine, paths
from game.ui import screens
from game.ui.describe import walk
from game.ui.layout import Typesetter, UiState, lay_out
from game.ui.messages import Picks, Steps
from game.ui.parts.at_hand import MORE
from game.ui.places import home
from game.ui.text import Fonts
from game.ui.widgets import Button
from tests.ui.screens.test_corridor import HOUSE
from tests.ui.screens.test_enter import moments
from tests.ui.screens.test_requests import seen

SIZES = ((1600, 900), (1280, 720))


def tree(o, name, size, values=(), scale=2.0):
    house = HOUSE.__class__(keys=HOUSE.keys, width=size[0], height=size[1], scale=scale)
    return screens.find(name).view(o, Picks(dict(values), house, name))


def buttons(page):
    return [w for w in walk(page) if isinstance(w, Button)]


def laid(page, size):
    return lay_out(page, size, 2.0, UiState(), Typesetter(Fonts(paths.assets() / "fonts")))


@pytest.mark.parametrize("size", SIZES)
def test_the_main_act_needs_no_scrolling(size):
    """A card among those to choose from is no act by itself: it stands with the others."""
    for state, seat in moments():
        o = engine.observe(state, seat)
        page = tree(o, home(o), size)
        main = [b for b in buttons(page) if b.main and b.look == "primary" and not b.disabled]
        for stop in laid(page, size).stops:
            if stop.widget in main:
                assert stop.scrolls == (), (home(o), stop.id)
                assert stop.rect.bottom <= size[1], (home(o), stop.id)


@pytest.mark.parametrize("size", SIZES)
def test_no_button_stands_twice(size):
    for state, seat in moments():
        o = engine.observe(state, seat)
        names = [b.name for b in buttons(tree(o, home(o), size)) if b.name]
        assert len(names) == len(set(names)), home(o)


@pytest.mark.parametrize("name", ["desk", "chamber"])
def test_what_has_no_room_is_a_sheet_and_a_key_away(name):
    small, large = tree(seen(), name, SIZES[0], scale=1.0), tree(seen(), name, SIZES[0])
    opened = tree(seen(), name, SIZES[0], {MORE: True})

    acts = {b.name for b in buttons(small)}
    shown = {b.name for b in buttons(large)}
    listed = {b.name: b for b in buttons(opened)}
    hidden = {"Circulate", "PutInBlue"} & acts
    assert hidden
    assert not hidden & shown
    assert hidden <= listed.keys()
    assert all(isinstance(listed[it].message, Steps) for it in hidden)
    works = {b.key.lower() for b in buttons(small) if b.name in hidden and not b.disabled}
    assert works <= {binding.key for binding in laid(large, SIZES[0]).bindings}
