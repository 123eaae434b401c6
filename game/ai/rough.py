"""What changes of the text are worth to everybody on average, clause by clause, with no forecast.

Whoever does not think things through answers asks by this: what a change brings to who asked for
it, against what it costs the pen and the permanent member that it hits hardest.
"""

from __future__ import annotations

import numpy as np

from game.ai import mind
from game.engine import bargain, consensus, opinion
from game.engine.consensus import Floats, Ints
from game.engine.observation import Observation, belief
from game.engine.record import Clause
from game.engine.terms import Phrase, Seat

_shares, _means = consensus.Lately[Floats](), consensus.Lately[Floats]()


def shares(observation: Observation) -> Floats:
    """Return how likely each mind is to be its seat's, float64 (minds,)."""
    held = belief(observation)
    t = consensus.model(observation.scenario)

    def made() -> Floats:
        weights = held.weights.sum(axis=1)
        return np.asarray(weights / np.add.reduceat(weights, t.start)[t.seat], dtype=np.float64)

    return _shares.get(made, t, held)


def _levels(o: Observation) -> Floats:
    """Return what levels mean to seats on average, float64 (seats, measures, levels)."""
    t, share = consensus.model(o.scenario), shares(o)
    return _means.get(
        lambda: np.add.reduceat(t.points * share[:, None, None], t.start, axis=0), t, share
    )


def clause_means(observation: Observation, clause: Clause) -> Ints:
    """Return what a clause in its words means to each seat on average.

    Returns:
        int64 (seats,), in thousandths of a point.
    """
    o, s = observation, observation.scenario
    t = consensus.model(s)
    at = t.places[clause.measure]
    found = _levels(o)[:, at, clause.level]
    if clause.reworded:
        words = consensus.reworded(s, at, consensus.option_of(s, clause))[:-1]
        found = found + np.add.reduceat(words * shares(o), t.start)
    return np.asarray(np.rint(1000 * found), dtype=np.int64)


def pays(observation: Observation, asker: Seat, now: Clause, asked: Clause, thanks: int) -> bool:
    """Tell whether the pen does well to write a clause as it is asked to.

    Who supports the text needs no more for it, and is not lost for a little.

    Args:
        thanks: points that goodwill is worth to the pen here.
    """
    o, s = observation, observation.scenario
    seats, said = s.seats, o.record.phrases
    moved = (clause_means(o, asked) - clause_means(o, now)).tolist()
    own = mind.clause_points(o, asked) - mind.clause_points(o, now)
    won = 0 if said.get(asker) is Phrase.SUPPORTS else max(0, moved[seats.index(asker)])
    hit = [
        moved[seats.index(seat)]
        for seat in s.permanent
        if seat not in (asker, o.seat) and said.get(seat) is not Phrase.SUPPORTS
    ]
    whole = 1000 * (own + thanks - _pressed(o, now, asked)) + won + min((0, *hit))
    return bool(whole >= 0)


LOOKED_AT = 12
"""Changes of words that are looked at more closely. Tuned: mostly, the best is among them."""
PRICE = 4
"""Points of reluctant members for four of the pen's own. Tuned: the middle of those tried."""


def reworded(observation: Observation, text: Ints) -> Ints:
    """Return a text with those other words that promise most, int64 (drafts, measures)."""
    o, s = observation, observation.scenario
    t, found = consensus.model(s), bargain.reworded(s, text)
    reluctant = np.array([s.briefs[seat].reluctant for seat, _ in t.minds])
    own = found.points[:, t.numbers[o.seat, mind.dealt(o).variant]]
    liked = 4 * own + PRICE * (found.points @ (shares(o) * reluctant))
    top = np.argsort(-np.rint(1000 * liked).astype(np.int64), kind="stable")[:LOOKED_AT].tolist()
    out = np.repeat(text[None, :], len(top), axis=0)
    for row, clause in zip(out, (found.clauses[at] for at in top), strict=True):
        row[t.places[clause.measure]] = consensus.option_of(s, clause)
    return out


def _pressed(o: Observation, now: Clause, asked: Clause) -> int:
    """Return what more pressure costs whoever can bear none, in points."""
    before, after = (opinion.added_twentieths(o.scenario, one) for one in (now, asked))
    return opinion.PRESSURE_COST * max(0, after - before) // opinion.PRESSURE_UNIT
