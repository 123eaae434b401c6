"""What a turn begins with in the terminal: where the sitting stands, and what one should know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from game import words
from game.commands.terminal import meeting
from game.commands.terminal import target as inside
from game.commands.terminal.campaign import lasting
from game.commands.terminal.heard import of_weight
from game.commands.terminal.pages import SIGNS, log
from game.engine import Event, Observation, opinion
from game.engine.actions import (
    MOST_RAISED,
    Action,
    Arrange,
    Block,
    Convene,
    Explain,
    Occur,
    Propose,
    Request,
    Sight,
    Soften,
    Speak,
    StandBy,
    Withdraw,
    acts_left,
)
from game.engine.breach import broken_by
from game.engine.council import IN_HAND
from game.engine.events import (
    GuestHeard,
    LetterPassedOver,
    Missed,
    PassedOn,
    PutOff,
    StatementIssued,
    Tally,
    VetoPaid,
    WordBroken,
)
from game.engine.record import CALL
from game.engine.terms import TARGET, Phase, Stance
from game.session import Note
from game.ui.voting.products import blockers
from game.words import _, drafting, procedure, rules, stances
from game.words.language import later, listed
from game.words.readings import consequences

TOLD = (Tally, VetoPaid, Explain, WordBroken, Missed, Withdraw, PassedOn)
"""What is told while the Council explains its votes, and of what came just before."""
MET = (Convene, Tally, Arrange, GuestHeard)
"""What is told of how a meeting opened: its room, votes on its agenda, its order, its guests."""


def head(o: Observation) -> Iterator[str]:
    """Yield where the sitting stands."""
    s = o.scenario
    beat = words.beat(o.phase)
    if o.phase is Phase.SQUEEZE:
        beat = _("{beat}, round {round} of {rounds}").format(
            beat=beat, round=o.round, rounds=o.last_round
        )
    beat = ", ".join(filter(None, (beat, drafting.by_date(s, o.record) if not o.blue else "")))
    yield "=" * 78
    yield f"{beat}  |  {words.day(s, o.record.day)}  |  {_own_name(o)}"
    yield words.purpose(s, o.phase)
    hint = s.lesson.get(f"round_{o.round}" if o.phase is Phase.SQUEEZE else o.phase.value)
    if hint:
        yield f"> {hint}"


def _own_name(o: Observation) -> str:
    roles = [_("with the pen")] if o.is_pen else []
    if o.seat == o.scenario.president(o.record.day):
        roles.append(_("presiding"))
    own = _("you are {seat}").format(seat=words.the(o.scenario, o.seat))
    return ", ".join((own, *roles))


def news(notes: Sequence[Note]) -> Iterator[str]:
    """Yield the digest, at most five lines."""
    for note in notes:
        yield f" {SIGNS[note.kind]} {note.text}"


def told(o: Observation, notes: Sequence[Note], since: tuple[Event, ...]) -> Iterator[str]:
    """Yield what a person should know as a turn begins.

    since: what has come since this person was last told anything.
    """
    if o.seat == TARGET:
        yield from inside.told(o, notes)
    elif o.calling:
        yield from _called(o, since)
    elif o.phase is Phase.ALARM:
        yield from _alarm(o)
    elif o.phase is Phase.SOUNDINGS:
        yield from _soundings(o, since)
    elif o.phase is Phase.TEXT:
        yield from log(o, [e for e in since if isinstance(e, Speak | Block)])
        yield from log(o, [e for e in o.log if isinstance(e, StatementIssued)])
        yield _taken(o)
    elif o.record.settling.silence is not None:
        until = words.day(o.scenario, o.record.settling.silence.day)
        yield _("The text is under silence until {day}: who objects says so now.").format(day=until)
    elif o.phase is Phase.ECHO:
        yield from log(o, of_weight(o, since))
    elif o.tally:
        yield from log(o, [e for e in since if isinstance(e, TOLD)])
        yield from explaining(o)
    else:
        yield from meeting.on_floor(o, notes, since) if o.phase is Phase.VOTE else news(notes)
        if on_floor(o):
            yield procedure.still_to_raise(acts_left(o, o.seat))
        yield from explaining(o)


def on_floor(o: Observation) -> bool:
    """Tell whether this seat has the floor before a vote."""
    mine = o.actor == o.seat and o.matter is None
    return mine and o.stage == "floor" and not o.calling


def explaining(o: Observation) -> Iterator[str]:
    """Yield what each explanation of one's vote would lead to, where one can be given."""
    due = o.stage in ("floor", "explaining") and not o.calling
    if due and o.actor == o.seat and Explain.__name__ not in o.blocked:
        yield from (f"   explain {line}" for line in consequences(o))


def _called(o: Observation, since: tuple[Event, ...]) -> Iterator[str]:
    """Yield what was counted, what is put to the vote now, and what it needs."""
    yield from meeting.raised(o, since)
    question = o.questions[0]
    says = _("Put to the vote: {what}. {rule}; {needs}.")
    yield says.format(
        what=procedure.question(o.scenario, question),
        rule=rules.rule(o.scenario, question),
        needs=rules.needs(question),
    )
    yield from meeting.differs(o, question)
    if question.kind == "draft" and o.seat in o.scenario.permanent:
        heard = opinion.heard_of(o, question.version)
        yield procedure.veto_price(o.scenario, heard, o.seat)


