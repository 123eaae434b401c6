"""What one sitting of a campaign leaves to those that follow."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from game.engine.terms import Seat


@frozen
class Left:
    """A sitting that is over, as the next ones find it.

    sitting: id of its scenario.
    ended: date on which the months after its vote began.
    passed: it never came about, since the target kept still.
    adopted: a text was adopted.
    yes: votes in favour.
    seats: members that could vote.
    levels: measure -> level in force, or of the words in the last adopted text.
    stock: provocation at its end, points.
    acts: what the target did after it.
    scores: seat -> per cent of its aims.
    title: of the sitting, on screen.
    stance: step of the road to talks that held at its end.
    kept: exercises were held off against tests, and it was kept.
    paper: pressure on paper at its end, points 0 to 100.
    enforced: the same as enforced.
    flows: flow -> per mille of its starting figure that really crossed at its end.
    voted: date of the vote; of the last day of talks if there was none.
    acted: date of the act by which its months are remembered, about.
    words: measure -> per mille that other words of its clause make of its strength.
    plan: per cent of what the target's plan wanted that came; None where there was nothing to want.
    will: readiness of all who enforce at its end, each by its share of the trade, per mille.
    held: flow -> per mille that an automatic step of a text has closed and that no text has opened.
    readings: seat -> how it read the text that was adopted last, where it said so on record.
    narrowed: seat -> the clause of it that it read narrowly, where it named one.
    """

    sitting: str
    ended: date
    passed: bool = False
    adopted: bool = False
    yes: int = 0
    seats: int = 15
    levels: Mapping[str, int] = field(factory=dict)
    stock: int = 0
    acts: tuple[str, ...] = ()
    scores: Mapping[Seat, int] = field(factory=dict)
    title: str = ""
    stance: str = ""
    kept: bool = False
    paper: int = 0
    enforced: int = 0
    flows: Mapping[str, int] = field(factory=dict)
    voted: date | None = None
    acted: date | None = None
    words: Mapping[str, int] = field(factory=dict)
    will: int = 0
    plan: int | None = None
    held: Mapping[str, int] = field(factory=dict)
    readings: Mapping[Seat, str] = field(factory=dict)
    narrowed: Mapping[Seat, str] = field(factory=dict)

    @property
    def day(self) -> date:
        """Return the day by which it is known: that of its vote."""
        return self.voted or self.ended
