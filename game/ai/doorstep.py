"""How computers deal at the door before the vote: who proposes a small edit, and what is taken."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from attrs import evolve

from game.ai import mind, search
from game.engine import consensus, opinion
from game.engine.actions import ProposeEdit, TakeEdit
from game.engine.consensus import Ints
from game.engine.observation import Observation
from game.engine.record import Clause, Draft, Pledge
from game.engine.standing import EDITS, Edit
from game.engine.text import edited

LATE = 60
"""Patience from which a delegation keeps a wish for the door, per cent. Tuned."""
NEVER = -(10**9)
WORTH_A_WORD = 2
"""Points that an edit must bring to a delegation that would vote yes without it. Tuned."""


def propose(observation: Observation) -> ProposeEdit | None:
    """Return the small edit that this seat asks for at the door, or None.

    Whoever is short of a yes asks for what would do; a patient one that goes along anyway asks for
    what serves it. Both choose what costs the pen least. No more is proposed than it can take.
    """
    o = observation
    if ProposeEdit.__name__ in o.blocked or len(o.record.settling.edits) >= EDITS:
        return None
    wish = wished(o)
    if wish is None:
        return None
    return ProposeEdit(o.seat, wish.measure, wish.softener, wish.hardener, wish.params)


def wished(observation: Observation) -> Clause | None:
    """Return the clause as this seat would have it edited, or None."""
    o = observation
    if o.draft is None or o.seat in o.record.sponsors:
        return None
    now = consensus.row(o.scenario, o.draft)
    texts = consensus.small_edits(o.scenario, now)
    texts = texts[consensus.allowed(o.scenario, texts)]
    if not len(texts):
        return None
    gains = _points(o, texts) - int(_points(o, now[None, :])[0])
    least = _least(o, o.draft)
    if least is None or not (gains >= least).any():
        return None
    costs = _costs(o, np.concatenate([texts, now[None, :]]))
    at = int(np.where(gains >= least, 1000 * gains - costs, NEVER).argmax())
    column = int(np.flatnonzero(texts[at] != now)[0])
    return consensus.draft_of(o.scenario, texts[at])[o.scenario.measures[column].id]


def _points(o: Observation, texts: Ints) -> Ints:
    """Return what depends on the text in this seat's sum, int64 (texts,)."""
    s = o.scenario
    row = consensus.model(s).minds.index((o.seat, mind.dealt(o).variant))
    own = consensus.own_sums(s, texts, o.record.stock)[:, row]
    dealt = consensus.dealings(s, o.record, texts)[:, s.seats.index(o.seat)]
    return np.asarray(own + dealt, dtype=np.int64)


def _least(o: Observation, draft: Draft) -> int | None:
    """Return the points that an edit has to bring this seat, or None if it asks for none."""
    short = mind.brief(o).yes_at - mind.points_for(o, draft)
    if short > 0:
        return max(1, short - opinion.ASK_STANDS)
    return WORTH_A_WORD if mind.temper(o).patience >= LATE else None


def _costs(o: Observation, texts: Ints) -> Ints:
    """Return what texts cost the pen against the last one, by what its capital could have sent.

    Returns:
        int64 (texts - 1,), in thousandths of a point.
    """
    t = consensus.model(o.scenario)
    mine = np.flatnonzero(t.seat == o.scenario.seats.index(o.scenario.penholder))
    sums = consensus.own_sums(o.scenario, texts, o.record.stock)[:, mine]
    found = 1000 * (sums * t.odds[mine]).sum(axis=1) // t.odds[mine].sum()
    return np.asarray(found[-1] - found[:-1], dtype=np.int64)


def take(observation: Observation) -> TakeEdit | None:
    """Return the edit that the pen takes: what serves it best and costs it nothing, or None."""
    o = observation
    if TakeEdit.__name__ in o.blocked or o.draft is None:
        return None
    without = _worth(o, o.draft)
    values = [(_worth(_granted(o, e, text), text), e.seat) for e, text in _possible(o, o.draft)]
    good = [(value, seat) for value, seat in values if value >= without]
    return TakeEdit(o.seat, max(good, key=lambda it: it[0])[1]) if good else None


def _possible(o: Observation, draft: Draft) -> Iterator[tuple[Edit, Draft]]:
    taken = {e.measure for e in o.record.settling.edits if e.taken}
    for edit in o.record.settling.edits:
        text = {**draft, edit.measure: edited(draft[edit.measure], edit)}
        allowed = consensus.allowed(o.scenario, consensus.row(o.scenario, text)[None, :])[0]
        if edit.measure not in taken and allowed:
            yield edit, text


def _worth(o: Observation, draft: Draft) -> int:
    return int(search.worth(o, consensus.row(o.scenario, draft)[None, :])[0])


def _granted(o: Observation, edit: Edit, text: Draft) -> Observation:
    """Return what the pen would see with the request of this seat granted."""
    pledge = Pledge(edit.seat, edit.measure, text[edit.measure].level, by=o.seat)
    return evolve(o, record=evolve(o.record, pledges=(*o.record.pledges, pledge)))
