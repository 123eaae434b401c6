"""What happens outside the room: incidents, the target, who enforces, what is said after."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, field, frozen
from attrs.validators import ge, in_, le

from game.engine.scenario.measure import EXPECTED_LEVELS
from game.engine.terms import Seat

PICTURES = ("tremor", "flight")
"""What can be drawn of an incident."""


@frozen
class Incident:
    """Something that happens to the Council.

    id: name.
    title: headline.
    text: two sentences at most.
    day: days after the start on the calendar.
    stock: added to the provocation stock.
    threat: added to the sense of threat.
    at_percent: part of the consultation rounds after which it lands; 0 opens the sitting.
    picture: what an instrument drew: the tremor of a test, or the flight of a missile.
    apogee: the highest point of a flight, in kilometres, if it was measured.
    minutes: how long a flight took, if it was measured.
    unless: measure -> level; in a campaign it does not happen where the last text has that much.
    """

    id: str
    title: str
    text: str
    day: int = field(default=0, validator=ge(0))
    stock: int = 0
    threat: int = 0
    at_percent: int = field(default=0, validator=[ge(0), le(100)])
    picture: str = field(default="", validator=in_(("", *PICTURES)))
    apogee: int = field(default=0, validator=ge(0))
    minutes: int = field(default=0, validator=ge(0))
    unless: Mapping[str, int] = {}


@frozen
class Statement:
    """A product lighter than a resolution, which any of the fifteen can block.

    id: name.
    title: on screen.
    text: what it says.
    levels: the measures whose words it uses -> their level; decides who blocks.
    product: elements for the press, a press statement, or a presidential statement (prst).
    """

    id: str
    title: str
    text: str
    levels: Mapping[str, int]
    product: str = field(default="press", validator=in_(("elements", "press", "prst")))

    def softened(self, words: tuple[tuple[str, int], ...]) -> Statement:
        """Return it with other words: measures and their levels."""
        return evolve(self, levels={**self.levels, **dict(words)}) if words else self


ROOMS = ("open", "closed")
"""Where the Council can meet: in public, or behind closed doors without a record."""


@frozen
class Guest:
    """Somebody who can be invited to speak in an open meeting, without a vote.

    Source: Provisional Rules of Procedure, rules 37 and 39.

    id: name.
    name: on screen.
    basis: rule_37 for a State that is concerned, rule_39 for the Secretariat and others.
    text: what is said.
    topic: rights if members that guard sovereignty may mind it.
    first: heard before the members, as a briefer is; else after them.
    """

    id: str
    name: str
    basis: str = field(validator=in_(("rule_37", "rule_39")))
    text: str
    topic: str = field(default="proliferation", validator=in_(("proliferation", "rights")))
    first: bool = False


@frozen
class Letter:
    """A request for a meeting from outside the Council; a member or the President takes it up.

    id: name.
    by: who wrote it, on screen.
    basis: article_35 for a State, article_99 for the Secretary-General, article_11 for the
        General Assembly.
    text: what it asks.
    room: open or closed, as it asks.
    """

    id: str
    by: str
    basis: str = field(validator=in_(("article_35", "article_99", "article_11")))
    text: str
    room: str = field(default="open", validator=in_(ROOMS))


@frozen
class Enforcer:
    """States whose customs posts decide what a text is worth.

    id: name.
    name: on screen.
    share: part of the target's trade that passes here, per mille of all.
    will: readiness before this text, per mille.
    capacity: means, per mille.
    seat: the Council member whose vote moves its will, if any.
    exposure: loss of will per 10 points of pressure.
    """

    id: str
    name: str
    share: int
    will: int
    capacity: int
    seat: Seat = ""
    exposure: int = 0


CAME = (
    *("tests", "launches", "quiet", "talks", "apart", "hunger", "held", "relief", "won", "found"),
)
"""What months after a vote can have brought; what each means is said where it is asked."""


@frozen
class Voice:
    """A line of the aftermath in one of four voices; the first that fits is used.

    who: for, against, aid or town.
    text: the line; {paragraph} names the clause.
    measure: the measure it cites.
    at_least: spoken if that measure stands at this level or above.
    at_most: spoken if it stands at this level or below.
    adopted: spoken after an adopted text (true) or a failed one (false).
    came: spoken only if the months after the vote brought this.
    """

    who: str = field(validator=in_(("for", "against", "aid", "town")))
    text: str
    measure: str = ""
    at_least: int = 0
    at_most: int = EXPECTED_LEVELS
    adopted: bool = True
    came: str = field(default="", validator=in_(("", *CAME)))


@frozen
class Trade:
    """A title for the bargain that was struck; the first that fits is used.

    title: the name.
    text: what was given for what.
    paper: least and most pressure on paper, of 100.
    unity: least and most votes in favour.
    adopted: for an adopted text, or a failed one.
    measure: a clause that the title speaks of.
    at_least: given if that measure stands at this level or above.
    at_most: given if it stands at this level or below.
    """

    title: str
    text: str
    paper: tuple[int, int] = (0, 100)
    unity: tuple[int, int] = (0, 15)
    adopted: bool = True
    measure: str = ""
    at_least: int = 0
    at_most: int = EXPECTED_LEVELS
