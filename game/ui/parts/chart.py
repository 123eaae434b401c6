"""Pressure against votes: the text as a dot, the last versions as ghosts, the edge behind."""

from collections.abc import Callable, Sequence

from game.engine.observation import Observation
from game.engine.record import Draft
from game.ui.parts.estimate import Estimate, estimate, text_in_hand
from game.ui.parts.frontier import Reach, frontier
from game.ui.widgets import Area, Canvas, Dot, Line, Mark, Point, Poly, Shape
from game.words import _, points
from game.words.language import later

GHOSTS = 3
FLOOR = 0.82
"""Where a text without any pressure stands: clear of the numbers below the axis."""
FEWEST = 6
"""Votes at the left edge; a text with fewer stands on the edge."""
LEAST = 200
"""Least height of the chart, tenths of a point of pressure."""

LEGEND = later(
    "Each dot is a text: the further right, the more yes votes; the higher, the more pressure on "
    "paper. Blue: the text of today. Grey: versions before it. In the red part votes are missing. "
    "Under the curve: what was found to be possible."
)


def chart(
    observation: Observation,
    *,
    height: int = 180,
    candidate: Draft | None = None,
    with_frontier: bool = True,
) -> Canvas:
    """Return the chart of pressure on paper and votes.

    Args:
        candidate: a further text to show as a hollow dot, such as the one of a "yes if".
    """
    o, s = observation, observation.scenario
    now = estimate(o)
    edge = frontier(o)[0] if with_frontier and now else ()
    other = estimate(o, candidate) if candidate is not None else None
    ghosts = [g for v in _past(o) if (g := estimate(o, v)) is not None]
    marks = [*ghosts, *([now] if now else []), *([other] if other else [])]
    top = max([LEAST, *(e.paper for e in marks), *(r.paper for r in edge)]) * 1.12
    many = len(s.seats)

    def at(votes: float, paper: float) -> Point:
        across = (max(FEWEST, votes) - FEWEST) / (many - FEWEST)
        return 0.06 + 0.88 * min(1.0, across), FLOOR - (FLOOR - 0.06) * min(1.0, paper / top)

    left, line = at(FEWEST, 0)[0], at(s.majority, 0)[0]
    shapes: list[Shape] = [
        *_edge(edge, at),
        Poly(((left, 0.04), (line, 0.04), (line, 0.90), (left, 0.90)), "no", strength=16),
        Line(((left, 0.90), (at(many, 0)[0], 0.90)), "line", width=1),
        Line(((left, 0.90), at(FEWEST, top)), "line", width=1),
        Mark(line, 0.90, str(s.majority), side="below"),
        Mark(at(many, 0)[0], 0.90, _("{many} yes →").format(many=many), side="below"),
        Mark(left, 0.04, _("pressure on paper ↑"), side="right"),
    ]
    path = tuple(at(e.expected, e.paper) for e in [*ghosts, *([now] if now else [])])
    if len(path) > 1:
        shapes.append(Line(path, "accent", width=1, dashed=True))
    shapes += [Dot(*at(g.expected, g.paper), "muted", radius=4) for g in ghosts]
    if other:
        place = at(other.expected, other.paper)
        shapes += [
            Dot(*place, "yes", radius=6, hollow=True),
            Mark(*place, _("yes if …"), "yes", side="below"),
        ]
    if now:
        place = at(now.expected, now.paper)
        shapes += [
            Dot(*place, "accent", radius=7, ring=True),
            Mark(*place, _name(o), "text", side="right", bold=True),
        ]
    return Canvas(tuple(shapes), _words(now), height=height, hint=_(LEGEND), name="chart")


def _past(observation: Observation) -> Sequence[Draft]:
    """Return the last three versions before the text in hand."""
    hand = text_in_hand(observation)
    drafts = [v.clauses for v in observation.versions]
    while drafts and drafts[-1] == hand:
        drafts.pop()
    return drafts[-GHOSTS:]


def _edge(edge: Sequence[Reach], at: Callable[[float, float], Point]) -> list[Shape]:
    if len(edge) < 2:
        return []
    points = tuple(at(r.votes, r.paper) for r in edge)
    return [Area(points, "accent", strength=10, base=0.90), Line(points, "line", width=2)]


def _name(observation: Observation) -> str:
    o = observation
    if o.blue:
        return _("in blue")
    if o.versions and o.versions[-1].clauses == text_in_hand(o):
        return _("version {number}").format(number=o.versions[-1].number)
    return _("your text")


def _words(now: Estimate | None) -> str:
    if now is None:
        return _("Pressure and votes: no text yet")
    words = _("Pressure {paper} of 100 on paper, {votes} yes votes expected")
    return words.format(paper=points(now.paper), votes=f"{now.expected:.1f}")
