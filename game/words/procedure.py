"""Sentences about the floor: motions, rulings, and what a vote was about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.engine import council, opinion
from game.engine.actions import (
    Action,
    Amend,
    Arrange,
    Convene,
    CoSign,
    Dissociate,
    Divide,
    Move,
    Object,
    PointOfOrder,
    Request,
    Retract,
    Rule,
    Schedule,
    Second,
    Soften,
    Table,
)
from game.engine.council import PARTY
from game.engine.events import (
    AssemblyDebate,
    BeatOpened,
    Event,
    GuestHeard,
    Lapsed,
    LetterPassedOver,
    Objected,
    PassedOn,
    PutOff,
    Superseded,
    Tally,
    VetoPaid,
)
from game.engine.record import RIVALS, Question, Record
from game.engine.scenario import Scenario
from game.engine.terms import Cause, Phase, Seat
from game.words import names
from game.words.clauses import whole_clause
from game.words.language import _, capital, in_words, later, listed, plural

MOTIONS: Mapping[str, str] = {
    "suspend": later("suspend the meeting"),
    "adjourn": later("adjourn the meeting"),
    "adjourn_to": later("adjourn the meeting to a certain day"),
    "refer": later("refer the draft back for consultations"),
    "postpone": later("postpone the question indefinitely"),
}
"""Motion -> what it would do. Source: Provisional Rules of Procedure, rule 33."""

_QUESTIONS: Mapping[str, str] = {
    "agenda": later("the provisional agenda"),
    "invitation": later("the invitation of {guest}"),
    "ruling": later("the challenge to the President's ruling"),
    "amendment": later("the amendment of {seat}, {clause}"),
    "part": later("{measure}, voted on separately"),
}


def is_main(it: Question | None) -> bool:
    """Tell whether a vote is that on the penholder's draft."""
    return it is None or (it.kind == "draft" and it.version <= RIVALS)


def question(scenario: Scenario, it: Question | None) -> str:
    """Return what a vote is about: *the motion of China to adjourn the meeting*."""
    if it is None or is_main(it):
        return _("the draft resolution")
    seat = names.the(scenario, it.by)
    if it.kind == "draft":
        return _("the draft of {seat}").format(seat=seat)
    if it.kind in MOTIONS:
        what = _("the motion of {seat} to {motion}")
        return what.format(seat=seat, motion=_(MOTIONS[it.kind]))
    about = {"seat": seat, "guest": guest(scenario, it.cause)}
    if scenario.has(it.measure):
        about["measure"] = names.measure(scenario, it.measure)
        about["clause"] = whole_clause(scenario, it.clause)
    return _(_QUESTIONS[it.kind]).format_map(about)


def guest(scenario: Scenario, id: str) -> str:
    """Return the name of somebody who can be invited."""
    return next((g.name for g in scenario.guests if g.id == id), id)


def result(tally: Tally, scenario: Scenario, count: str) -> str:
    """Return how a vote ended, after its count in words."""
    about = question(scenario, tally.question)
    if tally.cause is Cause.ADOPTED:
        return _("{count}: {about} is adopted").format(count=count, about=about)
    if tally.cause is Cause.VETO:
        words = _("{count}: {about} is not adopted, owing to the negative vote of {seats}")
        return words.format(count=count, about=about, seats=names.seats(scenario, tally.vetoes))
    return _("{count}: {about} is not adopted, for lack of nine votes").format(
        count=count, about=about
    )


def moved(act: Action, scenario: Scenario) -> str:
    """Return an act on the floor as a sentence."""
    s, seat = scenario, names.begin(scenario, act.seat)
    match act:
        case Move(motion=motion):
            return _("{seat} moves to {motion}").format(seat=seat, motion=_(MOTIONS[motion]))
        case Amend():
            clause = whole_clause(s, act.clause)
            return _("{seat} moves an amendment: {clause}").format(seat=seat, clause=clause)
        case Divide(measure=measure):
            return _("{seat} asks for a separate vote on {measure}").format(
                seat=seat, measure=names.measure(s, measure)
            )
        case PointOfOrder(point=point, about=about):
            return _point(s, seat, point, about)
        case Rule(upheld=upheld):
            words = (
                _("{seat}, as President, rules that the point is well taken")
                if upheld
                else _("{seat}, as President, rules that the point is not well taken")
            )
            return words.format(seat=seat)
        case Retract(kind=kind, measure=measure):
            return _retracted(s, seat, kind, measure)
        case Object(item=item):
            return _objects(s, seat, item)
        case Second(version=version):
            words = _("{seat} seconds the draft of {pen}")
            if version > RIVALS:
                words = _("{seat} seconds rival draft {number}")
            pen = names.the(s, s.penholder)
            return words.format(seat=seat, pen=pen, number=version - RIVALS)
        case Table():
            return tabled(act, s)
    raise AssertionError(act)


