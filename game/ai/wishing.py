"""What a delegation would like changed in the text it knows, best first."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from functools import cache

import numpy as np
from attrs import frozen

from game.ai import mind
from game.engine import bargain, consensus, opinion, wording
from game.engine.observation import Observation
from game.engine.record import Clause, in_own_words
from game.engine.scenario import Scenario

WORTH_ASKING = 2
"""Points that a change must bring before it is asked for. Tuned."""
NEVER = -(10**9)


@frozen
class Wish:
    """A change this seat would like, and what it is worth.

    measure: which clause.
    level: what it would like.
    points: what the change adds to its sum, aims counted in.
    words: the whole clause, where it would like other words.
    """

    measure: str
    level: int
    points: int
    words: Clause | None = None

    @property
    def clause(self) -> Clause:
        """Return the clause that it would like."""
        return self.words or in_own_words(self.measure, self.level)


def wishes(observation: Observation, *, firm: bool | None = None) -> tuple[Wish, ...]:
    """List the changes this seat would like in the text it knows, best first.

    Args:
        firm: ask for the ideal, not for the nearest level that loses little; by temper if unsaid.
    """
    o = observation
    if firm is None:
        firm = mind.temper(o).firmness > mind.progress(o)
    now = mind.levels(o)
    bears = (o.scenario, bargain.aims_of(o, o.seat), o.record.findings)
    also = (o.seat, mind.dealt(o).variant, firm, now.tobytes())
    return _known.get(lambda: _wishes(o, now.tolist(), firm=firm), *bears, also=also)


_known = consensus.Lately[tuple[Wish, ...]](1024)


def _wishes(o: Observation, now: Sequence[int], *, firm: bool) -> tuple[Wish, ...]:
    """List the wishes for a text whose levels these are, best first."""
    wished = _wanting(o, firm=firm)
    found = (wished(column, level) for column, level in enumerate(now))
    return tuple(sorted(filter(None, found), key=lambda w: -w.points))


Wanting = Callable[[int, int], Wish | None]
"""What a seat would like of a measure, by its column and the level that it has in a text."""

_wants = consensus.Lately[Wanting]()


def _wanting(o: Observation, *, firm: bool) -> Wanting:
    """Return what this seat would like of each measure; kept while what it wants stays the same."""
    findings = (mind.found_table(o),) if o.record.findings else ()
    parts = (mind.own_table(o), mind.aim_table(o), *findings)

    def made() -> Wanting:
        named = {a.measure for a in mind.brief(o).aims} | {*opinion.arguments(o.scenario, o.record)}
        return _wanted(o.scenario, named, np.add.reduce(parts).tolist(), firm=firm)

    return _wants.get(made, o.scenario, *parts, also=(o.seat, firm))


def _wanted(
    scenario: Scenario, named: Container[str], worth: Sequence[Sequence[int]], *, firm: bool
) -> Wanting:
    """Return what a seat would like to whom each level of each measure is worth so much.

    Args:
        named: measures of which its instructions or a report speak.
    """

    @cache
    def wished(column: int, level: int) -> Wish | None:
        m = scenario.measures[column]
        if m.id not in named and level <= scenario.base(m.id):
            return None  # What is in no text, brief or report is not worth a word.
        least = scenario.floor(m.id)
        points = worth[column][least : m.top + 1]
        gain = max(points) - points[level - least]
        if gain < WORTH_ASKING:
            return None
        if firm:
            return Wish(m.id, least + points.index(max(points)), gain)
        return Wish(m.id, *_nearest(points, level - least, least))

    return wished


def _nearest(points: Sequence[int], now: int, least: int) -> tuple[int, int]:
    """Return the level nearest to the text that wins at least two thirds of what can be won."""
    most = max(points) - points[now]
    good = [
        (abs(at - now), at)
        for at in range(len(points))
        if at != now and 3 * (points[at] - points[now]) >= 2 * most
    ]
    at = min(good)[1]
    return least + at, points[at] - points[now]


def wordings(observation: Observation) -> tuple[Wish, ...]:
    """List other words that this seat would like where no level is to be had, best first.

    Of each clause on which the pen refused another level, it is what serves the seat most at the
    least cost to the pen, by what the pen's capital could have sent.
    """
    o, s = observation, observation.scenario
    refused = {a.measure for a in o.record.asks if (a.seat, a.status) == (o.seat, "refused")}
    if not refused or o.draft is None or not s.plays("wording"):
        return ()
    places, text = consensus.model(s).places, consensus.row(s, o.draft)
    found = [_wording(o, at, int(text[at])) for at in sorted(places[id] for id in refused)]
    best = sorted(filter(None, found), key=lambda pair: -pair[0])
    return tuple(sorted((wish for _worth, wish in best), key=lambda w: -w.points))


def _wording(o: Observation, column: int, option: int) -> tuple[int, Wish] | None:
    """Return the words of one clause that serve a seat most, and what they are worth to both."""
    t, found = consensus.model(o.scenario), bargain.clause_reworded(o.scenario, column, option)
    own = found.points[:, t.numbers[o.seat, mind.dealt(o).variant]]
    good = own >= WORTH_ASKING
    if not good.any():
        return None
    pens = t.parts[o.scenario.penholder]
    price = found.points[:, pens] @ t.odds[pens] // t.odds[pens].sum()
    worth = np.where(good, own + np.minimum(0, price), NEVER)
    at = int(worth.argmax())
    clause = found.clauses[at]
    return int(worth[at]), Wish(clause.measure, clause.level, int(own[at]), clause)


def offered(observation: Observation) -> tuple[Wish, ...]:
    """List what the pen offered this seat instead of what it asked for, and would do, best first.

    An ask for just that is granted at once, and is a promise then.
    """
    o = observation
    refused = (a for a in o.record.asks if a.seat == o.seat and a.status == "refused")
    wanted = dict.fromkeys(a.offered for a in refused if a.offered is not None)
    found = []
    for clause in sorted(wanted, key=lambda c: (c.measure, c.level)):
        now = wording.clause_at(o.scenario, o.draft or {}, clause.measure)
        gain = mind.clause_points(o, clause) - mind.clause_points(o, now)
        if gain >= WORTH_ASKING:
            words = clause if clause.reworded else None
            found.append(Wish(clause.measure, clause.level, gain, words))
    return tuple(sorted(found, key=lambda w: -w.points))


def was_refused(observation: Observation, measure: str) -> bool:
    """Tell whether the pen has refused this seat something about a measure."""
    mine = (observation.seat, measure, "refused")
    return any((a.seat, a.measure, a.status) == mine for a in observation.record.asks)
