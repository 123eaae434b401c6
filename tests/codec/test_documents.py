"""Reference and schema come from the classes and say what the codec does."""

import json

from game.codec import reference, schema
from tests.codec.classes import KINDS, Game, Measure


def test_the_reference_has_a_line_for_each_field():
    assert (
        reference(Measure)
        == """\
## Measure

Something a text can contain.

| field | type | range | default | meaning |
| --- | --- | --- | --- | --- |
| `title` | text | length at least 1 | required | on screen. |
| `levels` | list of [Level](#level) | length at most 3 | [] | weak to strong. |

## Level

One strength of a measure.

| field | type | range | default | meaning |
| --- | --- | --- | --- | --- |
| `label` | text |  | required | short name. |
| `points` | whole number | -9 to 9 | 0 | what it weighs, in all. |
"""
    )


def test_the_reference_names_every_kind_of_type_and_limit():
    text = reference(Game)

    for line in (
        "A game.\n\nPlayed by seats.\n",
        "| `start` | date |  | 2016-01-06 |",
        "| `is_open` | true or false |  | false |",
        "| `ballot` | `yes` or `no` or `abstain` |  | abstain |",
        "| `pair` | [whole number, text] |  | [0, ''] |",
        "| `ceilings` | mapping of text to mapping of text to whole number |  | {} |",
        "| `best` | [Level](#level), or nothing |  | nothing |",
        "| `first` | [Vote](#vote) or [Speak](#speak), or nothing |",
        "| `from` | text |",
        "| `tone` | text | `good`, `neutral` | neutral |",
        "| `symbol` | text | matches `S/\\d+` | S/1 |",
        "| `ages` | list of whole number | each at least 0 | [] |",
        "| `limit` | whole number, or nothing | at least 1 | nothing |",
        "| `range` | [Range](#range) |  | {high: 1, low: 0} |",
    ):
        assert line in text


def test_the_schema_describes_the_same_fields():
    plain = schema(Measure)

    assert plain["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert plain["$ref"] == "#/$defs/Measure"
    assert plain["$defs"]["Level"] == {
        "type": "object",
        "description": "One strength of a measure.",
        "properties": {
            "label": {"type": "string", "description": "short name."},
            "points": {
                "type": "integer",
                "minimum": -9,
                "maximum": 9,
                "description": "what it weighs, in all.",
                "default": 0,
            },
        },
        "required": ["label"],
        "additionalProperties": False,
    }
    assert plain["$defs"]["Measure"]["properties"]["levels"]["maxItems"] == 3
    assert plain["$defs"]["Measure"]["properties"]["title"]["minLength"] == 1


def test_the_schema_knows_every_kind_of_type():
    game = schema(Game, KINDS)["$defs"]["Game"]["properties"]

    assert json.dumps(game)  # plain data all through
    assert game["start"] == {"type": "string", "format": "date", "default": "2016-01-06"}
    assert game["ballot"]["enum"] == ["yes", "no", "abstain"]
    assert game["pair"]["prefixItems"] == [{"type": "integer"}, {"type": "string"}]
    assert game["by_ballot"]["propertyNames"] == {"enum": ["yes", "no", "abstain"]}
    assert game["best"]["anyOf"] == [{"$ref": "#/$defs/Level"}, {"type": "null"}]
    assert game["limit"]["anyOf"] == [{"type": "integer", "minimum": 1}, {"type": "null"}]
    assert game["symbol"]["pattern"] == r"^(?:S/\d+)$"
    assert game["ages"]["items"] == {"type": "integer", "minimum": 0}
    kinds = game["log"]["items"]["oneOf"]
    assert [kind["properties"]["do"]["const"] for kind in kinds] == ["Vote", "Speak"]
    assert kinds[0]["required"] == ["do", "seat", "ballot"]
