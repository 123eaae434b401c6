"""How strong a text can be for each number of votes: the edge of what can be reached."""

from collections.abc import Generator, Sequence
from functools import lru_cache

from attrs import frozen

from game.engine import consensus, wording
from game.engine.observation import Observation, forecast
from game.engine.pressure import FUEL_SHARE
from game.engine.scenario import Scenario
from game.ui.parts.estimate import text_in_hand
from game.ui.parts.search import search

PRICES = (0, 6, 14, 30, 60, 120, 260)
"""Per mille of strength that a vote is worth in one ascent, from cheap to dear. Tuned."""
STEPS = 26


@frozen
class Reach:
    """A text that can be written: expected yes votes and strength on paper, per mille."""

    votes: float
    strength: int


def frontier(observation: Observation) -> tuple[tuple[Reach, ...], bool]:
    """Return the reachable edge found so far, from few votes to many, and whether it is whole."""
    return search(observation, "frontier", lambda: _search(observation), ())


def _search(observation: Observation) -> Generator[tuple[Reach, ...], None, None]:
    o, s = observation, observation.scenario
    edge: tuple[Reach, ...] = ()
    hand = text_in_hand(o)
    starts = [consensus.row(s, {})]
    if hand:
        starts.append(consensus.row(s, hand))
    for price in PRICES:
        for start in starts[-1:] if price in PRICES[2:] else starts:
            for found in _ascend(o, start, price, edge):
                edge = found
                yield edge


def _ascend(
    observation: Observation, start: consensus.Ints, price: int, edge: tuple[Reach, ...]
) -> Generator[tuple[Reach, ...], None, None]:
    o, s = observation, observation.scenario
    best, at = None, start
    for _step in range(STEPS):
        near = consensus.neighbours(s, at)
        near = near[consensus.allowed(s, near)]
        if not len(near):
            return
        votes = forecast(o, near).expected.tolist()
        strengths = strengths_of(s, at, near)
        values = [x + price * v for x, v in zip(strengths, votes, strict=True)]
        top = max(range(len(values)), key=values.__getitem__)
        edge = _edge((*edge, *map(Reach, votes, strengths)))
        yield edge
        if best is not None and values[top] <= best:
            return
        best, at = values[top], near[top]


def _edge(reaches: Sequence[Reach]) -> tuple[Reach, ...]:
    """Keep what nothing else beats in both votes and strength; a tenth of a vote apart."""
    out: list[Reach] = []
    for reach in sorted(reaches, key=lambda r: (-r.strength, -r.votes)):
        if not out or reach.votes > out[-1].votes + 0.1:
            out.append(reach)
    return tuple(out)


def strengths_of(scenario: Scenario, at: consensus.Ints, near: consensus.Ints) -> list[int]:
    """Return the strength on paper of texts that differ from one in few measures, per mille."""
    here = [_contribution(scenario, m, option) for m, option in enumerate(at.tolist())]
    revenue, fuel = sum(r for r, _ in here), sum(f for _, f in here)
    out = []
    rows, columns = (near != at).nonzero()
    changed: dict[int, tuple[int, int]] = {}
    for row, m in zip(rows.tolist(), columns.tolist(), strict=True):
        now, was = _contribution(scenario, m, int(near[row, m])), here[m]
        r, f = changed.get(row, (0, 0))
        changed[row] = (r + now[0] - was[0], f + now[1] - was[1])
    for row in range(len(near)):
        r, f = changed.get(row, (0, 0))
        out.append(max(0, revenue + r) + max(0, fuel + f) * FUEL_SHARE // 1000)
    return out


@lru_cache(maxsize=16384)
def _contribution(scenario: Scenario, column: int, option: int) -> tuple[int, int]:
    effect = wording.effect_of(scenario, consensus.clause_of(scenario, column, option))
    return effect.revenue, effect.fuel
