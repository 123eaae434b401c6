"""Campaigns between computers: played whole, and counted sitting by sitting."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import mean, median

from attrs import asdict, frozen

from game import engine
from game.commands.trends import WHOLE
from game.engine import Scenario, Seat, leaving
from game.engine.past import Left
from game.session import dice, pick
from game.session.computers import computer


@frozen
class Journey:
    """One campaign.

    seed: of its luck.
    past: what each sitting left.
    seconds: that it took.
    """

    seed: int
    past: tuple[Left, ...]
    seconds: float


def journey(scenario: Scenario, seats: Mapping[Seat, str], seed: int) -> Journey:
    """Play one campaign to its end."""
    began = time.perf_counter()
    players = {seat: computer(who) for seat, who in seats.items()}
    state, ply = engine.new_game(scenario), 0
    while True:
        seat = engine.actor(state)
        if seat is None:
            following = engine.onward(state)
            if following is None:
                break
            state = following
            continue
        luck = dice(seed, ply, seat)
        if options := engine.chance(state):
            action = pick(luck, options)
        else:
            action = players[seat].decide(players[seat].look(state, seat), luck)
        state, ply = engine.apply(state, action), ply + 1
    past = (*state.past, leaving.left_by(state))
    return Journey(seed, past, time.perf_counter() - began)


@frozen
class Station:
    """What many campaigns made of one sitting; shares are 0 to 1.

    sitting: id of its scenario.
    held: share of the campaigns in which it came about; the rest is of these.
    adopted: share.
    unanimous: share of those adopted.
    stock: mean provocation at the end.
    away: mean levels away from the record's text, over the measures that it or the regime touches.
    paper: mean pressure on paper at the end of its months, points 0 to 100.
    enforced: the same as enforced.
    trade: median of the flow that is watched, at the end of its months, per mille of its start.
    answers: response of the target -> share.
    seconds: median of a whole campaign.
    """

    sitting: str
    held: float
    adopted: float
    unanimous: float
    stock: float
    away: float
    paper: float
    enforced: float
    trade: float
    answers: Mapping[str, float]
    seconds: float


def stations(scenario: Scenario, journeys: Sequence[Journey]) -> tuple[Station, ...]:
    """Count what became of each sitting."""
    later = scenario.campaign.sequels if scenario.campaign else ()
    sittings = (scenario, *(sequel.scenario for sequel in later))
    return tuple(_station(s, journeys) for s in sittings)


def _station(sitting: Scenario, journeys: Sequence[Journey]) -> Station:
    found = [p for j in journeys for p in j.past if p.sitting == sitting.id and not p.passed]
    won = [left for left in found if left.adopted]
    answers = Counter(act for left in found for act in left.acts)
    count = max(1, len(found))
    return Station(
        sitting.id,
        len(found) / len(journeys),
        len(won) / count,
        sum(left.yes == len(sitting.seats) for left in won) / max(1, len(won)),
        mean(left.stock for left in found) if found else 0.0,
        mean(_away(sitting, left) for left in won) if won else 0.0,
        mean(left.paper for left in found) if found else 0.0,
        mean(left.enforced for left in found) if found else 0.0,
        median(_trade(sitting, left) for left in found) if found else 0.0,
        {act: n / count for act, n in answers.most_common()},
        median(j.seconds for j in journeys),
    )


def _away(sitting: Scenario, left: Left) -> float:
    """Return the mean distance of a regime from the one that the record has after this sitting."""
    record = {m.id: sitting.record.get(m.id, sitting.base(m.id)) for m in sitting.measures}
    touched = [id for id, level in record.items() if level or left.levels.get(id)]
    return mean(abs(record[id] - left.levels.get(id, 0)) for id in touched)


def _trade(sitting: Scenario, left: Left) -> int:
    flow = sitting.target.main_flow
    return left.flows.get(flow.id, WHOLE) if flow else WHOLE


def listed(scenario: Scenario, found: Sequence[Station]) -> str:
    """Return the count as a table."""
    whole = scenario.campaign or scenario
    lines = [
        f"{whole.title} ({whole.id}), {found[0].seconds:.2f} seconds a campaign",
        "",
        HEAD,
    ]
    for s in found:
        answers = ", ".join(f"{act} {share:.0%}" for act, share in list(s.answers.items())[:4])
        lines.append(
            f"{s.sitting:18} {s.held:6.0%} {s.adopted:8.0%} {s.unanimous:6.0%} {s.stock:6.1f} "
            f"{s.away:6.2f} {s.paper:6.0f} {s.enforced:5.0f} {s.trade:6.0f}  {answers}"
        )
    return "\n".join((*lines, "", LEGEND))


HEAD = (
    f"{'sitting':18} {'held':>6} {'adopted':>8} {'15-0':>6} {'stock':>6} {'away':>6} "
    f"{'paper':>6} {'real':>5} {'trade':>6}  answers"
)
LEGEND = """away: levels from the record's regime after that sitting, mean
paper, real: pressure at the end of its months, written and enforced
trade: the flow that is watched, per mille of its start, median"""


def plain(found: Sequence[Station]) -> list[Mapping[str, object]]:
    """Return the count as plain data."""
    return [asdict(station) for station in found]
