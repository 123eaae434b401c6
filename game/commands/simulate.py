"""Lets computers play many games, and counts how they end."""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from game.codec import DataError, Place
from game.commands.report import Summary, summary, table
from game.commands.seats import scenario_of, seats_of
from game.commands.trial import Trial, trial
from game.engine import Scenario, Seat
from game.session import HUMAN

BAR = 30
"""Characters of the progress bar."""
MOST_JOBS = 64
"""Processes at once."""


def run(arguments: argparse.Namespace) -> int:
    """Play the games and print what became of them."""
    scenario = scenario_of(arguments, arguments.scenario)
    seats = seats_of(arguments, scenario, unsaid=arguments.level)
    if people := [seat for seat, who in seats.items() if who == HUMAN]:
        text = f"{people[0]} cannot be {HUMAN} where computers play; name a level of play"
        raise DataError.at(Place("command line"), text)
    first = arguments.seed or 0
    seeds = range(first, first + arguments.games)
    began = time.perf_counter()
    play = partial(trial, scenario, seats, probes=not arguments.no_probes)
    found = []
    for one in _played(play, seeds, min(arguments.jobs, len(seeds), MOST_JOBS)):
        found.append(one)
        if not arguments.quiet and (sys.stderr.isatty() or len(found) == len(seeds)):
            _progress(len(found), len(seeds), began)
    result = summary(scenario, found)
    if arguments.json:
        print(json.dumps(_plain(scenario, seats, seeds, result), indent=2))
    else:
        print(table(scenario, seats, seeds, result))
    return 0


def _played(play: partial[Trial], seeds: Sequence[int], jobs: int) -> Iterator[Trial]:
    if jobs == 1:
        yield from map(play, seeds)
        return
    # A fresh process has no half-built tables of ours, on every platform alike.
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        yield from pool.imap(play, seeds, chunksize=max(1, min(8, len(seeds) // jobs)))


def _progress(done: int, whole: int, began: float) -> None:
    filled = BAR * done // whole
    passed = time.perf_counter() - began
    bar = "#" * filled + "." * (BAR - filled)
    start, end = ("\r" if sys.stderr.isatty() else ""), ("\n" if done == whole else "")
    sys.stderr.write(f"{start}[{bar}] {done}/{whole} games, {done / passed:.1f} a second {end}")
    sys.stderr.flush()


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
