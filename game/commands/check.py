"""Names every fault of scenario files."""

from __future__ import annotations

import argparse

from game.content import Doubt, check, scenario_ids


def run(arguments: argparse.Namespace) -> int:
    """Check these files, or all that come with the game; 1 if any cannot be played."""
    names = arguments.files or scenario_ids()
    faults = doubts = 0
    for name in names:
        found = check(name)
        for fault in found:
            print(fault)
        doubts += sum(isinstance(f, Doubt) for f in found)
        faults += sum(not isinstance(f, Doubt) for f in found)
    print(f"{_counted(len(names), 'scenario')}: {_counted(faults, 'fault')}, ", end="")
    print(_counted(doubts, "warning"))
    return 1 if faults else 0


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")
