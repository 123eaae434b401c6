"""What delegations call for and trade beside the text, and what capitals send during a sitting."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen
from attrs.validators import ge, in_, le

from game.engine.scenario.member import Aim
from game.engine.terms import Seat


@frozen
class Call:
    """What a delegation can call for in the soundings, in the words of one crisis.

    name: on a button: *Measures that bite*.
    wish: after *calls for*, without a full stop: *measures that bite*.
    means: what is meant, in a few words and a full stop: *A price for the act.*
    """

    name: str
    wish: str
    means: str


@frozen
class Favour:
    """Something outside the text that a delegation can give, once.

    id: name.
    title: what is given, for the middle of a sentence: *help with the text on Burundi*.
    text: one sentence on what it means.
    givers: seats or blocs that can give it.
    worth: seat or bloc -> points that it is worth to it; who is not named does not want it.
    cost: points that it costs who gives it.
    quiets: per mille by which large exercises of the months after are smaller once it is done.
    source: where such a favour is known from.
    tuned: why these numbers, where no source gives them.
    """

    id: str
    title: str
    text: str
    givers: tuple[str, ...]
    worth: Mapping[str, int]
    cost: int = field(default=1, validator=ge(0))
    quiets: int = field(default=0, validator=(ge(0), le(1000)))
    source: str = ""
    tuned: str = ""


@frozen
class Cable:
    """A telegram that a capital may send during the sitting: one more aim for its delegation.

    id: name.
    to: the delegation.
    text: what it says, two sentences at most.
    measure: what it is about; empty for the outcome.
    at_least: least level.
    at_most: highest level.
    outcome: adopted, unanimous or granted.
    weight: share of the score.
    at_percent: part of the consultation rounds after which it can come.
    share: how often it comes, per cent.
    """

    id: str
    to: Seat
    text: str
    measure: str = ""
    at_least: int | None = None
    at_most: int | None = None
    outcome: str = field(default="", validator=in_(("", "adopted", "unanimous", "granted")))
    weight: int = field(default=1, validator=ge(1))
    at_percent: int = field(default=50, validator=[ge(0), le(100)])
    share: int = field(default=50, validator=[ge(1), le(99)])

    @property
    def aim(self) -> Aim:
        """Return what the delegation is to reach."""
        return Aim(self.measure, self.at_least, self.at_most, self.outcome, self.weight)
