"""The first meeting: who asks for it and in which room, who calls it, what stands on its agenda."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.engine import council
from game.engine.actions import Convene, CoSign, Object, Request, StandBy
from game.engine.actions.meeting import passed_over
from game.engine.events import GuestHeard
from game.engine.observation import Observation
from game.engine.opinion import FALLS
from game.engine.record import CALL
from game.ui.messages import Picks
from game.ui.parts.footer import why_not
from game.ui.parts.seats import seat_name
from game.ui.voting.presiding import order_button, presides
from game.ui.widgets import Button, Flag, Panel, Row, Run, Text, Widget
from game.words import _, capital, plural, rooms, seats
from game.words.language import later, listed
from game.words.procedure import foretold, guest
from game.words.rooms import NAMES

BASES: Mapping[str, str] = {
    "article_35": later("a letter under Article 35 of the Charter"),
    "article_99": later("a letter under Article 99 of the Charter"),
    "article_11": later("a letter under Article 11 of the Charter"),
}
"""Basis of a letter from outside -> in words."""
VOICES: Mapping[str, str] = {
    "rule_37": later("a State whose interests are affected: one point of threat in the capital"),
    "rule_39": later("a briefing: it informs, and moves nothing by itself"),
}
"""Rule by which a guest is heard -> what its voice does."""


def meeting(o: Observation) -> Widget | None:
    """Return what is known of the meeting: who asked for it, who calls it, where it is held."""
    if not o.scenario.plays("meetings"):
        return None
    lines = (*_foretold(o), *_letters(o), *_room(o))
    return Panel(_("The meeting"), lines, name="meeting", gap=6, pad=14) if lines else None


def _foretold(o: Observation) -> Iterator[Widget]:
    if found := foretold(o.scenario):
        yield Text(found, size="small")


def heard(o: Observation) -> Widget | None:
    """Return what guests have said in the meeting, and what comes of it; None if nobody has."""
    ids = {e.guest for e in o.log if isinstance(e, GuestHeard)}
    found = [g for g in o.scenario.guests if g.id in ids]
    lines = tuple(
        Text(
            (Run(f"{capital(g.name)}: ", bold=True), Run(f"“{g.text}”")),
            size="small",
            font="serif",
            hint=_(VOICES[g.basis]),
        )
        for g in found
    )
    return Panel(_("Heard without a vote"), lines, name="heard", gap=6, pad=14) if lines else None


def _letters(o: Observation) -> Iterator[Widget]:
    for letter in o.scenario.letters:
        says = _("{who} asks for {room}: {basis}").format(
            who=capital(letter.by), room=_(NAMES[letter.room]), basis=_(BASES[letter.basis])
        )
        yield Text(says, size="small", hint=letter.text)
    for request in o.record.requests:
        more = len(request.signers) - 1
        says = _("{seat} asks for {room}").format(
            seat=seat_name(o, request.seat), room=_(NAMES[request.room])
        )
        if more:
            says += plural(", {count} more signature", ", {count} more signatures", more)
        if council.announces_majority(o.scenario, len(request.signers)):
            says += _("; nine names: its agenda is safe")
        yield Row((Flag(request.seat, height=13), Text(says, size="small", flex=1)), gap=8)


def _room(o: Observation) -> Iterator[Widget]:
    chair = seat_name(o, o.scenario.president(0))
    if not o.record.room:
        line = _("{chair} presides and decides when and where.")
        yield Text(line.format(chair=chair), size="small", tone="muted")
        return
    name, means = NAMES[o.record.room], rooms.hears(o.scenario, o.record.room)
    runs = (Run(_("{chair} has called ").format(chair=chair)), Run(_(name), bold=True))
    yield Text((*runs, Run(f": {means}", tone="muted")), size="small")
    if o.record.guests and not any(isinstance(e, GuestHeard) for e in o.log):
        invited = ", ".join(guest(o.scenario, id) for id in o.record.guests)
        line = _("Invited to speak, without a vote: {guests}").format(guests=invited)
        yield Text(line, size="small", tone="muted")


# -- what this seat is asked


def is_asked(o: Observation) -> bool:
    """Tell whether this seat has to say something about the meeting itself."""
    if o.actor != o.seat or o.calling:
        return False
    if o.matter is not None:
        return o.matter.kind == CALL
    return o.stage in ("asking", "opening")


def asked(o: Observation, picks: Picks) -> tuple[Widget | None, ...]:
    """Return the question about the meeting, with the quiet answer on one key."""
    if o.matter is not None and o.matter.kind == CALL:
        return _call(o, picks)
    return _ask(o, picks) if o.stage == "asking" else _open(o, picks)


def _quiet(o: Observation, picks: Picks, label: str) -> Widget:
    stand = StandBy(o.seat)
    return Row(
        (
            Button(
                label,
                stand,
                key=picks.key("main"),
                look="primary",
                disabled=why_not(o, stand),
                name="stand by",
            ),
        )
    )


def _ask(o: Observation, picks: Picks) -> tuple[Widget | None, ...]:
    acts: list[Widget] = []
    for act in o.legal:
        if isinstance(act, CoSign):
            letter = o.record.requests[act.request - 1]
            label = _("Sign the letter of {seat}").format(seat=seat_name(o, letter.seat))
            note = _(NAMES[letter.room])
        elif isinstance(act, Request):
            label = _("Ask for {room}").format(room=_(NAMES[act.room]))
            note = rooms.hears(o.scenario, act.room)
        else:
            continue
        acts.append(Button(label, act, look="card", note=note, name=f"meeting {len(acts)}"))
    return (
        Text(_("Do you ask for a meeting?"), size="title", font="serif"),
        Text(_("Rule 2: the President calls one at the request of any member."), tone="muted"),
        _quiet(o, picks, _("Leave it to others")),
        *acts,
    )


def _call(o: Observation, picks: Picks) -> tuple[Widget | None, ...]:
    acts: list[Button] = []
    for act in o.legal:
        if isinstance(act, Convene):
            when = _("tomorrow") if act.days else _("at once")
            label = _("{room}, {when}").format(room=capital(_(NAMES[act.room])), when=when)
            first = not acts
            acts.append(
                Button(
                    label,
                    act,
                    key=picks.key("main") if first else "",
                    look="card",
                    selected=first,
                    note=rooms.hears(o.scenario, act.room) + _passes_over(o, act),
                    name=f"convene {act.room} {act.days}",
                )
            )
    quiet = None if why_not(o, StandBy(o.seat)) else _quiet(o, picks, _("Leave it to custom"))
    if quiet is not None:
        acts = [Button(a.label, a.message, look="card", note=a.note, name=a.name) for a in acts]
    return (
        Text(_("You preside. When and where does the Council meet?"), size="title", font="serif"),
        Text(_("Rules 2 and 3: within a day, in a room that somebody asked for."), tone="muted"),
        quiet,
        *acts,
    )


def _passes_over(o: Observation, act: Convene) -> str:
    """Return what a call costs: letters that it does not meet, a day that was not foreseen."""
    costs = []
    if found := passed_over(o.scenario, o.record, act.room, act.days):
        says = _(" · passes over the letter of {by}: {n} off your credibility")
        costs.append(says.format(by=listed([x.by for x in found]), n=FALLS["letter"] * len(found)))
    if act.days and council.foretold(o.scenario):
        says = _(" · the last text foretold it: {n} off your credibility")
        costs.append(says.format(n=FALLS["trigger"]))
    return "".join(costs)


def _open(o: Observation, picks: Picks) -> tuple[Widget | None, ...]:
    acts = []
    for act in o.legal:
        if isinstance(act, Object):
            label = _("Object to the agenda")
            note = _("rule 9: the Council votes at once; nine adopt it, nobody has a veto")
            if act.item != "agenda":
                label = _("Object to {guest}").format(guest=guest(o.scenario, act.item))
                note = _("rules 37 and 39: the Council votes at once; nine yes, no veto")
            acts.append(
                Button(label, act, look="card", note=note, name=f"object {act.item or 'it'}")
            )
    known = seats(o.scenario, [o.scenario.president(o.record.day)])
    words = _("{chair} opens the meeting. Do you object to anything?").format(chair=capital(known))
    if presides(o):
        words = _("You open the meeting. Does anything need to be said?")
    return (
        Text(words, size="title", font="serif"),
        Text(_("The agenda and the invitations stand unless somebody objects."), tone="muted"),
        _quiet(o, picks, _("No objection")),
        order_button(o),
        *acts,
    )
