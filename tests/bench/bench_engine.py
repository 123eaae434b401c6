"""Measure the engine and its computers: whole games, forecasts, the tally stage, decisions.

`python -m tests.bench.bench_engine [GAMES]`; prints a table, judges nothing. Times are of the
processor, so that what else the machine does counts little; run it twice all the same.
"""

import statistics
import sys
import time

import numpy as np

from game import ai, engine
from game.content import scenario_ids
from game.engine import consensus
from game.engine.observation import belief, forecast
from tests.build import any_luck, chosen, dice, played, random_draft, scenario

BATCH = 4096
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


def decisions(id, level, seeds):
    """Play games, and return seconds in all, and of each decision by role and phase."""
    personality = ai.personalities()[level]
    times = {"pen": [], "others": []}
    start = time.process_time()
    for seed in seeds:
        state, ply = engine.new_game(scenario(id)), 0
        while (seat := engine.actor(state)) is not None:
            luck = dice(seed, ply, seat)
            if engine.chance(state):
                action = chosen(state, luck, level)
            else:
                seen = engine.observe(state, seat, menu=ai.needs_menu(personality))
                before = time.process_time()
                action = ai.decide(seen, personality, luck)
                role = "pen" if seat == state.scenario.penholder else "others"
                times[role].append(time.process_time() - before)
            state = engine.apply(state, action)
            ply += 1
    return time.process_time() - start, times


def line(what, name, figures):
    print(f"{what:18} {name:17} {figures}")


def print_games(id, level, many):
    decisions(id, level, [10_000])
    whole, times = decisions(id, level, range(many))
    line(id, level, f"{many / whole:8.1f} games/s")
    for role, taken in times.items():
        taken.sort()
        p50, p99, most = (1000 * taken[(len(taken) - 1) * n // 100] for n in (50, 99, 100))
        line("", role, f"{p50:8.2f} ms median {p99:8.2f} ms p99 {most:8.2f} ms most")


def print_forecasts(id):
    """Price a batch of texts, and within it the tally stage beside what numpy needs at least."""
    s, luck = scenario(id), any_luck("bench", id)
    state = next(x for x in played(id, 1).states if x.round == 2)
    seen = engine.observe(state, s.penholder)
    some = np.stack([consensus.row(s, random_draft(s, luck)) for _ in range(256)])
    worded = np.tile(some, (BATCH // len(some), 1))
    drafts = consensus.levels_of(worded)
    found, t = forecast(seen, drafts), consensus.model(s)
    versions = {v.number: v for v in seen.versions}

    def floor():
        # One multiplication and one addition for each seat and count: no tally can do with less.
        counts = np.ones((s.majority + 1, BATCH))
        for seat in range(len(s.seats)):
            counts *= found.yes[:, seat]
            counts += found.no[:, seat]

    whole = middle(lambda: forecast(seen, drafts))
    tally = middle(lambda: consensus.adoption(found.yes, found.no, t.permanent, s.majority))
    least = middle(floor)
    sums = middle(lambda: consensus.own_sums(s, drafts, state.record.stock))
    reworded = middle(lambda: forecast(seen, worded))
    heard = middle(lambda: consensus.believe(s, state.record, versions, {}))
    line(id, "forecast", f"{BATCH / whole:10,.0f} texts/s, batches of {BATCH}")
    line("", "with other words", f"{BATCH / reworded:10,.0f} texts/s")
    line("", "of it sums", f"{1000 * sums:8.2f} ms of {1000 * whole:.2f}")
    line("", "of it the tally", f"{1000 * tally:8.2f} ms, {tally / least:.1f} times the floor")
    line(
        "", "belief", f"{1000 * heard:8.2f} ms, {1e6 * middle(lambda: belief(seen)):.1f} us if kept"
    )


def print_verbs(id):
    """Price single verbs of the engine at a member's turn in the middle of a game."""
    s = scenario(id)
    state = next(x for x in played(id, 1).states if x.round == 2 and engine.actor(x) in s.seats)
    seat = engine.actor(state)
    action = engine.legal_actions(state)[0]
    for name, act in (
        ("legal_actions", lambda: engine.legal_actions(state)),
        ("observe", lambda: engine.observe(state, seat)),
        ("observe, no menu", lambda: engine.observe(state, seat, menu=False)),
        ("apply", lambda: engine.apply(state, action)),
    ):
        line(id, name, f"{1e6 * middle(act, 50):8.0f} us")


def main(many):
    for id in scenario_ids():
        for level in LEVELS:
            print_games(id, level, many)
        print_forecasts(id)
        print_verbs(id)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
