"""What a text is worth to a seat before it goes in blue: which of its aims the words meet."""

from attrs import evolve, frozen

from game import words
from game.engine import lint, opinion
from game.engine.actions import PutInBlue
from game.engine.observation import Observation
from game.engine.record import Draft, Record
from game.engine.scenario import Aim
from game.engine.terms import Phase
from game.ui.parts.aims import AimLine, aims
from game.ui.parts.estimate import LIKELY, estimate, once_read
from game.ui.parts.signs import percent
from game.words import _, capital

WORTH_SAYING = 0.1
"""How much a chance has to fall, once all have spoken, to be worth a line. Tuned."""
TURNS = 0.2
"""How much likelier a no has to be then for the member to be named. Tuned."""


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


def fails(
    observation: Observation, draft: Draft | None = None, heard: Record | None = None
) -> bool:
    """Tell whether the forecast says that a text, by default the one in hand, is not adopted.

    Args:
        heard: what bears on it, where it is not the pen's.
    """
    o = observation if heard is None else evolve(observation, record=heard)
    found = estimate(o, draft)
    return found is not None and found.passes < LIKELY


def falls(observation: Observation) -> bool:
    """Tell whether the text in hand is expected to fail once all have spoken to it."""
    found = once_read(observation)
    return found is not None and found.passes < LIKELY


def once_spoken_to(observation: Observation, draft: Draft | None = None) -> str:
    """Return what becomes of a text once all have spoken to it; empty where nothing is lost."""
    o, now, then = observation, estimate(observation, draft), once_read(observation, draft)
    if now is None or then is None or now.passes - then.passes < WORTH_SAYING:
        return ""
    turning = [seat for seat in o.scenario.permanent if then.no[seat] - now.no[seat] > TURNS]
    says = _("Once all have spoken to it, hands are lost: it passes with {odds}.")
    if turning:
        says = _("Once all have spoken to it, {names} may turn against it: it passes with {odds}.")
    names = words.seats(o.scenario, turning)
    return says.format(names=names, odds=percent(then.passes))


def is_last_chance(observation: Observation, *, left: bool) -> bool:
    """Tell whether all that is left to the pen is to put its text in blue, or to have none.

    Args:
        left: it leaves the requests that wait without an answer.
    """
    o = observation
    waits = not left and any(a.status == "open" for a in o.record.asks)
    return o.phase is Phase.SQUEEZE and o.round == o.last_round and not waits


def nothing_else() -> str:
    """Return why a text that fails is put in blue all the same."""
    return _("This is the last round: without a text in blue there is none at all.")


def loses_by_blue(observation: Observation, *, left: bool) -> bool:
    """Tell whether Enter must not put the text in blue: it fails, and something else is left."""
    o = observation
    return (fails(o) or falls(o)) and not is_last_chance(o, left=left)


def loses_by_ending(observation: Observation) -> bool:
    """Tell whether to end the round is to lose a text that could still go into blue."""
    return PutInBlue.__name__ not in observation.blocked


def aims_met(observation: Observation) -> str:
    """Return how many of its aims the text in hand meets; empty where it has none."""
    found = _of_the_text(observation)
    says = _("{met} of {all} aims met.")
    return says.format(met=sum(bool(aim.met) for aim in found), all=len(found)) if found else ""


def said(it: Traded) -> tuple[tuple[bool, str], ...]:
    """Return what is won and what is given up as sentences, each with whether it is won."""
    won = tuple((True, _("Wins an aim: {aim}").format(aim=aim)) for aim in it.won)
    return won + tuple((False, _("Gives up an aim: {aim}").format(aim=aim)) for aim in it.lost)
