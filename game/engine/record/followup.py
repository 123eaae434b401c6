"""What was done about a text in the months after it: reports, holds, findings, States won."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from game.engine.terms import Seat

NOTICES = ("list", "relief", "publish", "renew")
"""What can be before the Committee: a name, an exemption, a finding, the experts' mandate."""
REPORTS = ("full", "short", "none")
"""How a member reports on what it did to carry a text out."""


@frozen
class Notice:
    """Something before the Committee; what nobody of the fifteen holds is decided.

    kind: list, relief, publish or renew.
    item: the listing or the relief; the flow of a finding.
    by: who sent it; empty for the experts and for what is due.
    status: open, late (open once more, for who asked for time), passed or held.
    held: who held it.
    later: who asked for more time.
    aged: it was held for one half of the season and is before the Committee again.
    """

    kind: str
    item: str = ""
    by: Seat = ""
    status: str = "open"
    held: Seat = ""
    later: Seat = ""
    aged: bool = False

    @property
    def is_stale(self) -> bool:
        """Tell whether aid is held through both halves; whoever holds it on owes its reason.

        Source: guidelines of the Committee (memory): members that hold are to say why.
        """
        return self.kind == "relief" and self.aged and bool(self.held)

    @property
    def is_open(self) -> bool:
        """Tell whether it is not decided yet."""
        return self.status in ("open", "late")


@frozen
class Finding:
    """A leak that the experts have seen.

    flow: what crosses the border all the same.
    channel: how.
    size: per mille of the flow.
    measure: the clause of a next text that would close it.
    published: the Committee let the report out.
    """

    flow: str
    channel: str
    size: int
    measure: str
    published: bool = False


@frozen
class Suspension:
    """Exercises against tests: an offer, and what became of it.

    by: who offers to hold its exercises off.
    through: who carried the offer, or brought it up; empty for what was agreed before the sitting.
    month: when.
    status: urged (brought up before the giver), declined (by it), offered, accepted, refused, kept
        or broken.
    breaker: who broke it.
    """

    by: Seat
    through: Seat
    month: int
    status: str = "offered"
    breaker: Seat = ""


@frozen(slots=False)
class Followup:
    """What was done in the months after a vote.

    The room knows all of it but the quiet lines of others, which are each member's own. Outside,
    the target among it, nobody knows what a report of the experts says before it is published.

    months: how many there will be.
    month: months since the vote.
    half: which half of the season is open, 1 or 2; 0 before.
    acts: what the target did, with the month.
    fired: how many shots each of these acts was that had any, with the month.
    signs: what was seen of its plans, with the month.
    efforts: prospect -> points of effort spent on it.
    won: prospects that were won, in order.
    notices: what came before the Committee, in order.
    findings: what the experts have seen.
    reports: member -> full, short or none.
    aided: members that paid for aid.
    contacts: members that kept a quiet contact with the target.
    suspension: exercises against tests, if it was offered.
    panel: the experts have a mandate.
    """

    months: int = 0
    month: int = 0
    half: int = 0
    acts: tuple[tuple[int, str], ...] = ()
    fired: tuple[tuple[int, int], ...] = ()
    signs: tuple[tuple[int, str], ...] = ()
    efforts: Mapping[str, int] = field(factory=dict)
    won: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    findings: tuple[Finding, ...] = ()
    reports: Mapping[Seat, str] = field(factory=dict)
    aided: tuple[Seat, ...] = ()
    contacts: tuple[Seat, ...] = ()
    suspension: Suspension | None = None
    panel: bool = True

    @property
    def this_month(self) -> tuple[str, ...]:
        """Return what the target has done since the month began."""
        return tuple(response for month, response in self.acts if month == self.month)

    @property
    def shots(self) -> int:
        """Return how many shots the target has fired since the month began."""
        return sum(shots for month, shots in self.fired if month == self.month)

    @property
    def open_notices(self) -> tuple[Notice, ...]:
        """Return what the Committee has not decided yet."""
        return tuple(n for n in self.notices if n.is_open)

    @property
    def published(self) -> tuple[Finding, ...]:
        """Return the findings that everybody may quote."""
        return tuple(f for f in self.findings if f.published)

    @property
    def suspended(self) -> bool:
        """Tell whether exercises are held off against tests."""
        return self.suspension is not None and self.suspension.status == "accepted"

    @property
    def urged(self) -> Suspension | None:
        """Return the proposal that a carrier has brought up and its giver has not answered."""
        made = self.suspension
        return made if made is not None and made.status == "urged" else None
