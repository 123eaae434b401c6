"""Sentences of the game, as screens need them."""

from game.engine.actions import Refusal
from game.engine.events import Event
from game.engine.observation import Observation
from game.engine.opinion import Reason
from game.engine.scenario import Scenario
from game.words.language import _


def refusal_line(scenario: Scenario, refusal: Refusal | None) -> str:
    """Return why something cannot be done now, in one sentence."""
    from game import words

    return words.refusal(scenario, refusal) if refusal else ""


def reason_line(scenario: Scenario, reason: Reason) -> str:
    """Return one reason in words, without its points."""
    from game import words

    return words.reason(scenario, reason)


def event_line(observation: Observation, event: Event) -> str:
    """Return what happened, in one line."""
    from game import words

    return words.event(observation.scenario, event)


def level_name(scenario: Scenario, measure: str, level: int) -> str:
    """Return the short name of a level of a measure."""
    return scenario.measure(measure).level(level).label if level else _("not in the text")
