"""The State a text is about, as data: plans, voices, what it can do, what crosses its border."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from attrs import field, frozen
from attrs.validators import deep_iterable, ge, in_, le

from game.engine.terms import Seat

KINDS = ("short", "medium", "intermediate", "intercontinental", "satellite", "nuclear")
"""What can be fired or set off, from the smallest to the largest."""
MISSILES = KINDS[:-1]
"""The kinds that fly."""


@frozen
class Clue:
    """A sign of what the target plans.

    id: name.
    text: what is seen.
    weights: doctrine -> how often it is seen under it.
    plans: response -> how often it is seen while that large step is prepared.
    """

    id: str
    text: str
    weights: Mapping[str, int]
    plans: Mapping[str, int] = {}


MANY = 1000
"""More than any figure that a want is about."""


@frozen
class Want:
    """Something that the target wants of the months after a vote; the score of who plays it.

    id: name.
    text: what it is, in the debrief.
    points: what it is worth.
    figure: what it is about: acts (how often those named were done) or one of `ambition.FIGURES`.
    acts: responses that are counted.
    at_least: the least figure that meets it.
    at_most: the highest figure that meets it.
    """

    id: str
    text: str
    points: int = field(validator=ge(1))
    figure: str = "acts"
    acts: tuple[str, ...] = ()
    at_least: int = -MANY
    at_most: int = MANY


@frozen
class Doctrine:
    """A plan of the target, dealt by seed.

    id: name.
    title: on screen, in the debrief.
    text: what it was after.
    weight: how often it is dealt.
    responses: response -> points added under this plan; ten points double a weight.
    voices: faction -> strength its voice gains under this plan.
    word: what a word given counts for under this plan, per cent of what it counts for otherwise.
    wants: what is to come of the months after a vote.
    """

    id: str
    title: str
    text: str
    weight: int = field(default=1, validator=ge(1))
    responses: Mapping[str, int] = {}
    voices: Mapping[str, int] = {}
    word: int = field(default=100, validator=[ge(0), le(100)])
    wants: tuple[Want, ...] = ()


@frozen
class Faction:
    """An inner voice of the target: who speaks for what, and when it is heard.

    id: name.
    title: on screen.
    text: what it wants.
    base: strength of its voice, 0 to 100, before everything else.
    leans: term -> strength added per 100 points of it.
    favours: response -> points added where the voice is at 100.
    """

    id: str
    title: str
    text: str
    base: int = 0
    leans: Mapping[str, int] = {}
    favours: Mapping[str, int] = {}


@frozen
class Step:
    """A step on the road to talks; the first of the list is the state without any.

    id: name.
    title: on screen.
    text: what it means.
    talks: the term talks while it holds, 0 to 100.
    stops: kinds of shots that it rules out; a shot of that kind breaks it.
    trust: trust a month that it builds, per mille.
    growth: how fast the programme goes on while it holds, per cent.
    """

    id: str
    title: str
    text: str = ""
    talks: int = field(default=0, validator=[ge(0), le(100)])
    stops: tuple[str, ...] = field(default=(), validator=deep_iterable(in_(KINDS)))
    trust: int = 0
    growth: int = field(default=100, validator=[ge(0), le(100)])


@frozen
class Shot:
    """What is fired or set off, what it shows, and whom it concerns.

    kind: which of the six.
    stock: provocation of each one, tenths of a point.
    sizes: how often one, two, three of them and so on.
    proves: what is known afterwards that was not before.
    changes: what it means for others.
    reach_km: how far it could fly; 0 for a device.
    threatened: States that it brings into reach or shakes.
    asks: who asks for a meeting of the Council.
    """

    kind: str = field(validator=in_(KINDS))
    stock: int
    sizes: tuple[int, ...] = (1,)
    proves: str = ""
    changes: str = ""
    reach_km: int = 0
    threatened: tuple[str, ...] = ()
    asks: tuple[Seat, ...] = ()

    @property
    def usual(self) -> int:
        """Return how many are fired at a time, to the nearest."""
        whole = max(1, sum(self.sizes))
        mean = sum(number * often for number, often in enumerate(self.sizes, 1))
        return max(1, (mean + whole // 2) // whole)


LAST_RUNG = 5
"""The rung of the ladder at which nobody wins."""
LOUD = 3
"""The least rung of the ladder whose acts are not quiet."""


@frozen
class Response:
    """Something the target can do.

    id: name.
    title: on screen.
    text: what is reported.
    base: points before everything else; ten points double a weight, 0 or less never happens.
    rung: rung of the escalation ladder it stands on, 0 to 5.
    leans: indicator or term -> points added per 100 points of it.
    effect: indicator -> change.
    tone: good, neutral or bad, for colour and sign.
    gate: progress of the programme without which it cannot be tried, 0 to 100.
    large: a large step, prepared for weeks, with signs that can be seen.
    shot: what is fired or set off.
    after: step of the road to talks without which it cannot be taken.
    leads: step that it leads to; the first step breaks everything off.
    """

    id: str
    title: str
    text: str
    base: int
    rung: int = field(default=0, validator=[ge(0), le(LAST_RUNG)])
    leans: Mapping[str, int] = {}
    effect: Mapping[str, int] = {}
    tone: str = field(default="neutral", validator=in_(("good", "neutral", "bad")))
    gate: int = field(default=0, validator=[ge(0), le(100)])
    large: bool = False
    shot: Shot | None = None
    after: str = ""
    leads: str = ""

    @property
    def is_last(self) -> bool:
        """Tell whether it stands on the rung at which nobody wins."""
        return self.rung >= LAST_RUNG

    @property
    def is_loud(self) -> bool:
        """Tell whether a quiet month ends with it."""
        return self.rung >= LOUD


@frozen
class Flow:
    """Trade, supply, money or movement across the target's border.

    id: name.
    title: on screen.
    units: how many a year before the measures, in `unit`.
    unit: what is counted, as in thousand tonnes.
    money: worth of a year's flow, millions of US dollars.
    kind: export, supply (what comes in), labour, or means (ships and agents that carry the rest).
    weight: part of all pressure that stopping it makes, per mille.
    partners: enforcer -> part of the flow that it can stop, per mille.
    shut: measure -> per mille closed on paper, by level from 0.
    exempt: measure -> per mille of what it closes that an exemption lets pass, by level from 0.
    springs: measure -> per mille closed besides once a large step has followed the text, by level
        from 0.
    rise: how far exempt trade grows where nobody watches, per mille of its start.
    channel: leak through which it escapes.
    months: months in which a change of the rules comes to be felt.
    hardship: harm to civilians while nothing crosses, per mille.
    source: where the starting figures are known from.
    tuned: why we chose them, where no source gives them.
    """

    id: str
    title: str
    units: int = field(validator=ge(0))
    unit: str
    money: int = field(validator=ge(0))
    kind: str = field(validator=in_(("export", "supply", "labour", "means")))
    partners: Mapping[str, int]
    shut: Mapping[str, tuple[int, ...]]
    weight: int = 0
    exempt: Mapping[str, tuple[int, ...]] = {}
    springs: Mapping[str, tuple[int, ...]] = {}
    rise: int = 0
    channel: str = ""
    months: int = field(default=2, validator=ge(1))
    hardship: int = 0
    source: str = ""
    tuned: str = ""

    @property
    def earns(self) -> bool:
        """Tell whether the target is paid for it."""
        return self.kind in ("export", "labour")


@frozen
class Channel:
    """A way round the measures, wider where the text is loose and the watch is poor.

    id: name.
    title: on screen.
    text: how it is done.
    start: part of what is stopped that escapes at first, per mille.
    most: part that can escape at the widest, per mille.
    growth: how fast it widens, per mille of the way a month.
    tight: measure -> per mille of the gap that it closes, by level from 0.
    money: yearly income at the widest that touches no border, millions of US dollars.
    """

    id: str
    title: str
    text: str = ""
    start: int = 0
    most: int = 300
    growth: int = 80
    tight: Mapping[str, tuple[int, ...]] = {}
    money: int = 0


@frozen
class Fit:
    """Numbers fitted to the record by `in-blue backtest --calibrate`.

    date: when.
    years: first and last year of the record that were used.
    bases: response -> points added to its base.
    scales: term -> per cent that every lean on it is worth.
    spread: points by which a year's hidden priority moves all shots, up or down.
    """

    date: date
    years: tuple[int, int]
    bases: Mapping[str, int] = {}
    scales: Mapping[str, int] = {}
    spread: int = 0


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
    factions: its inner voices.
    steps: the road to talks, the state without talks first.
    flows: what crosses its border.
    channels: ways round the measures.
    experts: measure that gives the experts their mandate, if any does.
    watch: measure -> how closely it lets leaks be looked for, per mille, by level from 0.
    relief: measure -> hardship that its exemption lifts, per mille, by level from 0.
    eases: measure -> per mille of what is closed on all that it earns by which passes again, by
        level from 0.
    falls_back: measure -> levels of such relief that end with its next large step.
    slows: measure -> per mille of what its programme grows by that is not reached, by level from 0.
    anniversaries: months whose dates it likes to mark, 1 to 12.
    exercises: months with large exercises of others nearby, 1 to 12.
    shared_loss: points of score that every delegation loses at the last rung of the ladder.
    fit: numbers fitted to the record.
    wants: what it wants under every plan.
    plain: everyday name, which documents do not use.
    """

    id: Seat
    name: str
    capital: str
    doctrines: tuple[Doctrine, ...]
    clues: tuple[Clue, ...]
    responses: tuple[Response, ...]
    indicators: Mapping[str, int]
    clue_percents: tuple[int, ...] = (0, 35, 70)
    factions: tuple[Faction, ...] = ()
    steps: tuple[Step, ...] = (Step("none", "No talks"),)
    flows: tuple[Flow, ...] = ()
    channels: tuple[Channel, ...] = ()
    experts: str = ""
    watch: Mapping[str, tuple[int, ...]] = {}
    relief: Mapping[str, tuple[int, ...]] = {}
    eases: Mapping[str, tuple[int, ...]] = {}
    falls_back: Mapping[str, tuple[int, ...]] = {}
    slows: Mapping[str, tuple[int, ...]] = {}
    anniversaries: tuple[int, ...] = ()
    exercises: tuple[int, ...] = ()
    shared_loss: int = field(default=50, validator=[ge(0), le(100)])
    fit: Fit | None = None
    wants: tuple[Want, ...] = ()
    plain: str = ""

    @property
    def main_flow(self) -> Flow | None:
        """Return the export that weighs most, whose course the months after a vote are told by."""
        sold = [f for f in self.flows if f.kind == "export"]
        return max(sold, key=lambda f: f.weight, default=None)

    @cached_property
    def large(self) -> tuple[Response, ...]:
        """Return the large steps, in order; a plan is a number from 1 in it."""
        return tuple(r for r in self.responses if r.large)

    @cached_property
    def _by_id(self) -> Mapping[str, Response]:
        return {r.id: r for r in self.responses}

    def response(self, id: str) -> Response | None:
        """Return the response with this id."""
        return self._by_id.get(id)

    def flow(self, id: str) -> Flow | None:
        """Return the flow with this id."""
        return next((f for f in self.flows if f.id == id), None)

    def channel(self, id: str) -> Channel | None:
        """Return the way round the measures with this id."""
        return next((c for c in self.channels if c.id == id), None)
