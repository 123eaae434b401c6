"""What every single change of a text would do: to the vote, to its pressure, to each side.

One's own points are exact; those of others are weighed over the briefs they could hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from game.engine import consensus, observation, opinion, pressure
from game.engine.observation import Observation
from game.engine.record import Asked, Clause, Draft, Pledge, Record
from game.engine.terms import Seat
from game.ui.parts.estimate import once, signature


@frozen
class Worth:
    """Points that a change adds to a seat's sum.

    points: the expected number; exact for one's own seat.
    spread: how far the briefs that fit what was heard lie apart, to either side.
    """

    points: int
    spread: int = 0


@frozen
class Move:
    """One clause in place of another, and what that does today.

    measure, level, verb: the clause it would be.
    passes: chance that the text is then adopted.
    vetoed: chance that a permanent member then votes no.
    expected: yes votes.
    worths: seat -> what the change is worth to it.
    """

    measure: str
    level: int
    verb: str
    passes: float
    vetoed: float
    expected: float
    worths: Mapping[Seat, Worth]


def with_clause(draft: Draft, measure: str, level: int, verb: str = "") -> Draft:
    """Return a text with one clause changed; level 0 takes it out."""
    rest = without(draft, measure)
    return {**rest, measure: Clause(measure, level, verb)} if level else rest


def put(draft: Draft, clause: Clause) -> Draft:
    """Return a text with this clause in the place of the one it has on its measure."""
    rest = without(draft, clause.measure)
    return {**rest, clause.measure: clause} if clause.level else rest


def without(draft: Draft, measure: str) -> Draft:
    """Return a text with one clause taken out."""
    return {id: clause for id, clause in draft.items() if id != measure}


def moves(o: Observation, draft: Draft, *, swaps: bool = False) -> tuple[Move, ...]:
    """Return every single change of a text that the regime in force allows."""
    key = f"moves {swaps} {signature(draft)}"
    return once(o, key, lambda: _moves(o, draft, swaps))


def moves_of(o: Observation, draft: Draft, measure: str) -> Mapping[int, Move]:
    """Return the changes of one measure in its own words, by level."""
    return {m.level: m for m in moves(o, draft) if m.measure == measure and not m.verb}


def _moves(o: Observation, draft: Draft, swaps: bool) -> tuple[Move, ...]:
    s = o.scenario
    start = consensus.row(s, draft)
    rows = consensus.neighbours(s, start, swaps=swaps)
    found = observation.forecast(o, rows)
    worths = _worths(o, start[None, :], rows)
    out = []
    for i in range(len(rows)):
        column = int((rows[i] != start).argmax())
        clause = consensus.clause_of(s, column, int(rows[i][column]))
        out.append(
            Move(
                clause.measure,
                clause.level,
                clause.verb,
                float(found.adopted[i]),
                max(0.0, float(found.vetoed[i])),
                float(found.expected[i]),
                worths[i],
            )
        )
    return tuple(out)


def preferred_level(o: Observation, draft: Draft, measure: str) -> int:
    """Return the level that the one who looks would ask for; what stands, if nothing is better.

    That is what its instructions name, else the nearest level that wins at least two thirds of
    what can be won.
    """
    s, now = o.scenario, opinion.level_of(o.scenario, draft, measure)
    if o.seat not in s.briefs:
        return now
    found = moves_of(o, draft, measure)
    points = {level: move.worths[o.seat].points for level, move in found.items()}
    for aim in (it.aim for it in opinion.wanted_by(s, o.seat, o.dealt)):
        if aim.measure != measure:
            continue
        named = aim.at_least if aim.at_least is not None and now < aim.at_least else None
        named = aim.at_most if aim.at_most is not None and now > aim.at_most else named
        if named is not None and points.get(named, -1) >= 0:
            return named
    most = max(points.values(), default=0)
    good = [level for level, gain in points.items() if most > 0 and 3 * gain >= 2 * most]
    return min(good, key=lambda level: (abs(level - now), level), default=now)


def belief(o: Observation) -> consensus.Belief:
    """Return what this seat holds possible of every brief."""
    return once(o, "belief", lambda: observation.belief(o))


def _worths(
    o: Observation, start: consensus.Ints, rows: consensus.Ints
) -> Sequence[Mapping[Seat, Worth]]:
    s, tables, weights = o.scenario, consensus.model(o.scenario), belief(o).weights.sum(axis=1)
    sums = consensus.own_sums(s, rows, o.record.stock)
    sums = sums - consensus.own_sums(s, start, o.record.stock)
    dealt = consensus.dealings(s, o.record, rows) - consensus.dealings(s, o.record, start)
    out: list[dict[Seat, Worth]] = [{} for _ in range(len(rows))]
    for number, seat in enumerate(s.seats):
        mine = (tables.seat == number) & (weights > 0)
        share = weights[mine]
        points = sums[:, mine] + dealt[:, number, None]
        mean = (points * share).sum(axis=1) / share.sum()
        spread = (points.max(axis=1) - points.min(axis=1)) / 2
        for i in range(len(rows)):
            out[i][seat] = Worth(round(float(mean[i])), round(float(spread[i])))
    return out


def worth_between(
    o: Observation, seat: Seat, before: Draft, after: Draft, record: Record | None = None
) -> Worth:
    """Return what one text is worth to a seat against another.

    record: what would be public then; by default nothing else changes.
    """
    s, tables, weights = o.scenario, consensus.model(o.scenario), belief(o).weights.sum(axis=1)
    old, new = consensus.row(s, before)[None, :], consensus.row(s, after)[None, :]
    number = s.seats.index(seat)
    mine = (tables.seat == number) & (weights > 0)
    points = (
        consensus.own_sums(s, new, o.record.stock) - consensus.own_sums(s, old, o.record.stock)
    )[0][mine]
    points = points + consensus.dealings(s, record or o.record, new)[0, number]
    points = points - consensus.dealings(s, o.record, old)[0, number]
    share = weights[mine]
    mean = float((points * share).sum() / share.sum())
    return Worth(round(mean), round(float(points.max() - points.min()) / 2))


def pledged(record: Record, ask: Asked) -> Record:
    """Return the record as it would be if the pen granted an ask."""
    pledge = _promise(ask)
    kept = tuple(p for p in record.pledges if not pledge.replaces(p))
    return evolve(record, pledges=(*kept, pledge))


def granted(o: Observation, draft: Draft, ask: Asked) -> Draft:
    """Return a text as it would be if the pen granted an ask."""
    if opinion.keeps(o.scenario, draft, _promise(ask)):
        return draft
    return {**without(draft, ask.measure), **({ask.measure: ask.clause} if ask.level else {})}


def _promise(ask: Asked) -> Pledge:
    return Pledge(ask.seat, ask.measure, ask.level, ask.upward, words=ask.words)


def nearest_counter(o: Observation, draft: Draft, ask: Asked) -> int | None:
    """Return the level nearest to an ask, on the way to it, that passes no worse than today.

    None where the only steps are the text itself and the ask.
    """
    now = opinion.level_of(o.scenario, draft, ask.measure)
    if now == ask.level:
        return None
    step = 1 if ask.level < now else -1
    between = range(ask.level + step, now, step)
    found = moves_of(o, draft, ask.measure)
    for level in between:
        if level in found and found[level].worths[ask.seat].points > 0:
            return level
    return next(iter(between), None)


def variants_believed(o: Observation, seat: Seat) -> tuple[tuple[str, float], ...]:
    """Return what a capital may have written, with its chance, likeliest first."""
    tables, weights = consensus.model(o.scenario), belief(o).weights.sum(axis=1)
    found = [
        (opinion.variant_of(o.scenario, s, variant).why, float(weights[i]))
        for i, (s, variant) in enumerate(tables.minds)
        if s == seat
    ]
    whole = sum(weight for _, weight in found) or 1.0
    return tuple(sorted(((why, w / whole) for why, w in found), key=lambda item: -item[1]))


def effect(o: Observation, draft: Draft) -> tuple[int, int]:
    """Return what a text does on paper: pressure in tenths of a point, hardship above nothing."""
    s = o.scenario
    return pressure.paper_of(s, draft, o.before), pressure.hardship_of(s, draft)
