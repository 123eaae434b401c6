"""A crisis with what it takes from pools: entries that several crises share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

import attrs
from attrs import evolve, frozen

from game.codec import Loaded, Place
from game.content.crisis import Crisis, Pool
from game.engine.scenario import Cable, Favour, Statement, Voice

SHARED = tuple(f.name for f in attrs.fields(Pool))
"""Fields that a pool can fill; each is a list or a mapping."""


@frozen
class Whole:
    """A crisis as if all it takes stood in its own file; places lead to where things are written.

    own: the crisis's file.
    pools: the files it takes from, in the order in which it names them.
    blocs: seat -> its bloc, of every delegation there is.
    """

    own: Loaded[Crisis]
    pools: tuple[Loaded[Pool], ...]
    blocs: Mapping[str, str]

    @property
    def file(self) -> str:
        """Return the crisis's own file."""
        return self.own.file

    @cached_property
    def value(self) -> Crisis:
        """Return the crisis with everything it takes."""
        found: dict[str, Any] = {}
        for key in SHARED:
            if isinstance(getattr(self.own.value, key), Mapping):
                found[key] = {k: getattr(f.value, key)[k] for k, f in self._keyed(key).items()}
            else:
                found[key] = tuple(item for _, _, item in self._listed[key])
        return evolve(self.own.value, **found)

    def at(self, *path: str | int, key: bool = False) -> Place:
        """Return where a part stands: in the crisis's file, or in that of a pool."""
        field, *rest = path
        if field not in SHARED or not rest:
            return self.own.at(*path, key=key)
        step = rest[0]
        if isinstance(step, int):
            listed = self._listed[str(field)]
            if step >= len(listed):
                return self.own.at(field, key=key)
            file, number, _ = listed[step]
            return file.at(field, number, *rest[1:], key=key)
        return self._keyed(str(field)).get(step, self.own).at(*path, key=key)

    def _keyed(self, key: str) -> Mapping[str, Loaded[Any]]:
        """Return key -> the file it stands in; what the crisis says itself comes first."""
        files: tuple[Loaded[Any], ...] = (*reversed(self.pools), self.own)
        return {name: file for file in files for name in getattr(file.value, key)}

    @cached_property
    def _listed(self) -> Mapping[str, tuple[tuple[Loaded[Any], int, Any], ...]]:
        """Return field -> file, number there and value of each entry, the crisis's own first."""
        return {
            key: tuple(self._entries(key))
            for key in SHARED
            if not isinstance(getattr(self.own.value, key), Mapping)
        }

    def _entries(self, key: str) -> Iterator[tuple[Loaded[Any], int, Any]]:
        for number, item in enumerate(getattr(self.own.value, key)):
            yield self.own, number, item
        fit = FITTED.get(key, _as_it_is)
        for file in self.pools:
            for number, item in enumerate(getattr(file.value, key)):
                if (fitted := fit(self, item)) is not None:
                    yield file, number, fitted

    @cached_property
    def measures(self) -> frozenset[str]:
        """Return the ids of the measures in play."""
        files: tuple[Loaded[Any], ...] = (self.own, *self.pools)
        return frozenset(id for file in files for id in file.value.measures)

    @cached_property
    def seats(self) -> frozenset[str]:
        """Return the members' seats."""
        files: tuple[Loaded[Any], ...] = (self.own, *self.pools)
        return frozenset(seat for file in files for seat in file.value.delegations)

    @cached_property
    def sides(self) -> frozenset[str]:
        """Return the members' seats and blocs."""
        return self.seats | {self.blocs.get(seat, "") for seat in self.seats}


def _as_it_is(whole: Whole, item: Any) -> Any:
    del whole
    return item


def _voice(whole: Whole, voice: Voice) -> Voice | None:
    return voice if not voice.measure or voice.measure in whole.measures else None


def _cable(whole: Whole, cable: Cable) -> Cable | None:
    about = not cable.measure or cable.measure in whole.measures
    return cable if about and cable.to in whole.seats else None


def _statement(whole: Whole, statement: Statement) -> Statement | None:
    return statement if whole.measures >= set(statement.levels) else None


def _favour(whole: Whole, favour: Favour) -> Favour | None:
    givers = tuple(giver for giver in favour.givers if giver in whole.sides)
    worth = {seat: points for seat, points in favour.worth.items() if seat in whole.sides}
    return evolve(favour, givers=givers, worth=worth) if givers and worth else None


FITTED: Mapping[str, Callable[[Whole, Any], Any]] = {
    "voices": _voice,
    "cables": _cable,
    "statements": _statement,
    "favours": _favour,
}
"""Field -> what is left of an entry of a pool in a crisis, or nothing."""
