"""How the months after a vote go by: the border, the target, and two halves for delegations.

A month is a step at the border and what the target does. After a third and two thirds of the
months the delegations act outside the room, one act each; then the Committee decides what nobody
held. Reports are due in the second half.
"""

from __future__ import annotations

from game.engine import aftermath, committee, followup, pressure, standstill
from game.engine.abroad import Abroad, Outside, acts, relief_broken, stirred
from game.engine.abroad import season as months
from game.engine.abroad.gap import leaks
from game.engine.abroad.world import FINE
from game.engine.changing import changed
from game.engine.events import Crossed, Enforced, HalfOpened, MonthPassed, TalksStrained
from game.engine.followup import (
    ANSWER,
    CAMPAIGN,
    COMMITTEE,
    EXPERTS,
    LOOK,
    MONTH,
    PLAN,
    STEP,
    follow_up,
)
from game.engine.past import Left
from game.engine.record import Draft
from game.engine.scenario import Scenario
from game.engine.settlement import hold_to_readings, settle
from game.engine.state import State, known, note, tell
from game.engine.terms import TARGET, WORLD, Ballot
from game.engine.text import level_of

DAYS = 30
"""Days of a month on the calendar of a sitting."""
LONGEST = 12
"""Months after which a gap between two sittings is not followed any further, unless the first of
them is a crisis that lasts longer."""

READ = ("trust", "threat", "programme")
"""Indicators of which each month tells how they stood."""


