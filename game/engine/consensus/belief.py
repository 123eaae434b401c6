"""What an observer holds possible of every capital, from what was said in public."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache, partial

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from game.engine import opinion
from game.engine.consensus.sums import own_of
from game.engine.consensus.tables import Ints, model
from game.engine.lately import Lately, same
from game.engine.record import FULL, Heard, Pledge, Record, Version, Warned
from game.engine.scenario import Scenario
from game.engine.terms import Phrase, Seat


@frozen(eq=False)
class Belief:
    """What one observer holds possible of every seat.

    weights: int64 (minds, 7): weight of each variant with each margin from -3 to +3.
    """

    weights: Ints


TRUST = (0, 4, 2, 1)
"""How many times likelier a word of a seat is from a brief of which it is true than from another,
by the number of its words that were doubtful; 0 is always, 1 teaches nothing. Tuned: a seat that
objects to everything until the last round wins little by it."""
LARGE, CUT = 2**24, 2**12
"""Weight above which weights are cut, and by how much, so that they fit the machine's integers."""
CREDIBILITY_OF_A_DOUBT = 35
"""Credibility lost that counts as one doubtful word. Tuned."""


def believe(
    scenario: Scenario,
    record: Record,
    seen: Mapping[int, Version],
    known: Mapping[Seat, tuple[str, int]],
) -> Belief:
    """Weigh the briefs that each capital could have sent by what was heard.

    A phrase is true when said, so it leaves only the briefs of which it is true; so is a warning.
    What is said of versions the observer has not seen teaches nothing. A word that fits no brief,
    or none that is left with more room from home allowed for, was said for effect: it teaches
    nothing, and all other words of that seat teach less, as they do when it has lost credibility.
    One that was unmasked teaches nothing.

    Args:
        seen: versions the observer was shown, by number.
        known: seats whose variant and margin the observer knows (its own).
    """
    t = model(scenario)
    heard = (record.said, record.warnings, record.credibility, secrets(record))
    weights = _weights.get(
        lambda: _from_words(scenario, record, seen), scenario, *heard, also=tuple(seen)
    )
    if known:
        weights = weights.copy()
    for seat, (variant, margin) in known.items():
        weights[t.parts[seat]] = 0
        weights[t.numbers[seat, variant], margin + 3] = 1
    return Belief(weights)


_weights = Lately[Ints]()


def _from_words(scenario: Scenario, record: Record, seen: Mapping[int, Version]) -> Ints:
    """Weigh the briefs of every capital by what was heard, int64 (minds, 7)."""
    parts, weights = model(scenario).parts, _dealt(scenario).copy()
    said: dict[Seat, list[tuple[int, Heard]]] = {}
    warned: dict[Seat, list[Warned]] = {}
    for number, heard in enumerate(record.said):
        if heard.version in seen and not heard.unmasked:
            said.setdefault(heard.seat, []).append((number, heard))
    for word in record.warnings:
        if not word.unmasked:
            warned.setdefault(word.seat, []).append(word)
    private = secrets(record)
    for seat in {**said, **warned}:
        phrases, warnings = said.get(seat, []), warned.get(seat, [])
        lost = (FULL - record.trust(seat)) // CREDIBILITY_OF_A_DOUBT
        weights[parts[seat]] = _weighing.get(
            partial(_heard, scenario, seat, seen, private, phrases, warnings, lost),
            *(scenario, private, *(heard for _number, heard in phrases), *warnings),
            also=(seat, lost),
        )
    return weights


Words = Sequence[NDArray[np.bool_]]
"""For each word of a seat, of which of its minds, with which margin, it is true."""


@lru_cache(maxsize=16)
def _dealt(scenario: Scenario) -> Ints:
    """Return how often each variant is dealt with each margin, int64 (minds, 7)."""
    margins = np.array(list(opinion.MARGINS.values()), dtype=np.int64)
    return np.asarray(model(scenario).odds[:, None] * margins, dtype=np.int64)


_fitting, _heeding = Lately[NDArray[np.bool_]](1024), Lately[NDArray[np.bool_]]()
_weighing = Lately[Ints](1024)


def _heard(
    scenario: Scenario,
    seat: Seat,
    seen: Mapping[int, Version],
    private: Sequence[Pledge],
    phrases: Sequence[tuple[int, Heard]],
    warnings: Sequence[Warned],
    lost: int,
) -> Ints:
    """Weigh the minds of one seat by its words.

    Args:
        private: secret promises that the observer knows of.
        phrases: each with its number among all that are on record.
        lost: doubts that it brings along.
    """
    words = []
    for number, heard in phrases:
        version = seen[heard.version]
        untold = _untold(scenario, private, number, seat, version) if private else 0
        words.append(
            _fitting.get(
                partial(_fits, scenario, version, heard, untold),
                *(scenario, version.clauses, heard),
                also=untold,
            )
        )
    words += [_heeding.get(partial(_heeds, scenario, w), scenario, w) for w in warnings]
    odds, more_room = _dealt(scenario)[model(scenario).parts[seat]], scenario.plays("cables")
    return _weighed(odds, words, lost, more_room=more_room)


