"""What deals add to a sum: a word that was given, a favour that was received, a promise for later.

What was promised for a clause of the text binds only while the text has that clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.engine.opinion.next_text import promised_later
from game.engine.opinion.own import Reason
from game.engine.record import Dealt, Draft, Pledge, Record
from game.engine.scenario import Cable, Scenario
from game.engine.terms import Ballot, Seat
from game.engine.text import level_of
from game.engine.wording import clause_at, keeps_words, stands_at

OWN_WORD = 8
"""Points for a text that a seat has promised to vote for. Tuned: under a broken promise to it."""
FALLS: Mapping[str, int] = {
    "phrase": 10,
    "warning": 15,
    "promise": 15,
    "ballot": 25,
    "chair": 5,
    "letter": 5,
    "trigger": 5,
    "motion": 3,
    "hold": 5,
    "date": 15,
}
"""What costs how much of one's credibility, of 100: a word not meant, a chair that takes sides, a
motion that few would follow, aid that is held twice, a vote that is not held on its date.

Tuned.
"""
VOTES_YES = ("sponsor", "enforce")
"""Promises of more than a vote that are promises of one, too."""
FACE = 2
"""Points for each step of a phrase that was said before the cameras. Tuned."""


def favour_worth(scenario: Scenario, item: str, seat: Seat) -> int:
    """Return what a favour is worth to a seat, in points; 0 if it has no use for it."""
    favour = next((f for f in scenario.favours if f.id == item), None)
    if favour is None:
        return 0
    return favour.worth.get(seat, favour.worth.get(scenario.delegation(seat).bloc, 0))


def gives_vote(pledge: Pledge) -> bool:
    """Tell whether a promise is one to vote yes, and was not let off."""
    if pledge.status == "void":
        return False
    plain = pledge.kind == "vote" and pledge.ballot is Ballot.YES
    return plain or pledge.kind in VOTES_YES


def price_of(record: Record, pledge: Pledge) -> tuple[Pledge, ...]:
    """Return the clauses that the other side of the same deal promised for a promise."""
    if not pledge.deal:
        return ()
    back = (pledge.deal, pledge.to, pledge.by)
    return tuple(p for p in record.promised if (p.deal, p.by, p.to) == back)


def keeps(scenario: Scenario, draft: Draft, pledge: Pledge) -> bool:
    """Tell whether a text keeps the promise of a clause; a softened one falls short."""
    if pledge.words is not None:
        now = clause_at(scenario, draft, pledge.measure)
        return keeps_words(scenario, now, pledge.words, upward=pledge.upward)
    at = stands_at if pledge.upward else level_of
    return pledge.holds(at(scenario, draft, pledge.measure))


def binds(scenario: Scenario, record: Record, pledge: Pledge, draft: Draft) -> bool:
    """Tell whether a text has what a promise was given for."""
    return all(keeps(scenario, draft, p) for p in price_of(record, pledge))


def promise_reasons(
    scenario: Scenario, record: Record, seat: Seat, draft: Draft
) -> Iterator[Reason]:
    """List what deals of this seat add for a text."""
    for pledge in record.pledges:
        given = pledge.by == seat and gives_vote(pledge)
        if given and binds(scenario, record, pledge, draft):
            yield Reason("own_word", OWN_WORD, pledge.to)
            break
    for pledge in record.pledges:
        if pledge.to == seat and pledge.kind == "favour" and pledge.status != "void":
            points = favour_worth(scenario, pledge.item, seat)
            if points:
                yield Reason("favour", points, pledge.item)
    if later := promised_later(scenario, record, seat):
        yield Reason("next_text", later)


def spares(record: Record, seat: Seat) -> int:
    """Return by how much less a sum can be before a seat votes no: it promised not to."""
    return OWN_WORD if seat in not_against(record) else 0


def not_against(record: Record) -> tuple[Seat, ...]:
    """Return who has promised not to vote against the text."""
    return tuple(
        p.by
        for p in record.pledges
        if p.ballot is Ballot.ABSTAIN and p.kind == "vote" and p.status != "void"
    )


def in_force(scenario: Scenario, dealt: Dealt) -> tuple[Cable, ...]:
    """Return the instructions that reached a delegation and were not let go."""
    return tuple(c for c in scenario.cables if c.id in dealt.cables)
