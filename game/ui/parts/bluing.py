"""What a text is worth to a seat before it goes in blue: which of its aims the words meet."""

from attrs import frozen

from game import words
from game.engine import lint, opinion
from game.engine.observation import Observation
from game.engine.record import Draft
from game.engine.scenario import Aim
from game.ui.parts.aims import AimLine, aims
from game.ui.parts.estimate import estimate
from game.words import _, capital


@frozen
class Traded:
    """What another text would mean for the aims of a seat, each in words.

    won: aims that it would meet and the text in hand does not; lost: the other way round.
    """

    won: tuple[str, ...]
    lost: tuple[str, ...]


def traded(observation: Observation, before: Draft, after: Draft) -> Traded:
    """Return which aims another text wins and which it gives up, heaviest first."""
    o = observation
    found = [it.aim for it in opinion.wanted_by(o.scenario, o.seat, o.dealt)]
    ends = [(aim, _meets(o, aim, before), _meets(o, aim, after)) for aim in found]
    return Traded(
        tuple(capital(words.aim(o.scenario, aim)) for aim, was, now in ends if now and not was),
        tuple(capital(words.aim(o.scenario, aim)) for aim, was, now in ends if was and not now),
    )


def _meets(o: Observation, aim: Aim, text: Draft) -> bool:
    """Tell whether a text meets an aim by its words, or is expected to by its vote."""
    if aim.measure:
        return lint.meets(o.scenario, text, aim)
    found = estimate(o, text)
    share = {"adopted": found.passes, "unanimous": found.unanimous} if found else {}
    return share.get(aim.outcome, 0.0) >= 0.5


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


def said(it: Traded) -> tuple[tuple[bool, str], ...]:
    """Return what is won and what is given up as sentences, each with whether it is won."""
    won = tuple((True, _("Wins an aim: {aim}").format(aim=aim)) for aim in it.won)
    return won + tuple((False, _("Gives up an aim: {aim}").format(aim=aim)) for aim in it.lost)
