"""Why a computer meets, speaks and votes on products as it does, and what it does in the months.

What follows from a capital's interests is told by them: they are public, its instructions are not.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.ai import ballots, deals, explaining, mind, procedure, products, season
from game.engine import council, opinion, procedural
from game.engine.actions import (
    AFTER_A_FAILURE,
    MOST_RAISED,
    Action,
    AskTime,
    Block,
    Consent,
    Convene,
    CoSign,
    Deliver,
    Dissociate,
    Explain,
    Hold,
    Object,
    Propose,
    Report,
    Request,
    Rule,
    Schedule,
    Soften,
    Speak,
    StandBy,
    TakeUp,
    acts_left,
)
from game.engine.followup import CAMPAIGN
from game.engine.observation import Observation
from game.engine.opinion import Reason
from game.engine.record import CALL, Question
from game.engine.terms import Ballot, Phase, Stance

PLAIN: Mapping[type[Action], str] = {
    Block: "unbearable_word",
    Consent: "bears_it",
    Schedule: "day_to_read",
    Soften: "bears_softer",
}
"""Acts that have one reason, whoever does them."""
HELD: Mapping[str, str] = {"list": "friend_named", "relief": "wary_of_relief"}
"""Kind of a notice -> why a capital holds it; what else there is names its own ports."""


def reason(observation: Observation, action: Action) -> Reason | None:
    """Return why a seat acts in a meeting that is not about a text, or in the months after."""
    o = observation
    if type(action) in PLAIN:
        return Reason(PLAIN[type(action)], 0)
    if o.phase is Phase.ECHO:
        return _in_the_months(o, action)
    weights = mind.brief(o).weights
    match action:
        case Rule(upheld=upheld):
            return Reason("by_article" if upheld else _turned_down(o), 0)
        case Dissociate():
            word = procedure.missed(o)
            return Reason("wants_more_said" if word else "a_step_too_far", 0, word)
        case Propose():
            return Reason(products.why(o, action), 0)
        case Request() | CoSign():
            return Reason("wants_to_meet", weights.nonproliferation)
        case Convene(room=room):
            asked = max(o.record.requests, key=lambda r: len(r.signers)).room
            return Reason("as_asked" if room == asked else "shuts_doors", weights.sovereignty)
        case Speak():
            return _for_speaking(o, action.stance)
        case Object():
            return _for_objecting(o, action.item)
        case Explain():
            return _for_explaining(o, action.reading)
        case StandBy():
            return Reason(_standing_by(o), 0)
    return None


def _for_speaking(o: Observation, stance: Stance) -> Reason:
    brief = mind.brief(o)
    if brief.reluctant or brief.weights.sovereignty >= 4:
        return Reason("wary_capital", brief.weights.sovereignty)
    if brief.weights.nonproliferation >= 4:
        return Reason("keen_capital", brief.weights.nonproliferation)
    return Reason("in_the_middle" if stance is Stance.CONDEMN else "takes_the_tone", 0)


def _for_objecting(o: Observation, item: str) -> Reason:
    """Return why a seat objects: to what is on the agenda, to a ruling, or to a separate vote."""
    if o.stage == "opening":
        kind = "agenda" if item == "agenda" else "invitation"
        vote = procedural.Vote(o.scenario, o.seat, Question(kind, "", cause=item))
        return Reason("question_hurts", opinion.total(procedural.reasons(vote)))
    ruled = o.matter is not None and o.matter.kind == "ruling"
    return Reason("loses_its_say" if ruled else "whole_or_nothing", 0)


def _for_explaining(o: Observation, reading: str) -> Reason:
    """Return why a vote is explained so after it was taken."""
    if not reading:
        return Reason("has_spoken", 0)
    if reading in AFTER_A_FAILURE:
        return Reason("on_record", 0)
    if deals.reading(o) == reading:
        return Reason("promised_reading", 0)
    return explaining.why(o, reading)


LEFT: Mapping[str, str] = {
    "draft": "draft_stands",
    "in_hand": "moved_stands",
    "part": "clause_to_spare",
    "ruling": "ruling_stands",
    "second": "not_taken_over",
    CALL: "nobody_asked",
}
"""What was before a seat -> why it was left as it is."""
STANDS: Mapping[str, str] = {"asking": "leaves_asking", "opening": "agenda_stands"}
"""Stage of a meeting -> why a seat raises nothing there."""


def _standing_by(o: Observation) -> str:
    """Return why a seat leaves things as they are."""
    if o.phase is Phase.BLUE and o.seat in o.record.sponsors:
        return "name_under_it"
    if o.matter is not None:
        return LEFT.get(o.matter.kind, "leaves_it")
    if o.stage == "floor":
        return _on_the_floor(o)
    if o.record.statement and o.record.blocked_by:
        firm = mind.temper(o).firmness >= procedure.FIRM
        return "keeps_its_words" if firm else "no_softer_word"
    return STANDS.get(o.stage, "nothing_to_gain")


def _on_the_floor(o: Observation) -> str:
    """Return why a seat raises nothing more before a vote."""
    if acts_left(o, o.seat) < MOST_RAISED:
        return "said_most"
    main = next((q for q in o.questions if (q.kind, q.version) == ("draft", o.blue)), None)
    if main is None:
        return "nothing_to_gain"
    if ballots.ballot(o, main) is Ballot.YES:
        return "content_to_vote"
    return "others_explained" if len(o.explained) >= explaining.VOICES else "nothing_to_gain"


# -- the months after


def _turned_down(o: Observation) -> str:
    """Return why a point of order is not upheld: practice lets parties to a dispute vote."""
    if (point := o.matter) is None or point.cause != council.PARTY:
        return "no_such_rule"
    return "by_practice" if point.measure in o.scenario.parties else "no_such_rule"


def _in_the_months(o: Observation, action: Action) -> Reason | None:
    match action:
        case Hold(notice=number):
            kind = o.record.followup.notices[number - 1].kind
            return Reason(HELD.get(kind, "own_ports"), 0)
        case AskTime():
            return Reason("others_mind_it", 0)
        case Report(kind=kind):
            return Reason(_for_reporting(o, kind), 0)
        case Deliver():
            return Reason("keeps_its_word", 0)
        case TakeUp():
            return Reason("road_to_talks" if action.taken else "no_road", season.offering(o))
        case StandBy():
            return Reason("worth_nothing" if o.stage == CAMPAIGN else season.lets_pass(o), 0)
    found = next((e for e in season.errands(o) if e.action == action), None)
    return Reason(found.key, found.points) if found else None


def _for_reporting(o: Observation, kind: str) -> str:
    if kind == "full" and season.report(o, held=False) != kind:
        return "said_so" if o.explained.get(o.seat) == "wide" else "promised_report"
    if kind == "short" and season.is_held(o):
        return "breaks_report"
    if kind == "short":
        return "little_means" if season.reluctance(o) < season.SHORT_AT else "much_to_lose"
    return "can_and_will" if kind == "full" else "no_means"
