"""What chance does: it deals briefs and a plan, and lets things happen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Self

from attrs import evolve, frozen

from game.engine.abroad.mind import priorities
from game.engine.actions.base import Action, Refusal
from game.engine.changing import changed
from game.engine.lately import Lately
from game.engine.opinion import MARGINS
from game.engine.record import Dealt
from game.engine.scenario import Incident, Scenario
from game.engine.state import State, next_seat, note, shift
from game.engine.terms import TARGET, Seat


@frozen
class DealBrief(Action):
    """One capital sends its instructions, and its ambassador has a temper.

    to: the delegation.
    variant: which instructions.
    margin: room given on top, -3 to +3 points.
    temper: how the ambassador bargains.
    """

    to: Seat
    variant: str
    margin: int
    temper: str

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Only the delegation itself."""
        return (self.to,)

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every deal to every delegation."""
        for to in scenario.seats:
            for variant in scenario.briefs[to].variants:
                for margin in MARGINS:
                    for temper in scenario.tempers:
                        yield cls(seat, to, variant.id, margin, temper.id)

    @classmethod
    def choices(cls, state: State, seat: Seat) -> tuple[Action, ...]:
        """Return the deals for the capital that is due: the others are many."""
        due = _undealt(state)
        return _deals(state.scenario, seat).get(due or "", ())

    @classmethod
    def legal(cls, state: State, seat: Seat) -> tuple[tuple[Action, ...], Refusal | None]:
        """Return the choices: all are for the capital that is due."""
        found = cls.choices(state, seat)
        return found, None if found else Refusal("not_yours")

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """Capital, instructions, margin and temper are among those that can be dealt."""
        brief = scenario.briefs.get(self.to)
        if brief is None:
            return Refusal("unknown", {"name": self.to})
        if not any(v.id == self.variant for v in brief.variants):
            return Refusal("unknown", {"name": self.variant})
        if not any(t.id == self.temper for t in scenario.tempers):
            return Refusal("unknown", {"name": self.temper})
        return None if self.margin in MARGINS else Refusal("unknown", {"name": str(self.margin)})

    def refusal(self, state: State) -> Refusal | None:
        """Capitals are dealt in order, once each."""
        due = _undealt(state)
        return None if self.to == due else Refusal("not_due")

    @classmethod
    def chances(cls, state: State, seat: Seat) -> tuple[tuple[Action, int], ...]:
        """Return the deals for the capital that is due with their weights, once for every game."""
        return _weighted(state.scenario, seat).get(_undealt(state) or "", ())

    def weight(self, scenario: Scenario) -> int:
        """Return how often chance makes this deal."""
        briefs, tempers = _weights(scenario)
        return briefs[self.to, self.variant] * MARGINS[self.margin] * tempers[self.temper]

    def apply(self, state: State) -> State:
        """Hand over the instructions."""
        dealt = {**state.dealt, self.to: Dealt(self.variant, self.margin, self.temper)}
        return next_seat(changed(state, dealt=dealt))


@lru_cache(maxsize=16)
def _weights(scenario: Scenario) -> tuple[Mapping[tuple[Seat, str], int], Mapping[str, int]]:
    """Return how often each variant of each brief, and each temper, is dealt."""
    briefs = {(to, v.id): v.weight for to, b in scenario.briefs.items() for v in b.variants}
    return briefs, {t.id: t.weight for t in scenario.tempers}


@lru_cache(maxsize=16)
def _deals(scenario: Scenario, seat: Seat) -> Mapping[Seat, tuple[DealBrief, ...]]:
    found: dict[Seat, list[DealBrief]] = {to: [] for to in scenario.seats}
    for deal in DealBrief.universe(scenario, seat):
        found[deal.to].append(deal)
    return {to: tuple(deals) for to, deals in found.items()}


@lru_cache(maxsize=16)
def _weighted(scenario: Scenario, seat: Seat) -> Mapping[Seat, tuple[tuple[Action, int], ...]]:
    return {
        to: tuple((deal, weight) for deal in deals if (weight := deal.weight(scenario)))
        for to, deals in _deals(scenario, seat).items()
    }


def _undealt(state: State) -> Seat | None:
    return next((s for s in state.scenario.seats if s not in state.dealt), None)


@frozen
class DealDoctrine(Action):
    """The target settles on a plan.

    doctrine: its id.
    """

    doctrine: str

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Only the target; the debrief reads the state."""
        return (TARGET,)

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every plan."""
        for doctrine in scenario.target.doctrines:
            yield cls(seat, doctrine.id)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """The plan is dealt once, after the briefs."""
        if _undealt(state) is not None or state.doctrine:
            return Refusal("not_due")
        return None

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The plan is one of the target's."""
        known = any(d.id == self.doctrine for d in scenario.target.doctrines)
        return None if known else Refusal("unknown", {"name": self.doctrine})

    def weight(self, scenario: Scenario) -> int:
        """Return how often chance deals this plan."""
        return next(d.weight for d in scenario.target.doctrines if d.id == self.doctrine)

    def apply(self, state: State) -> State:
        """Keep the plan."""
        plans = {d.id: int(d.id == self.doctrine) for d in state.scenario.target.doctrines}
        return next_seat(changed(state, abroad=evolve(state.abroad, doctrine=plans)))


