"""Everything that can change, in one frozen value, and the few changes that actions share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from game.engine import pressure
from game.engine.abroad import Abroad, Month, indicators
from game.engine.abroad.world import COARSE, FINE, shifted
from game.engine.changing import changed
from game.engine.events import Event, Inherited, Tally
from game.engine.past import Left
from game.engine.record import RIVALS, Dealt, Draft, Offered, Question, Record, Version
from game.engine.scenario import Scenario
from game.engine.terms import Ballot, Phase, Seat


@frozen(slots=False)
class State:
    """One moment of a game.

    scenario: what is fixed.
    phase: the beat.
    queue: who is still to act in it, in order.
    people: seats held by persons.
    round: of consultations, from 1; 0 before.
    tokens: seat -> acts left in this round.
    spoke: who has stated a phrase in this round.
    dealt: seat -> its secret instructions and temper.
    working: the pen's own text.
    versions: texts that were shown.
    record: all that is public.
    blue: number of the version in blue, 0 if none.
    stage: of a meeting: asking (for one), opening, further (products), floor, voting, explaining,
        fallback; resumed between two.
    questions: what waits for a vote, in order; the first is in hand.
    calling: ballots are being cast on the question in hand.
    matter: what stands unless the seat at the head of the queue speaks up.
    rivals: drafts of others than the penholder.
    tabled: numbers of the drafts on the table, in the order of submission.
    seconded: number of a draft and who seconded it.
    barred: members that have to abstain on the draft.
    ballots: sealed ballots on the question in hand, or on the last one.
    explained: seat -> its explanation of vote.
    narrowed: seat -> the clause that it reads narrowly, where it named one.
    tally: the count, once there is one.
    abroad: the whole truth beyond the room; most of it is nobody's to know.
    month: what the month after the vote began with that is going on, or the last one.
    response: what the target did.
    log: what happened, in order.
    inquiry: who asks whom for its needs, while no answer was given.
    inquired: who has asked for somebody's needs in this round.
    past: what the earlier sittings of a campaign left, in order.
    """

    scenario: Scenario
    phase: Phase = Phase.DEAL
    queue: tuple[Seat, ...] = ()
    people: tuple[Seat, ...] = ()
    round: int = 0
    tokens: Mapping[Seat, int] = field(factory=dict)
    spoke: tuple[Seat, ...] = ()
    dealt: Mapping[Seat, Dealt] = field(factory=dict)
    working: Draft = field(factory=dict)
    versions: tuple[Version, ...] = ()
    record: Record = Record()
    blue: int = 0
    stage: str = ""
    questions: tuple[Question, ...] = ()
    calling: bool = False
    matter: Question | None = None
    rivals: tuple[Version, ...] = ()
    tabled: tuple[int, ...] = ()
    seconded: tuple[tuple[int, Seat], ...] = ()
    barred: tuple[Seat, ...] = ()
    ballots: Mapping[Seat, Ballot] = field(factory=dict)
    explained: Mapping[Seat, str] = field(factory=dict)
    narrowed: Mapping[Seat, str] = field(factory=dict)
    tally: Tally | None = None
    abroad: Abroad = Abroad()
    month: Month | None = None
    response: str = ""
    log: tuple[Event, ...] = ()
    inquiry: tuple[Seat, ...] = ()
    inquired: tuple[Seat, ...] = ()
    past: tuple[Left, ...] = ()

    def version(self, number: int) -> Version:
        """Return the version with this number, from 1."""
        return self.versions[number - 1]

    def draft(self, number: int) -> Version:
        """Return the draft with this number: a version, or a rival to it."""
        return self.rivals[number - RIVALS - 1] if number > RIVALS else self.version(number)

    def seen(self, seat: Seat) -> Version | None:
        """Return the last version that this seat was shown."""
        for version in reversed(self.versions):
            if seat in self.scenario.circle(version.circle):
                return version
        return None

    @property
    def doctrine(self) -> str:
        """Return the target's secret plan; nothing before it is dealt."""
        return next((id for id, dealt in self.abroad.doctrine.items() if dealt), "")

    @property
    def indicators(self) -> Mapping[str, int]:
        """Return what is known of the world beyond the room, by the names of the indicators."""
        return known(self.abroad)

    @property
    def begun(self) -> Abroad:
        """Return the world as the sitting found it: as the one before left it, or as it was."""
        if self.past:
            # It is among the first facts of a later sitting.
            found = (e.abroad for e in self.log if isinstance(e, Inherited))
            return next(found, self.abroad)
        return pressure.settled(self.scenario)

    @property
    def last_round(self) -> int:
        """Return the round with which the consultations end: by a date, or of themselves."""
        return self.record.settling.date or self.scenario.rounds

    @property
    def offered(self) -> Offered | None:
        """Return the offer that waits for an answer; there is one at most."""
        for offer in reversed(self.record.offers):  # It is mostly the last one.
            if offer.status == "open":
                return offer
        return None

    @property
    def awaited(self) -> str:
        """Return what the seat at the head of the queue has to answer: offer, question or not."""
        if self.offered is not None:
            return "offer"
        return "question" if self.inquiry else ""


