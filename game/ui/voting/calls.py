"""The President's three calls: in which order hands go up, and what the count means so far."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from game.engine import council
from game.engine.actions import Action
from game.engine.events import Tally
from game.engine.observation import Observation
from game.engine.terms import Ballot, Seat
from game.language import listed
from game.ui.messages import Picks
from game.ui.parts.estimate import estimate
from game.ui.parts.seats import seat_name
from game.ui.widgets import Tone
from game.words import _
from game.words.language import later

LENGTH_MS = 8000
"""How long fifteen hands take on the draft of the sitting."""
SHORT_MS = 3000
"""How long they take on everything else, so that the draft stays the great moment."""
CALLS: Mapping[Ballot, str] = {
    Ballot.YES: later("Those in favour"),
    Ballot.NO: later("Those against"),
    Ballot.ABSTAIN: later("Those abstaining"),
    Ballot.NOT_PARTICIPATING: later("Not taking part in the vote"),
    Ballot.ABSENT: later("Absent"),
}
"""What is called, in its order. Source: practice of the Council; rule 40 for the show of hands."""


@frozen
class Count:
    """What a number of hands add up to.

    yes, no, others: hands so far.
    vetoes: permanent members against so far.
    left: seats that have not raised a hand yet.
    """

    yes: int
    no: int
    others: int
    vetoes: tuple[Seat, ...]
    left: int


def is_main(o: Observation, tally: Tally) -> bool:
    """Tell whether a count is that of the draft in blue."""
    return tally == o.tally or tally.question is None


def length_of(o: Observation, tally: Tally) -> int:
    """Return how long the show of hands takes, in milliseconds."""
    return LENGTH_MS if is_main(o, tally) else SHORT_MS


def called(o: Observation, tally: Tally, ballot: Ballot) -> str:
    """Return the President's words as hands go up for one ballot."""
    if ballot is Ballot.YES and is_main(o, tally):
        return _("Those in favour of the draft resolution")
    return _(CALLS[ballot])


def order_of_hands(o: Observation, tally: Tally) -> tuple[Seat, ...]:
    """Return the seats in the order of their hands: by call, from certain to doubtful.

    Doubt is that of the forecast before the count, so that the last hand is the one that matters.
    """
    found = estimate(o) if is_main(o, tally) else None
    calls = list(CALLS)

    def place(seat: Seat) -> tuple[int, float, int]:
        ballot = tally.ballots[seat]
        sure = 0.0
        if found is not None:
            chances = {Ballot.YES: found.yes[seat], Ballot.NO: found.no[seat]}
            sure = chances.get(ballot, 1 - found.yes[seat] - found.no[seat])
        return calls.index(ballot), -sure, o.scenario.seats.index(seat)

    return tuple(sorted(tally.ballots, key=place))


def hands_up(o: Observation, picks: Picks, tally: Tally) -> int:
    """Return how many hands are up: all of them where nothing is to move."""
    if picks.house.preferences.still or fresh(o, picks) is None:
        return len(tally.ballots)
    return min(len(tally.ballots), picks.get("hands", 0))


def fresh(o: Observation, picks: Picks) -> int | None:
    """Return the place in the log of the first count that this seat has not watched.

    A count is watched until the person goes on, or has acted since.
    """
    acts = (i for i, e in enumerate(o.log) if isinstance(e, Action) and e.seat == o.seat)
    since = max(picks.get("watched", -1), max(acts, default=-1))
    found = (i for i, e in enumerate(o.log) if i > since and isinstance(e, Tally))
    return next(found, None) if o.seat else None


def count_of(o: Observation, tally: Tally, up: tuple[Seat, ...]) -> Count:
    """Count the hands that are up."""
    cast = [tally.ballots[seat] for seat in up]
    yes, no = cast.count(Ballot.YES), cast.count(Ballot.NO)
    vetoes = tuple(s for s in up if s in o.scenario.permanent and tally.ballots[s] is Ballot.NO)
    if tally.question is not None and council.is_procedural(tally.question):
        vetoes = ()
    return Count(yes, no, len(cast) - yes - no, vetoes, len(tally.ballots) - len(cast))


def meaning(o: Observation, count: Count) -> tuple[str, Tone]:
    """Return what a count means so far, in one sentence, and its tone."""
    s = o.scenario
    short = s.majority - count.yes
    if count.vetoes:
        names = listed([seat_name(o, seat) for seat in count.vetoes])
        if short <= 0:
            words = _("Nine and more, and a no from {names}: that is a veto.")
            return words.format(names=names), "no"
        return _("A no from {names}, and fewer than nine.").format(names=names), "no"
    if count.left == 0:
        if short <= 0:
            return _counted(count)
        return _("{missing} short of nine.").format(missing=short), "no"
    if short <= 0:
        return _("Nine reached. No veto so far."), "yes"
    if short > count.left:
        return _("Nine can no longer be reached."), "no"
    return _("{missing} more are needed.").format(missing=short), "text"


def _counted(count: Count) -> tuple[str, Tone]:
    """Return what there is to add to a result that is announced above: how far it reached."""
    if not count.no and not count.others:
        return _("Unanimous."), "yes"
    return _("Nine were needed."), "muted"


def remaining(count: Count) -> str:
    """Return how many hands are still to come, in words."""
    if count.left == 0:
        return _("all hands are counted")
    if count.left == 1:
        return _("one delegation still to raise a hand")
    return _("{left} delegations still to raise a hand").format(left=count.left)
