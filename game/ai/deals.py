"""How a delegation bargains outside the meeting: answers, offers, cables, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from game.ai import mind, promising, speaking
from game.ai.personality import Personality
from game.engine import bargain, opinion
from game.engine.actions import Accept, Action, AskFlexibility, AskNeeds, Decline, Offer, TellNeeds
from game.engine.actions.offers import between
from game.engine.actions.terms import as_term, refusal_of, same_terms
from game.engine.bargain import Board, Deal, Terms, Value
from game.engine.observation import Observation
from game.engine.opinion import Reason
from game.engine.record import TERMS, Offered, Term
from game.engine.terms import Phase, Phrase, Seat

NAMES_A_CLAUSE = 50
"""Candour from which a delegation names the clause it has trouble with, per cent. Tuned."""
NAMES_A_GROUP = 20
"""Candour from which it names the group of clauses. Tuned."""
OFFERS_AFTER = 30
"""Per cent of the consultations after which deals are sought outside the meeting. Tuned."""
DOUBTFUL = (50, 950)
"""Per mille of a yes between which a hand is worth a price. Tuned."""
WORTH_OFFERING = 1
"""Points that a deal must bring its author, and must seem to bring the other. Tuned."""
WORTH_LIFTING = 4
"""Points that an ask of another must threaten to cost before it is talked over. Half of them count,
and less would pay for nothing. Tuned."""
NEAR_A_YES = 4
"""Points under a yes from which a delegation asks its capital for more room. Tuned."""
Bools = NDArray[np.bool_]
Kinds = tuple[Sequence[str], Sequence[str]]
"""Kinds of terms that are looked at, on one's own side and on the other's."""
ALL: Kinds = (TERMS, TERMS)
USUAL: Kinds = (("clause", "next_text", "favour", "vote", "lift"), ("clause", "vote"))
"""The same of who is not thorough. Tuned: most of what is struck with a pen."""


def act(observation: Observation, personality: Personality) -> Action | None:
    """Approach somebody outside the meeting, if it is time to; None leaves the turn to the meeting.

    What waits for an answer has been answered before; see `decide`. A pen that does not look for
    deals all the time does so when its text of the round is written; see `with_text`.
    """
    o, p = observation, personality
    if not _is_round(o, p):
        return None
    now = p.deals_often or (not o.is_pen and _is_time(o, thorough=p.thorough))
    return approach(o, p) if now else None


def with_text(observation: Observation, personality: Personality) -> Action | None:
    """Approach somebody as the pen that has written its text of this round, before it shows it."""
    if personality.deals_often or not _is_round(observation, personality):
        return None
    return approach(observation, personality)


def _is_round(o: Observation, personality: Personality) -> bool:
    """Tell whether deals are looked for in this round."""
    meets = o.phase is Phase.SQUEEZE and o.record.settling.silence is None
    return meets and not (o.last_round - o.round) % personality.deals_every


def _is_time(observation: Observation, *, thorough: bool) -> bool:
    """Tell whether a member that does not look for deals all the time does so now.

    With its last act, when it has said what it thinks and asked for most.
    """
    o = observation
    return o.tokens.get(o.seat) == 1 and not speaking.speaks(o, thorough=thorough)


def answer(observation: Observation) -> Action | None:
    """Answer the offer or the question that waits, if one does."""
    o = observation
    if o.offered is not None:
        return _weigh(o, o.offered)
    return _needs(o) if o.inquirer else None


def _weigh(observation: Observation, offered: Offered) -> Action:
    """Accept what is worth its price by temper; else name what would do, or the red line."""
    o = observation
    able = refusal_of(o.scenario, o.record, o.seat, offered.seat, offered.take) is None
    able = able and promising.is_good(o, offered.seat, offered.take, offered.give)
    if able and worth_to(o, offered).points >= least(o):
        return Accept(o.seat, offered.seat, offered.number)
    counter = _counter(o, offered)
    if counter is not None:
        return Decline(o.seat, offered.seat, offered.number, *counter)
    return Decline(o.seat, offered.seat, offered.number, red_line=_line(o, offered))


def worth_to(observation: Observation, offered: Offered) -> Value:
    """Return what an offer is worth to whoever is to answer it, part by part."""
    return bargain.value(observation, offered.seat, offered.take, offered.give)


def least(observation: Observation) -> int:
    """Return the least value of a deal that this seat strikes: the firm want something left."""
    return max(0, (mind.temper(observation).firmness - 50) // 20)


def _counter(observation: Observation, offered: Offered) -> tuple[Terms, Terms] | None:
    """Return what to give and take in the acceptable deal nearest to an offer, or None."""
    found = _beside(observation, offered)
    other = _given(observation, offered, found, (found.own >= least(observation)))
    best = max(
        other,
        key=lambda at: (_shared(*found.terms(at), offered), found.theirs[at], found.own[at]),
        default=None,
    )
    return None if best is None else found.terms(best)


def fairer(observation: Observation, offered: Offered) -> tuple[Terms, Terms] | None:
    """Return what to give and take in a deal near to an offer that is better for oneself, or None.

    Both gain by it, and who answers at least twice what the offer brings it.
    """
    found, now = _beside(observation, offered), worth_to(observation, offered).points
    more = (found.own >= max(1, 2 * now)) & (found.theirs >= WORTH_OFFERING)
    other = _given(observation, offered, found, more)
    best = max(
        other,
        key=lambda at: (
            _shared(*found.terms(at), offered),
            min(found.own[at], found.theirs[at]),
            found.own[at],
        ),
        default=None,
    )
    return None if best is None else found.terms(best)


def _beside(o: Observation, offered: Offered) -> Board:
    """Return the deals beside an offer: of as many terms on a side as that has."""
    found = bargain.board(o, offered.seat, wanted=True)
    return found.bundled() if max(len(offered.give), len(offered.take)) > 1 else found


def _given(o: Observation, offered: Offered, found: Board, enough: Bools) -> list[int]:
    """Return the deals, by their places, that can be named instead of an offer."""
    return [
        at
        for at in np.flatnonzero(enough & (found.theirs >= 0)).tolist()
        if not _is_same(*found.terms(at), offered)
        and promising.is_good(o, offered.seat, *found.terms(at))
    ]


def _is_same(give: Terms, take: Terms, offered: Offered) -> bool:
    """Tell whether a deal is just what was offered."""
    return same_terms(give, offered.take) and same_terms(take, offered.give)


def _shared(give: Terms, take: Terms, offered: Offered) -> int:
    return sum(t in offered.take for t in give) + sum(t in offered.give for t in take)


def _line(observation: Observation, offered: Offered) -> str:
    named = [t.measure for t in (*offered.give, *offered.take) if t.measure]
    return named[0] if named else trouble(observation)


def _needs(observation: Observation) -> TellNeeds:
    """Tell what weighs most against the text, as exactly as temper allows; it is true."""
    o, s = observation, observation.scenario
    heaviest = trouble(o)
    if not heaviest or mind.temper(o).candour < NAMES_A_GROUP:
        return TellNeeds(o.seat, o.inquirer)
    if mind.temper(o).candour < NAMES_A_CLAUSE:
        return TellNeeds(o.seat, o.inquirer, "", s.measure(heaviest).category)
    return TellNeeds(o.seat, o.inquirer, heaviest)


def trouble(observation: Observation) -> str:
    """Return the measure that weighs most against the text this seat knows; empty for none."""
    o, s = observation, observation.scenario
    table = mind.own_table(o)
    points = table[np.arange(len(s.measures)), mind.levels(o)]
    at = int(points.argmin())
    return s.measures[at].id if points[at] < 0 else ""


# -- of its own accord


def approach(observation: Observation, personality: Personality) -> Action | None:
    """Make the one approach of a round that promises most: a cable, an offer or a question."""
    o = observation
    if not o.tokens.get(o.seat) or mind.progress(o) < OFFERS_AFTER:
        return None
    if (cable := _flexibility(o)) is not None:
        return cable
    if not o.scenario.plays("offers") or any(
        (x.seat, x.round) == (o.seat, o.round) for x in o.record.offers
    ):
        return None
    return next(_approaches(o, USUAL if not personality.thorough else ALL), None)


def _flexibility(observation: Observation) -> AskFlexibility | None:
    """Ask home for room where a little of it would make a yes."""
    o = observation
    if AskFlexibility.__name__ in o.blocked or o.draft is None or o.is_pen:
        return None
    if mind.dealt(o).margin >= max(opinion.MARGINS):
        return None
    short = mind.brief(o).yes_at - mind.points_for(o, o.draft)
    heaviest = trouble(o) if 0 < short <= NEAR_A_YES else ""
    return AskFlexibility(o.seat, heaviest) if heaviest else None


def _approaches(observation: Observation, kinds: Kinds) -> Iterator[Action]:
    o = observation
    other = counterpart(o)
    tried = between(o.record, o.seat, other)
    if o.is_pen and other and not tried and AskNeeds.__name__ not in o.blocked:
        yield AskNeeds(o.seat, other)
    if other and (deal := proposal(o, other, tried, kinds)) is not None:
        yield Offer(o.seat, other, deal.give, deal.take)
    if (rival := opponent(o)) and (deal := log_rolling(o, rival)) is not None:
        yield Offer(o.seat, rival, deal.give, deal.take)


def counterpart(observation: Observation) -> Seat:
    """Return the one with whom a deal is most worth while; empty for none.

    The pen turns to the hand that is most in doubt, the permanent first, and to nobody who has
    told it that nothing more is needed; a permanent member that is short of a yes turns to the
    pen; others keep to the meeting.
    """
    o, s = observation, observation.scenario
    if not o.is_pen:
        open_to_it = o.seat in s.permanent and o.draft is not None
        unhappy = open_to_it and mind.true_phrase(o, o.draft or {}) is not Phrase.SUPPORTS
        return s.penholder if unhappy else ""
    chances = bargain.today(o, bargain.text_in_hand(o)).yes[0]
    doubtful = {
        seat: round(1000 * float(chance))
        for seat, chance in zip(s.seats, chances, strict=True)
        if seat != o.seat and DOUBTFUL[0] <= round(1000 * float(chance)) <= DOUBTFUL[1]
    }
    promised = {p.by for p in o.record.pledges if p.kind == "vote" and p.to == o.seat}
    done = promised | content(o)
    free = [seat for seat in doubtful if seat not in done]
    return min(free, key=lambda x: (x not in s.permanent, abs(doubtful[x] - 500), x), default="")


def content(observation: Observation) -> set[Seat]:
    """Return who has told this seat, when last it was asked, that it needs nothing more.

    As far as the log says that it was given; a computer that plays on without one goes by sums.
    """
    o = observation
    told = {e.seat: e for e in o.log if isinstance(e, TellNeeds) and e.to == o.seat}
    return {seat for seat, e in told.items() if not (e.about or e.category)}


def opponent(observation: Observation) -> Seat:
    """Return the one whose open ask would hurt this seat most; empty for none, and for the pen.

    Two who are no pen trade what is dear to one and cheap to the other: an ask for an ask, or
    for something outside the text. Nobody is approached so twice, and only with the last act of
    a round, when one's own asks are on the table.
    """
    o, s = observation, observation.scenario
    if o.is_pen or o.draft is None or o.tokens[o.seat] > 1:
        return ""
    table, now = mind.own_table(o), mind.levels(o)
    met = {o.seat, s.penholder, *(x.to for x in o.record.offers if x.seat == o.seat)}
    columns = {m.id: at for at, m in enumerate(s.measures)}
    harm = {
        a.seat: int(table[columns[a.measure], now[columns[a.measure]]])
        - int(table[columns[a.measure], a.level])
        for a in o.record.asks
        if a.status == "open" and a.seat not in met
    }
    worst = min(harm, key=lambda seat: (-harm[seat], seat), default="")
    return worst if worst and harm[worst] >= WORTH_LIFTING else ""


def proposal(
    observation: Observation, other: Seat, tried: Sequence[Offered] = (), kinds: Kinds = ALL
) -> Deal | None:
    """Return the deal with the greatest product of gains that was not offered before.

    Who looks at all kinds of terms looks at two on a side, too.
    """
    gives, takes = kinds
    found = bargain.board(observation, other, gives=gives, takes=takes, wanted=True)
    return _best(observation, found.bundled() if kinds == ALL else found, tried)


def log_rolling(observation: Observation, other: Seat) -> Deal | None:
    """Return the best deal by which another lifts its ask, for an ask of one's own or a favour."""
    gives = ("lift", "favour")
    if next(bargain.vocabulary(observation, observation.seat, other, kinds=gives), None) is None:
        return None  # Most have nothing to give.
    found = bargain.board(observation, other, gives=gives, takes=("lift",), wanted=True)
    return _best(observation, found)


