"""All that two could give each other, side by side, with what each thing is worth to both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations, compress

import numpy as np
from attrs import evolve, frozen

from game.engine import consensus
from game.engine.actions.terms import clause_term, refusal_of
from game.engine.bargain.texts import reworded, steps
from game.engine.bargain.values import Estimate, Mind, is_worth_saying, mind_of, spread, worth
from game.engine.consensus import Ints
from game.engine.consensus.options import levels_of
from game.engine.observation import Observation
from game.engine.record import TERMS, Term
from game.engine.terms import Ballot, Seat

MOST_CLAUSES = 6
"""Changes of the text by a level that are looked at in a field of deals."""
MOST_WORDS = 2
"""Other words for what the text says that are looked at beside them. Tuned: what can be said."""
BUNDLED = 4
"""Things on a side of which two are offered together. Tuned: six pairs a side."""

Terms = tuple[Term, ...]
"""What one side gives."""


@frozen
class Deal:
    """One possible deal.

    give: what the observer would give.
    take: what it would get.
    own: what that is worth to it, exactly.
    theirs: what it is worth to the other, by estimate.
    best: no other deal is better for both.
    """

    give: Terms
    take: Terms
    own: int
    theirs: Estimate
    best: bool = False


@frozen(eq=False)
class Board:
    """What the observer could give another, and take; a deal is one of each.

    gives: what it could give.
    takes: what it could get.
    paid: int64 (gives,): what giving each is worth to it, mostly less than nothing.
    won: int64 (takes,): what getting each is worth to it.
    other: whom the deals are with.
    """

    gives: tuple[Terms, ...]
    takes: tuple[Terms, ...]
    paid: Ints
    won: Ints
    other: Seat
    _observation: Observation

    @property
    def _them(self) -> Mind:
        return mind_of(self._observation, self.other)

    @cached_property
    def own(self) -> Ints:
        """Return what each deal is worth to the observer, int64 (deals,)."""
        return np.asarray(np.add.outer(self.paid, self.won).ravel(), dtype=np.int64)

    @cached_property
    def theirs(self) -> Ints:
        """Return what each deal is worth to the other on average, int64 (deals,)."""
        means = (self._them.means(points) for points in self._points)
        return np.asarray(np.add.outer(*means).ravel(), dtype=np.int64)

    @cached_property
    def _points(self) -> tuple[list[Ints], list[Ints]]:
        o, them = self._observation, self._them
        return (
            [worth(o, them, o.seat, (), give) for give in self.gives],
            [worth(o, them, o.seat, take, ()) for take in self.takes],
        )

    def worth_at_least(self, points: int) -> Board:
        """Leave out what is part of no deal that is worth so much to the observer."""
        best = (np.max(side, initial=-(2**31)) for side in (self.won, self.paid))
        gives, takes = (
            side + most >= points for side, most in zip((self.paid, self.won), best, strict=True)
        )
        if gives.all() and takes.all():
            return self
        return Board(
            tuple(compress(self.gives, gives)),
            tuple(compress(self.takes, takes)),
            self.paid[gives],
            self.won[takes],
            self.other,
            self._observation,
        )

    def bundled(self) -> Board:
        """Add pairs of the few things on each side that are best for both together.

        A pair that is worth no more than one of its two to whoever gets it is left out.
        """
        o, them, other = self._observation, self._them, self.other
        me, record = mind_of(o, o.seat), o.record
        given, taken = (them.means(side) for side in self._points)
        gives = tuple(
            pair
            for pair, least in _pairs(self.gives, self.paid + given, given)
            if refusal_of(o.scenario, record, o.seat, other, pair) is None
            and them.mean(worth(o, them, o.seat, (), pair)) > least
        )
        takes = tuple(
            pair
            for pair, least in _pairs(self.takes, self.won + taken, self.won)
            if refusal_of(o.scenario, record, other, o.seat, pair) is None
            and me.mean(worth(o, me, other, (), pair)) > least
        )
        paid = me.means([worth(o, me, other, give, ()) for give in gives])
        won = me.means([worth(o, me, other, (), take) for take in takes])
        paid, won = np.concatenate((self.paid, paid)), np.concatenate((self.won, won))
        return Board((*self.gives, *gives), (*self.takes, *takes), paid, won, other, o)

    def terms(self, at: int) -> tuple[Terms, Terms]:
        """Return what is given and what is taken in a deal, by its place."""
        give, take = divmod(at, len(self.takes))
        return self.gives[give], self.takes[take]

    def deal(self, at: int, *, best: bool = False) -> Deal:
        """Return a deal by its place."""
        give, take = divmod(at, len(self.takes))
        theirs = spread(self._them, self._points[0][give] + self._points[1][take])
        return Deal(*self.terms(at), int(self.own[at]), theirs, best)


def board(
    observation: Observation,
    other: Seat,
    *,
    pairs: bool = False,
    gives: Sequence[str] = TERMS,
    takes: Sequence[str] = TERMS,
    wanted: bool = False,
) -> Board:
    """Return what the observer could give another and take from it.

    Args:
        pairs: two terms on a side, too.
        gives: the kinds of terms that are looked at on its own side.
        takes: the same on the other's.
        wanted: leave out what brings the observer nothing, for a price for it would be a gift.
    """
    o = observation
    me = mind_of(o, o.seat)
    taken = _bundles(vocabulary(o, other, o.seat, me, takes), pairs=pairs)
    won = me.means([worth(o, me, other, (), take) for take in taken])
    if wanted:
        taken = tuple(take for take, points in zip(taken, won.tolist(), strict=True) if points > 0)
        won = won[won > 0]
    given: tuple[Terms, ...] = ()
    if taken:
        given = _bundles(vocabulary(o, o.seat, other, kinds=gives), pairs=pairs)
    paid = me.means([worth(o, me, other, give, ()) for give in given])
    return Board(given, taken, paid, won, other, o)


def _pairs(singles: tuple[Terms, ...], together: Ints, got: Ints) -> Iterator[tuple[Terms, int]]:
    """Yield pairs of the best of single terms, and what the better of the two is worth by itself.

    Args:
        together: what each is worth to both.
        got: what each is worth to whoever gets it.
    """
    best = np.argsort(-together, kind="stable")[:BUNDLED].tolist()
    for one, two in combinations(sorted(best), 2):
        yield (*singles[one], *singles[two]), int(max(got[one], got[two]))


def _bundles(terms: Iterator[Term], *, pairs: bool) -> tuple[Terms, ...]:
    known = tuple(terms)
    single = tuple((t,) for t in known)
    return (*single, *combinations(known, 2)) if pairs else single


def vocabulary(
    observation: Observation,
    giver: Seat,
    taker: Seat,
    wants: Mind | None = None,
    kinds: Sequence[str] = TERMS,
) -> Iterator[Term]:
    """Yield the terms that one seat could give another now, the most welcome clauses among them.

    Args:
        kinds: only these kinds of terms.
    """
    o = observation
    for term in dict.fromkeys(_terms(o, giver, taker, wants, kinds)):
        if refusal_of(o.scenario, o.record, giver, taker, (term,)) is None:
            yield term


def _terms(
    o: Observation, giver: Seat, taker: Seat, wants: Mind | None, kinds: Sequence[str]
) -> Iterator[Term]:
    if "favour" in kinds:
        yield from (Term("favour", item=f.id) for f in o.scenario.favours)
    yield from (t for t in _PLAIN if t.kind in kinds)
    if "statement" in kinds and is_worth_saying(o.scenario, giver, taker):
        yield Term("statement", item="wide")
    if "lift" in kinds:
        for a in o.record.asks:
            if a.seat == giver and a.status == "open":
                yield Term("lift", a.measure, a.level, a.upward)
    if giver != o.scenario.penholder or not {"clause", "next_text"} & {*kinds}:
        return
    wants = wants or mind_of(o, taker)
    steps_ = tuple(_clauses(o, wants))
    if "clause" in kinds:
        yield from steps_
        yield from _words(o, wants)
    if "next_text" in kinds and o.scenario.keeps_pen:
        yield from (evolve(t, kind="next_text") for t in steps_[:1])


_PLAIN = (
    *(Term("vote", ballot=b) for b in (Ballot.YES, Ballot.ABSTAIN)),
    *(Term("sponsor"), Term("silence"), Term("enforce"), Term("statement", item="talks")),
)


def _clauses(o: Observation, wants: Mind) -> Iterator[Term]:
    """Yield the changes of the text by one level that a seat would welcome most."""
    text = wants.text
    near, sums = steps(o, text)
    step = np.abs(levels_of(near) - levels_of(text)).sum(axis=1) == 1
    near = near[step]
    gains = sums[step][:, wants.rows] - wants.own
    share = wants.weights.sum(axis=1)
    mean = (gains * share).sum(axis=1) // share.sum()
    ids = consensus.model(o.scenario).measures
    for at in np.argsort(-mean, kind="stable")[:MOST_CLAUSES]:
        if mean[at] <= 0:
            return
        column = int(np.flatnonzero(near[at] != text)[0])
        level, now = int(near[at, column]), int(levels_of(text)[column])
        yield Term("clause", ids[column], level, level > now)


def _words(o: Observation, wants: Mind) -> Iterator[Term]:
    """Yield the words that a seat would welcome most in what the text says now."""
    found = reworded(o.scenario, wants.text)
    if not found.clauses:
        return
    share = wants.weights.sum(axis=1)
    mean = (found.points[:, wants.rows] * share).sum(axis=1) // share.sum()
    for at in np.argsort(-mean, kind="stable")[:MOST_WORDS].tolist():
        if mean[at] <= 0:
            return
        yield clause_term(o.scenario, found.before[at], found.clauses[at])
