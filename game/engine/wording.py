"""The words of a clause beyond its level: which are allowed, and what they leave of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from attrs import evolve, frozen

from game.engine.abroad.whole import WHOLE
from game.engine.past import Left
from game.engine.record import Clause, Draft, in_own_words
from game.engine.scenario import Choice, Effect, Measure, Modifier, Parameter, Scenario

KINDS = ("softener", "hardener")
CHAPTER = "chapter_basis"
"""The measure that says under which chapter of the Charter the Council acts."""
FORCE = 4
"""Its level that reaches beyond Article 41."""
BASIS = {CHAPTER: 2, "article39_determination": 3}
"""What a decision for all Member States rests on: measure -> least level.

Source: UN Charter, Articles 25, 39 and 41.
"""
WEAKEST_THAT_BINDS = "demands"
"""The verb from which a red line holds."""

Share = tuple[int, int]
"""A part of a whole: so many of so many."""


@frozen
class Weight:
    """What the words of a clause leave of its level.

    strength: share of the effect.
    price: share of the political price.
    binds: a red line still holds against it.
    """

    strength: Share = (100, 100)
    price: Share = (100, 100)
    binds: bool = True


OWN = Weight()
"""What a level's own words leave of it: all."""


@lru_cache(maxsize=16384)
def weight(scenario: Scenario, clause: Clause) -> Weight:
    """Return what the words of a clause leave of its level, all factors multiplied."""
    if not clause.reworded:
        return OWN
    strength = price = 100
    parts: tuple[Modifier | Choice, ...] = modifiers_of(scenario, clause)
    for part in (*parts, *choices_of(scenario, clause)):
        strength, price = strength * part.strength // 100, price * part.price // 100
    if not clause.verb:
        return Weight((strength, 100), (price, 100))
    own = scenario.verb(scenario.measure(clause.measure).level(clause.level).verb)
    new = scenario.verb(clause.verb)
    return Weight(
        (new.strength * strength, own.strength * 100),
        (new.cost * price, own.cost * 100),
        new.cost >= scenario.verb(WEAKEST_THAT_BINDS).cost,
    )


def part_of(value: int, share: Share) -> int:
    """Return so much of a value, rounded down."""
    return value * share[0] // share[1]


def left_by(scenario: Scenario, clause: Clause, before: Left | None) -> int:
    """Return what the words of a clause leave of its level, per mille.

    A clause at the level in force that has no words of its own is the one in force, in its words.
    """
    if before is not None and not clause.reworded:
        if clause.level == scenario.floor(clause.measure):
            return before.words.get(clause.measure, WHOLE)
    return part_of(WHOLE, weight(scenario, clause).strength)


def modifiers_of(scenario: Scenario, clause: Clause) -> tuple[Modifier, ...]:
    """Return the softener and the hardener of a clause."""
    used = (clause.softener, clause.hardener)
    return tuple(m for m in scenario.modifiers if m.id in used)


def choices_of(scenario: Scenario, clause: Clause) -> tuple[Choice, ...]:
    """Return the values that were chosen for the parameters of a clause."""
    chosen = dict(clause.params)
    return tuple(p.choices[chosen[p.id]] for p in scenario.parameters if p.id in chosen)


@lru_cache(maxsize=1024)
def modifiers(scenario: Scenario, measure: str, kind: str) -> tuple[Modifier, ...]:
    """Return the softeners or the hardeners that can stand in a measure's clauses."""
    m = scenario.measure(measure)
    return tuple(found for found in scenario.modifiers if found.kind == kind and found.suits(m))


@lru_cache(maxsize=4096)
def parameters(scenario: Scenario, measure: str, level: int) -> tuple[Parameter, ...]:
    """Return what a level leaves open, by id: the placeholders in its clause with choices."""
    if not level:
        return ()
    clause = scenario.measure(measure).level(level).clause
    found = (p for p in scenario.parameters if "{" + p.id + "}" in clause)
    return tuple(sorted(found, key=lambda p: p.id))


# -- what stands


def clause_at(scenario: Scenario, draft: Draft, measure: str) -> Clause:
    """Return the clause a text stands for: its own, or that of the regime it cannot lower."""
    clause, floor = draft.get(measure), scenario.floor(measure)
    if clause is None or clause.level < floor:
        return in_own_words(measure, floor)
    return clause


