"""Scenarios from files: shared lists, crises over them, and everything wrong with either."""

from game.content.catalogue import Listing, catalogue, check, load_scenario, scenario_ids
from game.content.checks import Doubt
from game.content.crisis import Crisis
from game.content.reference import describe

__all__ = [
    "Crisis",
    "Doubt",
    "Listing",
    "catalogue",
    "check",
    "describe",
    "load_scenario",
    "scenario_ids",
]
