"""What concerns one seat among all that happened since it last looked: at most five lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from game import words
from game.engine import Event, Observation
from game.engine.actions import (
    Accept,
    Action,
    Ask,
    Back,
    Block,
    BreakSilence,
    Convene,
    CoSponsor,
    Decline,
    DemandSight,
    Grant,
    Insist,
    Occur,
    Offer,
    Oppose,
    ProposeEdit,
    PutInBlue,
    Refuse,
    Reply,
    Schedule,
    Second,
    SendCable,
    SetDate,
    Sight,
    Silence,
    Table,
    TakeEdit,
    TellNeeds,
    Warn,
    Withdraw,
)
from game.engine.events import (
    AskIgnored,
    GotOut,
    GuestHeard,
    PledgeSettled,
    Rumour,
    StatementIssued,
    Tally,
    Unmasked,
    WordingReopened,
)
from game.engine.terms import TARGET, Seat
from game.words import _

MOST = 5
"""Lines of a digest; the rest is in the log."""

CHANGES = 3
"""Lines on how the text moved."""
MOVES = {"+": "▲", "-": "▼", "~": "~"}
"""Sign of a change -> as it is printed: stronger, weaker, other words."""

TELLING = (
    *(
        SetDate,
        Withdraw,
        Second,
        BreakSilence,
        WordingReopened,
        TakeEdit,
        Schedule,
        Insist,
        Silence,
        Warn,
    ),
    *(Grant, CoSponsor, Refuse, Oppose, Ask, Back),
)
"""Public acts of others, what tells most first."""

KINDS = ("cable", "to_me", "phrase", "text", "rumour", "shock", "public")
"""In the order in which they are told."""


@frozen
class Note:
    """One line of a digest.

    kind: one of `KINDS`.
    text: the line.
    measure: the clause it is about, if any, so that a key can jump there.
    """

    kind: str
    text: str
    measure: str = ""


def news(before: Observation, after: Observation) -> tuple[Note, ...]:
    """Return at most five lines on what happened between two looks of one seat.

    One line of each kind comes first; what room is left goes to the kinds in their order.
    """
    fresh = [e for e in after.log[len(before.log) :] if words.is_told(e, after.log)]
    told = {
        "cable": tuple(_from_home(fresh, after)),
        "to_me": tuple(_to_me(fresh, after)),
        "phrase": tuple(_phrases(before, after)),
        "text": tuple(_text(before, after)),
        "rumour": tuple(_rumours(fresh, after)),
        "shock": tuple(_shocks(fresh, after)),
        "public": tuple(_public(fresh, after)),
    }
    counts = dict.fromkeys(KINDS, 0)
    for _turn in range(MOST):
        waiting = [k for k in KINDS if counts[k] < len(told[k])]
        if waiting and sum(counts.values()) < MOST:
            counts[min(waiting, key=lambda k: (min(counts[k], 1), KINDS.index(k)))] += 1
    return tuple(note for kind in KINDS for note in told[kind][: counts[kind]])


def standing_notes(done: Sequence[Action], o: Observation) -> tuple[Note, ...]:
    """Return a line for each act that was left to one's own standing instructions."""
    text = _("By your standing instructions: {what}")
    return tuple(
        Note("to_me", text.format(what=_say(a, o)), _measure(a, o))
        for a in done
        if a.seat == o.seat
    )


def _say(event: Event, o: Observation) -> str:
    return words.say(event, o.scenario, record=o.record, draft=o.draft, now=True)


def _others(fresh: Sequence[Event], o: Observation) -> Iterator[Event]:
    return (e for e in fresh if getattr(e, "seat", None) != o.seat or not isinstance(e, Action))


def _measure(event: Event, o: Observation) -> str:
    if isinstance(event, Grant | Refuse) and event.ask <= len(o.record.asks):
        return o.record.asks[event.ask - 1].measure
    return getattr(event, "measure", "")


def _note(kind: str, event: Event, o: Observation) -> Note:
    return Note(kind, _say(event, o), _measure(event, o))


def _to_me(fresh: Sequence[Event], o: Observation) -> Iterator[Note]:
    mine = [e for e in _others(fresh, o) if _concerns(e, o)]
    answers = [e for e in mine if not isinstance(e, Ask | DemandSight)]
    yield from (_note("to_me", e, o) for e in answers)
    waiting = {(a.seat, a.clause) for a in o.record.asks if a.status == "open"}
    asks = [e for e in mine if isinstance(e, Ask) and (e.seat, e.clause) in waiting]
    yield from _many(asks, _("{count} requests wait for you, from {seats}"), o)
    yield from _many(
        [e for e in mine if isinstance(e, DemandSight) and not _has_seen(o, e.seat)],
        _("{count} ask in writing to see the text: {seats}"),
        o,
    )


def _has_seen(o: Observation, seat: Seat) -> bool:
    """Tell whether a delegation was shown a text, so that what it asked for is met."""
    return any(seat in o.scenario.circle(shown.circle) for shown in o.record.showings)


def _many(events: Sequence[Ask | DemandSight], text: str, o: Observation) -> Iterator[Note]:
    """Tell up to three one by one, more in one line."""
    if len(events) <= 3:
        yield from (_note("to_me", e, o) for e in events)
        return
    who = dict.fromkeys(e.seat for e in events)
    yield Note("to_me", text.format(count=len(events), seats=words.seats(o.scenario, who)))


