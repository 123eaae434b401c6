"""Files to scenarios: a crisis laid over the lists it shares with others."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from attrs import frozen

from game.codec import Loaded, Place, load
from game.content.crisis import (
    Annexes,
    Briefs,
    Crisis,
    Enforcers,
    Measures,
    Members,
    Modifiers,
    Parameters,
    Pool,
    Tempers,
    Verbs,
    Words,
)
from game.content.pools import Whole
from game.engine.scenario import (
    Aim,
    Brief,
    Delegation,
    Enforcer,
    Flow,
    Measure,
    Parameter,
    Schedule,
    Season,
    Target,
)

T = TypeVar("T")


@frozen
class Placed(Generic[T]):
    """A value with the spot in a file that it came from.

    value: what was read.
    file: the file it stands in.
    path: keys and indices that lead to it.
    """

    value: T
    file: Loaded[Any] | Whole
    path: tuple[str | int, ...]

    def at(self, *path: str | int, key: bool = False) -> Place:
        """Return where a part of it stands."""
        return self.file.at(*self.path, *path, key=key)


@frozen
class Library:
    """The shared lists of one `common/` folder.

    targets: id -> the file of that State.
    pools: id -> the file of that pool.
    seasons: id of a target -> what can be done about it after a vote.
    """

    members: Loaded[Members]
    briefs: Loaded[Briefs]
    measures: Loaded[Measures]
    tempers: Loaded[Tempers]
    verbs: Loaded[Verbs]
    modifiers: Loaded[Modifiers]
    parameters: Loaded[Parameters]
    annexes: Loaded[Annexes]
    enforcers: Loaded[Enforcers]
    words: Loaded[Words]
    targets: Mapping[str, Loaded[Target]]
    pools: Mapping[str, Loaded[Pool]]
    seasons: Mapping[str, Loaded[Season]]


def read_library(folder: Path) -> Library:
    """Read a `common/` folder; unchanged files are read once.

    Raises:
        DataError: with every fault of the first file that has any.
    """
    return _library(folder, _signature(folder))


@lru_cache(maxsize=4)
def _library(folder: Path, signature: tuple[tuple[str, int, int], ...]) -> Library:
    del signature  # it only tells changed folders apart
    return Library(
        members=load(folder / "delegations.yaml", Members),
        briefs=load(folder / "briefs.yaml", Briefs),
        measures=load(folder / "measures.yaml", Measures),
        tempers=load(folder / "tempers.yaml", Tempers),
        verbs=load(folder / "verbs.yaml", Verbs),
        modifiers=load(folder / "modifiers.yaml", Modifiers),
        parameters=load(folder / "parameters.yaml", Parameters),
        annexes=load(folder / "annexes.yaml", Annexes),
        enforcers=load(folder / "enforcers.yaml", Enforcers),
        words=load(folder / "words.yaml", Words),
        targets=_each(folder / "targets", Target),
        pools=_each(folder / "pools", Pool),
        seasons=_each(folder / "seasons", Season),
    )


def _each(folder: Path, kind: type[T]) -> Mapping[str, Loaded[T]]:
    return {path.stem: load(path, kind) for path in sorted(folder.glob("*.yaml"))}


def _signature(folder: Path) -> tuple[tuple[str, int, int], ...]:
    stats = [(str(path), path.stat()) for path in sorted(folder.rglob("*.yaml"))]
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)


@frozen
class Ground:
    """A crisis with its library: what cross-checks look at, and what a scenario is made from.

    crisis: with what it takes from pools.
    library: the shared lists.
    """

    crisis: Whole
    library: Library

    @classmethod
    def of(cls, crisis: Loaded[Crisis], library: Library) -> Ground:
        """Lay a crisis over its library."""
        taken = tuple(library.pools[id] for id in crisis.value.takes if id in library.pools)
        blocs = {d.id: d.bloc for d in library.members.value.delegations}
        written: tuple[Crisis | Pool, ...] = (crisis.value, *(pool.value for pool in taken))
        blocs |= {d.id: d.bloc for file in written for d in file.own_delegations}
        return cls(Whole(crisis, taken, blocs), library)

    @cached_property
    def delegations(self) -> Mapping[str, Placed[Delegation]]:
        """Return every delegation that could sit here."""
        return {
            **_placed(self.library.members, "delegations", self.library.members.value.delegations),
            **_placed(self.crisis, "own_delegations", self.crisis.value.own_delegations),
        }

    @cached_property
    def measures(self) -> Mapping[str, Placed[Measure]]:
        """Return every measure that could be in play."""
        return {
            **_placed(self.library.measures, "measures", self.library.measures.value.measures),
            **_placed(self.crisis, "own_measures", self.crisis.value.own_measures),
        }

    @cached_property
    def enforcers(self) -> Mapping[str, Placed[Enforcer]]:
        """Return the enforcers of this crisis."""
        own = _placed(self.crisis, "own_enforcers", self.crisis.value.own_enforcers)
        shared = self.library.enforcers
        return own or _placed(shared, "enforcers", shared.value.enforcers)

    @cached_property
    def target(self) -> Placed[Target] | None:
        """Return the State the text is about, if it is known."""
        if own := self.crisis.value.own_target:
            return Placed(own, self.crisis, ("own_target",))
        shared = self.library.targets.get(self.crisis.value.target)
        return Placed(shared.value, shared, ()) if shared else None

    @cached_property
    def season(self) -> Placed[Season] | None:
        """Return what can be done about the target after a vote, if anything."""
        if own := self.crisis.value.own_season:
            return Placed(own, self.crisis, ("own_season",))
        crisis = self.crisis.value
        shared = self.library.seasons.get(crisis.years or crisis.target)
        return Placed(shared.value, shared, ()) if shared else None

    @cached_property
    def flows(self) -> Mapping[str, Placed[Flow]]:
        """Return what crosses the border: in these years, or by the target's file."""
        own = _placed(self.crisis, "own_flows", self.crisis.value.own_flows)
        if own or self.target is None:
            return own
        found = enumerate(self.target.value.flows)
        return {
            f.id: Placed(f, self.target.file, (*self.target.path, "flows", n)) for n, f in found
        }

    @cached_property
    def council(self) -> tuple[Delegation, ...]:
        """Return the members that are known, in the order of the file."""
        known = self.delegations
        return tuple(known[seat].value for seat in self.crisis.value.delegations if seat in known)

    @cached_property
    def seats(self) -> tuple[str, ...]:
        """Return the members' seats."""
        return tuple(delegation.id for delegation in self.council)

    @cached_property
    def blocs(self) -> tuple[str, ...]:
        """Return every bloc that there is."""
        return tuple(self.library.members.value.blocs)

    @cached_property
    def briefs(self) -> Mapping[str, Placed[Brief]]:
        """Return the brief of each seat that has one: the crisis's own, or the shared one."""
        shared, own = self.library.briefs, self.crisis
        return {
            **_keyed(
                shared, "briefs", {s: b for s, b in shared.value.briefs.items() if s in self.seats}
            ),
            **_keyed(own, "briefs", own.value.briefs),
        }

    @cached_property
    def aims(self) -> Mapping[str, Placed[tuple[Aim, ...]]]:
        """Return what each seat wants from this text."""
        own = _keyed(self.crisis, "aims", self.crisis.value.aims)
        return {
            seat: own.get(seat, Placed(placed.value.aims, placed.file, (*placed.path, "aims")))
            for seat, placed in self.briefs.items()
        }

    @cached_property
    def in_play(self) -> Mapping[str, Placed[Measure]]:
        """Return the measures that this crisis takes and that are known."""
        known = self.measures
        return {id: known[id] for id in self.crisis.value.measures if id in known}

    @cached_property
    def parameters(self) -> Mapping[str, Placed[Parameter]]:
        """Return every parameter that this crisis does not fix by a word of its own."""
        shared = self.library.parameters
        known = {
            **_placed(shared, "parameters", shared.value.parameters),
            **_placed(self.crisis, "own_parameters", self.crisis.value.own_parameters),
        }
        return {id: placed for id, placed in known.items() if id not in self.crisis.value.words}

    @cached_property
    def annexes(self) -> Mapping[str, Placed[Schedule]]:
        """Return what the annex to each measure in play lists: the crisis's own, or the shared."""
        shared, own = self.library.annexes, self.crisis
        found = {
            **_keyed(shared, "annexes", shared.value.annexes),
            **_keyed(own, "annexes", own.value.annexes),
        }
        return {id: placed for id, placed in found.items() if id in self.in_play}

    @cached_property
    def words(self) -> Mapping[str, str]:
        """Return what placeholders print here where nobody chose otherwise."""
        return {
            **self.library.words.value.words,
            **{id: p.value.value for id, p in self.parameters.items() if p.value.is_whole},
            **self.crisis.value.words,
        }


def _placed(file: Loaded[Any] | Whole, key: str, items: Iterable[Any]) -> dict[str, Placed[Any]]:
    return {item.id: Placed(item, file, (key, at)) for at, item in enumerate(items)}


def _keyed(file: Loaded[Any] | Whole, key: str, items: Mapping[str, Any]) -> dict[str, Placed[Any]]:
    return {id: Placed(item, file, (key, id)) for id, item in items.items()}


def placeholders(text: str) -> tuple[str, ...]:
    """Return the names in braces.

    Raises:
        ValueError: a brace has no partner.
    """
    return tuple(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
