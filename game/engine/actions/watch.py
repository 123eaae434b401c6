"""What is seen from outside: signs of what the target plans, and what goes round the measures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Self

from attrs import frozen

from game.engine.abroad import acts, mind
from game.engine.actions.base import Action, Refusal, menu
from game.engine.actions.world import due
from game.engine.aftermath import final_draft
from game.engine.changing import changed
from game.engine.committee import uncover
from game.engine.events import Crossed
from game.engine.followup import EXPERTS, LOOK, follow_up
from game.engine.lately import Lately
from game.engine.record import Finding
from game.engine.scenario import Clue, Flow, Scenario
from game.engine.state import State, next_seat, note
from game.engine.terms import Phase, Seat
from game.engine.text import level_of


@frozen
class Sight(Action):
    """A sign of the target's plan is seen, or nothing.

    clue: its id; empty for nothing, which there can be in the months after a vote.
    """

    clue: str

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Everybody sees a sign; that there was none tells nobody anything."""
        return None if self.clue else ()

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every clue, and nothing."""
        for clue in scenario.target.clues:
            yield cls(seat, clue.id)
        yield cls(seat, "")

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Signs are seen at their times, after what happens to everybody, and month by month."""
        if state.phase is Phase.ECHO:
            return None if state.stage == LOOK else Refusal("not_due")
        return None if signs_due(state) and not due(state) else Refusal("not_due")

    @classmethod
    def legal(cls, state: State, seat: Seat) -> tuple[tuple[Action, ...], Refusal | None]:
        """Return the signs that a plan leaves now, looked for once."""
        odds = _odds(state)
        signs = (a for a in menu(cls, state.scenario, seat) if isinstance(a, Sight))
        found = tuple([a for a in signs if odds.get(a.clue)])
        return found, None if found else Refusal("not_due")

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The sign is one of those that can be seen."""
        known = not self.clue or any(c.id == self.clue for c in scenario.target.clues)
        return None if known else Refusal("unknown", {"name": self.clue})

    def refusal(self, state: State) -> Refusal | None:
        """A sign is seen where a plan leaves it."""
        return None if self.weight_in(state) else Refusal("not_due")

    def weight_in(self, state: State) -> int:
        """Return how often this sign is seen by what was dealt and what is prepared."""
        return _odds(state).get(self.clue, 0)

    def apply(self, state: State) -> State:
        """Let it be seen; one that speaks of what is prepared counts for it."""
        found = next((c for c in state.scenario.target.clues if c.id == self.clue), None)
        state = next_seat(state)
        if found is None:
            return state
        world, now = state.abroad, state.record.followup
        if mind.fitting(state.scenario.target, world, found):
            state = changed(state, abroad=acts.sighted(world))
        if state.phase is Phase.ECHO:
            state = follow_up(state, signs=(*now.signs, (now.month, found.id)))
        return note(state, clues=(*state.record.clues, found.id))


ODDS_OF_NOTHING = 3
"""How many times seeing nothing outweighs all signs in a month in which nothing is prepared.

Tuned: one look in four then shows a sign that may mislead.
"""
_sights = Lately[Mapping[str, int]](16)


def _odds(state: State) -> Mapping[str, int]:
    """Return how often each sign is seen now; while a step is prepared only those that speak of it.

    So that nothing large comes without warning, nobody looks in vain then.
    """
    now = state.record
    find = _in_a_month if state.phase is Phase.ECHO else _in_the_sitting
    return _sights.get(lambda: find(state), state.abroad, now.clues, now.followup, also=state.phase)


def _in_the_sitting(state: State) -> Mapping[str, int]:
    """Return the signs by the plan that was dealt, each but once."""
    found = mind.signs(state.scenario.target, state.abroad)
    return {id: int(n) for id, n in found.items() if n and id not in state.record.clues}


def _in_a_month(state: State) -> Mapping[str, int]:
    """Return the signs of a month: of the step that is prepared, new ones as long as there are."""
    target, world, now = state.scenario.target, state.abroad, state.record.followup
    found = {id: int(n) for id, n in mind.signs(target, world).items() if n}
    late = {clue: month for month, clue in now.signs if month >= now.month - 1}
    if not world.plan:
        fresh = {id: n for id, n in found.items() if id not in late}
        return {**fresh, "": max(1, ODDS_OF_NOTHING * sum(fresh.values()))}
    own = {c.id: found[c.id] for c in target.clues if c.id in found and _speaks(state, c)}
    fresh = {id: n for id, n in own.items() if id not in late}
    return fresh or {id: n for id, n in own.items() if late[id] < now.month} or own or {"": 1}


def _speaks(state: State, clue: Clue) -> bool:
    return bool(mind.fitting(state.scenario.target, state.abroad, clue))


def signs_due(state: State) -> int:
    """Count the signs of the plan that are to be seen by now in the sitting and were not."""
    rounds = state.scenario.rounds
    by_now = sum(-(-p * rounds // 100) <= state.round for p in state.scenario.target.clue_percents)
    seen = len(state.record.clues)
    return max(0, min(by_now - seen, len(_odds(state)))) if by_now > seen else 0


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
        return None if state.stage == EXPERTS else Refusal("not_due")

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