def _concerns(event: Event, o: Observation) -> bool:
    match event:
        case Grant(_seat, ask) | Refuse(_seat, ask):
            return ask <= len(o.record.asks) and o.record.asks[ask - 1].seat == o.seat
        case AskIgnored(seat):
            return seat == o.seat
        case PledgeSettled(to):
            return to == o.seat
        case Ask() | DemandSight() | BreakSilence() | ProposeEdit():
            return o.is_pen
        case Offer() | Accept() | Decline() | TellNeeds():
            return event.to == o.seat
        case TakeEdit(_seat, of):
            return of == o.seat
    return False


def _phrases(before: Observation, after: Observation) -> Iterator[Note]:
    s, was = after.scenario, before.record.phrases
    for seat in s.permanent:
        now = after.record.phrases.get(seat)
        if seat == after.seat or now is None or was.get(seat) is now:
            continue
        text = words.said(s, seat, now)
        if seat in was:
            text += _(" (before: {phrase})").format(phrase=words.phrase(was[seat]))
        yield Note("phrase", text)


def _text(before: Observation, after: Observation) -> Iterator[Note]:
    fresh = after.log[len(before.log) :]
    for event in fresh:
        if isinstance(event, Table) and event.seat != after.seat:
            yield Note("text", words.procedure.tabled(event, after.scenario, CHANGES))
        if isinstance(event, StatementIssued) or (
            isinstance(event, Block) and event.seat != after.seat
        ):
            yield _note("text", event, after)
    if any(isinstance(e, Tally) for e in fresh) or after.is_pen:
        return
    s, shown = after.scenario, after.record.showings
    if len(shown) == len(before.record.showings):
        return
    if any(isinstance(e, PutInBlue) for e in fresh):
        soon = after.record.settling.blue.soon
        today = _("The text is in blue; the vote is on this day, unless somebody insists")
        custom = _("The text is in blue; the vote is on the next day")
        yield Note("text", today if soon else custom)
    elif after.versions == before.versions:
        circle = words.circle(s, shown[-1].circle)
        text = _("A text was shown to {circle}; you have not seen it")
        yield Note("text", text.format(circle=circle))
        return
    if before.draft is None:
        outside = _("The text is known outside for the first time")
        inside = _("You are shown the text for the first time")
        yield Note("text", outside if after.seat == TARGET else inside)
        return
    changes = words.diff(s, before.draft, after.draft or {})
    if not changes:
        yield Note("text", _("The text is shown again, unchanged"))
        return
    # The last line that there is room for counts what has none of its own.
    told = changes if len(changes) <= CHANGES else changes[: CHANGES - 1]
    for change in told:
        yield Note("text", f"{MOVES[change.sign]} {change.text}", change.measure)
    if rest := len(changes) - len(told):
        more = words.plural(
            "{count} further change of the text", "{count} further changes of the text", rest
        )
        yield Note("text", more)


def _shocks(fresh: Sequence[Event], o: Observation) -> Iterator[Note]:
    happened = [e for e in fresh if isinstance(e, Occur)]
    seen = [e for e in fresh if isinstance(e, Sight)]
    yield from (_note("shock", e, o) for e in (*happened, *seen))


def _from_home(fresh: Sequence[Event], o: Observation) -> Iterator[Note]:
    """Tell what the capital has sent: cables, and answers to what it was asked."""
    for event in fresh:
        if isinstance(event, SendCable) and event.sent:
            text = next(c.text for c in o.scenario.cables if c.id == event.cable)
            yield Note("cable", text)
        elif isinstance(event, Reply) and event.to == o.seat:
            yield _note("cable", event, o)


def _rumours(fresh: Sequence[Event], o: Observation) -> Iterator[Note]:
    """Tell what is said in the corridor, and whose word turned out not to be meant."""
    heard = (e for e in fresh if isinstance(e, Rumour | GotOut | Unmasked))
    yield from (_note("rumour", e, o) for e in heard if o.seat not in _whose(e))


def _whose(event: Rumour | GotOut | Unmasked) -> tuple[str, ...]:
    if isinstance(event, GotOut):
        return ()
    return event.seats if isinstance(event, Rumour) else (event.seat,)


def _public(fresh: Sequence[Event], o: Observation) -> Iterator[Note]:
    """Tell how a meeting opened, then what others did among themselves by how much it tells."""
    yield from (_note("public", e, o) for e in _others(fresh, o) if _opened(e))
    rank = {kind: at for at, kind in enumerate(TELLING)}
    heard = [e for e in _others(fresh, o) if type(e) in rank and not _concerns(e, o)]
    permanent = o.scenario.permanent
    heard.sort(key=lambda e: (rank[type(e)], getattr(e, "seat", "") not in permanent))
    yield from (_note("public", e, o) for e in heard)


def _opened(event: Event) -> bool:
    """Tell whether an event is how a meeting opened: its room, a vote on its agenda, a guest."""
    if isinstance(event, Tally):
        return event.question is not None and event.question.kind in ("agenda", "invitation")
    return isinstance(event, Convene | GuestHeard)
