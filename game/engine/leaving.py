"""What a sitting of a campaign leaves to those that follow."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from game.engine import aftermath, ambition, course, pressure, season, wording
from game.engine.abroad.whole import WHOLE
from game.engine.events import BeatOpened, Enforced
from game.engine.past import Left
from game.engine.record import Draft
from game.engine.scenario import Scenario
from game.engine.state import State
from game.engine.terms import Ballot, Seat
from game.engine.text import level_of


def left_by(state: State) -> Left:
    """Return what a sitting leaves."""
    s, tally = state.scenario, state.tally
    adopted = bool(tally and tally.adopted)
    draft = aftermath.final_draft(state)
    levels = {m.id: level_of(s, draft, m.id) if adopted else s.base(m.id) for m in s.measures}
    if course.sprung(s, state.record):
        ended = ((id, at) for id, at in s.target.falls_back.items() if levels.get(id) in at)
        levels |= dict.fromkeys((id for id, _at in ended), 0)
    before, voted = aftermath.left_before(state), course.voted_on(state.log)
    holds = pressure.held_after if course.sprung(s, state.record) else pressure.still_held
    made, end = state.record.followup.suspension, _at_the_end(state)
    return Left(
        s.id,
        s.date(_ended(state)),
        adopted=adopted,
        yes=tally.count(Ballot.YES) if tally else 0,
        seats=len(s.seats),
        levels={**(before.levels if before else {}), **levels},
        stock=state.record.stock,
        acts=acts_of(state),
        scores=aftermath.score(state),
        title=s.title,
        stance=s.target.steps[state.abroad.stance].id,
        kept=made is not None and made.status == "kept",
        paper=end.paper[-1] // 10 if end else 0,
        enforced=end.enforced[-1] // 10 if end else 0,
        flows=state.abroad.flows,
        voted=None if voted is None else s.date(voted),
        will=_will(state),
        plan=ambition.score(state),
        acted=_acted(state),
        words=_words_left(s, draft, before),
        held=holds(s, draft, before),
        readings=_readings(state, before),
        narrowed=_narrowed(state, before),
    )


def _readings(state: State, before: Left | None) -> Mapping[Seat, str]:
    """Return how the text in force was read: what was said of this one, or of the last adopted."""
    if state.tally is not None and state.tally.adopted:
        return {seat: it for seat, it in state.explained.items() if it in pressure.READ}
    return before.readings if before else {}


def _narrowed(state: State, before: Left | None) -> Mapping[Seat, str]:
    """Return which clause of the text in force each narrow reading named, if any."""
    if state.tally is not None and state.tally.adopted:
        return state.narrowed
    return before.narrowed if before else {}


def _acted(state: State) -> date | None:
    """Return about when the gravest act of the months was: the end of its month."""
    acts = state.record.followup.acts
    month = next((month for month, id in acts if id == state.response), None)
    return None if month is None else state.scenario.date(_ended(state) + season.DAYS * month)


def _words_left(scenario: Scenario, draft: Draft, before: Left | None) -> Mapping[str, int]:
    """Return what the words of the clauses in force make of them, where they are not their own."""
    told = {
        m.id: wording.left_by(scenario, wording.clause_at(scenario, draft, m.id), before)
        for m in scenario.measures
    }
    return {id: n for id, n in {**(before.words if before else {}), **told}.items() if n != WHOLE}


def _will(state: State) -> int:
    """Return how ready all who enforce are, each by its share of the trade, per mille."""
    wills, who = state.abroad.wills, state.scenario.enforcers
    whole = max(1, sum(e.share for e in who))
    return int(sum(e.share * wills.get(e.id, 0) for e in who)) // whole


def _at_the_end(state: State) -> Enforced | None:
    return next((e for e in reversed(state.log) if isinstance(e, Enforced)), None)


def _ended(state: State) -> int:
    """Return the day on which the months after the vote began."""
    opened = (e.day for e in reversed(state.log) if isinstance(e, BeatOpened))
    return next(opened, state.record.day)


def acts_of(state: State) -> tuple[str, ...]:
    """Return what the target did after the vote."""
    return (state.response,) if state.response else ()
