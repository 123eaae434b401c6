"""What comes of acts in the months after a vote: efforts, notices, findings, the suspension."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from attrs import evolve

from game.engine import council, lint
from game.engine.abroad import Abroad, held_off, mind, stepped
from game.engine.abroad.whole import most
from game.engine.events import BeatOpened, Event, NoticeDecided, SuspensionSettled, Tally
from game.engine.record import Draft, Finding, Followup, Notice, Record
from game.engine.scenario import LOUD, Aim, Prospect, Response, Scenario, Season
from game.engine.settlement import discredited
from game.engine.state import State, note, shift, tell
from game.engine.terms import TARGET, Ballot, Phase, Seat
from game.engine.text import level_of

LOOK, EXPERTS, STEP, MONTH, PLAN = "look", "experts", "step", "month", "plan"
"""Stages of a month: what is seen from outside, what the experts report, what becomes of a large
step that is made ready, what the target does, what it begins to prepare."""
INNER = (LOOK, EXPERTS, STEP, PLAN)
"""Stages of which others do not know whether there was anything to decide."""
DONE = "done"
"""Stage after the last month, before the sitting is put together."""
CAMPAIGN, ANSWER, COMMITTEE = "campaign", "answer", "committee"
"""Stages of the season: what delegations do outside, the target's answer to an offer, what is
before the Committee."""

EFFORT_PEN, EFFORT_PERMANENT, EFFORT_ELECTED = 3, 2, 1
"""Points of effort that one act of a delegation is worth. Tuned: by the size of its service."""
CHEAPER_BY = 10
"""Points of provocation stock above that of the briefs that make a State a point cheaper to win.
Tuned: of what can be won, the record has one case before 2017 and nine from September 2017 on, at a
stock of some 130."""
STOCK_OF_PRICES = 46
"""Provocation stock for which prices are written: March 2016."""
RESENTMENT = 25
"""Will, per mille, that a member which resents a measure outside the Council takes back. Tuned."""
REPORTED = {"full": 40, "short": -40, "none": -60}
"""Will, per mille, that a report shows and moves in whoever enforces. Tuned: what is written down
is carried out, and a short report tells every trader how things stand."""
LISTED = {"trust": -1}
"""What a name on the list moves. Tuned."""
KEPT = {"trust": 8, "threat": -4}
"""What a suspension moves that was kept to its end. Tuned."""
NEARER, SUSPENDED = 8, 25
"""Points by which a quiet line, and a suspension that stands, point to talks. Tuned."""


WEEK = 7
"""Days after a vote at which the months begin. Tuned."""


def voted_on(log: Sequence[Event]) -> int | None:
    """Return the day of the vote, or without one the last day of talks; None before that."""
    opened = (e.day for e in reversed(log) if isinstance(e, BeatOpened) and e.beat is Phase.ECHO)
    after = next(opened, None)
    return None if after is None else after - WEEK


def season_of(scenario: Scenario) -> Season:
    """Return what can be done in the months after a vote; nothing where that is not in play."""
    return scenario.season or Season()


def follow_up(state: State, **changes: Any) -> State:
    """Change the record of the months after the vote."""
    return note(state, followup=evolve(state.record.followup, **changes))


def effort_of(scenario: Scenario, seat: Seat) -> int:
    """Return the points of effort that one act of a seat is worth."""
    if seat == scenario.penholder:
        return EFFORT_PEN
    return EFFORT_PERMANENT if seat in scenario.permanent else EFFORT_ELECTED


def price_of(prospect: Prospect, stock: int) -> int:
    """Return the points of effort that it takes to win somebody at this provocation stock."""
    return max(1, prospect.price - (stock - STOCK_OF_PRICES) // CHEAPER_BY)


DUE_AFTER = 3
"""Months after a vote at which reports are due."""


def reports_due(state: State) -> bool:
    """Tell whether reports are due: in the second half, on a text that was adopted.

    Source: reports are called for within 90 days of adoption (resolution 2094 (2013) and later).
    """
    now = state.record.followup
    late = now.half == 2 and now.month >= DUE_AFTER
    return late and bool(state.tally and state.tally.adopted) and has_committee(state)


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


def will_added(scenario: Scenario, now: Followup) -> Mapping[str, int]:
    """Return what the season adds to the will of each enforcer, per mille."""
    out = {e.id: 0 for e in scenario.enforcers}
    of_seat = {e.seat: e.id for e in scenario.enforcers if e.seat}
    season = season_of(scenario)
    for id in now.won:
        prospect = season.prospect(id)
        if prospect is not None:
            if prospect.enforcer in out:
                out[prospect.enforcer] += prospect.will
            for seat in prospect.minds:
                if seat in of_seat:
                    out[of_seat[seat]] -= RESENTMENT
    for notice in now.notices:
        listing = season.listing(notice.item)
        if notice.kind == "list" and notice.status == "passed" and listing is not None:
            out[listing.enforcer] = out.get(listing.enforcer, 0) + listing.will
    for seat, kind in now.reports.items():
        if seat in of_seat:
            out[of_seat[seat]] += REPORTED[kind]
    return out


AID, AID_HELD, MOST_AID = 40, 20, 300
"""Hardship, per mille of it, that a contribution lifts; while the Committee holds what agencies ask
for, when it is paid and waits at a border; and all contributions. Tuned: the widest exemption of a
text lifts 200."""


def aid(now: Followup) -> int:
    """Return the hardship that contributions lift, per mille of it."""
    held = any(n.kind == "relief" and n.status == "held" for n in now.notices)
    return min(MOST_AID, (AID_HELD if held else AID) * len(now.aided))


WATCHED, REPORTED_IN_FULL = 100, 10
"""Watch, per mille, that a published finding and a full report each add. Tuned: a small part of the
mandate of the experts itself."""


def watch(record: Record) -> int:
    """Return how closely leaks are looked for beside the text's own means, per mille."""
    now = record.followup
    full = sum(kind == "full" for kind in now.reports.values())
    return min(1000, WATCHED * len(now.published) + REPORTED_IN_FULL * full)