def _weighed(odds: Ints, words: Words, lost: int, *, more_room: bool = False) -> Ints:
    """Weigh the minds of one seat by its words.

    Args:
        lost: doubts that it brings along.
        more_room: capitals can have given more since.
    """
    left, doubts = odds, lost
    for true in words:
        fits = np.count_nonzero(still := np.where(true, left, 0))
        if more_room and not fits:
            fits = np.count_nonzero(still := np.where(true, _with_room(left), 0))
        if fits:
            left = still
        else:
            doubts += 1
    if not doubts:
        return left
    trust = TRUST[min(doubts, len(TRUST) - 1)]
    for true in words:
        odds = odds * np.where(true & true.any(), trust, 1)
        if odds.max() > LARGE:
            odds = np.maximum(odds // CUT, odds > 0)
    return odds


def _with_room(weights: Ints) -> Ints:
    """Allow for a capital that has given more room since."""
    out = weights.copy()
    more = opinion.MORE_MARGIN
    out[:, more:] += weights[:, :-more]
    out[:, -1] += weights[:, -more:-1].sum(axis=1)
    return np.asarray(out, dtype=np.int64)


_known, _whispered = Lately[Record](), Lately[int](1024)
_secret = Lately[tuple[Pledge, ...]]()


def secrets(record: Record) -> tuple[Pledge, ...]:
    """Return the promises that are secret; the same object for the same promises."""
    return _secret.get(lambda: same([p for p in record.pledges if p.secret]), record.pledges)


def _untold(
    scenario: Scenario, private: Sequence[Pledge], number: int, seat: Seat, version: Version
) -> int:
    """Return what deals that the observer knew of, and the room did not, added to a sum then."""
    then = [p for p in private if p.since <= number]
    if not then:
        return 0
    known = _known.get(lambda: Record(pledges=tuple(then)), *then)
    text = version.clauses
    return _whispered.get(
        lambda: sum(r.points for r in opinion.dealing_reasons(scenario, known, seat, text)),
        scenario,
        known,
        text,
        also=seat,
    )


def _fits(scenario: Scenario, version: Version, heard: Heard, untold: int = 0) -> NDArray[np.bool_]:
    seat, phrase = heard.seat, heard.phrase
    brief = scenario.briefs[seat]
    low = opinion.lowest(brief, phrase)
    phrases = list(Phrase)
    at = phrases.index(phrase)
    high = opinion.lowest(brief, phrases[at - 1]) if at else None
    sums = own_of(scenario, version.clauses, heard.stock)
    totals = sums[model(scenario).parts[seat]][:, None] + heard.shared + untold + np.arange(-3, 4)
    out = np.ones(totals.shape, dtype=bool)
    if low is not None:
        out &= totals >= low
    if high is not None:
        out &= totals < high
    return out


def _heeds(scenario: Scenario, warned: Warned) -> NDArray[np.bool_]:
    """Tell of which minds a word on a clause is true: too much from this level on, and not below.

    That a seat supports is true where this level is not too much for that.
    """
    phrases, brief = list(Phrase), scenario.briefs[warned.seat]
    at = phrases.index(warned.phrase)
    least = opinion.lowest(brief, phrases[max(0, at - 1)])
    if least is None:
        return np.ones((1, 7), dtype=np.bool_)  # Only the last phrase is true of any sum.
    if not at:
        enough = _alone(scenario, warned, warned.level) + warned.shared >= least
        return np.asarray(enough, dtype=np.bool_)
    out = _alone(scenario, warned, warned.level) + warned.shared < least
    if warned.level - 1 > scenario.floor(warned.measure):
        exact = out & (_alone(scenario, warned, warned.level - 1) + warned.below >= least)
        out = exact if exact.any() else out
    return np.asarray(out, dtype=np.bool_)


def is_credible(scenario: Scenario, warned: Warned) -> bool:
    """Tell whether there is a brief that a seat could have been sent of which a warning is true."""
    return bool(_heeds(scenario, warned).any())


def _alone(scenario: Scenario, warned: Warned, level: int) -> Ints:
    sums = own_of(scenario, opinion.alone(scenario, warned.measure, level), warned.stock)
    mine = sums[model(scenario).parts[warned.seat]]
    return np.asarray(mine[:, None] + np.arange(-3, 4), dtype=np.int64)
