"""How the months after a vote go by: the border, the target, and two halves for delegations.

A month is a step at the border and what the target does. After a third and two thirds of the
months the delegations act outside the room, one act each; then the Committee decides what nobody
held. Reports are due in the second half.
"""

from __future__ import annotations

from attrs import evolve

from game.engine import aftermath, followup, pressure
from game.engine.abroad import Outside, border
from game.engine.abroad.gap import leaks
from game.engine.events import Crossed, Enforced, HalfOpened, MonthPassed
from game.engine.followup import ANSWER, CAMPAIGN, COMMITTEE, MONTH, follow_up
from game.engine.state import State, note, shift, tell
from game.engine.terms import TARGET, WORLD
from game.engine.text import level_of

DAYS = 30
"""Days of a month on the calendar of a sitting."""
LONGEST = 12
"""Months after which a gap between two sittings is not followed any further."""


def halves(months: int) -> tuple[int, int]:
    """Return the months after which the two halves of a season of so many months open."""
    first = max(1, months // 3)
    return first, max(first + 1, 2 * months // 3)


def begin(state: State) -> State:
    """Begin the months after the vote; the experts look on if the text in force lets them."""
    s, experts = state.scenario, state.scenario.target.experts
    mandate = not s.has(experts) or level_of(s, aftermath.final_draft(state), experts) > 0
    return follow_up(evolve(state, stage=""), panel=mandate, months=_months(state))


def _months(state: State) -> int:
    """Return how many months pass: those up to the next sitting, or without one the scenario's."""
    s = state.scenario
    later = s.campaign.sequels[len(state.past) :] if s.campaign else ()
    if not later:
        return s.months
    free = (later[0].scenario.start - s.date(state.record.day)).days // DAYS
    return max(1, min(LONGEST, free))


def go_on(state: State) -> State | None:
    """Open the next part of the season; None when it is over."""
    now = state.record.followup
    match state.stage:
        case followup.MONTH if _opens_half(state):
            return _half(state)
        case followup.CAMPAIGN if now.suspension and now.suspension.status == "offered":
            return evolve(state, stage=ANSWER, queue=(TARGET,))
        case followup.CAMPAIGN | followup.ANSWER:
            return _committee(state)
        case followup.COMMITTEE:
            state = followup.decide(state)
    if now.month < now.months:
        return _month(state)
    return None


def _opens_half(state: State) -> bool:
    """Tell whether delegations act now; where a season is not in play the months go by alone."""
    now = state.record.followup
    due = now.month in halves(now.months) and now.half < 2
    return due and state.scenario.plays("season")


def _month(state: State) -> State:
    """Let a month pass: what crosses the border, what the experts see, what the target does."""
    month = state.record.followup.month + 1
    state = follow_up(state, month=month)
    if state.record.followup.suspended:
        state = shift(state, followup.WHILE_IT_STANDS)
    state = at_the_border(note(state, day=state.record.day + DAYS))
    now = state.record.followup
    looks = now.panel and month + 1 in halves(now.months) and state.scenario.plays("season")
    queue = (WORLD, TARGET) if looks else (TARGET,)
    return evolve(state, stage=MONTH, queue=queue)


def _half(state: State) -> State:
    """Let every delegation act outside the room."""
    half = state.record.followup.half + 1
    state = tell(follow_up(state, half=half), HalfOpened(half))
    if half == 2:
        state = followup.renewal(followup.bring_back(state))
    return evolve(state, stage=CAMPAIGN, queue=state.scenario.seats)


def _committee(state: State) -> State:
    """Let the fifteen hold what is before the Committee, and report where that is due."""
    asked = bool(state.record.followup.open_notices) or followup.reports_due(state)
    queue = state.scenario.seats if asked else ()
    return evolve(state, stage=COMMITTEE, queue=queue)


# -- the border


def outside_of(state: State) -> Outside:
    """Return what others do in this month, from the vote, the text and the season."""
    s = state.scenario
    offer = pressure.talks_of(s, aftermath.final_draft(state)) // 2
    return Outside(
        season=s.date(state.record.day).month,
        stock=state.record.stock,
        push=aftermath.pushes(state),
        watch=followup.watch(state.record),
        offer=min(100, offer + followup.approach(state.record)),
    )


def at_the_border(state: State) -> State:
    """Let customs posts and banks do what they will for a month."""
    s, regime, month = state.scenario, aftermath.regime_in_force(state), state.record.followup.month
    world, crossing = border.month(s.target, s.enforcers, state.abroad, regime, outside_of(state))
    found = leaks(s.target, s.enforcers, world, regime)
    published = {f.flow for f in state.record.followup.published}
    seen = tuple(x for x in found if x.cause != "escaped" or x.flow in published)
    passed = MonthPassed(
        month,
        crossing.paper // 10,
        crossing.enforced // 10,
        {id: now - world.escaped[id] for id, now in world.flows.items()},
        crossing.money,
        seen,
        world.wills,
    )
    return tell(evolve(state, abroad=world), Crossed(month, world.flows, found), passed)


def finish(state: State) -> State:
    """Close the season: the suspension was kept, and the months are put side by side."""
    state = followup.keep(state)
    passed = [e for e in state.log if isinstance(e, MonthPassed)]
    crossed = [e for e in state.log if isinstance(e, Crossed)]
    if not passed:
        return state
    flows = {id: tuple(e.flows[id] for e in crossed) for id in crossed[-1].flows}
    paper, enforced = tuple(e.paper for e in passed), tuple(e.enforced for e in passed)
    end = Enforced(paper, enforced, flows, crossed[-1].leaks, passed[-1].will)
    return tell(evolve(state, stage=""), end)
