"""What a text and the act mean to a capital by its brief: reasons, positions, pressure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from attrs import frozen

from game.engine.lately import Lately
from game.engine.record import Clause, Draft, Record, in_own_words
from game.engine.scenario import (
    Brief,
    Measure,
    Scenario,
    Shift,
    Statement,
    Threshold,
    Variant,
)
from game.engine.terms import Seat
from game.engine.text import level_of
from game.engine.wording import clause_at, effect_of, part_of, twentieths, weight

RANGE_COST = 3
"""Points of salience for each level above the ceiling. Tuned: seven sittings."""
RED_LINE = -100
"""Points for a crossed red line. Tuned: no other sum of reasons outweighs it."""
PRESSURE_UNIT = 20
"""Twentieths of a point in which effects are added up."""
PRESSURE_COST = 3
"""Points for each point of pressure above tolerance. Tuned: seven sittings."""
CAREFUL = -2
"""Margin from which instructions count as careful. Tuned: how often statements failed."""
STOCK_OF_BRIEFS = 46
"""Provocation stock for which tolerances are written: March 2016."""


@frozen
class Reason:
    """One part of a sum.

    key: which kind of reason.
    points: what it adds.
    cause: the measure, seat or number behind it.
    """

    key: str
    points: int
    cause: str = ""


@frozen(cache_hash=True)
class Stand:
    """A position on the day of the sitting, for one variant of a brief.

    ideal: preferred level.
    ceiling: highest level it can bear.
    salience: weight.
    red_from: refuses from here on.
    red_below: refuses below.
    binds_when: what makes red_below bind; empty is always.
    """

    ideal: int
    ceiling: int
    salience: int
    red_from: int | None
    red_below: int | None
    binds_when: tuple[Threshold, ...]


@lru_cache(maxsize=4096)
def stands(scenario: Scenario, seat: Seat, variant: str) -> Mapping[str, Stand]:
    """Return where a seat stands on each measure under one variant of its brief."""
    chosen = variant_of(scenario, seat, variant)
    return {
        m.id: stand
        for m in scenario.measures
        if (stand := _stand(scenario, seat, chosen, m)) is not None
    }


def variant_of(scenario: Scenario, seat: Seat, variant: str) -> Variant:
    """Return the variant of a seat's brief with this id."""
    return next(v for v in scenario.briefs[seat].variants if v.id == variant)


