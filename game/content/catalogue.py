"""Which scenarios there are; how to load one, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from game.codec import DataError, Fault, Place, load
from game.codec.faults import short, suggestion
from game.content.checks import Doubt, faults
from game.content.crisis import Crisis
from game.content.library import Ground, read_library, resolve
from game.engine.scenario import Scenario
from game.paths import scenarios


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
    return tuple(sorted(path.stem for path in (folder or scenarios()).glob("*.yaml")))


def load_scenario(scenario: str | Path) -> Scenario:
    """Load the scenario with this id, or of this file.

    Raises:
        DataError: with every fault.
    """
    ground = _ground(_file(scenario))
    if found := [fault for fault in faults(ground) if not isinstance(fault, Doubt)]:
        raise DataError(found)
    return resolve(ground)


def check(scenario: str | Path) -> tuple[Fault, ...]:
    """Return everything wrong with a scenario; what only looks odd is a `Doubt`."""
    try:
        return faults(_ground(_file(scenario)))
    except DataError as error:
        return error.faults


def catalogue(folder: Path | None = None) -> tuple[Listing, ...]:
    """List every scenario; a broken one with its first fault."""
    return tuple(_listing((folder or scenarios()) / f"{id}.yaml") for id in scenario_ids(folder))


def _listing(path: Path) -> Listing:
    try:
        scenario = load_scenario(path)
    except DataError as error:
        return Listing(path.stem, path, path.name, fault=str(error.faults[0]))
    return Listing(path.stem, path, scenario.title, scenario.summary)


def _file(scenario: str | Path) -> Path:
    """Return the file of a scenario named by id or path."""
    ids = scenario_ids()
    if isinstance(scenario, str) and scenario in ids:
        return scenarios() / f"{scenario}.yaml"
    path = Path(scenario)
    if path.suffix in (".yaml", ".yml") or _is_there(path):
        return path
    name = str(scenario)
    raise DataError.at(Place(short(name)), f"no such scenario{suggestion(name, ids)}")


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # A name that is too long, say.
        return False


def _ground(path: Path) -> Ground:
    crisis = load(path, Crisis)
    beside = path.parent / "common"
    return Ground.of(crisis, read_library(beside if beside.is_dir() else scenarios() / "common"))
