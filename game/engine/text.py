"""How a text stands: who wants it otherwise, what is agreed, which words it keeps, who saw it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from game.engine.lately import Lately
from game.engine.record import Asked, Clause, Draft, Record
from game.engine.scenario import Scenario
from game.engine.standing import Breach, Edit
from game.engine.terms import Phrase, Seat, Word
from game.engine.wording import clause_at, is_harder, keeps_words


class Standing(Word):
    """How far a clause is agreed among those who have seen the text.

    Source: practice of paragraph-by-paragraph readings; brackets, agreed ad ref, closed.
    """

    OPEN = "open"
    BRACKETED = "bracketed"
    AD_REF = "ad_ref"
    CLOSED = "closed"


STANDING_ASKS = ("open", "refused", "ignored")
"""Asks that leave a bracket: those not granted and not given up by agreeing to the clause."""
REOPENING_PRICE = 2
"""Tokens for asking about a clause to which one has agreed. Tuned."""
REOPENED = -2
"""Points for each of the first two clauses closed with this seat that the text changes. Tuned."""
SILENCE_IGNORED = -3
"""Points for what this seat broke silence for and does not get. Tuned."""
SILENCE_KEPT = 1
"""Points of unity for a text agreed under silence. Tuned."""
FRIDAY = 4
"""Number of the weekday from which a deadline of a day falls on the weekend."""
BREACH = 2
"""Goodwill that breaking a silence costs, points of score. Tuned."""
BREACH_LATE = 2
"""More, once an extension was given. Tuned."""
BREACH_VAGUE = 2
"""More, where no clause is named. Tuned."""
BREACH_TURNED = 4
"""More, for a seat that had said it supports the text or goes along. Tuned."""
DEFEAT = 10
"""Standing that a pen loses with a text that fails in the vote, points of score. Tuned."""
WITHDRAWAL = 4
"""The same for a text that it withdraws in time. Tuned."""
MOST_REOPENED = 2
"""Closed clauses changed by the pen after which resentment grows no more. Tuned."""


def level_of(scenario: Scenario, draft: Draft, measure: str) -> int:
    """Return the level a text gives a measure; a regime that it does not name stays."""
    clause = draft.get(measure)
    return max(clause.level if clause else 0, scenario.floor(measure))


Brackets = Mapping[str, tuple[tuple[Seat, Clause], ...]]
"""Measure -> who wants which clause on it."""

_brackets = Lately[Brackets]()


def brackets(record: Record) -> Brackets:
    """Return who wants what instead of what stands: measure -> (seat, clause), latest asks.

    An ask gives its bracket up when the seat agrees to the clause as the pen closed it.
    """
    return _brackets.get(lambda: _bracketed(record), record.asks, record.settling.closings)


def _bracketed(record: Record) -> Brackets:
    latest = {(a.measure, a.seat): a for a in record.asks}
    out: dict[str, tuple[tuple[Seat, Clause], ...]] = {}
    for (measure, seat), ask in latest.items():
        closing = record.settling.closing(measure)
        agreed = closing is not None and seat in closing.agreed
        if ask.status in STANDING_ASKS and not agreed:
            out[measure] = (*out.get(measure, ()), (seat, ask.clause))
    return out


def open_brackets(scenario: Scenario, record: Record, draft: Draft) -> Brackets:
    """Return the brackets that print in a text: those that its own clauses do not satisfy."""
    asked = {(a.measure, a.seat): a for a in record.asks}
    out = {}
    for measure, wanted in brackets(record).items():
        now = clause_at(scenario, draft, measure)
        left = tuple(
            (seat, want) for seat, want in wanted if not _has(scenario, now, asked[measure, seat])
        )
        if left:
            out[measure] = left
    return out


_directed = Lately[Asked]()


def directed(scenario: Scenario, draft: Draft | None, ask: Asked) -> Asked:
    """Return a request with the way it goes from the pen's text: one made blind cannot know it."""
    if not ask.blind or draft is None:
        return ask
    now = clause_at(scenario, draft, ask.measure)
    upward = ask.upward if now == ask.clause else is_harder(scenario, ask.clause, now)
    return _directed.get(lambda: evolve(ask, upward=upward, blind=False), ask, also=upward)


def _has(scenario: Scenario, now: Clause, ask: Asked) -> bool:
    """Tell whether a clause gives what was asked for; what was asked blind, to the letter."""
    if ask.blind:
        return now == ask.clause if ask.words is not None else now.level == ask.level
    if ask.words is not None:
        return keeps_words(scenario, now, ask.words, upward=ask.upward)
    return now.level >= ask.level if ask.upward else now.level <= ask.level


STANDS, GONE = "stands", "gone"
"""What became of a request by the text as it is now, whatever was answered: it is in the text
though nobody granted it; it was granted, and is in the text no longer."""


def fate(scenario: Scenario, draft: Draft | None, ask: Asked) -> str:
    """Return how a request stands: its status, or what the text has made of the answer since."""
    if draft is None or ask.status not in ("granted", "refused", "ignored"):
        return ask.status
    given = _has(scenario, clause_at(scenario, draft, ask.measure), ask)
    if ask.status == "granted":
        return ask.status if given else GONE
    return STANDS if given else ask.status


def standing(record: Record, measure: str) -> Standing:
    """Return how far a clause is agreed among those who have seen the text."""
    closing = record.settling.closing(measure)
    disputed = measure in brackets(record)
    if closing is None:
        return Standing.BRACKETED if disputed else Standing.OPEN
    if closing.waits:
        return Standing.AD_REF
    return Standing.BRACKETED if disputed else Standing.CLOSED


