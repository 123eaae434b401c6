"""Months at the border: two lines and the gap between them, and the small course of one flow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from game.language import _
from game.ui.charts.scale import Range, line
from game.ui.charts.stacking import Spot, stacked
from game.ui.widgets import Area, Dot, Line, Mark, Point, Poly, Shape, Tone
from game.words import points

X = (0.05, 0.985)
BOTTOM = 0.86
TOP = 0.07
"""Where the scale ends above, where no moments are named over it."""
NAME = 0.085
"""Height of the name of a moment."""
MOST = 5
"""Names above each other; of a moment that would stand higher, only the sign is drawn."""
MOMENTS: Mapping[str, tuple[Tone, str]] = {
    "text": ("accent", "■"),
    "shot": ("no", "▲"),
    "finding": ("abstain", "◆"),
    "talks": ("yes", "●"),
}
"""Kind of a moment -> its colour and its sign."""
LEGIBLE = 0.08
"""Least height of the gap in which a word can stand."""
STEPS = (10, 20, 25, 50)
"""Distances between the levels of a scale, points."""


def gap(
    paper: Sequence[int],
    enforced: Sequence[int],
    labels: Sequence[tuple[int, str]],
    moments: Sequence[tuple[float, str, str]] = (),
    room: int = 430,
) -> tuple[Shape, ...]:
    """Draw pressure on paper and as enforced, with the gap between them.

    Args:
        paper: of 100 points, in tenths; so is what is enforced.
        labels: what stands below the months, by their number.
        moments: month, few words and kind of what happened.
        room: width of the picture, design pixels.
    """
    x = Range(0, max(1, len(paper) - 1), *X)
    named = stacked([(x.at(at), label) for at, label, _kind in moments], room)
    rows = min(MOST, max((spot.level + 1 for spot in named), default=0))
    # Where rows of names stand above the scale, the lines need less room under them.
    top = min(1000, max(200, *paper, *enforced) * (6 if rows > MOST // 2 else 7) // 5)
    y = Range(0, top, BOTTOM, TOP + NAME * rows)
    above, below = line(paper, x, y), line(enforced, x, y)
    return (
        *_levels(top, x, y),
        *(Mark(x.at(n), BOTTOM, text, "muted", "below") for n, text in labels),
        *_moments(moments, named, x, y.end),
        Poly((*above, *reversed(below)), "no", 16),
        Line(above, "accent", 3),
        Line(below, "abstain", 3, dashed=True),
        *_ends(paper, enforced, above, below),
    )


@frozen
class Course:
    """The course of one number, 0 to 100, with a name at its end.

    tone, dashed: how it is told from the others beside its name.
    """

    name: str
    values: tuple[int, ...]
    tone: Tone
    dashed: bool = False


def courses(
    drawn: Sequence[Course],
    labels: Sequence[tuple[int, str]],
    moments: Sequence[tuple[float, str, str]] = (),
    room: int = 430,
) -> tuple[Shape, ...]:
    """Draw numbers of 0 to 100 month by month, each with its name and last value at its end.

    Args:
        drawn: of one length, two months at least.
        labels, moments, room: as for `gap`.
    """
    # Names stand at the right of the lines: so much of the picture is theirs.
    x = Range(0, len(drawn[0].values) - 1, X[0], 1.0 - NAMES / room)
    named = stacked([(x.at(at), label) for at, label, _kind in moments], room)
    rows = min(MOST, max((spot.level + 1 for spot in named), default=0))
    top = 10 * max(20, *(max(it.values) for it in drawn)) * 7 // 6
    y = Range(0, top / 10, BOTTOM, TOP + NAME * rows)
    return (
        *_levels(top, x, Range(0, top, y.start, y.end)),
        *(Mark(x.at(n), BOTTOM, text, "muted", "below") for n, text in labels),
        *_moments(moments, named, x, y.end),
        *(Line(line(it.values, x, y), it.tone, 3, dashed=it.dashed) for it in drawn),
        *_names(drawn, x.end, y),
    )


NAMES = 125
"""Width that names at the ends of lines take, design pixels."""
APART = 0.12
"""Least distance between two names at the ends of lines."""


def _names(drawn: Sequence[Course], right: float, y: Range) -> Iterator[Shape]:
    """Name every line at its end; names that would meet stand below each other, in order."""
    lowest = BOTTOM
    for it in sorted(drawn, key=lambda it: it.values[-1]):
        end = y.at(it.values[-1])
        at = min(end, lowest)
        lowest = at - APART
        yield Dot(right, end, it.tone, 4)
        yield Mark(right, at, f"{it.name} {it.values[-1]}", it.tone, "right", bold=True)


def _levels(top: int, x: Range, y: Range) -> Iterator[Shape]:
    step = next((s for s in STEPS if top // (10 * s) <= 4), STEPS[-1])
    for level in range(0, top // 10 + 1, step):
        height = y.at(10 * level)
        yield Line(((x.start, height), (x.end, height)), "line", 1)
        if level:
            # The lowest line is plain from the others, and names of months stand below it.
            yield Mark(0.0, height, str(level), "muted", "center")


def _moments(
    moments: Sequence[tuple[float, str, str]], named: Sequence[Spot], x: Range, top: float
) -> Iterator[Shape]:
    for (at, label, kind), spot in zip(moments, named, strict=True):
        tone, sign = MOMENTS[kind]
        fits = spot.level < MOST
        across = not fits or spot.side == "center"
        height = top - NAME * (min(spot.level, MOST - 1) + 0.7)
        yield Line(((x.at(at), height + NAME * 0.4 * across), (x.at(at), BOTTOM)), "line", 1)
        if fits:
            words, bold = f"{sign} {label}", kind == "text"
            yield Mark(spot.at, height, words, tone, spot.side, bold=bold)
        else:
            yield Mark(x.at(at), height, sign, tone, "center")


def _ends(
    paper: Sequence[int], enforced: Sequence[int], above: Sequence[Point], below: Sequence[Point]
) -> Iterator[Shape]:
    written = _("on paper {n}").format(n=points(paper[-1]))
    said = _("as enforced {n}").format(n=points(enforced[-1]))
    (x, high), (_x, low) = above[-1], below[-1]
    if len(paper) == 1:
        # One month is no line yet: two points, with their words beside them.
        yield from (Dot(x, high, "accent", 5), Dot(x, low, "abstain", 5))
        yield Mark(x, high, written, "accent", "right", bold=True)
        yield Mark(x, low, said, "abstain", "right", bold=True)
    elif BOTTOM - low < NAME and low - high < LEGIBLE:
        # Both lines lie on the ground: the words stand above each other.
        yield Mark(x, high, said, "abstain", "above", bold=True)
        yield Mark(x, high - NAME, written, "accent", "above", bold=True)
    else:
        yield Mark(x, high, written, "accent", "above", bold=True)
        yield Mark(x, low, said, "abstain", "below", bold=True)
    if below[-1][1] - above[-1][1] > LEGIBLE:
        spot = above[-1][0], (above[-1][1] + below[-1][1]) / 2
        missing = _("leaks {n} of {paper}").format(
            n=points(paper[-1] - enforced[-1]), paper=points(paper[-1])
        )
        yield Mark(*spot, missing, "no", "left", bold=True)


def spark(course: Sequence[int], paper: int) -> tuple[Shape, ...]:
    """Draw the course of one flow, per mille of its start, with where the paper would have it."""
    top = max(1050, *course)
    x, y = Range(0, max(1, len(course) - 1), 0.0, 1.0), Range(0, top, 0.98, 0.04)
    drawn = line(course, x, y)
    tone: Tone = "no" if course[-1] > course[0] + 20 else "accent"
    return (
        Line(((0.0, y.at(1000)), (1.0, y.at(1000))), "muted", 1, dashed=True),
        *_on_paper(paper, y),
        Area(drawn, tone, 20, y.at(0)),
        Line(drawn, tone, 2),
        Line(((0.0, y.at(0)), (1.0, y.at(0))), "line", 1),
        Dot(*drawn[-1], tone, 3),
    )


def _on_paper(paper: int, y: Range) -> Iterator[Shape]:
    if paper < 990:
        yield Line(((0.0, y.at(paper)), (1.0, y.at(paper))), "abstain", 1, dashed=True)
