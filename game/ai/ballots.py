"""How a seat votes on each kind of question, by its own sums, and what it expects of a draft."""

from __future__ import annotations

from game.ai import mind
from game.engine import bargain, council, opinion, procedural
from game.engine.consensus import row
from game.engine.observation import Observation
from game.engine.record import Clause, Draft, Question
from game.engine.terms import Ballot
from game.engine.wording import put


def ballot(observation: Observation, question: Question) -> Ballot:
    """Return how this seat votes on a question, by its own sum."""
    o = observation
    if question.kind != "draft":
        return procedural.ballot(reasons(o, question))
    if o.seat in o.barred:
        return Ballot.ABSTAIN
    number = question.version
    cast = mind.true_ballot(o, o.text(number), opinion.heard_of(o, number))
    if cast is Ballot.YES and (stands := o.adopted):
        return _after(o, stands, question)
    if number == o.blue or cast is not Ballot.YES:
        return cast
    return _beside(o, question)


def _after(o: Observation, stands: Draft, question: Question) -> Ballot:
    """Return how a seat votes on a second text that it could live with, after one was adopted.

    Yes if what stands then serves it better; a permanent member that loses more than a veto costs
    says no.
    """
    gain = bargain.added(o, stands, question.version)
    if question.by == o.seat or gain > 0:
        return Ballot.YES
    return _against(o, -gain)


def _against(o: Observation, lost: int) -> Ballot:
    """Return what a loss of so many points leads to: no veto for less than it costs."""
    vetoes = o.seat in o.scenario.permanent and lost > mind.brief(o).veto_price
    return Ballot.NO if vetoes else Ballot.ABSTAIN


def _beside(o: Observation, rival: Question) -> Ballot:
    """Return how a seat votes on a rival that it could live with, while the pen's draft waits.

    Yes if it likes it better, or if the pen's has no chance; a permanent member that would lose
    more by it than a veto costs says no.
    """
    lost = -bargain.rather(o, rival.version)
    waits = any(q.kind == "draft" and q.version == o.blue for q in o.questions)
    doomed = not waits or chance(o, o.text(o.blue)) < procedural.CARRIES
    if rival.by == o.seat or lost < 0 or doomed:
        return Ballot.YES
    return _against(o, lost)


def reasons(observation: Observation, question: Question) -> tuple[opinion.Reason, ...]:
    """List this seat's reasons on a question that is no draft."""
    o, s = observation, observation.scenario
    if not o.blue:
        return procedural.reasons(procedural.Vote(s, o.seat, question))
    draft = o.text(question.version or o.blue)
    now = mind.points_for(o, draft)
    change = 0
    if question.kind == "amendment":
        change = mind.points_for(o, put(s, draft, question.clause)) - now
    elif question.kind == "part":
        change = now - mind.points_for(o, put(s, draft, Clause(question.measure, 0)))
    text, lost = now - mind.brief(o).yes_at, question.kind in council.MOTIONS and fails(o)
    return procedural.reasons(procedural.Vote(s, o.seat, question, text, change, fails=lost))


def fails(observation: Observation) -> bool:
    """Tell whether the text in blue is expected to fail today."""
    return chance(observation, observation.text(observation.blue)) < procedural.CARRIES


def chance(observation: Observation, draft: Draft) -> int:
    """Return the chance of a draft to be adopted today, per mille."""
    found = bargain.today(observation, row(observation.scenario, draft))
    return round(1000 * float(found.adopted[0]))
