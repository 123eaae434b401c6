"""Why a computer acts: the one reason that its act follows from, with the points it reckoned.

What is said comes from the same tables as the act itself, so it is true of the seat that acts; it
is for those who may look into its cards, in the debrief and in tests.
"""

from __future__ import annotations

from game.ai import (
    answering,
    ballots,
    deals,
    delaying,
    doorstep,
    mind,
    rivals,
    speaking,
    tabling,
    why_meeting,
    why_text,
    word,
)
from game.engine import bargain, consensus, council, opinion
from game.engine.actions import (
    Accept,
    Action,
    Amend,
    Arrange,
    Ask,
    Back,
    Block,
    CastVote,
    CoSponsor,
    DemandSight,
    Divide,
    Explain,
    Grant,
    Move,
    Offer,
    Oppose,
    PointOfOrder,
    ProposeEdit,
    Refuse,
    Retract,
    Say,
    Second,
    Table,
    TakeEdit,
    Warn,
    Withdraw,
)
from game.engine.breach import broken_by
from game.engine.observation import Observation
from game.engine.opinion import Reason
from game.engine.record import Clause, Question
from game.engine.terms import Ballot, Phase
from game.engine.text import edited
from game.engine.wording import clause_at, put


def why(observation: Observation, action: Action) -> Reason:
    """Return the reason of an act of this seat: its kind, the points behind it, the measure."""
    o = observation
    match action:
        case Ask():
            return _for_asking(o, action.clause)
        case Back() if _quotes(o, action.measure):
            points = opinion.arguments(o.scenario, o.record)[action.measure]
            return Reason("found", points, action.measure)
        case Back() | Oppose():
            return Reason("is_named", 0, action.measure)
        case Warn():
            return _for_warning(o, action)
        case Grant() | Refuse():
            return answering.reason(o, action)
        case Say(room="stakeout") if o.draft is not None:
            bound = opinion.FACE * action.phrase.points - opinion.face_points(o.record, o.seat)
            return Reason("binds" if bound < 0 else "unbinds", bound)
        case CastVote() if o.blue:
            return _for_voting(o, o.questions[0])
        case Say() | CoSponsor() if o.draft is not None:
            points = _above_yes(o, mind.points_for(o, o.draft))
            return Reason("above_yes" if points >= 0 else "below_yes", points)
        case DemandSight():
            return Reason("not_shown", opinion.LATE_SIGHT)
    found = _for_dealing(o, action) or _for_the_floor(o, action)
    found = found or why_text.reason(o, action) or why_meeting.reason(o, action)
    return found or Reason("worth_most", 0)


def _quotes(o: Observation, measure: str) -> bool:
    """Tell whether it is the experts' report, and no instruction, that speaks for a clause."""
    aims = {a.measure for a in mind.brief(o).aims}
    return measure not in aims and measure in opinion.arguments(o.scenario, o.record)


def _for_warning(o: Observation, warn: Warn) -> Reason:
    if speaking.is_too_much(o, warn.measure, warn.level):
        alone = opinion.alone(o.scenario, warn.measure, warn.level)
        return Reason("short_alone", _above_yes(o, mind.points_for(o, alone)), warn.measure)
    at = consensus.model(o.scenario).measures.index(warn.measure)
    own = (mind.own_table(o) + mind.aim_table(o))[at]
    return Reason("bluff", int(own[warn.level - 1] - own[mind.levels(o)[at]]), warn.measure)


def _for_voting(o: Observation, question: Question) -> Reason:
    """Return what decides a ballot: the sum for the draft, or what one would rather have."""
    if question.kind != "draft":
        points = opinion.total(ballots.reasons(o, question))
        return Reason("question_helps" if points > 0 else "question_hurts", points)
    points = _above_yes(o, mind.points_on(o, question.version))
    if points >= 0 and question.by != o.seat and (stands := o.adopted):
        adds = bargain.added(o, stands, question.version)
        return Reason("adds_to_it" if adds > 0 else "adopted_serves", adds)
    if question.version == o.blue or points < 0:
        return Reason("above_yes" if points >= 0 else "below_yes", points)
    better = bargain.rather(o, question.version)
    if better <= 0 and ballots.ballot(o, question) is Ballot.YES:
        return Reason("above_yes", points)  # The one that waits has no chance.
    return Reason("rather" if better > 0 else "rather_not", better)


