"""What the cross-checks share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from attrs import frozen

from game.codec import Fault, Place
from game.codec.faults import short, suggestion


@frozen
class Doubt(Fault):
    """Something that looks odd; the scenario can be played all the same."""

    def __str__(self) -> str:
        return f"{self.place}: warning: {self.text}"


def unknown(place: Place, what: str, name: str, known: Collection[str]) -> Iterator[Fault]:
    """Yield a fault if a name is not among those that are known."""
    if name not in known:
        yield Fault(place, f"unknown {what} '{short(name)}'{suggestion(name, known)}")


def absent(place: Place, what: str, name: str, known: Collection[str]) -> Iterator[Fault]:
    """Yield a fault if a name is known elsewhere but not in play here."""
    if name not in known:
        hint = suggestion(name, known)
        yield Fault(place, f"{what} '{short(name)}' is not in play{hint}")


def twice(places: Iterable[tuple[str, Place]], what: str) -> Iterator[Fault]:
    """Yield a fault for each id that is given again."""
    seen: dict[str, Place] = {}
    for id, place in places:
        if id in seen:
            first = f" (first on line {seen[id].line})" if seen[id].line else ""
            yield Fault(place, f"{what} '{short(id)}' is given twice{first}")
        seen.setdefault(id, place)


def outside(place: Place, what: str, value: int, least: int, most: int) -> Iterator[Fault]:
    """Yield a fault if a number is out of its range."""
    if not least <= value <= most:
        yield Fault(place, f"{what} {value} is out of range; expected {least} to {most}")
