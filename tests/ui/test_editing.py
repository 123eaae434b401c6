import pytest

from game.ui.editing import chosen, keyed, moved, opened, typed
from game.ui.layout import Edit


def at(text, caret, anchor=None):
    return Edit("field", text, caret, caret if anchor is None else anchor)


def test_a_field_opens_with_everything_selected():
    assert chosen(opened("field", "2270")) == "2270"


def test_typing_replaces_the_selection():
    assert typed(at("one two", 3, 0), "six").text == "six two"


def test_pasted_lines_become_one():
    assert typed(at("", 0), "a\nb").text == "a b"


@pytest.mark.parametrize(
    ("key", "text", "caret"),
    [
        ("left", "one two", 6),
        ("home", "one two", 0),
        ("ctrl+left", "one two", 4),
        ("backspace", "one tw", 6),
        ("ctrl+backspace", "one ", 4),
        ("end", "one two", 7),
        ("right", "one two", 7),
    ],
)
def test_keys_at_the_end_of_a_text(key, text, caret):
    after = keyed(at("one two", 7), key)

    assert (after.text, after.caret) == (text, caret)


def test_delete_takes_the_letter_after_the_caret():
    assert keyed(at("abc", 1), "delete").text == "ac"


def test_shift_stretches_the_selection():
    assert chosen(keyed(at("abc", 3), "shift+left")) == "c"


def test_control_a_selects_everything():
    assert chosen(keyed(at("abc", 1), "ctrl+a")) == "abc"


def test_other_keys_mean_nothing_to_a_text():
    assert keyed(at("abc", 1), "f1") is None
    assert keyed(at("abc", 1), "a") is None


def test_the_caret_stays_in_the_text():
    assert moved(at("abc", 1), 99, selecting=False).caret == 3
    assert moved(at("abc", 1), -5, selecting=False).caret == 0
