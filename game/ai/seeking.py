"""What pulls a capital to one State or name rather than another, in the months after a vote."""

from __future__ import annotations

from collections.abc import Sequence

from game.ai import mind
from game.engine.lately import Lately
from game.engine.observation import Observation
from game.engine.record import Finding
from game.engine.scenario import Target

TASTES = {"hard": "finance", "plain": "enforce", "mild": "ties"}
"""The way that a capital likes best, by the mood it was dealt. Tuned: whoever is hard to please
takes what needs nobody's vote, and whoever is easy what is said in public."""
TASTE = 2
"""Points that the way it likes best is worth more to it. Tuned."""
FOUND = 3
"""Points more for whoever could stop what a published report has shown to pass. Tuned."""
SEEN_BY = 150
"""Part of a flow that an enforcer has to stop so that a report points at it, per mille. Tuned."""


def taste(o: Observation, track: str) -> int:
    """Return the points that a capital adds for a way of adding weight, by its mood."""
    margin = mind.dealt(o).margin
    mood = "hard" if margin < 0 else "mild" if margin > 0 else "plain"
    return TASTE * (TASTES[mood] == track)


def name(o: Observation, minded: int, here: int) -> int:
    """Return the points for a name, by mood: the hard ones like what is minded, the mild ones not.

    Args:
        minded: how many members mind it.
        here: how many of these sit at the table.
    """
    margin = mind.dealt(o).margin
    return (TASTE if margin < 0 else -1) * bool(minded) - here * (margin > 0)


def found(o: Observation, enforcer: str) -> int:
    """Return the points for an enforcer at which a published report points."""
    target, r = o.scenario.target, o.record
    named = _named.get(
        lambda: _pointed_at(target, (*r.followup.published, *r.findings)),
        *(target, r.followup.findings, r.findings),
    )
    return FOUND * (enforcer in named)


_named = Lately[frozenset[str]](16)


def _pointed_at(target: Target, findings: Sequence[Finding]) -> frozenset[str]:
    """Return the enforcers that could stop what findings have shown to pass."""
    seen = {f.flow for f in findings}
    parts = (f.partners for f in target.flows if f.id in seen)
    return frozenset(e for partners in parts for e, part in partners.items() if part >= SEEN_BY)