def put(scenario: Scenario, draft: Draft, clause: Clause) -> Draft:
    """Return a text with one clause in the place of its own, never below what stays."""
    rest = {id: c for id, c in draft.items() if id != clause.measure}
    floor = scenario.floor(clause.measure)
    kept = clause if clause.level >= floor else Clause(clause.measure, floor)
    return {**rest, clause.measure: kept} if kept.level else rest


def touching(scenario: Scenario, earlier: Draft, later: Draft) -> tuple[str, ...]:
    """Return the measures on which a later text decides otherwise than an earlier one."""
    decided = (c for id, c in later.items() if id in earlier and c != earlier[id])
    return tuple(c.measure for c in decided if c.level > scenario.floor(c.measure))


def superseded(scenario: Scenario, earlier: Draft, later: Draft) -> Draft:
    """Return what stands after two texts: both, and the later one where they touch.

    A clause that only says again what was in force before takes nothing from the earlier text.
    """
    over = {id: later[id] for id in touching(scenario, earlier, later)}
    return {**later, **earlier, **over}


def distance(scenario: Scenario, one: Clause, other: Clause) -> tuple[int, int]:
    """Return how far two clauses of a measure lie apart: in levels, then by their words.

    What words leave of the effect and of the price counts, per mille of the level's own.
    """
    first, second = (weight(scenario, clause) for clause in (one, other))
    shares = ((first.strength, second.strength), (first.price, second.price))
    apart = (abs(part_of(1000, a) - part_of(1000, b)) for a, b in shares)
    return abs(one.level - other.level), max(apart)


def effect_of(scenario: Scenario, clause: Clause) -> Effect:
    """Return what a clause stops, its words counted in; level 0 stops nothing."""
    if clause.level == 0:
        return Effect()
    e = scenario.measure(clause.measure).level(clause.level).effect
    if not clause.reworded:
        return e
    share = weight(scenario, clause).strength
    return Effect(
        part_of(e.revenue, share),
        part_of(e.fuel, share),
        part_of(e.hardship, share),
        part_of(e.burden, share),
    )


def twentieths(effect: Effect) -> int:
    """Return the pressure of an effect, in twentieths of a point."""
    return effect.revenue + effect.fuel + 20 * effect.hardship + 10 * effect.burden


def is_softened(scenario: Scenario, clause: Clause) -> bool:
    """Tell whether the words of a clause leave less than all of its level."""
    left, whole = weight(scenario, clause).strength
    return left < whole


def stands_at(scenario: Scenario, draft: Draft, measure: str) -> int:
    """Return the level that a text can be said to reach at least.

    A softened clause reaches the highest level below its own whose own words stop no more and
    bind no more.
    """
    return reach(scenario, clause_at(scenario, draft, measure))


def reach(scenario: Scenario, clause: Clause) -> int:
    """Return the level that one clause reaches; its own unless it was softened."""
    return _reach(scenario, clause) if clause.reworded else clause.level


@lru_cache(maxsize=16384)
def _reach(scenario: Scenario, clause: Clause) -> int:
    if not is_softened(scenario, clause):
        return clause.level
    m, floor = scenario.measure(clause.measure), scenario.floor(clause.measure)
    left, bound = twentieths(effect_of(scenario, clause)), binding(scenario, clause)
    for number in range(clause.level - 1, floor, -1):
        below = m.level(number)
        if twentieths(below.effect) <= left and (bound or not below.binding):
            return number
    return floor


def is_harder(scenario: Scenario, clause: Clause, than: Clause) -> bool:
    """Tell whether a clause is stronger than another on its measure: by level, else by words."""
    if clause.level != than.level:
        return clause.level > than.level
    return _more(weight(scenario, clause).strength, weight(scenario, than).strength)


def keeps_words(scenario: Scenario, clause: Clause, wanted: Clause, *, upward: bool) -> bool:
    """Tell whether a clause has the words that somebody wanted, or better ones for who did.

    Args:
        upward: it wanted more, so that stronger words are better; else cheaper ones are.
    """
    if clause == wanted:
        return True
    if clause.level != wanted.level:
        if upward:
            return reach(scenario, clause) > wanted.level
        return clause.level < wanted.level
    now, then = weight(scenario, clause), weight(scenario, wanted)
    return _more(now.strength, then.strength) if upward else _more(then.price, now.price)


def _more(one: Share, other: Share) -> bool:
    return one[0] * other[1] > other[0] * one[1]


