"""Layout is pure: these tests need no fonts and no window."""

import pytest
from attrs import evolve

from game.ui.layout import FontKey, Rect, Typesetter, UiState, faults, lay_out
from game.ui.layout.passing import shared
from game.ui.widgets import (
    Badge,
    Button,
    Canvas,
    Card,
    Choice,
    Column,
    Dot,
    Entry,
    Field,
    Grid,
    Layers,
    Line,
    Mark,
    Modal,
    Panel,
    Place,
    Ring,
    Row,
    Shortcut,
    Spacer,
    Table,
    Text,
    Track,
)
from tests.ui.demo import Demo


class Squares:
    """Letters half as wide as they are high: measures a child can check."""

    def measure(self, text: str, font: FontKey) -> int:
        return len(text) * font.size // 2

    def line_height(self, font: FontKey) -> int:
        return font.size

    def ascent(self, font: FontKey) -> int:
        return font.size * 3 // 4


def laid(tree, size=(800, 600), scale=1.0, **state):
    return lay_out(tree, size, scale, UiState(**state), Typesetter(Squares()))


def words(layout):
    return [item.payload.text for item in layout.items if item.kind == "glyphs"]


def rect_of(layout, text):
    return next(i.rect for i in layout.items if i.kind == "glyphs" and i.payload.text == text)


def box(name, **more):
    return Button(name, name, name=name, **more)


def test_spare_width_goes_by_weight():
    assert shared(100, [(0, 10), (0, 10)], [1, 3]) == [25, 75]


def test_who_has_no_weight_keeps_the_natural_width():
    assert shared(100, [(5, 30), (0, 10)], [0, 1]) == [30, 70]


def test_a_weight_never_gives_less_than_the_least_width():
    assert shared(100, [(80, 80), (0, 0)], [1, 1]) == [80, 20]


def test_too_little_room_is_taken_from_those_who_can_give():
    assert shared(50, [(10, 40), (30, 30)], [0, 0]) == [20, 30]


def test_nobody_shrinks_below_the_least_size():
    assert shared(10, [(20, 40), (30, 30)], [0, 0]) == [20, 30]


def test_a_row_puts_flexible_space_between():
    layout = laid(Row((box("a"), Spacer(), box("b"))))

    assert layout.stop("a").rect.x == 0
    assert layout.stop("b").rect.right == 800


def test_a_row_breaks_when_its_least_widths_do_not_fit():
    names = [f"button {i}" for i in range(12)]
    layout = laid(Row([box(name) for name in names]), size=(400, 600))

    assert len({layout.stop(name).rect.y for name in names}) > 2
    assert all(layout.stop(name).rect.right <= 400 for name in names)


def test_baselines_of_different_sizes_agree():
    layout = laid(Row((Text("big", size="title"), Text("small", size="small")), align="baseline"))
    big, small = rect_of(layout, "big"), rect_of(layout, "small")

    assert big.y + big.h * 3 // 4 == pytest.approx(small.y + small.h * 3 // 4, abs=1)


def test_a_column_gives_spare_height_to_the_flexible():
    layout = laid(Column((box("a"), Spacer(), box("b"))))

    assert layout.stop("b").rect.bottom == 600


def test_a_panel_scrolls_when_it_gets_less_than_it_needs():
    lines = [Text(f"line {i}") for i in range(100)]
    layout = laid(Column((Panel("Log", lines, name="log", flex=1), box("below"))))

    assert layout.area("log").limit > 0
    assert layout.stop("below").rect.bottom <= 600


def test_an_offset_moves_the_content_and_is_kept_within_its_limit():
    tree = Panel("Log", [box(f"line {i}") for i in range(100)], name="log")
    still, moved, far = (
        laid(tree),
        laid(tree, scrolls={"log": 50}),
        laid(tree, scrolls={"log": 1e9}),
    )

    assert moved.stop("line 0").rect.y == still.stop("line 0").rect.y - 50
    assert far.area("log").offset == far.area("log").limit