@frozen
class DealPriority(Action):
    """What the year is meant for: shots are worth more or less in it than they seem.

    points: added to those of every shot.
    """

    points: int

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Only the target; the debrief reads the state."""
        return (TARGET,)

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every priority that a year can have."""
        for points in priorities(scenario.target):
            yield cls(seat, points)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """It is dealt last."""
        return None if state.doctrine and _undealt(state) is None else Refusal("not_due")

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """It is one of those that a year can have."""
        known = self.points in priorities(scenario.target)
        return None if known else Refusal("unknown", {"name": str(self.points)})

    def weight(self, scenario: Scenario) -> int:
        """Return how often chance deals it."""
        return priorities(scenario.target)[self.points]

    def apply(self, state: State) -> State:
        """Keep it."""
        return next_seat(changed(state, abroad=evolve(state.abroad, priority=self.points)))


TREMOR = "tremor"
"""The picture of a nuclear test."""


@frozen
class Occur(Action):
    """An incident happens.

    incident: its id.
    """

    incident: str

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every incident."""
        for incident in scenario.incidents:
            yield cls(seat, incident.id)

    def refusal(self, state: State) -> Refusal | None:
        """Incidents come at their time, once."""
        return None if self.incident in (i.id for i in due(state)) else Refusal("not_due")

    def weight(self, scenario: Scenario) -> int:
        """Return how often chance picks this one among those that are due."""
        return 1

    def apply(self, state: State) -> State:
        """Let it happen."""
        found = next(i for i in state.scenario.incidents if i.id == self.incident)
        state = note(state, stock=state.record.stock + found.stock)
        if found.picture == TREMOR:
            state = changed(state, abroad=evolve(state.abroad, quiet=0))
        return next_seat(shift(state, {"threat": found.threat}))


_incidents = Lately[tuple[Incident, ...]](16)


def due(state: State) -> tuple[Incident, ...]:
    """Return the incidents whose time has come and that have not happened."""
    return _incidents.get(lambda: _due(state), state.scenario, state.log, also=state.round)


def _due(state: State) -> tuple[Incident, ...]:
    past = {e.incident for e in state.log if type(e) is Occur}
    rounds = state.scenario.rounds
    return tuple(
        i
        for i in state.scenario.incidents
        if i.id not in past
        and (i.at_percent == 0 if state.round == 0 else opens_round(i, rounds) <= state.round)
    )


def opens_round(incident: Incident, rounds: int) -> int:
    """Return the round of consultations that an incident opens."""
    return opens_at(incident.at_percent, rounds)


def opens_at(percent: int, rounds: int) -> int:
    """Return the round of consultations with which a part of them is over."""
    return max(1, -(-percent * rounds // 100))
