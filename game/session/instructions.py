"""Standing instructions of a person: what is answered without asking, and how."""

from __future__ import annotations

from attrs import field, frozen
from attrs.validators import in_

from game.ai import mind
from game.engine import Action, Observation, bargain
from game.engine.actions import Accept, Decline, EndRound, KeepSilence, Say, TellNeeds
from game.engine.terms import Phase

ASK = ""
OFFERS = (ASK, "bad", "all")
NEEDS = (ASK, "nothing", "truth")
SILENCE = (ASK, "keep")
PHRASE = (ASK, "truth")
ROUNDS = (ASK, "end")


@frozen
class Instructions:
    """What a person leaves to its delegation; by default nothing.

    offers: bad declines what is worth nothing or less to it, all declines every offer.
    needs: who asks is told nothing, or the truth: the clause that would gain it most.
    silence: keep keeps silence under a text that it would at least go along with.
    phrase: truth states what is true of each version that it has not spoken of.
    rounds: end ends a round that brought nothing for it to deal with.
    clause: every offer that touches this measure is declined; empty for none.
    """

    offers: str = field(default=ASK, validator=in_(OFFERS))
    needs: str = field(default=ASK, validator=in_(NEEDS))
    silence: str = field(default=ASK, validator=in_(SILENCE))
    phrase: str = field(default=ASK, validator=in_(PHRASE))
    rounds: str = field(default=ASK, validator=in_(ROUNDS))
    clause: str = ""

    def answer(self, observation: Observation, since: int = 0) -> Action | None:
        """Return the answer to what waits, or None: the person is asked.

        Args:
            since: round in which this was left to it; it ends rounds only after that one.
        """
        o = observation
        if o.offered is not None:
            return self._decline(o)
        if not o.inquirer:
            return self._turn(o, since)
        if self.needs == ASK:
            return None
        about = _heaviest(o) if self.needs == "truth" else ""
        return TellNeeds(o.seat, o.inquirer, about)

    def _decline(self, o: Observation) -> Action | None:
        waits = o.offered
        if waits is None:
            return None
        touched = any(t.measure == self.clause for t in (*waits.give, *waits.take) if t.measure)
        if not touched and self.offers == ASK:
            return None
        worth = bargain.value(o, waits.seat, waits.take, waits.give).points
        possible = Accept(o.seat, waits.seat, waits.number) in o.legal
        if not touched and self.offers == "bad" and worth > 0 and possible:
            return None
        return Decline(o.seat, waits.seat, waits.number)

    def _turn(self, o: Observation, since: int) -> Action | None:
        """Return what a turn in the consultations is left to: silence, a phrase, or its end."""
        if o.phase is not Phase.SQUEEZE or o.is_pen:
            return None
        true = mind.true_phrase(o, o.draft) if o.draft is not None else None
        if o.record.settling.silence is not None:
            keeps = self.silence == "keep" and true is not None and true.points > 0
            return _legal(o, KeepSilence(o.seat)) if keeps else None
        if self.phrase == "truth" and true is not None and _is_new(o):
            return _legal(o, Say(o.seat, true))
        idle = self.rounds == "end" and o.round > since and not _concerned(o)
        return _legal(o, EndRound(o.seat)) if idle else None


def _legal(o: Observation, action: Action) -> Action | None:
    return action if action in o.legal else None


def _is_new(o: Observation) -> bool:
    """Tell whether the seat has not spoken of the last version it was shown, if it was any."""
    spoken = [h.version for h in o.record.said if h.seat == o.seat]
    shown = [v.number for v in o.versions]
    return spoken[-1:] != shown[-1:]


def _concerned(o: Observation) -> bool:
    """Tell whether a turn brings something to deal with, or the person has begun to act in it."""
    begun = o.tokens[o.seat] < o.scenario.people_tokens
    countered = any(
        a.seat == o.seat and a.status == "refused" and a.counter is not None for a in o.record.asks
    )
    cabled = bool(o.dealt and o.dealt.cables)
    new = _is_new(o) and o.seat not in o.spoke
    return begun or countered or cabled or new


def _heaviest(o: Observation) -> str:
    """Return the clause whose change by one level would gain the seat most; empty for none."""
    asks = bargain.vocabulary(o, o.scenario.penholder, o.seat)
    return next((t.measure for t in asks if t.kind == "clause"), "")
