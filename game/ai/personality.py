"""How far a computer delegation looks; what it wants and how it bargains is dealt in the game."""

from __future__ import annotations

from attrs import field, frozen
from attrs.validators import ge


@frozen
class Personality:
    """A level of play. All levels know the same; they differ in how far they look.

    id: name.
    title: on screen.
    text: what it does, in one sentence.
    strategy: module that decides.
    starts: texts from which the pen's search climbs.
    sweeps: steps of each climb.
    pairs: best single changes that are tried together with every other; 0 for none.
    """

    id: str
    title: str
    text: str
    strategy: str
    starts: int = field(default=1, validator=ge(1))
    sweeps: int = field(default=8, validator=ge(1))
    pairs: int = field(default=0, validator=ge(0))
