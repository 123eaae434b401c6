"""The pages for authors say what the classes say."""

import json

from game.content import describe
from game.content.reference import pages
from game.paths import scenarios


def test_the_reference_is_not_stale():
    """If this fails, run `in-blue describe` and read the diff."""
    for name, text in pages().items():
        assert (scenarios() / name).read_text(encoding="utf-8") == text


def test_describe_writes_what_is_missing_and_nothing_twice(tmp_path):
    assert [path.name for path in describe(tmp_path)] == ["README.md", "schema.json"]
    assert describe(tmp_path) == ()


def test_every_field_is_explained():
    """A row whose last cell is empty has no line in the docstring of its class."""
    rows = [line for line in pages()["README.md"].splitlines() if line.startswith("| `")]

    assert len(rows) > 150
    assert [row for row in rows if row.endswith("|  |")] == []


def test_every_shipped_scenario_names_the_schema():
    for path in scenarios().glob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first == "# yaml-language-server: $schema=schema.json"


def test_the_schema_knows_the_keys_of_a_crisis():
    schema = json.loads(pages()["schema.json"])
    definition = schema["$defs"]["Crisis"]

    assert {"title", "measures", "briefs", "own_measures"} <= set(definition["properties"])
    assert definition["additionalProperties"] is False
