"""One crisis: everything that is fixed before play."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cached_property

from attrs import field, frozen
from attrs.validators import deep_iterable, ge, in_, le

from game.engine.scenario.bargain import Cable, Call, Favour
from game.engine.scenario.measure import (
    Ceiling,
    Measure,
    Modifier,
    Parameter,
    Schedule,
    Verb,
)
from game.engine.scenario.member import Brief, Delegation, Temper
from game.engine.scenario.season import Season
from game.engine.scenario.target import Target
from game.engine.scenario.world import (
    Enforcer,
    Guest,
    Incident,
    Letter,
    Statement,
    Trade,
    Voice,
)
from game.engine.terms import TARGET, Circle, Seat, Stance

PRACTICE = (
    "meetings",
    "products",
    "offers",
    "cables",
    "credibility",
    "standing",
    "silence",
    "blue",
    "motions",
    "wording",
    "season",
)
"""Parts of Council practice that a scenario can bring into play."""


@frozen(eq=False)
class Sequel:
    """A later sitting of a campaign.

    scenario: the sitting as it is by itself.
    weight: provocation of the act that opens it, points.
    between: provocation that the record has between the sitting before and this act, points.
    unless: what the target did last that keeps it from this act; the sitting is passed over.
    """

    scenario: Scenario
    weight: int = 0
    between: int = 0
    unless: tuple[str, ...] = ()


@frozen(eq=False)
class Campaign:
    """Sittings that follow each other; what each adopts, the next one finds in force.

    id: the file's name.
    title: on the title screen.
    summary: one sentence on the title screen.
    sequels: the sittings after the first.
    successors: seat that leaves the Council -> who takes it, and its person with it.
    points: response of the target -> provocation it adds, points.
    halves_days: days after which half of the provocation is forgotten.
    movers: seats whose dated ceilings move with the regime and with provocation.
    opens_at: measure -> provocation at which these seats can bear it at all.
    held_at: measure -> level, and the provocation without which no ceiling is above that level.
    step: provocation that moves a ceiling by one level.
    stands_for: sitting -> symbol of the record's text, empty where the record has none.
    """

    id: str
    title: str
    summary: str
    sequels: tuple[Sequel, ...]
    successors: Mapping[Seat, Seat] = {}
    points: Mapping[str, int] = {}
    halves_days: int = field(default=1095, validator=ge(1))
    movers: tuple[Seat, ...] = ()
    opens_at: Mapping[str, int] = {}
    held_at: Mapping[str, tuple[int, int]] = {}
    step: int = field(default=40, validator=ge(1))
    stands_for: Mapping[str, str] = {}

    def ends_with(self, sitting: str) -> bool:
        """Tell whether no sitting can follow this one."""
        return sitting == self.sequels[-1].scenario.id

    def after(self, sitting: str) -> Scenario | None:
        """Return the sitting that follows one in the plan, or None: it is the last."""
        ids = [sequel.scenario.id for sequel in self.sequels]
        at = ids.index(sitting) + 1 if sitting in ids else 0
        return self.sequels[at].scenario if at < len(ids) else None


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
    promised: points in every sum, since the last text promised a next step; only in a campaign.
    ceilings: dated ceilings.
    ideals: measure -> seat -> dated ideal.
    briefs: seat -> its brief.
    tempers: how delegations can bargain.
    verbs: the ladder of operative verbs, weak to strong.
    incidents: what happens; the first opens the sitting.
    statements: press statements that can be proposed.
    favours: what can be traded beside the text.
    cables: what capitals may send during the sitting.
    target: the State the text is about.
    enforcers: whose customs posts decide.
    voices: lines of the aftermath.
    trades: titles for the bargain.
    opening: measure -> level of the pen's opening text.
    record: measure -> level of the historical text, for comparison.
    record_name: its symbol.
    later: measure -> level of the regime that followed, for tests of the model.
    required: measure -> least level without which the pen asks for no vote.
    words: placeholder -> text printed into clauses, the default of parameters included.
    preamble: what every text says before its own clauses, with placeholders; printed only.
    modifiers: words that soften or harden regular clauses.
    parameters: placeholders that can be bargained over.
    annexes: measure -> what its annex lists.
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
    topic: of the agenda item: proliferation, or rights, which some want kept off the agenda.
    parties: members that are party to the dispute, and abstain on a text under Chapter VI.
    guests: who can be invited to speak.
    letters: requests for a meeting from outside the Council.
    practice: parts of Council practice in play; what is left out goes the short way.
    campaign: what this sitting is a part of, if of anything.
    months: how long the echo lasts.
    season: what can be done about the target in these months.
    stances: what is called for in the soundings, where the usual words do not fit.
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
    promised: int = 0
    ceilings: Mapping[str, Ceiling] = {}
    ideals: Mapping[str, Mapping[Seat, int]] = {}
    statements: tuple[Statement, ...] = ()
    favours: tuple[Favour, ...] = ()
    cables: tuple[Cable, ...] = ()
    voices: tuple[Voice, ...] = ()
    trades: tuple[Trade, ...] = ()
    opening: Mapping[str, int] = {}
    required: Mapping[str, int] = {}
    record: Mapping[str, int] = {}
    record_name: str = ""
    later: Mapping[str, int] = {}
    words: Mapping[str, str] = {}
    preamble: tuple[str, ...] = ()
    modifiers: tuple[Modifier, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    annexes: Mapping[str, Schedule] = {}
    lively: tuple[Seat, ...] = ()
    lesson: Mapping[str, str] = {}
    topic: str = field(default="proliferation", validator=in_(("proliferation", "rights")))
    parties: tuple[Seat, ...] = ()
    guests: tuple[Guest, ...] = ()
    letters: tuple[Letter, ...] = ()
    practice: tuple[str, ...] = field(default=PRACTICE, validator=deep_iterable(in_(PRACTICE)))
    rounds: int = field(default=6, validator=[ge(1), le(30)])
    stride_days: int = field(default=7, validator=[ge(1), le(366)])
    stock: int = 0
    severity: int = 6
    majority: int = field(default=9, validator=ge(1))
    people_tokens: int = 3
    pen_tokens: int = 3
    permanent_tokens: int = 2
    elected_tokens: int = 1
    campaign: Campaign | None = None
    months: int = field(default=6, validator=[ge(1), le(24)])
    season: Season | None = None
    stances: Mapping[Stance, Call] = {}

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

    def plays(self, part: str) -> bool:
        """Tell whether a part of Council practice is in play."""
        return part in self.practice and (part != "season" or self.season is not None)

    @property
    def playable(self) -> tuple[Seat, ...]:
        """Return the seats that a person can take: the members, and the target if it can choose."""
        return (*self.seats, TARGET) if len(self.target.responses) > 1 else self.seats

    @property
    def keeps_pen(self) -> bool:
        """Tell whether another text follows in a campaign, and the same member drafts it."""
        later = self.campaign.after(self.id) if self.campaign else None
        return later is not None and later.penholder == self.penholder

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
        return self._bases[measure]

    def floor(self, measure: str) -> int:
        """Return the least level a draft can have: the regime stays; words can be left out."""
        return self._floors[measure]

    @cached_property
    def _bases(self) -> Mapping[str, int]:
        """Return the level in force, or of the last adopted text for words said anew, of each."""
        found = {"regime": self.in_force, "text": self.last_text}
        return {m.id: found[m.carries].get(m.id, 0) for m in self.measures}

    @cached_property
    def _floors(self) -> Mapping[str, int]:
        """Return the least level a draft can have of each: the regime stays; words can go."""
        here = self._bases
        return {m.id: here[m.id] if m.carries == "regime" else 0 for m in self.measures}

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

        After the last month that is told, members preside in alphabetical order.

        Source: Provisional Rules of Procedure, rule 18.
        """
        today = self.date(day)
        known = self.presidency.get(today.strftime("%Y-%m"))
        if known is not None:
            return known
        last = max(self.presidency)
        months = 12 * (today.year - int(last[:4])) + today.month - int(last[5:])
        return self.seats[(self.seats.index(self.presidency[last]) + months) % len(self.seats)]

    def seating(self, day: int) -> tuple[Seat, ...]:
        """Return the seats in English alphabetical order, beginning with the President."""
        at = self.seats.index(self.president(day))
        return self.seats[at:] + self.seats[:at]
