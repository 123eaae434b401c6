"""The same worlds and the same text under each plan of the target: another doctrine's answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from attrs import evolve, frozen

from game.backtest.policies import FIRST, LAST, POLICIES, QUIET, begin_of, months_under
from game.backtest.replay import Replay
from game.backtest.worlds import Ints, Month, begun, dealt, passed
from game.engine.abroad import Abroad
from game.engine.abroad.season import Deeds
from game.engine.abroad.whole import FACES
from game.engine.scenario import MISSILES, Enforcer, Target

AFTER = 6
"""Months from that of a text in which its answer is looked for. Tuned: as long as an echo."""


@frozen
class Answer:
    """What one doctrine would answer to one text, in the model.

    text: symbol of the text.
    doctrine: its title.
    marks: title of the act that sets it off most from the other doctrines.
    share: worlds in which that was done, per cent.
    elsewhere: the same under the others, on the average.
    large: worlds in which a large step was taken, per cent.
    flights: missiles, mean.
    talks: worlds in which a step towards talks was taken, per cent.
    """

    text: str
    doctrine: str
    marks: str
    share: float
    elsewhere: float
    large: float
    flights: float
    talks: float


Done = Mapping[str, Ints]
"""Response -> how often it was done in each world; under FLIGHTS the missiles."""
FLIGHTS = "flights"


def by_doctrine(
    target: Target,
    enforcers: Sequence[Enforcer],
    replay: Replay,
    *,
    games: int = 500,
    seed: int = 1,
) -> tuple[Answer, ...]:
    """Return the answer to each text from 2016 on under each doctrine, on the same dice.

    Up to a text the worlds go by the recorded texts, each with the plan that it was dealt; from the
    text's month on all of them have the one plan, and nothing else differs.
    """
    recorded = next(p for p in POLICIES if p.id == "pressure")
    months = tuple(months_under(recorded, target, enforcers, replay))
    worlds, out = _worlds(target, enforcers, months, games, seed), []
    for text in (t for t in replay.texts if FIRST <= t.date.year <= LAST):
        at = 12 * (text.date.year - FIRST) + text.date.month - 1
        # Of the month before, so that a text of January meets what the new year brings.
        ahead, year = months[at : at + AFTER], months[at - 1][0] if at else 0
        done: dict[str, Done] = {}
        for doctrine in target.doctrines:
            plan = {d.id: int(d.id == doctrine.id) for d in target.doctrines}
            world, dice = evolve(worlds[at], doctrine=plan), np.random.default_rng(seed + at)
            seen = passed(target, enforcers, world, ahead, dice, games, year)
            done[doctrine.title] = _counted(target, [deeds for _, deeds in seen], games)
        out += [_answer(target, text.id, title, done) for title in done]
    return tuple(out)


def _worlds(
    target: Target, enforcers: Sequence[Enforcer], months: Sequence[Month], games: int, seed: int
) -> tuple[Abroad, ...]:
    """Return the worlds at the start of each month."""
    dice = np.random.default_rng(seed)
    first = dealt(target, enforcers, dice.integers(0, FACES, games))
    first = begun(first, begin_of(target), QUIET)
    return (first, *(a for a, _ in passed(target, enforcers, first, months, dice, games)))


def _counted(target: Target, seen: Sequence[Deeds], games: int) -> Done:
    fired = [deeds.shots.get(kind, 0) for deeds in seen for kind in MISSILES]
    acts = {r.id: _summed([deeds.acts[r.id] for deeds in seen], games) for r in target.responses}
    return {**acts, FLIGHTS: _summed(fired, games)}


def _summed(counts: Sequence[object], games: int) -> Ints:
    wide = [np.broadcast_to(np.asarray(n, dtype=np.int64), games) for n in counts]
    return np.asarray(np.sum(wide, axis=0), dtype=np.int64)


def _answer(target: Target, text: str, doctrine: str, done: Mapping[str, Done]) -> Answer:
    own, others = done[doctrine], [found for title, found in done.items() if title != doctrine]

    def elsewhere(id: str) -> float:
        return sum(_share(found, id) for found in others) / len(others)

    most = max(target.responses, key=lambda r: _share(own, r.id) - elsewhere(r.id))
    steps = [r.id for r in target.responses if r.leads and r.tone == "good"]
    return Answer(
        text,
        doctrine,
        most.title,
        _share(own, most.id),
        elsewhere(most.id),
        _share(own, *(r.id for r in target.large)),
        float(own[FLIGHTS].mean()),
        _share(own, *steps),
    )


def _share(done: Done, *ids: str) -> float:
    """Return in how many worlds one of these was done, per cent."""
    return 100 * float(np.any([done[id] > 0 for id in ids], axis=0).mean())
