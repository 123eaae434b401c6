"""The soundings in windows of every size: what is to be done is in sight."""

from functools import cache

import pytest

from game import engine, paths
from game.engine.terms import Phase
from game.ui import bindings, screens
from game.ui.layout import Typesetter, UiState, faults, lay_out
from game.ui.layout.items import Glyphs
from game.ui.messages import House, Picks
from game.ui.preferences import Preferences
from game.ui.text import Fonts
from game.ui.voting.meeting import heard
from tests.build import QUICK, played

SIZES = ((1280, 720), (1600, 900))
SCALES = (1.0, 1.5, 2.0)


@cache
def to_speak(crisis, seat):
    """What a seat sees as it has to take its position."""
    for state in played(crisis, 3, QUICK).states:
        if state.phase is Phase.SOUNDINGS and engine.actor(state) == seat:
            o = engine.observe(state, seat)
            if seat not in o.record.stances and "Speak" in {type(a).__name__ for a in o.legal}:
                return o
    raise AssertionError(crisis)


@cache
def setter():
    return Typesetter(Fonts(paths.assets() / "fonts"))


def laid_out(o, size, scale, **picks):
    house = House(
        keys=bindings.DEFAULTS,
        preferences=Preferences(still=True, sittings=2),
        width=size[0],
        height=size[1],
        scale=scale,
    )
    tree = screens.find("soundings").view(o, Picks(picks, house, "soundings"))
    return lay_out(tree, size, scale, UiState(), setter())


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("crisis", "seat"), [("hwasong_14", "CHN"), ("resolution_2270", "EGY")])
@pytest.mark.parametrize("more", [False, True])
def test_to_take_the_floor_needs_no_scrolling(crisis, seat, size, scale, more):
    layout = laid_out(to_speak(crisis, seat), size, scale, more=more)
    speak = layout.stop("speak")
    bottom = min(speak.clip.y + speak.clip.h, size[1])

    assert speak.rect.y >= speak.clip.y
    assert speak.rect.y + speak.rect.h <= bottom
    assert faults(layout) == ()


@pytest.mark.parametrize("size", SIZES)
def test_once_guests_were_heard_what_is_known_begins_at_the_top(size):
    o = to_speak("hwasong_14", "CHN")
    assert heard(o)

    layout = laid_out(o, size, 1.0)
    words = [item for item in layout.items if isinstance(item.payload, Glyphs)]
    left = [it for it in words if it.rect.x < 0.4 * size[0] and it.rect.y > 70]

    assert min(it.rect.y for it in left) < 0.2 * size[1]
