"""Messages with a count, as they stand in the code."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import game


def _messages(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "plural":
            for it in node.args[:2]:
                if isinstance(it, ast.Constant) and isinstance(it.value, str):
                    yield it.value


def test_a_message_with_a_count_has_no_other_field():
    """The count is filled in at once; another field would end the game with a KeyError."""
    found = [
        (file.name, message)
        for file in Path(game.__file__).parent.rglob("*.py")
        for message in _messages(ast.parse(file.read_text(encoding="utf-8")))
    ]

    assert len(found) > 30
    for name, message in found:
        fields = {field for _text, field, _spec, _how in Formatter().parse(message) if field}
        assert fields <= {"count"}, (name, message)
