"""What one seat may know, and may do: the only way out of State."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from game.engine import consensus, council
from game.engine.abroad import Abroad, outwardly
from game.engine.actions import (
    Action,
    CallOff,
    Contact,
    DealBrief,
    DealDoctrine,
    DealPriority,
    LookOn,
    Prepare,
    Refusal,
    Sight,
    Speak,
    Uncover,
    Wait,
    kinds,
    sorted_out,
)
from game.engine.actions.capital import (
    AskFlexibility,
    ExplainHome,
    Reply,
    SendCable,
    unmet,
)
from game.engine.actions.draft import EndRound, SetClause
from game.engine.actions.favours import Deliver
from game.engine.actions.hearsay import GetOut, Overhear
from game.engine.actions.needs import AskNeeds, TellNeeds
from game.engine.actions.offers import Accept, Decline, Offer
from game.engine.actions.silence import KeepSilence
from game.engine.actions.vote import CastVote
from game.engine.closed import Closed
from game.engine.committee import told_outside
from game.engine.events import (
    Bluffed,
    CableSettled,
    Crossed,
    DealStruck,
    Event,
    Inherited,
    PledgeLapsed,
    PledgeSettled,
    Tally,
    Weighed,
)
from game.engine.floor import OPEN, counted
from game.engine.followup import INNER, MONTH
from game.engine.inside import Inside, inside
from game.engine.known import OUTSIDE, left_behind, record_of, shown
from game.engine.lately import Lately
from game.engine.past import Left
from game.engine.record import (
    Dealt,
    Draft,
    Offered,
    Question,
    Record,
    Version,
)
from game.engine.rooms import is_known_outside
from game.engine.scenario import Scenario
from game.engine.state import State, known
from game.engine.terms import TARGET, WORLD, Ballot, Phase, Seat
from game.engine.wording import superseded

PRIVATE = frozenset(
    (
        *(DealBrief, DealDoctrine, SetClause, EndRound, KeepSilence, CastVote),
        *(Offer, Accept, Decline, AskNeeds, TellNeeds, DealStruck, PledgeSettled, PledgeLapsed),
        *(AskFlexibility, ExplainHome, SendCable, Reply, CableSettled, Bluffed, Overhear, GetOut),
        *(Contact, Uncover, LookOn, Crossed, Inherited, Sight, DealPriority),
        *(Prepare, Wait, CallOff, Weighed, Deliver),
    )
)
"""Kinds of events that not everybody may know."""


@frozen(slots=False)
class Observation:
    """What one seat may know, and may do.

    seat: whose eyes; empty for what everybody knows.
    scenario: what is fixed.
    phase: the beat.
    actor: who is to act, if anybody.
    queue: who is still to act in this beat.
    people: seats held by persons.
    round: of consultations.
    tokens: its own acts left; at the end, those of each seat.
    spoke: who has stated a phrase in this round.
    dealt: its own instructions and temper.
    working: the pen's own text, for the pen.
    versions: the texts it was shown.
    record: all that is public.
    blue: number of the version in blue.
    stage: of the meeting: opening, further (products), floor, voting, explaining or fallback.
    questions: what waits for a vote, in order; the first is in hand.
    counted: how the votes before ended, while a meeting goes on.
    calling: ballots are being cast on the question in hand.
    matter: what stands unless the actor speaks up.
    rivals: drafts of others than the penholder.
    tabled: numbers of the drafts on the table, in the order of submission.
    seconded: number of a draft and who seconded it.
    barred: members that have to abstain on the draft.
    ballot: its own sealed ballot.
    voted: who has dropped a ballot.
    explained: seat -> explanation of vote.
    narrowed: seat -> the clause that it reads narrowly, where it named one.
    tally: the count.
    abroad: the world beyond the room, as far as this seat knows it.
    begun: the same as the sitting found it, as everybody can read it.
    before: what the last sitting of a campaign left; nothing before the first.
    response: what the target did.
    log: what it may know of what happened.
    legal: what it can do now, from the finite menu.
    blocked: kind of action -> why none of it is legal now.
    inquirer: who waits to hear what this seat needs.
    unmet: its instructions that the count has shown not to be carried out, nor explained yet.
    scores: at the end, per cent of aims met.
    revealed: at the end, what every seat was dealt.
    doctrine: at the end, the target's plan; for the target always.
    inside: for the target, what it weighs and whom it hears.
    drawn: for the target, what it can do now, each with the weight that chance would give it.
    """

    seat: Seat
    scenario: Scenario
    phase: Phase
    actor: Seat | None
    queue: tuple[Seat, ...]
    people: tuple[Seat, ...]
    round: int
    tokens: Mapping[Seat, int]
    spoke: tuple[Seat, ...]
    dealt: Dealt | None
    working: Draft | None
    versions: tuple[Version, ...]
    record: Record
    blue: int
    stage: str
    questions: tuple[Question, ...]
    counted: tuple[Tally, ...]
    calling: bool
    matter: Question | None
    rivals: tuple[Version, ...]
    tabled: tuple[int, ...]
    seconded: tuple[tuple[int, Seat], ...]
    barred: tuple[Seat, ...]
    ballot: Ballot | None
    voted: tuple[Seat, ...]
    explained: Mapping[Seat, str]
    narrowed: Mapping[Seat, str]
    tally: Tally | None
    abroad: Abroad
    begun: Abroad
    before: Left | None
    response: str
    log: tuple[Event, ...]
    legal: tuple[Action, ...]
    blocked: Mapping[str, Refusal]
    inquirer: Seat
    unmet: tuple[str, ...]
    scores: Mapping[Seat, int]
    revealed: Mapping[Seat, Dealt]
    doctrine: str
    inside: Inside | None = None
    drawn: tuple[tuple[Action, int], ...] = ()

    @property
    def last_round(self) -> int:
        """Return the round with which the consultations end: by a date, or of themselves."""
        return self.record.settling.date or self.scenario.rounds

    @property
    def indicators(self) -> Mapping[str, int]:
        """Return what everybody can read of the world beyond the room."""
        return known(self.abroad)

    @property
    def draft(self) -> Draft | None:
        """Return the last text this seat has seen, or None."""
        return self.versions[-1].clauses if self.versions else None

    def text(self, number: int) -> Draft:
        """Return a draft on the table by its number: a version this seat saw, or a rival."""
        known = (*self.versions, *self.rivals)
        return next(v.clauses for v in known if v.number == number)

    @property
    def offered(self) -> Offered | None:
        """Return the offer that waits for this seat's answer, or None."""
        for offer in reversed(self.record.offers):  # It is mostly the last one.
            if offer.status == "open" and offer.to == self.seat:
                return offer
        return None

    @property
    def on_table(self) -> tuple[Version, ...]:
        """Return the rivals that were submitted and not withdrawn."""
        return tuple(v for v in self.rivals if v.number in self.tabled)

    @property
    def adopted(self) -> Draft:
        """Return what the drafts that were adopted in this meeting leave standing, if any."""
        text: Draft = {}
        for number in council.adopted(self.counted):
            text = superseded(self.scenario, text, self.text(number))
        return text

    @property
    def is_pen(self) -> bool:
        """Tell whether this seat drafts."""
        return self.seat == self.scenario.penholder


