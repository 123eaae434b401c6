"""What a YAML file says is read by the type that is expected there; every fault has its place."""

from collections.abc import Mapping
from datetime import date

import pytest

from game.codec import DataError, Place, decode, load
from tests.codec.classes import KINDS, Act, Ballot, Game, Level, Measure, Pass, Rung, Speak, Vote


def read(tmp_path, text, typ=Game):
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="utf-8")
    return load(path, typ, KINDS)


def faults(tmp_path, text, typ=Game):
    with pytest.raises(DataError) as caught:
        read(tmp_path, text, typ)
    return [str(fault).removeprefix(f"{tmp_path}/") for fault in caught.value.faults]


SCALARS = [
    (
        "seats: [NO, yes, 10:30, 1e3, 007, 'null']",
        "seats",
        ("NO", "yes", "10:30", "1e3", "007", "null"),
    ),
    ("ballot: no", "ballot", Ballot.NO),
    ("ballot: 'yes'", "ballot", Ballot.YES),
    ("rung: 2", "rung", Rung.HIGH),
    ("is_open: true", "is_open", True),
    ("rounds: +7", "rounds", 7),
    ("share: 1", "share", 1.0),
    ("share: -1.5e2", "share", -150.0),
    ("start: 2017-07-04", "start", date(2017, 7, 4)),
    ("start: '2017-07-04'", "start", date(2017, 7, 4)),
    ("pair: [-3, 4]", "pair", (-3, "4")),
    ("by_ballot: {no: 1, yes: 2}", "by_ballot", {Ballot.NO: 1, Ballot.YES: 2}),
    ("by_day: {3: three}", "by_day", {3: "three"}),
    ("ceilings: {coal: {CHN: 2}}", "ceilings", {"coal": {"CHN": 2}}),
    ("note:", "note", None),
    ("note: ~", "note", None),
    ("note: ''", "note", ""),
    ("note: 'null'", "note", "null"),
    ("from: here", "from_", "here"),
    ("best: {label: a}", "best", Level("a", 0)),
    ("best: null", "best", None),
    ("first: {do: Vote, seat: CHN, ballot: no}", "first", Vote("CHN", Ballot.NO)),
    ("log: [{do: Speak, seat: USA}]", "log", (Speak("USA", ""),)),
    ("limit: 4", "limit", 4),
    ("measures:\n  - title: >\n      long\n      text\n", "measures", (Measure("long text\n"),)),
]


@pytest.mark.parametrize(("text", "name", "value"), SCALARS, ids=[row[0] for row in SCALARS])
def test_a_value_is_read_by_the_type_expected(tmp_path, text, name, value):
    found = getattr(read(tmp_path, f"title: x\n{text}\n").value, name)

    assert found == value
    assert type(found) is type(value)


