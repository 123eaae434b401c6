"""The three numbers of a clause that screens show beside its words."""

from __future__ import annotations

from attrs import frozen

from game.engine.opinion.own import clause_reasons
from game.engine.record import Clause
from game.engine.scenario import Scenario
from game.engine.terms import Seat
from game.engine.wording import binding, effect_of, twentieths


@frozen
class Numbers:
    """What the words of a clause do.

    force: legal force, 0 to 100; softeners never change it.
    pressure: on the target, in twentieths of a point; relief is negative.
    price: points it costs the seat that was asked about; below nothing for what it gains.
    """

    force: int
    pressure: int
    price: int


def three_numbers(scenario: Scenario, clause: Clause, seat: Seat, variant: str = "") -> Numbers:
    """Return legal force, pressure, and political price for one seat.

    Args:
        variant: of the seat's brief; by default the one that is dealt most often.
    """
    variants = scenario.briefs[seat].variants
    likeliest = max(variants, key=lambda v: v.weight).id
    points = sum(r.points for r in clause_reasons(scenario, seat, variant or likeliest, clause))
    return Numbers(force(scenario, clause), twentieths(effect_of(scenario, clause)), -points)


def force(scenario: Scenario, clause: Clause) -> int:
    """Return the legal force of a clause: all if it binds, else what its verb has on the ladder."""
    if binding(scenario, clause):
        return 100
    if not clause.level:
        return 0
    verb = clause.verb or scenario.measure(clause.measure).level(clause.level).verb
    return next((v.strength for v in scenario.verbs if v.verb == verb), 0)
