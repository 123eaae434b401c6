"""Values to plain data."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

import attrs

from game.codec.shapes import TAG, Many, Maybe, OneOf, Record, Row, Shape, Table, entries, shape


def encode(value: Any, typ: Any = None) -> Any:
    """Turn a value into plain data: dict, list, str, int, float, bool and None.

    Every field is written, also where it has its default, so that a default may change later.

    Args:
        typ: the type under which the data will be read again; its own class if not given. Where
            a class or union there leaves open which class it is, its name is written under TAG.
    """
    if typ is None:
        return _encode(value, None)
    return _encode(value, shape(typ))


def _encode(value: Any, form: Shape | None) -> Any:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(form, Maybe):
        form = shape(form.inner)
    if isinstance(value, Mapping):
        inner = shape(form.value) if isinstance(form, Table) else None
        return {_key(key): _encode(item, inner) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_encode(item, part) for item, part in zip(value, _parts(value, form), strict=True)]
    if attrs.has(type(value)):
        is_open = isinstance(form, OneOf) or (
            isinstance(form, Record) and form.type is not type(value)
        )
        plain = {TAG: type(value).__name__} if is_open else {}
        record: type = type(value)
        for entry in entries(record).values():
            part = getattr(value, entry.attribute.name)
            plain[entry.key] = _encode(part, shape(entry.type))
        return plain
    raise TypeError(f"the codec cannot write {value!r}")


def _parts(value: tuple[Any, ...] | list[Any], form: Shape | None) -> list[Shape | None]:
    if isinstance(form, Many):
        return [shape(form.item)] * len(value)
    if isinstance(form, Row):
        return [shape(item) for item in form.items]
    return [None] * len(value)


def _key(key: Any) -> str:
    if isinstance(key, Enum):
        key = key.value
    return key.isoformat() if isinstance(key, date) else str(key)
