"""Names over a line of time keep clear of the stems and of each other."""

from itertools import permutations

import pytest

from game.ui.charts.stacking import LETTER, SIGN, stacked

SEASON = (
    *((0.05, "adopted"), (0.145, "Short-range firings +2"), (0.33, "Short-range firings")),
    *((0.52, "Medium-range missiles +1"), (0.985, "Medium-range missiles")),
)
ROWS = (
    ((0.05, "adopted"), (0.15, "Short-range firings"), (0.5, "A missile of intermediate range")),
    ((0.1, "test 4"), (0.2, "2270"), (0.8, "first ICBM"), (0.86, "2371"), (0.95, "a nuclear test")),
    tuple((0.05 + 0.9 * n / 6, "test") for n in range(7)),
    ((0.5, "one"), (0.5, "another")),
    ((0.1, "adopted"), (0.5, "A missile of medium range over an island +2"), (0.9, "quiet")),
    SEASON,
)


def spans(names, room):
    """Return where each name reaches from and to, with its level."""
    for (at, name), spot in zip(names, stacked(names, room), strict=True):
        wide = (len(name) * LETTER + SIGN) / room
        start = {"left": at - wide, "right": at, "center": spot.at - wide / 2}[spot.side]
        yield at, (start, start + wide), spot.level


@pytest.mark.parametrize("room", [430, 800])
@pytest.mark.parametrize("names", ROWS, ids=range(len(ROWS)))
def test_no_stem_runs_through_the_name_of_another(names, room):
    for (_x, (start, end), level), (x, _span, other) in permutations(spans(names, room), 2):
        assert not start < x < end or level > other


@pytest.mark.parametrize("room", [430, 800])
@pytest.mark.parametrize("names", ROWS, ids=range(len(ROWS)))
def test_names_on_one_level_do_not_meet(names, room):
    for (_x, one, level), (_y, other, its) in permutations(spans(names, room), 2):
        assert level != its or one[1] <= other[0] or other[1] <= one[0]


def test_names_with_room_stand_next_to_the_line():
    assert [spot.level for spot in stacked(((0.1, "one"), (0.5, "two"), (0.9, "3")), 800)] == [
        0
    ] * 3


@pytest.mark.parametrize("at", [0.0, 0.3, 0.5, 0.7, 1.0])
def test_a_name_that_fits_beside_no_stem_lies_whole_across_it(at):
    """In a narrow chart it ran over the edge, and lost its words."""
    name = "A missile of medium range over an island"
    ((_x, (start, end), _level),) = spans(((at, name),), 400)

    assert end - start < 1
    assert start >= 0
    assert end <= 1


def test_a_season_of_five_names_has_a_row_for_each_in_a_narrow_chart():
    """They pushed each other out of the picture, and only their signs were left."""
    assert sorted(spot.level for spot in stacked(SEASON, 400)) == [0, 1, 2, 3, 4]
