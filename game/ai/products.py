"""Which product short of a resolution a computer puts to the fifteen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from game.ai import mind
from game.engine import consensus, opinion
from game.engine.actions import Propose
from game.engine.observation import Observation
from game.engine.scenario import Scenario, Statement

FIRM = 70
"""Firmness from which a pen begins with what its capital wants said. Tuned."""
DARING = 60
"""Risk from which it does so, too, per cent. Tuned."""
LIKELY = 500
"""Per mille of nobody minding from which another delegation tries its hand. Tuned."""


def propose(observation: Observation) -> Propose:
    """Propose a product, or none: the pen first, then one of those who spoke for condemnation."""
    o = observation
    if not o.is_pen:
        return Propose(o.seat, _instead(o))
    return Propose(o.seat, _wanted(o) if _is_firm(o) else _safest(o))


def why(observation: Observation, act: Propose) -> str:
    """Return the one reason of a proposal, by its name."""
    if observation.is_pen and observation.stage != "fallback" and _is_firm(observation):
        return "wants_it_said"
    if observation.is_pen or act.statement:
        return "may_go_out"
    return "nothing_to_say"


def _is_firm(o: Observation) -> bool:
    return mind.temper(o).firmness >= FIRM or mind.temper(o).risk >= DARING


def _wanted(o: Observation) -> str:
    """Return the product whose words this seat likes best, whoever may mind them."""
    t, table = consensus.model(o.scenario), mind.own_table(o) + mind.aim_table(o)
    points = {
        it.id: sum(int(table[t.places[id], level]) for id, level in it.levels.items())
        - sum(int(table[t.places[id], o.scenario.base(id)]) for id in it.levels)
        for it in o.scenario.statements
    }
    return max(points, key=lambda id: points[id])


def _safest(o: Observation) -> str:
    """Return the product that promises most: how heavy it is, times the chance that it goes out."""
    best, most = "", 0
    for strength, it in enumerate(o.scenario.statements, 1):
        weight = strength + mind.temper(o).risk * strength // 100
        if (value := passing(o.scenario)[it.id] * weight) > most:
            best, most = it.id, value
    return best


def _instead(o: Observation) -> str:
    """Return what can still be said after a product fell: without the word that it fell over."""
    found = max(_left(o), key=lambda it: passing(o.scenario)[it.id], default=None)
    return found.id if found else ""


def _left(o: Observation) -> Iterator[Statement]:
    own = mind.dealt(o)
    for it in o.scenario.statements:
        if it.id in o.record.fallen or _has_the_word(o, it) or passing(o.scenario)[it.id] < LIKELY:
            continue
        if not opinion.unbearable(o.scenario, o.seat, own.variant, it, own.margin):
            yield it


def _has_the_word(o: Observation, it: Statement) -> bool:
    """Tell whether a product says the same as the one that fell of what that fell over."""
    word = o.record.blocked_on
    if not word:
        return False
    fell = next(s for s in o.scenario.statements if s.id == o.record.fallen[-1])
    said = {**fell.levels, **dict(o.record.softened)}
    return it.levels.get(word) == said[word]


@lru_cache(maxsize=64)
def passing(scenario: Scenario) -> Mapping[str, int]:
    """Return for each product the chance that no capital minds it, by instructions, per mille."""
    return {it.id: _passes(scenario, it) for it in scenario.statements}


def _passes(scenario: Scenario, it: Statement) -> int:
    chance = 1.0
    for seat in scenario.seats:
        variants = scenario.briefs[seat].variants
        mild = (v for v in variants if not opinion.objects_to(scenario, seat, v.id, it))
        chance *= sum(v.weight for v in mild) / sum(v.weight for v in variants)
    return round(1000 * chance)
