"""A game in a file: the state is what loads, the list of actions is what proves it."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_type_hints

import attrs
from attrs import field, frozen

from game import __version__, codec, paths
from game.codec import DataError, Place
from game.engine import RULES, TARGET, Action, Event, Scenario, Seat, State, chain, new_game, onward
from game.engine import apply as engine_apply
from game.engine import events as _events
from game.engine import faults as state_faults
from game.engine.actions import KINDS
from game.engine.terms import Phase
from game.session.instructions import Instructions
from game.session.migrations import FORMAT, migrate

EVENTS: Mapping[str, type[Event]] = {
    **{
        name: kind
        for name, kind in vars(_events).items()
        if isinstance(kind, type) and issubclass(kind, Event) and kind is not Event
    },
    **KINDS,
}
"""Every kind of event by name, actions among them, as logs are written."""

MISFITS = (ValueError, LookupError, StopIteration, RuntimeError, AssertionError)
"""What the engine raises for data that names what a scenario does not have, or an illegal act."""

AUTOSAVE = "autosave.json"
HUMAN = "human"
"""Who plays a seat held by a person, where others have the id of a personality."""


@frozen
class Save:
    """A game as a file holds it.

    seed: of all its luck.
    seats: seat -> "human" or the id of a personality.
    scenario: as it was when the game began; of a campaign the first.
    actions: everything done, in order, chance too.
    state: where the game stands.
    game: version that wrote it.
    rules: version of the rules it was played under.
    standing: seat -> what its person leaves to standing instructions.
    """

    seed: int
    seats: Mapping[Seat, str]
    scenario: Scenario
    actions: tuple[Action, ...]
    state: State
    game: str = __version__
    rules: int = RULES
    standing: Mapping[Seat, Instructions] = field(factory=dict)

    @property
    def people(self) -> tuple[Seat, ...]:
        """Return the seats held by persons when the game began."""
        return people(self.scenario, self.seats)


@frozen
class _Head:
    """What a save has beside its state.

    format: of the file.
    rules: of the engine.
    game: version that wrote it.
    seed: of all luck.
    seats: who plays.
    scenario: resolved.
    actions: everything done.
    digest: of the state.
    checksum: of all the rest.
    standing: what people leave to standing instructions.
    over: nothing of it is left to be played.
    """

    format: int
    rules: int
    game: str
    seed: int
    seats: Mapping[Seat, str]
    scenario: Scenario
    actions: tuple[Action, ...]
    digest: str
    checksum: str
    standing: Mapping[Seat, Instructions] = field(factory=dict)
    over: bool = False


@frozen
class Slot:
    """A save as a list shows it.

    path: its file.
    title: of the scenario; the file's name if it cannot be read.
    seats: seats held by persons.
    beat: where the game stands.
    round: of consultations.
    day: since the start.
    seed: of its luck.
    saved_at: when it was written.
    fault: why it cannot be loaded, if so.
    ended: the sitting is over, and no other of a campaign follows.
    """

    path: Path
    title: str
    seats: tuple[Seat, ...] = ()
    beat: str = ""
    round: int = 0
    day: int = 0
    seed: int = 0
    saved_at: datetime | None = None
    fault: str = ""
    ended: bool = False


def people(scenario: Scenario, seats: Mapping[Seat, str]) -> tuple[Seat, ...]:
    """Return the seats held by persons, in the order of the scenario."""
    return tuple(s for s in scenario.playable if seats.get(s) == HUMAN)


# -- digests

_TYPES: Mapping[str, Any] = get_type_hints(State)


def state_digest(state: State) -> str:
    """Return twelve characters that differ wherever two states do; the scenario is left out."""
    return _hash(_plain_state(state))[:12]


def _plain_state(state: State) -> dict[str, Any]:
    return {
        f.name: codec.encode(getattr(state, f.name), _TYPES[f.name])
        for f in attrs.fields(State)
        if f.name != "scenario"
    }


def _hash(plain: Any) -> str:
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


# -- writing


def write(path: Path, save: Save) -> None:
    """Write a save beside its place, then move it there, so that a crash leaves the old one whole.

    Raises:
        DataError: the file cannot be written; one sentence says why.
    """
    plain = {
        "format": FORMAT,
        "rules": save.rules,
        "game": save.game,
        "seed": save.seed,
        "seats": dict(save.seats),
        "scenario": codec.encode(save.scenario),
        "standing": {seat: codec.encode(left) for seat, left in save.standing.items()},
        "actions": [codec.encode(a, Action) for a in save.actions],
        "state": _plain_state(save.state),
        "digest": state_digest(save.state),
        "over": save.state.phase is Phase.OVER and chain.following(save.state) is None,
    }
    plain["checksum"] = _hash(plain)
    # The order of keys is kept: a state read back must act like the one that was written.
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    try:
        _move_into_place(path, text)
    except OSError as fault:
        why = (fault.strerror or str(fault)).lower()
        text = f"the game cannot be saved here ({why}); free or choose another folder"
        raise DataError.at(Place(str(path)), text) from fault


def _move_into_place(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


# -- reading


def read(path: Path | str) -> Save:
    """Read a save of any format up to ours.

    Raises:
        DataError: it is damaged, edited, of a newer game or no save at all; one sentence each.
    """
    name = str(path)
    plain = _whole(codec.read_json(path), name)
    written = {k: v for k, v in plain.items() if k != "checksum"}
    if plain.get("checksum") != _hash(written):
        raise _fault(name, "the file was changed after it was written; load another save")
    try:
        current = dict(migrate(plain))
    except ValueError as fault:
        raise _fault(name, str(fault)) from fault
    state = current.pop("state", None)
    try:
        head = codec.decode(current, _Head, name, EVENTS)
        whole = {**state, "scenario": current["scenario"]} if isinstance(state, dict) else state
        found = codec.decode(whole, State, name, EVENTS)
    except DataError as error:
        raise DataError(error.faults[:1]) from error
    found = attrs.evolve(found, scenario=_scenario_of(name, head.scenario, found))
    save = Save(
        *(head.seed, head.seats, head.scenario, head.actions, found, head.game, head.rules),
        head.standing,
    )
    if why := _misfit(save):
        raise _fault(name, f"the game in it does not fit its scenario ({why}); load another save")
    # A state of an older format has no digest of ours; its checksum has vouched for it.
    if plain["format"] == FORMAT and state_digest(found) != head.digest:
        raise _fault(name, "the state does not match its digest; load another save")
    return save


def _whole(plain: Any, name: str) -> Mapping[str, Any]:
    """Return the data if it is a save that this game can read."""
    number = plain.get("format") if isinstance(plain, dict) else None
    if not isinstance(plain, dict) or type(number) is not int or number < 1:
        raise _fault(name, "this is no saved game: 'format' is missing; choose another file")
    if number > FORMAT:
        text = f"written by a newer game (format {number}; this one reads up to {FORMAT})"
        raise _fault(name, f"{text}; update the game")
    return plain


def _scenario_of(name: str, first: Scenario, state: State) -> Scenario:
    """Return the sitting that a saved game had come to."""
    try:
        return chain.scenario_at(first, state.past)
    except MISFITS as fault:
        text = "the past in it does not fit its campaign; load another save"
        raise _fault(name, text) from fault


def _misfit(save: Save) -> str:
    """Say what of a save its scenario does not know; empty if all is well."""
    known = chain.seats_of(save.scenario)
    if unknown := [s for s in save.seats if s not in known]:
        return f"unknown seat '{unknown[0]}'"
    if people(save.state.scenario, save.seats) != save.state.people:
        return "the seats held by persons differ"
    try:
        return next(state_faults(save.state), "")
    except MISFITS as fault:
        return f"unknown {fault}"


def _fault(name: str, text: str) -> DataError:
    return DataError.at(Place(name), text)


def list_saves(folder: Path | None = None) -> tuple[Slot, ...]:
    """List every save, the newest first; a broken one with its fault."""
    if folder is None:
        try:
            folder = paths.saves()
        except OSError:
            return ()
    found = [_slot(path) for path in folder.glob("*.json")]
    return tuple(sorted(found, key=lambda s: (s.saved_at or _LONG_AGO, s.path), reverse=True))


_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


def _slot(path: Path) -> Slot:
    try:
        when = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        when = None
    try:
        plain = _whole(codec.read_json(path), str(path))
        state = plain["state"]
        return Slot(
            path,
            str((plain["scenario"].get("campaign") or plain["scenario"])["title"]),
            tuple(_named(s, plain) for s, who in plain["seats"].items() if who == HUMAN),
            str(state["phase"]),
            int(state["round"]),
            int(state["record"]["day"]),
            int(plain["seed"]),
            when,
            ended=_has_ended(plain),
        )
    except DataError as error:
        return Slot(path, path.name, saved_at=when, fault=str(error.faults[0]))
    except (LookupError, TypeError, ValueError, AttributeError):
        why = f"{path}: this is no saved game, or a damaged one; choose another file"
        return Slot(path, path.name, saved_at=when, fault=why)


def _has_ended(plain: Mapping[str, Any]) -> bool:
    """Tell whether nothing of a save is left to be played."""
    if "over" in plain:
        return plain["over"] is True
    campaign, state = plain["scenario"].get("campaign"), plain["state"]
    sittings = 1 + len(campaign["sequels"]) if campaign else 1
    return state["phase"] == Phase.OVER.value and len(state.get("past", ())) + 1 >= sittings


def _named(seat: Seat, plain: Mapping[str, Any]) -> str:
    """Return a seat as a list of saves names it: the target by the code of its State."""
    return str(plain["scenario"]["target"]["id"]) if seat == TARGET else seat


# -- proof


@frozen
class Proof:
    """What playing a save's actions again shows.

    actions: how many there are.
    digest: of the state they lead to.
    expected: of the state that was saved.
    """

    actions: int
    digest: str
    expected: str

    @property
    def holds(self) -> bool:
        """Tell whether the actions lead to the saved state."""
        return self.digest == self.expected


def replay(path: Path | str) -> Proof:
    """Play the actions of a save again from the first state.

    Raises:
        DataError: the save cannot be read, is of other rules, or an action in it is not legal.
    """
    save = read(path)
    if save.rules != RULES:
        text = f"played under rules {save.rules}, these are rules {RULES}; it loads, but"
        raise _fault(str(path), f"{text} cannot be proved")
    return prove(save, str(path))


def prove(save: Save, name: str = "game") -> Proof:
    """Play the actions of a game again and compare where they lead.

    Raises:
        DataError: an action is not legal.
    """
    state = new_game(save.scenario, save.people)
    for at, action in enumerate(save.actions):
        try:
            state = engine_apply(onward(state) or state, action)
        except MISFITS as fault:
            place = Place(name, path=f"actions[{at}]")
            raise DataError.at(
                place, f"{action} is not legal there; the list was changed"
            ) from fault
    if len(state.past) < len(save.state.past):
        state = onward(state) or state  # It was saved before anything was done in the next sitting.
    return Proof(len(save.actions), state_digest(state), state_digest(save.state))
