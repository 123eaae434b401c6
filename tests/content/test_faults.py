"""Whatever is wrong with a file is one sentence with its place."""

import re
from pathlib import Path

import pytest
import yaml

from game.codec import DataError
from game.content import Doubt, check, load_scenario
from tests.content.places import changed, line_of

CRISIS = "resolution_2270.yaml"
TABLE = yaml.safe_load((Path(__file__).parent / "faults.yaml").read_text(encoding="utf-8"))


def rows(table):
    keys = ("find", "put", "says")
    return [
        pytest.param(row.get("file", CRISIS), *(row[key] for key in keys), id=row["id"])
        for row in TABLE[table]
    ]


@pytest.mark.parametrize(("file", "find", "put", "says"), rows("faults"))
def test_a_fault_is_one_sentence_with_its_place(tmp_path, file, find, put, says):
    path = changed(tmp_path, find, put, file)

    with pytest.raises(DataError) as caught:
        load_scenario(path)

    said = [str(fault) for fault in caught.value.faults if says in str(fault)]
    assert len(said) == 1, "\n".join(map(str, caught.value.faults))
    assert re.match(re.escape(str(tmp_path / file)) + r":\d+:\d+: ", said[0])
    assert "\n" not in said[0]


@pytest.mark.parametrize(("file", "find", "put", "says"), rows("doubts"))
def test_a_doubt_is_said_and_the_scenario_loads(tmp_path, file, find, put, says):
    path = changed(tmp_path, find, put, file)

    found = [fault for fault in check(path) if says in fault.text]
    assert len(found) == 1
    assert isinstance(found[0], Doubt)
    assert ": warning: " in str(found[0])
    assert load_scenario(path).measures


def test_the_place_is_that_of_the_offending_value(tmp_path):
    path = changed(tmp_path, "delegations: [AGO, CHN,", "delegations: [AGO, CHX, CHN,")

    fault = next(fault for fault in check(path) if "CHX" in fault.text)

    assert fault.place.line == line_of(path, "delegations: [AGO, CHX")
    assert fault.place.column == len("delegations: [AGO, ") + 1


def test_all_faults_are_said_at_once(tmp_path):
    path = changed(
        tmp_path, "penholder: USA\ninner: [USA, CHN]", "penholder: USX\ninner: [USX, CHX]"
    )

    assert len(check(path)) >= 3


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("title: [" * 1000, "nested more than 50 levels deep", id="thousand_levels"),
        pytest.param("title: " + "x" * 2_000_000, "expected at most", id="two_megabytes"),
        pytest.param("a: &a [1, 1]\nb: [*a, *a]\n", "alias", id="alias_bomb"),
        pytest.param("title: !!python/object:os.system x\n", "tag", id="tag"),
        pytest.param("", "the file is empty", id="empty"),
        pytest.param("title: 'never closed\n", "", id="open_quote"),
    ],
)
def test_a_hostile_file_is_refused_at_once(tmp_path, text, says):
    path = tmp_path / "hostile.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(DataError, match=re.escape(str(path))) as caught:
        load_scenario(path)

    assert says in str(caught.value)
    assert all("\n" not in str(fault) for fault in caught.value.faults)


def test_an_unknown_id_names_the_nearest():
    with pytest.raises(DataError, match="no such scenario; did you mean 'first_sitting'"):
        load_scenario("first_siting")


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(DataError, match=r"absent\.yaml"):
        load_scenario(tmp_path / "absent.yaml")