def _stand(scenario: Scenario, seat: Seat, variant: Variant, measure: Measure) -> Stand | None:
    bloc = scenario.delegation(seat).bloc
    position = measure.positions.get(seat) or measure.positions.get(bloc)
    if position is None:
        return None
    brief = scenario.briefs[seat]
    ceiling = position.accept[1]
    dated = scenario.ceilings[measure.id].levels if measure.id in scenario.ceilings else {}
    if seat in dated:
        ceiling = min(ceiling, dated[seat])
    elif bloc in dated:
        ceiling = dated[bloc]
    shift = variant.shifts.get(measure.id, Shift())
    ceiling = min(measure.top, max(0, ceiling + shift.ceiling))
    ideal = scenario.ideals.get(measure.id, {}).get(seat, position.ideal)
    ideal = max(0, ideal + shift.ideal)
    salience = max(1, position.salience + shift.salience)
    if seat not in measure.positions:
        if measure.category == "humanitarian":
            salience = max(1, salience + brief.weights.humanitarian - 3)
        if measure.precedent_weight:
            salience = max(1, salience + (brief.weights.sovereignty - 2) // 2)
    if brief.reluctant and measure.restrictive:
        ideal = max(ceiling - 1, min(scenario.base(measure.id), ceiling))
    return Stand(
        ideal, ceiling, salience, position.red_from, position.red_below, position.binds_when
    )


def clause_reasons(
    scenario: Scenario, seat: Seat, variant: str, clause: Clause
) -> tuple[Reason, ...]:
    """List what one clause adds to a seat's sum, red lines that bind only together left out.

    Its level may be 0, which is silence. Words weigh on all but red lines, which a weak verb lifts.
    """
    out = level_reasons(scenario, seat, variant, clause.measure)[clause.level]
    if not clause.reworded:
        return out
    words = weight(scenario, clause)
    return tuple(
        r if r.key == "red_line" else Reason(r.key, part_of(r.points, words.price), r.cause)
        for r in out
        if r.key != "red_line" or words.binds
    )


_levels = Lately[tuple[tuple[Reason, ...], ...]](2**15)


def level_reasons(
    scenario: Scenario, seat: Seat, variant: str, id: str
) -> tuple[tuple[Reason, ...], ...]:
    """List what each level of a measure adds to a seat's sum in its own words, from silence on.

    Most stay the same from sitting to sitting, so they are kept.
    """
    measure, stand = scenario.measure(id), stands(scenario, seat, variant).get(id)
    if stand is None:
        return ((),) * (measure.top + 1)
    base, reluctant = scenario.base(id), scenario.briefs[seat].reluctant
    who = measure.rider.who if measure.rider else ""
    rides = who in (seat, scenario.delegation(seat).bloc)
    return _levels.get(
        lambda: tuple(
            tuple(_clause(stand, measure, base, level, reluctant=reluctant, rides=rides))
            for level in range(measure.top + 1)
        ),
        measure,
        also=(stand, base, reluctant, rides),
    )


def _clause(
    stand: Stand, measure: Measure, base: int, level: int, *, reluctant: bool, rides: bool
) -> Iterator[Reason]:
    """Yield what a level of a measure adds to a sum.

    Args:
        base: level in force.
        reluctant: the capital is.
        rides: what else the measure carries is the seat's.
    """
    id = measure.id
    gain = stand.salience * (abs(base - stand.ideal) - abs(level - stand.ideal))
    if gain > 0 and reluctant and measure.carries == "regime":
        gain = 0  # Otherwise the log would say that a reluctant capital liked a ban.
    if gain:
        yield Reason("clause", gain, id)
    if measure.carries == "text" and level < base <= stand.ideal:
        yield Reason("agreed_words", -RANGE_COST * stand.salience * (base - level), id)
    above = max(0, level - stand.ceiling) - max(0, base - stand.ceiling)
    if above:
        yield Reason("range", -RANGE_COST * stand.salience * above, id)
    if stand.red_from is not None and level >= stand.red_from and level > base:
        yield Reason("red_line", RED_LINE, id)
    if stand.red_below is not None and level < stand.red_below and not stand.binds_when:
        yield Reason("red_line", RED_LINE, id)
    rider = measure.rider
    if rider and rides and rider.from_level <= level > base:
        yield Reason("rider", rider.points, id)


def joint_reasons(scenario: Scenario, seat: Seat, variant: str, draft: Draft) -> Iterator[Reason]:
    """List red lines that bind only when another measure is touched."""
    for id, stand in stands(scenario, seat, variant).items():
        if stand.red_below is None or not stand.binds_when:
            continue
        if level_of(scenario, draft, id) >= stand.red_below:
            continue
        if any(level_of(scenario, draft, t.measure) >= t.level for t in stand.binds_when):
            yield Reason("red_line", RED_LINE, id)


def added_twentieths(scenario: Scenario, clause: Clause) -> int:
    """Return the pressure a clause adds to the regime before, in twentieths of a point.

    Only humanitarian words can bring relief; other clauses never count below nothing.
    """
    measure = scenario.measure(clause.measure)
    before = effect_of(scenario, Clause(measure.id, scenario.base(measure.id)))
    change = twentieths(effect_of(scenario, clause)) - twentieths(before)
    return change if measure.category == "humanitarian" else max(0, change)


def pressure_of(scenario: Scenario, draft: Draft) -> int:
    """Return the pressure a text adds to the regime before, in points, never below 0."""
    clauses = (clause_at(scenario, draft, m.id) for m in scenario.measures)
    total = sum(added_twentieths(scenario, clause) for clause in clauses)
    return max(0, total) // PRESSURE_UNIT


def tolerance_of(brief: Brief, variant: Variant, stock: int) -> int:
    """Return the pressure a capital can bear at this provocation stock, in points."""
    grown = (stock - STOCK_OF_BRIEFS) // brief.grows if brief.grows else 0
    return brief.tolerance + variant.tolerance + grown


def own_reasons(
    scenario: Scenario, seat: Seat, variant: str, draft: Draft, stock: int
) -> tuple[Reason, ...]:
    """List what the text and the act add to a seat's sum: all that depends on its brief."""
    brief, chosen = scenario.briefs[seat], variant_of(scenario, seat, variant)
    out: list[Reason] = []
    for m in scenario.measures:
        out += clause_reasons(scenario, seat, variant, clause_at(scenario, draft, m.id))
    out += joint_reasons(scenario, seat, variant, draft)
    pressure = pressure_of(scenario, draft)
    over = pressure - tolerance_of(brief, chosen, stock)
    if over > 0:
        out.append(Reason("pressure", -PRESSURE_COST * over, str(pressure)))
    out.append(Reason("answer", scenario.severity * brief.weights.nonproliferation))
    if chosen.mood:
        out.append(Reason("mood", chosen.mood, variant))
    return tuple(out)


def text_of(levels: Mapping[str, int]) -> Draft:
    """Return a text with each measure at its level in its own words; level 0 is left out."""
    return {id: in_own_words(id, level) for id, level in levels.items() if level}


def plain(scenario: Scenario) -> Mapping[str, int]:
    """Return the regime before with the words a text cannot do without, as levels."""
    return {
        m.id: max(scenario.base(m.id), scenario.required.get(m.id, 0)) for m in scenario.measures
    }


@lru_cache(maxsize=16)
def blank(scenario: Scenario) -> Draft:
    """Return the text on which nothing is written yet: the regime before, as `plain` has it."""
    return text_of(plain(scenario))


@lru_cache(maxsize=1024)
def alone(scenario: Scenario, measure: str, level: int) -> Draft:
    """Return the text that adds only this clause to the regime before: what a warning is about."""
    return text_of({**plain(scenario), measure: level})


def worded(scenario: Scenario, record: Record) -> Statement | None:
    """Return the product on the table with the words as they stand, or None."""
    found = next((s for s in scenario.statements if s.id == record.statement), None)
    return found.softened(record.softened) if found else None


def objects_to(scenario: Scenario, seat: Seat, variant: str, statement: Statement) -> bool:
    """Tell whether a capital would block a press statement: it goes beyond what it can bear."""
    return bool(unbearable(scenario, seat, variant, statement))


def unbearable(
    scenario: Scenario, seat: Seat, variant: str, statement: Statement, margin: int = 0
) -> str:
    """Return the word of a statement that a capital can bear least, if there is one.

    An objection costs nothing, and all fifteen have one: a reluctant capital whose ambassador
    was told to be careful bears one level less, agreed before or not, and misses agreed words.
    Source: on 19 April 2017 a statement fell over agreed words that were left out.
    """
    found, wary = stands(scenario, seat, variant), margin <= CAREFUL
    wary = wary and scenario.briefs[seat].reluctant
    over = {
        id: _beyond(scenario, found[id], id, level, wary=wary)
        for id, level in statement.levels.items()
        if id in found
    }
    worst = max(over, key=lambda id: over[id], default="")
    return worst if worst and over[worst] > 0 else ""


def _beyond(scenario: Scenario, stand: Stand, id: str, level: int, *, wary: bool) -> int:
    """Return by how many levels a word goes further than a capital can bear, or falls short."""
    base = scenario.base(id)
    if not wary:
        return level - max(stand.ceiling, base)
    missed = min(base, stand.ceiling) - level if scenario.measure(id).carries == "text" else 0
    return max(level - (stand.ceiling - 1), missed if stand.ideal >= base else 0)
