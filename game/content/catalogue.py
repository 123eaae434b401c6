"""Which scenarios there are; how to load one, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from attrs import frozen

from game.codec import DataError, Fault, Place, load
from game.codec.faults import short, suggestion
from game.content.campaigns import assemble, campaign_faults
from game.content.checks import Doubt, faults
from game.content.crisis import CampaignFile, Crisis
from game.content.library import Ground, read_library
from game.content.resolving import resolve
from game.engine.scenario import Scenario
from game.paths import CAMPAIGNS, scenario_files, scenarios


@frozen
class Listing:
    """A scenario as a title screen shows it.

    id: its file's name.
    path: its file.
    title: its title; the file's name where it cannot be read.
    summary: its one sentence.
    fault: the first thing wrong with it, if it cannot be played.
    """

    id: str
    path: Path
    title: str
    summary: str = ""
    fault: str = ""


def scenario_ids(folder: Path | None = None) -> tuple[str, ...]:
    """Return the ids of all scenarios, readable or not."""
    return tuple(sorted(scenario_files(folder)))


def load_scenario(scenario: str | Path) -> Scenario:
    """Load the scenario with this id, or of this file.

    Raises:
        DataError: with every fault.
    """
    path = _file(scenario)
    if _is_campaign(path):
        return _campaign(path)
    ground = _ground(path)
    if found := [fault for fault in faults(ground) if not isinstance(fault, Doubt)]:
        raise DataError(found)
    return resolve(ground)


def check(scenario: str | Path) -> tuple[Fault, ...]:
    """Return everything wrong with a scenario; what only looks odd is a `Doubt`."""
    path = _file(scenario)
    try:
        if _is_campaign(path):
            return campaign_faults(load(path, CampaignFile), _beside(path))
        return faults(_ground(path))
    except DataError as error:
        return error.faults


def catalogue(folder: Path | None = None) -> tuple[Listing, ...]:
    """List every scenario; a broken one with its first fault."""
    return tuple(_listing(path) for _, path in sorted(scenario_files(folder).items()))


def _listing(path: Path) -> Listing:
    try:
        scenario = load_scenario(path)
    except DataError as error:
        return Listing(path.stem, path, path.name, fault=str(error.faults[0]))
    whole = scenario.campaign or scenario
    return Listing(path.stem, path, whole.title, whole.summary)


def _file(scenario: str | Path) -> Path:
    """Return the file of a scenario named by id or path."""
    files = scenario_files()
    if isinstance(scenario, str) and scenario in files:
        return files[scenario]
    path = Path(scenario)
    if path.suffix in (".yaml", ".yml") or _is_there(path):
        return path
    name = str(scenario)
    raise DataError.at(Place(short(name)), f"no such scenario{suggestion(name, files)}")


def _is_campaign(path: Path) -> bool:
    return path.parent.name == CAMPAIGNS


def _beside(path: Path) -> Mapping[str, Path]:
    """Return the sittings that a campaign can name."""
    return {p.stem: p for p in path.parent.parent.glob("*.yaml")}


def _campaign(path: Path) -> Scenario:
    file, crises = load(path, CampaignFile), _beside(path)
    if found := [f for f in campaign_faults(file, crises) if not isinstance(f, Doubt)]:
        raise DataError(found)
    return assemble(file, {s.crisis: load_scenario(crises[s.crisis]) for s in file.value.sittings})


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # A name that is too long, say.
        return False


def _ground(path: Path) -> Ground:
    crisis = load(path, Crisis)
    beside = path.parent / "common"
    return Ground.of(crisis, read_library(beside if beside.is_dir() else scenarios() / "common"))