def observe(
    state: State, seat: Seat, scores: Mapping[Seat, int], *, menu: bool = True
) -> Observation:
    """Return what one seat may know and do.

    Args:
        menu: list every legal action and the log; without it only the closed kinds are named, and
            the log is given where it counts what was raised on the floor.
    """
    s, over = state.scenario, state.phase is Phase.OVER
    queue = _visible(state, seat)
    actor = queue[0] if queue else None
    legal, blocked = options(state, seat, menu=menu) if actor == seat else ((), {})
    seen, unseen = (state.versions, ()) if over else shown(state, seat)
    abroad, begun = _outside(state)
    return Observation(
        seat=seat,
        scenario=s,
        phase=state.phase,
        actor=actor,
        queue=queue,
        people=state.people,
        round=state.round,
        # What others spend in the corridor or at home would show in theirs.
        tokens=state.tokens if over else {seat: state.tokens[seat]} if seat in state.tokens else {},
        spoke=state.spoke,
        dealt=state.dealt.get(seat),
        working=state.working if seat == s.penholder or over else None,
        versions=seen,
        record=state.record if over else record_of(state, seat, unseen),
        blue=state.blue,
        stage=_stage(state, seat),
        questions=state.questions,
        counted=counted(state) if state.stage in OPEN else (),
        calling=state.calling,
        matter=state.matter,
        rivals=state.rivals,
        tabled=state.tabled,
        seconded=state.seconded,
        barred=state.barred,
        ballot=state.ballots.get(seat),
        voted=tuple(state.ballots),
        explained=state.explained,
        narrowed=state.narrowed,
        tally=state.tally,
        abroad=state.abroad if over or seat == TARGET else abroad,
        begun=begun,
        before=left_behind(state, over=over),
        response=state.response,
        log=state.log if over else _known(state, seat) if menu or state.stage == "floor" else (),
        legal=legal,
        blocked=blocked,
        inquirer=state.inquiry[0] if state.inquiry[1:] == (seat,) else "",
        unmet=unmet(state, seat),
        scores=scores if over else {},
        revealed=state.dealt if over else {},
        doctrine=state.doctrine if over or seat == TARGET else "",
        inside=inside(state) if seat == TARGET else None,
    )


