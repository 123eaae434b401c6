"""What passes between a delegation and its capital."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Self

from attrs import evolve, frozen

from game.engine.actions.base import Action, Refusal, no_token
from game.engine.actions.watch import signs_due
from game.engine.actions.world import due, opens_at
from game.engine.aftermath import met
from game.engine.changing import changed
from game.engine.lately import Lately
from game.engine.opinion import MARGINS, MORE_MARGIN, in_force
from game.engine.record import Dealt
from game.engine.scenario import Cable, Scenario
from game.engine.state import State, next_seat, spend
from game.engine.terms import Seat

FLEXIBILITY_PRICE = 20
"""Credit at home that it costs to ask for more room, of 100. Tuned."""
BASE_ODDS = 20
"""Per cent of requests that a capital grants to a delegation without credit. Tuned."""


@frozen
class AskFlexibility(Action):
    """Ask the capital for more room; it costs a token and credit, and the answer comes later.

    Granted, it adds two points of margin, up to the most that is ever dealt, and lets go the
    instructions on that measure.

    measure: where the difficulty lies.
    """

    PART: ClassVar[str] = "cables"

    measure: str

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Only the delegation itself."""
        return (self.seat,)

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every measure."""
        for m in scenario.measures:
            yield cls(seat, m.id)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """It needs a token and credit, one request at a time, and rounds for the answer."""
        dealt = state.dealt[seat]
        if dealt.asked:
            return Refusal("answer_due")
        if dealt.credit < FLEXIBILITY_PRICE:
            return Refusal("no_credit")
        if state.round >= state.last_round:
            return Refusal("too_late")
        return no_token(state, seat)

    def refusal(self, state: State) -> Refusal | None:
        """There must be something to win: an instruction, or margin."""
        if not state.scenario.has(self.measure):
            return Refusal("unknown_measure", {"measure": self.measure})
        dealt = state.dealt[self.seat]
        bound = any(c.measure == self.measure for c in in_force(state.scenario, dealt))
        return None if bound or dealt.margin < max(MARGINS) else Refusal("no_more_room")

    def apply(self, state: State) -> State:
        """Send the request."""
        dealt = state.dealt[self.seat]
        asked = evolve(dealt, credit=dealt.credit - FLEXIBILITY_PRICE, asked=self.measure)
        return spend(_deal(state, self.seat, asked), self.seat)


def _deal(state: State, seat: Seat, dealt: Dealt) -> State:
    return changed(state, dealt={**state.dealt, seat: dealt})


def odds(dealt: Dealt) -> int:
    """Return how readily a capital grants more room, per cent; everybody knows the rule."""
    return BASE_ODDS + dealt.credit // 2


@frozen
class ExplainHome(Action):
    """Explain to the capital why an instruction was not carried out; free, once for each.

    It costs the delegation only half of the credit that the instruction would have.

    cable: which.
    """

    PART: ClassVar[str] = "cables"

    cable: str

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Only the delegation itself."""
        return (self.seat,)

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield each cable that could have come."""
        for cable in scenario.cables:
            if cable.to == seat:
                yield cls(seat, cable.id)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """After the count, where something was not carried out."""
        if state.tally is None:
            return Refusal("not_counted")
        return None if unmet(state, seat) else Refusal("carried_out")

    def refusal(self, state: State) -> Refusal | None:
        """It was not carried out, and not explained before."""
        return None if self.cable in unmet(state, self.seat) else Refusal("carried_out")

    def apply(self, state: State) -> State:
        """Send the telegram; the turn goes on."""
        dealt = state.dealt[self.seat]
        return _deal(state, self.seat, evolve(dealt, told=(*dealt.told, self.cable)))


def unmet(state: State, seat: Seat) -> tuple[str, ...]:
    """Return the instructions that a count has shown not to be carried out, nor explained yet."""
    if state.tally is None or seat not in state.dealt:
        return ()
    dealt = state.dealt[seat]
    return tuple(
        c.id
        for c in in_force(state.scenario, dealt)
        if c.id not in dealt.told and not met(state, seat, c.aim)
    )


@frozen
class SendCable(Action):
    """A capital sends a cable at its time, or does not; only its delegation learns which.

    cable: its id.
    sent: it was sent.
    """

    PART: ClassVar[str] = "cables"

    cable: str
    sent: bool

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Only the delegation that it is for."""
        return tuple(c.to for c in scenario.cables if c.id == self.cable)

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield every cable, sent and not sent."""
        for cable in scenario.cables:
            yield cls(seat, cable.id, True)
            yield cls(seat, cable.id, False)

    @classmethod
    def choices(cls, state: State, seat: Seat) -> tuple[Action, ...]:
        """Return both ends for the cable that is next."""
        return tuple(cls(seat, c.id, sent) for c in cables_due(state)[:1] for sent in (True, False))

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Cables come after what happens to everybody."""
        return None if cables_due(state) and not opens_first(state) else Refusal("not_due")

    def unknown(self, scenario: Scenario) -> Refusal | None:
        """The cable is one of the scenario's."""
        known = any(c.id == self.cable for c in scenario.cables)
        return None if known else Refusal("unknown", {"name": self.cable})

    def refusal(self, state: State) -> Refusal | None:
        """They come one by one, in the order of the file."""
        return None if cables_due(state)[0].id == self.cable else Refusal("not_due")

    def weight(self, scenario: Scenario) -> int:
        """Return how often this cable is sent, or is not."""
        cable = next(c for c in scenario.cables if c.id == self.cable)
        return cable.share if self.sent else 100 - cable.share

    def apply(self, state: State) -> State:
        """Add the instruction."""
        cable = next(c for c in state.scenario.cables if c.id == self.cable)
        if self.sent:
            dealt = state.dealt[cable.to]
            state = _deal(state, cable.to, evolve(dealt, cables=(*dealt.cables, cable.id)))
        return next_seat(state)


