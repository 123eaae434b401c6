"""Sentences of the game, as screens need them."""

from game import words
from game.engine.actions import Refusal
from game.engine.events import Event
from game.engine.observation import Observation
from game.engine.opinion import Reason
from game.engine.record import Draft
from game.engine.scenario import Scenario


def refusal_line(scenario: Scenario, refusal: Refusal | None) -> str:
    """Return why something cannot be done now, in one sentence."""
    return words.why(refusal, scenario) if refusal else ""


def reason_line(scenario: Scenario, reason: Reason, draft: Draft | None = None) -> str:
    """Return one reason in words, without its points."""
    return words.capital(words.because(reason, scenario, draft))


def event_line(observation: Observation, event: Event) -> str:
    """Return what happened, in one line."""
    o = observation
    return words.say(event, o.scenario, record=o.record, draft=o.draft)


def level_name(scenario: Scenario, measure: str, level: int) -> str:
    """Return the short name of a level of a measure."""
    return words.level(scenario, measure, level)
