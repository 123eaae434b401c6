"""Standing instructions of a person: what is answered without asking, and how."""

from __future__ import annotations

from attrs import field, frozen
from attrs.validators import in_

from game.engine import Action, Observation, bargain
from game.engine.actions import Accept, Decline, TellNeeds

ASK = ""
OFFERS = (ASK, "bad", "all")
NEEDS = (ASK, "nothing", "truth")


@frozen
class Instructions:
    """What a person leaves to its delegation; by default nothing.

    offers: bad declines what is worth nothing or less to it, all declines every offer.
    needs: who asks is told nothing, or the truth: the clause that would gain it most.
    """

    offers: str = field(default=ASK, validator=in_(OFFERS))
    needs: str = field(default=ASK, validator=in_(NEEDS))

    def answer(self, observation: Observation) -> Action | None:
        """Return the answer to what waits, or None: the person is asked."""
        o = observation
        if o.offered is not None:
            return self._decline(o)
        if not o.inquirer or self.needs == ASK:
            return None
        about = _heaviest(o) if self.needs == "truth" else ""
        return TellNeeds(o.seat, o.inquirer, about)

    def _decline(self, o: Observation) -> Action | None:
        waits = o.offered
        if waits is None or self.offers == ASK:
            return None
        worth = bargain.value(o, waits.seat, waits.take, waits.give).points
        possible = Accept(o.seat, waits.seat, waits.number) in o.legal
        if self.offers == "bad" and worth > 0 and possible:
            return None
        return Decline(o.seat, waits.seat, waits.number)


def _heaviest(o: Observation) -> str:
    """Return the clause whose change by one level would gain the seat most; empty for none."""
    asks = bargain.vocabulary(o, o.scenario.penholder, o.seat)
    return next((t.measure for t in asks if t.kind == "clause"), "")
