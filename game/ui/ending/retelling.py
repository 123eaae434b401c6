"""A finished sitting told again: what was public at each point, folded from the log."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, field, frozen

from game.engine.actions import (
    Ask,
    Back,
    Block,
    Circulate,
    CoSponsor,
    DemandSight,
    Grant,
    Occur,
    Oppose,
    Propose,
    PutInBlue,
    Refuse,
    Say,
    Sight,
    Speak,
    Warn,
)
from game.engine.events import AskIgnored, BeatOpened, Event
from game.engine.observation import Observation
from game.engine.record import Asked, Pledge, Record
from game.engine.terms import Phase, Phrase, Seat
from game.ui.parts.estimate import Estimate, estimate, once
from game.words import _


@frozen
class Scene:
    """One point of the sitting: the end of a round, or of a beat.

    label: what stands below the timeline.
    observation: what the observer knew then.
    events: what had happened since the point before.
    """

    label: str
    observation: Observation
    events: tuple[Event, ...]

    @property
    def estimate(self) -> Estimate | None:
        """Return the forecast of that moment; None before there was a text."""
        if self.observation.draft is None:
            return None
        return estimate(self.observation, self.observation.draft)


@frozen
class _Told:
    """How far the story has come.

    record: what is public.
    told: how many events were folded.
    """

    record: Record = field(factory=Record)
    said: int = 0
    showings: int = 0
    marks: int = 0
    warnings: int = 0


def scenes(o: Observation) -> tuple[Scene, ...]:
    """Return the points of a finished sitting, as one seat knew them, in order."""
    return once(o, f"scenes {o.seat}", lambda: tuple(_scenes(o)))


def through_eyes(o: Observation, seat: Seat) -> Observation:
    """Return a finished sitting as another seat knew it."""
    if seat == o.seat or seat not in o.revealed:
        return o
    return once(o, f"eyes {seat}", lambda: evolve(o, seat=seat, dealt=o.revealed[seat]))


def _scenes(o: Observation) -> list[Scene]:
    told = _Told(Record(stock=o.scenario.stock))
    out: list[Scene] = []
    since: list[Event] = []
    label, phase = "", Phase.DEAL
    for event in o.log:
        if isinstance(event, BeatOpened):
            if label:
                out.append(_scene(o, told, label, phase, since))
                since = []
            label, phase = _label(event), event.beat
        told = _told(o, told, event)
        since.append(event)
    if label:
        out.append(_scene(o, told, label, phase, since))
    return out


def _label(event: BeatOpened) -> str:
    names: Mapping[Phase, str] = {
        Phase.ALARM: _("Alarm"),
        Phase.SOUNDINGS: _("Soundings"),
        Phase.TEXT: _("Text"),
        Phase.BLUE: _("Blue"),
        Phase.VOTE: _("Vote"),
        Phase.ECHO: _("Echo"),
    }
    if event.beat is Phase.SQUEEZE:
        return str(event.round)
    return names.get(event.beat, event.beat.value)


def _scene(o: Observation, told: _Told, label: str, phase: Phase, since: list[Event]) -> Scene:
    shown = told.showings
    seen = tuple(v for v in o.versions[:shown] if o.seat in o.scenario.circle(v.circle))
    then = evolve(
        o,
        phase=phase,
        record=told.record,
        versions=seen,
        working=None,
        blue=o.blue if o.blue and o.blue <= shown else 0,
        legal=(),
        blocked={},
        log=(),
    )
    return Scene(label, then, tuple(since))


def _told(o: Observation, told: _Told, event: Event) -> _Told:
    """Fold one event into what is public; the final record holds what the event made."""
    r, end = told.record, o.record
    match event:
        case BeatOpened(day=day):
            return evolve(told, record=evolve(r, day=day))
        case Occur(incident=id):
            found = next((i for i in o.scenario.incidents if i.id == id), None)
            return evolve(told, record=evolve(r, stock=r.stock + (found.stock if found else 0)))
        case Sight(clue=clue):
            return evolve(told, record=evolve(r, clues=(*r.clues, clue)))
        case Speak(seat=seat, stance=stance, priority=priority):
            stances = {**r.stances, seat: stance}
            priorities = {**r.priorities, seat: priority}
            return evolve(told, record=evolve(r, stances=stances, priorities=priorities))
        case Propose(statement=statement) if statement:
            return evolve(told, record=evolve(r, statement=statement))
        case Block(seat=seat):
            return evolve(told, record=evolve(r, statement="", blocked_by=seat))
        case Say(seat=seat, phrase=phrase):
            said = told.said + 1
            now = evolve(r, phrases={**r.phrases, seat: phrase}, said=end.said[:said])
            return evolve(told, record=now, said=said)
        case CoSponsor(seat=seat):
            phrases = {**r.phrases, seat: Phrase.SUPPORTS}
            now = evolve(r, sponsors=(*r.sponsors, seat), phrases=phrases)
            return evolve(told, record=now)
        case Circulate(seat=seat) | PutInBlue(seat=seat):
            shown = told.showings + 1
            now = evolve(r, showings=end.showings[:shown], sponsors=r.sponsors or (seat,))
            if isinstance(event, PutInBlue):
                now = _settled(now, end)
            return evolve(told, record=now, showings=shown)
        case Back() | Oppose():
            marks = told.marks + 1
            return evolve(told, record=evolve(r, marks=end.marks[:marks]), marks=marks)
        case Warn():
            warnings = told.warnings + 1
            now = evolve(r, warnings=end.warnings[:warnings])
            return evolve(told, record=now, warnings=warnings)
        case DemandSight(seat=seat):
            return evolve(told, record=evolve(r, demanded=(*r.demanded, seat)))
        case Ask() | Grant() | Refuse() | AskIgnored():
            return evolve(told, record=_asked(r, end, event))
    return told


def _asked(r: Record, end: Record, event: Event) -> Record:
    match event:
        case Ask(seat=seat, measure=measure, level=level):
            final = end.asks[len(r.asks)]
            at_once = any(
                a.seat == seat and a.measure == measure and a.counter == level for a in r.asks
            )
            status = "granted" if at_once else "open"
            ask = evolve(final, status=status, counter=None)
            r = evolve(r, asks=(*r.asks, ask))
            return _pledged(r, ask) if at_once else r
        case Grant(ask=number):
            r = _answered(r, number, "granted", None)
            return _pledged(r, r.asks[number - 1])
        case Refuse(ask=number, counter=counter):
            return _answered(r, number, "refused", counter)
        case AskIgnored(seat=seat, measure=measure):
            for ask in r.asks:
                if (ask.seat, ask.measure, ask.status) == (seat, measure, "open"):
                    return _answered(r, ask.id, "ignored", None)
    return r


def _answered(r: Record, number: int, status: str, counter: int | None) -> Record:
    ask = evolve(r.asks[number - 1], status=status, counter=counter)
    return evolve(r, asks=(*r.asks[: number - 1], ask, *r.asks[number:]))


def _pledged(r: Record, ask: Asked) -> Record:
    kept = tuple(p for p in r.promised if (p.to, p.measure) != (ask.seat, ask.measure))
    return evolve(r, pledges=(*kept, Pledge(ask.seat, ask.measure, ask.level, ask.upward)))


def _settled(r: Record, end: Record) -> Record:
    status = {(p.to, p.measure): p.status for p in end.promised}
    pledges = tuple(evolve(p, status=status.get((p.to, p.measure), p.status)) for p in r.promised)
    return evolve(r, pledges=pledges)
