"""Why a computer acts: the one reason that its act follows from, with the points it reckoned.

What is said comes from the same tables as the act itself, so it is true of the seat that acts; it
is for those who may look into its cards, in the debrief and in tests.
"""

from __future__ import annotations

from game.ai import mind
from game.engine import opinion
from game.engine.actions import (
    Action,
    Ask,
    Back,
    CastVote,
    CoSponsor,
    DemandSight,
    Grant,
    Oppose,
    Refuse,
    Say,
    Warn,
)
from game.engine.observation import Observation
from game.engine.opinion import Reason, level_of
from game.engine.record import Asked


def why(observation: Observation, action: Action) -> Reason:
    """Return the reason of an act of this seat: its kind, the points behind it, the measure."""
    o = observation
    match action:
        case Ask():
            return _for_asking(o, action.measure, action.level)
        case Back() | Oppose():
            return Reason("instructed", 0, action.measure)
        case Warn():
            alone = opinion.alone(o.scenario, action.measure, action.level)
            return Reason("short_alone", _above_yes(o, mind.points_for(o, alone)), action.measure)
        case Grant() | Refuse():
            return _for_answering(o, o.record.asks[action.ask - 1], action)
        case Say() | CoSponsor() | CastVote() if o.draft is not None:
            points = _above_yes(o, mind.points_for(o, o.draft))
            return Reason("above_yes" if points >= 0 else "below_yes", points)
        case DemandSight():
            return Reason("not_shown", opinion.LATE_SIGHT)
    return Reason("nothing_more" if not o.tokens.get(o.seat) else "carries_on", 0)


def _above_yes(observation: Observation, points: int) -> int:
    return points - mind.brief(observation).yes_at


def _for_asking(observation: Observation, measure: str, level: int) -> Reason:
    o, s = observation, observation.scenario
    at, now = [m.id for m in s.measures].index(measure), level_of(s, o.draft or {}, measure)
    own, aims = mind.own_table(o)[at], mind.aim_table(o)[at]
    if aims[level] > aims[now]:
        return Reason("instructed", int(own[level] + aims[level] - own[now] - aims[now]), measure)
    return Reason("own_interest", int(own[level] - own[now]), measure)


def _for_answering(observation: Observation, ask: Asked, action: Action) -> Reason:
    o, s = observation, observation.scenario
    at = [m.id for m in s.measures].index(ask.measure)
    now = level_of(s, o.versions[-1].clauses, ask.measure)
    table = (mind.own_table(o) + mind.aim_table(o))[at]
    points = int(table[ask.level] - table[now])
    if isinstance(action, Grant):
        return Reason("concession" if points < 0 else "shared_wish", points, ask.measure)
    return Reason("too_dear" if points < 0 else "not_needed", points, ask.measure)