def test_what_is_scrolled_away_is_not_painted_but_can_be_focused():
    layout = laid(Panel("Log", [box(f"line {i}") for i in range(100)], name="log"))

    assert "line 99" not in words(layout)
    assert layout.stop("line 99").scrolls == ("log",)


def test_a_scrolling_area_without_controls_takes_the_focus_itself():
    layout = laid(Panel("Log", [Text(f"line {i}") for i in range(100)], name="log"))

    assert [stop.id for stop in layout.stops] == ["scroll:log"]


def test_a_screen_that_cannot_fit_scrolls_as_a_whole():
    layout = laid(Column([box(f"button {i}") for i in range(40)]))

    assert layout.area("window").limit > 0
    assert faults(layout) == ()


def test_a_grid_has_as_many_columns_as_fit():
    cards = [Card((Text("card"),), i, name=f"card {i}") for i in range(6)]
    wide, narrow = laid(Grid(cards, cell=200)), laid(Grid(cards, cell=200), size=(450, 600))

    assert len({stop.rect.x for stop in wide.stops}) == 3
    assert len({stop.rect.x for stop in narrow.stops}) == 2


def test_table_columns_are_as_wide_as_their_widest_cell():
    layout = laid(
        Table(
            (Track(), Track(flex=1), Track(align="end")),
            (
                Entry((Text("a"), Text("one"), Text("1"))),
                Entry((Text("abcdef"), Text("two"), Text("100"))),
            ),
        )
    )

    assert rect_of(layout, "one").x == rect_of(layout, "two").x
    assert rect_of(layout, "1").right == pytest.approx(rect_of(layout, "100").right, abs=1)


def test_a_table_too_narrow_for_its_words_breaks_them():
    entry = Entry((Text("incomprehensibilities"), Text("unconstitutionally")))
    layout = laid(Table((Track(flex=1), Track()), (entry,)), size=(140, 400))

    assert max(item.rect.right for item in layout.items) <= 140


def test_reading_order_is_the_order_of_the_tree():
    layout = laid(Column((Row((box("a"), box("b"))), box("c"))))

    assert [stop.id for stop in layout.stops] == ["a", "b", "c"]


def test_unnamed_controls_get_names_of_their_own():
    layout = laid(Column((Button("Go", 1), Button("Go", 2))))

    assert [stop.id for stop in layout.stops] == ["button:Go", "button:Go#2"]


def test_a_dialog_keeps_focus_keys_and_mouse_to_itself():
    page = Column((box("below", key="B"), Shortcut("F1", "help")))
    dialog = Modal("Sure?", (box("yes", key="Enter"),), "away", name="dialog")
    layout = laid(Layers((page, dialog)))

    assert [stop.id for stop in layout.stops] == ["yes"]
    assert {binding.key for binding in layout.bindings} == {"enter", "esc"}
    assert {zone.layer for zone in layout.zones} == {1}


def test_shortcuts_take_no_room():
    plain = laid(Column((Row((box("a"), box("b"))), box("c"))))
    keys = Shortcut("F1", "help"), Shortcut("J", "next")
    with_keys = laid(Column((*keys, Row((box("a"), keys[0], box("b"))), box("c"))))

    assert [stop.rect for stop in plain.stops] == [stop.rect for stop in with_keys.stops]
    assert len(with_keys.bindings) == 3


def test_a_ring_keeps_its_children_inside():
    places = [Place(x, y, box(f"{x} {y}")) for x in (0, 0.5, 1) for y in (0, 0.5, 1)]
    layout = laid(Ring(places, flex=1, height=300))

    assert all(Rect(0, 0, 800, 600).covers(stop.rect) for stop in layout.stops)
    assert faults(layout) == ()


def test_labels_of_a_chart_do_not_cover_each_other():
    marks = [Mark(0.5 + i / 100, 0.5, f"label {i}") for i in range(4)]
    layout = laid(Canvas((Dot(0.5, 0.5), *marks), "a crowd", height=200, width=400))

    assert faults(layout) == ()
    assert len(words(layout)) >= 3


