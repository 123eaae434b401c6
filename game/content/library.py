"""Files to scenarios: a crisis laid over the lists it shares with others."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

import attrs
from attrs import evolve, frozen

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
    Measure,
    Parameter,
    Position,
    Scenario,
    Schedule,
    Season,
    Target,
    Voice,
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
        shared = self.library.seasons.get(self.crisis.value.target)
        return Placed(shared.value, shared, ()) if shared else None

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
    used = {name for m in measures for level in m.levels for name in placeholders(level.clause)}
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
        target=evolve(
            ground.target.value,
            indicators={**ground.target.value.indicators, **crisis.indicators},
        ),
        season=_season(ground),
        voices=(*_voices(ground), *crisis.voices),
        enforcers=tuple(
            evolve(placed.value, will=crisis.wills.get(id, placed.value.will))
            for id, placed in ground.enforcers.items()
        ),
        words={name: text for name, text in ground.words.items() if name in used},
    )
    return Scenario(**own)


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
    wanted = (a for a in ground.aims[seat].value if not a.measure or a.measure in ground.in_play)
    return (*wanted, *after)


def _brief(ground: Ground, seat: str) -> Brief:
    """Return the brief of a seat as it reads in this crisis."""
    brief, play = ground.briefs[seat].value, ground.in_play
    return evolve(
        brief,
        story=ground.crisis.value.stories.get(seat, brief.story),
        aims=_aims(ground, seat),
        variants=tuple(
            evolve(v, shifts={id: shift for id, shift in v.shifts.items() if id in play})
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
