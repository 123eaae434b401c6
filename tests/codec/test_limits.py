"""Whatever a file holds, the answer is a short sentence."""

import json

import hypothesis.strategies as st
import pytest
from hypothesis import given

from game.codec import DataError, decode, load, read_json
from tests.codec.classes import Game

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)
)

YAML = {
    "empty": (b"", "the file is empty, expected a mapping"),
    "only a comment": (b"# nothing\n", "the file is empty, expected a mapping"),
    "text": (b"hello\n", "expected a mapping with title, seats"),
    "list": (b"- a\n", "expected a mapping with title, seats"),
    "not UTF-8": (b"title: x\nnote: caf\xe9\n", ":2:10: byte 0xe9 is not UTF-8"),
    "UTF-16": ("title: x".encode("utf-16"), "is not UTF-8"),
    "binary": (bytes(range(32)), "control character 0x00"),
    "2 MB": (
        b"title: x\n" + b"# filler\n" * 230_000,
        "too large (2,070,009 bytes), expected at most 1 MB",
    ),
    "alias bomb": (BOMB.encode(), "anchor &a is not allowed"),
    "1,000 lists": (
        b"title: " + b"[" * 1000 + b"]" * 1000,
        ":1:57: nested more than 50 levels deep",
    ),
    "1,000 mappings": (b"{a: " * 1000, "nested more than 50 levels deep"),
    "1,000 indents": (
        "".join(" " * i + "a:\n" for i in range(1000)).encode(),
        "nested more than 50 levels deep",
    ),
    "a megabyte of brackets": (b"[" * 999_000, "nested more than 50 levels deep"),
    "a long number": (b"title: x\nrounds: " + b"9" * 900_000, "expected a whole number of at most"),
    "a long word": (b"title: x\nballot: " + b"y" * 900_000, "unknown ballot 'yyy"),
    "a long key": (b"title: x\n? " + b"t" * 900_000 + b"\n: y", "unknown key 'ttt"),
    "many unknown keys": (
        "".join(f"titlt{i}: x\n" for i in range(40_000)).encode(),
        "100 faults or more; mend these first",
    ),
    "a million items": (b"title: x\nages: [" + b"1," * 400_000 + b"x]", "more than 100,000 values"),
    "a hundred thousand items": (b"title: x\nages: [" + b"1," * 90_000 + b"x]", "found 'x'"),
}


@pytest.mark.parametrize(("content", "fault"), YAML.values(), ids=YAML.keys())
def test_a_hostile_yaml_file_gets_a_short_answer(tmp_path, content, fault):
    path = tmp_path / "file.yaml"
    path.write_bytes(content)

    with pytest.raises(DataError) as caught:
        load(path, Game)

    assert fault in str(caught.value)
    assert all(len(str(found)) < 400 + len(str(path)) for found in caught.value.faults)


SOUND = b"""\
title: "A game"   # a comment
seats: [USA, 'CHN', NO]
measures:
  - title: >
      long text
    levels:
      - {label: a, points: 2}
first: {do: Vote, seat: USA, ballot: no}
"""


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(SOUND)),
            st.integers(0, 12),
            st.sampled_from(
                [b"", b"\t", b"[", b"}", b": ", b"- ", b"'", b'"', b"*a", b"\n", b"\xe9"]
            )
            | st.binary(max_size=3),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_no_damage_to_a_file_raises_anything_but_a_data_error(tmp_path_factory, edits):
    path = tmp_path_factory.getbasetemp() / "damaged.yaml"
    content = SOUND
    for start, length, piece in edits:
        content = content[:start] + piece + content[start + length :]
    path.write_bytes(content)

    try:
        load(path, Game)
        texts = ["read"]
    except DataError as error:
        texts = [fault.text for fault in error.faults]

    assert texts
    assert all(texts)


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path):
    path = tmp_path / "file.yaml"
    path.write_bytes(b"\xef\xbb\xbftitle: x\n")

    assert load(path, Game).value.title == "x"


def test_fifty_levels_are_read(tmp_path):
    path = tmp_path / "file.yaml"
    path.write_bytes(b"title: " + b"[" * 49 + b"]" * 49)

    with pytest.raises(DataError, match="title: expected text, found a list"):
        load(path, Game)


JSON = {
    "empty": (b"", "the file is empty, expected JSON"),
    "cut short": (b'{"a": [1, 2', ":1:12: not JSON: the file ends too early; it was cut short"),
    "cut in a text": (b'{"a": "xy', "not JSON: the file ends too early; it was cut short"),
    "edited": (b'{"a": 1,\n "b": oops}', ":2:7: not JSON: expecting value"),
    "twice": (b'{"a": 1, "a": 2}', "'a' is given twice in one mapping"),
    "not UTF-8": (b'{"a": "\xff"}', ":1:8: byte 0xff is not UTF-8"),
    "deep": (b"[" * 100_000, "nested more than 50 levels deep"),
    "a long number": (b"[" + b"9" * 10_000 + b"]", "is too long"),
    "huge": (b" " * 16_000_001, "too large (16,000,001 bytes), expected at most 16 MB"),
    "control character": (b'{"a": "\x01"}', "not JSON: invalid control character"),
}


@pytest.mark.parametrize(("content", "fault"), JSON.values(), ids=JSON.keys())
def test_a_hostile_json_file_gets_a_short_answer(tmp_path, content, fault):
    path = tmp_path / "save.json"
    path.write_bytes(content)

    with pytest.raises(DataError) as caught:
        read_json(path)

    assert len(caught.value.faults) == 1
    assert fault in str(caught.value)


def test_json_comes_back_as_plain_data(tmp_path):
    path = tmp_path / "save.json"
    path.write_text(json.dumps({"a": [1, 2.5, None, True, "x"]}))

    assert read_json(path) == {"a": [1, 2.5, None, True, "x"]}


def test_plain_data_nested_too_deep_is_refused():
    deep = []
    for _ in range(200):
        deep = [deep]

    with pytest.raises(DataError, match="nested more than 50 levels deep"):
        decode({"title": deep}, Game)


@pytest.mark.parametrize("read", [lambda path: load(path, Game), read_json])
def test_a_path_that_is_no_file_is_named(tmp_path, read):
    with pytest.raises(DataError, match=r"nowhere\.yaml: no such file"):
        read(tmp_path / "nowhere.yaml")
    with pytest.raises(DataError, match="this is a folder, expected a file"):
        read(tmp_path)
    with pytest.raises(DataError, match=r"cannot be read|no such file"):
        read(tmp_path / "nul\0")
    with pytest.raises(DataError, match="cannot be read: file name too long"):
        read(tmp_path / ("x" * 5000))
