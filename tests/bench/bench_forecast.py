"""Measure forecasts of many texts, whole model, and their tally beside what numpy needs at least.

`python -m tests.bench.bench_forecast`; prints a table, judges nothing. It runs on one thread.
"""

from functools import partial

import numpy as np

from game import ai, engine
from game.engine import consensus
from game.engine.observation import belief, forecast
from tests.bench.clock import SCENARIOS, line, middle, title
from tests.build import any_luck, every_hand, played, random_draft, scenario

BATCH = 4096
TRIED = 24
"""Texts of which all hands are counted one by one."""


def moment(id, number):
    """Return what the pen sees as a round begins: later, more is promised and closed.

    A pen that closes early never comes to the last rounds; then it is the last that there was.
    """
    first = {}
    for state in played(id, 1).states:
        first.setdefault(min(state.round, number), state)
    return engine.observe(first[max(first)], scenario(id).penholder, menu=False)


def texts(s):
    """Return a batch of texts in their own words, and one with other words."""
    luck = any_luck("bench", s.id)
    some = np.stack([consensus.row(s, random_draft(s, luck)) for _ in range(256)])
    worded = np.tile(some, (BATCH // len(some), 1))
    return consensus.levels_of(worded), worded


def doubtful(s, seen):
    """Return a batch of texts one or two steps from the best one, where a vote is in doubt."""
    best = ai.search.best_text(seen, ai.personalities()["quick"])
    steps = consensus.neighbours(s, best)
    further = [consensus.neighbours(s, text) for text in steps[:: max(1, len(steps) // 40)]]
    return np.resize(np.concatenate([steps, *further]), (BATCH, len(best)))


def floor(yes, no, permanent, majority):
    """Tally hands as plainly as numpy can: the counts of yes votes, text by text, in one block.

    It is what the prototype of the model was measured with: ten counts, one of them for good.
    """
    counts, moved = np.zeros((majority + 1, len(yes))), np.empty((majority, len(yes)))
    counts[0] = 1
    stay = 1 - yes.T - no.T * permanent[:, None]
    for seat, up in enumerate(yes.T):
        high = min(seat + 1, majority)
        np.multiply(counts[:high], up, out=moved[:high])
        if high == majority:
            counts[majority] *= stay[seat] + up
            counts[majority] += moved[majority - 1]
            high -= 1
        counts[: high + 1] *= stay[seat]
        counts[1 : high + 1] += moved[:high]
    return counts[majority]


def everything(seen, drafts):
    """Work out all that a forecast says of texts."""
    found = forecast(seen, drafts)
    return found.adopted, found.vetoed, found.unanimous, found.expected


def print_forecasts(id):
    """Price a batch of texts in an early and in a late round, plain and with other words."""
    s = scenario(id)
    plain, worded = texts(s)
    for number in (2, s.rounds):
        seen = moment(id, number)
        whole, reworded = (middle(partial(everything, seen, d)) for d in (plain, worded))
        line(title(id), f"forecast, round {seen.round}", f"{BATCH / whole:12,.0f} texts/s")
        line("", "with other words", f"{BATCH / reworded:12,.0f} texts/s")


def print_tally(id):
    """Price the tally beside the floor in the same run, and compare it with all hands counted."""
    s, t = scenario(id), consensus.model(scenario(id))
    seen = moment(id, 2)
    found = forecast(seen, doubtful(s, seen))
    yes, no = np.ascontiguousarray(found.yes.T).T, np.ascontiguousarray(found.no.T).T
    rules = (t.permanent, s.majority)
    tally, least = (middle(lambda f=f: f(yes, no, *rules), 25) for f in (consensus.adoption, floor))
    line(
        title(id),
        "tally",
        f"{BATCH / tally:12,.0f} texts/s, {tally / least:.2f} of the floor's time",
    )
    line("", "numpy floor", f"{BATCH / least:12,.0f} texts/s")
    some = yes[:: BATCH // TRIED], no[:: BATCH // TRIED]
    apart = np.abs(consensus.adoption(*some, *rules) - every_hand(*some, *rules)).max()
    between = np.abs(consensus.adoption(yes, no, *rules) - floor(yes, no, *rules)).max()
    line("", "from all hands", f"{apart:.1e}; from the floor {between:.1e}")
    kept = 1e6 * middle(lambda: belief(seen))
    heard = 1e3 * middle(lambda: consensus.believe(s, seen.record, {}, {}))
    line("", "belief", f"{heard:12.2f} ms, {kept:.1f} us if kept")


def main():
    for id in SCENARIOS:
        print_forecasts(id)
        print_tally(id)


if __name__ == "__main__":
    main()