def halves(months: int) -> tuple[int, int]:
    """Return the months after which the two halves of a season of so many months open."""
    first = max(1, months // 3)
    return first, max(first + 1, 2 * months // 3)


def begin(state: State) -> State:
    """Begin the months after the vote; the experts look on if the text in force lets them."""
    s, experts = state.scenario, state.scenario.target.experts
    asked = not s.has(experts) or level_of(s, aftermath.final_draft(state), experts) > 0
    mandate = bool(experts) and asked
    state = follow_up(changed(state, stage=""), panel=mandate, months=_months(state))
    return _heard(state) if state.tally and state.tally.adopted else state


def _heard(state: State) -> State:
    """Let the target hear of the text; one that adds to the pressure ends what talks promised."""
    s, tally = state.scenario, state.tally
    assert tally is not None  # The caller asked.
    world = stirred(state.abroad, 1000 * tally.count(Ballot.YES) // len(s.seats))
    if not strains(s, state.abroad, aftermath.final_draft(state), aftermath.left_before(state)):
        return changed(state, abroad=world)
    told = TalksStrained(world.stance, trust_lost(world))
    return tell(changed(state, abroad=relief_broken(world)), told)


def strains(scenario: Scenario, abroad: Abroad, draft: Draft, before: Left | None) -> bool:
    """Tell whether a text, adopted, would add to the pressure while talks hold: they cool by it."""
    if not abroad.stance:
        return False
    old = pressure.paper_of(scenario, pressure.NO_TEXT, before)
    return pressure.paper_of(scenario, draft, before) > old


def trust_lost(abroad: Abroad) -> int:
    """Return the points of trust that a text costs which strains talks."""
    return int(abroad.gauges["trust"] - relief_broken(abroad).gauges["trust"]) // FINE


def _months(state: State) -> int:
    """Return how many months pass: those up to the next sitting, or without one the scenario's."""
    s = state.scenario
    later = s.campaign.sequels[len(state.past) :] if s.campaign else ()
    if not later:
        return s.months
    free = (later[0].scenario.start - s.date(state.record.day)).days // DAYS
    return max(1, min(max(LONGEST, s.months), free))


def go_on(state: State) -> State:
    """Open the next part of the season; after the last one the stage is DONE."""
    now = state.record.followup
    match state.stage:
        case followup.LOOK | followup.EXPERTS | followup.STEP | followup.MONTH | followup.PLAN:
            return _within(state)
        case followup.CAMPAIGN if now.suspension and now.suspension.status == "offered":
            return changed(state, stage=ANSWER, queue=(TARGET,))
        case followup.CAMPAIGN | followup.ANSWER:
            return _committee(state)
        case followup.COMMITTEE:
            state = committee.decide(state)
            if askers := committee.need_time(state):
                return changed(state, queue=askers)
            state = hold_to_readings(state)
    if now.month < now.months:
        return _month(state)
    return changed(state, stage=followup.DONE)


def _within(state: State) -> State:
    """Open the next part of a month: signs, experts, the prepared step, acts, the next step."""
    planned = state.abroad.plan > 0
    match state.stage:
        case followup.LOOK if _experts_look(state):
            return changed(state, stage=EXPERTS, queue=(WORLD,))
        case followup.LOOK | followup.EXPERTS if planned:
            return changed(state, stage=STEP, queue=(TARGET,))
        case followup.LOOK | followup.EXPERTS | followup.STEP:
            return changed(state, stage=MONTH, queue=(TARGET,))
        case followup.MONTH if not planned and _can_prepare(state):
            return changed(state, stage=PLAN, queue=(TARGET,))
    state = _dawn(changed(state, stage=""))
    return _half(state) if _opens_half(state) else go_on(state)


def _can_prepare(state: State) -> bool:
    return bool(state.scenario.target.large)


def _experts_look(state: State) -> bool:
    """Tell whether the experts report this month: before each half, if they have a mandate."""
    now = state.record.followup
    soon = now.month + 1 in halves(now.months)
    return now.panel and soon and state.scenario.plays("season")


def _opens_half(state: State) -> bool:
    """Tell whether delegations act now; where a season is not in play the months go by alone."""
    now = state.record.followup
    due = now.month in halves(now.months) and now.half < 2
    return due and state.scenario.plays("season")


def _month(state: State) -> State:
    """Let a month begin: what crosses the border, then what is seen of the target's plans."""
    state = follow_up(state, month=state.record.followup.month + 1)
    state = at_the_border(note(state, day=state.record.day + DAYS))
    return changed(state, stage=LOOK, queue=(WORLD,) * acts.SIGNS_A_MONTH)


def _dawn(state: State) -> State:
    """Let the month end: what lasts, what fades, what grows."""
    assert state.month is not None  # It has begun.
    shots = state.record.followup.shots
    world = acts.dawn(state.scenario.target, state.abroad, state.month.outside, shots)
    return changed(state, abroad=world)


def _half(state: State) -> State:
    """Let every delegation act outside the room."""
    half = state.record.followup.half + 1
    state = tell(follow_up(state, half=half), HalfOpened(half))
    if half == 2:
        state = committee.renewal(committee.bring_back(state))
    return changed(state, stage=CAMPAIGN, queue=state.scenario.seats)


def _committee(state: State) -> State:
    """Let the fifteen hold what is before the Committee, and report where that is due."""
    if state.record.followup.half == 2:
        state = settle(state, "season")
    asked = bool(state.record.followup.open_notices) or committee.reports_due(state)
    queue = state.scenario.seats if asked else ()
    return changed(state, stage=COMMITTEE, queue=queue)


# -- the border


def outside_of(state: State) -> Outside:
    """Return what others do in this month, from the vote, the text and the season."""
    s = state.scenario
    offer = pressure.talks_of(s, aftermath.final_draft(state)) // 2
    season = s.date(state.record.day).month
    return Outside(
        season=season,
        stock=state.record.stock,
        push=aftermath.pushes(state),
        watch=followup.watch(state.record),
        exercises=int(season in s.target.exercises),
        quieted=followup.quieted(s, state.record),
        tension=FINE * s.target.indicators.get("threat", 0) - acts.CALM,
        offer=min(100, offer + followup.approach(state.record)),
        aid=followup.aid(state.record.followup),
    )


def at_the_border(state: State) -> State:
    """Let customs posts and banks do what they will for a month."""
    s, regime, month = state.scenario, aftermath.regime_in_force(state), state.record.followup.month
    world, begun = months.opened(s.target, s.enforcers, state.abroad, regime, outside_of(state))
    crossing = begun.crossing
    found = leaks(s.target, s.enforcers, world, regime)
    published = {f.flow for f in state.record.followup.published}
    seen = tuple(x for x in found if x.cause != "escaped" or x.flow in published)
    passed = MonthPassed(
        month,
        crossing.paper,
        crossing.enforced,
        {id: now - world.escaped[id] for id, now in world.flows.items()},
        crossing.money,
        seen,
        world.wills,
        world.gauges["hardship"],
        world.gauges["fuel"],
        begun.outside.season,
        state.record.day,
        {key: known(world)[key] for key in READ},
        world.stance,
    )
    return tell(
        changed(state, abroad=world, month=begun), Crossed(month, world.flows, found), passed
    )


def finish(state: State) -> State:
    """Close the season: the suspension was kept, and the months are put side by side.

    What was promised for these months was kept if nothing in them broke it.
    """
    state = settle(settle(standstill.keep(state), "season"), "months")
    passed = [e for e in state.log if isinstance(e, MonthPassed)]
    crossed = [e for e in state.log if isinstance(e, Crossed)]
    if not passed:
        return state
    flows = {id: tuple(e.flows[id] for e in crossed) for id in crossed[-1].flows}
    paper, enforced = tuple(e.paper for e in passed), tuple(e.enforced for e in passed)
    end = Enforced(paper, enforced, flows, crossed[-1].leaks, passed[-1].will)
    return tell(changed(state, stage=""), end)
