"""What measures in force do: pressure on paper, the regime at the border, what a vote adds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from attrs import evolve, frozen

from game.engine.abroad import (
    Abroad,
    Crossing,
    Outside,
    Regime,
    border,
    mind,
    regime_of,
    shut_by_step,
    start,
    stirred,
)
from game.engine.abroad.whole import WHOLE
from game.engine.abroad.world import FINE
from game.engine.lately import Lately
from game.engine.past import Left
from game.engine.record import Clause, Draft
from game.engine.scenario import Scenario, Target
from game.engine.terms import Ballot, Seat
from game.engine.text import level_of
from game.engine.wording import clause_at, effect_of, left_by


def hardship_of(scenario: Scenario, draft: Draft) -> int:
    """Return the harm to civilians on paper, points above nothing, relief counted off."""
    clauses = (clause_at(scenario, draft, m.id) for m in scenario.measures)
    return max(0, sum(effect_of(scenario, clause).hardship for clause in clauses))


def regime(
    scenario: Scenario,
    draft: Draft,
    before: Left | None = None,
    *,
    panel: bool = True,
    sprung: bool = False,
) -> Regime:
    """Return what a text, with what is in force, closes at the border and leaves open.

    Args:
        before: what the last sitting of a campaign left: its levels where this one does not deal
            with the measure, its words where the clause is the one in force.
        panel: the experts have a mandate.
        sprung: a large step of the target has followed the text.
    """
    return _regimes.get(
        lambda: _regime(scenario, draft, before, panel=panel, sprung=sprung),
        scenario,
        draft,
        before,
        also=(panel, sprung),
    )


_regimes = Lately[Regime](64)


def _regime(
    scenario: Scenario, draft: Draft, before: Left | None, *, panel: bool, sprung: bool
) -> Regime:
    levels, words = _in_force(scenario, draft, before)
    if not panel:
        levels[scenario.target.experts] = 0
    held = still_held(scenario, draft, before)
    return regime_of(scenario.target, levels, words, int(sprung), held)


def _in_force(
    scenario: Scenario, draft: Draft, before: Left | None
) -> tuple[dict[str, int], dict[str, int]]:
    """Return the level of each measure under a text, and what words leave of it, per mille."""
    levels = _levels(scenario, draft)
    words = {
        id: left_by(scenario, clause_at(scenario, draft, id), before)
        for id in levels
        if level_of(scenario, draft, id)
    }
    if before is None:
        return levels, words
    return {**before.levels, **levels}, {**before.words, **words}


def still_held(scenario: Scenario, draft: Draft, before: Left | None) -> Mapping[str, int]:
    """Return what an automatic step of an earlier sitting still closes: flow -> per mille.

    The clause has it fall unless the Council decides otherwise; a text that gives back does.
    """
    if before is None or not before.held:
        return NOTHING_HELD
    return NOTHING_HELD if given_by(scenario, draft) else before.held


NOTHING_HELD: Mapping[str, int] = {}


def held_after(scenario: Scenario, draft: Draft, before: Left | None) -> Mapping[str, int]:
    """Return what automatic steps close once a large step has followed a text as well."""
    old = still_held(scenario, draft, before)
    new = shut_by_step(scenario.target, *_in_force(scenario, draft, before))
    return {id: max(old.get(id, 0), new.get(id, 0)) for id in {**old, **new}}


def _levels(scenario: Scenario, draft: Draft) -> dict[str, int]:
    """Return the level of each measure under a text.

    Where nothing was adopted the relief of the last text goes on, and what it kept for a large
    step; a later text ends both.
    """
    levels = {m.id: level_of(scenario, draft, m.id) for m in scenario.measures}
    if draft is NO_TEXT:
        target = scenario.target
        kept = {*target.eases, *(id for flow in target.flows for id in flow.springs)}
        levels |= {id: scenario.base(id) for id in kept if scenario.has(id)}
    return levels


def paper_of(scenario: Scenario, draft: Draft, before: Left | None = None) -> int:
    """Return the pressure of the whole regime on paper under a text, in tenths of 100 points.

    Args:
        before: what the last sitting of a campaign left.
    """
    return int(border.on_paper(scenario.target, regime(scenario, draft, before)))


def pushes(
    scenario: Scenario,
    ballots: Mapping[Seat, Ballot],
    explained: Mapping[Seat, str],
    before: Left | None = None,
) -> Mapping[str, int]:
    """Return what a vote adds to the will of each enforcer, per mille.

    A yes of its own raises it, an abstention or a no lowers it, and so does a reading of the text
    that its explanation of vote fixed. Where it says nothing of this one, half of how it read the
    last one of a campaign goes on, since much of that is said again. A united Council raises it.
    Tuned: China's record of 2016 and 2017.
    """
    united = UNITED * (sum(b is Ballot.YES for b in ballots.values()) - 9) if ballots else 0
    return {
        e.id: united
        + (VOTED.get(ballots[e.seat], ABSENT) if e.seat in ballots else 0)
        + read_by(e.seat, explained, before)
        for e in scenario.enforcers
    }


VOTED = {Ballot.YES: 60, Ballot.NO: -250}
"""Will that an enforcer's own vote adds, per mille. Tuned."""
ABSENT = -120
"""The same of any vote but a yes or a no. Tuned: half as far down as a no; what a State did not
vote for, it carries out no further than it must."""
UNITED = 8
"""Will that each vote beyond the ninth adds, per mille. Tuned."""
NAMED = 2
"""Will that each name under the text beside its author's adds, per mille. Tuned: a quarter of a
vote beyond the ninth, for a name is a vote as well."""