def tabled(act: Table, scenario: Scenario, most: int = 0) -> str:
    """Return that a rival is submitted, with what it says otherwise.

    Args:
        most: clauses that are named; 0 for all.
    """
    s, named = scenario, act.changes[:most] if most else act.changes
    clauses = [whole_clause(s, clause) for clause in named]
    if rest := len(act.changes) - len(named):
        clauses.append(plural("{count} clause more", "{count} clauses more", rest))
    words = _("{seat} submits a draft of its own, with {clauses}")
    return words.format(seat=names.begin(s, act.seat), clauses=listed(clauses))


def _retracted(s: Scenario, seat: str, kind: str, measure: str) -> str:
    if kind in MOTIONS:
        words = _("{seat} withdraws its motion to {motion}")
        return words.format(seat=seat, motion=_(MOTIONS[kind]))
    words = _("{seat} withdraws its amendment on {measure}")
    if kind == "part":
        words = _("{seat} no longer asks for a separate vote on {measure}")
    return words.format(seat=seat, measure=names.measure(s, measure))


def called(act: Action, scenario: Scenario) -> str:
    """Return an act about the first meeting as a sentence."""
    s, seat = scenario, names.begin(scenario, act.seat)
    match act:
        case Request(room="open"):
            return _("{seat} asks for an open meeting").format(seat=seat)
        case Request():
            return _("{seat} asks for closed consultations").format(seat=seat)
        case CoSign():
            return _("{seat} signs the letter that asks for a meeting").format(seat=seat)
        case Convene(room=room, days=days):
            words = (
                _("{seat}, as President, calls an open meeting {when}")
                if room == "open"
                else _("{seat}, as President, calls closed consultations {when}")
            )
            return words.format(seat=seat, when=_("for tomorrow") if days else _("at once"))
        case Arrange(order=order):
            words = _("{seat}, as President, will call members in this order: {first}, then {rest}")
            first, *rest = (names.seat(s, x) for x in order)
            return words.format(seat=seat, first=first, rest=", ".join(rest))
        case Schedule(days=1):
            return _("{seat}, as President, puts the vote off by a day").format(seat=seat)
        case Schedule(days=days):
            words = _("{seat}, as President, puts the vote off by {days} days")
            return words.format(seat=seat, days=in_words(days))
        case Soften(measure=measure, level=level):
            words = _("{seat} comes back with softer words: {clause}")
            return words.format(seat=seat, clause=names.clause(s, measure, level))
        case Dissociate():
            words = _("{seat} lets the statement pass and dissociates itself from a part of it")
            return words.format(seat=seat)
    raise AssertionError(act)


def heard(event: GuestHeard, scenario: Scenario) -> str:
    """Return what a guest said."""
    found = next((g for g in scenario.guests if g.id == event.guest), None)
    if found is None:
        return capital(event.guest)
    return _("{guest} is heard: {text}").format(guest=capital(found.name), text=found.text)


def lapsed(event: Lapsed | Objected, scenario: Scenario) -> str:
    """Return what is no longer put to the vote, or is because somebody objects."""
    if isinstance(event, Objected):
        return _objected(event, scenario)
    line = _("{question} falls: with what was carried it would leave a text that cannot stand")
    if event.question.cause == council.DECIDED:
        line = _("{question} falls: what was carried decides that clause")
    return capital(line.format(question=question(scenario, event.question)))


def _objected(event: Objected, scenario: Scenario) -> str:
    """Return what comes of an objection to what was before one member."""
    it = event.question
    if it.kind == "part":
        words = _("There is no separate vote on {measure}: the mover of the draft objects")
        return words.format(measure=names.measure(scenario, it.measure))
    return _("The ruling of the President is challenged, and is put to the vote at once")


def passed_on(event: PassedOn, scenario: Scenario) -> str:
    """Return who brings a draft that was withdrawn."""
    words = _("{seat}, who had seconded it, takes the draft over with its place")
    return words.format(seat=names.begin(scenario, event.seat))


