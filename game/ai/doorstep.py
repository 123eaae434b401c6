"""How computers deal at the door before the vote: who proposes a small edit, and what is taken."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from attrs import evolve

from game.ai import mind, rivals, search
from game.engine import bargain, consensus, opinion
from game.engine.actions import ProposeEdit, TakeEdit
from game.engine.consensus import Ints
from game.engine.observation import Observation
from game.engine.record import Clause, Draft, Pledge
from game.engine.scenario import Scenario
from game.engine.standing import EDITS, Edit
from game.engine.terms import Seat
from game.engine.text import edited

FIRMNESS_OF_A_PEN = 50
"""Firmness that a delegation expects of a pen, per cent. Tuned: the middle of the tempers."""
LATE = 60
"""Patience from which a delegation keeps a wish for the door, per cent. Tuned."""
NEVER = -(10**9)
WORTH_A_WORD = 2
"""Points that an edit must bring to a delegation that would vote yes without it. Tuned."""
READING_WORTH = 6
"""Points that it is worth to the pen to have the text read as a duty by all borders. Tuned: as a
vote. Who had its edit explains its vote so; see `explaining`."""


def propose(observation: Observation) -> ProposeEdit | None:
    """Return the small edit that this seat asks for at the door, or None.

    Whoever is short of a yes asks for what would do, at the least cost to the pen; a patient one
    that goes along anyway asks for what serves it most, at no more than the pen would pay for how
    it then reads the text. No more is proposed than the pen can take.
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
    least = _least(o, o.draft)
    if least is None:
        return None
    texts, sums = _edits(o, o.draft)
    points = _points(o, texts, sums)
    gains = points[:-1] - points[-1]
    good = gains >= least
    if not good.any():
        return None
    costs = _costs(o, texts, sums)
    if not is_short(o, o.draft):
        good &= costs <= 1000 * pays(o)
    if not good.any():
        return None
    at = int(np.where(good, 1000 * gains - costs, NEVER).argmax())
    column = int(np.flatnonzero(texts[at] != texts[-1])[0])
    return consensus.draft_of(o.scenario, texts[at])[o.scenario.measures[column].id]


_edited = consensus.Lately[tuple[Ints, Ints]](16)


def _edits(o: Observation, draft: Draft) -> tuple[Ints, Ints]:
    """Return every small edit of a text that can stand, and the text itself as the last.

    Returns:
        int64 (texts, measures), option numbers; int64 (texts, minds), what each means alone. All
        look at the same ones before a vote, so they are kept.
    """
    s, stock = o.scenario, o.record.stock

    def found() -> tuple[Ints, Ints]:
        now = consensus.row(s, draft)
        texts = consensus.small_edits(s, now)
        texts = np.concatenate([texts[consensus.allowed(s, texts)], now[None, :]])
        return texts, consensus.own_sums(s, texts, stock)

    return _edited.get(found, s, draft, also=stock)


def _points(o: Observation, texts: Ints, sums: Ints) -> Ints:
    """Return what depends on the text in this seat's sum, int64 (texts,)."""
    s = o.scenario
    row = consensus.model(s).numbers[o.seat, mind.dealt(o).variant]
    dealt = consensus.dealings(s, o.record, texts)[:, s.seats.index(o.seat)]
    return np.asarray(sums[:, row] + dealt, dtype=np.int64)


def is_short(o: Observation, draft: Draft) -> bool:
    """Tell whether this seat would not vote yes as the text stands."""
    return mind.points_for(o, draft) < mind.brief(o).yes_at


def reading(scenario: Scenario, seat: Seat) -> int:
    """Return what it is worth to the pen that a seat reads the text as a duty, in points."""
    return READING_WORTH * sum(e.share for e in scenario.enforcers if e.seat == seat) // 1000


def pays(o: Observation) -> int:
    """Return what the pen can be expected to pay this seat for an edit beyond its vote.

    A seat that it had granted nothing thanks it for the request besides; see `search.worth`.
    """
    thanks = 0 if any(p.to == o.seat for p in o.record.promised) else search.GOODWILL_WORTH
    return reading(o.scenario, o.seat) + thanks


def _least(o: Observation, draft: Draft) -> int | None:
    """Return the points that an edit has to bring this seat, or None if it asks for none."""
    short = mind.brief(o).yes_at - mind.points_for(o, draft)
    if short > 0:
        return max(1, short - opinion.ASK_STANDS)
    return WORTH_A_WORD if mind.temper(o).patience >= LATE else None


def _costs(o: Observation, texts: Ints, sums: Ints) -> Ints:
    """Return what texts cost the pen against the last one, by what its capital could have sent.

    Its aims are public; a softened clause meets none for its level.

    Returns:
        int64 (texts - 1,), in thousandths of a point.
    """
    t, reached = consensus.model(o.scenario), consensus.standing(o.scenario, texts)
    aims = mind.aims_of(o.scenario, o.scenario.penholder)[np.arange(t.columns), reached]
    mine = np.flatnonzero(t.seat == o.scenario.seats.index(o.scenario.penholder))
    found = 1000 * (sums[:, mine] * t.odds[mine]).sum(axis=1) // t.odds[mine].sum()
    found = found + 1000 * FIRMNESS_OF_A_PEN * aims.sum(axis=1) // search.FIRM
    return np.asarray(found[-1] - found[:-1], dtype=np.int64)


def take(observation: Observation) -> TakeEdit | None:
    """Return the edit that the pen takes: what serves it best and costs no more than it buys.

    It buys votes, thanks, and a reading of the text as a duty by whoever votes yes.
    """
    o = observation
    if TakeEdit.__name__ in o.blocked or o.draft is None:
        return None
    gains = {e.seat: gain(o, e, text) for e, text in _possible(o, o.draft)}
    best = max(gains, key=lambda seat: gains[seat], default="")
    return TakeEdit(o.seat, best) if best and gains[best] >= 0 else None


def gain(o: Observation, edit: Edit, text: Draft) -> int:
    """Return what an edit brings the pen, its reading counted in, in thousandths of a point."""
    without, taken = _worth(o, o.draft or {}), _worth(_granted(o, edit, text), text)
    after = bargain.today(o, consensus.row(o.scenario, text))
    yes = round(1000 * float(after.yes[0, o.scenario.seats.index(edit.seat)]))
    return taken - without + reading(o.scenario, edit.seat) * yes


def _possible(o: Observation, draft: Draft) -> Iterator[tuple[Edit, Draft]]:
    taken = {e.measure for e in o.record.settling.edits if e.taken}
    for edit in o.record.settling.edits:
        text = {**draft, edit.measure: edited(draft[edit.measure], edit)}
        allowed = consensus.allowed(o.scenario, consensus.row(o.scenario, text)[None, :])[0]
        if edit.measure not in taken and allowed:
            yield edit, text


def _worth(o: Observation, draft: Draft) -> int:
    return int(rivals.worth(o, consensus.row(o.scenario, draft)[None, :])[0])


def _granted(o: Observation, edit: Edit, text: Draft) -> Observation:
    """Return what the pen would see with the request of this seat granted."""
    pledge = Pledge(edit.seat, edit.measure, text[edit.measure].level, by=o.seat)
    return evolve(o, record=evolve(o.record, pledges=(*o.record.pledges, pledge)))
