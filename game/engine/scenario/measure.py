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
    promises: what each level, from 0, promises of a next step: points in every sum for that text.
    expected: the level below which the Secretariat warns that many see no way out, or no way for
        aid; only where the category is diplomatic or humanitarian.
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
    promises: tuple[int, ...] = ()
    expected: int = 0

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
class Modifier:
    """Words that soften or harden a regular clause and leave its legal force as it is.

    id: its name.
    kind: softener or hardener.
    text: the words; they stand after the act and before the tail.
    strength: per cent of the effect with these words.
    price: per cent of the political price with these words.
    fits: categories of measures it can stand in; empty is all.
    tuned: why we chose the numbers.
    """

    id: str
    kind: str = field(validator=in_(("softener", "hardener")))
    text: str
    strength: int = field(validator=[ge(0), le(200)])
    price: int = field(validator=[ge(0), le(200)])
    fits: tuple[str, ...] = ()
    tuned: str = ""

    def suits(self, measure: Measure) -> bool:
        """Tell whether these words can stand in a clause of this measure."""
        return not self.fits or measure.category in self.fits


@frozen
class Choice:
    """One value a parameter can take.

    value: as it prints in the clause.
    strength: per cent of the effect, against the default's 100.
    price: per cent of the political price, against the default's 100.
    """

    value: str
    strength: int = field(default=100, validator=[ge(0), le(400)])
    price: int = field(default=100, validator=[ge(0), le(400)])


@frozen
class Parameter:
    """A number, date or list that a clause leaves open: a placeholder to bargain over.

    id: the placeholder.
    label: short name on screen.
    unit: what is counted, as days; may be empty.
    default: which choice the level's own words mean, from 0.
    choices: what can be written, from weak to strong.
    source: row of the record that a value comes from.
    tuned: why we chose the others.
    """

    id: str
    label: str
    choices: tuple[Choice, ...]
    unit: str = ""
    default: int = field(default=0, validator=ge(0))
    source: str = ""
    tuned: str = ""

    @property
    def is_whole(self) -> bool:
        """Tell whether the default is one of the choices."""
        return self.default < len(self.choices)

    @property
    def value(self) -> str:
        """Return what prints where nobody chose."""
        return self.choices[self.default].value


@frozen
class Schedule:
    """What the annex to a measure lists; nobody living is named in it.

    title: above the list.
    note: what is left out of it; empty for a list that is whole.
    entries: in the order in which they print.
    each: an entry with its number as {n}, for what is listed beyond them.
    counts: the parameter that says how many print; empty for all.
    many: how many print where nothing counts them; 0 is the entries alone.
    source: row of the record that entries come from.
    tuned: why we chose the others.
    """

    title: str
    note: str = ""
    entries: tuple[str, ...] = ()
    each: str = ""
    counts: str = ""
    many: int = field(default=0, validator=[ge(0), le(99)])
    source: str = ""
    tuned: str = ""

    def first(self, many: int) -> tuple[str, ...]:
        """Return so many entries, numbered ones where the list is shorter; 0 is all there are."""
        many = many or self.many or len(self.entries)
        more = range(len(self.entries) + 1, many + 1) if self.each else ()
        return (*self.entries[:many], *(self.each.format(n=n) for n in more))


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
