"""What a text is worth to a seat before it goes in blue: how many of its aims the words meet."""

from game.engine.observation import Observation
from game.ui.parts.aims import AimLine, aims
from game.words import _


def _of_the_text(observation: Observation) -> tuple[AimLine, ...]:
    """Return the aims of this seat that the words of a text meet, or do not."""
    return tuple(aim for aim in aims(observation) if aim.met is not None and not aim.open)


def lacks(observation: Observation) -> bool:
    """Tell whether the text in hand leaves out what this seat wants in it."""
    return any(not aim.met for aim in _of_the_text(observation))


def aims_met(observation: Observation) -> str:
    """Return how many of its aims the text in hand meets; empty where it has none."""
    found = _of_the_text(observation)
    says = _("{met} of {all} aims met.")
    return says.format(met=sum(bool(aim.met) for aim in found), all=len(found)) if found else ""