def read_by(seat: Seat, explained: Mapping[Seat, str], before: Left | None) -> int:
    """Return the will that a seat's reading adds, per mille: of this text, or half of the last."""
    if explained.get(seat, "") in READ or before is None:
        return READ.get(explained.get(seat, ""), 0)
    return READ.get(before.readings.get(seat, ""), 0) // 2


READ = {"wide": 20, "narrow": -40}
"""Will that an enforcer's own reading of the text adds, per mille. Tuned."""


def breadth(sponsors: Sequence[Seat]) -> int:
    """Return what the names under a text add to the will of everybody who enforces, per mille.

    Source: co-sponsors are no votes and no text needs them; they show how broad the support is,
    as those of resolution 2321 (2016) did.
    """
    return NAMED * max(0, len(sponsors) - 1)


Months = tuple[tuple[Abroad, Crossing], ...]
"""Months in a row: the world after each, and what crossed in it."""


def ahead(
    scenario: Scenario, abroad: Abroad, found: Regime, outside: Outside, months: int
) -> Months:
    """Return the next months at the border, if all goes on as it is and the target does nothing.

    Args:
        outside: what others do in the first of these months and, but for the season, in all.
    """
    out = []
    for number in range(months):
        now = evolve(outside, season=(outside.season + number - 1) % 12 + 1)
        abroad, crossing = border.month(scenario.target, scenario.enforcers, abroad, found, now)
        out.append((abroad, crossing))
    return tuple(out)


def if_adopted(
    scenario: Scenario,
    abroad: Abroad,
    draft: Draft | None,
    day: int,
    stock: int,
    months: int,
    before: Left | None = None,
) -> Months:
    """Return the months after this day if a text had all votes, or if none came of it.

    Args:
        stock: of provocation.
        before: what the last sitting of a campaign left.
    """
    votes = dict.fromkeys(scenario.seats, Ballot.YES) if draft else {}
    outside = Outside(
        season=scenario.date(day).month,
        stock=stock,
        push=pushes(scenario, votes, NOT_EXPLAINED, before),
    )
    return ahead(scenario, abroad, regime(scenario, draft or NO_TEXT, before), outside, months)


