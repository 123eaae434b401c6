"""Two plain ways of holding the pen, to measure a bargainer against: unmoved, and greedy."""

from __future__ import annotations

import numpy as np

from game.ai import deals, pen
from game.engine import consensus
from game.engine.actions import Action, Decline, EndRound, PutInBlue, Refuse
from game.engine.consensus import Ints
from game.engine.observation import Observation
from game.engine.record import Record

CHANGES = 4
"""Single changes that a greedy pen makes in a round. Tuned: it gets from its opening to a text
that passes within six rounds."""
ENOUGH = 950
"""Per mille of adoption at which a greedy pen gives nothing more. Tuned."""


_written = consensus.Lately[consensus.Ints]()


def unmoved(observation: Observation) -> Action:
    """Refuse every ask, show the opening text to all in good time, have it voted at the end."""
    return _after_refusals(observation) or _closes(observation)


def likelier(observation: Observation) -> Action:
    """Refuse every ask, and change the text only to make it pass more likely."""
    o = observation
    if (refusal := _after_refusals(o)) is not None:
        return refusal
    if o.versions[-1].day != o.record.day:
        text = _written.get(lambda: _likelier(o), o.record.phrases, o.record.showings, o.versions)
        if (change := pen.towards(o, text)) is not None:
            return change
    return _closes(o)


def _after_refusals(observation: Observation) -> Action | None:
    o = observation
    if o.offered is not None:
        return Decline(o.seat, o.offered.seat, o.offered.number)
    if (told := deals.answer(o)) is not None:
        return told
    asks = (a for a in o.record.asks if a.status == "open")
    return next((Refuse(o.seat, a.id, because=o.seat) for a in asks), None)


def _closes(observation: Observation) -> Action:
    o = observation
    if o.round >= o.last_round and PutInBlue.__name__ not in o.blocked:
        return PutInBlue(o.seat)
    if o.tokens.get(o.seat) and (show := pen.show(o)) is not None:
        return show
    return EndRound(o.seat)


def _likelier(observation: Observation) -> Ints:
    """Return the last text after the single changes that raise the chance of passing most.

    Where no change raises it, the one that leaves the members least short of a yes is made.
    """
    o, s = observation, observation.scenario
    odds = consensus.believe(s, Record(), {}, {})
    text = consensus.row(s, o.versions[-1].clauses)
    for _ in range(CHANGES):
        near = np.concatenate([text[None, :], consensus.neighbours(s, text)])
        near = near[consensus.allowed(s, near)]
        found = consensus.forecast(s, o.record, odds, near)
        chances = np.rint(1000 * found.adopted).astype(np.int64)
        if not len(near) or chances[0] >= ENOUGH:
            break
        text = near[int(np.lexsort((-_short(o, near), chances))[-1])]
    return np.asarray(text, dtype=np.int64)


def _short(observation: Observation, drafts: Ints) -> Ints:
    """Return the points that the permanent members lack of a yes by the public odds."""
    o, t = observation, consensus.model(observation.scenario)
    lacks = np.maximum(0, t.yes_at[t.seat] - consensus.own_sums(o.scenario, drafts, o.record.stock))
    return np.asarray((lacks * t.odds * t.permanent[t.seat]).sum(axis=1), dtype=np.int64)
