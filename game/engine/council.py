"""Rules of the Council, each with its source."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.scenario import Scenario
from game.engine.terms import Ballot, Cause, Seat


def outcome(scenario: Scenario, ballots: Mapping[Seat, Ballot]) -> tuple[Cause, tuple[Seat, ...]]:
    """Count a vote on a draft resolution and name who blocked it.

    Nine affirmative votes carry, including the concurring votes of the permanent members;
    an abstention, an absence or non-participation of a permanent member is no veto. Under
    nine votes the draft fails without a veto, whoever votes against.

    Returns:
        the cause, and the permanent members against where their vote decides or would have.

    Source: UN Charter, Article 27(3); ICJ, Namibia opinion, 1971, para. 22.
    """
    enough = sum(b is Ballot.YES for b in ballots.values()) >= scenario.majority
    against = tuple(s for s in scenario.permanent if ballots.get(s) is Ballot.NO)
    if enough:
        return (Cause.VETO, against) if against else (Cause.ADOPTED, ())
    return (Cause.VETO_AND_SHORTFALL if against else Cause.SHORTFALL), against


def is_veto(scenario: Scenario, ballots: Mapping[Seat, Ballot]) -> bool:
    """Tell whether a negative vote of a permanent member defeated a draft with a majority.

    Source: UN Charter, Article 27(3).
    """
    return outcome(scenario, ballots)[0] is Cause.VETO


def procedural(scenario: Scenario, ballots: Mapping[Seat, Ballot]) -> bool:
    """Tell whether a procedural motion carries: nine votes, no veto.

    Source: UN Charter, Article 27(2).
    """
    return sum(b is Ballot.YES for b in ballots.values()) >= scenario.majority


def agreement(yes: int, no: int, abstain: int) -> int:
    """Return the Hix-Noury-Roland agreement index of a vote, per mille.

    Source: Hix, Noury and Roland, 2005; formula from memory.
    """
    cast = yes + no + abstain
    if not cast:
        return 0
    most = max(yes, no, abstain)
    return 1000 * (2 * most - (cast - most)) // (2 * cast)
