"""The year after the vote: the border, the months, the Committee, what became of it all."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from game.engine.events.base import Event
from game.engine.terms import Seat


@frozen
class Enforced(Event):
    """What a year at the border makes of the text.

    paper: pressure on paper, month by month, points 0 to 100.
    enforced: the same as enforced.
    trade: the flow that the scenario follows, 100 is the year before.
    will: enforcer -> readiness after the vote, per mille.
    """

    paper: tuple[int, ...]
    enforced: tuple[int, ...]
    trade: tuple[int, ...]
    will: Mapping[str, int]


@frozen
class VoiceHeard(Event):
    """One of the four voices of the aftermath.

    who: for, against, aid or town.
    line: its place among the scenario's voices.
    """

    who: str
    line: int


@frozen
class TradeNamed(Event):
    """The title of the bargain that was struck.

    line: its place among the scenario's trades.
    strength: per mille of earnings stopped on paper, fuel counted in.
    votes: in favour.
    """

    line: int
    strength: int
    votes: int


@frozen
class MonthPassed(Event):
    """A month at the border, and what is known of it.

    month: since the vote.
    paper: pressure on paper, points 0 to 100.
    enforced: the same as enforced.
    trade: the flow that the scenario follows, 100 is the year before; -1 if it follows none.
    will: enforcer -> readiness, per mille.
    """

    month: int
    paper: int
    enforced: int
    trade: int
    will: Mapping[str, int]


@frozen
class HalfOpened(Event):
    """Delegations act outside the room: the first half of the season or the second.

    half: 1 or 2.
    """

    half: int


@frozen
class Won(Event):
    """Efforts have won somebody for more than the text asks.

    prospect: who.
    """

    prospect: str


@frozen
class NoticeDecided(Event):
    """The Committee has decided what was before it, or somebody held it.

    kind: list, relief, publish or renew.
    item: the listing or the relief; the flow of a finding.
    by: who sent it; empty for the experts and for what was due.
    held: who held it; empty if nobody did.
    """

    kind: str
    item: str
    by: Seat
    held: Seat


@frozen
class SuspensionSettled(Event):
    """It turned out whether exercises and tests stayed suspended.

    by: who had held its exercises off.
    through: who had carried the offer.
    breaker: who broke it; empty if it was kept.
    """

    by: Seat
    through: Seat
    breaker: Seat = ""
