"""What one side can give the other in an offer, and why it cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from game.engine import wording
from game.engine.actions.base import Refusal, no_such_level
from game.engine.actions.vote import EXPLANATIONS
from game.engine.lately import Lately
from game.engine.opinion import favour_worth
from game.engine.record import TERMS, Clause, Pledge, Record, Term
from game.engine.scenario import Scenario
from game.engine.terms import Ballot, Seat
from game.engine.wording import is_harder

MOST_TERMS = 3
"""Terms on each side of an offer. Tuned: what can be said in a corridor."""
DUE: Mapping[str, str] = {
    **dict.fromkeys(("clause", "lift", "silence"), "blue"),
    **dict.fromkeys(("vote", "sponsor"), "vote"),
    "statement": "echo",
    "favour": "season",
    "enforce": "months",
    "next_text": "next",
}
"""Kind of term -> when a promise of it is settled."""
WORDED = ("clause", "next_text")
"""Kinds of terms that can be about the words of a clause."""
READINGS = tuple(r for r in EXPLANATIONS if r)


def refusal_of(
    scenario: Scenario, record: Record, seat: Seat, to: Seat, terms: Sequence[Term]
) -> Refusal | None:
    """Return why a seat cannot give another these terms, or None."""
    if not 1 <= len(terms) <= MOST_TERMS:
        return Refusal("terms_count", {"top": str(MOST_TERMS)})
    keys = [(t.kind, t.measure, t.item) for t in terms]
    if len({*keys}) < len(keys):
        return Refusal("term_twice")
    return next((r for t in terms if (r := _refusal(scenario, record, seat, to, t))), None)


def _refusal(s: Scenario, record: Record, seat: Seat, to: Seat, term: Term) -> Refusal | None:
    if term.kind not in TERMS:
        return Refusal("unknown", {"name": term.kind})
    if term in _owed(record, seat, to):
        return Refusal("promised")
    check = _CHECKS.get(term.kind)
    return check(s, record, seat, to, term) if check else _not_for_the_pen(s, seat)


def clause_term(scenario: Scenario, now: Clause, wanted: Clause, kind: str = "clause") -> Term:
    """Return a clause as a term: as a bound on its level, or where its words are meant with them.

    Args:
        now: how it stands.
    """
    upward = is_harder(scenario, wanted, now)
    words = wanted if wanted.reworded or wanted.level == now.level else None
    return Term(kind, wanted.measure, wanted.level, upward, words=words)


def pledge_of(term: Term, by: Seat, to: Seat) -> Pledge:
    """Return the promise of a term."""
    t = term
    return Pledge(
        to,
        t.measure,
        t.level,
        t.upward,
        by=by,
        kind=t.kind,
        item=t.item,
        ballot=t.ballot,
        due=DUE[t.kind],
        words=t.words,
    )


def as_term(pledge: Pledge) -> Term:
    """Return the term that a promise was made from."""
    p = pledge
    return Term(p.kind, p.measure, p.level, p.upward, p.ballot, p.item, p.words)


_owing = Lately[tuple[Term, ...]](1024)


def _owed(record: Record, seat: Seat, to: Seat) -> tuple[Term, ...]:
    """Return what a seat has promised another and not settled."""
    return _owing.get(
        lambda: tuple(
            as_term(p) for p in record.pledges if (p.by, p.to) == (seat, to) and p.status == "open"
        ),
        record.pledges,
        also=(seat, to),
    )


def _not_for_the_pen(s: Scenario, seat: Seat) -> Refusal | None:
    return Refusal("own_draft") if seat == s.penholder else None


def _clause(s: Scenario, record: Record, seat: Seat, to: Seat, term: Term) -> Refusal | None:
    if seat != s.penholder:
        return Refusal("not_the_pen")
    if found := no_such_level(s, term.measure, term.level):
        return found
    wrong = wording.fault(s, term.clause)
    return Refusal(wrong.key, wrong.fields) if wrong else None


def _lift(s: Scenario, record: Record, seat: Seat, to: Seat, term: Term) -> Refusal | None:
    if not s.has(term.measure):
        return Refusal("unknown_measure", {"measure": term.measure})
    return _not_for_the_pen(s, seat)


def _vote(s: Scenario, record: Record, seat: Seat, to: Seat, term: Term) -> Refusal | None:
    if term.ballot not in (Ballot.YES, Ballot.ABSTAIN):
        return Refusal("unknown", {"name": str(term.ballot.value if term.ballot else "")})
    return _not_for_the_pen(s, seat)


def _sponsor(s: Scenario, record: Record, seat: Seat, to: Seat, term: Term) -> Refusal | None:
    return Refusal("sponsor") if seat in record.sponsors else _not_for_the_pen(s, seat)


def _silence(s: Scenario, record: Record, seat: Seat, to: Seat, term: Term) -> Refusal | None:
    return _not_for_the_pen(s, seat) if s.plays("silence") else Refusal("not_in_play")


def _statement(s: Scenario, record: Record, seat: Seat, to: Seat, term: Term) -> Refusal | None:
    return None if term.item in READINGS else Refusal("unknown", {"name": term.item})


def _enforce(s: Scenario, record: Record, seat: Seat, to: Seat, term: Term) -> Refusal | None:
    posts = any(e.seat == seat for e in s.enforcers)
    return None if posts else Refusal("no_border")


def _favour(s: Scenario, record: Record, seat: Seat, to: Seat, term: Term) -> Refusal | None:
    favour = next((f for f in s.favours if f.id == term.item), None)
    if favour is None:
        return Refusal("unknown", {"name": term.item})
    if not can_give(s, seat, term.item):
        return Refusal("not_yours")
    if any(p.by == seat and p.item == term.item and p.status != "void" for p in record.pledges):
        return Refusal("favour_given", {"favour": favour.title})
    return None if favour_worth(s, term.item, to) else Refusal("favour_unwanted")


def can_give(s: Scenario, seat: Seat, item: str) -> bool:
    """Tell whether a favour is in the hands of a seat."""
    favour = next(f for f in s.favours if f.id == item)
    return seat in favour.givers or s.delegation(seat).bloc in favour.givers


def _next_text(s: Scenario, record: Record, seat: Seat, to: Seat, term: Term) -> Refusal | None:
    found = _clause(s, record, seat, to, term)
    return found or (None if s.keeps_pen else Refusal("no_next_text"))


_CHECKS: Mapping[str, Callable[[Scenario, Record, Seat, Seat, Term], Refusal | None]] = {
    "clause": _clause,
    "lift": _lift,
    "vote": _vote,
    "sponsor": _sponsor,
    "silence": _silence,
    "statement": _statement,
    "enforce": _enforce,
    "favour": _favour,
    "next_text": _next_text,
}


def unknown_term(scenario: Scenario, term: Term) -> Refusal | None:
    """Return why a term could never be given: it names what the scenario lacks."""
    if term.kind not in TERMS:
        return Refusal("unknown", {"name": term.kind})
    if term.measure and not scenario.has(term.measure):
        return Refusal("unknown_measure", {"measure": term.measure})
    about = (term.clause.measure, term.clause.level)
    if about != (term.measure, term.level) or (term.words and term.kind not in WORDED):
        return Refusal("unknown_words", {"words": about[0], "measure": term.measure})
    return None


def simple_terms(scenario: Scenario, seat: Seat, to: Seat) -> Iterator[Term]:
    """Yield what a seat can give another without naming a clause: the short menu."""
    for favour in scenario.favours:
        if can_give(scenario, seat, favour.id) and favour_worth(scenario, favour.id, to):
            yield Term("favour", item=favour.id)
    if seat == scenario.penholder:
        return
    yield Term("vote", ballot=Ballot.YES)
    yield Term("vote", ballot=Ballot.ABSTAIN)
    yield Term("sponsor")
    if any(e.seat == seat for e in scenario.enforcers):
        yield Term("enforce")
    if scenario.plays("silence"):
        yield Term("silence")


def same_terms(one: Sequence[Term], other: Sequence[Term]) -> bool:
    """Tell whether two lists hold the same terms, in whatever order."""
    return len(one) == len(other) and all(t in other for t in one)
