"""What can be done about a target in the months between two sittings."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen
from attrs.validators import ge, in_, le

from game.engine.scenario.member import Aim
from game.engine.scenario.world import Voice
from game.engine.terms import Seat

TRACKS = ("enforce", "ties", "finance")
"""Ways to add weight to a text outside the Council: carry out what exists, cut ties, stop money."""


@frozen
class Prospect:
    """Somebody outside the room who can be won to do more than a text asks.

    id: name.
    name: of the State or the bank, on screen.
    track: enforce what exists, cut ties, or a financial measure outside the Council.
    title: what it would do.
    text: what is reported once it is won.
    price: points of effort that it takes at a provocation stock of 46.
    enforcer: whose will it moves, if any.
    will: added to that will, per mille.
    effect: indicator -> change, once it is won.
    flag: of the State that would do it, ISO 3166-1 alpha-3; empty for what is no State.
    minds: members that resent it; they do not help, and what is held by them is enforced less.
    by: members in whose hands it is, where others can only watch; its price is then the same at any
        stock, since nobody has to be won over by what was done. Empty for what anybody can work at.
    source: where the fact is from.
    tuned: why this number, where there is no source.
    """

    id: str
    name: str
    track: str = field(validator=in_(TRACKS))
    title: str
    text: str
    price: int = field(default=4, validator=ge(1))
    enforcer: str = ""
    will: int = field(default=0, validator=[ge(0), le(1000)])
    effect: Mapping[str, int] = {}
    flag: Seat = ""
    minds: tuple[Seat, ...] = ()
    by: tuple[Seat, ...] = ()
    source: str = ""
    tuned: str = ""


@frozen
class Listing:
    """Somebody the Committee could put on its list: a ship, a firm, a bank, a person.

    id: name.
    title: who it is, on screen.
    text: what is reported once it is listed.
    enforcer: whose will it moves.
    will: added to that will, per mille, since a name is easier to stop than a trade.
    minds: members whose own ports, banks or people it touches.
    source: where the fact is from.
    tuned: why this number, where there is no source.
    """

    id: str
    title: str
    text: str
    enforcer: str
    will: int = field(default=20, validator=[ge(0), le(1000)])
    minds: tuple[Seat, ...] = ()
    source: str = ""
    tuned: str = ""


@frozen
class Relief:
    """What aid agencies ask the Committee to let through.

    id: name.
    title: what it is, on screen.
    text: what is reported once it is let through.
    hardship: points of hardship that it takes away.
    minds: members that ask who checks it.
    source: where the fact is from.
    tuned: why this number, where there is no source.
    """

    id: str
    title: str
    text: str
    hardship: int = field(default=3, validator=ge(1))
    minds: tuple[Seat, ...] = ()
    source: str = ""
    tuned: str = ""


@frozen
class Standstill:
    """Suspension for suspension: exercises are held off, and tests stop.

    giver: whose exercises they are.
    exercise: their name on screen.
    channels: members that can carry the offer -> weight that it adds to a yes, per mille.
    base: weight of a yes before everything else, per mille.
    leans: indicator or term -> weight of a yes added per 100 points of it.
    plans: doctrine -> weight of a yes added under it.
    step: step of the road to talks that it leads to; what that rules out breaks it.
    stands: step of the road that holds when the sitting opens, since both had agreed before; empty
        if nothing was agreed.
    ends: what its giver does to end it, on a button; empty for holding the exercises.
    ended: what is reported then.
    effect: indicator -> change, once its giver has ended it.
    accepted: what is reported when the target agrees.
    refused: what is reported when it does not.
    source: where the fact is from.
    tuned: why these numbers.
    """

    giver: Seat
    exercise: str
    channels: Mapping[Seat, int]
    accepted: str
    refused: str
    base: int = 0
    leans: Mapping[str, int] = {}
    plans: Mapping[str, int] = {}
    step: str = ""
    stands: str = ""
    ends: str = ""
    ended: str = ""
    effect: Mapping[str, int] = {}
    source: str = ""
    tuned: str = ""


@frozen
class Argument:
    """What a leak argues for once the Committee has let the experts' report out.

    points: added to the sum of every seat for a text that goes further on the clause that closes
        it, for a leak as large as the whole flow; a part of it for a smaller one, but at least 1.
    most: points that all leaks together can add.
    tuned: why these numbers.
    """

    points: int = field(default=0, validator=ge(0))
    most: int = field(default=0, validator=ge(0))
    tuned: str = ""


@frozen
class Season:
    """What can be done about a target in the months between two sittings.

    prospects: who can be won outside the room.
    listings: who the Committee could list.
    reliefs: what aid agencies ask of the Committee.
    committee: there is one, or there can be one; before 2006 there was none on this matter.
    founded: measure -> level that a text in force needs so that there is a Committee, to which
        members report; empty where there is one already.
    standstill: the suspension of exercises against tests that could be offered.
    argument: what a published leak is worth to the next text.
    voices: lines of the aftermath that speak of the months; they come before the crisis's own.
    aims: member -> what its capital wants of the months after the vote; scores only.
    headings: track -> what stands above it, where the usual words do not fit what is offered.
    """

    prospects: tuple[Prospect, ...] = ()
    listings: tuple[Listing, ...] = ()
    reliefs: tuple[Relief, ...] = ()
    committee: bool = True
    founded: Mapping[str, int] = {}
    standstill: Standstill | None = None
    argument: Argument = Argument()
    voices: tuple[Voice, ...] = ()
    aims: Mapping[Seat, tuple[Aim, ...]] = {}
    headings: Mapping[str, str] = {}

    def prospect(self, id: str) -> Prospect | None:
        """Return who could be won under this id."""
        return next((p for p in self.prospects if p.id == id), None)

    def listing(self, id: str) -> Listing | None:
        """Return who could be listed under this id."""
        return next((x for x in self.listings if x.id == id), None)

    def relief(self, id: str) -> Relief | None:
        """Return what aid agencies ask for under this id."""
        return next((r for r in self.reliefs if r.id == id), None)
