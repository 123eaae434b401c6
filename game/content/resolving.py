"""A crisis without faults to the scenario that is played: what is not in play is left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import attrs
from attrs import evolve

from game.content.crisis import Crisis
from game.content.library import Ground, Placed, placeholders
from game.engine.scenario import (
    Aim,
    Brief,
    Measure,
    Position,
    Scenario,
    Season,
    Target,
    Voice,
)


def resolve(ground: Ground) -> Scenario:
    """Make the scenario of a crisis without faults.

    Leaves out what speaks of measures and members that are not in play, and precedents that are
    younger than the crisis.
    """
    crisis = ground.crisis.value
    assert ground.target is not None
    common = {f.name for f in attrs.fields(Crisis)} & {f.name for f in attrs.fields(Scenario)}
    own = {name: getattr(crisis, name) for name in common}
    measures = tuple(_fitted(ground, measure.value) for measure in ground.in_play.values())
    printed = (*crisis.preamble, *(level.clause for m in measures for level in m.levels))
    used = {name for text in printed for name in placeholders(text)}
    own.update(
        id=Path(ground.crisis.file).stem,
        delegations=ground.council,
        briefs={seat: _brief(ground, seat) for seat in ground.seats},
        measures=measures,
        tempers=ground.library.tempers.value.tempers,
        verbs=ground.library.verbs.value.verbs,
        modifiers=ground.library.modifiers.value.modifiers,
        parameters=tuple(p.value for id, p in ground.parameters.items() if id in used),
        annexes={id: placed.value for id, placed in ground.annexes.items()},
        target=_target(ground),
        season=_season(ground),
        voices=(*_voices(ground), *crisis.voices),
        enforcers=tuple(
            evolve(placed.value, will=crisis.wills.get(id, placed.value.will))
            for id, placed in ground.enforcers.items()
        ),
        words={name: text for name, text in ground.words.items() if name in used},
    )
    return Scenario(**own)


def _target(ground: Ground) -> Target:
    """Return the target as it stood at that time."""
    assert ground.target is not None
    target, crisis = ground.target.value, ground.crisis.value
    return evolve(
        target,
        indicators={**target.indicators, **crisis.indicators},
        flows=tuple(placed.value for placed in ground.flows.values()),
        experts=target.experts if crisis.experts is None else crisis.experts,
    )


def _season(ground: Ground) -> Season | None:
    """Return what can be done after a vote, with the members and enforcers that are in play."""
    placed = ground.season
    if placed is None or "season" not in ground.crisis.value.practice:
        return None
    season, offer = placed.value, placed.value.standstill
    if offer is not None:
        channels = {seat: n for seat, n in offer.channels.items() if seat in ground.seats}
        offer = evolve(offer, channels=channels)
    return evolve(season, standstill=offer if offer and offer.giver in ground.seats else None)


def _voices(ground: Ground) -> tuple[Voice, ...]:
    """Return the lines that speak of the months after the vote and cite what is in play."""
    season = _season(ground)
    spoken = season.voices if season else ()
    return tuple(v for v in spoken if not v.measure or v.measure in ground.in_play)


def _aims(ground: Ground, seat: str) -> tuple[Aim, ...]:
    """Return what a seat wants: of the text, and of the months after it."""
    season = _season(ground)
    after = season.aims.get(seat, ()) if season else ()
    return (*_in_play(ground, ground.aims[seat].value), *after)


def _in_play(ground: Ground, aims: tuple[Aim, ...]) -> tuple[Aim, ...]:
    return tuple(a for a in aims if not a.measure or a.measure in ground.in_play)


def _brief(ground: Ground, seat: str) -> Brief:
    """Return the brief of a seat as it reads in this crisis."""
    brief, play = ground.briefs[seat].value, ground.in_play
    return evolve(
        brief,
        story=ground.crisis.value.stories.get(seat, brief.story),
        aims=_aims(ground, seat),
        variants=tuple(
            evolve(
                v,
                shifts={id: shift for id, shift in v.shifts.items() if id in play},
                aims=_in_play(ground, v.aims),
            )
            for v in brief.variants
        ),
    )


def _fitted(ground: Ground, measure: Measure) -> Measure:
    """Return the measure without what this crisis has no use for."""
    play = ground.in_play
    here = {*ground.seats, *(delegation.bloc for delegation in ground.council)}
    return evolve(
        measure,
        positions={
            who: _bound(position, play)
            for who, position in measure.positions.items()
            if who in here
        },
        excludes=tuple(exclusion for exclusion in measure.excludes if exclusion.measure in play),
        precedents=tuple(
            precedent
            for precedent in measure.precedents
            if year_of(precedent.resolution) < ground.crisis.value.start.year
        ),
    )


def _bound(position: Position, play: Mapping[str, Placed[Measure]]) -> Position:
    """Keep the conditions that can come true; a red line whose conditions cannot never binds."""
    if not position.binds_when:
        return position
    left = tuple(threshold for threshold in position.binds_when if threshold.measure in play)
    return evolve(position, binds_when=left, red_below=position.red_below if left else None)


def year_of(resolution: str) -> int:
    """Return the year of a resolution written as 1718 (2006), or 0."""
    match = re.search(r"\((\d{4})\)", resolution)
    return int(match[1]) if match else 0
