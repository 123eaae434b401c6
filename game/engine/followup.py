"""The months after a vote: their stages, what acts in them are worth and what they add up to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.engine.changing import changed
from game.engine.record import Followup, Record
from game.engine.scenario import Prospect, Scenario, Season
from game.engine.state import State, note
from game.engine.terms import Seat

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
NEARER, SUSPENDED = 8, 25
"""Points by which a quiet line, and a suspension that stands, point to talks. Tuned."""


def season_of(scenario: Scenario) -> Season:
    """Return what can be done in the months after a vote; nothing where that is not in play."""
    return scenario.season or Season()


def follow_up(state: State, **changes: Any) -> State:
    """Change the record of the months after the vote."""
    return note(state, followup=changed(state.record.followup, **changes))


def effort_of(scenario: Scenario, seat: Seat) -> int:
    """Return the points of effort that one act of a seat is worth."""
    if seat == scenario.penholder:
        return EFFORT_PEN
    return EFFORT_PERMANENT if seat in scenario.permanent else EFFORT_ELECTED


def hands(scenario: Scenario, prospect: Prospect) -> tuple[Seat, ...]:
    """Return the members of this Council in whose hands something is; none if it is open to all."""
    return tuple(seat for seat in prospect.by if seat in scenario.seats)


def price_of(prospect: Prospect, stock: int) -> int:
    """Return the points of effort that it takes to win somebody at this provocation stock."""
    if prospect.by:
        return prospect.price
    return max(1, prospect.price - (stock - STOCK_OF_PRICES) // CHEAPER_BY)


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


def quieted(scenario: Scenario, record: Record) -> int:
    """Return by how much large exercises are smaller, per mille: the best favour that was done."""
    done = {p.item for p in record.pledges if (p.kind, p.status) == ("favour", "kept")}
    return max((f.quiets for f in scenario.favours if f.id in done), default=0)


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
