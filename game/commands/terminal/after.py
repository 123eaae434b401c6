"""What can be read in the terminal when a sitting is over: why each act was done; the record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from game import words
from game.commands.terminal import pages
from game.commands.terminal.reading import Misread, number, seat
from game.engine import Action, Event, Observation, Seat
from game.engine.terms import TARGET, Phase
from game.session import Session, motives, write_minutes
from game.words import _
from game.words.language import later

HELP: Mapping[str, str] = {
    "why NUMBER|SEAT": later("when all is over: why an act of the log was done, or each of a seat"),
    "record [FILE]": later("when all is over: write the texts, votes and explanations to a file"),
}
"""Word -> what it shows."""


def opened() -> Iterator[str]:
    """Yield what can be read now."""
    yield ""
    yield _("The cards are open. 'log' numbers what happened, 'why NUMBER' tells why it was done.")
    yield _("'record' writes the texts, votes and explanations to a file.")


def log(o: Observation) -> Iterator[str]:
    """Yield everything this seat may know; when it is all over, with the numbers for `why`."""
    if o.phase is not Phase.OVER:
        yield from pages.everything(o)
        return
    for place, event in enumerate(o.log):
        yield from _numbered(o, place, event)


def _numbered(o: Observation, place: int, event: Event) -> Iterator[str]:
    """Yield the line of an event with its number; headings have none, and idle turns no line."""
    for line in pages.log(o, [event]):
        yield f"{place + 1:4}  {line.strip()}" if line.startswith(" ") else line


def why(o: Observation, typed: Sequence[str]) -> Iterator[str]:
    """Yield why one act was done, or every act of a seat.

    Raises:
        Misread: no number of the log was typed, and no seat; or the sitting is not over.
    """
    if o.phase is not Phase.OVER:
        raise Misread(_("Why others act as they do is told when the sitting is over."))
    if not typed:
        raise Misread(_("expected: {shape}").format(shape=_("why NUMBER, as in 'log', or SEAT")))
    if not typed[0].isdigit():
        return _whys(o, seat(o, typed, (TARGET,))[0])
    place = number(typed[0], _("number of the log")) - 1
    if not 0 <= place < len(o.log):
        raise Misread(_("expected 1 to {last}; 'log' shows them").format(last=len(o.log)))
    return _why(o, place)


def _why(o: Observation, place: int) -> Iterator[str]:
    event = o.log[place]
    yield f"{place + 1:4}  {words.say(event, o.scenario, record=o.record, draft=o.draft)}"
    yield from (f"      {said}" for _at, said in motives(o, place, place))


def _whys(o: Observation, whose: Seat) -> Iterator[str]:
    for place, said in motives(o, 0, len(o.log) - 1):
        event = o.log[place]
        if isinstance(event, Action) and event.seat == whose:
            if lines := tuple(_numbered(o, place, event)):
                yield from (*lines, f"      {said}")


def record(session: Session, typed: Sequence[str]) -> Iterator[str]:
    """Write the record of the sitting, and say where.

    Raises:
        Misread: the sitting is not over, or nothing can be written there.
    """
    o = session.observation or session.wall
    if o.phase is not Phase.OVER:
        raise Misread(_("A sitting has a record when it is over."))
    try:
        path = write_minutes(o, session.seed, Path(typed[0]) if typed else None)
    except OSError as fault:
        raise Misread(str(fault)) from fault
    yield _("the record is written: {path}").format(path=path)