FAULTS = [
    ("seats: USA", "2:8: seats: expected a list, found 'USA'"),
    ("rounds: forty", "2:9: rounds: expected a whole number, found 'forty'"),
    ("rounds: 2.9", "2:9: rounds: expected a whole number, found '2.9'"),
    ("rounds: true", "2:9: rounds: expected a whole number, found 'true'"),
    ("rounds: 010", "2:9: rounds: expected a whole number, found '010'"),
    ("rounds: '12'", "2:9: rounds: expected a whole number, found text '12'; remove the quotes"),
    ("rounds:", "2:8: rounds: expected a whole number, found nothing"),
    ("rounds: [1]", "2:9: rounds: expected a whole number, found a list"),
    (
        "rounds: 1234567890123456789",
        "2:9: rounds: expected a whole number of at most 18 digits, found '1234567890123456789'",
    ),
    ("rounds: 31", "2:9: rounds: 'rounds' must be <= 30: 31"),
    ("is_open: yes", "2:10: is_open: expected true or false, found 'yes'; did you mean true?"),
    ("is_open: 1", "2:10: is_open: expected true or false, found '1'"),
    ("is_open: FALSE", "2:10: is_open: expected true or false, found 'FALSE'; did you mean false?"),
    ("share: .nan", "2:8: share: expected a number, found '.nan'"),
    ("share: 1e999", "2:8: share: expected a number, found '1e999'"),
    ("start: 2016-02-30", "2:8: start: expected a date such as 2016-03-02, found '2016-02-30'"),
    ("start: 20160106", "2:8: start: expected a date such as 2016-03-02, found '20160106'"),
    ("ballot: abstian", "2:9: ballot: unknown ballot 'abstian'; did you mean 'abstain'?"),
    ("ballot: 7", "2:9: ballot: unknown ballot '7'; expected one of yes, no, abstain"),
    ("ballot: {}", "2:9: ballot: expected a ballot, found a mapping"),
    ("rung: '1'", "2:7: rung: unknown rung '1'; remove the quotes"),
    ("pair: [1]", "2:7: pair: expected 2 items, found 1"),
    ("pair: [x, y]", "2:8: pair[0]: expected a whole number, found 'x'"),
    ("seats: [USA, ~]", "2:14: seats[1]: expected text, found nothing"),
    ("seats: [USA, [CHN]]", "2:14: seats[1]: expected text, found a list"),
    ("ceilings: [1]", "2:11: ceilings: expected a mapping, found a list"),
    (
        "ceilings: {coal: {CHN: x}}",
        "2:24: ceilings.coal.CHN: expected a whole number, found 'x'",
    ),
    (
        "by_ballot: {maybe: 1}",
        "2:13: by_ballot.maybe: unknown ballot 'maybe'; expected one of yes, no, abstain",
    ),
    ("by_day: {one: x}", "2:10: by_day.one: expected a whole number, found 'one'"),
    ("titel: y", "2:1: unknown key 'titel' for Game"),
    ("ronds: 4", "2:1: unknown key 'ronds' for Game; did you mean 'rounds'?"),
    ("from_: x", "2:1: unknown key 'from_' for Game; did you mean 'from'?"),
    ("do: Game", "2:1: unknown key 'do' for Game"),
    ("title: y", "2:1: 'title' is given twice (first on line 1)"),
    ("measures: [{levels: []}]", "2:12: measures[0]: 'title' is missing for Measure"),
    (
        "measures: [coal]",
        "2:12: measures[0]: expected a mapping with title, levels … for Measure, found 'coal'",
    ),
    ("measures: [{title: ''}]", "2:20: measures[0].title: Length of 'title' must be >= 1: 0"),
    ("first: {seat: CHN}", "2:8: first: 'do' is missing, expected one of Vote, Speak"),
    ("first: {do: Vot, seat: CHN}", "2:13: first.do: unknown kind 'Vot'; did you mean 'Vote'?"),
    ("first: CHN", "2:8: first: expected a mapping with 'do', found 'CHN'"),
    ("first: {do: [Vote]}", "2:13: first.do: expected one of Vote, Speak, found a list"),
    (
        "log: [{do: Pass, seat: CHN}]",
        "2:12: log[0].do: unknown kind 'Pass'; expected one of Vote, Speak",
    ),
    ("tone: bad", "2:7: tone: 'tone' must be in ('good', 'neutral') (got 'bad')"),
    ("ages: [1, -2]", "2:7: ages: 'ages' must be >= 0: -2"),
    ("limit: 0", "2:8: limit: 'limit' must be >= 1: 0"),
    ("range: {low: 5, high: 3}", "2:23: range.high: 'high' must be at least 5: 3"),
    ("sum: {a: 1, b: 2}", "2:6: sum: a and b must make 10"),
    ("? [a]\n: b", "2:3: a list or mapping cannot be a key, expected a word"),
    ("note: !!str 3", "2:7: tag tag:yaml.org,2002:str is not allowed; remove it"),
    ("note: &here x", "2:7: anchor &here is not allowed; write the value out"),
    ("note: *here", "2:7: alias *here is not allowed; write the value out"),
    (
        "note: a: b",
        "2:8: not YAML: a second ':' on one line, or wrong indentation",
    ),
    ("note: @x", "2:7: not YAML: this character cannot begin a value; put the text in quotes"),
    ("note:\n\t- x", "3:1: not YAML: a tab; indent with spaces"),
    ("note: 'it's'", "2:11: not YAML: wrong indentation, or a quotation mark inside a text"),
    ("note: 'x", "3:1: not YAML: a quotation mark is never closed"),
    ("seats: [a, b\nnote: x", "3:5: not YAML: a ',' or ']' is missing"),
    ("---\ntitle: y", "2:1: a second document begins, expected only one"),
    ("note: a\x01b", "2:8: control character 0x01; remove it"),
    ("note: «é» \x7f", "2:11: control character 0x7f; remove it"),
]


@pytest.mark.parametrize(("text", "fault"), FAULTS, ids=[row[0] for row in FAULTS])
def test_a_fault_names_place_finding_and_remedy(tmp_path, text, fault):
    found = faults(tmp_path, f"title: x\n{text}\n")

    assert len(found) == 1
    assert found[0].startswith(f"file.yaml:{fault}")


def test_every_fault_is_reported_in_the_order_of_the_file(tmp_path):
    text = """\
rounds: forty
measures:
  - title: Coal
    levles: []
  - title: ''
    levels: [{label: a, points: 10}, {points: 1}]
ballot: maybe
rounds: 4
"""

    assert faults(tmp_path, text) == [
        "file.yaml:1:1: 'title' is missing for Game",
        "file.yaml:1:9: rounds: expected a whole number, found 'forty'",
        "file.yaml:4:5: measures[0]: unknown key 'levles' for Measure; did you mean 'levels'?",
        "file.yaml:5:12: measures[1].title: Length of 'title' must be >= 1: 0",
        "file.yaml:6:33: measures[1].levels[0].points: 'points' must be <= 9: 10",
        "file.yaml:6:38: measures[1].levels[1]: 'label' is missing for Level",
        "file.yaml:7:9: ballot: unknown ballot 'maybe'; expected one of yes, no, abstain",
        "file.yaml:8:1: 'rounds' is given twice (first on line 1)",
    ]


