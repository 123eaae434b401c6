"""Small classes with every kind of field the codec knows."""

from collections.abc import Mapping
from datetime import date
from enum import Enum

from attrs import field, frozen
from attrs.validators import deep_iterable, ge, in_, le, matches_re, max_len, min_len, optional


class Ballot(Enum):
    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"


class Rung(Enum):
    LOW = 1
    HIGH = 2


@frozen
class Level:
    """One strength of a measure.

    label: short name.
    points: what it weighs,
        in all.
    """

    label: str
    points: int = field(default=0, validator=[ge(-9), le(9)])


@frozen
class Measure:
    """Something a text can contain.

    title: on screen.
    levels: weak to strong.
    """

    title: str = field(validator=min_len(1))
    levels: tuple[Level, ...] = field(default=(), validator=max_len(3))


@frozen
class Act:
    """Something a seat does."""

    seat: str


@frozen
class Vote(Act):
    ballot: Ballot


@frozen
class Speak(Act):
    text: str = ""


@frozen
class Pass:
    seat: str


KINDS = {"Vote": Vote, "Speak": Speak, "Pass": Pass}


@frozen
class Range:
    """Two numbers in order."""

    low: int
    high: int = field()

    @high.validator
    def _in_order(self, _attribute, value):
        if value < self.low:
            raise ValueError(f"'high' must be at least {self.low}: {value}")


@frozen
class Sum:
    """Refuses as a whole."""

    a: int
    b: int

    def __attrs_post_init__(self):
        if self.a + self.b != 10:
            raise ValueError("a and b must make 10")


@frozen
class Game:
    """A game.

    Played by seats.

    title: what it is called.
    seats: who plays.
    """

    title: str
    seats: tuple[str, ...] = ()
    start: date = date(2016, 1, 6)
    is_open: bool = False
    share: float = 0.5
    rounds: int = field(default=3, validator=[ge(1), le(30)])
    ballot: Ballot = Ballot.ABSTAIN
    rung: Rung = Rung.LOW
    pair: tuple[int, str] = (0, "")
    measures: tuple[Measure, ...] = ()
    ceilings: Mapping[str, Mapping[str, int]] = {}
    by_ballot: Mapping[Ballot, int] = {}
    by_day: Mapping[int, str] = {}
    note: str | None = None
    best: Level | None = None
    first: Vote | Speak | None = None
    log: tuple[Act, ...] = ()
    from_: str = ""
    tone: str = field(default="neutral", validator=in_(("good", "neutral")))
    symbol: str = field(default="S/1", validator=matches_re(r"S/\d+"))
    ages: tuple[int, ...] = field(default=(), validator=deep_iterable(ge(0)))
    limit: int | None = field(default=None, validator=optional(ge(1)))
    range: Range = Range(0, 1)
    sum: Sum = Sum(5, 5)
