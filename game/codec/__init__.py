"""Plain data (YAML, JSON) to frozen attrs classes and back; every fault with its place.

The annotations of the classes say how data is read: text, whole numbers, `true` and `false`,
dates, enums by value, `tuple[X, ...]`, `tuple[X, Y]`, `Mapping[str, X]`, `X | None`, other attrs
classes, and unions of attrs classes, which carry the class name under `do`. A class with
subclasses among `kinds` is read like a union of them. A field `from_` is written `from`.
"""

from game.codec.documents import reference, schema
from game.codec.faults import DataError, Fault, Place
from game.codec.reading import Loaded, decode, load
from game.codec.source import read_json
from game.codec.writing import encode

__all__ = [
    "DataError",
    "Fault",
    "Loaded",
    "Place",
    "decode",
    "encode",
    "load",
    "read_json",
    "reference",
    "schema",
]
