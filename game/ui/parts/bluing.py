"""What putting a text in blue means: what can still change then, and what the text is worth."""

from game.engine.observation import Observation
from game.ui.parts.instructions import AimLine, aims
from game.words import _


def bound(observation: Observation) -> str:
    """Return what can still change in a text that is in blue, in one sentence."""
    if observation.scenario.plays("blue"):
        return _("In blue only small edits at the door can change it.")
    return _("In blue no word can change.")


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
