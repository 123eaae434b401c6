"""What delegations call for in the soundings: in the usual words, or in those of the crisis."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.scenario import Call, Scenario
from game.engine.terms import Seat, Stance
from game.words.language import _, later
from game.words.names import begin
from game.words.season import lower

USUAL: Mapping[Stance, Call] = {
    Stance.MEASURES: Call(
        later("Measures that bite"), later("measures that bite"), later("A price for the act.")
    ),
    Stance.CONDEMN: Call(
        later("Condemn, and wait"), later("a clear condemnation"), later("Loudly, and together.")
    ),
    Stance.TALKS: Call(later("Talks first"), later("a way to talks"), later("Keep the door open.")),
}
"""What is called for after an act; a crisis can have words of its own."""


def _call(scenario: Scenario, it: Stance) -> Call:
    return scenario.stances.get(it) or USUAL[it]


def stance(scenario: Scenario, it: Stance) -> str:
    """Return the name of a position in the soundings: *Talks first*."""
    return _(_call(scenario, it).name)


def short(scenario: Scenario, it: Stance) -> str:
    """Return the name of a position behind that of who takes it: *talks first*."""
    return lower(stance(scenario, it))


def wish(scenario: Scenario, it: Stance) -> str:
    """Return what a position calls for, in the middle of a sentence: *a way to talks*."""
    return _(_call(scenario, it).wish)


def meant(scenario: Scenario, it: Stance) -> str:
    """Return what is meant by a position, in a few words."""
    return _(_call(scenario, it).means)


def spoke(scenario: Scenario, id: Seat, it: Stance) -> str:
    """Return a position as a sentence: *China calls for a way to talks*."""
    says = _("{seat} calls for {wish}")
    return says.format(seat=begin(scenario, id), wish=wish(scenario, it))
