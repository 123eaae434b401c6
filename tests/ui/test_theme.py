"""Every text can be read on every ground, in both themes."""

import pytest

from game.ui.layout import Colour
from game.ui.layout.words import WASH
from game.ui.theme import CONTRAST, DARK, GROUNDS, LIGHT, TEXTS, contrast, readable

THEMES = [DARK, LIGHT]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("tone", TEXTS)
def test_a_text_stands_out_from_its_ground(theme, ground, tone):
    assert contrast(theme.rgb(Colour(tone, ground)), theme.ground(ground)) >= CONTRAST


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["ink", "panel", "raised", "paper"])
def test_the_focus_ring_stands_out(theme, ground):
    """Three to one. Source: WCAG 2.2, success criterion 1.4.11."""
    ring = theme.rgb(Colour("focus", ground, "fill"))

    assert contrast(ring, theme.ground(ground)) >= 3


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("wash", ["accent", "yes", "abstain", "no"])
def test_words_of_a_tinted_paragraph_can_be_read(theme, wash):
    behind = theme.rgb(Colour(wash, "paper", "fill", WASH))
    for tone in TEXTS:
        assert contrast(theme.rgb(Colour(tone, "paper")), behind) >= CONTRAST, tone


def test_themes_have_the_same_names():
    assert DARK.fills.keys() == LIGHT.fills.keys()
    assert DARK.texts.keys() == LIGHT.texts.keys()
    assert DARK.paper_texts.keys() == LIGHT.paper_texts.keys()


def test_black_on_white_is_twenty_one():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)


def test_a_readable_colour_is_left_alone():
    assert readable((255, 255, 255), (0, 0, 0)) == (255, 255, 255)


def test_an_unreadable_colour_moves_until_it_can_be_read():
    assert contrast(readable((60, 60, 60), (50, 50, 50)), (50, 50, 50)) >= CONTRAST
