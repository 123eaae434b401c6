"""What a vote leaves behind, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.engine.events import Enforced, Inherited, Missed, NobodyWon, SittingFollows
from game.engine.past import Left
from game.engine.record import Draft
from game.engine.scenario import Scenario
from game.engine.terms import Ballot, Seat
from game.words import names
from game.words.document import paragraph
from game.words.language import _, capital, later, listed, plural
from game.words.outcomes import pressure


def said(event: Missed | Enforced | NobodyWon | SittingFollows | Inherited, s: Scenario) -> str:
    """Return what a vote left behind."""
    match event:
        case Missed():
            return missed(event, s)
        case Enforced():
            return enforced(event, s)
        case NobodyWon():
            return nobody_won(event, s)
        case SittingFollows() | Inherited():
            return follows(event, s)


def missed(event: Missed, s: Scenario) -> str:
    """Return who was short of a yes, and what would have carried the text."""
    lacked = [
        _("{seat} by {points}").format(seat=names.the(s, seat), points=points)
        for seat, points in event.short.items()
        if points
    ]
    short = _("Short of a yes: {seats}").format(seats=listed(lacked)) + ". " if lacked else ""
    if event.otherwise:
        return short + _otherwise(event, s)
    if not event.changes:
        return short + _("No one or two changes of the text would have carried it")
    changes = listed([names.clause(s, id, level) for id, level in event.changes.items()])
    return short + _("It would have carried with {changes}").format(changes=changes)


def _otherwise(event: Missed, s: Scenario) -> str:
    """Return that a text carried by instructions, and who voted otherwise."""
    yes = [seat for seat, due in event.otherwise.items() if due is Ballot.YES]
    rest = [seat for seat in event.otherwise if seat not in yes]
    told = []
    if yes:
        told.append(_("{seats} would have voted in favour").format(seats=names.seats(s, yes)))
    if rest:
        told.append(_("{seats} would have abstained").format(seats=names.seats(s, rest)))
    return _("It needed no change. By instructions {what}").format(what=listed(told))


def enforced(event: Enforced, s: Scenario) -> str:
    """Return what the months made of the text at the border."""
    span = plural("After {count} month", "After {count} months", len(event.paper))
    text = _("{span} at the border: {pressure}")
    out = text.format(pressure=pressure(event.paper[-1], event.enforced[-1]), span=span)
    flow = s.target.main_flow
    if flow and flow.id in event.flows:
        trade = _("{title} in truth at {now} at their end, where 100 is the year before")
        out += "; " + trade.format(title=flow.title, now=event.flows[flow.id][-1] // 10)
    return out


def nobody_won(event: NobodyWon, s: Scenario) -> str:
    """Return what the last rung of the ladder costs everybody, and what led to it."""
    titles = {r.id: r.title for r in s.target.responses}
    came = listed([titles.get(id, id) for id in dict.fromkeys(event.responses)])
    return _(
        "Nobody wins from here: every delegation loses {points}. It came by way of: {came}"
    ).format(points=event.points, came=came)


def heard(s: Scenario, who: str, line: int, draft: Draft) -> str:
    """Return a line of the aftermath with the paragraph that it quotes."""
    if line >= len(s.voices):
        return names.voice(who)
    voice = s.voices[line]
    text = voice.text.replace("{paragraph}", paragraph(s, draft, voice.measure))
    return f"{names.voice(who)}: {text}"


def follows(event: SittingFollows | Inherited, s: Scenario) -> str:
    """Say how the campaign goes on: what the last text came to, and what was spared."""
    if isinstance(event, Inherited):
        return _("What the sittings before have left is carried over")
    before = (
        _("the last text was adopted with {yes} in favour").format(yes=event.yes)
        if event.adopted
        else _("the last text came to nothing")
    )
    spared = _("; one crisis was spared, since the other side kept still") if event.passed else ""
    said = _("Sitting {number} of the campaign: {before}{spared}. Provocation stands at {stock}")
    said = said.format(number=event.number, before=before, spared=spared, stock=event.stock)
    return ". ".join((said, *(capital(line) for line in left(s, event))))


def left(s: Scenario, last: SittingFollows | Left) -> Iterator[str]:
    """Yield what an automatic step still closes, and who read the text in force how."""
    for id, closed in last.held.items():
        flow = s.target.flow(id)
        if flow is not None:
            yield _("by the automatic step of an earlier text: {flow}, {n} % less").format(
                flow=flow.title, n=closed // 10
            )
    for reading, says in _READ.items():
        seats = [seat for seat in s.seats if last.readings.get(seat) == reading]
        if seats:
            yield _(says).format(seats=listed([_reader(s, seat, last) for seat in seats]))


def _reader(s: Scenario, seat: Seat, last: SittingFollows | Left) -> str:
    """Return who read a text, with the clause that it named."""
    clause = last.narrowed.get(seat, "")
    if not clause or not s.has(clause):
        return names.the(s, seat)
    says = _("{seat} (on {measure})")
    return says.format(seat=names.the(s, seat), measure=names.measure(s, clause))


_READ: Mapping[str, str] = {
    "narrow": later("the text in force is read narrowly by {seats}"),
    "wide": later("the text in force is read as a duty in full by {seats}"),
}