def opens_first(state: State) -> bool:
    """Tell whether something happens to everybody, or is seen, before capitals are heard."""
    return bool(due(state) or signs_due(state))


_cables = Lately[tuple[Cable, ...]](16)


def cables_due(state: State) -> tuple[Cable, ...]:
    """Return the cables whose time has come and of which it is not known whether they are sent."""
    return _cables.get(lambda: _cables_due(state), state.scenario, state.log, also=state.round)


def _cables_due(state: State) -> tuple[Cable, ...]:
    s = state.scenario
    if not s.plays("cables") or not state.round:
        return ()
    come = [c for c in s.cables if opens_at(c.at_percent, s.rounds) <= state.round]
    open_ = [c for c in come if c.to in s.briefs]
    past = {e.cable for e in state.log if type(e) is SendCable} if open_ else set()
    return tuple(c for c in open_ if c.id not in past)


@frozen
class Reply(Action):
    """A capital answers a request for more room.

    to: the delegation.
    granted: it may go further.
    """

    PART: ClassVar[str] = "cables"

    to: Seat
    granted: bool

    def audience(self, scenario: Scenario) -> tuple[Seat, ...] | None:
        """Only the delegation that had asked."""
        return (self.to,)

    @classmethod
    def universe(cls, scenario: Scenario, seat: Seat) -> Iterator[Self]:
        """Yield a yes and a no to everybody."""
        for to in scenario.seats:
            yield cls(seat, to, True)
            yield cls(seat, to, False)

    @classmethod
    def closed(cls, state: State, seat: Seat) -> Refusal | None:
        """Answers come after cables."""
        waits = replies_due(state) and not (opens_first(state) or cables_due(state))
        return None if waits else Refusal("not_due")

    def refusal(self, state: State) -> Refusal | None:
        """They come in the order of the table."""
        return None if replies_due(state)[0] == self.to else Refusal("not_due")

    def weight_in(self, state: State) -> int:
        """Return how often a capital answers so."""
        yes = odds(state.dealt[self.to])
        return yes if self.granted else 100 - yes

    def apply(self, state: State) -> State:
        """Give more room, or none."""
        dealt = state.dealt[self.to]
        asked, left = dealt.asked, evolve(dealt, asked="")
        if self.granted:
            bound = in_force(state.scenario, dealt)
            left = evolve(
                left,
                margin=min(max(MARGINS), dealt.margin + MORE_MARGIN),
                since=len(state.record.said),
                cables=tuple(c.id for c in bound if c.measure != asked),
            )
        return next_seat(_deal(state, self.to, left))


def replies_due(state: State) -> tuple[Seat, ...]:
    """Return the delegations that wait for an answer from their capitals."""
    if not state.scenario.plays("cables"):
        return ()
    return tuple(s for s in state.scenario.seats if s in state.dealt and state.dealt[s].asked)
