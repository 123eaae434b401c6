"""What the Secretariat would remark on a text. An error keeps it from going into blue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from game.engine.opinion import level_of
from game.engine.record import Clause, Draft
from game.engine.scenario import Aim, Scenario


@frozen
class Remark:
    """One remark on a text.

    key: which kind: requires, excludes, required, empty or reaffirms.
    measure: the clause it is about.
    fields: what its sentence names.
    error: it keeps the text from going into blue.
    """

    key: str
    measure: str
    fields: Mapping[str, str] = field(factory=dict)
    error: bool = True


def remarks(scenario: Scenario, draft: Draft) -> Iterator[Remark]:
    """List every remark on a text, in the order of its measures."""
    if not any(level_of(scenario, draft, m.id) > scenario.base(m.id) for m in scenario.measures):
        yield Remark("empty", "", error=False)
    for m in scenario.measures:
        level = level_of(scenario, draft, m.id)
        for r in m.requires:
            if level >= r.when_level_at_least:
                if level_of(scenario, draft, r.measure) < r.min_level:
                    need = {"other": r.measure, "level": str(r.min_level)}
                    yield Remark("requires", m.id, need)
        for e in m.excludes:
            if level < e.when_level_at_least:
                continue
            other = level_of(scenario, draft, e.measure)
            if e.level_below is not None:
                if other < e.level_below:
                    need = {"other": e.measure, "level": str(e.level_below)}
                    yield Remark("requires", m.id, need)
            elif other >= (1 if e.level_at_least is None else e.level_at_least):
                yield Remark("excludes", m.id, {"other": e.measure})


def errors(scenario: Scenario, draft: Draft) -> tuple[Remark, ...]:
    """List the remarks that keep a text from going into blue."""
    return tuple(r for r in remarks(scenario, draft) if r.error)


def meets(scenario: Scenario, draft: Draft, aim: Aim) -> bool:
    """Tell whether a text meets an aim about one of its measures.

    A clause whose verb was swapped for a weaker one meets no aim that asks for its level.
    """
    level = level_of(scenario, draft, aim.measure)
    if aim.at_least is not None:
        clause = draft.get(aim.measure)
        if level < aim.at_least or (clause is not None and _is_softened(scenario, clause)):
            return False
    return aim.at_most is None or level <= aim.at_most


def _is_softened(scenario: Scenario, clause: Clause) -> bool:
    if not clause.verb:
        return False
    own = scenario.measure(clause.measure).level(clause.level).verb
    return scenario.verb(clause.verb).strength < scenario.verb(own).strength
