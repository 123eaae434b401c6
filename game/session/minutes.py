"""The record of a finished sitting as a paper: texts, votes, what was said, what came of it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

from game import paths, words
from game.engine import Event, Observation, recalling
from game.engine.actions import Convene, Explain, Respond, Second, Table, Withdraw
from game.engine.events import (
    BeatOpened,
    HalfOpened,
    MonthPassed,
    NoticeDecided,
    PassedOn,
    Sprung,
    StatementIssued,
    Superseded,
    SuspensionSettled,
    Tally,
    Won,
)
from game.engine.record import RIVALS
from game.engine.rooms import OPEN
from game.engine.terms import Ballot, Cause, Phase
from game.words import _, adopted, procedure

WIDTH = 78
"""Characters of a line."""


def minutes(over: Observation) -> str:
    """Return the record of a sitting: every text as printed, every vote, every explanation.

    The months after it follow, each under its day.

    Raises:
        ValueError: the sitting is not over yet.
    """
    if over.phase is not Phase.OVER:
        raise ValueError("a sitting has a record when it is over")
    return "\n".join(_lines(over)) + "\n"


def write_minutes(over: Observation, seed: int, path: Path | None = None) -> Path:
    """Write the record of a sitting to a file, and return which.

    Args:
        seed: of the game, which tells its files apart.
        path: the file; one beside the saves, named for the sitting, if not given.

    Raises:
        OSError: it cannot be written; the text is a sentence for the player.
    """
    path = path or paths.saves() / _name(over, seed)
    try:
        path.write_text(minutes(over), encoding="utf-8")
    except OSError as fault:
        why = (fault.strerror or str(fault)).lower()
        text = _("{path}: the record cannot be written there ({why})")
        raise OSError(text.format(path=path, why=why)) from fault
    return path


def _name(over: Observation, seed: int) -> str:
    s, people = over.scenario, over.people
    seats = "-".join(seat.lower() for seat in people) if len(people) < 4 else "many"
    campaign = (s.campaign.id,) if s.campaign else ()
    return "-".join((*campaign, s.id, seats or "none", str(seed), "record")) + ".txt"


def _lines(o: Observation) -> Iterator[str]:
    s, day, met = o.scenario, 0, 0
    yield from _centred(
        _("*** SIMULATION ***"), _("Security Council (simulation)"), s.title, words.date(s.date(0))
    )
    yield from _wrapped(
        _("Of a game. No word in it was said or written by any State, or is to be laid to one.")
    )
    for event in o.log:
        day = event.day if isinstance(event, BeatOpened) else day
        if _meets(event):
            yield from _meeting(o, met, event.days + day if isinstance(event, Convene) else day)
            met += 1
        yield from _told(o, event, day)
    yield ""
    yield from _centred(_("*** SIMULATION ***"))


def _meets(event: Event) -> bool:
    """Tell whether the Council meets for the record: in the open, or to vote."""
    if isinstance(event, Convene):
        return event.room == OPEN
    return isinstance(event, BeatOpened) and event.beat is Phase.VOTE


def _meeting(o: Observation, met: int, day: int) -> Iterator[str]:
    """Yield the heading of a meeting, under a number that no meeting of the Council has."""
    yield ""
    says = _("{date}: meeting {number} (simulation), S/PV.{number}")
    yield says.format(date=words.date(o.scenario.date(day)), number=recalling.FIRST + met)


def _told(o: Observation, event: Event, day: int) -> Iterator[str]:
    """Yield what an event leaves on record; most leave nothing."""
    match event:
        case Convene() | Table() | Second() | PassedOn():
            yield ""
            yield from _wrapped(words.say(event, o.scenario, record=o.record).rstrip(".") + ".")
        case Withdraw(version=version):
            yield from _withdrawn(o, version or o.blue, day)
            yield ""
            yield from _wrapped(words.say(event, o.scenario, record=o.record) + ".")
        case StatementIssued():
            yield ""
            yield from _wrapped(words.say(event, o.scenario, record=o.record) + ".")
            yield from _wrapped(f"   {_said_by(o, event)}")
        case Tally():
            yield from _counted(o, event, day)
            if event.cause is Cause.VETO:
                yield from _wrapped(procedure.assembly(o.scenario, o.log))
        case Superseded():
            yield ""
            for line in adopted.standing(o.scenario, o.log, o.text):
                yield from _wrapped(line)
        case MonthPassed():
            yield ""
            yield words.capital(words.season.month(o.scenario, event)) + "."
            yield from _wrapped(f"   {words.say(event, o.scenario)}.")
        case Respond() | HalfOpened() | NoticeDecided() | Sprung() | SuspensionSettled() | Won():
            told = words.say(event, o.scenario, record=o.record).removesuffix(".")
            yield from _wrapped(f"   {told}.")
        case Explain(reading=reading) if reading:
            yield ""
            yield from _wrapped(words.say(event, o.scenario) + ".")


def _said_by(o: Observation, event: StatementIssued) -> str:
    """Return the words in which a product went out."""
    issued = next(x for x in o.scenario.statements if x.id == event.statement)
    it = issued.softened(event.softened)
    return words.product(o.scenario, it, reworded=bool(event.softened))


def _counted(o: Observation, tally: Tally, day: int) -> Iterator[str]:
    """Yield what was voted on, a draft as it prints, then who voted how."""
    s, question = o.scenario, tally.question
    if question is None or question.kind == "draft":
        number = question.version if question else o.blue
        yield from _printed(o, number, day, is_adopted=tally.adopted)
    yield ""
    if question is not None:
        yield from _wrapped(words.capital(procedure.question(s, question)))
    yield from _wrapped(words.say(tally, s) + ".")
    for ballot in Ballot:
        cast = [seat for seat in s.seats if tally.ballots.get(seat) is ballot]
        if cast:
            names = words.capital(words.seats(s, cast))
            yield from _wrapped(f"   {words.capital(words.ballot(ballot))}: {names}.")


def _withdrawn(o: Observation, number: int, day: int) -> Iterator[str]:
    """Yield a draft that was withdrawn as it printed, unless it came to a vote all the same."""
    counted = {e.question.version for e in o.log if isinstance(e, Tally) and e.question}
    known = {v.number for v in (*o.versions, *o.rivals)}
    if number in known - counted:
        yield from _printed(o, number, day, is_adopted=False)


def _symbol(o: Observation, number: int, day: int) -> str:
    """Return the symbol of a draft: that in blue is the first of the game, rivals follow."""
    at = recalling.FIRST + (number - RIVALS if number > RIVALS else 0)
    return f"S/{o.scenario.date(day).year}/{at}"


def _resolution(o: Observation, number: int) -> int:
    """Return the number of a text that was adopted; each sitting of a campaign has its own."""
    adopted_ = [e for e in o.log if isinstance(e, Tally) and e.adopted]
    drafts = [e.question.version if e.question else o.blue for e in adopted_ if _is_draft(e)]
    return recalling.number_of(o.scenario) + drafts.index(number)


def _is_draft(tally: Tally) -> bool:
    return tally.question is None or tally.question.kind == "draft"


def _printed(o: Observation, number: int, day: int, *, is_adopted: bool) -> Iterator[str]:
    title = _("Draft resolution in blue")
    author = next((v.author for v in o.rivals if v.number == number), "")
    if number > RIVALS and author:
        title = _("Draft of {seat}").format(seat=words.the(o.scenario, author))
    title = f"{title}, {_symbol(o, number, day)}"
    sponsors = () if number > RIVALS else o.record.sponsors
    page = words.document(
        o.scenario,
        o.text(number),
        day=day,
        sponsors=sponsors,
        title=title,
        adopted=is_adopted,
        number=_resolution(o, number) if is_adopted else 0,
    )
    yield from ("", "-" * WIDTH)
    yield from (line for text in words.page(page) for line in _wrapped(text))


def _centred(*lines: str) -> Iterator[str]:
    yield from (line.center(WIDTH).rstrip() for line in lines)
    yield ""


def _wrapped(text: str) -> list[str]:
    """Return a text in lines that are not too long; what is indented stays so."""
    indent = " " * (len(text) - len(text.lstrip()))
    return textwrap.wrap(text, WIDTH, subsequent_indent=indent, break_on_hyphens=False) or [""]
