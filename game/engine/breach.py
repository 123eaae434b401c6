"""Which promises of a seat an act of it breaks as it is done."""

from __future__ import annotations

from game.engine.actions import Action, Ask, Back, BreakSilence, CastVote, Oppose, Report, Warn
from game.engine.observation import Observation
from game.engine.record import Pledge
from game.engine.terms import Phrase
from game.engine.wording import clause_at, is_harder


def broken_by(observation: Observation, action: Action) -> tuple[Pledge, ...]:
    """Return the open promises of the one who looks that an act of it breaks there and then."""
    o = observation
    own = (p for p in o.record.pledges if p.by == o.seat and p.status == "open")
    return tuple(p for p in own if _breaks(o, p, action))


def _breaks(o: Observation, pledge: Pledge, action: Action) -> bool:
    match action:
        case CastVote():
            question = next(iter(o.questions), None)
            decides = question is not None and (question.kind, question.version) == (
                "draft",
                o.blue,
            )
            return decides and not pledge.allows(action.ballot)
        case Report():
            return pledge.kind == "enforce" and action.kind != "full"
        case BreakSilence() if pledge.kind == "silence":
            return True
    return pledge.kind == "lift" and _raised(o, action) == (pledge.measure, pledge.upward)


def _raised(o: Observation, action: Action) -> tuple[str, bool] | None:
    """Return the clause that an act raises, and whether towards more; None if it raises none."""
    match action:
        case Ask():
            now = clause_at(o.scenario, o.draft or {}, action.measure)
            return action.measure, is_harder(o.scenario, action.clause, now)
        case Back() | Oppose():
            return action.measure, isinstance(action, Back)
        case Warn() if action.phrase is not Phrase.SUPPORTS:
            return action.measure, False
        case BreakSilence() if action.measure:
            now = clause_at(o.scenario, o.draft or {}, action.measure)
            return action.measure, action.level > now.level
    return None