def tell(state: State, *events: Event) -> State:
    """Add facts to the log."""
    return changed(state, log=state.log + events)


def note(state: State, **changes: Any) -> State:
    """Change the public record."""
    return changed(state, record=changed(state.record, **changes))


def spend(state: State, seat: Seat, tokens: int = 1) -> State:
    """Take tokens from a seat."""
    return changed(state, tokens={**state.tokens, seat: state.tokens[seat] - tokens})


def next_seat(state: State) -> State:
    """End the turn of the seat at the head of the queue."""
    return changed(state, queue=state.queue[1:])


def shift(state: State, changes: Mapping[str, int]) -> State:
    """Move indicators, within their ranges."""
    if not changes:
        return state
    fine = {k: n * (1 if k in COARSE else FINE) for k, n in changes.items() if k != RUNG}
    return changed(state, abroad=shifted(state.abroad, fine))


RUNG = "escalation"
"""The indicator that is no gauge: the highest rung of the ladder that was reached of late."""
INDICATORS = {
    "revenue": 1000,
    "fuel": 1000,
    "hardship": 100,
    "trust": 100,
    "threat": 100,
    "programme": 100,
    RUNG: 5,
}
"""Every indicator and its highest value; the lowest is 0."""


def known(abroad: Abroad) -> Mapping[str, int]:
    """Return the gauges that everybody can read, as indicators; nothing before the world began."""
    found = indicators(abroad) if abroad.gauges else {}
    return {key: found[key] for key in INDICATORS if key in found}


def faults(state: State) -> Iterator[str]:
    """Name every broken invariant; a sound state has none."""
    s = state.scenario
    seats = {*s.seats, "WORLD", "TARGET"}
    if not set(state.queue) <= seats:
        yield f"queue holds an unknown seat: {state.queue}"
    if any(n < 0 for n in state.tokens.values()):
        yield f"negative tokens: {dict(state.tokens)}"
    for name, draft in (
        ("working", state.working),
        *((f"v{v.number}", v.clauses) for v in state.versions),
        *((f"rival of {v.author}", v.clauses) for v in state.rivals),
    ):
        for id, clause in draft.items():
            m = s.measure(id)
            if clause.measure != id or not max(1, s.floor(id)) <= clause.level <= m.top:
                yield f"{name}: clause {clause} is out of range"
    for key, value in state.indicators.items():
        if not 0 <= value <= INDICATORS[key]:
            yield f"indicator {key} is {value}"
    if state.blue and state.blue > len(state.versions):
        yield f"version {state.blue} is in blue and does not exist"
    if state.phase is Phase.OVER and state.queue:
        yield "the game is over and somebody is to act"
    if state.awaited and (state.offered.to if state.offered else state.inquiry[1]) != next(
        iter(state.queue), ""
    ):
        yield "an answer is awaited from somebody who is not to act"
    if [v.number for v in state.versions] != list(range(1, len(state.versions) + 1)):
        yield "versions are not numbered in order"
    for number, version in enumerate(state.versions):
        if number and version.day < state.versions[number - 1].day:
            yield f"version {version.number} is older than the one before"
    if state.calling and not state.questions:
        yield "ballots are cast and no question is in hand"
    if state.tally and set(state.tally.ballots) != set(s.seats):
        yield "the tally lacks a seat"
