"""What everybody can count of a sum, and what a warning so puts on record."""

from __future__ import annotations

from game.engine.opinion.dealing import dealing_reasons, shared_reasons
from game.engine.opinion.own import alone
from game.engine.opinion.verdict import total
from game.engine.record import Draft, Record, Warned, public
from game.engine.scenario import Scenario
from game.engine.terms import Phrase, Seat


def public_sum(scenario: Scenario, record: Record, seat: Seat, draft: Draft) -> int:
    """Return the points of a seat's sum for a text that everybody can count."""
    known = public(record)
    return total(
        (
            *shared_reasons(scenario, known, seat),
            *dealing_reasons(scenario, known, seat, draft),
        )
    )


def warned_of(
    scenario: Scenario,
    record: Record,
    seat: Seat,
    measure: str,
    level: int,
    phrase: Phrase = Phrase.CONCERNS,
) -> Warned:
    """Return what a warning puts on record: with it, all that is public of the sums it is about."""
    shared, below = (
        public_sum(scenario, record, seat, alone(scenario, measure, one))
        for one in (level, level - 1)
    )
    since = len(record.said)
    return Warned(seat, measure, level, shared, below, record.stock, phrase, since=since)
