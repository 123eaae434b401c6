"""The pen's search: which text serves a seat best among those that can pass.

A text is worth the chance that it is adopted times what its seat gains by it, with something for
each vote expected and for a Council that stands together. Chances are forecasts from what the
seat knows; probabilities are rounded to thousandths before anything is compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from game.ai import mind
from game.ai.ceiling import lowered, needed, under
from game.ai.personality import Personality
from game.engine import consensus, opinion
from game.engine.consensus import Floats, Ints
from game.engine.observation import Observation, belief
from game.engine.record import Clause
from game.engine.scenario import Scenario
from game.engine.wording import small_edits

VOTE_WORTH = 6
"""Points that one more expected vote is worth to the pen. Tuned: seven sittings."""
UNANIMITY_WORTH = 40
"""Points that a vote without dissent is worth to the most cautious pen. Tuned: the record."""
GOODWILL_WORTH = 6
"""Points that one more delegation with a granted ask in the text is worth to the pen.

Tuned: great powers pay for votes they do not need (Mikulaschek 2017).
"""
FIRM = 260
"""Firmness at which an aim would be worth to a pen all that it is to one who asks. Tuned."""
EXCHANGE_RATES = (0, 1, 2, 3, 4, 6, 8, 12, 16, 24)
"""Points of reluctant members for four of one's own, from which climbs start."""
FORBIDDEN = -(10**9)
WORTH_REWORDING = 2
"""Points that other words must bring before the pen writes them. Tuned: as an ask."""
SECOND_LOOK = 24
"""Changes that are looked at again beside the best one. Tuned: where only words are changed, one of
thirty sittings ends otherwise than if all were; a quick climb loses a thousandth of a text's worth.
"""
CLAUSES_REWORDED = 3
"""Clauses in which a pen writes other words than a level's own, at most. Tuned: 2397."""


def worth(observation: Observation, drafts: Ints) -> Ints:
    """Value texts for the observer, int64 (drafts,), in thousandths of a point.

    Args:
        drafts: option numbers, int64 (drafts, measures).
    """
    o, s = observation, observation.scenario
    found = consensus.forecast(s, o.record, belief(o), drafts, _mind(o))
    caution = 100 - mind.temper(o).risk
    votes = VOTE_WORTH * _rounded(found.expected) / 1000
    votes = votes + UNANIMITY_WORTH * caution * _rounded(found.unanimous) / 100_000
    votes = votes * int(consensus.model(s).hands[_mind(o)]) / 100
    gain = found.own + _aims(o, drafts) - _before(o) + votes
    gain = gain + GOODWILL_WORTH * consensus.granted(s, o.record, drafts)
    adopted = _rounded(found.adopted)
    value = np.rint(adopted * gain).astype(np.int64)
    if not adopted.all():
        hopeless = np.rint(10 * found.expected - 100 * found.vetoed).astype(np.int64) - 1000
        value = np.where(adopted > 0, value, hopeless)
    return np.asarray(np.where(consensus.allowed(s, drafts), value, FORBIDDEN), dtype=np.int64)


def _rounded(chances: Floats) -> Ints:
    return np.asarray(np.rint(1000 * chances), dtype=np.int64)


def _mind(observation: Observation) -> int:
    own = (observation.seat, mind.dealt(observation).variant)
    return consensus.model(observation.scenario).numbers[own]


def _own(observation: Observation, drafts: Ints) -> Ints:
    o = observation
    sums = consensus.own_sums(o.scenario, drafts, o.record.stock)
    return np.asarray(sums[:, _mind(o)] + _aims(o, drafts), dtype=np.int64)


def _aims(observation: Observation, drafts: Ints) -> Ints:
    """Return what texts are worth by the aims they meet, int64 (drafts,)."""
    reached = consensus.standing(observation.scenario, drafts)
    met = consensus.read(pen_aims(observation), reached)
    return np.asarray(met.sum(axis=1), dtype=np.int64)


_regimes = consensus.Lately[int]()


def _before(observation: Observation) -> int:
    """Return what the regime before is worth to the observer."""
    o, stock, aims = observation, observation.record.stock, pen_aims(observation)
    return _regimes.get(
        lambda: int(_own(o, mind.regime(o.scenario)[None, :])[0]),
        *(o.scenario, aims),
        also=(stock, _mind(o)),
    )


_dear = consensus.Lately[Ints]()


