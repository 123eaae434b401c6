"""The year after the vote: the border, the months, the Committee, what became of it all."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from game.engine.abroad.gap import Leak
from game.engine.events.base import Event
from game.engine.scenario import Scenario
from game.engine.terms import TARGET, Seat


@frozen
class Enforced(Event):
    """What the months at the border made of the text, now that everything is known.

    paper: pressure on paper, month by month, tenths of the 100 points.
    enforced: the same as enforced.
    flows: flow -> per mille of its starting figure that really crossed, month by month.
    leaks: what lay between paper and border in the end, largest first.
    will: enforcer -> readiness in the end, per mille.
    """

    paper: tuple[int, ...]
    enforced: tuple[int, ...]
    flows: Mapping[str, tuple[int, ...]]
    leaks: tuple[Leak, ...]
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
    paper: pressure on paper, tenths of the 100 points: of the text, or what one that failed would
        have come to.
    votes: in favour.
    """

    line: int
    paper: int
    votes: int


@frozen
class NobodyWon(Event):
    """The ladder of escalation was climbed to its last rung; whoever sits here has lost by it.

    points: of score, taken from every delegation.
    responses: acts of the target that led there, in order.
    """

    points: int
    responses: tuple[str, ...]


@frozen
class MonthPassed(Event):
    """A month at the border, and what is known of it.

    month: since the vote.
    paper: pressure on paper, tenths of the 100 points.
    enforced: the same as enforced.
    flows: flow -> per mille of its starting figure that crosses, as customs posts count it.
    money: export and labour earnings stopped in the month, thousands of US dollars.
    leaks: what lies between paper and border, largest first; what goes round the measures unseen
        is left out.
    will: enforcer -> readiness, per mille.
    hardship: of people, per mille; 0 where it was not counted.
    fuel: of a year's fuel that does not come in, per mille.
    season: month of the calendar, 1 to 12; 0 where it was not counted.
    day: of the sitting on which it has passed; 0 where it was not counted.
    read: what everybody could read then beside the border, 0 to 100: trust, threat, programme.
    stance: step of the road to talks on which the month began.
    """

    month: int
    paper: int
    enforced: int
    flows: Mapping[str, int]
    money: int
    leaks: tuple[Leak, ...]
    will: Mapping[str, int]
    hardship: int = 0
    fuel: int = 0
    season: int = 0
    day: int = 0
    read: Mapping[str, int] = {}
    stance: int = 0


@frozen
class Crossed(Event):
    """What really crossed the border in a month; nobody knows before the cards are open.

    month: since the vote.
    flows: flow -> per mille of its starting figure.
    leaks: what lies between paper and border, largest first.
    """

    month: int
    flows: Mapping[str, int]
    leaks: tuple[Leak, ...]

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Nobody."""
        return ()


@frozen
class Weighed(Event):
    """What drew the target to an act, or to prepare one; it alone knows until the cards are open.

    response: the act.
    points: what gave points -> how many; ten double the weight of an act.
    """

    response: str
    points: Mapping[str, int]

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Only the target."""
        return (TARGET,)


@frozen
class Sprung(Event):
    """A large step of the target made a clause hold that a text had kept for that case.

    measure: of the clause.
    level: of the clause.
    """

    measure: str
    level: int


@frozen
class TalksStrained(Event):
    """A text that adds to the pressure was adopted while talks held; they go on with less trust.

    stance: number of the step of the road to talks that holds.
    trust: that it costs, points.
    """

    stance: int
    trust: int


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
    day: on which the time to object ran out.
    later: who had asked for more of it; empty if nobody did.
    stale: aid was held through both halves of the season; that costs credibility.
    """

    kind: str
    item: str
    by: Seat
    held: Seat
    day: int = 0
    later: Seat = ""
    stale: bool = False


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
