"""Nodes to values: what a file says, read by the type that is expected there."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from attrs import field, frozen

from game.codec.faults import DataError, Faults, Place, near, short, suggestion
from game.codec.shapes import (
    TAG,
    Choice,
    Entry,
    Many,
    Maybe,
    OneOf,
    Record,
    Row,
    Scalar,
    Table,
    entries,
    kinds_of,
    shape,
)
from game.codec.source import Node, nodes, read_yaml

T = TypeVar("T")
Path_ = tuple[str | int, ...]

MOST_DIGITS = 18
"""So that every whole number fits the 64 bits of the tables made from it."""

_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]{1,3})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TRUTHS = {"yes": "true", "on": "true", "no": "false", "off": "false"}
_BAD: Final = object()


@frozen
class Loaded(Generic[T]):
    """A value and where each part of it stands in its file.

    value: what was read.
    file: as it was named.
    """

    value: T
    file: str
    _root: Node = field(repr=False, eq=False)

    def at(self, *path: str | int, key: bool = False) -> Place:
        """Return where a part stands, or what it would be part of where the file leaves it out.

        Args:
            path: keys and indices as in the file: "measures", 3, "levels", 0.
            key: the place of the last key itself instead of its value.
        """
        mark = node = self._root
        for step in path:
            match node.content:
                case dict() as keys if str(step) in keys:
                    mark, node = keys[str(step)]
                case list() as items if isinstance(step, int) and step < len(items):
                    mark = node = items[step]
                case _:
                    mark = node
                    break
        return (mark if key else node).place(self.file, path)


def load(path: Path | str, typ: type[T], kinds: Mapping[str, type] | None = None) -> Loaded[T]:
    """Read a YAML file as a value of this type.

    Args:
        typ: an attrs class, or any annotation the codec reads.
        kinds: class name -> class, where a field's class stands for its subclasses.

    Raises:
        DataError: with every fault of the file, in its order.
    """
    faults = Faults(str(path))
    root = read_yaml(Path(path), faults)
    value = _Reader(faults, kinds or {}, quotes_text=False).read(root, typ, ())
    if faults.found:
        raise DataError(faults.sorted())
    return Loaded(value, str(path), root)


def decode(
    plain: Any, typ: type[T], name: str = "data", kinds: Mapping[str, type] | None = None
) -> T:
    """Turn plain data, as read from JSON, into a value of this type.

    Args:
        name: what faults call the data; a file name where there is one.
        kinds: class name -> class, where a field's class stands for its subclasses.

    Raises:
        DataError: with every fault; places have a path and no line.
    """
    faults = Faults(name)
    root = nodes(plain, faults)
    value = _Reader(faults, kinds or {}, quotes_text=True).read(root, typ, ())
    if faults.found:
        raise DataError(faults.found)
    result: T = value
    return result


class _Reader:
    """Reads the nodes of one file.

    Args:
        quotes_text: text is always in quotes, as in JSON; a bare scalar is no text.
    """

    def __init__(self, faults: Faults, kinds: Mapping[str, type], *, quotes_text: bool) -> None:
        self.faults = faults
        self.kinds = kinds
        self.quotes_text = quotes_text

    def read(self, node: Node, typ: Any, path: Path_) -> Any:
        """Return the value, or _BAD after noting what is wrong."""
        if node.content is None:
            return _BAD
        match shape(typ):
            case Maybe(inner):
                return None if node.is_nothing else self.read(node, inner, path)
            case Scalar(scalar):
                return self._scalar(node, scalar, path)
            case Choice(name, values):
                return self._choice(node, name, values, path)
            case Many(item):
                return self._items(node, lambda _: item, path)
            case Row(items):
                if isinstance(node.content, list) and len(node.content) != len(items):
                    found = f"expected {len(items)} items, found {len(node.content)}"
                    return self._bad(node, path, found)
                return self._items(node, items.__getitem__, path)
            case Table(key, value):
                return self._table(node, key, value, path)
            case Record() | OneOf():
                return self._choose(node, typ, path)

    def _bad(self, node: Node, path: Path_, text: str) -> Any:
        self.faults.add(node.place(self.faults.file, path), text)
        return _BAD

    # -- scalars

    def _scalar(self, node: Node, scalar: type, path: Path_) -> Any:
        expected, parse = _SCALARS[scalar]
        if not isinstance(node.content, str) or node.is_nothing:
            return self._bad(node, path, f"expected {expected}, found {_found(node)}")
        if scalar in (str, date):
            fits = node.quoted or not self.quotes_text
            value = parse(node.content) if fits else None
        else:
            value = None if node.quoted else parse(node.content)
        if value is not None:
            return value
        hint = ""
        if node.quoted and scalar not in (str, date) and parse(node.content) is not None:
            hint = "; remove the quotes"
        elif scalar is bool and node.content.lower() in ("true", "false", *_TRUTHS):
            meant = node.content.lower()
            hint = f"; did you mean {_TRUTHS.get(meant, meant)}?"
        elif scalar is int and _WHOLE.fullmatch(node.content) and not node.quoted:
            hint = f" of at most {MOST_DIGITS} digits"
            return self._bad(node, path, f"expected {expected}{hint}, found {_found(node)}")
        return self._bad(node, path, f"expected {expected}, found {_found(node)}{hint}")

    def _choice(self, node: Node, name: str, values: Mapping[str | int, Any], path: Path_) -> Any:
        if not isinstance(node.content, str) or node.is_nothing:
            return self._bad(node, path, f"expected a {name}, found {_found(node)}")
        text = node.content
        if text in values and (node.quoted or not self.quotes_text):
            return values[text]
        if (number := _whole(text)) is not None and number in values:
            if not node.quoted:
                return values[number]
            return self._bad(node, path, f"unknown {name} '{text}'; remove the quotes")
        hint = suggestion(text, [str(value) for value in values])
        return self._bad(node, path, f"unknown {name} '{short(text)}'{hint}")

    # -- lists and mappings

    def _items(self, node: Node, typ: Callable[[int], Any], path: Path_) -> Any:
        if not isinstance(node.content, list):
            return self._bad(node, path, f"expected a list, found {_found(node)}")
        values = [self.read(item, typ(at), (*path, at)) for at, item in enumerate(node.content)]
        return _BAD if any(value is _BAD for value in values) else tuple(values)

    def _table(self, node: Node, key_type: Any, value_type: Any, path: Path_) -> Any:
        if not isinstance(node.content, dict):
            return self._bad(node, path, f"expected a mapping, found {_found(node)}")
        values = {}
        # JSON has only text for keys, so a key that is a number comes in quotes there.
        is_number = shape(key_type) == Scalar(int)
        for name, (key_node, value_node) in node.content.items():
            written = Node(name, key_node.line, key_node.column) if is_number else key_node
            key = self.read(written, key_type, (*path, name))
            values[key] = self.read(value_node, value_type, (*path, name))
        is_bad = any(key is _BAD or value is _BAD for key, value in values.items())
        return _BAD if is_bad else values

    # -- classes

    def _choose(self, node: Node, typ: Any, path: Path_) -> Any:
        """Read a class, or the one that the tag names where there is a choice."""
        kinds = kinds_of(typ, self.kinds)
        if kinds is None:
            return self._record(node, typ, path)
        names = ", ".join(list(kinds)[:12])
        if not isinstance(node.content, dict):
            found = f"expected a mapping with '{TAG}', found {_found(node)}"
            return self._bad(node, path, found)
        if TAG not in node.content:
            return self._bad(node, path, f"'{TAG}' is missing, expected one of {names}")
        tag = node.content[TAG][1]
        if not isinstance(tag.content, str):
            return self._bad(tag, (*path, TAG), f"expected one of {names}, found {_found(tag)}")
        if tag.content not in kinds:
            found = f"unknown kind '{short(tag.content)}'{suggestion(tag.content, kinds)}"
            return self._bad(tag, (*path, TAG), found)
        return self._record(node, kinds[tag.content], path, tagged=True)

    def _record(self, node: Node, record: type, path: Path_, *, tagged: bool = False) -> Any:
        fields = entries(record)
        if not isinstance(node.content, dict):
            keys = ", ".join(list(fields)[:4])
            found = f"expected a mapping with {keys} … for {record.__name__}, found {_found(node)}"
            return self._bad(node, path, found)
        meant = set()
        good: dict[str, Any] = {}
        is_whole = True
        for key, (key_node, value_node) in node.content.items():
            if key in fields:
                value = self.read(value_node, fields[key].type, (*path, key))
                if value is not _BAD:
                    good[key] = value
            elif not (tagged and key == TAG):
                is_whole = False
                meant.add(near(key, fields))
                hint = suggestion(key, [k for k in fields if k not in node.content])
                found = f"unknown key '{short(key)}' for {record.__name__}{hint}"
                self._bad(key_node, path, found)
        for key, entry in fields.items():
            if entry.is_required and key not in node.content:
                is_whole = False
                if key not in meant:
                    self._bad(node, path, f"'{key}' is missing for {record.__name__}")
        is_whole = is_whole and len(good) == len(node.content) - tagged
        return self._build(node, record, good, path, is_whole=is_whole)

    def _build(
        self, node: Node, record: type, good: Mapping[str, Any], path: Path_, *, is_whole: bool
    ) -> Any:
        """Make the object; where that fails, let each validator say what it refuses."""
        whole: Exception | None = None
        fields = entries(record)
        if is_whole:
            try:
                return record(**{fields[k].argument: v for k, v in good.items()})
            except (ValueError, TypeError) as fault:
                whole = fault
        before = len(self.faults.found)
        written = node.content if isinstance(node.content, dict) else {}
        for key, text in _refusals(record, fields, good):
            self._bad(written[key][1], (*path, key), text)
        if whole is not None and len(self.faults.found) == before:
            self._bad(node, path, str(whole.args[0] if whole.args else whole))
        return _BAD


def _refusals(
    record: type, fields: Mapping[str, Entry], good: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """Yield key and message of each field whose validator refuses its value.

    Works on an unfinished object, since other fields may be missing or unreadable.
    """
    unfinished: Any = object.__new__(record)
    for entry in fields.values():
        default = entry.attribute.default
        if entry.key in good:
            object.__setattr__(unfinished, entry.attribute.name, good[entry.key])
        elif not entry.is_required and not hasattr(default, "factory"):
            object.__setattr__(unfinished, entry.attribute.name, default)
    for key, value in good.items():
        attribute = fields[key].attribute
        if attribute.validator is None:
            continue
        try:
            attribute.validator(unfinished, attribute, value)
        except (ValueError, TypeError) as fault:
            yield key, str(fault.args[0] if fault.args else fault)
        except AttributeError:
            continue  # it asks for a field that could not be read


def _found(node: Node) -> str:
    if isinstance(node.content, list):
        return "a list"
    if isinstance(node.content, dict):
        return "a mapping"
    if node.is_nothing:
        return "nothing"
    text = short(node.content or "")
    return f"text '{text}'" if node.quoted else f"'{text}'"


def _whole(text: str) -> int | None:
    if not _WHOLE.fullmatch(text) or len(text.lstrip("+-")) > MOST_DIGITS:
        return None
    return int(text)


def _number(text: str) -> float | None:
    if not _NUMBER.fullmatch(text) or abs(value := float(text)) == float("inf"):
        return None
    return value


def _truth(text: str) -> bool | None:
    return {"true": True, "false": False}.get(text)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


_SCALARS: Mapping[type, tuple[str, Callable[[str], Any]]] = {
    str: ("text", str),
    int: ("a whole number", _whole),
    float: ("a number", _number),
    bool: ("true or false", _truth),
    date: ("a date such as 2016-03-02", _day),
}
