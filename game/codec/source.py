"""Files to nodes: text with its line and column, before anybody has said what it means.

YAML is read as events and never turned into values by YAML's own guesses, so that a seat `NO` or
a time `10:30` is still what the author wrote. JSON and plain Python data become the same nodes,
without lines.
"""

import json
import re
from pathlib import Path
from typing import Any

import yaml
from attrs import define

from game.codec.faults import DataError, Faults, Place, dotted, short

LARGEST_YAML = 1_000_000
LARGEST_JSON = 16_000_000
"""Bytes; a long game with its log stays below one million."""
DEEPEST = 50
MOST_VALUES = 100_000
"""So that the worst file of the largest size is answered within a second."""

# libyaml is ten times faster; where it was not built in, the other parser gives the same events.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_NOTHING = ("", "~", "null", "Null", "NULL")


@define(eq=False)
class Node:
    """One value as written.

    content: text of a scalar, items of a list, or key -> (key, value); None if unreadable.
    line: from 1, or 0.
    column: from 1, or 0.
    quoted: a scalar that is text and cannot be read as a number, a truth or nothing.
    """

    content: str | list["Node"] | dict[str, tuple["Node", "Node"]] | None
    line: int = 0
    column: int = 0
    quoted: bool = False

    @property
    def is_nothing(self) -> bool:
        """Whether no value was given."""
        return not self.quoted and isinstance(self.content, str) and self.content in _NOTHING

    def place(self, file: str, path: tuple[str | int, ...]) -> Place:
        """Return where this node stands."""
        return Place(file, self.line, self.column, dotted(path))


def read_yaml(path: Path, faults: Faults) -> Node:
    """Read a YAML file as nodes, noting repeated keys, anchors, aliases and tags as faults.

    Raises:
        DataError: nothing can be read at all; one fault says why.
    """
    text = _text(path, LARGEST_YAML)
    if bad := _UNPRINTABLE.search(text):
        before = text[: bad.start()]
        line, column = before.count("\n") + 1, bad.start() - before.rfind("\n")
        found = f"control character {ord(bad.group()):#04x}; remove it"
        raise DataError.at(Place(str(path), line, column), found)
    composer = _Composer(str(path), faults)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            composer.take(event)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        faults.stop(Place(str(path), line, column), _plainly(fault, text))
    if composer.root is None:
        faults.stop(Place(str(path)), "the file is empty, expected a mapping")
    return composer.root


def read_json(path: Path | str) -> Any:
    """Read a JSON file as plain data: dict, list, str, int, float, bool and None.

    Raises:
        DataError: the file is missing, too large, not UTF-8, cut short, or not JSON.
    """
    name = str(path)
    text = _text(Path(path), LARGEST_JSON)
    if not text.strip():
        raise DataError.at(Place(name), "the file is empty, expected JSON")

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = dict(pairs)
        if len(keys) < len(pairs):
            names = [key for key, _ in pairs]
            twice = next(key for key in names if names.count(key) > 1)
            raise DataError.at(Place(name), f"'{short(twice)}' is given twice in one mapping")
        return keys

    def whole(digits: str) -> int:
        if len(digits) > 4000:
            raise DataError.at(Place(name), f"the number {short(digits)} is too long")
        return int(digits)

    try:
        return json.loads(text, object_pairs_hook=unique, parse_int=whole)
    except json.JSONDecodeError as fault:
        ended = not text[fault.pos :].strip() or fault.msg.startswith("Unterminated")
        why = "the file ends too early; it was cut short" if ended else _uncapitalized(fault.msg)
        raise DataError.at(Place(name, fault.lineno, fault.colno), f"not JSON: {why}") from fault
    except RecursionError as fault:
        raise DataError.at(Place(name), f"nested more than {DEEPEST} levels deep") from fault


def nodes(value: Any, faults: Faults, path: tuple[str | int, ...] = ()) -> Node:
    """Turn plain data into nodes without lines.

    Raises:
        DataError: nested too deep.
    """
    if len(path) > DEEPEST:
        faults.stop(Place(faults.file), f"nested more than {DEEPEST} levels deep")
    match value:
        case dict():
            entries = {}
            for key, item in value.items():
                if isinstance(key, str):
                    entries[key] = (Node(key, quoted=True), nodes(item, faults, (*path, key)))
                else:
                    faults.add(Place(faults.file, path=dotted(path)), f"key {key!r} is not text")
            return Node(entries)
        case list() | tuple():
            return Node([nodes(item, faults, (*path, at)) for at, item in enumerate(value)])
        case str():
            return Node(value, quoted=True)
        case None:
            return Node("null")
        case bool():
            return Node("true" if value else "false")
        case int() | float():
            return Node(repr(value))
    found = f"found a {type(value).__name__}, which is no plain data"
    faults.add(Place(faults.file, path=dotted(path)), found)
    return Node(None)


