"""What pulls a capital to one State or name rather than another, in the months after a vote."""

from __future__ import annotations

from game.ai import mind
from game.engine.observation import Observation

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
    flows = {f.id: f for f in o.scenario.target.flows}
    seen = {f.flow for f in (*o.record.followup.published, *o.record.findings) if f.flow in flows}
    return FOUND * any(flows[id].partners.get(enforcer, 0) >= SEEN_BY for id in seen)
