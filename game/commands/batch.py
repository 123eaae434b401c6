"""Many games in a row or in several processes, with a bar of progress."""

from __future__ import annotations

import gc
import multiprocessing
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

BAR = 30
"""Characters of the progress bar."""
MOST_JOBS = 64
"""Processes at once."""
SELDOM = (50_000, 20, 100)
"""New values after which the collector looks at the youngest, and how often at older ones. Tuned:
measured."""

Task = TypeVar("Task")
Result = TypeVar("Result")


def played(
    play: Callable[[Task], Result], tasks: Sequence[Task], jobs: int, *, quiet: bool
) -> Iterator[Result]:
    """Play one game for each task and yield what became of it, in order.

    Args:
        quiet: no progress bar.
    """
    began = time.perf_counter()
    for done, one in enumerate(_results(play, tasks, min(jobs, len(tasks), MOST_JOBS)), 1):
        if not quiet and (sys.stderr.isatty() or done == len(tasks)):
            _progress(done, len(tasks), began)
        yield one


def _results(play: Callable[[Task], Result], tasks: Sequence[Task], jobs: int) -> Iterator[Result]:
    if jobs == 1:
        collect_seldom()
        yield from map(play, tasks)
        return
    # A fresh process has no half-built tables of ours, on every platform alike.
    with multiprocessing.get_context("spawn").Pool(jobs, collect_seldom) as pool:
        yield from pool.imap(play, tasks, chunksize=max(1, min(8, len(tasks) // jobs)))


def collect_seldom() -> None:
    """Have the collector look for circles less often: a game makes many values and few circles."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)


def _progress(done: int, whole: int, began: float) -> None:
    filled = BAR * done // whole
    passed = time.perf_counter() - began
    bar = "#" * filled + "." * (BAR - filled)
    start, end = ("\r" if sys.stderr.isatty() else ""), ("\n" if done == whole else "")
    sys.stderr.write(f"{start}[{bar}] {done}/{whole} games, {done / passed:.1f} a second {end}")
    sys.stderr.flush()
