"""How far a computer delegation looks, and how it bargains if that is not left to the deal."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from attrs import evolve, field, frozen
from attrs.validators import ge, le, optional

from game import codec, paths
from game.engine.scenario import Temper

_SHARE = optional([ge(0), le(100)])


@frozen
class Personality:
    """A way of play. All know the same; they differ in how far they look and how they bargain.

    Who states patience, firmness, candour or risk bargains by these, in whatever seat; all else is
    as dealt, so that no habit belongs to a nation.

    id: name.
    title: on screen.
    text: what it does, in one sentence.
    strategy: module that decides.
    starts: texts from which the pen's search climbs.
    sweeps: steps of each climb.
    pairs: best single changes that are tried together with every other; 0 for none.
    deals_often: looks for a deal before each of its acts, and not with the last one alone, or as
        the pen once its text of the round is written.
    deals_every: rounds from one look for a deal to the next; the last round is one of them.
    thorough: thinks through what a rough reckoning decides as well: forecasts the vote for each
        ask that it answers, weighs changes of a text that it supports, and looks at every change
        again after each step of its search.
    leaves_to_others: does not ask for just what another has asked for already, while that waits
        for its answer or if it was refused.
    bluffs: warns beyond the truth, once, where that can be believed; advice never does.
    patience: rounds it waits before it gives way, per cent of the sitting; as dealt if unsaid.
    firmness: share of its wishes it holds to, per cent; as dealt if unsaid.
    candour: how readily it says what it thinks, per cent; as dealt if unsaid.
    risk: how close it goes to failure, per cent; as dealt if unsaid.
    """

    id: str
    title: str
    text: str
    strategy: str
    starts: int = field(default=1, validator=ge(1))
    sweeps: int = field(default=8, validator=ge(1))
    pairs: int = field(default=0, validator=ge(0))
    deals_often: bool = False
    deals_every: int = field(default=2, validator=ge(1))
    thorough: bool = False
    leaves_to_others: bool = False
    bluffs: bool = True
    patience: int | None = field(default=None, validator=_SHARE)
    firmness: int | None = field(default=None, validator=_SHARE)
    candour: int | None = field(default=None, validator=_SHARE)
    risk: int | None = field(default=None, validator=_SHARE)

    @property
    def is_set(self) -> bool:
        """Tell whether it bargains in a way of its own, whatever was dealt."""
        return not (self.patience is self.firmness is self.candour is self.risk is None)

    def over(self, dealt: Temper) -> Temper:
        """Return how it bargains, given what was dealt."""
        own = {key: getattr(self, key) for key in HABITS if getattr(self, key) is not None}
        return evolve(dealt, **own) if own else dealt


HABITS = ("patience", "firmness", "candour", "risk")
"""What a personality may state instead of the deal."""


@frozen
class _File:
    """The file of personalities.

    personalities: the ways of play.
    """

    personalities: tuple[Personality, ...]


@lru_cache(maxsize=1)
def personalities() -> Mapping[str, Personality]:
    """Return the ways of play by id, as the data folder has them."""
    path = paths.scenarios() / "common" / "personalities.yaml"
    return {p.id: p for p in codec.load(path, _File).value.personalities}
