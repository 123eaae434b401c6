"""Why a delegation votes as it does on procedure, on amendments and on parts of a draft.

The sum shown is the sum used, as for drafts in `opinion`.
Source: the sum on a contested agenda was fitted on the four recorded votes of 2014 to 2017 on
human rights; it gives 43 of the 45 ballots of members whose interests are on file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from attrs import frozen

from game.engine.council import MOTIONS, ORDER, PARTY, foretold
from game.engine.opinion import PULLS, Reason, total
from game.engine.record import Question
from game.engine.scenario import Scenario, Weights
from game.engine.terms import Ballot, Seat

CARRIES = 500
"""Chance, per mille, from which a text is expected to be adopted."""
YES_FROM = 2
"""Points from which a member votes for a motion; as far below nothing it votes against. Tuned."""
AGENDA = 2
"""Points for an item that somebody asked to discuss. Tuned: the four votes."""
PER_SOVEREIGNTY = -3
"""Points on rights for each point of concern about interference. Tuned: the four votes."""
PROLIFERATION = 12
"""Points for the agenda item on proliferation, which nobody has contested. Tuned: the record."""
FORETOLD = 3
"""Points more for it where the last text promised a next step. Tuned: as much as it promises."""
HEARING = 4
"""Points for hearing a guest: invitations are seldom refused. Tuned."""
BROUGHT = 4
"""Points more for a State whose letter brought the matter. Source: rule 37; tuned."""
OWN = 10
"""Points for what a member moved itself, or as many as make it a yes. Tuned."""
CHAIR = -5
"""Points against overruling the President, which almost never happens. Tuned."""
SHUT_OUT = 12
"""Points for overruling what takes one's own vote away. Tuned."""
PUT_LAST = 8
"""Points for overruling an order of speakers that sets one back. Tuned."""
DORMANT = 3
"""Points against holding a party to the dispute to its duty to abstain. Tuned: nearly dead.

Source: Security Council Report, Obligatory Abstentions, April 2014: last raised in April 2000, to
no effect.
"""
HASTE = -4
"""Points against holding up a vote that is called. Tuned: quiet agreement is commoner."""
MOST_DOUBT = 10
"""Points at most that one's view of the draft adds to a motion to delay it. Tuned."""
SPONSOR = -4
"""Points of a sponsor against changes of its text at the table. Tuned."""


@frozen
class Vote:
    """A question that is no draft, before one member.

    scenario: what is fixed.
    seat: whose vote.
    question: what it is about.
    text: its own sum for the draft, above what it takes for a yes.
    change: its own sum for the draft with the question carried, minus without.
    fails: the member expects the draft to fail today.
    """

    scenario: Scenario
    seat: Seat
    question: Question
    text: int = 0
    change: int = 0
    fails: bool = False

    @property
    def weights(self) -> Weights:
        """Return how much the member cares."""
        return self.scenario.briefs[self.seat].weights

    @property
    def is_own(self) -> bool:
        """Tell whether the member itself brought the question up."""
        return self.question.by == self.seat


def reasons(vote: Vote) -> tuple[Reason, ...]:
    """List every reason in a seat's sum on a question that is no draft."""
    return tuple(r for r in _VIEWS[vote.question.kind](vote) if r.points)


def ballot(parts: tuple[Reason, ...]) -> Ballot:
    """Return the ballot that follows from a sum on a question that is no draft."""
    points = total(parts)
    if points >= YES_FROM:
        return Ballot.YES
    return Ballot.NO if points <= -YES_FROM else Ballot.ABSTAIN


def _agenda(vote: Vote) -> Iterator[Reason]:
    if vote.scenario.topic == "rights":
        yield from _rights(vote)
    else:
        yield Reason("norm", PROLIFERATION)
        yield Reason("foretold", FORETOLD if foretold(vote.scenario) else 0)
    yield from _objection(vote)


def _rights(vote: Vote) -> Iterator[Reason]:
    yield Reason("asked_for", AGENDA)
    yield Reason("norm", vote.weights.nonproliferation)
    yield Reason("sovereignty", PER_SOVEREIGNTY * vote.weights.sovereignty)
    yield Reason("pull", vote.weights.us_pull, "USA")


def _objection(vote: Vote) -> Iterator[Reason]:
    if vote.is_own:
        yield Reason("own_objection", -2 * OWN)


def _invitation(vote: Vote) -> Iterator[Reason]:
    guest = next((g for g in vote.scenario.guests if g.id == vote.question.cause), None)
    if guest is not None and guest.topic == "rights":
        yield from _rights(vote)
    else:
        yield Reason("hearing", HEARING)
    if vote.question.cause in {letter.id for letter in vote.scenario.letters}:
        yield Reason("brought", BROUGHT)
    yield from _objection(vote)


def _ruling(vote: Vote) -> Iterator[Reason]:
    yield Reason("chair", CHAIR)
    if vote.question.cause == ORDER and vote.seat == vote.question.measure:
        yield Reason("set_back", PUT_LAST)
    elif vote.seat == vote.question.measure and vote.question.level:
        yield Reason("shut_out", SHUT_OUT)
    elif vote.question.cause == PARTY:
        yield from _on_a_party(vote)
    if vote.is_own:
        yield Reason("own_ruling", -OWN)


def _on_a_party(vote: Vote) -> Iterator[Reason]:
    """Weigh whether a party to the dispute may vote: who wants the text would rather it did not.

    Whoever is close to the party would have it vote, and nobody was held to that rule for decades.
    """
    party, side = vote.question.measure, -1 if vote.question.level else 1
    yield Reason("dormant", -side * DORMANT)
    yield Reason("text", side * max(-MOST_DOUBT, min(MOST_DOUBT, vote.text)))
    if party in PULLS:
        yield Reason("pull", -side * getattr(vote.weights, PULLS[party]), party)


def _moved(vote: Vote, others: Iterator[Reason]) -> Iterator[Reason]:
    """Weigh what a member moved: it votes for its own motion, whatever else speaks against it."""
    parts = tuple(others)
    yield from parts
    if vote.is_own:
        yield Reason("own_motion", max(OWN, YES_FROM - total(parts)))


def _delay(vote: Vote) -> Iterator[Reason]:
    """Weigh a motion that keeps the draft from its vote: who dislikes the text gains time.

    Where the draft would fail today, it is who likes it that gains.
    """
    by = vote.question.by
    yield Reason("haste", HASTE)
    likes = max(-MOST_DOUBT, min(MOST_DOUBT, vote.text))
    yield Reason("saved", likes) if vote.fails else Reason("text", -likes)
    if by in PULLS and not vote.is_own:
        yield Reason("pull", getattr(vote.weights, PULLS[by]), by)


def _change(vote: Vote) -> Iterator[Reason]:
    yield Reason("change", vote.change, vote.question.measure)
    if vote.seat == vote.scenario.penholder and not vote.is_own:
        yield Reason("own_draft", SPONSOR)


_VIEWS: Mapping[str, Callable[[Vote], Iterator[Reason]]] = {
    "agenda": _agenda,
    "invitation": _invitation,
    "ruling": _ruling,
    **dict.fromkeys(MOTIONS, lambda vote: _moved(vote, _delay(vote))),
    **dict.fromkeys(("amendment", "part"), lambda vote: _moved(vote, _change(vote))),
}
"""Kind of question -> how a member weighs it."""
