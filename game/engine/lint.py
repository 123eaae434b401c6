"""What the Secretariat would remark on a text. An error keeps it from going into blue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from game.engine.opinion import level_of
from game.engine.record import Draft
from game.engine.scenario import Aim, Scenario
from game.engine.wording import stands_at


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

    A clause that was softened meets no aim that asks for its level, but one that asks for what
    is left of it.
    """
    if aim.at_least is not None and stands_at(scenario, draft, aim.measure) < aim.at_least:
        return False
    return aim.at_most is None or level_of(scenario, draft, aim.measure) <= aim.at_most
