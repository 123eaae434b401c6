"""What many games of one strategy in one seat amount to, against honest play of the same deals.

    exploitability = mean over deals of [worth to the seat with the trick - with honest play]

in points, with its standard error over the deals, and as a per cent of two things: of the stake
(`optimum.stake`), all that there was to bargain about with open cards, and of the honest gain, what
honest play wins the seat between the opening text and the end, red lines left out of account:

    honest gain = mean over deals of [worth of the end - worth of the opening text].

A third reading is by the score that the game itself counts: what the trick adds to it, per cent.

Both games of a pair deal the same briefs and tempers; `Outcome.worth` says what worth is.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import mean, stdev

from attrs import frozen

from game.arena.game import Outcome
from game.engine.terms import Seat

PEN = ("random", "hold_firm", "greedy", "quick", "search")
"""Personalities that are measured with the pen in hand."""
TRICKS = (
    *("hold_firm", "object_late", "salami", "threat"),
    *("sell_vote", "sell_twice", "take_favour", "break_deal"),
)
"""Personalities of a seat without it that try to have more than honest play brings."""
LITTLE = 5
"""Points of stake below which a share of it says nothing: an ally of the pen has its text."""
MEMBER = ("random", "greedy", *TRICKS)
"""All that are measured without it."""


@frozen
class Standing:
    """How one strategy did in one seat.

    seat: whose.
    strategy: id of the personality.
    games: deals played.
    adopted: share of texts adopted.
    yes: mean votes in favour.
    day: mean day of the count.
    pen: mean J of the pen, points.
    share: mean of J / J*, and its standard error.
    score: mean per cent of the seat's aims.
    worth: mean worth of the end to the seat, points.
    of_best: worth as a share of the best end it could have reached; None below LITTLE.
    gain: mean worth beyond that of honest play, points, and its standard error.
    stake: mean of what there was to bargain about, points.
    of_stake: the gain as a share of what there was to bargain about; None below LITTLE.
    of_honest: the gain as a share of the honest gain; None where honest play wins nothing.
    of_score: the gain in the score of the game as a share of the honest score, where there is one.
    cost: mean of what the pen loses by it, points of J.
    apart: mean distance of adopted texts to the Pareto frontier, points a member.
    nash: mean fifteenth root of the Nash product, points.
    weaker: mean number of measures that were given way in since the opening text.
    """

    seat: Seat
    strategy: str
    games: int
    adopted: float
    yes: float
    day: float
    pen: float
    share: tuple[float, float]
    score: float
    worth: float
    of_best: float | None
    gain: tuple[float, float]
    stake: float
    of_stake: float | None
    of_honest: float | None
    of_score: float | None
    cost: float
    apart: float
    nash: float
    weaker: float


def standing(
    seat: Seat, strategy: str, found: Sequence[Outcome], honest: Sequence[Outcome]
) -> Standing:
    """Count what a strategy brought in a seat.

    Args:
        found: games with the strategy in the seat.
        honest: the same deals with the seat played as all others.
    """
    gains = [a.worth[seat] - b.worth[seat] for a, b in zip(found, honest, strict=True)]
    won = mean(o.worth[seat] - one.opened for o, one in zip(honest, found, strict=True))
    whole, best = mean(o.stake for o in found), mean(o.most for o in found)
    scored, honestly = (mean(o.scores[seat] for o in some) for some in (found, honest))
    return Standing(
        seat,
        strategy,
        len(found),
        mean(o.adopted for o in found),
        mean(o.yes for o in found),
        mean(o.day for o in found),
        mean(o.pen for o in found),
        (mean(o.share for o in found), _error([o.share for o in found])),
        scored,
        mean(o.worth[seat] for o in found),
        mean(o.worth[seat] for o in found) / best if best >= LITTLE else None,
        (mean(gains), _error(gains)),
        whole,
        mean(gains) / whole if whole >= LITTLE else None,
        mean(gains) / won if won > 0 else None,
        scored / honestly - 1 if honestly > 0 else None,
        mean(o.pen for o in honest) - mean(o.pen for o in found),
        mean([o.apart for o in found if o.adopted] or [0]),
        mean(o.nash for o in found),
        mean(o.weaker for o in found),
    )


def worst_trick(standings: Sequence[Standing]) -> Standing | None:
    """Return the trick that wins a seat most of what there is to bargain about, or None."""
    tricks = [s for s in standings if s.strategy in TRICKS and s.of_stake is not None]
    return max(tricks, key=lambda s: s.of_stake or 0, default=None)


def _error(values: Sequence[float]) -> float:
    """Return the standard error of a mean."""
    return stdev(values) / sqrt(len(values)) if len(values) > 1 else 0.0
