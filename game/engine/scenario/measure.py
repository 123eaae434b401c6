"""What a text can contain: measures, their levels, words and positions."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen
from attrs.validators import ge, in_, le

EXPECTED_LEVELS = 9


@frozen
class Effect:
    """What one level stops, and whom it burdens, if fully enforced.

    revenue: export earnings stopped, per mille of 2015.
    fuel: supply stopped, per mille of 2016.
    hardship: harm to civilians, points 0 to 10 above nothing; relief is negative.
    burden: work for customs posts and banks, points 0 to 10; relief is negative.
    source: row of the record that the numbers come from.
    tuned: why we chose the numbers, where no source gives them.
    """

    revenue: int = 0
    fuel: int = 0
    hardship: int = 0
    burden: int = 0
    source: str = ""
    tuned: str = ""


@frozen
class Level:
    """One strength of a measure, with its words.

    label: short name on screen.
    verb: operative verb, from the ladder of verbs.
    clause: the paragraph as it prints; *stars* mark italics.
    binding: it creates a legal obligation.
    regular: the clause can be rebuilt with another verb from subject, act and tail.
    subject: who is addressed (regular levels).
    act: what they shall do (regular levels).
    tail: exceptions that follow (regular levels).
    effect: what it stops.
    """

    label: str
    verb: str
    clause: str
    effect: Effect = Effect()
    binding: bool = False
    regular: bool = False
    subject: str = ""
    act: str = ""
    tail: str = ""


@frozen
class Threshold:
    """A measure at a level or above.

    measure: id of the measure.
    level: the level, or above.
    """

    measure: str
    level: int = field(default=1, validator=ge(0))


@frozen
class Position:
    """Where one seat or bloc stands on one measure.

    ideal: preferred level.
    accept: expected least level, and ceiling, at the end of 2017.
    salience: weight of the measure for it, 1 to 5.
    red_from: at or above this level it does not go along.
    red_below: below this level it does not go along.
    binds_when: red_below binds only if one of these levels is reached.
    """

    ideal: int = field(validator=ge(0))
    accept: tuple[int, int] = (0, EXPECTED_LEVELS)
    salience: int = field(default=1, validator=[ge(1), le(5)])
    red_from: int | None = None
    red_below: int | None = None
    binds_when: tuple[Threshold, ...] = ()


@frozen
class Requirement:
    """What a level needs elsewhere in the text.

    measure: id of the other measure.
    min_level: its least level.
    when_level_at_least: from which level of this measure the need holds.
    """

    measure: str
    min_level: int
    when_level_at_least: int = 1


@frozen
class Exclusion:
    """What a level cannot stand beside.

    measure: id of the other measure.
    when_level_at_least: from which level of this measure it holds.
    level_at_least: the other measure may not reach this level ...
    level_below: ... or may not stay below this one.
    """

    measure: str
    when_level_at_least: int = 1
    level_at_least: int | None = None
    level_below: int | None = None


@frozen
class Rider:
    """Somebody besides the target whom a measure helps or hurts.

    who: seat or bloc.
    reason: why, in words.
    points: added to that seat's sum.
    from_level: the level from which it holds, if above the base.
    """

    who: str
    reason: str
    points: int
    from_level: int = 1


@frozen
class Precedent:
    """An earlier text with the same words.

    resolution: number and year.
    paragraph: paragraph, or preamble.
    checked: a source was met; only then is it shown as a citation.
    """

    resolution: str
    paragraph: str = ""
    checked: bool = False


@frozen
class Measure:
    """Something a text can contain, in levels from weak to strong.

    id: name, snake_case.
    name: title on screen.
    category: group on the drafting desk.
    levels: from level 1 upward; level 0 is silence.
    positions: seat or bloc -> where it stands.
    rider: whom it helps or hurts besides the target.
    part: preambular or operative.
    carries: regime if it stays in force by itself, text if each text has to say it again.
    contested: bargained over; else part of the frame.
    precedent_weight: its wording binds the Council's future.
    requires: what it needs elsewhere in the text.
    excludes: what it cannot stand beside.
    precedents: earlier texts with the same words.
    """

    id: str
    name: str
    category: str
    levels: tuple[Level, ...]
    positions: Mapping[str, Position]
    rider: Rider | None = None
    part: str = field(default="operative", validator=in_(("preambular", "operative")))
    carries: str = field(default="regime", validator=in_(("regime", "text")))
    contested: bool = False
    precedent_weight: bool = False
    requires: tuple[Requirement, ...] = ()
    excludes: tuple[Exclusion, ...] = ()
    precedents: tuple[Precedent, ...] = ()

    @property
    def top(self) -> int:
        """Return the highest level."""
        return len(self.levels)

    @property
    def restrictive(self) -> bool:
        """Tell whether a reluctant seat wants less of it."""
        return self.category not in MILD_CATEGORIES

    def level(self, number: int) -> Level:
        """Return the level with this number, from 1."""
        return self.levels[number - 1]


MILD_CATEGORIES = ("frame", "diplomatic", "humanitarian", "review", "reporting")


@frozen
class Verb:
    """One rung of the ladder of operative verbs.

    verb: its id.
    form: sentence with {subject} and {do}; *stars* mark italics.
    strength: per cent of the effect that remains with this verb.
    cost: per cent of the political price that remains with this verb.
    binding: it creates a legal obligation.
    """

    verb: str
    form: str
    strength: int
    cost: int
    binding: bool = False


@frozen
class Ceiling:
    """Dated ceilings of one measure.

    levels: seat or bloc -> highest level it could bear on the date of the sitting.
    source: where that is known from.
    tuned: why we chose it, where no source gives it.
    """

    levels: Mapping[str, int]
    source: str = ""
    tuned: str = ""
