"""What the pictures of the world beyond the room are made of: plain values, no rules."""

from __future__ import annotations

from attrs import field, frozen

from game.ui.widgets import Tone

POINTS = 100
"""Points of pressure that there can be."""


@frozen
class Moment:
    """Something that stands on a chart of months.

    at: months after the first of the chart; parts of a month count.
    label: few words.
    kind: text, shot, finding or talks; decides the sign.
    """

    at: float
    label: str
    kind: str = "text"


@frozen
class Leak:
    """A part of the gap between paper and border.

    name: what leaks. cause: why, in few words. points: of 100 points of pressure, in tenths.
    """

    name: str
    cause: str
    points: int


@frozen
class Pressed:
    """Pressure month by month.

    paper, enforced: of 100 points, in tenths, one entry a month.
    labels: what stands below the months, by number of the entry.
    moments: texts, tests, findings.
    leaks: what makes the gap of the last month, largest first.
    """

    paper: tuple[int, ...]
    enforced: tuple[int, ...]
    labels: tuple[tuple[int, str], ...] = ()
    moments: tuple[Moment, ...] = ()
    leaks: tuple[Leak, ...] = ()

    @property
    def is_felt(self) -> bool:
        """Tell whether there is any pressure that a picture could show."""
        return max(*self.paper, *self.enforced) >= FELT


FELT = 10
"""Tenths of a point below which pressure lies on the ground of its picture. Tuned."""


@frozen
class Moved:
    """What moves month by month where no trade is closed.

    courses: name, values of 0 to 100, one entry a month.
    labels, moments: as of `Pressed`.
    """

    courses: tuple[tuple[str, tuple[int, ...]], ...]
    labels: tuple[tuple[int, str], ...] = ()
    moments: tuple[Moment, ...] = ()


@frozen
class Stream:
    """One flow across the border.

    kind: export, supply, labour or means.
    units: how many a year before the measures, in `unit`. money: millions of dollars a year.
    course: per mille of the starting figure, one entry a month.
    paper: per mille that would cross if all were carried out.
    source: where the starting figures are from, or why they were chosen.
    """

    name: str
    kind: str
    units: int
    unit: str
    money: int
    course: tuple[int, ...]
    paper: int
    source: str = ""

    @property
    def is_still(self) -> bool:
        """Tell whether nothing is closed and nothing moves: there is nothing to draw."""
        return self.paper >= OPEN and max(self.course) - min(self.course) < STIRS


OPEN, STIRS = 990, 10
"""Per mille that paper lets through where nothing is closed; and that move a line. Tuned."""


@frozen
class Gate:
    """Somebody whose customs posts, ports or banks carry the text out.

    will, was, capacity, stops: per mille. share: per mille of all trade.
    flag: of the State; nothing for a group. notes: few words each.
    """

    name: str
    will: int
    was: int
    capacity: int
    stops: int
    share: int
    flag: str = ""
    notes: tuple[str, ...] = ()


@frozen
class Rung:
    """One rung of the ladder: what it is called and what marks it."""

    name: str
    marks: tuple[tuple[str, Tone], ...] = ()
    is_here: bool = False


@frozen
class Load:
    """A term on the balance: points towards a shot if above nothing, away from it if below."""

    name: str
    points: int
    hint: str = ""


@frozen
class Likely:
    """An act and how likely it is, per mille."""

    title: str
    weight: int
    rung: int
    tone: Tone
    hint: str = ""
    is_done: bool = False


@frozen
class Sign:
    """A sign that this seat has seen.

    at: where it lies between the first day and now, 0 to 1. when: the same in words.
    speaks_of: what it makes likelier.
    """

    at: float
    when: str
    text: str
    speaks_of: tuple[str, ...] = ()