def pen_aims(observation: Observation) -> Ints:
    """Return what aims are worth to a pen, int64 (measures, options): the firmer, the more."""
    table, firmness = mind.aim_table(observation), mind.temper(observation).firmness
    return _dear.get(lambda: table * firmness // FIRM, table, also=firmness)


@lru_cache(maxsize=16)
def plain_text(scenario: Scenario) -> Ints:
    """Return the regime before with the words a text needs, int64 (measures,)."""
    return np.array(list(opinion.plain(scenario).values()), dtype=np.int64)


def exchange_texts(observation: Observation) -> Ints:
    """Return the best texts clause by clause at several prices of the others' points.

    Each member that the observer expects to be short of a yes on its own wishes counts with its
    expected points; pressure is charged as if the last clause broke the tolerance of all.

    Returns:
        option numbers, int64 (prices, measures).
    """
    o, t = observation, consensus.model(observation.scenario)
    weights = belief(o).weights.sum(axis=1)
    seat_weight = np.add.reduceat(weights, t.start)
    share = weights / seat_weight[t.seat]
    reluctant = np.array([o.scenario.briefs[s].reluctant for s, _ in t.minds])
    others = (t.points * (share * reluctant)[:, None, None]).sum(axis=0) - t.pressure * 3 / 20
    own = mind.own_table(o) + pen_aims(o)
    prices = np.array(EXCHANGE_RATES)[:, None, None]
    value = np.rint(4000 * own + 1000 * prices * others).astype(np.int64)
    best = np.where(usable(o.scenario), value, FORBIDDEN * 1000).argmax(axis=2)
    return np.asarray(np.maximum(best, needed(o.scenario)), dtype=np.int64)


@lru_cache(maxsize=16)
def usable(scenario: Scenario) -> NDArray[np.bool_]:
    """Tell which levels a text can have, bool (measures, levels)."""
    t = consensus.model(scenario)
    out = np.zeros(t.pressure.shape, dtype=bool)
    for i, m in enumerate(scenario.measures):
        out[i, t.floor[i] : m.top + 1] = True
    return out


def best_text(observation: Observation, personality: Personality) -> Ints:
    """Search for the text of most worth to the observer, int64 (measures,)."""
    *_, best = searched(observation, personality)
    return best


Found = Iterator[tuple[Ints, int]]
"""Texts and their worth, each better than the one before or the same, after each small step."""


def searched(observation: Observation, personality: Personality) -> Iterator[Ints]:
    """Search for the text of most worth, and yield the best so far after each small step.

    The last one is the best. A step takes a few milliseconds, so a window can do one in a frame.
    """
    s = observation.scenario
    starts = [plain_text(s)[None, :], exchange_texts(observation)]
    if observation.draft is not None:
        starts.append(consensus.row(s, observation.draft)[None, :])
    within = lowered(observation, np.concatenate(starts))
    texts = np.array(sorted({tuple(text) for text in within.tolist()}))
    value = worth(observation, texts)
    order = np.argsort(-value, kind="stable")[: personality.starts]
    best, most = np.asarray(texts[order[0]], dtype=np.int64), int(value[order[0]])
    for at in order:
        for found, reached in _climb(observation, texts[at], int(value[at]), personality):
            if reached > most:
                best, most = found, reached
            yield best
    if personality.pairs:
        for found, _reached in _in_pairs(observation, best, most, personality):
            yield found


def reworded(observation: Observation, text: Ints, near: Ints | None = None) -> Ints:
    """Return a text with softer, harder or other words where these serve better than a level does.

    A clause can also go up by one level with words that make up for it: what is cheaper to whoever
    minds it than it is dear to the observer.

    Args:
        near: texts with other words in one clause, int64 (drafts, measures); all if unsaid.
    """
    o, best = observation, text
    value = int(worth(o, text[None, :])[0])
    near = under(o, other_words(o.scenario, best) if near is None else near)
    for _ in range(CLAUSES_REWORDED):
        if not len(near):
            break
        values = worth(o, near)
        top = int(values.argmax())
        if values[top] < value + 1000 * WORTH_REWORDING:
            break
        best, value = np.asarray(near[top], dtype=np.int64), int(values[top])
        near = second_look(best, text, near, values)
    return best


def second_look(best: Ints, text: Ints, near: Ints, values: Ints) -> Ints:
    """Return the best text with each of the changes beside it that promised most.

    Args:
        text: the text they all came from, int64 (measures,).
        near: what was looked at, int64 (drafts, measures).
        values: what that is worth, int64 (drafts,).
    """
    liked = near[np.argsort(-values, kind="stable")[:SECOND_LOOK]]
    changes = (liked != text) & (best == text)
    out = np.where(changes, liked, best)
    return np.asarray(out[changes.any(axis=1)], dtype=np.int64)


def other_words(scenario: Scenario, text: Ints) -> Ints:
    """Return the texts with other words in one clause, as it is or one level up."""
    changes = [
        (column, option)
        for column, now in enumerate(text.tolist())
        for option in _wordings(scenario, column, now)
    ]
    out = np.repeat(text[None, :], len(changes), axis=0)
    if changes:
        columns, options = np.array(changes, dtype=np.int64).T
        out[np.arange(len(changes)), columns] = options
    return np.asarray(out, dtype=np.int64)


@lru_cache(maxsize=4096)
def _wordings(scenario: Scenario, column: int, option: int) -> tuple[int, ...]:
    now = consensus.clause_of(scenario, column, option)
    found = [*small_edits(scenario, now)]
    if now.level < scenario.measure(now.measure).top:
        found += small_edits(scenario, Clause(now.measure, now.level + 1))
    return tuple(dict.fromkeys(consensus.option_of(scenario, clause) for clause in found))


def _near(observation: Observation, text: Ints) -> Ints:
    """Return every text that differs in one measure and can still be written."""
    return under(observation, consensus.neighbours(observation.scenario, text))


def _climb(observation: Observation, start: Ints, value: int, personality: Personality) -> Found:
    """Take the best change of a text as long as one makes it better.

    Unless it is thorough, it looks again at those alone that promised most at the first step.
    """
    text, near = start, _near(observation, start)
    for _ in range(personality.sweeps):
        if not len(near):
            break
        values = worth(observation, near)
        top = int(values.argmax())
        if values[top] <= value:
            break
        text, value = np.asarray(near[top], dtype=np.int64), int(values[top])
        yield text, value
        if personality.thorough:
            near = _near(observation, text)
        else:
            near = second_look(text, start, near, values)
    yield text, value


def _in_pairs(observation: Observation, text: Ints, value: int, personality: Personality) -> Found:
    for _ in range(4):
        near = _near(observation, text)
        liked = np.argsort(-_own(observation, near), kind="stable")[: personality.pairs]
        both = np.concatenate([_near(observation, near[at]) for at in liked])
        values = worth(observation, both)
        top = int(values.argmax())
        if values[top] <= value:
            break
        yield both[top], int(values[top])
        for step in _climb(observation, both[top], int(values[top]), personality):
            yield step
            text, value = step
    yield text, value
