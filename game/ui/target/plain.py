"""What the target's own screen is made of: plain values, no rules."""

from __future__ import annotations

from attrs import frozen

from game.engine.actions import Action
from game.ui.abroad.plain import Load
from game.ui.widgets import Tone


@frozen
class Option:
    """Something the target can do now, or could if something were otherwise.

    share: how strongly it is drawn there, per mille of all that can be done now.
    rung: of the ladder; -1 where it stands on none.
    pulls: what draws it there and what holds it back, heaviest first.
    proves, changes: of a shot: what is known afterwards, what it means for others.
    threatened, asks: flag and name of States.
    moves: what it changes, in few words.
    costs: what has to be known before it is done.
    disabled: why it cannot be done now.
    """

    id: str
    action: Action | None
    group: str
    title: str
    text: str = ""
    share: int = 0
    rung: int = -1
    tone: Tone = "abstain"
    pulls: tuple[Load, ...] = ()
    proves: str = ""
    changes: str = ""
    reach: int = 0
    threatened: tuple[tuple[str, str], ...] = ()
    asks: tuple[tuple[str, str], ...] = ()
    moves: tuple[tuple[str, int], ...] = ()
    costs: tuple[str, ...] = ()
    disabled: str = ""

    @property
    def points(self) -> int:
        """Return all points in one sum."""
        return sum(pull.points for pull in self.pulls)


@frozen
class Voice:
    """An inner voice: how strongly it is heard, 0 to 100, and what it asks for and against."""

    title: str
    text: str
    strength: int
    asks: tuple[str, ...] = ()
    minds: tuple[str, ...] = ()


@frozen
class Stage:
    """A step of the road to talks: by which act it is reached, and whether it holds now."""

    title: str
    text: str
    by: str = ""
    is_here: bool = False
    is_passed: bool = False


@frozen
class Wanted:
    """Something the plan wants and what it is worth; at the end what came, and what was wanted.

    met: whether it came about; None before the end, when `came` is the count so far, if any.
    came, bound: in words, with what is counted.
    """

    text: str
    points: int
    came: str = ""
    bound: str = ""
    met: bool | None = None
