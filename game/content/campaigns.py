"""Campaigns: files that link sittings, checked and laid together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import evolve

from game.codec import Fault, Loaded
from game.content.checks.base import unknown
from game.content.crisis import CampaignFile
from game.engine.scenario import Campaign, Scenario, Sequel


def assemble(file: Loaded[CampaignFile], sittings: Mapping[str, Scenario]) -> Scenario:
    """Return the first sitting of a campaign, which holds all that follow."""
    written = file.value
    first, *later = written.sittings
    campaign = Campaign(
        Path(file.file).stem,
        written.title,
        written.summary,
        tuple(Sequel(sittings[s.crisis], s.weight, s.between, s.unless) for s in later),
        written.successors,
        written.points,
        written.halves_days,
        written.movers,
        written.opens_at,
        written.held_at,
        written.step,
        {s.crisis: sittings[s.crisis].record_name for s in written.sittings},
    )
    return evolve(sittings[first.crisis], campaign=campaign)


def campaign_faults(file: Loaded[CampaignFile], crises: Mapping[str, Path]) -> tuple[Fault, ...]:
    """Return everything wrong with a campaign; its sittings are checked by themselves."""
    return tuple(_found(file, crises))


def _found(file: Loaded[CampaignFile], crises: Mapping[str, Path]) -> Iterator[Fault]:
    written = file.value
    if len(written.sittings) < 2:
        yield Fault(file.at("sittings"), "a campaign has two sittings or more")
    for at, sitting in enumerate(written.sittings):
        yield from unknown(file.at("sittings", at, "crisis"), "crisis", sitting.crisis, crises)
        if at and not (sitting.source or sitting.tuned):
            text = f"'{sitting.crisis}' has neither source nor tuned for its numbers"
            yield Fault(file.at("sittings", at), text)
    for id, (level, stock) in written.held_at.items():
        if level < 0 or stock < 0:
            yield Fault(file.at("held_at", id), "expected a level and a provocation, 0 or more")
