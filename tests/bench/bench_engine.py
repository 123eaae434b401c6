"""Measure the engine and its computers: games, campaigns, decisions, the pen's search, verbs.

`python -m tests.bench.bench_engine [GAMES]`; prints a table, judges nothing.
"""

import sys
import time

from game import ai, engine
from game.commands.batch import collect_seldom
from game.engine.terms import Phase
from tests.bench.clock import LEVELS, SCENARIOS, line, middle, percentiles, spent, title
from tests.build import dice, pick, played, scenario

CAMPAIGN = "campaign_2016_2017"


def play(id, level, seed, times=None):
    """Play a game; note the seconds of each decision by role, if asked for."""
    return sitting(engine.new_game(scenario(id)), level, seed, times)


def campaign(level, seed):
    """Play a campaign, one sitting after another."""
    state = engine.new_game(scenario(CAMPAIGN))
    while state is not None:
        state = engine.onward(sitting(state, level, seed))


def sitting(state, level, seed, times=None):
    """Play a sitting to its end; note the seconds of each decision by role, if asked for."""
    personality = ai.personalities()[level]
    menu, ply = ai.needs_menu(personality), 0
    while (seat := engine.actor(state)) is not None:
        luck = dice(seed, ply, seat)
        if options := engine.chance(state):
            action = pick(luck, options)
        elif times is None:
            action = ai.decide(engine.observe(state, seat, menu=menu), personality, luck)
        else:
            before = time.process_time()
            action = ai.decide(engine.observe(state, seat, menu=menu), personality, luck)
            role = "pen" if seat == state.scenario.penholder else "others"
            times[role].append(time.process_time() - before)
        state, ply = engine.apply(state, action), ply + 1
    return state


def print_campaigns(many):
    """Print whole campaigns a second."""
    campaign("quick", 10_000)
    whole = spent(lambda: [campaign("quick", seed) for seed in range(many)])
    line(CAMPAIGN, "quick", f"{many / whole:8.2f} campaigns/s")


def print_games(id, level, many):
    """Print games a second, of which nothing else is measured, and how long decisions take."""
    play(id, level, 10_000)
    whole = spent(lambda: [play(id, level, seed) for seed in range(many)])
    line(title(id), level, f"{many / whole:8.1f} games/s")
    times = {"pen": [], "others": []}
    for seed in range(many):
        play(id, level, seed, times)
    for role, taken in times.items():
        p50, p99, most = percentiles(taken)
        line("", f"{role} decides", f"{p50:8.2f} ms median {p99:8.2f} ms p99 {most:8.2f} ms most")


def pens_turns(id, seeds):
    """Yield what the pen sees as each of its turns begins."""
    s = scenario(id)
    for seed in seeds:
        rounds = set()
        for state in played(id, seed).states:
            at_turn = state.phase is Phase.SQUEEZE and engine.actor(state) == s.penholder
            if at_turn and state.round not in rounds:
                rounds.add(state.round)
                yield engine.observe(state, s.penholder, menu=False)


def print_search(id, level, seeds=range(1, 5)):
    """Print how long the pen looks for its text, and the longest step: the window's slice."""
    personality = ai.personalities()[level]
    whole, steps = [], []
    for seen in pens_turns(id, seeds):
        began = before = time.process_time()
        for _ in ai.search.searched(seen, personality):
            now = time.process_time()
            steps.append(now - before)
            before = now
        whole.append(time.process_time() - began)
    p50, p99, most = percentiles(whole)
    line(
        title(id), f"search, {level}", f"{p50:8.2f} ms median {p99:8.2f} ms p99 {most:8.2f} ms most"
    )
    line("", "its longest step", f"{percentiles(steps)[2]:8.2f} ms")


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
        line(title(id), name, f"{1e6 * middle(act, 50):8.0f} us")


def main(many):
    collect_seldom()  # As `in-blue simulate` and `in-blue arena` do.
    for id in SCENARIOS:
        for level in LEVELS:
            print_games(id, level, many)
            print_search(id, level)
        print_verbs(id)
    print_campaigns(max(1, many // 10))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
