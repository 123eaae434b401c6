"""Why a computer writes, shows, closes and settles a text as it does, and why it speaks of needs.

Each reason is asked of what the act was chosen by; the points are those of the seat that acts.
"""

from __future__ import annotations

from game.ai import closing, deadline, deals, mind, promising
from game.engine import bargain, consensus, opinion
from game.engine.actions import (
    Action,
    AskDelay,
    AskExtension,
    AskFlexibility,
    AskNeeds,
    BreakSilence,
    Circulate,
    Close,
    Decline,
    EndRound,
    ExplainHome,
    Insist,
    KeepSilence,
    PutInBlue,
    SetClause,
    SetDate,
    Silence,
    TellNeeds,
)
from game.engine.actions.terms import refusal_of
from game.engine.observation import Observation
from game.engine.opinion import Reason
from game.engine.record import Clause
from game.engine.terms import Phase, Seat
from game.engine.wording import clause_at


def reason(observation: Observation, action: Action) -> Reason | None:
    """Return why a text is written, shown or settled so, or what was said of needs; else None."""
    return _of_writing(observation, action) or _of_settling(observation, action)


def above_yes(observation: Observation) -> int:
    """Return how far the text this seat knows is above a yes of its own, in points."""
    o = observation
    return mind.points_for(o, o.draft or {}) - mind.brief(o).yes_at


# -- the pen


def _of_writing(o: Observation, action: Action) -> Reason | None:
    match action:
        case SetClause():
            return _for_setting(o, action.clause)
        case Circulate(circle=circle):
            wider = not o.versions or circle is not o.versions[-1].circle
            return Reason("more_readers" if wider else "new_words", 0)
        case Close():
            kept = _kept(o, action.measure)
            return Reason("means_to_keep" if kept > 0 else "settles", kept, action.measure)
        case Silence():
            found = bargain.today(o, _working(o))
            return Reason("most_content", round(float(found.expected[0])))
        case SetDate():
            return Reason("others_wait", len(deadline.waiting(o)))
        case PutInBlue() if o.round >= o.last_round:
            return Reason("last_round", 0)
        case PutInBlue():
            found = bargain.today(o, _working(o))
            return Reason("sure_enough", round(100 * float(found.adopted[0])))
        case EndRound() if o.is_pen and o.versions and o.versions[-1].day == o.record.day:
            return Reason("has_shown", 0)
        case EndRound():
            return Reason("keeps_acts" if o.tokens.get(o.seat) else "nothing_more", 0)
    return None


def _for_setting(o: Observation, clause: Clause) -> Reason:
    """Return why the pen writes a clause: to open with it, for its word, or to win others."""
    if o.phase is Phase.TEXT:
        return Reason("opens_with", 0, clause.measure)
    now = clause_at(o.scenario, o.working or {}, clause.measure)
    if _owed(o, clause) - _owed(o, now):
        return Reason("keeps_word", 0, clause.measure)
    points = mind.clause_points(o, clause) - mind.clause_points(o, now)
    if clause.level == now.level:
        return Reason("softer_words" if points < 0 else "other_words", points, clause.measure)
    if not points:
        return Reason("for_others", 0, clause.measure)
    return Reason("gives_way" if points < 0 else "own_interest", points, clause.measure)


def _owed(o: Observation, clause: Clause) -> set[Seat]:
    """Return to whom a clause keeps what the pen has promised on it."""
    text = {clause.measure: clause}
    owed = (p for p in o.record.promised if p.measure == clause.measure)
    return {p.to for p in owed if opinion.keeps(o.scenario, text, p)}


def _kept(o: Observation, measure: str) -> int:
    """Return what the pen would lose if a clause fell back to what is in force."""
    now = clause_at(o.scenario, o.draft or {}, measure)
    base = Clause(measure, o.scenario.base(measure))
    return mind.clause_points(o, now) - mind.clause_points(o, base)


def _working(o: Observation) -> consensus.Ints:
    return consensus.row(o.scenario, o.working or {})


# -- the others


def _of_settling(o: Observation, action: Action) -> Reason | None:
    match action:
        case KeepSilence():
            return _for_keeping_silence(o)
        case BreakSilence(measure=measure) if deals.owed(o, "silence"):
            return Reason("breaks_word", above_yes(o), measure)
        case BreakSilence(measure=measure):
            return Reason("breaks_for" if measure else "below_yes", above_yes(o), measure)
        case AskExtension():
            waits = closing.awaits_home(o)
            return Reason("home_to_answer" if waits else "time_helps", above_yes(o))
        case Insist():
            return Reason("needs_the_day", 0)
        case AskDelay():
            return Reason("ally_to_speak", above_yes(o))
        case ExplainHome():
            return Reason("answers_home", 0)
        case AskNeeds():
            return Reason("hand_in_doubt", 0)
        case TellNeeds():
            return _for_telling(o, action)
        case AskFlexibility():
            return Reason("room_for_a_yes", above_yes(o), action.measure)
        case Decline() if (offered := o.offered) is not None:
            if refusal_of(o.scenario, o.record, o.seat, offered.seat, offered.take) is not None:
                return Reason("cannot_give", 0)
            if promised := promising.clashes(o, offered.seat, offered.take):
                return Reason("promised_otherwise", 0, promised)
            if not promising.is_good(o, offered.seat, offered.take, offered.give):
                return Reason("cannot_give", 0)
            return Reason("deal_short", deals.worth_to(o, offered).points)
    return None


def _for_keeping_silence(o: Observation) -> Reason:
    if o.draft is None:
        return Reason("saw_nothing", 0)
    points = above_yes(o)
    if points >= 0:
        return Reason("above_yes", points)
    if o.seat in o.record.sponsors:
        return Reason("name_under_it", 0)
    return Reason("promised_silence" if deals.owed(o, "silence") else "no_mending", points)


def _for_telling(o: Observation, told: TellNeeds) -> Reason:
    heaviest = deals.trouble(o)
    if not heaviest:
        return Reason("nothing_weighs", 0)
    at = consensus.model(o.scenario).places[heaviest]
    points = int(mind.own_table(o)[at, mind.levels(o)[at]])
    if told.about or told.category:
        return Reason("weighs_most", points, heaviest)
    return Reason("keeps_it_close", points, heaviest)
