"""How a computer explains its vote: before it, where the others had better know; or after."""

from __future__ import annotations

from game.ai import ballots, deals, mind, season
from game.engine import consensus, opinion
from game.engine.actions import (
    AFTER_A_FAILURE,
    NARROW,
    Action,
    Explain,
    ExplainHome,
    narrowable,
    readings,
)
from game.engine.observation import Observation
from game.engine.opinion import Reason
from game.engine.record import Question
from game.engine.terms import Ballot

COMPANY = 2
"""Points more that a narrow reading needs none of, once a permanent member has given one. Tuned."""
WARY = 3
"""Concern about interference from which who voted for a text calls it no duty. Tuned."""
VOICES = 2
"""Members that explain themselves before a vote, at most. Tuned: as on any public act."""


def before(observation: Observation) -> Explain | None:
    """Explain a vote that is no yes before it is taken, or as was promised; None to wait.

    Who is not for a text says so first, so that nobody has to read it from the hands.
    """
    o = observation
    if Explain.__name__ in o.blocked or len(o.explained) >= VOICES or o.seat in o.explained:
        return None
    if said := deals.reading(o):
        return _read(o, said)
    main = next((q for q in o.questions if _is_main(o, q)), None)
    if main is None or ballots.ballot(o, main) is Ballot.YES:
        return None
    return _read(o, _reading(o))


def _is_main(o: Observation, question: Question) -> bool:
    return question.kind == "draft" and question.version == o.blue


def after(observation: Observation) -> Action:
    """Explain to the capital, then explain the vote: as promised, or by what weighed most."""
    o = observation
    if o.unmet:
        return ExplainHome(o.seat, o.unmet[0])
    if o.seat in o.explained:
        return Explain(o.seat, "")  # It has been said.
    if failed := readings(o, o.seat)[:1]:
        if failed[0] in AFTER_A_FAILURE:
            return Explain(o.seat, failed[0])
    return _read(o, deals.reading(o) or _reading(o))


def _read(o: Observation, reading: str) -> Explain:
    """Return the explanation, which names the clause that is read narrowly."""
    return Explain(o.seat, reading, measure=_hardest(o) if reading == NARROW else "")


def _hardest(o: Observation) -> str:
    """Return the clause of the text that costs this seat most, beyond what is in force."""
    return min(narrowable(o.scenario, o.text(o.blue)), key=lambda id: cost(o, id), default="")


def cost(observation: Observation, measure: str) -> int:
    """Return what a clause of the text is worth to this seat, beyond what is in force."""
    o, at = observation, consensus.model(observation.scenario).places[measure]
    level = opinion.level_of(o.scenario, o.text(o.blue), measure)
    row = mind.own_table(o)[at]
    return int(row[level] - row[o.scenario.floor(measure)])


def why(observation: Observation, reading: str) -> Reason:
    """Return why this seat reads the text so, by what `_reading` went by."""
    o, brief = observation, mind.brief(observation)
    points = mind.points_for(o, o.text(o.blue)) - brief.yes_at
    if reading == NARROW:
        return Reason("near_the_line" if points >= 0 else "short_of_a_yes", points)
    for_it = _stands_by_it(o)
    if reading == "wide":
        return Reason("calls_it_a_duty" if for_it else "own_words", 0)
    if not for_it:
        return Reason("clear_of_the_line", points)
    if brief.weights.sovereignty >= WARY:
        return Reason("wary_of_duties", brief.weights.sovereignty)
    return Reason("no_full_report", 0)


def _stands_by_it(o: Observation) -> bool:
    """Tell whether a seat has voted for the text, and is not one of those who would rather not."""
    return bool(o.tally and o.tally.ballots[o.seat] is Ballot.YES and not mind.brief(o).reluctant)


def _reading(o: Observation) -> str:
    """Return how this seat reads the text.

    Whoever would report in one page calls it no duty, but for those whose own words stand in it.
    """
    brief, full = mind.brief(o), season.report(o, held=True) == "full"
    if _stands_by_it(o):
        return "wide" if brief.weights.sovereignty < WARY and full else "talks"
    enough = brief.yes_at + opinion.SUPPORT_FROM
    if any(o.explained.get(seat) == NARROW for seat in o.scenario.permanent):
        enough += COMPANY
    close = mind.points_for(o, o.text(o.blue)) < enough
    if not close and any(e.taken and e.seat == o.seat for e in o.record.settling.edits):
        return "wide"  # The words are its own now, and the pen has paid for that.
    return NARROW if close else "talks"