def approach(record: Record) -> int:
    """Return how far the quiet lines and the suspension point to talks, 0 to 100."""
    now = record.followup
    return min(100, NEARER * len(now.contacts) + SUSPENDED * now.suspended)


def shared_loss(scenario: Scenario, record: Record) -> int:
    """Return the points of score that every delegation loses if the ladder was climbed to its end.

    The ladder is come down from in quiet months; what was lost at its end stays lost.
    """
    top = {r.id for r in scenario.target.responses if r.is_last}
    lost = any(id in top for _, id in record.followup.acts)
    return scenario.target.shared_loss if lost else 0


class Course(Protocol):
    """A sitting and its months, as the state holds them or as a seat sees them."""

    @property
    def scenario(self) -> Scenario:
        """Return what is fixed."""

    @property
    def record(self) -> Record:
        """Return all that is public."""

    @property
    def abroad(self) -> Abroad:
        """Return the world beyond the room."""

    @property
    def begun(self) -> Abroad:
        """Return the world as the sitting found it."""


def came_about(outcome: str, now: Course) -> bool:
    """Tell whether the months after the vote brought what a capital wanted of them.

    quiet: nothing large was launched or tested. talks: the target stands on the road to them, or
    a suspension stood to the end. relief: people are no worse off than before.
    """
    record, abroad = now.record, now.abroad
    by_id = {r.id: r for r in now.scenario.target.responses}
    acts = [by_id[id] for _, id in record.followup.acts]
    match outcome:
        case "quiet":
            return not any(act.is_loud for act in acts)
        case "talks":
            made = record.followup.suspension
            kept = made is not None and made.status == "kept"
            return kept or abroad.stance > 0
        case "relief":
            return hungrier(now) <= 0
    return False


class Ended(Course, Protocol):
    """A sitting that is over, as the state holds it or as a seat sees it."""

    @property
    def tally(self) -> Tally | None:
        """Return the count, if there was one."""


def reached(over: Ended, seat: Seat, aim: Aim, text: Draft) -> bool:
    """Tell whether an aim of a seat is met by how the sitting ended.

    text: what is in force then.
    """
    s, tally = over.scenario, over.tally
    adopted = tally is not None and tally.adopted
    if aim.outcome == "adopted":
        return adopted
    if aim.outcome == "unanimous":
        return adopted and tally is not None and tally.count(Ballot.YES) == len(s.seats)
    if aim.outcome == "granted":
        return adopted and any(p.to == seat and p.status == "kept" for p in over.record.promised)
    if aim.outcome:
        return came_about(aim.outcome, over)
    return lint.meets(s, text, aim)


def hungrier(now: Course) -> int:
    """Return how much more hardship there is than when the sitting began, per mille."""
    return int(now.abroad.gauges.get("hardship", 0) - now.begun.gauges.get("hardship", 0))


