"""How hard a text can press for each number of votes: the edge of what can be reached."""

from collections.abc import Generator, Sequence

from attrs import frozen

from game.engine import consensus
from game.engine.observation import Observation, forecast
from game.ui.parts.estimate import text_in_hand
from game.ui.parts.search import search

PRICES = (0, 6, 14, 30, 60, 120, 260)
"""Tenths of a point of pressure that a vote is worth in one ascent, from cheap to dear. Tuned."""
STEPS = 26


@frozen
class Reach:
    """A text that can be written: expected yes votes and pressure on paper, tenths of a point."""

    votes: float
    paper: int


def frontier(observation: Observation) -> tuple[tuple[Reach, ...], bool]:
    """Return the reachable edge found so far, from few votes to many, and whether it is whole."""
    return search(observation, "frontier", lambda: _search(observation), ())


def whole_frontier(observation: Observation) -> tuple[Reach, ...]:
    """Return the reachable edge, searched to its end at once."""
    *_before, edge = ((), *_search(observation))
    return edge


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
        papers = consensus.papers_of(s, near, o.before)
        values = [x + price * v for x, v in zip(papers, votes, strict=True)]
        top = max(range(len(values)), key=values.__getitem__)
        edge = _edge((*edge, *map(Reach, votes, papers)))
        yield edge
        if best is not None and values[top] <= best:
            return
        best, at = values[top], near[top]


def _edge(reaches: Sequence[Reach]) -> tuple[Reach, ...]:
    """Keep what nothing else beats in both votes and pressure; a tenth of a vote apart."""
    out: list[Reach] = []
    for reach in sorted(reaches, key=lambda r: (-r.paper, -r.votes)):
        if not out or reach.votes > out[-1].votes + 0.1:
            out.append(reach)
    return tuple(out)
