"""What every act is that names a whole clause: its measure, its level and its words."""

from __future__ import annotations

from typing import Self

from attrs import frozen

from game.engine import wording
from game.engine.actions.base import Action, Refusal
from game.engine.record import Clause
from game.engine.scenario import Scenario
from game.engine.terms import Seat


@frozen
class Worded(Action):
    """An act about a clause in certain words; the menu has each level's own, others go by hand.

    measure: which clause.
    level: its strength.
    verb: a swapped verb; empty for the level's own.
    softener: id of words that soften it.
    hardener: id of words that harden it.
    params: parameters that differ from their default, with the number of the choice, by id.
    """

    measure: str
    level: int
    verb: str = ""
    softener: str = ""
    hardener: str = ""
    params: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, seat: Seat, clause: Clause) -> Self:
        """Return the act about this clause."""
        words = (clause.verb, clause.softener, clause.hardener, clause.params)
        return cls(seat, clause.measure, clause.level, *words)

    @property
    def clause(self) -> Clause:
        """Return the clause it is about."""
        words = (self.verb, self.softener, self.hardener, self.params)
        return Clause(self.measure, self.level, *words)

    def misworded(self, scenario: Scenario) -> Refusal | None:
        """Return why its clause cannot have these words, or None."""
        if not (self.verb or self.softener or self.hardener or self.params):
            return None
        wrong = wording.fault(scenario, self.clause)
        return Refusal(wrong.key, wrong.fields) if wrong else None