def superseded(event: Superseded, scenario: Scenario) -> str:
    """Return what stands of two texts that were adopted."""
    if not event.measures:
        return _("Both texts stand: nowhere does the later one touch the earlier")
    clauses = listed([names.measure(scenario, id) for id in event.measures])
    return _("Both texts stand; the later one supersedes the earlier on {clauses}").format(
        clauses=clauses
    )


def passed_over(event: LetterPassedOver | PutOff, scenario: Scenario) -> str:
    """Return that the President did not do what a letter asked for, or the last text foretold."""
    if isinstance(event, PutOff):
        words = _(
            "{seat}, as President, puts off a meeting that the last text foretold, and is "
            "remembered for it"
        )
        return words.format(seat=names.begin(scenario, event.seat))
    by = next((x.by for x in scenario.letters if x.id == event.letter), event.letter)
    words = _("{seat}, as President, passes over the letter of {by}, and is remembered for it")
    return words.format(seat=names.begin(scenario, event.seat), by=by)


def foretold(scenario: Scenario) -> str:
    """Return what the last text makes of the meeting, if it promised a next step."""
    if not council.foretold(scenario):
        return ""
    return _("The last text promised a next step after such an act: the Council meets at once.")


def still_to_raise(left: int) -> str:
    """Return how much more a member can raise before it leaves the floor."""
    says = _("You have the floor until you leave it: you can raise {left}.")
    return says.format(left=plural("one thing more", "{count} things more", left))


def veto_price(scenario: Scenario, record: Record, seat: Seat) -> str:
    """Return what a veto would cost a permanent member, before it is cast."""
    now = opinion.veto_price(scenario, record, seat)
    if now > scenario.briefs[seat].veto_price:
        says = _("A veto costs you {points} points of standing: all others are for the text.")
    elif not now:
        says = _("A veto costs you no standing: others speak against the text with you.")
    else:
        says = _(
            "A veto costs you {points} points of standing; half of it if one other permanent "
            "member is against with you."
        )
        if now < scenario.briefs[seat].veto_price:
            says = _("A veto costs you {points} points of standing: you are not alone against it.")
    return says.format(points=now)


def after_veto(event: AssemblyDebate | VetoPaid, scenario: Scenario) -> str:
    """Return what follows from a veto."""
    if isinstance(event, VetoPaid):
        return _paid(event, scenario)
    return _debated(event, scenario)


def _paid(event: VetoPaid, scenario: Scenario) -> str:
    """Return what a veto cost who cast it, and why so much or so little."""
    words = _("The veto costs {seat} {points} points of standing")
    if event.wanted:
        words = _("The veto costs {seat} {points} points of standing: all others were for the text")
    elif event.beside:
        words = _("The veto costs {seat} {points} points of standing, less beside {others}")
    return words.format(
        seat=names.the(scenario, event.seat),
        points=event.points,
        others=names.seats(scenario, event.beside),
    )


def _debated(event: AssemblyDebate, scenario: Scenario) -> str:
    """Return that the General Assembly will discuss a veto."""
    words = _("The General Assembly will debate the veto of {seats} by {day}")
    return words.format(
        seats=names.seats(scenario, event.vetoes), day=names.day(scenario, event.by)
    )


def assembly(scenario: Scenario, log: Sequence[Event]) -> str:
    """Return what follows from a veto in the General Assembly, on its day or if it were cast today.

    Source: General Assembly resolution 76/262 of 26 April 2022, paragraph 1.
    """
    day = 0
    for event in log:
        match event:
            case AssemblyDebate():
                return f"{_debated(event, scenario)}."
            case BeatOpened(beat=Phase.VOTE):
                day = event.day
    words = _(
        "In {year} a veto is the end of the matter. Since April 2022 the General Assembly debates "
        "each one: cast under today's rule, this one by {day}."
    )
    cast = scenario.date(day)
    by = names.date(council.after_working_days(cast, council.ASSEMBLY_DAYS))
    return words.format(year=cast.year, day=by)


def _point(s: Scenario, seat: str, point: str, about: str) -> str:
    if point == PARTY:
        words = _("{seat} raises a point of order: {other} is a party to the dispute")
        return words.format(seat=seat, other=names.the(s, about))
    words = _("{seat} raises a point of order: to {motion} is no matter of procedure")
    return words.format(seat=seat, motion=_(MOTIONS[about]))


def _objects(s: Scenario, seat: str, item: str) -> str:
    if not item:
        return _("{seat} objects").format(seat=seat)
    what = _("the agenda") if item == "agenda" else guest(s, item)
    return _("{seat} objects to {what}").format(seat=seat, what=what)
