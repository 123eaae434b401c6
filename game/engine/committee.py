"""The Committee of the fifteen: what is before it, and what comes of what nobody holds."""

from __future__ import annotations

from attrs import evolve

from game.engine import council
from game.engine.events import Event, NoticeDecided
from game.engine.followup import follow_up, season_of
from game.engine.record import Finding, Followup, Notice
from game.engine.settlement import discredited
from game.engine.state import State, shift, tell
from game.engine.terms import Seat
from game.engine.text import level_of

LISTED = {"trust": -1}
"""What a name on the list moves. Tuned."""


DUE_AFTER = 3
"""Months after a vote at which reports are due."""


def reports_due(state: State) -> bool:
    """Tell whether reports are due: in the second half, on a text that was adopted.

    Source: reports are called for within 90 days of adoption (resolution 2094 (2013) and later).
    """
    now = state.record.followup
    late = now.half == 2 and now.month >= DUE_AFTER
    return late and bool(state.tally and state.tally.adopted) and has_committee(state)


def owes_report(state: State, seat: Seat) -> bool:
    """Tell whether a report is due that a seat has not sent yet."""
    return reports_due(state) and seat not in state.record.followup.reports


def has_committee(state: State) -> bool:
    """Tell whether a text in force has founded a Committee: of this sitting, or of one before.

    Source: the first on this matter was founded by resolution 1718 (2006), paragraph 12.
    """
    s, tally, season = state.scenario, state.tally, season_of(state.scenario)
    draft = state.version(state.blue).clauses if tally and tally.adopted else {}
    texts = (
        {id: level_of(s, draft, id) for id in season.founded},
        *(left.levels for left in state.past if left.adopted),
    )
    return season.committee and any(
        all(text.get(id, 0) >= n for id, n in season.founded.items()) for text in texts
    )


def outside(now: Followup) -> Followup:
    """Return the months as they are known outside: no report of the experts before it is out."""
    sealed = (n.kind == "publish" and n.status != "passed" for n in now.notices)
    notices = tuple(
        evolve(n, item="") if shut else n for n, shut in zip(now.notices, sealed, strict=True)
    )
    return evolve(now, findings=now.published, notices=notices)


def told_outside(event: Event) -> Event:
    """Return a fact as it is known outside: not what a report was about that was held."""
    if isinstance(event, NoticeDecided) and event.kind == "publish" and event.held:
        return evolve(event, item="")
    return event


def decide(state: State) -> State:
    """Let the Committee decide what was before it: what nobody held, and nobody needs time for."""
    for number, notice in enumerate(state.record.followup.notices):
        if notice.status == "open" and notice.later and not notice.held:
            state = _noticed(state, number, evolve(notice, status="late"))
        elif notice.is_open:
            state = _decided(state, number, notice)
    return state


def need_time(state: State) -> tuple[Seat, ...]:
    """Return who has asked for more time on what the Committee has not decided."""
    asked = {n.later for n in state.record.followup.notices if n.status == "late"}
    return tuple(seat for seat in state.scenario.seats if seat in asked)


def _decided(state: State, number: int, notice: Notice) -> State:
    status = "held" if notice.held else "passed"
    state = _noticed(state, number, evolve(notice, status=status))
    due = _time_to_object(state, notice)
    told = NoticeDecided(
        notice.kind, notice.item, notice.by, notice.held, due, notice.later, notice.is_stale
    )
    state = tell(state, told)
    if notice.is_stale:
        state = discredited(state, notice.held, "hold")
    match notice.kind:
        case "renew":
            return follow_up(state, panel=not notice.held)
        case "list" if not notice.held:
            return shift(state, LISTED)
        case "relief" if not notice.held:
            found = season_of(state.scenario).relief(notice.item)
            return shift(state, {"hardship": -found.hardship if found else 0})
        case "publish" if not notice.held:
            return _published(state, notice.item)
    return state


def _time_to_object(state: State, notice: Notice) -> int:
    """Return the day on which the time to object to a note of today runs out."""
    today = state.scenario.date(state.record.day)
    until = council.after_working_days(today, council.time_to_object(extended=bool(notice.later)))
    return state.record.day + (until - today).days


def _noticed(state: State, number: int, notice: Notice) -> State:
    notices = list(state.record.followup.notices)
    notices[number] = notice
    return follow_up(state, notices=tuple(notices))


def _published(state: State, flow: str) -> State:
    findings = state.record.followup.findings
    return follow_up(
        state, findings=tuple(evolve(f, published=f.published or f.flow == flow) for f in findings)
    )


def bring_back(state: State) -> State:
    """Put what was held before the Committee again: a hold has to be placed anew."""
    for number, notice in enumerate(state.record.followup.notices):
        if notice.status == "held" and notice.kind != "renew":
            state = _noticed(
                state, number, evolve(notice, status="open", held="", later="", aged=True)
            )
    return state


def renewal(state: State) -> State:
    """Put the mandate of the experts before the Council, if they have one."""
    now = state.record.followup
    if not now.panel:
        return state
    return follow_up(state, notices=(*now.notices, Notice("renew")))


def uncover(state: State, finding: Finding) -> State:
    """Let the experts see a leak, and send their report to the Committee; once for each flow."""
    now, sent = state.record.followup, Notice("publish", finding.flow)
    before = next((f for f in now.findings if f.flow == finding.flow), None)
    if before is None:
        found = (*now.findings, finding)
        return follow_up(state, findings=found, notices=(*now.notices, sent))
    seen = evolve(finding, published=before.published)
    return follow_up(state, findings=tuple(seen if f is before else f for f in now.findings))
