"""The log: everything this seat may know of what happened, by day, by seat, by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game import words
from game.engine.actions import (
    BY_PHASE,
    Accept,
    Amend,
    Ask,
    AskDelay,
    AskExtension,
    AskFlexibility,
    AskNeeds,
    Back,
    BreakSilence,
    CastVote,
    Circulate,
    Close,
    CoSponsor,
    DealBrief,
    DealDoctrine,
    Decline,
    DemandSight,
    Divide,
    EndRound,
    Explain,
    ExplainHome,
    Grant,
    Insist,
    Move,
    Object,
    Occur,
    Offer,
    Oppose,
    PointOfOrder,
    PutInBlue,
    Refuse,
    Reply,
    Respond,
    Rule,
    Say,
    Second,
    SendCable,
    SetClause,
    SetDate,
    Sight,
    Silence,
    Speak,
    StandBy,
    Table,
    TellNeeds,
    Warn,
    Withdraw,
)
from game.engine.events import (
    AskIgnored,
    AskLifted,
    AssemblyDebate,
    BeatOpened,
    Bluffed,
    CableSettled,
    Crossed,
    DateMissed,
    DealStruck,
    Enforced,
    Event,
    GotOut,
    HalfOpened,
    Inherited,
    MonthPassed,
    NobodyWon,
    NoticeDecided,
    PledgeLapsed,
    PledgeSettled,
    ReadingBroken,
    Rumour,
    SilenceKept,
    Sprung,
    SuspensionSettled,
    TalksStrained,
    Tally,
    TradeNamed,
    Unmasked,
    VetoPaid,
    VoiceHeard,
    Won,
    WordBroken,
    WordingReopened,
)
from game.engine.observation import Observation
from game.engine.terms import Phase, Seat
from game.ui.ending.motives import telling
from game.ui.messages import Pick, Picks
from game.ui.parts.frame import back_to_play, frame
from game.ui.parts.seats import seat_name
from game.ui.widgets import (
    Button,
    Column,
    Flag,
    Panel,
    Row,
    Run,
    Scroll,
    Spacer,
    Text,
    Toggle,
    Widget,
)
from game.words import _, capital, plural
from game.words.language import later

TITLE = later("Log")
ACTS_OF_MONTHS = tuple(kind for kind in BY_PHASE[Phase.ECHO] if kind is not StandBy)
"""What is done in the months after a vote: by the target, by members, in the Committee."""
CAME_OF_THEM = (
    *(Enforced, VoiceHeard, TradeNamed, NobodyWon, MonthPassed, Crossed, Sprung, TalksStrained),
    *(HalfOpened, Won, NoticeDecided, SuspensionSettled, ReadingBroken, Inherited, AssemblyDebate),
)
"""What the months brought by themselves."""
KINDS: Mapping[str, tuple[str, tuple[type[Event], ...]]] = {
    "all": (later("Everything"), ()),
    "said": (later("Phrases"), (Say, Speak, CoSponsor, StandBy)),
    "asked": (
        later("Requests"),
        (Ask, Grant, Refuse, AskIgnored, PledgeSettled, Back, Oppose, Warn, DemandSight),
    ),
    "deals": (
        later("Deals"),
        (
            *(Offer, Accept, Decline, AskNeeds, TellNeeds, DealStruck),
            *(AskLifted, PledgeSettled, PledgeLapsed, Rumour, GotOut),
            *(Bluffed, Unmasked, WordBroken),
        ),
    ),
    "home": (
        later("The capital"),
        (DealBrief, SendCable, AskFlexibility, Reply, ExplainHome, CableSettled),
    ),
    "text": (
        later("The text"),
        (
            *(SetClause, Circulate, Close, Silence, AskExtension, BreakSilence, SilenceKept),
            *(WordingReopened, SetDate, DateMissed, PutInBlue),
        ),
    ),
    "world": (later("Outside the room"), (Occur, *ACTS_OF_MONTHS, *CAME_OF_THEM)),
    "vote": (
        later("The vote"),
        (
            *(Insist, AskDelay, Withdraw, Move, Amend, Divide, PointOfOrder, Rule, Object, Second),
            *(Table, Tally, VetoPaid, CastVote, Explain, WordBroken),
        ),
    ),
}
"""Filters: what is shown, and which events that is; none is all of them."""
SILENT = (EndRound, DealStruck)
"""Events that nobody needs to read: an answer says already that a deal was struck."""

Opened = BeatOpened | MonthPassed | None
"""What opens a stretch of the log: a beat, a month after the vote, or nothing before the first."""


def available(observation: Observation | None) -> bool:
    """Tell whether anything has happened."""
    return observation is not None and bool(observation.log)


def view(observation: Observation, picks: Picks) -> Widget:
    """Show the events beat by beat, each under the day it began."""
    o = observation
    kind, seat = picks.get("kind", "all"), picks.get("of", "")
    newest = picks.get("newest", True)
    rows = tuple(_rows(o, picks, kind, seat, newest=newest))
    if not rows:
        rows = (Text(_("Nothing of this kind yet."), tone="muted"),)
    is_over = o.phase is Phase.OVER
    if is_over:
        asks = _("The cards are open: press a line, and it tells why it was done.")
        rows = (Text(asks, size="small", tone="muted"), Spacer(8, flex=0), *rows)
    body: Widget = Column(rows, gap=0 if is_over else 5)
    if not picks.house.is_narrow:
        body = Scroll("log lines", body)
    columns = (
        Panel("", (body,), name="log", flex=8, min_width=380),
        _filters(o, kind, seat, newest=newest),
    )
    body = Row(columns, gap=16, align="stretch", flex=1)
    return frame(o, picks, body, end=(back_to_play(o),))


def _filters(o: Observation, kind: str, seat: Seat, *, newest: bool) -> Widget:
    kinds = tuple(
        Button(_(title), Pick("kind", id), look="tab", selected=id == kind, name=f"kind {id}")
        for id, (title, _events) in KINDS.items()
    )
    everyone = Button(_("All seats"), Pick("of", ""), look="tab", selected=not seat, name="of all")
    seats = tuple(
        Button(
            seat_name(o, id),
            Pick("of", id),
            look="tab",
            lead=Flag(id, height=12),
            selected=id == seat,
            name=f"of {id}",
        )
        for id in o.scenario.seats
    )
    return Panel(
        _("Show"),
        (
            Row(kinds, gap=4, wrap=True),
            Spacer(6, flex=0),
            Text(_("Of whom"), size="label", tone="muted"),
            Row((everyone, *seats), gap=4, wrap=True),
            Spacer(6, flex=0),
            Toggle(_("Newest first"), newest, Pick("newest"), name="newest"),
        ),
        name="filters",
        flex=3,
        min_width=250,
    )


def _rows(o: Observation, picks: Picks, kind: str, seat: Seat, *, newest: bool) -> Iterator[Widget]:
    """Yield the lines beat by beat, then month by month, each under its day and in their order."""
    wanted = KINDS.get(kind, KINDS["all"])[1]
    beats: list[tuple[Opened, list[tuple[int, Event]]]] = [(None, [])]
    for place, event in enumerate(o.log):
        if isinstance(event, BeatOpened | MonthPassed):
            beats.append((event, []))
        if isinstance(event, BeatOpened):
            continue
        if (
            not words.is_told(event, o.log)
            or _is_silent(event)
            or (wanted and not isinstance(event, wanted))
        ):
            continue
        if not seat or seat in _involved(o, event):
            beats[-1][1].append((place, event))
    for opened, events in reversed(beats) if newest else beats:
        if events:
            yield _day(o, opened)
            for place, event in events:
                yield telling(o, picks, place, _line(o, event))


def _is_silent(event: Event) -> bool:
    """Tell whether an event says nothing: a turn that ended, no cable that came, no sign seen."""
    empty = (isinstance(event, SendCable) and not event.sent) or (
        isinstance(event, Sight) and not event.clue
    )
    return isinstance(event, SILENT) or empty


def _day(o: Observation, event: Opened) -> Widget:
    if event is None:
        return Text(_("Before the sitting"), font="serif", size="lead", bold=True)
    if isinstance(event, MonthPassed):
        beat = plural("One month after the vote", "{count} months after the vote", event.month)
    else:
        beat = words.beat(event.beat)
        if event.round:
            beat = _("{beat}, round {n}").format(beat=beat, n=event.round)
    title = words.day(o.scenario, event.day)
    return Column(
        (
            Spacer(8, flex=0),
            Text(
                (Run(title, bold=True), Run(f"  ·  {beat}", tone="muted")),
                font="serif",
                size="lead",
            ),
        ),
        gap=2,
    )


def _involved(o: Observation, event: Event) -> tuple[Seat, ...]:
    """Return the seats that an event is about."""
    found = [getattr(event, "seat", ""), getattr(event, "to", "")]
    if isinstance(event, Grant | Refuse) and event.ask <= len(o.record.asks):
        found.append(o.record.asks[event.ask - 1].seat)
    found += getattr(event, "seats", ())
    return tuple(seat for seat in found if seat)


def _line(o: Observation, event: Event) -> Widget:
    seat = getattr(event, "seat", "")
    if isinstance(event, DealBrief):
        seat = event.to
    flag: Widget = Flag(seat, height=13) if seat in o.scenario.seats else Spacer(17, flex=0)
    draft = o.draft or {}
    says = words.say(event, o.scenario, record=o.record, draft=draft)
    own = seat == o.seat and bool(o.seat)
    outside = isinstance(event, Occur | Sight | Respond | DealDoctrine)
    text = Text(capital(says), bold=own, italic=outside, flex=1)
    return Row((flag, text), gap=10)
