"""When a computer moves to put a vote off: a text that nine want and that would fail today.

Time serves it where there are rounds of consultations left in which it can be mended, or where a
day to read wins it what it lacks. The motion is made only where nine can be expected to carry it.
"""

from __future__ import annotations

import numpy as np
from attrs import evolve

from game.ai import ballots, mind, presiding, rivals
from game.engine import consensus, council, opinion, procedural
from game.engine.actions import Move
from game.engine.consensus import Ints
from game.engine.observation import Observation, belief
from game.engine.record import Question
from game.engine.terms import Ballot

FIRM = 70
"""Firmness from which a delegation asks for time that it will not be given. Tuned."""
DARING = 60
"""Risk from which it has that voted on, per cent. Tuned."""


def move(observation: Observation) -> Move | None:
    """Return the motion by which this seat saves a text that it wants from its vote, or None."""
    o = observation
    if Move.__name__ in o.blocked or not _is_in_doubt(o) or not ballots.fails(o):
        return None
    motion = _motion(o)
    if not motion or not _gains(o, motion) or carries(o, motion) < procedural.CARRIES:
        return None
    return Move(o.seat, motion)


def for_the_record(observation: Observation) -> Move | None:
    """Ask for time before a vote that will not be a yes, whoever follows; once in a meeting.

    It is what a firm capital does that is wary of interference: its motion will be lost or taken
    back, and is on record.
    """
    o = observation
    if Move.__name__ in o.blocked or not o.blue or o.seat in o.record.sponsors:
        return None
    wary = mind.brief(o).weights.sovereignty >= presiding.WARY
    if not wary or mind.temper(o).firmness < FIRM or _is_moved(o):
        return None
    against = mind.true_ballot(o, o.text(o.blue)) is not Ballot.YES
    return Move(o.seat, "adjourn") if against and not o.is_pen else None


def lets_it_come(observation: Observation) -> bool:
    """Tell whether a seat has a motion voted on that will be lost; a careful one takes it back."""
    return mind.temper(observation).risk >= DARING


def _is_moved(o: Observation) -> bool:
    """Tell whether any motion was made in this meeting."""
    made = {q.kind for q in (*o.questions, *council.kinds_of(o.counted))}
    return bool(made & set(council.MOTIONS))


def _is_in_doubt(o: Observation) -> bool:
    """Tell by what was said in public whether a text could fail."""
    points = [o.record.phrase_points(seat) for seat in o.scenario.seats]
    veto = any(o.record.phrase_points(seat) < 0 for seat in o.scenario.permanent)
    return veto or sum(n >= 0 for n in points) < o.scenario.majority


def _motion(o: Observation) -> str:
    """Return which motion would help, if it was not made before."""
    if _is_moved(o):
        return ""
    if o.round < o.scenario.rounds:
        return "refer"
    today, tomorrow = (
        ballots.chance(evolve(o, record=evolve(o.record, day=day)), o.text(o.blue))
        for day in (o.record.day, o.record.day + 1)
    )
    return "adjourn" if tomorrow - today >= presiding.WORTH_WAITING else ""


def _gains(o: Observation, motion: str) -> bool:
    """Tell whether this seat would vote for the motion if another had made it."""
    points = opinion.total(ballots.reasons(o, Question(motion, "")))
    return points >= procedural.YES_FROM


def carries(o: Observation, motion: str, *, fails: bool = True) -> int:
    """Return the chance that nine vote for a motion of this seat, per mille.

    Args:
        fails: the text is expected to fail today.
    """
    return _nine_for(o, Question(motion, o.seat), fails=fails)


def overrules(o: Observation, ruling: Question) -> int:
    """Return the chance that nine overrule the President if this seat asks for it, per mille."""
    return _nine_for(o, ruling)


def _nine_for(o: Observation, question: Question, *, fails: bool = False) -> int:
    s, t, weight = o.scenario, consensus.model(o.scenario), belief(o).weights.sum(axis=1)
    text = consensus.row(s, o.text(o.blue))[None, :]
    above: Ints = rivals.sums(o, text)[:, 0] - t.yes_at[t.seat]
    votes = (
        procedural.Vote(s, s.seats[seat], question, points, fails=fails)
        for seat, points in zip(t.seat.tolist(), above.tolist(), strict=True)
    )
    yes = np.array([opinion.total(procedural.reasons(v)) >= procedural.YES_FROM for v in votes])
    share = np.add.reduceat(weight * yes, t.start) / np.add.reduceat(weight, t.start)
    share[s.seats.index(o.seat)] = 1
    none = np.zeros_like(share)[None, :]
    found = consensus.adoption(share[None, :], none, t.permanent, s.majority)
    return round(1000 * float(found[0]))
