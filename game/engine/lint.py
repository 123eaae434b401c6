"""What the Secretariat would remark on a text. An error keeps it from going into blue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from game.engine import wording
from game.engine.lately import Lately
from game.engine.opinion import level_of
from game.engine.record import Draft
from game.engine.scenario import Aim, Measure, Scenario
from game.engine.wording import stands_at

WARNINGS = ("diplomatic", "empty", "humanitarian", "replaces")
"""Remarks that keep no text from going into blue."""
FLOORS = {"six_party_talks": 2, "peaceful_solution": 2}
"""Words on talks without which China and the Russian Federation see no way out. Tuned."""
AID, AID_LEVEL, SECTORAL_SUM = "humanitarian_exemption", 3, 12
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


def remarks(scenario: Scenario, draft: Draft) -> Iterator[Remark]:
    """List every remark on a text, in the order of its measures; then those on the whole."""
    if not any(level_of(scenario, draft, m.id) > scenario.base(m.id) for m in scenario.measures):
        yield Remark("empty", "")
    for m in scenario.measures:
        yield from _needs(scenario, draft, m)
        yield from _clashes(scenario, draft, m)
        yield from _basis(scenario, draft, m)
        yield from _replaces(scenario, draft, m)
    yield from _force(scenario, draft)
    yield from _floors(scenario, draft)


def _needs(scenario: Scenario, draft: Draft, m: Measure) -> Iterator[Remark]:
    """List what a clause rests on and the text lacks."""
    level = level_of(scenario, draft, m.id)
    for r in m.requires:
        if level >= r.when_level_at_least:
            if level_of(scenario, draft, r.measure) < r.min_level:
                if r.measure == wording.CHAPTER and r.min_level >= wording.FORCE:
                    yield _lacking("force", m.id, r.measure, r.min_level)
                else:
                    yield _lacking("requires", m.id, r.measure, r.min_level)
    for e in m.excludes:
        if level >= e.when_level_at_least and e.level_below is not None:
            if level_of(scenario, draft, e.measure) < e.level_below:
                yield _lacking("requires", m.id, e.measure, e.level_below)


def _lacking(key: str, measure: str, other: str, level: int) -> Remark:
    return Remark(key, measure, {"other": other, "level": str(level)}, (other, level))


def _clashes(scenario: Scenario, draft: Draft, m: Measure) -> Iterator[Remark]:
    """List what a clause cannot stand beside."""
    level = level_of(scenario, draft, m.id)
    for e in m.excludes:
        if level >= e.when_level_at_least and e.level_below is None:
            most = 1 if e.level_at_least is None else e.level_at_least
            if level_of(scenario, draft, e.measure) >= most:
                fix = (e.measure, scenario.floor(e.measure))
                yield Remark("excludes", m.id, {"other": e.measure}, fix)


def _basis(scenario: Scenario, draft: Draft, m: Measure) -> Iterator[Remark]:
    """List what a decision for all Member States lacks of its basis in the Charter.

    Source: UN Charter, Articles 25, 39 and 41.
    """
    clause = wording.clause_at(scenario, draft, m.id)
    if not wording.decides_for_all(scenario, clause):
        return
    said = {r.measure for r in m.requires if clause.level >= r.when_level_at_least}
    for other, least in wording.BASIS.items():
        if scenario.has(other) and other not in said:
            if level_of(scenario, draft, other) < least:
                yield _lacking("legal_gate", m.id, other, least)


def _replaces(scenario: Scenario, draft: Draft, m: Measure) -> Iterator[Remark]:
    """Remark on a stricter rule for what is restricted already, if nothing says what it replaces.

    The clause says so by itself where an earlier paragraph is on file.
    """
    before = scenario.in_force.get(m.id, 0)
    if wording.is_good(m) and 0 < before < level_of(scenario, draft, m.id):
        if not m.precedents:
            yield Remark("replaces", m.id)


def _force(scenario: Scenario, draft: Draft) -> Iterator[Remark]:
    """Remark on force that is authorized in no paragraph: no text may leave that open.

    Source: the debates of September 2017; measures beyond Article 41 need exact scope.
    """
    if scenario.has(wording.CHAPTER):
        if level_of(scenario, draft, wording.CHAPTER) >= wording.FORCE:
            if not any(
                level_of(scenario, draft, m) >= level for m, level in wording.forceful(scenario)
            ):
                fix = (wording.CHAPTER, wording.BASIS[wording.CHAPTER])
                yield Remark("automatic", wording.CHAPTER, fix=fix)


def _floors(scenario: Scenario, draft: Draft) -> Iterator[Remark]:
    """Warn of what is expected of a text of this weight."""
    sectoral = (m.id for m in scenario.measures if wording.is_good(m))
    if sum(level_of(scenario, draft, id) for id in sectoral) >= SECTORAL_SUM:
        if scenario.has(AID) and level_of(scenario, draft, AID) < AID_LEVEL:
            yield _lacking("humanitarian", "", AID, AID_LEVEL)
    for other, least in FLOORS.items():
        if draft and scenario.has(other) and level_of(scenario, draft, other) < least:
            yield _lacking("diplomatic", "", other, least)


_errors = Lately[tuple[Remark, ...]]()


def errors(scenario: Scenario, draft: Draft) -> tuple[Remark, ...]:
    """List the remarks that keep a text from going into blue."""
    return _errors.get(
        lambda: tuple(r for r in remarks(scenario, draft) if r.error), scenario, draft
    )


def meets(scenario: Scenario, draft: Draft, aim: Aim) -> bool:
    """Tell whether a text meets an aim about one of its measures.

    A clause that was softened meets no aim that asks for its level, but one that asks for what
    is left of it.
    """
    if aim.at_least is not None and stands_at(scenario, draft, aim.measure) < aim.at_least:
        return False
    return aim.at_most is None or level_of(scenario, draft, aim.measure) <= aim.at_most