def test_a_label_stands_clear_of_lines_where_it_can():
    line = Line(((0, 0.5), (1, 0.5)))
    layout = laid(Canvas((line, Mark(0.5, 0.5, "here")), "a line", height=200, width=400))
    mark = rect_of(layout, "here")

    assert not mark.inset(0, mark.h // 5).holds(mark.x + 1, 100)


def test_a_disabled_button_says_why():
    layout = laid(box("vote", disabled="four brackets are left"))

    assert layout.stop("vote").hint == "four brackets are left"
    assert layout.tips[-1].text == "four brackets are left"


def test_the_name_of_the_key_stays_in_sight_at_an_edge():
    """It hung over the end of what scrolls in a dialog, and was cut there."""
    tree = Column((Spacer(), Row((Spacer(), box("x", width=20)))))
    layout = laid(tree, focus="x", focus_visible=True)

    assert Rect(0, 0, 800, 600).covers(rect_of(layout, "Enter"))


def test_a_tip_stays_in_the_window():
    tree = Column((Spacer(), Row((Spacer(), box("corner", hint="far too long " * 20)))))
    layout = laid(tree, tip="corner")
    tip = next(i.rect for i in layout.items if i.owner == "tip" and i.kind == "box")

    assert Rect(0, 0, 800, 600).covers(tip)


def test_yes_abstain_and_no_always_carry_their_sign():
    layout = laid(Row((Badge("38%", "no"), Badge("71%", "yes"), Badge("48%", "abstain"))))

    assert words(layout) == ["✕ 38%", "✓ 71%", "– 48%"]


def test_overlapping_texts_are_a_fault():
    ring = Ring((Place(0.5, 0.5, Text("one word")), Place(0.52, 0.5, Text("another"))), height=200)

    assert "overlap" in faults(laid(ring))[0]


def test_a_text_under_a_later_box_is_a_fault():
    ring = Ring((Place(0.5, 0.5, Text("hidden")), Place(0.5, 0.5, Card((Spacer(200),), width=200))))

    assert any("under a box" in fault for fault in faults(laid(ring)))


def test_controls_over_each_other_are_a_fault():
    ring = Ring((Place(0.5, 0.5, box("one")), Place(0.53, 0.53, box("two"))))

    assert "'one' and 'two' overlap" in faults(laid(ring))


def test_a_text_that_leaves_its_clip_is_a_fault():
    layout = laid(Text("a few words"))
    item = layout.items[0]
    narrow = item._replace(clip=Rect(0, 0, item.rect.w - 20, 600))

    assert "is cut at the side" in faults(evolve(layout, items=(narrow,)))[0]


def test_a_control_outside_the_window_is_a_fault():
    layout = laid(box("far"))
    away = evolve(layout.stops[0], rect=Rect(790, 0, 50, 40))

    assert "'far' leaves the window" in faults(evolve(layout, stops=(away,)))[0]


def test_no_word_is_too_long_for_its_place():
    layout = laid(Card((Text("x" * 200), Badge("y" * 200), Button("z" * 200, 1))), size=(150, 600))

    assert faults(layout) == ()
    assert max(item.rect.right for item in layout.items) <= 150


@pytest.mark.parametrize("scale", [0.75, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1024, 600), (1280, 720), (1600, 900), (1920, 1080)])
@pytest.mark.parametrize("page", ["chamber", "desk", "all"])
def test_pages_have_no_faults(page, size, scale):
    from game import paths
    from game.ui.text import Fonts

    demo = Demo(page)
    setter = Typesetter(Fonts(paths.assets() / "fonts"))
    layout = lay_out(demo.view(size, scale), size, scale, UiState(), setter)

    assert faults(layout) == ()


def test_labels_above_a_field_and_above_a_choice_are_of_one_size_and_stand_in_line():
    choice = Choice("Length", 1, ((1, "short"), (2, "long")), "length", name="length")
    seed = Field("", "seed", label="Seed", name="seed")
    layout = laid(Row((choice, seed), align="start"))
    over_choice, over_field = (
        next(i for i in layout.items if i.kind == "glyphs" and i.payload.text == says)
        for says in ("Length", "Seed")
    )

    assert over_choice.payload.font == over_field.payload.font
    assert over_choice.rect.y == over_field.rect.y
