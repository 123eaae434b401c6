"""How the months after a vote go by: the border, the target, and two halves for delegations.

A month is a step at the border and what the target does. After a third and two thirds of the
months the delegations act outside the room, one act each; then the Committee decides what nobody
held. Reports are due in the second half.
"""

from __future__ import annotations

from attrs import evolve

from game.engine import aftermath, followup, pressure
from game.engine.events import Enforced, HalfOpened, MonthPassed
from game.engine.followup import ANSWER, CAMPAIGN, COMMITTEE, MONTH, follow_up
from game.engine.scenario import Scenario
from game.engine.state import State, shift, tell
from game.engine.terms import TARGET, WORLD
from game.engine.text import level_of


def halves(scenario: Scenario) -> tuple[int, int]:
    """Return the months after which the two halves of the season open."""
    first = max(1, scenario.months // 3)
    return first, max(first + 1, 2 * scenario.months // 3)


PANEL = "panel_of_experts"
"""The measure that gives the experts their mandate."""


def begin(state: State) -> State:
    """Begin the months after the vote; the experts look on if the text in force lets them."""
    s = state.scenario
    mandate = not s.has(PANEL) or level_of(s, aftermath.final_draft(state), PANEL) > 0
    return follow_up(evolve(state, stage=""), panel=mandate)


def go_on(state: State) -> State | None:
    """Open the next part of the season; None when it is over."""
    now = state.record.followup
    match state.stage:
        case followup.MONTH if now.month in halves(state.scenario) and now.half < 2:
            return _half(state)
        case followup.CAMPAIGN if now.suspension and now.suspension.status == "offered":
            return evolve(state, stage=ANSWER, queue=(TARGET,))
        case followup.CAMPAIGN | followup.ANSWER:
            return _committee(state)
        case followup.COMMITTEE:
            state = followup.decide(state)
    if now.month < state.scenario.months:
        return _month(state)
    return None


def _month(state: State) -> State:
    """Let a month pass: what crosses the border, what the experts see, what the target does."""
    month = state.record.followup.month + 1
    state = follow_up(state, month=month)
    if state.record.followup.suspended:
        state = shift(state, followup.WHILE_IT_STANDS)
    state = at_the_border(state, month)
    looks = state.record.followup.panel and month + 1 in halves(state.scenario)
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


def at_the_border(state: State, month: int) -> State:
    """Let customs posts and banks do what they will for a month."""
    s, draft = state.scenario, aftermath.final_draft(state)
    wills = aftermath.wills_of(state)
    paper, enforced = pressure.year_at_the_border(s, draft, wills)
    trade = pressure.trade_course(s, draft, wills)
    at = min(month, pressure.MONTHS) - 1
    course = trade[at] if trade else -1
    if month == 1:
        state = aftermath.bite(state, paper[-1], enforced[at])
    return tell(state, MonthPassed(month, paper[at], enforced[at], course, wills))


def finish(state: State) -> State:
    """Close the season: the suspension was kept, and the months are put side by side."""
    state = followup.keep(state)
    passed = [e for e in state.log if isinstance(e, MonthPassed)]
    if not passed:
        return state
    trade = tuple(e.trade for e in passed if e.trade >= 0)
    paper, enforced = tuple(e.paper for e in passed), tuple(e.enforced for e in passed)
    return tell(evolve(state, stage=""), Enforced(paper, enforced, trade, passed[-1].will))
