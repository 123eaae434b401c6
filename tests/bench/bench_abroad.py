"""Measure a batch of worlds: `python -m tests.bench.bench_abroad`; prints, judges nothing.

The time of 1,000 worlds through 24 months is also given as a ratio to a fixed piece of numpy's
work, and to what as many single worlds would take, so that runs on different machines compare.
"""

import time

import numpy as np

from game.backtest import read_replay
from game.backtest.worlds import months_of, run
from tests.build import scenario

WORLDS, MONTHS = 1000, 24


def spent(act, turns=3):
    """Return the least seconds of processor time that an act takes."""
    times = []
    for _ in range(turns):
        start = time.process_time()
        act()
        times.append(time.process_time() - start)
    return min(times)


def main():
    """Print the table."""
    s = scenario()
    months = months_of(read_replay(), s.target)[-MONTHS:]
    batch = spent(lambda: run(s.target, s.enforcers, months, worlds=WORLDS, seed=1))
    single = spent(lambda: run(s.target, s.enforcers, months, worlds=1, seed=1))
    numbers = np.arange(1_000_000) % 977
    unit = spent(lambda: [np.sort(numbers) for _ in range(10)])
    print(f"{WORLDS} worlds x {MONTHS} months   {1000 * batch:8.0f} ms")
    print(f"ten sorts of a million numbers   {1000 * unit:8.0f} ms; ratio {batch / unit:.2f}")
    print(f"one world, {WORLDS} times          {1000 * single * WORLDS:8.0f} ms; "
          f"ratio {batch / (single * WORLDS):.4f}")  # fmt: skip


if __name__ == "__main__":
    main()