def price_of(record: Record, seat: Seat, measure: str) -> int:
    """Return the tokens for asking about a clause: more for one to which a seat has agreed."""
    closing = record.settling.closing(measure)
    return REOPENING_PRICE if closing is not None and seat in closing.agreed else 1


def disputes(record: Record, seat: Seat, measure: str) -> bool:
    """Tell whether a seat has spoken against a clause in public and not agreed to it since."""
    if any(s == seat for s, _wanted in brackets(record).get(measure, ())):
        return True
    closing = record.settling.closing(measure)
    if closing is not None and seat in closing.agreed:
        return False
    against = any((m.seat, m.measure, m.backed) == (seat, measure, False) for m in record.marks)
    warned = (w for w in record.warnings if w.stands and w.phrase.points <= 0)
    return against or any((w.seat, w.measure) == (seat, measure) for w in warned)


def disputed(record: Record) -> frozenset[str]:
    """Return the clauses against which some seat has spoken in public and not agreed to since."""
    against = [(m.seat, m.measure) for m in record.marks if not m.backed]
    against += [(w.seat, w.measure) for w in record.warnings if w.stands and w.phrase.points <= 0]
    spoken = (measure for seat, measure in against if disputes(record, seat, measure))
    return frozenset((*brackets(record), *spoken))


# -- what the settling of a text adds to a seat's sum


def given_up(scenario: Scenario, record: Record, draft: Draft) -> tuple[str, ...]:
    """Return the clauses agreed under silence that a text changes, and that nobody else reopened.

    What a member asked for after it had kept silence is reopened by that member.
    """
    if not record.settling.kept:
        return ()
    closings = (c for c in record.settling.closings if not c.reopened)
    return tuple(c.measure for c in closings if level_of(scenario, draft, c.measure) != c.level)


def reopened(scenario: Scenario, record: Record, seat: Seat, draft: Draft) -> int:
    """Count the clauses that a seat had agreed to and that a text changes, at most two."""
    changed = sum(
        seat in c.agreed and not c.reopened and level_of(scenario, draft, c.measure) != c.level
        for c in record.settling.closings
    )
    return min(MOST_REOPENED, changed)


def unheard(scenario: Scenario, record: Record, seat: Seat, draft: Draft) -> Iterator[str]:
    """Yield each clause for which a seat broke silence and which a text leaves as it was."""
    for breach in record.settling.breaches:
        if breach.seat == seat and breach.measure:
            if not breach.holds(level_of(scenario, draft, breach.measure)):
                yield breach.measure


def has_supported(record: Record, seat: Seat) -> bool:
    """Tell whether a seat has said that it supports the text or goes along with it."""
    return record.phrases.get(seat) in (Phrase.SUPPORTS, Phrase.GOES_ALONG)


# -- silence


def customary_hours(scenario: Scenario, day: int) -> int:
    """Return how long a silence procedure that begins on this day lasts by custom: a working day.

    Source: practice of the Council; longer over a weekend.
    """
    return 72 if scenario.date(day).weekday() >= FRIDAY else 24


def goodwill_lost(breach: Breach) -> int:
    """Return what breaking a silence costs in goodwill: less if early, specific, or under haste."""
    cost = BREACH + BREACH_LATE * breach.late + BREACH_TURNED * breach.turned
    cost += BREACH_VAGUE * (not breach.measure)
    return max(0, cost - BREACH * breach.tight)


def standing_lost(
    scenario: Scenario, record: Record, seat: Seat, *, defeated: bool
) -> tuple[int, int, int]:
    """Return what a seat lost in standing: by its draft, by breaking silence, by vetoes.

    All are points of score.

    Args:
        defeated: the vote was lost.
    """
    draft = 0
    if seat == scenario.penholder:
        draft = WITHDRAWAL if record.settling.withdrawn else DEFEAT if defeated else 0
    broken = sum(goodwill_lost(b) for b in record.settling.breaches if b.seat == seat)
    return draft, broken, record.vetoes.get(seat, 0)


# -- last edits


def edited(clause: Clause, edit: Edit) -> Clause:
    """Return a clause with a small edit in it; level and verb stay."""
    return evolve(clause, softener=edit.softener, hardener=edit.hardener, params=edit.params)


# -- agreed language


@frozen
class Words:
    """What a text does with words that the Council has agreed before.

    measure: whose words.
    fate: kept, changed or lost.
    was: level of the words agreed before.
    now: level in this text.
    ancestor: the paragraph as it was agreed, as the measure prints it.
    """

    measure: str
    fate: str
    was: int
    now: int
    ancestor: str


def agreed_words(scenario: Scenario, draft: Draft) -> tuple[Words, ...]:
    """Return what becomes of the words of the regime and of the last text, clause by clause.

    Agreed language is presumed acceptable; whoever would drop it has to argue.
    """
    out = []
    for m in scenario.measures:
        was, now = scenario.base(m.id), level_of(scenario, draft, m.id)
        if was:
            clause = draft.get(m.id)
            same = now == was and not (clause is not None and clause.reworded)
            fate = "kept" if same else "changed" if now else "lost"
            out.append(Words(m.id, fate, was, now, m.level(was).clause))
    return tuple(out)


# -- who has seen what


def sight(scenario: Scenario, record: Record) -> Mapping[Seat, Mapping[int, int]]:
    """Return for each seat the versions it was shown and the day it first saw each."""
    return {
        seat: {s.number: s.day for s in record.showings if seat in scenario.circle(s.circle)}
        for seat in scenario.seats
    }
