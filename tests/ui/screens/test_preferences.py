"""Settings in one file: read, checked, written, and never in the way of playing."""

import json

import pytest

from game.ui.bindings import DEFAULTS, MEANINGS, clashes
from game.ui.preferences import Preferences, key_named, read, write


def test_a_missing_file_gives_the_defaults_without_a_word(tmp_path):
    assert read(tmp_path / "settings.json") == (Preferences(), "")


def test_what_was_written_is_read_again(tmp_path):
    wanted = Preferences(scale=150, theme="light", still=True, keys={"end": "X"}, sittings=2)

    assert write(tmp_path / "deep" / "settings.json", wanted) == ""
    assert read(tmp_path / "deep" / "settings.json") == (wanted, "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "cannot be read"),
        ("[]", "holds no settings"),
        ('{"scale": 130}', "expected one of 75"),
        ('{"scale": "big"}', "expected a whole number"),
        ('{"scale": true}', "expected a whole number"),
        ('{"theme": "pink"}', "expected dark or light"),
        ('{"sound": true}', "no setting 'sound'"),
        ('{"keys": {"end": "W"}}', "the same key"),
        ('{"keys": {"fly": "X"}}', "cannot be"),
        ('{"keys": {"back": "X"}}', "cannot be"),
        ('{"keys": {"end": 3}}', "cannot be"),
        ("\x00\xff", "cannot be read"),
    ],
)
def test_a_broken_file_is_one_sentence_and_the_defaults(tmp_path, text, said):
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    found, fault = read(path)

    assert found == Preferences()
    assert said in fault
    assert str(path) in fault
    assert "\n" not in fault


def test_settings_that_cannot_be_written_say_so(tmp_path):
    (tmp_path / "file").write_text("")

    assert "cannot be written" in write(tmp_path / "file" / "settings.json", Preferences())


def test_the_default_keys_do_not_clash_and_each_has_a_meaning():
    assert clashes(DEFAULTS) == ()
    assert set(DEFAULTS) == set(MEANINGS)


@pytest.mark.parametrize(
    ("typed", "key"),
    [("x", "X"), ("ctrl+k", "Ctrl+K"), ("f5", "F5"), ("F13", ""), ("xx", ""), ("", "")],
)
def test_keys_are_named_as_bindings_write_them(typed, key):
    assert key_named(typed) == key


def test_a_key_set_back_is_not_kept_as_a_change():
    changed = Preferences().rebound("end", "X").rebound("end", DEFAULTS["end"])

    assert json.dumps(dict(changed.keys)) == "{}"
