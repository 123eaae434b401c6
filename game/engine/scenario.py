"""What a YAML scenario becomes: everything that is fixed before play.

Field docstrings are the reference for authors: `in-blue describe` prints them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cached_property

from attrs import field, frozen
from attrs.validators import ge, in_, le

from game.engine.terms import Circle, Seat

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
class Weights:
    """How much a delegation cares, 0 to 5.

    nonproliferation: the norm against nuclear weapons.
    sovereignty: reluctance about interference and precedents.
    humanitarian: effects on civilians.
    us_pull: readiness to follow the United States.
    cn_pull: readiness to follow China.
    ru_pull: readiness to follow the Russian Federation.
    exposure: own ties that a measure could touch.
    capacity: means to carry measures out.
    activism: readiness to table words of its own.
    """

    nonproliferation: int = 3
    sovereignty: int = 2
    humanitarian: int = 3
    us_pull: int = 0
    cn_pull: int = 0
    ru_pull: int = 0
    exposure: int = 0
    capacity: int = 3
    activism: int = 3


@frozen
class Shift:
    """How one variant of a brief moves a position.

    ceiling: added to the ceiling.
    ideal: added to the ideal.
    salience: added to the weight.
    """

    ceiling: int = 0
    ideal: int = 0
    salience: int = 0


@frozen
class Variant:
    """One set of secret instructions that a capital could send.

    id: name within the brief.
    why: one sentence, shown to the seat that was dealt it.
    weight: how often it is dealt, against its siblings.
    tolerance: added to the tolerated pressure.
    mood: added to the sum.
    shifts: measure -> how the position moves.
    """

    id: str
    why: str
    weight: int = field(default=1, validator=ge(1))
    tolerance: int = 0
    mood: int = 0
    shifts: Mapping[str, Shift] = {}


@frozen
class Aim:
    """Something the capital wants from the text; it scores, it does not vote.

    measure: id of the measure; empty for an aim about the outcome.
    at_least: least level.
    at_most: highest level.
    outcome: adopted, unanimous or granted (an ask of one's own stands in the adopted text).
    weight: share of the score.
    """

    measure: str = ""
    at_least: int | None = None
    at_most: int | None = None
    outcome: str = field(default="", validator=in_(("", "adopted", "unanimous", "granted")))
    weight: int = field(default=1, validator=ge(1))


@frozen
class Brief:
    """Interests and thresholds of one delegation on this crisis.

    story: what the capital tells its mission, at most 150 words.
    tolerance: pressure it can bear at a provocation stock of 46, points.
    yes_at: least sum for a yes.
    no_at: sum below which it votes no.
    variants: the instructions it could be sent.
    aims: what it wants; scores only.
    red_lines: in words; the binding ones are in the measures.
    weights: how much it cares.
    grows: tolerance rises by one point for so much provocation above 46; 0 is never.
    unity: pull of a Council that stands together.
    veto_price: standing that a lone veto costs (permanent members).
    reluctant: wants one level less than its ceiling and never gains from a measure.
    """

    story: str
    tolerance: int
    yes_at: int
    no_at: int
    variants: tuple[Variant, ...]
    aims: tuple[Aim, ...] = ()
    red_lines: tuple[str, ...] = ()
    weights: Weights = Weights()
    grows: int = 3
    unity: int = 4
    veto_price: int = 0
    reluctant: bool = False


@frozen
class Delegation:
    """A member of the Council.

    id: ISO 3166 alpha-3.
    name: short name used by the United Nations.
    bloc: whose positions it shares where the measures do not name it.
    permanent: one of the five.
    plain: everyday short name for tight places on screen.
    """

    id: Seat
    name: str
    bloc: str
    permanent: bool = False
    plain: str = ""

    @property
    def short(self) -> str:
        """Return the name for tight places."""
        return self.plain or self.name


@frozen
class Temper:
    """How a delegation bargains this time; dealt by seed, never by nationality.

    id: name.
    habit: one sentence that lets others recognize it.
    patience: rounds it waits before it gives way, per cent of the sitting.
    firmness: share of its wishes it holds to, per cent.
    candour: how readily it says what it thinks, per cent.
    risk: how close it goes to failure, per cent.
    weight: how often it is dealt.
    """

    id: str
    habit: str
    patience: int = field(default=50, validator=[ge(0), le(100)])
    firmness: int = field(default=50, validator=[ge(0), le(100)])
    candour: int = field(default=50, validator=[ge(0), le(100)])
    risk: int = field(default=50, validator=[ge(0), le(100)])
    weight: int = field(default=1, validator=ge(1))


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
    """

    id: str
    title: str
    text: str
    day: int = field(default=0, validator=ge(0))
    stock: int = 0
    threat: int = 0
    at_percent: int = field(default=0, validator=[ge(0), le(100)])


@frozen
class Statement:
    """A press statement that any of the fifteen can block.

    id: name.
    title: on screen.
    text: what it says.
    levels: the measures whose words it uses -> their level; decides who blocks.
    """

    id: str
    title: str
    text: str
    levels: Mapping[str, int]


@frozen
class Clue:
    """A sign of what the target plans.

    id: name.
    text: what is seen.
    weights: doctrine -> how often it is seen under it.
    """

    id: str
    text: str
    weights: Mapping[str, int]


@frozen
class Doctrine:
    """A plan of the target, dealt by seed.

    id: name.
    title: on screen, in the debrief.
    text: what it was after.
    weight: how often it is dealt.
    responses: response -> weight added under this plan.
    """

    id: str
    title: str
    text: str
    weight: int = field(default=1, validator=ge(1))
    responses: Mapping[str, int] = {}


@frozen
class Response:
    """Something the target can do after the vote.

    id: name.
    title: on screen.
    text: what is reported.
    base: weight before everything else.
    rung: rung of the escalation ladder it stands on, 0 to 5.
    leans: indicator or term -> weight added per 100 points of it.
    effect: indicator -> change.
    tone: good, neutral or bad, for colour and sign.
    """

    id: str
    title: str
    text: str
    base: int
    rung: int = field(default=0, validator=[ge(0), le(5)])
    leans: Mapping[str, int] = {}
    effect: Mapping[str, int] = {}
    tone: str = field(default="neutral", validator=in_(("good", "neutral", "bad")))


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


@frozen
class Voice:
    """A line of the aftermath in one of four voices; the first that fits is used.

    who: for, against, aid or town.
    text: the line; {paragraph} names the clause.
    measure: the measure it cites.
    at_least: spoken if that measure stands at this level or above.
    at_most: spoken if it stands at this level or below.
    adopted: spoken after an adopted text (true) or a failed one (false).
    """

    who: str = field(validator=in_(("for", "against", "aid", "town")))
    text: str
    measure: str = ""
    at_least: int = 0
    at_most: int = EXPECTED_LEVELS
    adopted: bool = True


@frozen
class Trade:
    """A title for the bargain that was struck; the first that fits is used.

    title: the name.
    text: what was given for what.
    strength: least and most Strength, per mille.
    unity: least and most votes in favour.
    adopted: for an adopted text, or a failed one.
    """

    title: str
    text: str
    strength: tuple[int, int] = (0, 2000)
    unity: tuple[int, int] = (0, 15)
    adopted: bool = True


@frozen
class Target:
    """The State the text is about; a role, not a member.

    id: ISO 3166 alpha-3.
    name: name used by the United Nations.
    capital: how its government is called on screen.
    doctrines: the plans it could have.
    clues: what can be seen of them.
    clue_percents: parts of the sitting after which a clue is seen.
    responses: what it can do.
    indicators: starting values of revenue fuel hardship trust threat programme escalation.
    """

    id: Seat
    name: str
    capital: str
    doctrines: tuple[Doctrine, ...]
    clues: tuple[Clue, ...]
    responses: tuple[Response, ...]
    indicators: Mapping[str, int]
    clue_percents: tuple[int, ...] = (0, 35, 70)


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


@frozen
class Flow:
    """Trade that a measure is meant to stop, month by month after the vote; 100 is the year before.

    measure: id of the measure that governs it.
    title: on screen.
    enforcer: whose will decides.
    start: level of the measure -> trade in the first month.
    monthly: level of the measure -> change a month, where nobody watches.
    """

    measure: str
    title: str
    enforcer: str
    start: tuple[int, ...]
    monthly: tuple[int, ...]


@frozen(eq=False)
class Scenario:
    """One crisis.

    id: the file's name.
    title: on the title screen.
    summary: one sentence on the title screen.
    start: date of the first day.
    event: the act in words, as printed in clauses.
    delegations: the members, in English alphabetical order.
    presidency: month as 2016-01 -> the member that presides in it.
    penholder: who drafts.
    inner: the two or three who settle the core of the text before anyone else sees it.
    measures: what the text can contain.
    in_force: measure -> level of the regime before.
    last_text: measure -> level of words in the last adopted text.
    ceilings: dated ceilings.
    ideals: measure -> seat -> dated ideal.
    briefs: seat -> its brief.
    tempers: how delegations can bargain.
    verbs: the ladder of operative verbs, weak to strong.
    incidents: what happens; the first opens the sitting.
    statements: press statements that can be proposed.
    target: the State the text is about.
    enforcers: whose customs posts decide.
    voices: lines of the aftermath.
    trades: titles for the bargain.
    opening: measure -> level of the pen's opening text.
    record: measure -> level of the historical text, for comparison.
    record_name: its symbol.
    later: measure -> level of the regime that followed, for tests of the model.
    required: measure -> least level without which the pen asks for no vote.
    words: placeholder -> text printed into clauses.
    lively: seats recommended to a newcomer.
    rounds: rounds of consultations.
    stride_days: days between rounds.
    stock: provocation stock at the start, points.
    severity: weight of the act, points.
    majority: votes needed.
    people_tokens: acts a round for a person.
    pen_tokens: acts a round for a computer that drafts.
    permanent_tokens: acts a round for another permanent member.
    elected_tokens: acts a round for an elected member.
    lesson: hints shown by a first sitting, beat or round -> text.
    flow: the trade whose course the echo shows.
    """

    id: str
    title: str
    summary: str
    start: date
    event: str
    delegations: tuple[Delegation, ...]
    presidency: Mapping[str, Seat]
    penholder: Seat
    measures: tuple[Measure, ...]
    briefs: Mapping[Seat, Brief]
    tempers: tuple[Temper, ...]
    verbs: tuple[Verb, ...]
    incidents: tuple[Incident, ...]
    target: Target
    enforcers: tuple[Enforcer, ...]
    inner: tuple[Seat, ...] = ()
    in_force: Mapping[str, int] = {}
    last_text: Mapping[str, int] = {}
    ceilings: Mapping[str, Ceiling] = {}
    ideals: Mapping[str, Mapping[Seat, int]] = {}
    statements: tuple[Statement, ...] = ()
    voices: tuple[Voice, ...] = ()
    trades: tuple[Trade, ...] = ()
    opening: Mapping[str, int] = {}
    required: Mapping[str, int] = {}
    record: Mapping[str, int] = {}
    record_name: str = ""
    later: Mapping[str, int] = {}
    words: Mapping[str, str] = {}
    lively: tuple[Seat, ...] = ()
    lesson: Mapping[str, str] = {}
    flow: Flow | None = None
    rounds: int = field(default=6, validator=[ge(1), le(30)])
    stride_days: int = field(default=7, validator=ge(1))
    stock: int = 0
    severity: int = 6
    majority: int = field(default=9, validator=ge(1))
    people_tokens: int = 3
    pen_tokens: int = 3
    permanent_tokens: int = 2
    elected_tokens: int = 1

    @cached_property
    def seats(self) -> tuple[Seat, ...]:
        """Return the members' seats, in the order of the file."""
        return tuple(d.id for d in self.delegations)

    @cached_property
    def permanent(self) -> tuple[Seat, ...]:
        """Return the permanent members' seats."""
        return tuple(d.id for d in self.delegations if d.permanent)

    @cached_property
    def _measure(self) -> Mapping[str, Measure]:
        return {m.id: m for m in self.measures}

    @cached_property
    def _delegation(self) -> Mapping[Seat, Delegation]:
        return {d.id: d for d in self.delegations}

    @cached_property
    def _verb(self) -> Mapping[str, Verb]:
        return {v.verb: v for v in self.verbs}

    def has(self, measure: str) -> bool:
        """Tell whether a measure with this id is in play."""
        return measure in self._measure

    def measure(self, id: str) -> Measure:
        """Return the measure with this id."""
        return self._measure[id]

    def delegation(self, seat: Seat) -> Delegation:
        """Return the delegation in this seat."""
        return self._delegation[seat]

    def verb(self, id: str) -> Verb:
        """Return the rung of the ladder with this id."""
        return self._verb[id]

    def base(self, measure: str) -> int:
        """Return the level in force, or of the last adopted text for words said anew."""
        m = self._measure[measure]
        return (self.in_force if m.carries == "regime" else self.last_text).get(measure, 0)

    def floor(self, measure: str) -> int:
        """Return the least level a draft can have: the regime stays; words can be left out."""
        return self.in_force.get(measure, 0) if self._measure[measure].carries == "regime" else 0

    @cached_property
    def _circles(self) -> Mapping[Circle, tuple[Seat, ...]]:
        wide = (*self.permanent, self.penholder)
        inner = (*self.inner, self.penholder)
        return {
            Circle.ALL: self.seats,
            Circle.P5: tuple(s for s in self.seats if s in wide),
            Circle.P2: tuple(s for s in self.seats if s in inner),
        }

    def circle(self, circle: Circle) -> tuple[Seat, ...]:
        """Return the seats that a version shown to this circle reaches."""
        return self._circles[circle]

    def date(self, day: int) -> date:
        """Return the calendar date of this day, counted from the start."""
        return self.start + timedelta(days=day)

    def president(self, day: int) -> Seat:
        """Return who presides on this day.

        Source: Provisional Rules of Procedure, rule 18.
        """
        return self.presidency[self.date(day).strftime("%Y-%m")]

    def seating(self, day: int) -> tuple[Seat, ...]:
        """Return the seats in English alphabetical order, beginning with the President."""
        at = self.seats.index(self.president(day))
        return self.seats[at:] + self.seats[:at]
