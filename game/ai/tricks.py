"""What scripted tricks share: saying what suits, and asking and warning beyond what is true.

All of it is legal, and what people try. The arena measures what it brings; a way of bargaining is
sound when it brings little.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.ai import deals, member, mind
from game.ai.wishing import Wish, wishes
from game.engine import bargain
from game.engine.actions import Accept, Action, Ask, EndRound, Offer, Say, Warn
from game.engine.actions.offers import between
from game.engine.actions.terms import refusal_of, same_terms
from game.engine.observation import Observation
from game.engine.record import Term
from game.engine.terms import Ballot, Phrase, Seat
from game.engine.text import price_of

WORST_FIRST = tuple(reversed(Phrase))


def consult(observation: Observation, phrase: Phrase, acts: Iterable[Action]) -> Action:
    """Say a phrase, true or not, then spend tokens on the first acts that are open."""
    o = observation
    if (answer := deals.answer(o)) is not None:
        return answer
    if o.record.settling.silence is not None:
        return member.consult(o)
    if o.draft is not None and o.seat not in o.spoke and not _has_said(o, phrase):
        return Say(o.seat, phrase)
    return next(iter(acts), EndRound(o.seat)) if o.tokens.get(o.seat) else EndRound(o.seat)


def _has_said(observation: Observation, phrase: Phrase) -> bool:
    o = observation
    heard = [h for h in o.record.said if h.seat == o.seat]
    last = heard[-1] if heard else None
    return bool(last and last.phrase is phrase and last.version == o.versions[-1].number)


def worse(observation: Observation, bound: Phrase) -> Phrase:
    """Return what is true of the text this seat knows, but never better than a phrase."""
    draft = observation.draft
    if draft is None:
        return bound
    true = mind.true_phrase(observation, draft)
    return min(true, bound, key=WORST_FIRST.index)


def ideals(observation: Observation) -> Iterator[Ask]:
    """Ask for the best level of whatever is not at it, dearest first, whatever was answered."""
    o = observation
    for wish in _most(o):
        if _is_open(o, wish.measure, wish.level):
            yield Ask(o.seat, wish.measure, wish.level)


def slices(observation: Observation) -> Iterator[Ask]:
    """Ask for one level more of the dearest measure, and for the next one when it is granted."""
    o, s = observation, observation.scenario
    now = dict(zip((m.id for m in s.measures), mind.levels(o), strict=True))
    for wish in _most(o):
        level = int(now[wish.measure])
        step = level + (1 if wish.level > level else -1)
        for p in o.record.promised:
            if (p.to, p.measure) == (o.seat, wish.measure) and p.level != wish.level:
                step = p.level + (1 if wish.level > p.level else -1)
        if step != level and _is_open(o, wish.measure, step):
            yield Ask(o.seat, wish.measure, step)


def threats(observation: Observation) -> Iterator[Warn]:
    """Warn of a vote against every clause beyond one's ideal, dearest first, true or not."""
    o, s = observation, observation.scenario
    warned = {w.measure for w in o.record.warnings if w.seat == o.seat}
    for wish in _most(o):
        level = wish.level + 1
        top = s.measure(wish.measure).top
        if wish.measure not in warned and s.floor(wish.measure) < level <= top and _falls(o, wish):
            yield Warn(o.seat, wish.measure, level, Phrase.OPPOSES)


def sell(observation: Observation) -> Action | None:
    """Take whatever is offered, whatever it costs; else offer one's vote to whoever would pay."""
    o = observation
    if (waits := o.offered) is not None:
        able = refusal_of(o.scenario, o.record, o.seat, waits.seat, waits.take) is None
        pays = bargain.value(o, waits.seat, (), waits.give).points > 0
        return Accept(o.seat, waits.seat, waits.number) if able and pays else None
    open_now = Offer.__name__ not in o.blocked and o.record.settling.silence is None
    if o.inquirer or not open_now or not o.tokens.get(o.seat):
        return None
    return next((offer for buyer in _buyers(o) if (offer := _sale(o, buyer))), None)


def _buyers(o: Observation) -> Iterator[Seat]:
    """Yield those who have not been asked for a price in this round, the pen and the five first."""
    s = o.scenario
    for seat in dict.fromkeys((s.penholder, *s.permanent, *s.seats)):
        met = any((x.seat, x.to, x.round) == (o.seat, seat, o.round) for x in o.record.offers)
        if seat != o.seat and not met:
            yield seat


def _sale(o: Observation, buyer: Seat) -> Offer | None:
    """Return the dearest price for a yes that a buyer would seem to pay, and was not asked yet."""
    vote, tried = Term("vote", ballot=Ballot.YES), between(o.record, o.seat, buyer)
    if refusal_of(o.scenario, o.record, o.seat, buyer, (vote,)) is not None:
        return None
    found = bargain.board(o, buyer, gives=("vote",), takes=("favour", "clause"), wanted=True)
    best, most = None, 0
    for at, theirs in enumerate(found.theirs.tolist() if found.gives and found.takes else ()):
        give, take = found.terms(at)
        asked = give != (vote,) or any(same_terms(take, x.take) for x in tried)
        price = int(found.won[found.takes.index(take)])
        if not asked and theirs > 0 and price > most:
            best, most = Offer(o.seat, buyer, give, take), price
    return best


def granted(observation: Observation) -> int:
    """Count the asks of this seat that were granted."""
    asks = observation.record.asks
    return sum((a.seat, a.status) == (observation.seat, "granted") for a in asks)


def _falls(observation: Observation, wish: Wish) -> bool:
    s = observation.scenario
    at = [m.id for m in s.measures].index(wish.measure)
    return wish.level < int(mind.levels(observation)[at])


def _most(observation: Observation) -> tuple[Wish, ...]:
    """List the changes to the best level of each measure, dearest first."""
    return wishes(observation, firm=True)


def _is_open(observation: Observation, measure: str, level: int) -> bool:
    o = observation
    if o.tokens[o.seat] < price_of(o.record, o.seat, measure):
        return False
    return not any(
        (a.seat, a.measure, a.level) == (o.seat, measure, level)
        for a in o.record.asks
        if a.status in ("open", "granted")
    )
