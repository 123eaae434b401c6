"""The command line: `in-blue`, also `python -m game`. Each command is read when it is asked for."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from game import __version__

SCENARIO = "resolution_2270"
"""What is played and simulated when nothing is named."""


class _Parser(argparse.ArgumentParser):
    """Says in one sentence what is wrong with a command."""

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"{self.prog}: {message}; see '{self.prog} --help'\n")
        raise SystemExit(2)


def parser() -> argparse.ArgumentParser:
    """Return what the command line understands."""
    top = _Parser(
        prog="in-blue",
        description="Draft, bargain and vote in the Security Council. Without a command: play.",
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"in-blue {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    play = commands.add_parser("play", help="play in a window, or with --text in the terminal")
    play.add_argument("what", nargs="?", metavar="SCENARIO|FILE|SAVE", help="what to play")
    play.add_argument("--text", action="store_true", help="play in this terminal")
    play.add_argument("--rounds", type=_rounds, help="rounds of consultations, 1 to 30")
    _game(play, "search")

    check = commands.add_parser("check", help="name every fault of scenario files")
    check.add_argument("files", nargs="*", metavar="FILE", help="all that come with the game")

    describe = commands.add_parser("describe", help="print the reference for scenario authors")
    describe.add_argument("--schema", action="store_true", help="the JSON schema for editors")
    describe.add_argument("--write", action="store_true", help="write both beside the scenarios")

    replay = commands.add_parser("replay", help="prove a saved game by playing it again")
    replay.add_argument("file", metavar="FILE")
    replay.add_argument("--transcript", action="store_true", help="print everything that happened")

    simulate = commands.add_parser("simulate", help="let computers play, and count")
    simulate.add_argument("scenario", nargs="?", default=SCENARIO, metavar="SCENARIO|FILE")
    simulate.add_argument("--games", type=_count, default=100, help="how many (100)")
    simulate.add_argument("--jobs", type=_count, default=1, help="processes at once (1)")
    simulate.add_argument("--json", action="store_true", help="numbers for other programs")
    simulate.add_argument("--quiet", action="store_true", help="no progress bar")
    simulate.add_argument("--no-probes", action="store_true", help="leave out the texts put to all")
    simulate.add_argument("--rounds", type=_rounds, help="rounds of consultations")
    _game(simulate, "quick")

    arena = commands.add_parser("arena", help="measure ways of bargaining against each other")
    arena.add_argument("scenario", nargs="?", default=SCENARIO, metavar="SCENARIO|FILE")
    arena.add_argument("--games", type=_count, default=20, help="deals for each line (20)")
    arena.add_argument("--jobs", type=_count, default=1, help="processes at once (1)")
    arena.add_argument("--json", action="store_true", help="numbers for other programs")
    arena.add_argument("--quiet", action="store_true", help="no progress bar")
    arena.add_argument("--rounds", type=_rounds, help="rounds of consultations")
    arena.add_argument("--seed", type=_whole, help="of the first deal")
    arena.add_argument(
        "--level", default="search", help="who plays honestly: quick or search (search)"
    )
    arena.add_argument("--seats", type=_names, help="measured, as in USA,CHN; the lively ones")
    arena.add_argument("--strategies", type=_names, help="measured, as in greedy,salami; all")

    backtest = commands.add_parser("backtest", help="hold the model against the record")
    parts = ("all", "votes", "worlds")
    backtest.add_argument("part", nargs="?", default="all", choices=parts, help="votes or worlds")
    backtest.add_argument("--games", type=_count, help="worlds (1000; 500 for policies)")
    backtest.add_argument("--seed", type=_whole, help="of the dice")
    backtest.add_argument("--policies", action="store_true", help="history with parts taken away")
    backtest.add_argument("--calibrate", action="store_true", help="fit on the years up to 2015")
    backtest.add_argument("--steps", type=_count, default=170, help="of the search (170)")
    backtest.add_argument("--quiet", action="store_true", help="say nothing of better trials")

    tour = commands.add_parser("tour", help="draw every screen into a folder")
    tour.add_argument("out", metavar="OUT/")
    tour.add_argument("--scale", type=_count, default=100, help="text size, per cent (100)")
    return top


def _game(command: argparse.ArgumentParser, level: str) -> None:
    command.add_argument(
        "--seat",
        action="append",
        default=[],
        metavar="CHN[=WHO]",
        help="who plays a seat: human, or a level of play",
    )
    command.add_argument("--seed", type=_whole, help="the same seed is the same game")
    command.add_argument(
        "--level", default=level, help=f"level of the computers: quick or search ({level})"
    )


def _names(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (name.strip() for name in text.split(","))))


def _whole(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 18:
        raise argparse.ArgumentTypeError(f"'{text}', expected a whole number from 0")
    return int(text)


def _count(text: str) -> int:
    if not (number := _whole(text)):
        raise argparse.ArgumentTypeError("'0', expected at least 1")
    return number


def _rounds(text: str) -> int:
    number = _count(text)
    if number > 30:
        raise argparse.ArgumentTypeError(f"'{text}', expected 1 to 30")
    return number


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 2 for bad input, 1 for a finding."""
    found = parser().parse_args(arguments)
    if found.command is None:
        found = parser().parse_args(["play"])
    run = import_module(f"game.commands.{found.command}").run
    try:
        code: int = run(found)
        sys.stdout.flush()
    except ValueError as error:
        from game.codec import DataError  # The window opens sooner without it.

        if not isinstance(error, DataError):
            raise
        sys.stderr.write("".join(f"in-blue: {fault}\n" for fault in error.faults))
        return 2
    except BrokenPipeError:
        # Whoever read the output has gone; nothing may be flushed into the pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return 130
    return code


if __name__ == "__main__":
    raise SystemExit(main())
