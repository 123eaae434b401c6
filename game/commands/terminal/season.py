"""How acts of the months after a vote are typed in the terminal, and the page that tells them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game import words
from game.commands.terminal.reading import Way, number, one
from game.engine import Action, Observation
from game.engine.actions import (
    Aid,
    AskTime,
    CallOff,
    Consider,
    Contact,
    Deliver,
    Designate,
    Exempt,
    Hold,
    LookOn,
    Prepare,
    Press,
    Report,
    Respond,
    Rest,
    Resume,
    Suspend,
    TakeUp,
    Urge,
    Wait,
    owed_favours,
)
from game.engine.actions.terms import as_term
from game.engine.followup import season_of
from game.engine.record import REPORTS, Pledge
from game.engine.scenario import Scenario
from game.ui.abroad.followup import courses
from game.ui.abroad.plain import Winnable
from game.words import _
from game.words import season as told
from game.words.language import later

HELP: Mapping[str, str] = {
    "season": later("who can be won, and what is before the Committee"),
}
"""Word -> what it shows."""


def _press(o: Observation, typed: Sequence[str]) -> Action:
    return Press(o.seat, one({p.id: p.id for p in season_of(o.scenario).prospects}, typed[0]))


def _list(o: Observation, typed: Sequence[str]) -> Action:
    return Designate(o.seat, one({x.id: x.id for x in season_of(o.scenario).listings}, typed[0]))


def _exempt(o: Observation, typed: Sequence[str]) -> Action:
    return Exempt(o.seat, one({r.id: r.id for r in season_of(o.scenario).reliefs}, typed[0]))


def _suspend(o: Observation, typed: Sequence[str]) -> Action:
    offer = season_of(o.scenario).standstill
    channels = {seat.lower(): seat for seat in offer.channels} if offer else {}
    return Suspend(o.seat, one(channels, typed[0]))


def _deliver(o: Observation, typed: Sequence[str]) -> Action:
    owed = {p.item: p for p in owed_favours(o.record, o.seat)}
    found = one(owed, typed[0])
    return Deliver(o.seat, found.to, found.item)


def _take_up(o: Observation, typed: Sequence[str]) -> Action:
    return TakeUp(o.seat, one({"yes": True, "no": False}, typed[0]))


def _hold(o: Observation, typed: Sequence[str]) -> Action:
    return Hold(o.seat, number(typed[0], _("number of a notice")))


def _time(o: Observation, typed: Sequence[str]) -> Action:
    return AskTime(o.seat, number(typed[0], _("number of a notice")))


def _report(o: Observation, typed: Sequence[str]) -> Action:
    return Report(o.seat, one({kind: kind for kind in REPORTS}, typed[0]))


def _respond(o: Observation, typed: Sequence[str]) -> Action:
    found = one({r.id: r for r in o.scenario.target.responses}, typed[0])
    shot = found.shot
    if shot is None or len(shot.sizes) < 2:
        return Respond(o.seat, found.id)
    many = number(typed[1], _("number of shots")) if len(typed) > 1 else shot.usual
    return Respond(o.seat, found.id, many)


def _prepare(o: Observation, typed: Sequence[str]) -> Action:
    return Prepare(o.seat, one({r.id: r.id for r in o.scenario.target.large}, typed[0]))


def _consider(o: Observation, typed: Sequence[str]) -> Action:
    return Consider(o.seat, one({"accept": True, "decline": False}, typed[0]))


SEASON_WAYS = (
    Way(Press, "press", "STATE", later("spend your effort on a State or a bank"), _press),
    Way(Designate, "list", "NAME", later("propose a name for the list"), _list),
    Way(Exempt, "exempt", "AID", later("ask the Committee to let aid through"), _exempt),
    Way(Aid, "aid", "", later("pay for aid")),
    Way(Contact, "contact", "", later("open a quiet line")),
    Way(Suspend, "suspend", "MEMBER", later("offer exercises for tests"), _suspend),
    Way(Urge, "urge", "", later("bring up exercises for tests, as you could carry the offer")),
    Way(TakeUp, "takeup", "yes|no", later("answer what was brought up"), _take_up),
    Way(Resume, "resume", "", later("end the suspension, and hold the exercises")),
    Way(Deliver, "deliver", "FAVOUR", later("do a favour that you have promised"), _deliver),
    Way(Hold, "hold", "NUMBER", later("place a hold in the Committee"), _hold),
    Way(AskTime, "time", "NUMBER", later("ask for more time: you decide on it last"), _time),
    Way(Report, "report", "full|short|none", later("report on what you did"), _report),
)
"""Every act of a delegation in these months, in the order of the menu."""

TARGET_WAYS = (
    Way(LookOn, "on", "", later("look on, and let the Council go on")),
    Way(Respond, "do", "ACT [N]", later("act; N is how many are fired"), _respond),
    Way(Rest, "rest", "", later("do nothing more this month")),
    Way(Prepare, "prepare", "ACT", later("begin to make a large step ready"), _prepare),
    Way(Wait, "wait", "", later("leave a large step for another month")),
    Way(CallOff, "off", "", later("give up what was made ready")),
    Way(Consider, "suspension", "accept|decline", later("answer the offer"), _consider),
)
"""Every act of the target, for a person who plays it."""


def season(o: Observation) -> Iterator[str]:
    """Yield who can be won, what has been, and what is before the Committee."""
    s, now = o.scenario, o.record.followup
    found = season_of(s)
    for course in courses(o):
        yield course.title
        for state in course.states:
            yield from _winnable(s, state)
    yield _("Who could be listed")
    yield from (f"     {x.id:<22} {x.title}" for x in found.listings)
    yield _("What aid agencies ask for")
    yield from (f"     {r.id:<22} {r.title}" for r in found.reliefs)
    if owed := owed_favours(o.record, o.seat):
        yield _("What you have promised, and not done yet")
        yield from (f"     {p.item:<22} {_owed(o, p)}" for p in owed)
    if now.notices:
        yield _("Before the Committee")
    for number_, it in enumerate(now.notices, 1):
        stands = {"open": _("open"), "late": _("open"), "passed": _("passed"), "held": _("held")}[
            it.status
        ]
        by = f", {words.the(s, it.held)}" if it.held else ""
        if it.later and not it.held and it.is_open:
            by = _("; {seat} needs time").format(seat=words.the(s, it.later))
        yield f"{number_:5}  {told.notice(s, it)}: {stands}{by}"


def _owed(o: Observation, it: Pledge) -> str:
    what = words.term(o.scenario, as_term(it))
    return _("{what}, to {seat}").format(what=what, seat=words.the(o.scenario, it.to))


def _winnable(s: Scenario, it: Winnable) -> Iterator[str]:
    """Yield whom one can win and how far it is; what that brings, and who would resent it."""
    mark = "x" if it.is_won else " "
    what = told.prospect(s, it.id)
    yield f" [{mark}] {it.id:<22} {it.spent:2} / {it.price:2}  {what}"
    parts = [_("brings: {what}").format(what=it.result)] if it.result else []
    if it.hands:
        parts.append(_("in the hands of {who}").format(who=words.seats(s, it.hands)))
    if it.minded:
        parts.append(_("resented by {who}").format(who=words.seats(s, it.minded)))
    if parts:
        yield "       " + "; ".join(parts)
