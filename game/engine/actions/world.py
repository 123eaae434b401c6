"""What chance does: it deals briefs and a plan, and lets things happen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Self

from attrs import evolve, frozen

from game.engine.actions.base import Action, Refusal
from game.engine.aftermath import final_draft
from game.engine.events import Crossed
from game.engine.followup import MONTH, uncover
from game.engine.lately import Lately
from game.engine.opinion import MARGINS
from game.engine.record import Dealt, Finding
from game.engine.scenario import Flow, Incident, Scenario
from game.engine.state import State, next_seat, note, shift
from game.engine.terms import TARGET, WORLD, Seat
from game.engine.text import level_of


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

    def weight(self, scenario: Scenario) -> int:
        """Return how often chance makes this deal."""
        briefs, tempers = _weights(scenario)
        return briefs[self.to, self.variant] * MARGINS[self.margin] * tempers[self.temper]

    def apply(self, state: State) -> State:
        """Hand over the instructions."""
        dealt = {**state.dealt, self.to: Dealt(self.variant, self.margin, self.temper)}
        return next_seat(evolve(state, dealt=dealt))


@lru_cache(maxsize=16)
def _weights(scenario: Scenario) -> tuple[Mapping[tuple[Seat, str], int], Mapping[str, int]]:
    """Return how often each variant of each brief, and each temper, is dealt."""
    briefs = {(to, v.id): v.weight for to, b in scenario.briefs.items() for v in b.variants}
    return briefs, {t.id: t.weight for t in scenario.tempers}


@lru_cache(maxsize=16)
def _deals(scenario: Scenario, seat: Seat) -> Mapping[Seat, tuple[Action, ...]]:
    found: dict[Seat, list[Action]] = {to: [] for to in scenario.seats}
    for deal in DealBrief.universe(scenario, seat):
        found[deal.to].append(deal)
    return {to: tuple(deals) for to, deals in found.items()}


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
        return next_seat(evolve(state, abroad=evolve(state.abroad, doctrine=plans)))


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
        return next_seat(shift(state, {"threat": found.threat}))


_incidents = Lately[tuple[Incident, ...]](16)


def due(state: State) -> tuple[Incident, ...]:
    """Return the incidents whose time has come and that have not happened."""
    return _incidents.get(lambda: _due(state), state.scenario, state.log, also=state.round)


def _due(state: State) -> tuple[Incident, ...]:
    past = {e.incident for e in state.log if isinstance(e, Occur)}
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


@frozen
class Sight(Action):
    """A sign of the target's plan is seen.

    clue: its id.
    """

    clue: str

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every clue."""
        for clue in scenario.target.clues:
            yield cls(seat, clue.id)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Signs are seen at their times, after what happens to everybody."""
        return None if signs_due(state) and not due(state) else Refusal("not_due")

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The sign is one of those that can be seen."""
        known = any(c.id == self.clue for c in scenario.target.clues)
        return None if known else Refusal("unknown", {"name": self.clue})

    def refusal(self, state: State) -> Refusal | None:
        """A sign is seen once, and only under a plan that leaves it."""
        if self.clue in state.record.clues or not self.weight_in(state):
            return Refusal("not_due")
        return None

    def weight_in(self, state: State) -> int:
        """Return how often this sign is seen under the plan that was dealt."""
        found = next(c for c in state.scenario.target.clues if c.id == self.clue)
        return found.weights.get(state.doctrine, 0)

    def apply(self, state: State) -> State:
        """Let it be seen."""
        return next_seat(note(state, clues=(*state.record.clues, self.clue)))


def signs_due(state: State) -> int:
    """Count the signs of the plan that are to be seen by now and were not."""
    rounds = state.scenario.rounds
    by_now = sum(-(-p * rounds // 100) <= state.round for p in state.scenario.target.clue_percents)
    unseen = sum(
        Sight(WORLD, c.id).weight_in(state) > 0
        for c in state.scenario.target.clues
        if c.id not in state.record.clues
    )
    return max(0, min(by_now - len(state.record.clues), unseen))


@frozen
class Uncover(Action):
    """The experts see something cross the border that should not, or nothing.

    flow: what crosses; empty for nothing.
    channel: how it goes round the measures; BORDER where nobody stops it.
    """

    PART = "season"

    flow: str
    channel: str = ""

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every flow and way in which it can be seen, and nothing."""
        yield cls(seat, "")
        for flow in scenario.target.flows:
            for channel in _ways(flow):
                yield cls(seat, flow.id, channel)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """They look before each half of the season, if they have a mandate."""
        return None if state.stage == MONTH else Refusal("not_due")

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The flow is one that can be seen, on a way that it takes."""
        found = scenario.target.flow(self.flow)
        known = self.channel in _ways(found) if found else not (self.flow or self.channel)
        return None if known else Refusal("unknown", {"name": self.flow or self.channel})

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """The Committee reads the report first."""
        return scenario.seats

    def weight_in(self, state: State) -> int:
        """Return how likely it is that they see this, by how much pressure is lost there."""
        return _lost(state, self.flow, self.channel) if self.flow else UNSEEN

    def apply(self, state: State) -> State:
        """Send the report to the Committee."""
        found = state.scenario.target.flow(self.flow)
        state = next_seat(state)
        if found is None:
            return state
        size = min(1000, _lost(state, self.flow, self.channel) * 1000 // max(1, found.weight))
        measure = _closes(state, found, self.channel)
        return uncover(state, Finding(self.flow, self.channel, size, measure))


BORDER = "border"
"""Not a way round the measures: what passes the customs posts all the same."""
UNSEEN = 60
"""Weight of seeing nothing, against per mille of all pressure that is lost somewhere. Tuned."""


def _ways(flow: Flow) -> tuple[str, ...]:
    return (flow.channel, BORDER) if flow.channel else (BORDER,)


def _lost(state: State, flow: str, channel: str) -> int:
    """Return the pressure that is lost on this way, per mille of all there is."""
    last = next(e for e in reversed(state.log) if isinstance(e, Crossed))
    causes = ("lax", "exempt") if channel == BORDER else ("escaped",)
    return sum(x.points for x in last.leaks if x.flow == flow and x.cause in causes)


def _closes(state: State, flow: Flow, channel: str) -> str:
    """Return the clause of a next text that would close most of a leak; empty if none is left."""
    s = state.scenario
    way = s.target.channel(channel)
    table = way.tight if way else {m: _closed(flow, m) for m in flow.shut}
    now = {m: level_of(s, final_draft(state), m) for m in table if s.has(m)}
    gains = {m: max(table[m]) - table[m][min(n, len(table[m]) - 1)] for m, n in now.items()}
    best = max(gains, key=lambda m: gains[m], default="")
    return best if gains.get(best, 0) > 0 else ""


def _closed(flow: Flow, measure: str) -> tuple[int, ...]:
    """Return what each level of a measure closes of a flow, less what is exempt, per mille."""
    shut, exempt = flow.shut[measure], flow.exempt.get(measure, (0,))
    return tuple(
        part * (1000 - exempt[min(level, len(exempt) - 1)]) // 1000
        for level, part in enumerate(shut)
    )