def _best(observation: Observation, found: Board, tried: Sequence[Offered] = ()) -> Deal | None:
    """Return the deal with the greatest product of gains that both would strike, or None."""
    enough = max(WORTH_OFFERING, least(observation))
    found = found.worth_at_least(enough)  # What the rest is worth to the other need not be asked.
    good = np.flatnonzero((found.own >= enough) & (found.theirs >= WORTH_OFFERING))
    own, theirs = found.own[good], found.theirs[good]
    for at in good[np.lexsort((good, -own, -own * theirs))].tolist():
        give, take = found.terms(at)
        before = any(same_terms(give, x.give) and same_terms(take, x.take) for x in tried)
        if before or not promising.is_good(observation, found.other, give, take):
            continue
        deal = found.deal(at)
        if deal.theirs.mean >= WORTH_OFFERING:  # Both sides together are rounded but once.
            return deal
    return None


# -- promises


def owed(observation: Observation, kind: str) -> Term | None:
    """Return what this seat still owes of a kind: its name, or a reading of the text."""
    o = observation
    for p in o.record.pledges:
        if (p.by, p.kind, p.status) == (o.seat, kind, "open"):
            return as_term(p)
    return None


def reading(observation: Observation) -> str:
    """Return the reading in which this seat has promised to explain its vote; empty for none."""
    if (said := owed(observation, "statement")) is not None:
        return said.item
    return "wide" if owed(observation, "enforce") is not None else ""


# -- why


def why(observation: Observation, action: Action) -> tuple[Reason, ...]:
    """Return the reasons of an act of the corridor, the heaviest first; empty for other acts.

    They are parts of the value by which the act was chosen, seen by the seat that acts.
    """
    o = observation
    match action:
        case Offer(_seat, to, give, take):
            parts = bargain.value(o, to, give, take).reasons
        case Accept() | Decline() if o.offered is not None:
            parts = worth_to(o, o.offered).reasons
        case AskFlexibility() | TellNeeds():
            table, heaviest = mind.own_table(o), trouble(o)
            ids = [m.id for m in o.scenario.measures]
            points = (
                int(table[ids.index(heaviest), mind.levels(o)[ids.index(heaviest)]])
                if (heaviest)
                else 0
            )
            parts = (Reason("clause", points, heaviest),) if heaviest else ()
        case _:
            parts = ()
    return tuple(sorted(parts, key=lambda r: -abs(r.points)))