def _visible(state: State, seat: Seat) -> tuple[Seat, ...]:
    """Return who is still to act as a seat sees it.

    Who answers an offer or a question is known to the two alone, and how much chance has to do
    would tell what was asked of capitals and struck in the corridor.
    """
    queue = state.queue
    if state.awaited and seat not in queue[:2]:
        queue = queue[1:]
    if seat == WORLD or queue[:1] != (WORLD,):
        return queue
    return (WORLD, *(s for s in queue if s != WORLD))


def _stage(state: State, seat: Seat) -> str:
    """Return the part of the beat as a seat sees it: not whether there is a step to decide on."""
    own = seat in (TARGET, WORLD) or state.phase is not Phase.ECHO
    return state.stage if own or state.stage not in INNER else MONTH


_outsides = Lately[tuple[Abroad, Abroad]](64)
_worlds = Lately[Abroad](64)


def _outside(state: State) -> tuple[Abroad, Abroad]:
    """Return the world as everybody can read it, now and as the sitting found it."""
    s, now, first = state.scenario, state.abroad, state.begun
    return _outsides.get(lambda: (_outwardly(s, now), _outwardly(s, first)), s, now, first)


def _outwardly(scenario: Scenario, abroad: Abroad) -> Abroad:
    """Return the world as everybody can read it; the same world gives the same value."""
    return _worlds.get(lambda: outwardly(scenario.target, abroad), scenario, abroad)


def _known(state: State, seat: Seat) -> tuple[Event, ...]:
    s, log = state.scenario, state.log
    if seat in OUTSIDE and not is_known_outside(state.record):
        log = tuple(e for e in log if type(e) is not Speak)
    if seat in OUTSIDE and state.record.followup.notices:
        log = tuple(told_outside(e) for e in log)
    # Every decision reads the log, and most of it is for everybody: that is asked first, in line.
    return tuple([e for e in log if type(e) not in PRIVATE or _may_know(e, seat, s)])


def _may_know(event: Event, seat: Seat, scenario: Scenario) -> bool:
    audience = event.audience(scenario)
    return audience is None or seat in audience


def options(
    state: State, seat: Seat, *, menu: bool = True
) -> tuple[tuple[Action, ...], Mapping[str, Refusal]]:
    """Return every legal action on the menu, and why the other kinds are closed."""
    asked, shut = sorted_out(kinds(state.phase, seat), state)
    if not menu:
        return (), Closed(state, seat, asked, shut)
    legal: list[Action] = []
    blocked = dict(shut)
    for name, kind in asked.items():
        refusal = kind.closed(state, seat)
        if refusal is None:
            found, refusal = kind.legal(state, seat)
            legal += found
        if refusal is not None:
            blocked[name] = refusal
    return tuple(legal), blocked


_beliefs = consensus.Lately[consensus.Belief]()


def belief(observation: Observation) -> consensus.Belief:
    """Return what this seat holds possible of every brief, from what it has heard."""
    o, r = observation, observation.record
    # The public was dealt nothing and has at first heard nothing, so the scenario counts too.
    heard = (o.scenario, r.said, r.warnings, r.credibility, consensus.secrets(r))
    known = {o.seat: (o.dealt.variant, o.dealt.margin)} if o.dealt else {}
    seen = {v.number: v for v in o.versions}
    return _beliefs.get(
        lambda: consensus.believe(o.scenario, r, seen, known),
        *heard,
        also=(o.seat, *known.values(), *seen),
    )


def forecast(observation: Observation, drafts: consensus.Ints) -> consensus.Forecast:
    """Estimate a vote held today on each text, from what this seat knows.

    Args:
        drafts: option numbers, int64 (drafts, measures).
    """
    o = observation
    return consensus.forecast(o.scenario, o.record, belief(o), drafts)