@frozen
class Class:
    """A class of missile, or a device.

    reach: kilometres, 0 for a device. threatened, asks: (flag or nothing, name) of States.
    out_of_reach: why a test of this kind cannot come yet; nothing if it can.
    """

    kind: str
    title: str
    reach: int
    threatened: tuple[tuple[str, str], ...] = ()
    asks: tuple[tuple[str, str], ...] = ()
    proves: str = ""
    changes: str = ""
    stock: int = 0
    weight: int = 0
    out_of_reach: str = ""


@frozen
class Winnable:
    """A State or a bank that can be won outside the room.

    spent, price: points of effort. result: what it brings, in few words.
    mine: points that one act of this seat adds. minded: flags of members that resent it.
    hands: flags of the members that alone can work at it; none for what is open to all.
    flag: of the State. message: what a press of it does; disabled: why it cannot.
    """

    id: str
    name: str
    title: str
    spent: int
    price: int
    result: str
    mine: int = 0
    minded: tuple[str, ...] = ()
    hands: tuple[str, ...] = ()
    flag: str = ""
    is_won: bool = False
    hint: str = ""
    message: object = None
    disabled: str = ""


@frozen
class Course:
    """One of the three tracks of a campaign."""

    id: str
    title: str
    states: tuple[Winnable, ...]


@frozen
class Standstill:
    """Exercises against tests.

    status: none, urged, declined, offered, accepted, refused, kept or broken.
    chance: how likely a yes is, per mille, from this seat's signs; -1 if it is not known.
    ways: (name of the channel, its flag, message, why it cannot be used).
    waits: who alone can offer it, where this seat cannot.
    urge: how this seat can bring it up, if it can at all: (message, why it cannot now).
    """

    gives: str
    takes: str
    status: str = "none"
    chance: int = -1
    through: str = ""
    breaker: str = ""
    ways: tuple[tuple[str, str, object, str], ...] = ()
    waits: str = ""
    urge: tuple[object, str] | None = None


@frozen
class Proposal:
    """Something that could be sent to the Committee: a name, or aid that agencies ask for.

    minded: flags of members that it touches. result: what it brings, in few words.
    """

    id: str
    title: str
    result: str
    minded: tuple[str, ...] = ()
    hint: str = ""
    message: object = None
    disabled: str = ""


@frozen
class Reported:
    """What a member wrote to the Committee: full, short, none, or due."""

    flag: str
    name: str
    kind: str = "due"


@frozen
class Item:
    """Something before the Committee.

    kind: list, relief, publish or renew. status: open, late, passed or held.
    by, held, later: flag and name of who sent it, who holds it, who has asked for time.
    message: places a hold; disabled: why it cannot be placed. wait: asks for time, if that can be.
    """

    number: int
    kind: str
    title: str
    status: str = "open"
    by: tuple[str, str] = ("", "")
    held: tuple[str, str] = ("", "")
    message: object = None
    disabled: str = ""
    later: tuple[str, str] = ("", "")
    wait: object = None


@frozen
class Found:
    """What the experts have seen: a flow, how it goes round, per mille of it, what closes it."""

    name: str
    channel: str
    size: int
    closes: str = ""
    is_published: bool = False


@frozen
class Committee:
    """What is before the Committee of the fifteen."""

    reports: tuple[Reported, ...] = ()
    items: tuple[Item, ...] = ()
    findings: tuple[Found, ...] = ()
    has_experts: bool = True


@frozen
class Bead:
    """A sitting on the calendar of a campaign.

    at: months after the first day of the campaign. status: adopted, failed, passed (it did not
    come about), now or ahead. measures: what it brought, in few words.
    """

    at: float
    title: str
    date: str
    status: str
    votes: str = ""
    measures: str = ""


@frozen
class Carried:
    """Something that goes on: whose, what, good or bad; kind: what it is, for its heading."""

    flag: str
    text: str
    tone: Tone = "muted"
    kind: str = "pledge"


@frozen
class Strip:
    """A campaign on one line."""

    months: float
    beads: tuple[Bead, ...]
    moments: tuple[Moment, ...] = ()
    years: tuple[tuple[float, str], ...] = ()
    carried: tuple[Carried, ...] = field(default=())
