"""What authors read and editors check, made from the classes themselves."""

import inspect
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import attrs
import yaml
from attrs import field, frozen

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
from game.codec.writing import encode

_OPTIONAL: Any = type(attrs.validators.optional([]))
_NAMES = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "true or false",
    date: "date",
}
_SCHEMAS: Mapping[type, Mapping[str, str]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
}


@frozen
class Limits:
    """What the validators of a field allow.

    bounds: operator and bound of the value.
    lengths: operator and bound of its length.
    options: the only values, if so.
    pattern: what the text has to match, if so.
    items: limits of each item of a list or value of a mapping.
    """

    bounds: tuple[tuple[str, Any], ...] = ()
    lengths: tuple[tuple[str, int], ...] = ()
    options: tuple[Any, ...] = ()
    pattern: str = ""
    items: tuple["Limits", ...] = field(default=())


# -- JSON Schema


def schema(typ: Any, kinds: Mapping[str, type] | None = None) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a type's data, for completion and checks in editors."""
    definitions: dict[str, Any] = {}
    root = _schema(typ, kinds or {}, definitions)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **root, "$defs": definitions}


def _schema(typ: Any, kinds: Mapping[str, type], into: dict[str, Any]) -> dict[str, Any]:
    match shape(typ):
        case Scalar(scalar):
            return dict(_SCHEMAS[scalar])
        case Choice(_, values):
            return {"enum": list(values)}
        case Maybe(inner):
            return {"anyOf": [_schema(inner, kinds, into), {"type": "null"}]}
        case Many(item):
            return {"type": "array", "items": _schema(item, kinds, into)}
        case Row(items):
            parts = [_schema(item, kinds, into) for item in items]
            count = len(parts)
            return {"type": "array", "prefixItems": parts, "minItems": count, "maxItems": count}
        case Table(key, value):
            table = {"type": "object", "additionalProperties": _schema(value, kinds, into)}
            if isinstance(names := shape(key), Choice):
                table["propertyNames"] = {"enum": [str(name) for name in names.values]}
            return table
        case Record() | OneOf():
            classes = kinds_of(typ, kinds)
            if classes is None:
                return _reference_to(typ, kinds, into)
            return {"oneOf": [_tagged(kind, kinds, into) for kind in classes.values()]}


def _tagged(kind: type, kinds: Mapping[str, type], into: dict[str, Any]) -> dict[str, Any]:
    plain = _object(kind, kinds, into)
    plain["properties"] = {TAG: {"const": kind.__name__}, **plain["properties"]}
    plain["required"] = [TAG, *plain["required"]]
    return plain


def _reference_to(record: type, kinds: Mapping[str, type], into: dict[str, Any]) -> dict[str, Any]:
    if record.__name__ not in into:
        into[record.__name__] = {}  # so that a class may hold its own kind
        into[record.__name__] = _object(record, kinds, into)
    return {"$ref": f"#/$defs/{record.__name__}"}


def _object(record: type, kinds: Mapping[str, type], into: dict[str, Any]) -> dict[str, Any]:
    summary, meanings = _docstring(record)
    properties = {}
    for entry in entries(record).values():
        plain = _schema(entry.type, kinds, into)
        holder = plain["anyOf"][0] if "anyOf" in plain else plain
        if "$ref" not in holder:
            holder.update(_constraints(_limits(entry.attribute.validator), holder))
        if meaning := meanings.get(entry.attribute.name):
            plain["description"] = meaning
        if not entry.is_required:
            plain["default"] = _default(entry)
        properties[entry.key] = plain
    return {
        "type": "object",
        "description": summary,
        "properties": properties,
        "required": [entry.key for entry in entries(record).values() if entry.is_required],
        "additionalProperties": False,
    }


def _constraints(limits: Limits, plain: Mapping[str, Any]) -> dict[str, Any]:
    words = {">=": "minimum", "<=": "maximum", ">": "exclusiveMinimum", "<": "exclusiveMaximum"}
    counted = {"array": "Items", "object": "Properties"}.get(str(plain.get("type")), "Length")
    found: dict[str, Any] = {words[sign]: bound for sign, bound in limits.bounds}
    for sign, bound in limits.lengths:
        found[("min" if sign == ">=" else "max") + counted] = bound
    if limits.options:
        found["enum"] = [encode(option) for option in limits.options]
    if limits.pattern:
        found["pattern"] = f"^(?:{limits.pattern})$"
    for inner in limits.items:
        key = "items" if "items" in plain else "additionalProperties"
        if isinstance(holder := plain.get(key), dict) and "$ref" not in holder:
            holder.update(_constraints(inner, holder))
    return found


# -- reference


def reference(typ: Any) -> str:
    """Return the reference of a type's data in Markdown: a table for each class.

    The meaning of a field is its line `name: meaning` in the docstring of the class.
    """
    return "\n\n".join(_section(record) for record in _records(typ)) + "\n"