@frozen
class Outlook:
    """What the target would go by, as it can be reckoned from outside.

    world: beyond the room. outside: what others do. enforced: pressure at the border, per mille.
    """

    world: Abroad
    outside: Outside
    enforced: int

    def felt(self, target: Target) -> Mapping[str, int]:
        """Return what the target would weigh, 0 to 100 each."""
        return mind.terms(target, self.world, self.outside, self.enforced)


FELT = 3
"""Months after which a text is felt. Tuned."""


def outlook(
    scenario: Scenario,
    abroad: Abroad,
    draft: Draft | None,
    yes: int,
    day: int,
    stock: int,
    before: Left | None = None,
) -> Outlook:
    """Return what the target would go by once a text is felt, or if none came of it.

    Args:
        draft: a text that is adopted, or None.
        yes: votes for it.
        before: what the last sitting of a campaign left.
    """
    world, crossing = if_adopted(scenario, abroad, draft, day, stock, FELT, before)[-1]
    if draft is not None:
        world = stirred(world, WHOLE * yes // len(scenario.seats))
    outside = Outside(season=scenario.date(day).month, stock=stock)
    offer = talks_of(scenario, draft or NO_TEXT) // 2
    world = evolve(world, gauges={**world.gauges, "offer": FINE * offer})
    return Outlook(world, outside, crossing.enforced)


def kept_for_a_step(scenario: Scenario, draft: Draft) -> tuple[Clause, ...]:
    """Return the clauses of a text that a large step of the target makes hold, or ends."""
    target, levels = scenario.target, _levels(scenario, draft)
    rows = [(id, row) for flow in target.flows for id, row in flow.springs.items()]
    springs = {
        id: levels.get(id, 0) for id, row in rows if row[min(levels.get(id, 0), len(row) - 1)]
    }
    ends = {id: levels[id] for id, at in target.falls_back.items() if levels.get(id) in at}
    return tuple(Clause(id, level) for id, level in {**springs, **ends}.items())


NO_TEXT: Draft = {}
"""The regime before, as a text that adds nothing; always the same one, so it is known again."""
NOT_EXPLAINED: Mapping[Seat, str] = {}
SETTLED = 12
"""Months after which a regime is carried out as it will be. Tuned: the longest flow but one."""


@lru_cache(maxsize=16)
def settled(scenario: Scenario) -> Abroad:
    """Return the world on the first day: what is in force has long come to be felt."""
    fresh = start(scenario.target, scenario.enforcers)
    now, found = fresh, regime(scenario, NO_TEXT)
    outside = Outside(season=MILD, stock=scenario.stock)
    for _ in range(SETTLED):
        now, _crossing = border.month(scenario.target, scenario.enforcers, now, found, outside)
    now = evolve(now, gauges={**now.gauges, "hardship": fresh.gauges["hardship"]})
    offer = scenario.season.standstill if scenario.season else None
    if offer is None or not offer.stands:
        return now
    return evolve(now, stance=mind.step_of(scenario.target, offer.stands), paused=1)


MILD = 6
"""A month that is no winter."""


def talks_of(scenario: Scenario, draft: Draft) -> int:
    """Return how far a text points to talks, 0 to 100; what it gives back counts half."""
    ids = [m for m in scenario.measures if m.category == "diplomatic"]
    got = sum(level_of(scenario, draft, m.id) for m in ids)
    pointed = 100 * got // max(1, sum(m.top for m in ids))
    return min(100, pointed + given_by(scenario, draft) // (2 * FINE))


def given_by(scenario: Scenario, draft: Draft) -> int:
    """Return what a text gives back of all that is closed on earnings, per mille."""
    rows = {id: row for id, row in scenario.target.eases.items() if scenario.has(id)}
    levels = {id: level_of(scenario, draft, id) for id in rows}
    return sum(row[min(levels[id], len(row) - 1)] for id, row in rows.items())
