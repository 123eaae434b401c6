"""What would bring a seat to a yes: the cheapest wording, or the word that there is none."""

from __future__ import annotations

import numpy as np
from attrs import frozen

from game.engine import consensus, opinion
from game.engine.bargain.board import vocabulary
from game.engine.bargain.texts import text_in_hand
from game.engine.bargain.values import Mind, mean_sums, mind_of
from game.engine.consensus import Ints
from game.engine.observation import Observation
from game.engine.record import Clause
from game.engine.terms import Seat


@frozen
class YesIf:
    """The cheapest change that would probably bring a seat to a yes.

    changes: each clause that would have to change, as it would have to be.
    favour: a favour that would have to come with it; empty for none.
    chance: of a yes then, per mille.
    """

    changes: tuple[Clause, ...]
    favour: str
    chance: int


def yes_if(observation: Observation, seat: Seat) -> YesIf | None:
    """Search one or two changes and a favour for a probable yes; None: there is no wording.

    A change is another level of a clause, or other words. Among those that do it is the one that
    costs the observer least, fewer changes first.
    """
    o, text = observation, text_in_hand(observation)
    mind = mind_of(o, seat)
    if found := _enough(o, mind, text[None, :]):
        return found
    near = consensus.neighbours(o.scenario, text, words=True)
    if found := _enough(o, mind, near):
        return found
    liked = np.argsort(-mean_sums(o, mind, near), kind="stable")[:12]
    both = np.concatenate([consensus.neighbours(o.scenario, near[at]) for at in liked])
    return _enough(o, mind, both)


def _enough(o: Observation, mind: Mind, texts: Ints) -> YesIf | None:
    """Return the text, alone or with a favour of the observer's, that will do; cheapest first."""
    favours = (
        [
            t
            for t in vocabulary(o, o.seat, mind.seat, mind)
            if t.kind == "favour" and o.seat != mind.seat
        ]
        if o.seat
        else []
    )
    for favour in (None, *favours):
        bonus = opinion.favour_worth(o.scenario, favour.item, mind.seat) if favour else 0
        chance = _yes_chances(o, mind, texts, bonus)
        good = np.flatnonzero((chance >= 500) & consensus.allowed(o.scenario, texts))
        if len(good):
            at = int(good[_cost(o, texts[good]).argmax()])
            return YesIf(_changes(o, texts[at]), favour.item if favour else "", int(chance[at]))
    return None


def _yes_chances(o: Observation, mind: Mind, texts: Ints, bonus: int) -> Ints:
    at = o.scenario.seats.index(mind.seat)
    extra = consensus.shared(o.scenario, o.record) + consensus.dealings(o.scenario, o.record, texts)
    sums = consensus.own_sums(o.scenario, texts, o.record.stock)[:, mind.rows]
    whole = sums + (extra[:, at] + bonus)[:, None]
    reach = whole[:, :, None] + np.arange(-3, 4) >= o.scenario.briefs[mind.seat].yes_at
    return np.asarray(
        1000 * (reach * mind.weights).sum(axis=(1, 2)) // mind.weights.sum(), dtype=np.int64
    )


def _cost(o: Observation, texts: Ints) -> Ints:
    if o.dealt is None:
        return np.zeros(len(texts), dtype=np.int64)
    return mean_sums(o, mind_of(o, o.seat), texts)


def _changes(o: Observation, text: Ints) -> tuple[Clause, ...]:
    places = np.flatnonzero(text != text_in_hand(o)).tolist()
    return tuple(consensus.clause_of(o.scenario, at, int(text[at])) for at in places)
