"""What many campaigns have in common: what becomes of an exemption, what bite costs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import correlation, mean

from attrs import asdict, frozen

from game.engine import Scenario
from game.engine.past import Left
from game.engine.scenario import Flow
from game.language import MINUS

WHOLE = 1000
"""A flow as it was at its start, per mille."""


@frozen
class Trends:
    """What many campaigns have in common; counts of campaigns, and of sittings.

    exempted: campaigns in which a text closed the flow that is watched and exempted much of it.
    risen: of these, those in which the flow then was larger than at its start.
    closed: of the exempted, those in which a later text closed what had been exempt.
    fallen: of these, those in which the flow ended under its start.
    texts: adopted texts of all campaigns.
    bite: correlation, among texts of the same sitting, of pressure on paper with the part of it
        that is enforced.
    unity: the same with votes in favour; 0 where all have the same.
    will: the same with the readiness of those who enforce.
    hands: correlation, likewise, of votes in favour with the part that is enforced.
    divided: texts that not all members voted for.
    harder: points of pressure on paper by which these lie above the others of their sittings.
    weaker: points of a hundred by which less of it is enforced than of the others'.
    looser: readiness that they leave less of, per mille.
    """

    exempted: int
    risen: int
    closed: int
    fallen: int
    texts: int
    bite: float
    unity: float
    will: float
    hands: float
    divided: int
    harder: float
    weaker: float
    looser: float


def trends(scenario: Scenario, pasts: Sequence[Sequence[Left]]) -> Trends:
    """Count what becomes of an exemption, and what unity and enforcement cost in bite."""
    flow = scenario.target.main_flow
    held = [[left for left in past if not left.passed] for past in pasts]
    opened = [past for past in held if any(_open_at(flow, left) for left in past)]
    risen = [
        past for past in opened if any(_open_at(flow, left) and _more(flow, left) for left in past)
    ]
    shut = [past for past in opened if not _open_at(flow, past[-1])]
    texts = [left for past in held for left in past if left.adopted and left.paper]
    return Trends(
        len(opened),
        len(risen),
        len(shut),
        sum(not _more(flow, past[-1]) for past in shut),
        len(texts),
        _correlated(texts, _paper, _carried_out),
        _correlated(texts, _paper, _yes),
        _correlated(texts, _paper, _will),
        _correlated(texts, _yes, _carried_out),
        sum(left.yes < left.seats for left in texts),
        _apart(texts, _paper),
        -100 * _apart(texts, _carried_out),
        -_apart(texts, _will),
    )


Figure = Callable[[Left], float]
"""Something that is counted of a sitting."""


def _paper(left: Left) -> float:
    return left.paper


def _yes(left: Left) -> float:
    return left.yes


def _will(left: Left) -> float:
    return left.will


def _carried_out(left: Left) -> float:
    return left.enforced / left.paper


def _apart(texts: Sequence[Left], figure: Figure) -> float:
    """Return by how much divided texts lie above all others, each beside its sitting's mean."""
    beside = list(zip(texts, _beside(texts, figure), strict=True))
    split = [apart for left, apart in beside if left.yes < left.seats]
    whole = [apart for left, apart in beside if left.yes >= left.seats]
    return mean(split) - mean(whole) if split and whole else 0.0


def _more(flow: Flow | None, left: Left) -> bool:
    """Tell whether more of a flow crossed at the end of a sitting's months than at its start."""
    return flow is not None and left.flows.get(flow.id, WHOLE) > WHOLE


def _open_at(flow: Flow | None, left: Left) -> int:
    """Return how much of a flow the regime exempts, per mille of what it closes."""
    rows = flow.exempt.items() if flow else ()
    return max((row[min(left.levels.get(id, 0), len(row) - 1)] for id, row in rows), default=0)


def _correlated(texts: Sequence[Left], one: Figure, other: Figure) -> float:
    """Return the correlation of two figures, each beside the mean of its sitting."""
    these, those = _beside(texts, one), _beside(texts, other)
    if len(set(these)) < 2 or len(set(those)) < 2:
        return 0.0
    return correlation(these, those)


def _beside(texts: Sequence[Left], figure: Figure) -> list[float]:
    """Return how far each text is from the mean of its sitting."""
    found: dict[str, list[float]] = {}
    for left in texts:
        found.setdefault(left.sitting, []).append(figure(left))
    means = {sitting: mean(figures) for sitting, figures in found.items()}
    return [figure(left) - means[left.sitting] for left in texts]


TOLD = """an exemption was in force in {exempted} campaigns; in {risen} trade rose above its start
a later text closed it in {closed}; in {fallen} of these trade ended below its start
among {texts} texts, each beside others of its sitting, pressure on paper goes with votes in favour
at {unity:+.2f}, with the readiness of those who enforce at {will:+.2f}, and with the part of it
that is enforced at {bite:+.2f}; votes in favour go with that part at {hands:+.2f}
{divided} texts were divided; beside the others of their sittings they have {harder:+.1f} points on
paper, of a hundred {weaker:.1f} less enforced, and readiness is {looser:.0f} per mille lower"""


def told(it: Trends) -> str:
    """Return what campaigns have in common, in lines."""
    return TOLD.format_map(asdict(it)).replace("-", MINUS)
