"""What passes between two delegations, and between a delegation and its capital, in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.engine.actions import (
    Accept,
    AskFlexibility,
    AskNeeds,
    Decline,
    Explain,
    ExplainHome,
    GetOut,
    Offer,
    Overhear,
    Reply,
    SendCable,
    TellNeeds,
)
from game.engine.events import (
    AskLifted,
    BeatOpened,
    Bluffed,
    CableSettled,
    DateMissed,
    DealStruck,
    Event,
    GotOut,
    PledgeLapsed,
    PledgeSettled,
    ReadingBroken,
    Rumour,
    Unmasked,
    WordBroken,
)
from game.engine.record import Term
from game.engine.scenario import Scenario
from game.engine.terms import Circle, Phase, Seat
from game.words import names, rooms
from game.words.bargain import term, terms
from game.words.language import _, later, listed


def dealt(event: Event, s: Scenario) -> str:
    """Return what two delegations did with each other, or said of it."""
    match event:
        case Offer(seat, to, give, take):
            return _("{seat} offers {to} {give}, for {take}").format(
                **_two(s, seat, to), give=terms(s, give), take=terms(s, take)
            )
        case Accept(seat, to):
            return _("{seat} accepts what {to} offers").format(**_two(s, seat, to))
        case Decline():
            return _declined(event, s)
        case AskNeeds(seat, to):
            return _("{seat} asks {to} what it needs").format(**_two(s, seat, to))
        case TellNeeds():
            return _needs(event, s)
        case DealStruck(seat, to):
            return _("{seat} and {to} have a deal").format(**_two(s, seat, to))
        case AskLifted(seat, measure):
            return _("{seat} no longer asks for a change on {measure}").format(
                seat=names.begin(s, seat), measure=names.measure(s, measure)
            )
        case PledgeSettled():
            return _settled(event, s)
        case PledgeLapsed():
            return _lapsed(event, s)
        case Rumour():
            return _rumour(event, s)
        case GetOut(_seat, room, _number, out):
            text = _("Word gets out of {room}") if out else _("No word gets out of {room}")
            return text.format(room=_(rooms.NAMES[room]))
        case GotOut():
            return _got_out(event, s)
        case Unmasked(seat, "phrase"):
            return _("{seat} changes its tone, and nobody can see why").format(
                seat=names.begin(s, seat)
            )
        case Unmasked(seat, "moved", measure):
            return _("{seat} takes back its word on {measure}, and nobody can see why").format(
                seat=names.begin(s, seat), measure=names.measure(s, measure)
            )
        case Bluffed(seat, "phrase"):
            return _("{seat} says more than its instructions do: a bluff").format(
                seat=names.begin(s, seat)
            )
        case Bluffed(seat, _about, measure):
            return _("{seat} could bear {measure} after all: its warning is a bluff").format(
                seat=names.begin(s, seat), measure=names.measure(s, measure)
            )
        case Unmasked(seat, _about, measure):
            return _("{seat} goes along with {measure}, of which it had warned").format(
                seat=names.begin(s, seat), measure=names.measure(s, measure)
            )
    raise AssertionError(event)


def _two(s: Scenario, seat: str, to: str) -> dict[str, str]:
    return {"seat": names.begin(s, seat), "to": names.the(s, to)}


def _declined(event: Decline, s: Scenario) -> str:
    two = _two(s, event.seat, event.to)
    if event.give or event.take:
        return _("{seat} declines what {to} offers; it would give {give}, for {take}").format(
            **two, give=terms(s, event.give), take=terms(s, event.take)
        )
    if event.red_line:
        return _(
            "{seat} declines what {to} offers: on {measure} there is no wording for it"
        ).format(**two, measure=names.measure(s, event.red_line))
    return _("{seat} declines what {to} offers; there is no wording").format(**two)


def _needs(event: TellNeeds, s: Scenario) -> str:
    two = _two(s, event.seat, event.to)
    if event.about:
        return _("{seat} tells {to} that its difficulty is {measure}").format(
            **two, measure=names.measure(s, event.about)
        )
    if event.category:
        return _("{seat} tells {to} that its difficulty lies under “{category}”").format(
            **two, category=names.category(event.category)
        )
    return _("{seat} tells {to} that it needs nothing more").format(**two)


_CLAUSES: Mapping[tuple[bool, bool], str] = {
    (True, False): later("The promise to {seat} on {measure} is kept"),
    (False, False): later("The promise to {seat} on {measure} is broken"),
    (True, True): later("The promise to {seat} on {measure} is kept after all, by a late change"),
    (False, True): later(
        "The promise to {seat} on {measure} is broken by a late change; the text had kept it before"
    ),
}
"""Whether a promise of a clause was kept, and whether that is another end than it had before."""


def overtaken(log: Sequence[Event]) -> tuple[PledgeSettled, ...]:
    """Return how promises had ended that came to another end when the text was revised.

    Only the end that stands is told.
    """
    found: list[PledgeSettled] = []
    ends: dict[tuple[Seat, Seat, str, bool], PledgeSettled] = {}
    for event in log:
        if isinstance(event, PledgeSettled) and event.kind == "clause":
            by, to, measure, kept = event.by, event.to, event.measure, event.kept
            ends[by, to, measure, kept] = event
            if event.again and (by, to, measure, not kept) in ends:
                found.append(ends.pop((by, to, measure, not kept)))
    return tuple(found)


def is_told(event: Event, log: Sequence[Event]) -> bool:
    """Tell whether an event is still how it ended: a promise may have come to another end.

    That somebody says nothing after a vote that it has explained before is none.
    """
    if isinstance(event, Explain) and not event.reading:
        return not _has_explained(event.seat, log)
    return not isinstance(event, PledgeSettled) or all(event is not it for it in overtaken(log))


def _has_explained(seat: Seat, log: Sequence[Event]) -> bool:
    """Tell whether a seat has explained its vote since the last meeting on the text began."""
    for event in reversed(log):
        if isinstance(event, Explain) and event.seat == seat and event.reading:
            return True
        if isinstance(event, BeatOpened) and event.beat is Phase.VOTE:
            return False
    return False


def _settled(event: PledgeSettled, s: Scenario) -> str:
    fields = {"seat": names.the(s, event.to), "measure": names.measure(s, event.measure)}
    if event.kind == "clause":
        return _(_CLAUSES[event.kept, event.again]).format(**fields)
    # What exactly was promised is known to the two; the room hears that it was, and on what.
    what = _about(event, s)
    text = (
        _("{by} keeps what it promised {seat}: {what}")
        if event.kept
        else _("{by} breaks what it promised {seat}: {what}")
    )
    return text.format(seat=fields["seat"], by=names.begin(s, event.by), what=what)


def _lapsed(event: PledgeLapsed, s: Scenario) -> str:
    text = (
        _("A promise for this text to {seat} lapses, since what is in force has overtaken it")
        if event.by == s.penholder
        else _("A promise for this text to {seat} lapses, since another member drafts it")
    )
    about = names.measure(s, event.measure) if s.has(event.measure) else ""
    return ": ".join(part for part in (text.format(seat=names.the(s, event.to)), about) if part)


def _about(event: PledgeSettled, s: Scenario) -> str:
    if event.kind == "vote":
        return _("its vote")
    if event.kind in ("lift", "next_text"):
        return names.measure(s, event.measure)
    return term(s, Term(event.kind, item=event.item))


def _rumour(event: Rumour, s: Scenario) -> str:
    seats = listed([names.the(s, seat) for seat in event.seats])
    if not event.measures:
        return _("In the corridor they say that {seats} have come to terms").format(seats=seats)
    about = listed([names.measure(s, m) for m in event.measures])
    return _("In the corridor they say that {seats} have come to terms on {about}").format(
        seats=seats, about=about
    )


def _got_out(event: GotOut, s: Scenario) -> str:
    if not event.number:
        return _("What was said in the closed consultations is in the papers")
    who = names.circle(s, Circle(event.room))
    if not event.measures:
        return _("In the corridor they say what is in the text that was shown to {who}").format(
            who=who
        )
    about = listed([names.measure(s, m) for m in event.measures])
    return _("In the corridor they say what the text shown to {who} is about: {about}").format(
        who=who, about=about
    )


def broken(event: WordBroken | ReadingBroken | DateMissed, s: Scenario) -> str:
    """Return that a seat did otherwise than it had said: in the vote, by its date, or in report."""
    if isinstance(event, DateMissed):
        says = _("{seat} lets the date that it had set pass without a vote")
        return says.format(seat=names.begin(s, event.seat))
    says = _("{seat} had called the text a duty in full; its report falls short of that")
    if isinstance(event, WordBroken):
        says = _("{seat} voted otherwise than it had said")
    return says.format(seat=names.begin(s, event.seat))


def cabled(event: Event, s: Scenario) -> str:
    """Return what passed between a delegation and its capital, or was overheard."""
    match event:
        case AskFlexibility(seat, measure):
            return _("{seat} asks its capital for more room on {measure}").format(
                seat=names.begin(s, seat), measure=names.measure(s, measure)
            )
        case ExplainHome(seat, cable):
            wanted = next((c.text for c in s.cables if c.id == cable), cable)
            return _("{seat} explains to its capital what it did not carry out: {text}").format(
                seat=names.begin(s, seat), text=wanted
            )
        case SendCable(_seat, cable, sent):
            found = next((c for c in s.cables if c.id == cable), None)
            if not sent or found is None:
                return _("No new instructions come")
            return _("A cable reaches {to}: {text}").format(
                to=names.the(s, found.to), text=found.text
            )
        case Reply(_seat, to, granted):
            text = (
                _("The capital of {to} leaves it more room")
                if granted
                else _("The capital of {to} leaves it no more room")
            )
            return text.format(to=names.the(s, to))
        case Overhear(_seat, one, other, _offer, heard):
            text = (
                _("Somebody hears of the deal between {one} and {other}")
                if heard
                else _("Nobody hears of the deal between {one} and {other}")
            )
            return text.format(one=names.the(s, one), other=names.the(s, other))
        case CableSettled(seat, cable, done):
            wanted = next((c.text for c in s.cables if c.id == cable), cable)
            text = (
                _("{seat} has carried out its cable: {text}")
                if done
                else _("{seat} has not carried out its cable: {text}")
            )
            return text.format(seat=names.begin(s, seat), text=wanted)
    raise AssertionError(event)
