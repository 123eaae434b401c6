"""What all measurements share: a clock of the processor, medians, and lines of a table.

Times are of the processor, so that what else the machine does counts little; run it twice still.
"""

import statistics
import time

from tests.build import scenario

SCENARIOS = ("first_sitting", "resolution_2270", "hwasong_14")
LEVELS = ("quick", "search")


def spent(act):
    """Return the seconds of processor time that an act takes."""
    start = time.process_time()
    act()
    return time.process_time() - start


def middle(act, turns=15):
    """Return the median seconds of an act."""
    act()
    return statistics.median(spent(act) for _ in range(turns))


def percentiles(times):
    """Return the median, the 99th percentile and the most of times, in milliseconds."""
    ordered = sorted(times)
    return [1000 * ordered[(len(ordered) - 1) * n // 100] for n in (50, 99, 100)]


def line(what, name, figures):
    """Print a line of the table."""
    print(f"{what:18} {name:22} {figures}", flush=True)


def title(id):
    """Return a scenario's id and its size, for the first column."""
    return f"{id} ({len(scenario(id).measures)})"
