from game.ui.describe import describe, find, lines, texts, walk
from game.ui.widgets import (
    Badge,
    Button,
    Column,
    Entry,
    Panel,
    Row,
    Run,
    Spacer,
    Stepper,
    Table,
    Text,
    Track,
)
from tests.ui.demo import Demo

TREE = Column(
    (
        Panel(
            "Council",
            (Row((Text((Run("China "), Run("says no", bold=True))), Badge("38%", "no"))),),
        ),
        Spacer(),
        Button("Put in blue", "blue", key="B", name="blue", disabled="four brackets are left"),
        Stepper("Coal", 1, 0, 2, "coal", names=("silent", "limit", "ban"), name="coal"),
    )
)


def test_a_button_says_label_key_and_why_not():
    assert describe(find(TREE, "blue")) == {
        "role": "button",
        "name": "blue",
        "value": "Put in blue",
        "state": {"disabled": "four brackets are left", "key": "B", "acts": True},
    }


def test_values_are_said_in_words():
    assert describe(find(TREE, "coal"))["value"] == "Coal: limit"


def test_texts_are_in_reading_order():
    assert texts(TREE) == ["Council", "China says no", "✕ 38%", "Put in blue", "Coal: limit"]


def test_lines_show_the_tree():
    assert lines(TREE).splitlines() == [
        "panel: Council",
        "  China says no",
        "  badge: ✕ 38%",
        "button: Put in blue [B] (not now: four brackets are left)",
        "stepper: Coal: limit",
    ]


def test_a_line_of_a_table_is_one_line():
    entry = Entry((Text("China"), Badge("38%", "no")), ("seat", "CHN"), selected=True)

    assert lines(Table((Track(), Track()), (entry,))) == "entry: China · ✕ 38% (selected)"


def test_what_only_fills_room_is_not_described():
    assert all(child["role"] != "none" for child in describe(TREE)["children"])


def test_every_control_of_a_page_can_be_found_by_name():
    tree = Demo("all").view((1600, 900), 1.0)
    names = [one.name for one in walk(tree) if one.name]

    assert len(names) == len(set(names))