def test_a_misspelt_key_is_not_also_reported_as_missing(tmp_path):
    assert faults(tmp_path, "titel: x\n") == [
        "file.yaml:1:1: unknown key 'titel' for Game; did you mean 'title'?"
    ]


def test_the_line_of_a_nested_fault_does_not_hide_a_validator_beside_it(tmp_path):
    """A range that is out of order cannot be judged while one of its ends is unreadable."""
    text = "title: x\nrange: {low: x, high: 3}\nrounds: 99\n"

    assert [fault.split(": ")[1] for fault in faults(tmp_path, text)] == ["range.low", "rounds"]


def test_any_annotation_can_be_the_top_of_a_file(tmp_path):
    assert read(tmp_path, "coal: {title: Coal}\n", Mapping[str, Measure]).value == {
        "coal": Measure("Coal")
    }
    assert faults(tmp_path, "- a\n", Mapping[str, Measure]) == [
        "file.yaml:1:1: expected a mapping, found a list"
    ]
    assert faults(tmp_path, "- a\n")[0].startswith("file.yaml:1:1: expected a mapping with title")


def test_an_annotation_without_meaning_for_data_is_the_programmers_fault(tmp_path):
    with pytest.raises(TypeError, match="cannot read or write"):
        read(tmp_path, "a\n", set)
    with pytest.raises(TypeError, match="unions of attrs classes only"):
        read(tmp_path, "a\n", int | str)


def test_the_place_of_any_value_can_be_asked_for_later(tmp_path):
    text = "title: x\nmeasures:\n  - title: Coal\n    levels:\n      - {label: é, points: 2}\n"
    loaded = read(tmp_path, text)
    path = str(tmp_path / "file.yaml")

    where = ("measures", 0, "levels", 0, "points")
    assert loaded.at(*where) == Place(path, 5, 28, "measures[0].levels[0].points")
    assert loaded.at(*where, key=True) == Place(path, 5, 20, "measures[0].levels[0].points")
    assert loaded.at("measures", 0) == Place(path, 3, 5, "measures[0]")
    assert loaded.at() == Place(path, 1, 1, "")


def test_a_value_the_file_leaves_out_stands_where_it_would_belong(tmp_path):
    loaded = read(tmp_path, "title: x\nmeasures:\n  - title: Coal\n")

    assert loaded.at("measures", 0, "levels").line == 3
    assert loaded.at("measures", 7).line == 3
    assert loaded.at("rounds").path == "rounds"


def test_without_kinds_a_class_stands_for_itself():
    assert decode({"seat": "CHN"}, Act) == Act("CHN")
    with pytest.raises(DataError, match="'do' is missing"):
        decode({"seat": "CHN"}, Act, kinds=KINDS)


def test_a_class_outside_the_union_is_no_kind_of_it():
    with pytest.raises(DataError, match="unknown kind 'Pass'"):
        decode({"do": "Pass", "seat": "CHN"}, Act, kinds=KINDS)
    assert decode({"seat": "CHN"}, Pass, kinds=KINDS) == Pass("CHN")


PLAIN = [
    ({"title": 3}, "data: title: expected text, found '3'"),
    ({"title": True}, "data: title: expected text, found 'true'"),
    ({"title": None}, "data: title: expected text, found nothing"),
    (
        {"title": "x", "rounds": "4"},
        "data: rounds: expected a whole number, found text '4'; remove the quotes",
    ),
    ({"title": "x", "rounds": 2.0}, "data: rounds: expected a whole number, found '2.0'"),
    ({"title": "x", "rounds": True}, "data: rounds: expected a whole number, found 'true'"),
    ({"title": "x", "is_open": 1}, "data: is_open: expected true or false, found '1'"),
    ({"title": "x", "share": float("nan")}, "data: share: expected a number, found 'nan'"),
    (
        {"title": "x", "start": 20160106},
        "data: start: expected a date such as 2016-03-02, found '20160106'",
    ),
    ({"title": "x", 3: "y"}, "data: key 3 is not text"),
    ({"title": {1, 2}}, "data: title: found a set, which is no plain data"),
    ([], "data: expected a mapping with"),
]


@pytest.mark.parametrize(("plain", "fault"), PLAIN, ids=[str(row[0]) for row in PLAIN])
def test_plain_data_is_read_as_strictly_and_faults_have_a_path(plain, fault):
    with pytest.raises(DataError) as caught:
        decode(plain, Game)

    assert len(caught.value.faults) == 1
    assert str(caught.value).startswith(fault)
