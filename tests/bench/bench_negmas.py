"""Measure whole sittings beside negotiations of NegMAS, the usual library for such simulations.

`python -m tests.bench.bench_negmas [NEGOTIATIONS]`; needs the extra `lab`. Both have fifteen
computers at one table. The others bargain by alternating offers, all of which have to agree, over
ten issues of three levels; ours draft, ask, trade, warn and vote on as many measures as there are.
"""

import random
import sys

from tests.bench.bench_engine import play
from tests.bench.clock import line, spent, title

PARTIES, ISSUES, LEVELS, STEPS = 15, 10, 3, 100
SITTINGS = 20
MISSING = "NegMAS is not installed, so nothing stands beside our sittings: pip install -e '.[lab]'"


def negotiate(seed):
    """Run one negotiation of aspiration negotiators with utilities of their own."""
    from negmas import AspirationNegotiator, SAOMechanism, make_issue
    from negmas.preferences import LinearAdditiveUtilityFunction

    random.seed(seed)
    levels = [f"level {n}" for n in range(LEVELS)]
    issues = [make_issue(levels, name=f"issue {n}") for n in range(ISSUES)]
    table = SAOMechanism(issues=issues, n_steps=STEPS)
    for n in range(PARTIES):
        wants = LinearAdditiveUtilityFunction.random(issues=issues, reserved_value=0.0)
        table.add(AspirationNegotiator(name=f"party {n}"), preferences=wants)
    table.run()
    return table.state.step


def main(many):
    for level in ("quick", "search"):
        play("resolution_2270", level, 10_000)
    took = {
        level: spent(
            lambda level=level: [play("resolution_2270", level, n) for n in range(SITTINGS)]
        )
        for level in ("quick", "search")
    }
    ours = {level: SITTINGS / seconds for level, seconds in took.items()}
    for level, rate in ours.items():
        line(title("resolution_2270"), level, f"{rate:8.2f} sittings/s")
    try:
        import negmas
    except ModuleNotFoundError:
        print(MISSING)
        return 1
    steps = []
    theirs = many / spent(lambda: steps.extend(negotiate(seed) for seed in range(many)))
    line(
        f"NegMAS {negmas.__version__}",
        f"{PARTIES} x {ISSUES} x {LEVELS}",
        f"{theirs:8.2f} negotiations/s",
    )
    line("", "steps", ", ".join(map(str, steps)))
    for level, rate in ours.items():
        line("ratio", level, f"{rate / theirs:8.1f} sittings in the time of one negotiation")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3))
