"""What can be wrong with a file, and where."""

import difflib
from collections.abc import Iterable
from typing import NoReturn, Self

from attrs import frozen

MOST_FAULTS = 100
LONGEST_QUOTE = 60
MOST_OPTIONS = 12


@frozen
class Place:
    """Where a value stands.

    file: as it was named by the caller.
    line: from 1; 0 if it has none (JSON, or the file as a whole).
    column: from 1, in characters.
    path: keys and indices from the top, as in measures[3].levels[0].
    """

    file: str
    line: int = 0
    column: int = 0
    path: str = ""

    def __str__(self) -> str:
        spot = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{spot}: {self.path}" if self.path else spot


@frozen
class Fault:
    """One thing that is wrong.

    place: where.
    text: what was found, what was expected, what to do.
    """

    place: Place
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


class DataError(ValueError):
    """A file is wrong; carries every fault that was found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))

    @classmethod
    def at(cls, place: Place, text: str) -> Self:
        """Make the error with this one fault."""
        return cls([Fault(place, text)])


class Faults:
    """The faults of one file while it is read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Fault] = []

    def add(self, place: Place, text: str) -> None:
        """Note a fault; raise DataError when there are so many that nobody would read on."""
        self.found.append(Fault(place, text))
        if len(self.found) == MOST_FAULTS:
            self.stop(Place(self.file), f"{MOST_FAULTS} faults or more; mend these first")

    def stop(self, place: Place, text: str) -> NoReturn:
        """Raise DataError with the faults so far and this last one."""
        raise DataError([*self.sorted(), Fault(place, text)])

    def sorted(self) -> list[Fault]:
        """Return the faults in the order of the file."""
        return sorted(self.found, key=lambda fault: (fault.place.line, fault.place.column))


def dotted(path: tuple[str | int, ...]) -> str:
    """Write a path as in measures[3].levels[0]."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return short(text.removeprefix("."), 120)


def short(text: str, most: int = LONGEST_QUOTE) -> str:
    """Cut a text that would fill the screen."""
    line = text.replace("\n", " ")
    return line if len(line) <= most else line[: most - 1] + "…"


def near(word: str, options: Iterable[str]) -> str | None:
    """Return the option that was probably meant."""
    if len(word) > LONGEST_QUOTE:
        return None
    known = {option.lower(): option for option in options}
    matches = difflib.get_close_matches(word.lower(), known, n=1)
    return known[matches[0]] if matches else None


def suggestion(word: str, options: Iterable[str]) -> str:
    """Say which option was probably meant, or which there are."""
    options = list(options)
    if meant := near(word, options):
        return f"; did you mean '{meant}'?"
    if not options:
        return ""
    more = ", …" if len(options) > MOST_OPTIONS else ""
    return f"; expected one of {', '.join(options[:MOST_OPTIONS])}{more}"
