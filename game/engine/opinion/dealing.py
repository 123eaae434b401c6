"""What procedure, promises and the others add to a sum: all that does not depend on a brief."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine import text
from game.engine.opinion.found import finding_reasons
from game.engine.opinion.own import Reason
from game.engine.opinion.promises import FACE, keeps, promise_reasons, spares
from game.engine.record import Draft, Record
from game.engine.scenario import Scenario
from game.engine.terms import Seat
from game.engine.text import level_of
from game.engine.wording import stands_at

LATE_SIGHT = -3
"""Points for a text seen a day before blue, or not at all. Tuned."""
LATE_AFTER_DEMAND = -6
"""The same for a seat that had demanded to see it. Tuned."""
ASK_STANDS = 2
"""Points for each of the first two granted asks that stand in the text. Tuned."""
PLEDGE_BROKEN = -9
"""Points for each promise to this seat that the text breaks. Tuned."""
WORD_DOUBTED = -1
"""Points for each promise to somebody else that the text breaks, at most six. Tuned."""
MOST_DOUBTS = 6
"""Promises to others after which doubt grows no more. Tuned."""
ASK_IGNORED = -1
"""Points for each ask left without an answer, at most two. Tuned."""
GRIEVANCE = -2
"""Points for each promise broken to this seat in an earlier sitting, or veto it regrets, at most
two: in its sum on a text of the pen that did so, and in deals with whoever did. Tuned."""
MARK_STANDS = 1
"""Points for each clause that went as this seat had said in public, or lost if not. Tuned."""
UNITY_DIVISOR = 6
"""Others on record that make up one point of unity. Tuned: seven sittings."""
PULLS = {"USA": "us_pull", "CHN": "cn_pull", "RUS": "ru_pull"}
"""Members whose phrase pulls others, and the weight it has."""


def dealing_reasons(
    scenario: Scenario, record: Record, seat: Seat, draft: Draft
) -> Iterator[Reason]:
    """List what promises, asks and marks of this seat add for a text.

    What was promised to others in secret raises no doubts.
    """
    stood = broken = 0
    for pledge in record.promised:
        held = keeps(scenario, draft, pledge)
        if pledge.to != seat:
            broken += not held and not pledge.secret
        elif not held:
            yield Reason("pledge_broken", PLEDGE_BROKEN, pledge.measure)
        elif (stood := stood + 1) <= 2:
            yield Reason("ask_stands", ASK_STANDS, pledge.measure)
    if broken and seat != scenario.penholder:
        yield Reason("word_doubted", WORD_DOUBTED * min(MOST_DOUBTS, broken), str(broken))
    for mark in record.marks:
        if mark.seat == seat:
            at = stands_at if mark.backed else level_of
            went = mark.holds(at(scenario, draft, mark.measure))
            yield Reason("mark", MARK_STANDS if went else -MARK_STANDS, mark.measure)
    yield from promise_reasons(scenario, record, seat, draft)
    yield from finding_reasons(scenario, record, draft)
    yield from _settling_reasons(scenario, record, seat, draft)


def _settling_reasons(
    scenario: Scenario, record: Record, seat: Seat, draft: Draft
) -> Iterator[Reason]:
    if changed := text.reopened(scenario, record, seat, draft):
        yield Reason("reopened", text.REOPENED * changed, str(changed))
    for measure in text.unheard(scenario, record, seat, draft):
        yield Reason("silence_ignored", text.SILENCE_IGNORED, measure)


def shared_reasons(scenario: Scenario, record: Record, seat: Seat) -> Iterator[Reason]:
    """List what procedure and the others add to a seat's sum; all of it is public."""
    late = sight_points(scenario, record, seat)
    if late:
        yield Reason("late_sight", late)
    ignored = sum(a.seat == seat and a.status == "ignored" for a in record.asks)
    if ignored:
        yield Reason("ignored", ASK_IGNORED * min(2, ignored))
    brief = scenario.briefs[seat]
    for ally, weight in PULLS.items():
        if ally != seat and ally in scenario.briefs:
            points = getattr(brief.weights, weight) * record.phrase_points(ally)
            if points:
                yield Reason("pull", points, ally)
    others = sum(p.points >= 1 for s, p in record.phrases.items() if s != seat)
    unity = brief.unity * others // UNITY_DIVISOR
    if unity:
        yield Reason("unity", unity, str(others))
    if scenario.promised:
        yield Reason("next_step", scenario.promised)
    if record.settling.kept:
        yield Reason("silence_kept", text.SILENCE_KEPT)
    if face := face_points(record, seat):
        yield Reason("face", face)
    if grudge := grievance_points(scenario, record, seat):
        yield Reason("grievance", grudge, scenario.penholder)


def grudge(record: Record, seat: Seat, other: Seat) -> int:
    """Return by how much less a seat values what another promises it, in points: not forgotten."""
    held = sum((g.seat, g.by) == (seat, other) for g in record.grievances)
    return GRIEVANCE * min(2, held)


def grievance_points(scenario: Scenario, record: Record, seat: Seat) -> int:
    """Return what a seat has against a text of this pen from earlier sittings."""
    return grudge(record, seat, scenario.penholder)


def face_points(record: Record, seat: Seat) -> int:
    """Return how a phrase that was said before the cameras binds who said it."""
    said = record.faces.get(seat)
    return FACE * said.points if said else 0


def sight_points(scenario: Scenario, record: Record, seat: Seat) -> int:
    """Return what a late look at the text costs, if it went blue today."""
    if seat == scenario.penholder or seat in scenario.inner:
        return 0
    first = next((s.day for s in record.showings if seat in scenario.circle(s.circle)), None)
    if first is not None and record.day - first > 1:
        return 0
    return LATE_AFTER_DEMAND if seat in record.demanded else LATE_SIGHT


def refuses_below(scenario: Scenario, record: Record, seat: Seat) -> int:
    """Return the sum under which a seat votes no.

    A permanent member pays for a veto, as `veto_price` has it. Who has promised not to vote
    against holds out longer.
    """
    least = scenario.briefs[seat].no_at - spares(record, seat)
    return least - veto_price(scenario, record, seat)


def veto_price(
    scenario: Scenario, record: Record, seat: Seat, beside: tuple[Seat, ...] = ()
) -> int:
    """Return the standing that a no of a permanent member costs, in points of sum and of score.

    It is what holds a delegation back from a veto, and what one that is cast takes from its
    score. It falls by half for each other permanent member that speaks against the text, and is
    half as much again against a text that all others are on record for. Others have no veto.

    Args:
        beside: other permanent members whose hands went up against it.

    Source: GAME: casting a veto costs standing, less when not alone, more against a text all
    others wanted; practice: vetoes mostly work as threats.
    """
    if seat not in scenario.permanent:
        return 0
    price = scenario.briefs[seat].veto_price
    company = sum(
        record.phrase_points(s) <= -1 or s in beside for s in scenario.permanent if s != seat
    )
    if all(record.phrase_points(s) >= 1 for s in scenario.seats if s != seat) and not company:
        return price + price // 2
    return max(0, price - company * (price // 2))