def _for_dealing(o: Observation, action: Action) -> Reason | None:
    """Return what a deal, an edit at the door, or other words are worth to this seat."""
    match action:
        case Offer():
            return _for_a_deal(bargain.value(o, action.to, action.give, action.take).points)
        case Accept() if o.offered is not None:
            return _for_a_deal(deals.worth_to(o, o.offered).points)
        case ProposeEdit() if o.draft is not None:
            clause = edited(o.draft[action.measure], action.edit)
            text = {**o.draft, action.measure: clause}
            gain = mind.points_for(o, text) - mind.points_for(o, o.draft)
            return Reason("own_interest", gain, action.measure)
        case TakeEdit() if o.draft is not None:
            edit = next(e for e in o.record.settling.edits if e.seat == action.of)
            text = {**o.draft, edit.measure: edited(o.draft[edit.measure], edit)}
            return Reason("edit_pays", doorstep.gain(o, edit, text) // 1000, edit.measure)
        case Block() if action.measure:
            return Reason("unbearable", 0, action.measure)
    return None


def _for_a_deal(points: int) -> Reason:
    """Return what a deal is worth: something, or nothing less than no deal."""
    return Reason("deal" if points > 0 else "deal_even", points)


def _for_the_floor(o: Observation, action: Action) -> Reason | None:
    """Return what a seat has by what it brings up beside the pen's text."""
    match action:
        case Table() if (found := rivals.best(o)) is not None:
            return Reason("rival", found.points)
        case Withdraw(version=version) if version and o.draft is not None:
            better = mind.points_on(o, version) - mind.points_for(o, o.draft)
            return Reason("rather_not", better)
        case Retract(kind="amendment", measure=measure) if not tabling.gains(o, o.questions[0]):
            return Reason("nothing_gained", 0, measure)
        case Withdraw():
            return Reason(_for_withdrawing(o), 0)
        case Retract():
            return Reason("would_lose", 0, action.measure)
        case Second():
            return Reason("seconds", _above_yes(o, mind.points_on(o, action.version)))
        case Divide() if tabling.only_objection(o, o.text(o.blue)) == action.measure:
            return Reason("only_objection", 0, action.measure)
        case Amend() if o.phase is Phase.VOTE and tabling.is_for_the_record(o, action.clause):
            return Reason("has_it_on_record", 0, action.measure)
        case Amend() | Divide() if o.phase is Phase.VOTE:
            draft = o.text(o.blue)
            clause = action.clause if isinstance(action, Amend) else Clause(action.measure, 0)
            text = put(o.scenario, draft, clause)
            gain = mind.points_for(o, text) - mind.points_for(o, draft)
            return Reason("own_interest", gain, action.measure)
        case Move() if o.phase is Phase.VOTE and delaying.move(o) is None:
            return Reason("asks_for_time", _above_yes(o, mind.points_on(o, o.blue)))
        case Move() if o.phase is Phase.VOTE:
            gain = opinion.total(ballots.reasons(o, Question(action.motion, "")))
            return Reason("gains_time", gain)
        case Explain(reading=reading) if o.stage == "floor":
            return _for_explaining(o, reading)
        case PointOfOrder(point=council.PARTY):
            return Reason("has_to_abstain", 0)
        case Arrange():
            return Reason("order_helps", 0)
    return None


def _for_withdrawing(o: Observation) -> str:
    """Return why a text is withdrawn: another passed, its own capital does not bear it, or hope."""
    if o.adopted:
        return "overtaken"
    short = _above_yes(o, mind.points_for(o, o.text(o.blue))) < 0
    return "not_borne" if short else "doomed"


def _for_explaining(o: Observation, reading: str) -> Reason:
    """Return why a seat explains a vote before it is taken."""
    if deals.reading(o) == reading:
        return Reason("promised_reading", 0)
    points = _above_yes(o, mind.points_for(o, o.text(o.blue)))
    return Reason("tells_before", points)


def _above_yes(observation: Observation, points: int) -> int:
    return points - mind.brief(observation).yes_at


def _for_asking(observation: Observation, wanted: Clause) -> Reason:
    o, s = observation, observation.scenario
    column = consensus.model(s).places[wanted.measure]
    guessed = Clause(wanted.measure, int(mind.levels(o)[column]))
    now = guessed if o.draft is None else clause_at(s, o.draft, wanted.measure)
    gain = mind.clause_points(o, wanted) - mind.clause_points(o, now)
    if broken_by(o, ask := Ask.of(o.seat, wanted)):
        return Reason("breaks_lift", word.hoped(o, ask), wanted.measure)
    aims, found = mind.aim_table(o)[column], mind.found_table(o)[column]
    if aims[wanted.level] > aims[now.level]:
        return Reason("instructed", gain, wanted.measure)
    if found[wanted.level] > found[now.level]:
        more = int(found[wanted.level] - found[now.level])
        return Reason("found", gain + more, wanted.measure)
    return Reason("own_interest", gain, wanted.measure)
