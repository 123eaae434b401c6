"""When a pen says in public by when its text goes in blue: where others wait and it will carry."""

from __future__ import annotations

from game.ai import mind
from game.ai.closing import DARING, EVEN, PATIENT
from game.engine import bargain, consensus
from game.engine.actions import SetDate
from game.engine.consensus import Ints
from game.engine.observation import Observation
from game.engine.terms import Circle, Seat

BLUE_AFTER = 55
"""Per cent of the consultations before which no pen closes, however hasty. Tuned: the record."""
WAIT = 3
"""Members who hold back in public from which a pen presses them with a date. Tuned."""
SAFE = 900
"""Per mille of adoption from which a pen binds itself to a date. Tuned."""


def announced(observation: Observation, text: Ints) -> SetDate | None:
    """Return the date that helps this pen, or None: the end of the next round.

    It helps an impatient or a daring pen for which several wait, though what it has shown would
    probably do: to go on it has more to lose than to win. All have had the text by then, so
    nobody holds a late look against it.

    Args:
        text: what it means to put in blue, option numbers, int64 (measures,).
    """
    o = observation
    if SetDate.__name__ in o.blocked or not _is_in_haste(o):
        return None
    if o.versions[-1].circle is not Circle.ALL or len(waiting(o)) < WAIT:
        return None
    shown = consensus.row(o.scenario, o.versions[-1].clauses)
    will_do = _passes(o, text, SAFE) and _passes(o, shown, EVEN)
    return SetDate(o.seat, o.round + 1) if will_do else None


def _is_in_haste(o: Observation) -> bool:
    temper = mind.temper(o)
    hasty = temper.patience < PATIENT or temper.risk >= DARING
    return hasty and mind.progress(o) >= BLUE_AFTER


def waiting(observation: Observation) -> tuple[Seat, ...]:
    """Return who has said in public less than that it would vote for the text, and has to move."""
    o = observation
    return tuple(seat for seat, said in o.record.phrases.items() if said.points <= 0)


def _passes(o: Observation, text: Ints, least: int) -> bool:
    if not consensus.allowed(o.scenario, text[None, :])[0]:
        return False
    return round(1000 * float(bargain.today(o, text).adopted[0])) >= least
