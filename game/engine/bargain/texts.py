"""The text that is bargained over, and what changes of it mean to every mind."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

import numpy as np
from attrs import frozen

from game.engine import consensus, opinion
from game.engine.consensus import Ints
from game.engine.observation import Observation
from game.engine.record import Clause, Term
from game.engine.scenario import Scenario
from game.engine.wording import keeps_words


def text_in_hand(observation: Observation) -> Ints:
    """Return the text that is bargained over: the pen's own, or the last one seen."""
    o = observation
    found = o.working if o.working is not None else o.draft
    if found is None:
        return plain(o.scenario)
    return consensus.row(o.scenario, found)


@lru_cache(maxsize=16)
def plain(scenario: Scenario) -> Ints:
    """Return the regime before with the words a text needs, int64 (measures,)."""
    return np.array(list(opinion.plain(scenario).values()), dtype=np.int64)


def alone(o: Observation, text: Ints) -> Ints:
    """Return what a text alone means to every mind, int64 (minds,); kept while in use."""
    return consensus.own_row(o.scenario, text, o.record.stock)


def with_clauses(o: Observation, text: Ints, clauses: Sequence[Term]) -> Ints:
    """Return a text with what these terms give; what it has already, stays."""
    out = text.copy()
    for term in clauses:
        at = consensus.model(o.scenario).places[term.measure]
        if not _has(o.scenario, at, int(out[at]), term):
            out[at] = consensus.option_of(o.scenario, term.clause)
    return np.asarray(out, dtype=np.int64)


def _has(scenario: Scenario, column: int, option: int, term: Term) -> bool:
    """Tell whether a clause, by its number, is already what a term would make of it."""
    if term.words is not None:
        now = consensus.clause_of(scenario, column, option)
        return keeps_words(scenario, now, term.words, upward=term.upward)
    level = option % consensus.WIDE
    return level >= term.level if term.upward else level <= term.level


_steps = consensus.Lately[tuple[Ints, Ints]]()


def steps(o: Observation, text: Ints) -> tuple[Ints, Ints]:
    """Return every text that differs in one measure, and what it means alone; kept while in use.

    Returns:
        int64 (texts, measures), option numbers; int64 (texts, minds).
    """
    s, stock = o.scenario, o.record.stock

    def made() -> tuple[Ints, Ints]:
        near = consensus.neighbours(s, text)
        return near, consensus.own_sums(s, near, stock)

    return _steps.get(made, s, also=(stock, text.tobytes()))


# -- other words


@frozen(eq=False)
class Reworded:
    """What a text could say in other words, clause by clause.

    clauses: each with its words.
    before: each as it stands.
    points: int64 (clauses, minds): what those words add, by themselves.
    """

    clauses: tuple[Clause, ...]
    before: tuple[Clause, ...]
    points: Ints


_reworded = consensus.Lately[Reworded]()


def reworded(scenario: Scenario, text: Ints) -> Reworded:
    """Return the other words that the clauses of a text could have; kept while it is in use."""
    return _reworded.get(lambda: _rewordings(scenario, text), scenario, also=text.tobytes())


def _rewordings(scenario: Scenario, text: Ints) -> Reworded:
    found = [
        clause_reworded(scenario, column, option) for column, option in enumerate(text.tolist())
    ]
    return Reworded(
        tuple(chain.from_iterable(one.clauses for one in found)),
        tuple(chain.from_iterable(one.before for one in found)),
        np.concatenate([one.points for one in found]),
    )


@lru_cache(maxsize=1024)
def clause_reworded(scenario: Scenario, column: int, option: int) -> Reworded:
    """Return the other words that one clause could have."""
    others = consensus.rewordings(scenario, column, option)
    points = np.empty((len(others), len(consensus.model(scenario).minds)), dtype=np.int64)
    for row, other in enumerate(others):
        added = (consensus.reworded(scenario, column, n)[:-1] for n in (other, option))
        points[row] = np.subtract(*added)
    now = consensus.clause_of(scenario, column, option)
    clauses = tuple(consensus.clause_of(scenario, column, other) for other in others)
    return Reworded(clauses, (now,) * len(others), points)