def binding(scenario: Scenario, clause: Clause) -> bool:
    """Tell whether a clause creates a legal obligation; softeners never change that."""
    if not clause.level:
        return False
    own = scenario.measure(clause.measure).level(clause.level).binding
    return scenario.verb(clause.verb).binding if clause.verb else own


def is_good(measure: Measure) -> bool:
    """Tell whether a measure is about a sector of trade."""
    return measure.category.startswith("sectoral")


@lru_cache(maxsize=16384)
def decides_for_all(scenario: Scenario, clause: Clause) -> bool:
    """Tell whether a clause newly binds all Member States."""
    if clause.level <= scenario.floor(clause.measure) or not binding(scenario, clause):
        return False
    text = scenario.measure(clause.measure).level(clause.level).clause
    return "all Member States shall" in " ".join(text.split())


@lru_cache(maxsize=16)
def forceful(scenario: Scenario) -> tuple[tuple[str, int], ...]:
    """Return the measures, each with the level, whose clauses authorize force."""
    return tuple(
        (m.id, r.when_level_at_least)
        for m in scenario.measures
        for r in m.requires
        if r.measure == CHAPTER and r.min_level >= FORCE
    )


# -- what is allowed


@frozen
class Fault:
    """A rule that the words of a clause break.

    key: which rule.
    fields: what its sentence names.
    """

    key: str
    fields: Mapping[str, str] = {}


def fault(scenario: Scenario, clause: Clause) -> Fault | None:
    """Return the rule that the words of a clause break, if any."""
    return next(_faults(scenario, clause), None) if clause.reworded else None


def _faults(scenario: Scenario, clause: Clause) -> Iterator[Fault]:
    named = {"measure": clause.measure}
    if clause.level <= scenario.floor(clause.measure):
        yield Fault("in_force", named)
        return
    level = scenario.measure(clause.measure).level(clause.level)
    if clause.verb:
        if not level.regular or all(v.verb != clause.verb for v in scenario.verbs):
            yield Fault("fixed_verb", named)
        if clause.verb == level.verb:
            yield Fault("own_verb", named)
    if clause.softener or clause.hardener or clause.params:
        if not scenario.plays("wording"):
            yield Fault("not_in_play")
        if not level.regular and (clause.softener or clause.hardener):
            yield Fault("fixed_words", named)
        for kind, used in zip(KINDS, (clause.softener, clause.hardener), strict=True):
            if used and used not in [m.id for m in modifiers(scenario, clause.measure, kind)]:
                yield Fault("unknown_words", {"words": used, **named})
        yield from _open_faults(scenario, clause)


def _open_faults(scenario: Scenario, clause: Clause) -> Iterator[Fault]:
    known = {p.id: p for p in parameters(scenario, clause.measure, clause.level)}
    for id, choice in clause.params:
        if id not in known or not 0 <= choice < len(known[id].choices):
            yield Fault("unknown_words", {"words": id, "measure": clause.measure})
            return
    chosen = {id: choice for id, choice in clause.params if choice != known[id].default}
    if tuple(sorted(chosen.items())) != clause.params:
        yield Fault("own_words", {"measure": clause.measure})


def with_choice(scenario: Scenario, clause: Clause, parameter: str, choice: int) -> Clause:
    """Return a clause with one parameter set; a default is not written down."""
    found = parameters(scenario, clause.measure, clause.level)
    default = next(p.default for p in found if p.id == parameter)
    rest = {id: c for id, c in clause.params if id != parameter}
    if choice != default:
        rest[parameter] = choice
    return evolve(clause, params=tuple(sorted(rest.items())))


def small_edits(scenario: Scenario, clause: Clause) -> Iterator[Clause]:
    """Yield every allowed change of one softener, hardener or parameter of a clause."""
    if clause.level <= scenario.floor(clause.measure) or not scenario.plays("wording"):
        return
    if scenario.measure(clause.measure).level(clause.level).regular:
        for softener in ("", *(m.id for m in modifiers(scenario, clause.measure, "softener"))):
            if softener != clause.softener:
                yield evolve(clause, softener=softener)
        for hardener in ("", *(m.id for m in modifiers(scenario, clause.measure, "hardener"))):
            if hardener != clause.hardener:
                yield evolve(clause, hardener=hardener)
    for p in parameters(scenario, clause.measure, clause.level):
        for choice in range(len(p.choices)):
            if (changed := with_choice(scenario, clause, p.id, choice)) != clause:
                yield changed