class _Composer:
    """Builds nodes from YAML events without recursion, so that depth cannot exhaust the stack."""

    def __init__(self, file: str, faults: Faults) -> None:
        self.file = file
        self.faults = faults
        self.root: Node | None = None
        self.count = 0
        self.open: list[Node] = []
        self.keys: list[Node | None] = []  # for each open node, the key that waits for its value

    def take(self, event: Any) -> None:
        """Take the next event."""
        self.count += 1
        if self.count > MOST_VALUES:
            self.faults.stop(self._at(event), f"more than {MOST_VALUES:,} values; divide the file")
        match event:
            case yaml.ScalarEvent():
                self._add(self._node(event, event.value, quoted=bool(event.style)))
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                is_mapping = isinstance(event, yaml.MappingStartEvent)
                node = self._node(event, {} if is_mapping else [])
                if len(self.open) == DEEPEST:
                    self.faults.stop(self._at(event), f"nested more than {DEEPEST} levels deep")
                self._add(node)
                self.open.append(node)
                self.keys.append(None)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.open.pop()
                self.keys.pop()
            case yaml.AliasEvent():
                anchor = short(event.anchor or "")
                # The value is not here, and what follows would be read without it.
                found = f"alias *{anchor} is not allowed; write the value out"
                self.faults.stop(self._at(event), found)
            case yaml.DocumentStartEvent() if self.root is not None:
                self.faults.stop(self._at(event), "a second document begins, expected only one")

    def _node(self, event: Any, content: Any, *, quoted: bool = False) -> Node:
        if not isinstance(event, yaml.AliasEvent):
            if event.anchor is not None:
                found = f"anchor &{short(event.anchor)} is not allowed; write the value out"
                self.faults.add(self._at(event), found)
            if event.tag is not None:
                self.faults.add(
                    self._at(event), f"tag {short(event.tag)} is not allowed; remove it"
                )
        mark = event.start_mark
        return Node(content, mark.line + 1, mark.column + 1, quoted)

    def _add(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        holder, key = self.open[-1].content, self.keys[-1]
        if isinstance(holder, list):
            holder.append(node)
        elif key is None:
            self.keys[-1] = node
        elif isinstance(holder, dict):
            self.keys[-1] = None
            self._enter(holder, key, node)

    def _enter(self, holder: dict[str, tuple[Node, Node]], key: Node, node: Node) -> None:
        place = Place(self.file, key.line, key.column)
        if not isinstance(key.content, str):
            if key.content is not None:
                self.faults.add(place, "a list or mapping cannot be a key, expected a word")
        elif key.content in holder:
            first = holder[key.content][0].line
            self.faults.add(place, f"'{short(key.content)}' is given twice (first on line {first})")
        else:
            holder[key.content] = (key, node)

    def _at(self, event: Any) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)


def _text(path: Path, largest: int) -> str:
    """Read a UTF-8 file of at most so many bytes."""
    place = Place(str(path))
    try:
        if not path.exists():
            raise DataError.at(place, "no such file")
        if path.is_dir():
            raise DataError.at(place, "this is a folder, expected a file")
        if not path.is_file():
            raise DataError.at(place, "this is no ordinary file")
        size = path.stat().st_size
        if size > largest:
            most = f"{largest // 1_000_000} MB"
            raise DataError.at(place, f"too large ({size:,} bytes), expected at most {most}")
        raw = path.read_bytes()
    except (OSError, ValueError) as fault:
        if isinstance(fault, DataError):
            raise
        why = getattr(fault, "strerror", None) or str(fault)
        raise DataError.at(place, f"cannot be read: {_uncapitalized(why)}") from fault
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        before = raw[: fault.start]
        column = fault.start - before.rfind(b"\n")
        spot = Place(str(path), before.count(b"\n") + 1, column)
        found = f"byte {raw[fault.start]:#04x} is not UTF-8; save the file as UTF-8 text"
        raise DataError.at(spot, found) from fault


# What libyaml says, and what an author can do about it.
_PLAIN = {
    "mapping values are not allowed": "a second ':' on one line, or wrong indentation; "
    "put a text with ': ' in quotes",
    "found character that cannot start any token": "this character cannot begin a value; "
    "put the text in quotes",
    "did not find expected key": "wrong indentation, or a quotation mark inside a text",
    "did not find expected '-' indicator": "wrong indentation, or a '-' is missing",
    "did not find expected ',' or ']'": "a ',' or ']' is missing",
    "did not find expected ',' or '}'": "a ',' or '}' is missing",
    "found unexpected end of stream": "a quotation mark is never closed",
    "could not find expected ':'": "a ':' is missing after a key",
}


def _plainly(fault: yaml.YAMLError, text: str) -> str:
    problem = str(getattr(fault, "problem", None) or fault)
    if mark := getattr(fault, "problem_mark", None):
        line = text.split("\n")[mark.line] if mark.line <= text.count("\n") else ""
        if "\t" in line[: mark.column + 1]:
            return "not YAML: a tab; indent with spaces"
    for known, plain in _PLAIN.items():
        if problem.startswith(known):
            return f"not YAML: {plain}"
    return f"not YAML: {problem}"


def _uncapitalized(text: str) -> str:
    return text[:1].lower() + text[1:]
