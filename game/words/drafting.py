"""Sentences about the text: what the pen writes and answers, how it settles, silence, blue."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.actions import (
    AskDelay,
    AskExtension,
    BreakSilence,
    Circulate,
    Close,
    EndRound,
    Grant,
    Insist,
    KeepSilence,
    ProposeEdit,
    PutInBlue,
    Refuse,
    SetClause,
    SetDate,
    Silence,
    TakeEdit,
    Withdraw,
)
from game.engine.events import Event, WordingReopened
from game.engine.record import Record
from game.engine.scenario import Scenario
from game.engine.terms import Seat
from game.words import names
from game.words.clauses import asked, said_otherwise, with_words
from game.words.language import _, listed


def who_what(s: Scenario, seat: Seat, measure: str, level: int = 0) -> Mapping[str, str]:
    """Return the words of a seat that begins a sentence, a measure and its level."""
    return {
        "seat": names.begin(s, seat),
        "measure": names.measure(s, measure),
        "level": names.level(s, measure, level),
    }


def drafted(event: Event, s: Scenario, record: Record | None) -> str:
    """Return what the pen did to its text, or answered."""
    match event:
        case SetClause(seat, measure, 0):
            return _("{seat} takes {measure} out of its working text").format(
                **who_what(s, seat, measure)
            )
        case SetClause(seat, measure, level):
            words = who_what(s, seat, measure, level)
            if other := [f"*{part}*" for part in said_otherwise(s, event.clause)]:
                text = _("{seat} writes {measure}: {level}, with {words}")
                return text.format(**words, words=listed(other))
            return _("{seat} writes {measure}: {level}").format(**words)
        case Circulate(seat, circle):
            shown = names.circle(s, circle)
            return _("{seat} shows a text to {circle}").format(
                seat=names.begin(s, seat), circle=shown
            )
        case Grant(seat, ask):
            return _("{seat} grants {what}").format(
                seat=names.begin(s, seat), what=_request(s, ask, record)
            )
        case Refuse(seat, ask, None, because=because):
            words = {"seat": names.begin(s, seat), "what": _request(s, ask, record)}
            if not because:
                return _("{seat} refuses {what}").format(**words)
            if because == seat:
                return _("{seat} refuses {what}: its own capital would not have it").format(**words)
            return _("{seat} refuses {what}: it would lose {other} by it").format(
                **words, other=names.the(s, because)
            )
        case Refuse(seat, ask, int(counter), words_):
            return _("{seat} refuses {what} and offers “{counter}” instead").format(
                seat=names.begin(s, seat),
                what=_request(s, ask, record),
                counter=with_words(s, _counter(s, ask, counter, record), words_),
            )
        case PutInBlue(seat, True):
            return _("{seat} puts the text in blue and asks for a vote on the same day").format(
                seat=names.begin(s, seat)
            )
        case PutInBlue(seat):
            return _("{seat} puts the text in blue; the vote is on the next day").format(
                seat=names.begin(s, seat)
            )
        case SetDate(seat, number):
            return _("{seat} says it will have its text in blue by {day} at the latest").format(
                seat=names.begin(s, seat), day=names.day(s, number * s.stride_days)
            )
        case EndRound(seat):
            return _("{seat} ends its round").format(seat=names.begin(s, seat))
    raise AssertionError(event)


def by_date(s: Scenario, record: Record) -> str:
    """Return by when the pen said its text is in blue; empty where it set no date."""
    if not (date := record.settling.date):
        return ""
    return _("in blue by {day}").format(day=names.date(s.date(date * s.stride_days)))


def settled(event: Event, s: Scenario) -> str:
    """Return what became of a text on its way to the vote."""
    match event:
        case Close(seat, measure):
            return _("{seat} proposes {measure} as agreed").format(**who_what(s, seat, measure))
        case Insist(seat):
            return _("{seat} insists on the 24 hours; the vote is on the next day").format(
                seat=names.begin(s, seat)
            )
        case AskDelay(seat):
            return _("{seat} asks for an hour's delay of the vote").format(
                seat=names.begin(s, seat)
            )
        case ProposeEdit(seat, measure):
            return _("{seat} proposes at the door a small edit to {measure}").format(
                **who_what(s, seat, measure)
            )
        case TakeEdit(seat, of):
            return _("{seat} takes the edit of {of} by oral revision").format(
                seat=names.begin(s, seat), of=names.the(s, of)
            )
        case Withdraw(seat, version) if version:
            return _("{seat} withdraws the draft of its own").format(seat=names.begin(s, seat))
        case Withdraw(seat):
            return _("{seat} withdraws the text before a vote").format(seat=names.begin(s, seat))
    raise AssertionError(event)


def silenced(event: Event, s: Scenario) -> str:
    """Return what happened under silence."""
    match event:
        case Silence(seat, hours):
            return _("{seat} puts the text under silence for {hours} hours").format(
                seat=names.begin(s, seat), hours=hours
            )
        case KeepSilence(seat):
            return _("{seat} keeps silence").format(seat=names.begin(s, seat))
        case AskExtension(seat):
            return _("{seat} asks for instructions; the deadline moves by a day").format(
                seat=names.begin(s, seat)
            )
        case BreakSilence(seat, ""):
            return _("{seat} breaks silence and names no clause").format(seat=names.begin(s, seat))
        case BreakSilence(seat, measure, level):
            return _("{seat} breaks silence; it wants {clause}").format(
                seat=names.begin(s, seat), clause=names.clause(s, measure, level)
            )
        case WordingReopened(measures):
            clauses = listed([names.measure(s, id) for id in measures])
            return _("The text changes what was agreed under silence: {clauses}").format(
                clauses=clauses
            )
    raise AssertionError(event)


def _request(s: Scenario, ask: int, record: Record | None) -> str:
    if record is None or not 1 <= ask <= len(record.asks):
        return _("request {number}").format(number=ask)
    found = record.asks[ask - 1]
    return _("the request of {seat} for “{clause}”").format(
        seat=names.the(s, found.seat), clause=asked(s, found)
    )


def _counter(s: Scenario, ask: int, counter: int, record: Record | None) -> str:
    if record is None or not 1 <= ask <= len(record.asks):
        return _("level {number}").format(number=counter)
    return names.level(s, record.asks[ask - 1].measure, counter)
