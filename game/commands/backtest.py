"""Holds the model against the record: votes, and the world beyond the room; fits it."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime

from game.backtest import (
    Trial,
    by_doctrine,
    calibrated,
    compare,
    doctrine_page,
    policy_page,
    read_replay,
    replay_page,
    replayed,
    votes,
    written,
)
from game.content import load_scenario
from game.paths import scenarios

GROUND = "resolution_2270"
"""The scenario whose target and enforcers are replayed."""


def run(arguments: argparse.Namespace) -> int:
    """Put recorded texts to the vote and replay the record; or fit, or compare policies."""
    if arguments.part == "votes":
        return _votes()
    scenario, replay = load_scenario(GROUND), read_replay()
    target, enforcers, seed = scenario.target, scenario.enforcers, arguments.seed or 1
    if arguments.calibrate:
        said = _silent if arguments.quiet else _said
        today = datetime.now(tz=UTC).date()
        fit = calibrated(
            target, enforcers, replay, steps=arguments.steps, seed=seed, today=today, said=said
        )
        file = scenarios() / "common" / "targets" / f"{replay.target}.yaml"
        written(fit, file)
        print(f"{file}: fit of {fit.date.isoformat()} written")
        return 0
    if arguments.policies:
        games = arguments.games or 500
        print(policy_page(compare(target, enforcers, replay, games=games, seed=seed), games))
        answers = by_doctrine(target, enforcers, replay, games=games, seed=seed)
        print("", doctrine_page(answers, games), sep="\n")
        return 0
    if arguments.part == "all":
        _votes()
        print()
    history = replayed(replay, target, enforcers, worlds=arguments.games or 1000, seed=seed)
    print(replay_page(history, target, replay))
    return 0


def _votes() -> int:
    """Print how recorded texts fare in the model, beside what simpler guesses say."""
    for line in votes.report():
        print(line)
    return 0


def _silent(step: int, trial: Trial) -> None:
    """Say nothing of a better trial."""


def _said(step: int, trial: Trial) -> None:
    numbers = ", ".join(f"{name} {value}" for name, value in trial.values.items())
    sys.stderr.write(f"step {step}: loss {trial.loss:.2f} with {numbers}\n")
