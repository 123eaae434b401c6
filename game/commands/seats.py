"""What `--seat`, `--level` and a scenario on the command line mean."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence

from attrs import evolve

from game.codec import DataError, Place
from game.content import load_scenario
from game.engine import Scenario, Seat
from game.session import HUMAN
from game.session.computers import seating


def scenario_of(arguments: argparse.Namespace, name: str) -> Scenario:
    """Load the scenario that was named, with as many rounds as were asked for.

    Raises:
        DataError: there is none, or it cannot be played.
    """
    found = load_scenario(name)
    if not arguments.rounds:
        return found
    # The same days, cut anew, so that the calendar of presidencies still covers them.
    stride = max(1, found.rounds * found.stride_days // arguments.rounds)
    return evolve(found, rounds=arguments.rounds, stride_days=stride)


def seats_of(
    arguments: argparse.Namespace, scenario: Scenario, unsaid: str = HUMAN
) -> Mapping[Seat, str]:
    """Return who plays each seat.

    Args:
        unsaid: who plays a seat that is named without saying who.

    Raises:
        DataError: a seat or a level does not exist.
    """
    wanted = parsed(arguments.seat, unsaid)
    try:
        return seating(scenario, wanted, arguments.level)
    except ValueError as fault:
        raise DataError.at(Place("command line"), str(fault)) from fault


def parsed(given: Sequence[str], unsaid: str) -> Mapping[Seat, str]:
    """Read seats as in CHN and USA=random."""
    pairs = (text.partition("=") for text in given)
    return {seat.strip().upper(): who.strip() or unsaid for seat, _, who in pairs}
