"""What the Secretariat would remark on a text. An error keeps it from going into blue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from game.engine import recalling, wording
from game.engine.lately import Lately
from game.engine.opinion import level_of
from game.engine.record import Draft
from game.engine.scenario import Aim, Measure, Scenario
from game.engine.wording import stands_at

WARNINGS = ("diplomatic", "empty", "humanitarian", "replaces")
"""Remarks that keep no text from going into blue."""
SECTORAL_SUM = 12
"""Levels of sectoral measures in all from which an exemption for aid is expected. Tuned."""


@frozen
class Remark:
    """One remark on a text.

    key: which kind.
    measure: the clause it is about.
    fields: what its sentence names.
    fix: the measure and the level that would remove it, where one edit can.
    """

    key: str
    measure: str
    fields: Mapping[str, str] = field(factory=dict)
    fix: tuple[str, int] | None = None

    @property
    def error(self) -> bool:
        """Tell whether it keeps the text from going into blue."""
        return self.key not in WARNINGS


Levels = Mapping[str, int]
"""Measure -> its level in a text; a regime that the text does not name stays."""


def remarks(scenario: Scenario, draft: Draft) -> Iterator[Remark]:
    """List every remark on a text, in the order of its measures; then those on the whole."""
    s, levels = scenario, {m.id: level_of(scenario, draft, m.id) for m in scenario.measures}
    if not any(level > s.base(id) for id, level in levels.items()):
        yield Remark("empty", "")
    for m in s.measures:
        if m.requires or m.excludes:
            yield from _needs(levels, m)
            yield from _clashes(s, levels, m)
        if levels[m.id] > s.floor(m.id):
            yield from _basis(s, draft, levels, m)
            yield from _replaces(s, levels, m)
    yield from _force(s, levels)
    yield from _floors(s, draft, levels)


def _needs(levels: Levels, m: Measure) -> Iterator[Remark]:
    """List what a clause rests on and the text lacks."""
    level = levels[m.id]
    for r in m.requires:
        if level >= r.when_level_at_least:
            if levels[r.measure] < r.min_level:
                if r.measure == wording.CHAPTER and r.min_level >= wording.FORCE:
                    yield _lacking("force", m.id, r.measure, r.min_level)
                else:
                    yield _lacking("requires", m.id, r.measure, r.min_level)
    for e in m.excludes:
        if level >= e.when_level_at_least and e.level_below is not None:
            if levels[e.measure] < e.level_below:
                yield _lacking("requires", m.id, e.measure, e.level_below)


def _lacking(key: str, measure: str, other: str, level: int) -> Remark:
    return Remark(key, measure, {"other": other, "level": str(level)}, (other, level))


def _clashes(scenario: Scenario, levels: Levels, m: Measure) -> Iterator[Remark]:
    """List what a clause cannot stand beside."""
    level = levels[m.id]
    for e in m.excludes:
        if level >= e.when_level_at_least and e.level_below is None:
            most = 1 if e.level_at_least is None else e.level_at_least
            if levels[e.measure] >= most:
                fix = (e.measure, scenario.floor(e.measure))
                yield Remark("excludes", m.id, {"other": e.measure}, fix)


def _basis(scenario: Scenario, draft: Draft, levels: Levels, m: Measure) -> Iterator[Remark]:
    """List what a decision for all Member States lacks of its basis in the Charter.

    Source: UN Charter, Articles 25, 39 and 41.
    """
    clause = wording.clause_at(scenario, draft, m.id)
    if not wording.decides_for_all(scenario, clause):
        return
    said = {r.measure for r in m.requires if clause.level >= r.when_level_at_least}
    for other, least in wording.BASIS.items():
        if scenario.has(other) and other not in said:
            if levels[other] < least:
                yield _lacking("legal_gate", m.id, other, least)


def _replaces(scenario: Scenario, levels: Levels, m: Measure) -> Iterator[Remark]:
    """Remark on a stricter rule for what is restricted already, if nothing says what it replaces.

    The clause says so by itself where a paragraph of a text that was adopted is on file.
    """
    before = scenario.in_force.get(m.id, 0)
    if 0 < before < levels[m.id] and wording.is_good(m):
        if recalling.replaced(scenario, m.id) is None:
            yield Remark("replaces", m.id)


def _force(scenario: Scenario, levels: Levels) -> Iterator[Remark]:
    """Remark on force that is authorized in no paragraph: no text may leave that open.

    Source: the debates of September 2017; measures beyond Article 41 need exact scope.
    """
    if scenario.has(wording.CHAPTER):
        if levels[wording.CHAPTER] >= wording.FORCE:
            if not any(levels[m] >= level for m, level in wording.forceful(scenario)):
                fix = (wording.CHAPTER, wording.BASIS[wording.CHAPTER])
                yield Remark("automatic", wording.CHAPTER, fix=fix)


def _floors(scenario: Scenario, draft: Draft, levels: Levels) -> Iterator[Remark]:
    """Warn of what is expected of a text: words on talks, and where it weighs much on aid."""
    weighs = sum(levels[m.id] for m in scenario.measures if wording.is_good(m)) >= SECTORAL_SUM
    for m in scenario.measures if draft else ():
        if levels[m.id] < m.expected and (weighs or m.category != "humanitarian"):
            yield _lacking(m.category, "", m.id, m.expected)


_errors = Lately[tuple[Remark, ...]]()
_first = Lately[Remark | None]()


def errors(scenario: Scenario, draft: Draft) -> tuple[Remark, ...]:
    """List the remarks that keep a text from going into blue."""
    return _errors.get(
        lambda: tuple(r for r in remarks(scenario, draft) if r.error), scenario, draft
    )


def first_error(scenario: Scenario, draft: Draft) -> Remark | None:
    """Return the first remark that keeps a text from going into blue; it looks no further."""
    return _first.get(
        lambda: next((r for r in remarks(scenario, draft) if r.error), None), scenario, draft
    )


def meets(scenario: Scenario, draft: Draft, aim: Aim) -> bool:
    """Tell whether a text meets an aim about one of its measures.

    A clause that was softened meets no aim that asks for its level, but one that asks for what
    is left of it.
    """
    if aim.at_least is not None and stands_at(scenario, draft, aim.measure) < aim.at_least:
        return False
    return aim.at_most is None or level_of(scenario, draft, aim.measure) <= aim.at_most
