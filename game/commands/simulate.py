"""Lets computers play many games, and counts how they end."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from functools import partial

from game.codec import DataError, Place
from game.commands.batch import played
from game.commands.campaign import journey, listed, plain, stations
from game.commands.report import Summary, summary, table
from game.commands.seats import scenario_of, seats_of
from game.commands.trends import told, trends
from game.commands.trial import trial
from game.engine import Scenario, Seat
from game.session import HUMAN


def run(arguments: argparse.Namespace) -> int:
    """Play the games and print what became of them."""
    scenario = scenario_of(arguments, arguments.scenario)
    seats = seats_of(arguments, scenario, unsaid=arguments.level)
    if people := [seat for seat, who in seats.items() if who == HUMAN]:
        text = f"{people[0]} cannot be {HUMAN} where computers play; name a level of play"
        raise DataError.at(Place("command line"), text)
    first = arguments.seed or 0
    seeds = range(first, first + arguments.games)
    if scenario.campaign:
        return _campaign(arguments, scenario, seats, seeds)
    play = partial(trial, scenario, seats, probes=not arguments.no_probes)
    found = [*played(play, seeds, arguments.jobs, quiet=arguments.quiet)]
    result = summary(scenario, found)
    if arguments.json:
        print(json.dumps(_plain(scenario, seats, seeds, result), indent=2))
    else:
        print(table(scenario, seats, seeds, result))
    return 0


def _campaign(
    arguments: argparse.Namespace, scenario: Scenario, seats: Mapping[Seat, str], seeds: range
) -> int:
    walk = partial(journey, scenario, seats)
    walked = [*played(walk, seeds, arguments.jobs, quiet=arguments.quiet)]
    result = stations(scenario, walked)
    if arguments.json:
        print(json.dumps(plain(result), indent=2))
    else:
        print(f"{listed(scenario, result)}\n\n{told(trends(scenario, [j.past for j in walked]))}")
    return 0


def _plain(
    scenario: Scenario, seats: Mapping[Seat, str], seeds: range, result: Summary
) -> Mapping[str, object]:
    return {
        "scenario": scenario.id,
        "seeds": [seeds.start, seeds.stop - 1],
        "rounds": scenario.rounds,
        "seats": dict(seats),
        **result.plain(),
    }