def _section(record: type) -> str:
    summary, meanings = _docstring(record)
    rows = [
        (
            f"`{entry.key}`",
            _named(entry.type),
            _range(_limits(entry.attribute.validator)),
            "required" if entry.is_required else _shown(_default(entry)),
            meanings.get(entry.attribute.name, ""),
        )
        for entry in entries(record).values()
    ]
    head = [("field", "type", "range", "default", "meaning"), ("---",) * 5]
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    table = ["| " + " | ".join(row) + " |" for row in head] + lines
    return "\n".join([f"## {record.__name__}", "", summary, "", *table])


def _records(typ: Any) -> list[type]:
    """Return the classes that the data of a type is made of, in the order they are met."""
    found: list[type] = []
    waiting = [typ]
    while waiting:
        match shape(waiting.pop(0)):
            case Maybe(inner) | Many(inner):
                waiting.insert(0, inner)
            case Row(items) | OneOf(items):
                waiting[:0] = items
            case Table(key, value):
                waiting[:0] = (key, value)
            case Record(record) if record not in found:
                found.append(record)
                waiting.extend(entry.type for entry in entries(record).values())
    return found


def _named(typ: Any) -> str:
    match shape(typ):
        case Scalar(scalar):
            return _NAMES[scalar]
        case Choice(_, values):
            return " or ".join(f"`{value}`" for value in values)
        case Maybe(inner):
            return f"{_named(inner)}, or nothing"
        case Many(item):
            return f"list of {_named(item)}"
        case Row(items):
            return f"[{', '.join(_named(item) for item in items)}]"
        case Table(key, value):
            return f"mapping of {_named(key)} to {_named(value)}"
        case Record(record):
            return _link(record)
        case OneOf(classes):
            return " or ".join(map(_link, classes))


def _link(record: type) -> str:
    return f"[{record.__name__}](#{record.__name__.lower()})"


def _range(limits: Limits) -> str:
    parts = []
    bounds = dict(limits.bounds)
    if ">=" in bounds and "<=" in bounds:
        parts.append(f"{bounds.pop('>=')} to {bounds.pop('<=')}")
    signs = {">=": "at least", "<=": "at most", ">": "over", "<": "under"}
    parts += [f"{signs[sign]} {bound}" for sign, bound in bounds.items()]
    parts += [f"length {signs[sign]} {bound}" for sign, bound in limits.lengths]
    if limits.options:
        parts.append(", ".join(f"`{_shown(encode(option))}`" for option in limits.options))
    if limits.pattern:
        parts.append(f"matches `{limits.pattern}`")
    parts += [f"each {inner}" for inner in map(_range, limits.items) if inner]
    return "; ".join(parts)


def _shown(plain: Any) -> str:
    if isinstance(plain, str) and plain:
        return plain
    if plain is None:
        return "nothing"
    return yaml.safe_dump(plain, default_flow_style=True, width=10_000).split("\n...")[0].strip()


# -- what classes say of themselves


def _default(entry: Entry) -> Any:
    default: Any = entry.attribute.default
    if hasattr(default, "factory"):
        default = default.factory() if not default.takes_self else None
    return encode(default, entry.type)


def _docstring(record: type) -> tuple[str, Mapping[str, str]]:
    """Return the text before the field lines, and field -> meaning."""
    names = {entry.attribute.name for entry in entries(record).values()}
    prose: list[str] = []
    meanings: dict[str, str] = {}
    current = ""
    for line in (inspect.getdoc(record) or "").splitlines():
        match = re.match(r"(\w+): +(.*)", line)
        if match and match[1] in names:
            current = match[1]
            meanings[current] = match[2].strip()
        elif current and line.strip():
            meanings[current] += " " + line.strip()
        else:
            current = ""
            prose.append(line)
    return "\n".join(prose).strip(), meanings


def _limits(validator: Any) -> Limits:
    found = list(_validators(validator))
    return Limits(
        bounds=tuple((v.compare_op, v.bound) for v in found if hasattr(v, "bound")),
        lengths=tuple(
            (sign, getattr(v, name))
            for v in found
            for sign, name in ((">=", "min_length"), ("<=", "max_length"))
            if hasattr(v, name)
        ),
        options=next((tuple(v.options) for v in found if hasattr(v, "options")), ()),
        pattern=next((v.pattern.pattern for v in found if hasattr(v, "pattern")), ""),
        items=tuple(
            _limits(inner)
            for v in found
            for inner in (getattr(v, "member_validator", None), getattr(v, "value_validator", None))
            if inner is not None
        ),
    )


def _validators(validator: Any) -> Iterator[Any]:
    """Yield attrs' own validators one by one, out of those that hold others."""
    if isinstance(parts := getattr(validator, "_validators", None), tuple):
        for part in parts:
            yield from _validators(part)
    elif isinstance(validator, _OPTIONAL):
        yield from _validators(validator.validator)
    elif validator is not None:
        yield validator
