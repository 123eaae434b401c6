"""What the guide of the tour does in a seat: sensible, and the same each time."""

from collections.abc import Callable

from game.engine import bargain, lint
from game.engine.actions import (
    Accept,
    Action,
    CastVote,
    Circulate,
    Consent,
    Convene,
    Decline,
    EndRound,
    Explain,
    Grant,
    KeepSilence,
    Propose,
    PutInBlue,
    Refuse,
    Report,
    Say,
    SetClause,
    Speak,
    StandBy,
    TellNeeds,
    readings,
)
from game.engine.observation import Observation
from game.engine.opinion import phrase_for
from game.engine.record import Clause
from game.engine.terms import Ballot, Circle, Phase, Seat, Stance
from game.session import advise
from game.ui.bargain import cables
from game.ui.parts import search
from game.ui.parts.estimate import estimate
from game.ui.parts.reasons import reasons
from game.ui.parts.yes_if import yes_if

CONCESSIONS = 4
"""Clauses the guide writes in one turn, at most."""


def next_act(o: Observation) -> Action:
    """Return the next act of whoever leads through this sitting."""
    if o.offered is not None or o.inquirer:
        return answer(o)
    if StandBy(o.seat) in o.legal and o.phase is not Phase.BLUE:
        return StandBy(o.seat)
    acts: dict[Phase, Callable[[Observation], Action]] = {
        Phase.ALARM: lambda seen: next(a for a in seen.legal if isinstance(a, Convene)),
        Phase.SOUNDINGS: _sound,
        Phase.TEXT: _write,
        Phase.SQUEEZE: _squeeze,
        Phase.BLUE: _last_word,
        Phase.VOTE: _vote,
        Phase.ECHO: _outside,
    }
    return acts[o.phase](o)


def answer(o: Observation) -> Action:
    """Return the answer to what waits: accept what is worth something, name what weighs most."""
    if o.inquirer:
        return TellNeeds(o.seat, o.inquirer, cables.worst(o))
    waits = o.offered
    assert waits is not None  # The caller asked.
    accept = Accept(o.seat, waits.seat, waits.number)
    gain = bargain.value(o, waits.seat, waits.take, waits.give).points
    if gain > 0 and accept in o.legal:
        return accept
    return Decline(o.seat, waits.seat, waits.number)


def _sound(o: Observation) -> Action:
    if o.seat not in o.record.stances:
        first = next(a.measure for a in o.scenario.briefs[o.seat].aims if a.measure)
        return Speak(o.seat, Stance.MEASURES, first)
    if not o.record.statement:
        return Propose(o.seat, o.scenario.statements[0].id if o.is_pen else "")
    return Consent(o.seat)


def _write(o: Observation) -> Action:
    if not o.versions:
        for measure, level in o.scenario.opening.items():
            write = SetClause(o.seat, measure, level)
            if write in o.legal:
                return write
        return Circulate(o.seat, Circle.P5)
    return EndRound(o.seat)


def _squeeze(o: Observation) -> Action:
    if o.record.settling.silence is not None:
        return KeepSilence(o.seat)
    return _as_pen(o) if o.is_pen else _as_member(o)


def _as_member(o: Observation) -> Action:
    why = reasons(o, o.seat, o.draft)
    if why is not None and o.seat not in o.spoke and o.draft is not None:
        return Say(o.seat, phrase_for(o.scenario.briefs[o.seat], why.total))
    asks = [a for a in o.legal if type(a).__name__ == "Ask"]
    wanted = {a.measure: a for a in o.scenario.briefs[o.seat].aims if a.measure}
    asked = {a.measure for a in o.record.asks if a.seat == o.seat}
    for ask in asks:
        aim = wanted.get(ask.measure)  # type: ignore[attr-defined]
        if aim is None or ask.measure in asked:  # type: ignore[attr-defined]
            continue
        if ask.level in (aim.at_least, aim.at_most):  # type: ignore[attr-defined]
            return ask
    return EndRound(o.seat)


def _as_pen(o: Observation) -> Action:
    for ask in o.record.asks:
        if ask.status == "open":
            weight = 2 if ask.seat in o.scenario.permanent else 1
            return Grant(o.seat, ask.id) if ask.id % 3 < weight else Refuse(o.seat, ask.id)
    found = estimate(o)
    if found is not None and found.passes < 0.9:
        risk = max(o.scenario.seats, key=lambda s: (found.no[s], -found.yes[s]))
        if (write := _concession(o, risk)) is not None:
            return write
    if (mended := _mended(o)) is not None:
        return mended
    if o.versions[-1].clauses != o.working and o.tokens.get(o.seat):
        show = Circulate(o.seat, Circle.ALL)
        if show in o.legal:
            return show
    last = o.round == o.last_round
    good = found is not None and found.passes > 0.95 and o.round >= o.last_round - 1
    if (last or good) and PutInBlue(o.seat) in o.legal:
        return PutInBlue(o.seat)
    return EndRound(o.seat)


def _mended(o: Observation) -> SetClause | None:
    """Return the change that the Secretariat suggests where the text cannot go into blue."""
    remark = lint.first_error(o.scenario, o.working or {})
    if remark is None or remark.fix is None:
        return None
    write = SetClause(o.seat, *remark.fix)
    return write if write in o.legal else None


def _concession(o: Observation, seat: Seat) -> SetClause | None:
    """Return the nearest words that win a seat; else take a step back where it hurts most.

    At most a few a round, so that the tour shows how a text moves.
    """
    ended = max((i for i, e in enumerate(o.log) if isinstance(e, EndRound)), default=0)
    if sum(isinstance(e, SetClause) for e in o.log[ended:]) >= CONCESSIONS:
        return None
    found = yes_if(o, seat)
    while found is not None and found.state == "searching":
        search.think(1000)
        found = yes_if(o, seat)
    steps = {c.measure: c for c in found.changes} if found is not None else {}
    why = reasons(o, seat)
    for reason in sorted(why.reasons if why else (), key=lambda r: r.points):
        clause = (o.working or {}).get(reason.cause)
        if clause is not None and reason.points < 0:
            steps.setdefault(reason.cause, Clause(reason.cause, clause.level - 1))
    writes = (SetClause.of(o.seat, clause) for clause in steps.values())
    return next((write for write in writes if write in o.legal), None)


def _outside(o: Observation) -> Action:
    """Return what is due in the months after the vote: a report, or what a computer would do."""
    report = Report(o.seat, "full")
    found = report if report in o.legal else advise(o)
    assert found is not None  # It is this seat's turn.
    return found


def _last_word(o: Observation) -> Action:
    return StandBy(o.seat)


def _vote(o: Observation) -> Action:
    if o.stage == "explaining":
        return Explain(o.seat, readings(o, o.seat)[-1], "We regret that the matter came to this.")
    if not o.calling:
        return StandBy(o.seat)
    why = reasons(o, o.seat)
    yes = why is not None and why.total >= o.scenario.briefs[o.seat].yes_at
    return CastVote(o.seat, Ballot.YES if yes or o.is_pen else Ballot.ABSTAIN)