def _alarm(o: Observation) -> Iterator[str]:
    """Yield what happened, who asks for a meeting, and whose it is to call it."""
    s = o.scenario
    yield from log(o, [e for e in o.log if isinstance(e, Occur | Sight)])
    yield from lasting(o)
    yield from (f"   {words.capital(x.by)}: {x.text}" for x in s.letters)
    yield from log(o, [e for e in o.log if isinstance(e, Request)])
    if (found := procedure.foretold(s)) and s.plays("meetings"):
        yield found
    if o.matter is not None and o.matter.kind == CALL:
        yield _("You preside: call the meeting, in a room that was asked for, within a day.")
        if s.letters:
            yield _("A letter from outside that a member takes up is met at once, or remembered.")
    yield _("'brief' shows your instructions.")


def _soundings(o: Observation, since: tuple[Event, ...]) -> Iterator[str]:
    s = o.scenario
    met = o.log if o.stage == "opening" else since
    yield from log(o, [e for e in met if isinstance(e, MET)])
    if o.matter is not None:
        yield from log(o, [e for e in o.log if e is o.log[-1]])
    elif o.stage == "opening":
        yield from log(o, [e for e in o.log if isinstance(e, LetterPassedOver | PutOff)])
        guests = listed([procedure.guest(s, id) for id in o.record.guests])
        says = _("The meeting opens: its agenda, and as guests {guests}, stand unless you object.")
        yield says.format(guests=guests)
    elif o.seat not in o.record.stances:
        if not s.plays("meetings"):
            yield from log(o, [e for e in o.log if isinstance(e, Occur | Sight)])
            yield _("'brief' shows your instructions.")
        yield from log(o, [e for e in o.log if isinstance(e, Speak)])
        for it in Stance:
            yield f"   {it.value}: {stances.stance(s, it)}. {stances.meant(s, it)}"
    elif o.record.statement:
        mover = o.record.mover
        put: list[Action] = [Soften(mover, *word) for word in o.record.softened]
        for act in put or [Propose(mover, o.record.statement)]:
            yield f"   {words.say(act, s)}"
        if found := opinion.worded(s, o.record):
            yield f"   {words.product(s, found, reworded=bool(o.record.softened))}"
    else:
        others = (e for e in since if not isinstance(e, Action) or e.seat != o.seat)
        yield from log(o, [e for e in others if isinstance(e, Speak | Block | StatementIssued)])
        yield from on_offer(o)


def _taken(o: Observation) -> str:
    """Return in one line how many took which position in the soundings."""
    counts = Counter(o.record.stances.values())
    parts = (f"{n} “{stances.stance(o.scenario, it)}”" for it, n in counts.most_common())
    return _("Positions in the soundings: {parts}; 'log' has each of them.").format(
        parts=", ".join(parts)
    )


def on_offer(o: Observation) -> Iterator[str]:
    """Yield the statements that can be proposed now, how each is typed, and who may mind."""
    open_ = {a.statement for a in o.legal if isinstance(a, Propose)}
    for it in o.scenario.statements:
        if it.id in open_:
            yield f"   propose {it.id}: {it.title}"
            yield f"      {it.text}"
            names = ", ".join(
                f"{words.seat(o.scenario, seat)} {words.chance(chance)}"
                for seat, chance in blockers(o, it).items()
            )
            yield "      " + (
                _("may block: {names}").format(names=names)
                if names
                else _("nobody is seen to mind")
            )


# -- what the quiet answer means here

STANDS: Mapping[str, str] = {
    "asking": later("leave it to others to ask for a meeting"),
    "opening": later("raise no objection"),
    "floor": later("raise nothing"),
}
"""Stage of a meeting -> what it is to stand by in it."""
MATTERS: Mapping[str, str] = {
    "ruling": later("let the ruling stand"),
    "part": later("let that part be voted on alone"),
    "draft": later("bring the draft to the vote"),
    "second": later("let the draft go"),
    IN_HAND: later("let it come to the vote"),
    CALL: later("leave it to custom"),
}
"""What is before this seat -> what it is to stand by."""


def standing_by(o: Observation) -> str:
    """Return what it means to stand by now."""
    if o.matter is not None and o.matter.kind in MATTERS:
        return _(MATTERS[o.matter.kind])
    if on_floor(o) and acts_left(o, o.seat) < MOST_RAISED:
        return _("raise nothing more")
    if o.stage in STANDS:
        return _(STANDS[o.stage])
    if o.phase is Phase.ECHO:
        return _("do nothing more")
    blocked = o.record.statement and o.record.blocked_by
    return _("let the statement be") if blocked else _("leave your position as it is")


def foretold(o: Observation, action: Action) -> str:
    """Return what Enter would do, and which promise that breaks."""
    broken = words.breaking(o.scenario, broken_by(o, action))
    return f"{said(o, action)} ({broken})" if broken else said(o, action)


def said(o: Observation, action: Action) -> str:
    """Return an act as a sentence; standing by says what it leaves."""
    if isinstance(action, StandBy):
        return words.capital(standing_by(o))
    return words.say(action, o.scenario, record=o.record, draft=o.draft, now=True)
