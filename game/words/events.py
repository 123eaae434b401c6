"""What happened, in sentences: one for every kind of action and event."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from game.engine.actions import (
    Accept,
    Amend,
    Arrange,
    Ask,
    AskDelay,
    AskExtension,
    AskFlexibility,
    AskNeeds,
    Back,
    Block,
    BreakSilence,
    CallOff,
    CastVote,
    Circulate,
    Close,
    Consent,
    Convene,
    CoSign,
    CoSponsor,
    DealBrief,
    DealDoctrine,
    DealPriority,
    Decline,
    DemandSight,
    Dissociate,
    Divide,
    EndRound,
    Explain,
    ExplainHome,
    GetOut,
    Grant,
    Insist,
    KeepSilence,
    Move,
    Object,
    Occur,
    Offer,
    Oppose,
    Overhear,
    PointOfOrder,
    Prepare,
    Propose,
    ProposeEdit,
    PutInBlue,
    Refuse,
    Reply,
    Request,
    Respond,
    Rest,
    Retract,
    Rule,
    Say,
    Schedule,
    Second,
    SendCable,
    SetClause,
    SetDate,
    Sight,
    Silence,
    Soften,
    Speak,
    StandBy,
    Table,
    TakeEdit,
    TellNeeds,
    Wait,
    Warn,
    Withdraw,
)
from game.engine.events import (
    AskIgnored,
    AskLifted,
    AssemblyDebate,
    BeatOpened,
    Bluffed,
    CableSettled,
    Crossed,
    DateMissed,
    DealStruck,
    Enforced,
    Event,
    GotOut,
    GuestHeard,
    Inherited,
    Lapsed,
    LetterPassedOver,
    Missed,
    NobodyWon,
    Objected,
    PassedOn,
    PledgeLapsed,
    PledgeSettled,
    PutOff,
    ReadingBroken,
    RoundsOver,
    Rumour,
    SilenceKept,
    SittingFollows,
    StatementIssued,
    Superseded,
    Tally,
    TradeNamed,
    Unmasked,
    VetoPaid,
    VoiceHeard,
    Weighed,
    WordBroken,
    WordingReopened,
)
from game.engine.record import Draft, Record
from game.engine.scenario import Scenario
from game.engine.terms import Ballot, Cause, Phase, Phrase
from game.words import afterwards, corridor, drafting, names, procedure, season, stances, weighing
from game.words.bargain import in_spite_of, phrased
from game.words.clauses import with_words
from game.words.document import Softened, paragraph, product_title
from game.words.language import _, capital, in_words, later


def say(
    event: Event,
    scenario: Scenario,
    *,
    record: Record | None = None,
    draft: Draft | None = None,
    now: bool = False,
) -> str:
    """Return what happened as a sentence, without a full stop where it is a single one.

    Args:
        record: names what an answer of the pen is about; without it, the number of the ask.
        draft: numbers the paragraph that a voice quotes: the adopted text, or the last one shown.
        now: it is said now, so that the promises on record are those of then.
    """
    s = scenario
    match event:
        case Say() | Ask() | Back() | Oppose() | Warn() | DemandSight() | CoSponsor() | StandBy():
            return _consulted(event, s, record if now else None, draft or {})
        case SetClause() | Circulate() | Grant() | Refuse() | PutInBlue() | SetDate() | EndRound():
            return drafting.drafted(event, s, record)
        case Close() | Insist() | AskDelay() | ProposeEdit() | TakeEdit() | Withdraw():
            return drafting.settled(event, s)
        case Silence() | KeepSilence() | AskExtension() | BreakSilence() | WordingReopened():
            return drafting.silenced(event, s)
        case Offer() | Accept() | Decline() | AskNeeds() | TellNeeds() | DealStruck() | GetOut():
            return corridor.dealt(event, s)
        case AskLifted() | PledgeSettled() | PledgeLapsed() | Rumour() | GotOut():
            return corridor.dealt(event, s)
        case Unmasked() | Bluffed():
            return corridor.dealt(event, s)
        case AskFlexibility() | SendCable() | Reply() | Overhear() | CableSettled() | ExplainHome():
            return corridor.cabled(event, s)
        case Speak() | Propose() | Consent() | Block():
            return _sounded(event, s)
        case CastVote(seat, ballot):
            return names.voted(s, seat, ballot)
        case Explain():
            return _explained(s, event)
        case Move() | Amend() | Divide() | PointOfOrder() | Rule() | Object():
            return procedure.moved(event, s)
        case Second() | Table() | Retract():
            return procedure.moved(event, s)
        case Request() | CoSign() | Convene() | Arrange() | Schedule() | Soften() | Dissociate():
            return procedure.called(event, s)
        case Prepare() | Wait() | CallOff() | Rest() | Crossed() | Weighed():
            return weighing.decided(event, s)
        case DealBrief() | DealDoctrine() | DealPriority() | Occur() | Sight() | Respond():
            return _happened(event, s)
    if isinstance(event, season.ACTED):
        return season.acted(event, s, record)
    return _followed(event, s, draft or {})


def _consulted(event: Event, s: Scenario, record: Record | None, draft: Draft) -> str:
    match event:
        case Say():
            return phrased(s, event, in_spite_of(s, record, event, draft) if record else "")
        case Ask():
            return _asked(s, event)
        case Back(seat, measure):
            return _("{seat} backs {measure}").format(**drafting.who_what(s, seat, measure))
        case Oppose(seat, measure):
            return _("{seat} opposes {measure}").format(**drafting.who_what(s, seat, measure))
        case Warn(seat, measure, level, phrase):
            return _(WARNED[phrase]).format(**drafting.who_what(s, seat, measure, level))
        case DemandSight(seat):
            return _("{seat} asks in writing to see the text").format(seat=names.begin(s, seat))
        case CoSponsor(seat):
            return _("{seat} joins the sponsors of the text").format(seat=names.begin(s, seat))
        case StandBy(seat):
            return _("{seat} leaves it at that").format(seat=names.begin(s, seat))
    raise AssertionError(event)


WARNED: Mapping[Phrase, str] = {
    Phrase.SUPPORTS: later("{seat} could support {measure}: {level}, and no more"),
    Phrase.GOES_ALONG: later(
        "{seat} could go along with {measure}: {level}, or more, but not support it"
    ),
    Phrase.CONCERNS: later("{seat} warns that it cannot vote for {measure}: {level}, or more"),
    Phrase.DIFFICULTY: later("{seat} warns of serious difficulty with {measure}: {level}, or more"),
    Phrase.OPPOSES: later("{seat} warns that it would vote against {measure}: {level}, or more"),
}
"""Phrase -> what a seat says that warns of it on a clause."""


def _asked(s: Scenario, event: Ask) -> str:
    seat, measure, level = event.seat, event.measure, event.level
    if event.clause.reworded:
        says = with_words(s, names.clause(s, measure, level), event.clause)
        return _("{seat} asks for {clause}").format(seat=names.begin(s, seat), clause=says)
    if level == 0:
        return _("{seat} asks to leave out {measure}").format(**drafting.who_what(s, seat, measure))
    if level == s.in_force.get(measure):
        return _("{seat} asks to leave {measure} as in force: {level}").format(
            **drafting.who_what(s, seat, measure, level)
        )
    return _("{seat} asks for {measure}: {level}").format(
        **drafting.who_what(s, seat, measure, level)
    )


def _sounded(event: Event, s: Scenario) -> str:
    match event:
        case Speak(seat, stance, priority):
            return _("{speaks}; its first point is {measure}").format(
                speaks=stances.spoke(s, seat, stance), measure=names.measure(s, priority)
            )
        case Propose(seat, ""):
            return _("{seat} proposes no statement").format(seat=names.begin(s, seat))
        case Propose(seat, statement):
            return _("{seat} proposes: {statement}").format(
                seat=names.begin(s, seat), statement=names.inside(_statement(s, statement))
            )
        case Consent(seat):
            return _("{seat} does not object").format(seat=names.begin(s, seat))
        case Block(seat, ""):
            return _("{seat} objects: there will be no statement").format(seat=names.begin(s, seat))
        case Block(seat, measure):
            return _("{seat} objects to the words on {measure}").format(
                seat=names.begin(s, seat), measure=names.measure(s, measure)
            )
    raise AssertionError(event)


def _statement(s: Scenario, id: str, softened: Softened = ()) -> str:
    found = next((x for x in s.statements if x.id == id), None)
    return product_title(s, found, softened) if found else id


def _explained(s: Scenario, said: Explain) -> str:
    if said.line:
        own = _("{explained} “{line}”")
        return own.format(explained=_explained(s, evolve(said, line="")), line=said.line)
    if not said.reading:
        return _("{seat} does not explain its vote").format(seat=names.begin(s, said.seat))
    return _("{seat} explains its vote: {reading}").format(
        seat=names.begin(s, said.seat), reading=names.read(s, said.reading, said.measure)
    )


def _happened(event: Event, s: Scenario) -> str:
    match event:
        case DealBrief(_seat, to, variant):
            why = next((v.why for v in s.briefs[to].variants if v.id == variant), variant)
            return _("Instructions reach {seat}: {why}").format(seat=names.the(s, to), why=why)
        case DealDoctrine(_seat, doctrine):
            title = next((d.title for d in s.target.doctrines if d.id == doctrine), doctrine)
            return _("A plan is made in {capital}: {title}").format(
                capital=s.target.capital, title=title
            )
        case Occur(_seat, incident):
            found = next((i for i in s.incidents if i.id == incident), None)
            return f"{found.title}. {found.text}" if found else incident
        case DealPriority(_seat, points):
            return _("{capital} means the year for {what}").format(
                capital=s.target.capital, what=_year(points)
            )
        case Sight(_seat, ""):
            return _("Nothing new is seen")
        case Sight(_seat, clue):
            return next((c.text for c in s.target.clues if c.id == clue), clue)
        case Respond(_seat, response, shots):
            answer = next((r for r in s.target.responses if r.id == response), None)
            said = f"{answer.title}. {answer.text}" if answer else response
            return said + " " + _("{n} are counted.").format(n=shots) if shots > 1 else said
    raise AssertionError(event)


def _year(points: int) -> str:
    """Return what a year is meant for, by what its priority adds to shots."""
    if points > 0:
        return _("shots")
    return _("other things than shots") if points < 0 else _("nothing in particular")


def _followed(event: Event, s: Scenario, draft: Draft) -> str:
    match event:
        case BeatOpened(beat, day, number):
            return _opened(s, beat, day, number)
        case StatementIssued(statement, softened):
            return _("The members of the Council issue: {statement}").format(
                statement=names.inside(_statement(s, statement, softened))
            )
        case AskIgnored(seat, measure):
            return _("{seat} gets no answer on {measure}").format(
                **drafting.who_what(s, seat, measure)
            )
        case SilenceKept():
            return _("Nobody objects before the deadline; the wording is agreed")
        case GuestHeard():
            return procedure.heard(event, s)
        case Lapsed() | Objected():
            return procedure.lapsed(event, s)
        case PassedOn():
            return procedure.passed_on(event, s)
        case Superseded():
            return procedure.superseded(event, s)
        case LetterPassedOver() | PutOff():
            return procedure.passed_over(event, s)
        case AssemblyDebate() | VetoPaid():
            return procedure.after_veto(event, s)
        case RoundsOver():
            return _("The consultations end without a text in blue")
        case Tally():
            return counted(event, s)
        case WordBroken() | ReadingBroken() | DateMissed():
            return corridor.broken(event, s)
        case _ if isinstance(event, season.FOLLOWED):
            return season.followed(event, s)
        case VoiceHeard(who, line):
            return afterwards.heard(s, who, line, draft)
        case Missed() | Enforced() | NobodyWon() | SittingFollows() | Inherited():
            return afterwards.said(event, s)
        case TradeNamed(line):
            return f"{s.trades[line].title}. {s.trades[line].text}" if line < len(s.trades) else ""
    return type(event).__name__


def _opened(s: Scenario, beat: Phase, day: int, number: int) -> str:
    when = names.day(s, day)
    if beat is Phase.SQUEEZE:
        return _("{beat}, round {number} of {rounds}. {day}").format(
            beat=names.beat(beat), number=number, rounds=s.rounds, day=when
        )
    return _("{beat}. {day}").format(beat=names.beat(beat), day=when)


def hands(tally: Tally) -> str:
    """Return the count of hands, without what it means."""
    parts = [
        f"{in_words(tally.count(b))} {names.ballot(b)}"
        for b in (Ballot.YES, Ballot.NO, Ballot.ABSTAIN)
    ]
    parts += [
        f"{in_words(tally.count(b))} {names.ballot(b)}"
        for b in (Ballot.NOT_PARTICIPATING, Ballot.ABSENT)
        if tally.count(b)
    ]
    return capital(", ".join(parts))


def counted(tally: Tally, scenario: Scenario) -> str:
    """Return the count of hands in one sentence."""
    count = hands(tally)
    if not procedure.is_main(tally.question):
        return procedure.result(tally, scenario, count)
    if tally.cause is Cause.ADOPTED:
        return _("{count}: the draft resolution is adopted").format(count=count)
    if tally.cause is Cause.VETO:
        return _("{count}: not adopted, owing to the negative vote of {seats}").format(
            count=count, seats=names.seats(scenario, tally.vetoes)
        )
    if tally.cause is Cause.VETO_AND_SHORTFALL:
        return _(
            "{count}: not adopted, for lack of the required majority; {seats} voted against"
        ).format(count=count, seats=names.seats(scenario, tally.vetoes))
    return _("{count}: not adopted, for lack of the required majority").format(count=count)


def _heard(s: Scenario, who: str, line: int, draft: Draft) -> str:
    if line >= len(s.voices):
        return names.voice(who)
    voice = s.voices[line]
    text = voice.text.replace("{paragraph}", paragraph(s, draft, voice.measure))
    return f"{names.voice(who)}: {text}"
