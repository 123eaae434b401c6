"""What an annotation means for data."""

import types
import typing
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

import attrs
from attrs import frozen

TAG = "do"
"""The key that names the class where the annotation leaves it open."""


@frozen
class Scalar:
    """Text, a number, a truth or a date."""

    type: type


@frozen
class Choice:
    """One of some values.

    name: what they are, in words.
    values: as written -> as held.
    """

    name: str
    values: Mapping[str | int, Any]


@frozen
class Many:
    """A list of any length."""

    item: Any


@frozen
class Row:
    """A list of fixed length."""

    items: tuple[Any, ...]


@frozen
class Table:
    """A mapping from any keys."""

    key: Any
    value: Any


@frozen
class Record:
    """A mapping that becomes an attrs class."""

    type: type


@frozen
class OneOf:
    """A mapping that becomes one of some attrs classes, named under TAG."""

    classes: tuple[type, ...]


@frozen
class Maybe:
    """A value or nothing."""

    inner: Any


Shape = Scalar | Choice | Many | Row | Table | Record | OneOf | Maybe


@frozen
class Entry:
    """One field of a class, as data has it.

    key: the name in the file; the field's, less an underscore that ends it.
    type: its annotation.
    attribute: the field.
    """

    key: str
    type: Any
    attribute: "attrs.Attribute[Any]"

    @property
    def argument(self) -> str:
        """What the initialiser calls it."""
        return self.attribute.alias or self.attribute.name

    @property
    def is_required(self) -> bool:
        """Whether the file has to give it."""
        return self.attribute.default is attrs.NOTHING


@cache
def shape(annotation: Any) -> Shape:
    """Return what an annotation means for data.

    Raises:
        TypeError: it means nothing to the codec.
    """
    if isinstance(annotation, typing.NewType):
        return shape(annotation.__supertype__)
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (typing.Union, types.UnionType):
        return _union(annotation, args)
    if origin is typing.Literal:
        return Choice("value", {value: value for value in args})
    if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
        return Many(args[0])
    if origin is tuple:
        return Row(args)
    if origin in (Mapping, dict):
        return Table(*args)
    if annotation in (str, int, float, bool, date):
        return Scalar(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        name = "".join(f" {c.lower()}" if c.isupper() else c for c in annotation.__name__).strip()
        return Choice(name, {member.value: member for member in annotation})
    if isinstance(annotation, type) and attrs.has(annotation):
        return Record(annotation)
    raise TypeError(f"the codec cannot read or write {annotation!r}")


def _union(annotation: Any, args: tuple[Any, ...]) -> Shape:
    rest = tuple(arg for arg in args if arg is not type(None))
    if len(rest) < len(args):
        return Maybe(rest[0] if len(rest) == 1 else typing.Union[rest])  # noqa: UP007  # built at run time
    if all(attrs.has(arg) for arg in rest):
        return OneOf(rest)
    raise TypeError(f"the codec reads unions of attrs classes only, not {annotation!r}")


@cache
def entries(record: type) -> Mapping[str, Entry]:
    """Return the fields of an attrs class that its initialiser takes, by key."""
    hints = typing.get_type_hints(record)
    return {
        (key := field.name.removesuffix("_")): Entry(key, hints[field.name], field)
        for field in attrs.fields(record)
        if field.init
    }


def kinds_of(annotation: Any, kinds: Mapping[str, type]) -> Mapping[str, type] | None:
    """Return the classes, by name, among which data has to choose under TAG; None if it has not.

    Those are the members of a union, or the subclasses of an attrs class among `kinds`.
    """
    match shape(annotation):
        case OneOf(classes):
            return {member.__name__: member for member in classes}
        case Record(base):
            below = {n: k for n, k in kinds.items() if k is not base and issubclass(k, base)}
            return below or None
    return None