HUNGRIER = 50
"""Hardship above that at the beginning that an aid worker speaks of, per mille. Tuned."""
MANY_WON = 4
"""States won by which a capital speaks of them. Tuned: computers have won one after the text of
March 2016, and five or more in autumn 2017."""


def brought(came: str, course: Course) -> bool:
    """Tell whether the months after the vote brought this; `scenario.CAME` has the whole list.

    tests: an act of the fourth rung or above. launches: one of the third. quiet: none above words.
    talks: as an aim. hunger: more hardship than at the beginning. held: an exemption that somebody
    holds. relief: one that passed. won: several States. found: a published leak.
    """
    now = course.record.followup
    rungs = {r.id: r.rung for r in course.scenario.target.responses}
    top = max((rungs[id] for _, id in now.acts), default=0)
    reliefs = {n.status for n in now.notices if n.kind == "relief"}
    met = {
        "tests": top > LOUD,
        "launches": top == LOUD,
        "quiet": top <= 1,
        "talks": came_about("talks", course),
        "hunger": hungrier(course) >= HUNGRIER,
        "held": "held" in reliefs,
        "relief": "passed" in reliefs,
        "won": len(now.won) >= MANY_WON,
        "found": bool(now.published),
    }
    return now.month > 0 and bool(met[came])


# -- the Committee


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
    """Let the Committee decide what was before it: what nobody held."""
    for number, notice in enumerate(state.record.followup.notices):
        if notice.status == "open":
            state = _decided(state, number, notice)
    return state


def _decided(state: State, number: int, notice: Notice) -> State:
    status = "held" if notice.held else "passed"
    state = _noticed(state, number, evolve(notice, status=status))
    due = _time_to_object(state)
    state = tell(state, NoticeDecided(notice.kind, notice.item, notice.by, notice.held, due))
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


def _time_to_object(state: State) -> int:
    """Return the day on which the time to object to a note of today runs out."""
    today = state.scenario.date(state.record.day)
    until = council.after_working_days(today, council.NO_OBJECTION)
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
            state = _noticed(state, number, evolve(notice, status="open", held=""))
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


# -- suspension for suspension


def agree(state: State, *, accepted: bool) -> State:
    """Let the target answer the offer."""
    made, offer = state.record.followup.suspension, season_of(state.scenario).standstill
    assert made is not None  # The answer was legal.
    assert offer is not None  # So it was made.
    if not accepted:
        return follow_up(state, suspension=evolve(made, status="refused"))
    world = held_off(state.abroad, 1)
    if offer.step:
        there = mind.step_of(state.scenario.target, offer.step)
        world = stepped(world, most(world.stance, there))
    state = evolve(state, abroad=world)
    return follow_up(state, suspension=evolve(made, status="accepted"))


def breaks(scenario: Scenario, abroad: Abroad, response: Response) -> bool:
    """Tell whether an act of the target is one that its own word rules out now."""
    return bool(mind.ruled_out(scenario.target, abroad, response))


def break_off(state: State, breaker: Seat) -> State:
    """Break the suspension, in public: by an act, or by the exercises it held off."""
    made = state.record.followup.suspension
    if made is None or made.status != "accepted":
        return state
    state = follow_up(state, suspension=evolve(made, status="broken", breaker=breaker))
    state = tell(state, SuspensionSettled(made.by, made.through, breaker))
    state = evolve(state, abroad=stepped(held_off(state.abroad, 0), 0))
    return state if breaker == TARGET else discredited(state, breaker, "promise")


def keep(state: State) -> State:
    """Find at the end of the season that a suspension was kept, if nobody broke it."""
    made = state.record.followup.suspension
    if made is None or made.status != "accepted":
        return state
    state = follow_up(state, suspension=evolve(made, status="kept"))
    # It was agreed for these months; nobody breaks a word when they are over.
    state = evolve(state, abroad=evolve(state.abroad, paused=0))
    return shift(tell(state, SuspensionSettled(made.by, made.through)), KEPT)


def acceptance(state: State, lean: Mapping[str, int], doctrine: str) -> int:
    """Return how strongly the target is drawn to the offer, per mille."""
    made, offer = state.record.followup.suspension, season_of(state.scenario).standstill
    if made is None or offer is None:
        return 0
    weight = offer.base + offer.channels.get(made.through, 0) + offer.plans.get(doctrine, 0)
    weight += sum(points * lean.get(key, 0) // 100 for key, points in offer.leans.items())
    return min(1000, max(0, weight))
