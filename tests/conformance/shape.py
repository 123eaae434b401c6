"""The course of a sitting that computers play, beside the course that the record shows.

`test_shape.py` looks at a few games; this prints the figures of as many as there is time for:

    python -m tests.conformance.shape resolution_2270 --games 200 --seed 1
"""

import argparse
import sys
from collections import Counter
from statistics import mean, median

from attrs import frozen

from game import engine
from game.content import scenario_ids
from game.engine.opinion import level_of
from game.engine.terms import Circle
from tests.build import QUICK, play_on, scenario


@frozen
class Shape:
    """What became of one text.

    adopted: it has the force of a resolution.
    days: from the incident to the vote.
    weaker: measures that stand lower in the last text than in the first one shown.
    stronger: measures that stand higher in the pen's last text than in the one that all fifteen
        had before it, and that it had promised nobody.
    paid: seat -> its wishes that the first text did not meet and the last one does.
    statement: issued, blocked if an objection ended one, or nothing where none was proposed.
    """

    adopted: bool
    days: int
    weaker: int
    stronger: tuple
    paid: dict
    statement: str


def shape(game):
    """Return the course of a finished game."""
    s, record = game.end.scenario, game.end.record
    first, last = (v.clauses for v in (game.end.versions[0], game.end.version(game.end.blue)))
    pairs = [(level_of(s, first, m.id), level_of(s, last, m.id)) for m in s.measures]
    paid = Counter(
        seat
        for seat, measure, level, upward in {
            *((a.seat, a.measure, a.level, a.upward) for a in record.asks),
            *((p.to, p.measure, p.level, p.upward) for p in record.promised),
        }
        if _meets(level_of(s, last, measure), level, upward)
        and not _meets(level_of(s, first, measure), level, upward)
    )
    statement = "blocked" if record.fallen else "issued" if record.issued else ""
    tally = game.end.tally
    adopted = bool(tally and tally.adopted)
    # The months after the vote move the day on; without a vote, it is the day of the end.
    days = next((s.record.day for s in game.states if s.tally is not None), record.day)
    weaker = sum(b < a for a, b in pairs)
    return Shape(adopted, days, weaker, _stronger(game), dict(paid), statement)


def _stronger(game):
    """Return the measures that went up between the last two texts that the pen showed to all."""
    s, record = game.end.scenario, game.end.record
    of_the_pen = [v for v in game.end.versions if not v.author and v.circle is Circle.ALL]
    now, before = of_the_pen[-1].clauses, of_the_pen[-2 if len(of_the_pen) > 1 else -1].clauses
    promised = {p.measure for p in record.promised if p.upward}
    raised = (m.id for m in s.measures if level_of(s, now, m.id) > level_of(s, before, m.id))
    return tuple(id for id in raised if id not in promised)


def _meets(stands, level, upward):
    return stands >= level if upward else stands <= level


def main():
    """Print the figures of many games."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("scenarios", nargs="*", default=scenario_ids())
    parser.add_argument("--games", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    for id in arguments.scenarios:
        seeds = range(arguments.seed, arguments.seed + arguments.games)
        games = [shape(play_on(engine.new_game(scenario(id)), seed, QUICK)) for seed in seeds]
        days, weaker = ([getattr(g, name) for g in games] for name in ("days", "weaker"))
        paid = {p: sum(p in g.paid for g in games) for p in scenario(id).permanent}
        ends = Counter(g.statement or "none" for g in games)
        print(f"{id}: {len(games)} games, {sum(g.adopted for g in games)} adopted")
        print(f"  days to the vote: {min(days)} to {max(days)}, median {median(days)}")
        print(
            f"  measures weaker than at first: {min(weaker)} to {max(weaker)}, {mean(weaker):.1f}"
        )
        stronger = Counter(id for g in games for id in g.stronger)
        hardened = sum(bool(g.stronger) for g in games)
        print(f"  games hardened after all had the text: {hardened} {dict(stronger)}")
        print(f"  games with a wish paid in the text: {paid}")
        print(f"  statements: {dict(ends)}")


if __name__ == "__main__":
    sys.exit(main())
