"""Measures strategies seat by seat: what each brings, and what a trick wins over honest play."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from attrs import asdict

from game.arena import MEMBER, PEN, Outcome, Standing, play, standing, worst_trick
from game.codec import DataError, Place
from game.codec.faults import suggestion
from game.commands.batch import played
from game.commands.seats import scenario_of
from game.engine import Scenario, Seat
from game.session.computers import levels

Line = tuple[Seat, str]
"""A seat, and the personality that sits in it while all others play honestly."""


def run(arguments: argparse.Namespace) -> int:
    """Play every strategy in every seat, on the same deals, and print how it did."""
    scenario = scenario_of(arguments, arguments.scenario)
    _known("computer", (arguments.level,), levels())
    lines = _lines(arguments, scenario)
    first = arguments.seed or 0
    seeds = range(first, first + arguments.games)
    honest: Line = (scenario.penholder, arguments.level)
    tasks = [(line, seed) for line in dict.fromkeys((honest, *lines)) for seed in seeds]
    game = partial(_game, scenario, arguments.level)
    found = [*played(game, tasks, arguments.jobs, quiet=arguments.quiet)]
    of: dict[Line, list[Outcome]] = {}
    for (line, _), outcome in zip(tasks, found, strict=True):
        of.setdefault(line, []).append(outcome)
    standings = [standing(*line, of[line], of[honest]) for line in lines]
    if arguments.json:
        print(json.dumps(_plain(scenario, arguments.level, seeds, standings), indent=2))
    else:
        print("\n".join(_table(scenario, arguments.level, seeds, standings)))
    return 0


def _game(scenario: Scenario, level: str, task: tuple[Line, int]) -> Outcome:
    (seat, who), seed = task
    return play(scenario, dict.fromkeys(scenario.seats, level) | {seat: who}, seed, seat)


def _lines(arguments: argparse.Namespace, scenario: Scenario) -> list[Line]:
    seats = tuple(s.upper() for s in arguments.seats or ()) or scenario.lively
    _known("seat", seats, scenario.seats)
    _known("computer", arguments.strategies or (), levels())
    out: list[Line] = []
    for seat in seats:
        is_pen = seat == scenario.penholder
        wanted = arguments.strategies or (PEN if is_pen else MEMBER)
        out += [(seat, who) for who in dict.fromkeys((*wanted, arguments.level))]
    return out


def _known(what: str, names: Sequence[str], known: Sequence[str]) -> None:
    for name in names:
        if name not in known:
            text = f"unknown {what} '{name}'{suggestion(name, known)}"
            raise DataError.at(Place("command line"), text)


def _plain(
    scenario: Scenario, level: str, seeds: range, standings: Sequence[Standing]
) -> Mapping[str, object]:
    return {
        "scenario": scenario.id,
        "seeds": [seeds.start, seeds.stop - 1],
        "rounds": scenario.rounds,
        "honest": level,
        "standings": [_rounded(asdict(s)) for s in standings],
    }


def _rounded(fields: Mapping[str, object]) -> Mapping[str, object]:
    def plain(value: object) -> object:
        if isinstance(value, float):
            return round(value, 4)
        return [plain(v) for v in value] if isinstance(value, tuple) else value

    return {key: plain(value) for key, value in fields.items()}


def _table(
    scenario: Scenario, level: str, seeds: range, standings: Sequence[Standing]
) -> Iterator[str]:
    yield f"{scenario.title} ({scenario.id}), {scenario.rounds} rounds"
    yield (
        f"{len(seeds)} deals a line, seeds {seeds.start} to {seeds.stop - 1}, "
        f"all other seats: {level}"
    )
    for seat in dict.fromkeys(s.seat for s in standings):
        of_seat = [s for s in standings if s.seat == seat]
        yield ""
        if seat == scenario.penholder:
            yield f"{seat} with the pen; J* is the best a pen with all cards open could have"
            yield (
                "  strategy      adopted   yes     J   of J*    se   score"
                "   to Pareto   Nash   weaker   day"
            )
            yield from map(_pen_row, of_seat)
        else:
            yield f"{seat} without the pen; gain is worth beyond honest play of the same deals"
            yield (
                "  strategy      adopted   yes   worth    of best    gain    se   of stake"
                "   of honest    of score   pen loses   score   to Pareto   Nash"
            )
            yield from map(_member_row, of_seat)
    yield from _worst([s for s in standings if s.seat != scenario.penholder])


def _pen_row(s: Standing) -> str:
    share, error = s.share
    return (
        f"  {s.strategy:12} {100 * s.adopted:6.0f} % {s.yes:5.1f} {s.pen:5.0f} "
        f"{100 * share:5.1f} % {100 * error:5.1f} {s.score:7.0f} {s.apart:11.2f} {s.nash:6.1f} "
        f"{s.weaker:8.1f} {s.day:5.0f}"
    )


def _member_row(s: Standing) -> str:
    gain, error = s.gain
    parts = " ".join(_part(share) for share in (s.of_stake, s.of_honest, s.of_score))
    return (
        f"  {s.strategy:12} {100 * s.adopted:6.0f} % {s.yes:5.1f} {s.worth:7.1f} "
        f"{_part(s.of_best, sign='')} {gain:+7.1f} "
        f"{error:5.1f} {parts} {s.cost:11.1f} {s.score:7.0f} "
        f"{s.apart:11.2f} {s.nash:6.1f}"
    )


def _part(share: float | None, *, sign: str = "+") -> str:
    return f"{'-':>10}" if share is None else f"{100 * share:{sign}8.1f} %"


def _worst(standings: Sequence[Standing]) -> Iterator[str]:
    """Yield which trick of all seats without the pen wins most, with its standard error."""
    found = worst_trick(standings)
    if found is not None and found.of_stake is not None:
        share, error = 100 * found.of_stake, 100 * found.gain[1] / found.stake
        yield ""
        yield (
            f"worst trick: {found.seat} {found.strategy}, {share:+.1f} % of its stake "
            f"(se {error:.1f})"
        )
