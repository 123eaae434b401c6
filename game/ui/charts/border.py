"""A year at the border: pressure on paper against pressure as enforced, and one trade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.language import _
from game.ui.charts.scale import Range, line
from game.ui.widgets import Area, Line, Mark, Shape, Tone

X = (0.07, 0.98)
Y = (0.88, 0.12)
BREAK = (0.36, 0.2)
"""Where a broken scale ends below and goes on above."""


def enforcement(paper: Sequence[int], enforced: Sequence[int]) -> tuple[Shape, ...]:
    """Draw pressure month by month, each 0 to 100: what was written and what was done.

    The heights are fitted to what was done, so that a loss of one point can be seen. What was
    written stands above, over a break in the scale where it lies far off.
    """
    low, high = max(0, min(enforced) - 1), max(enforced) + 1
    x = Range(0, max(1, len(paper) - 1), *X)
    if is_broken(paper, enforced):
        y, above = Range(low, high, Y[0], BREAK[0]), Range(0, 1, Y[1], Y[1])
    else:
        y = above = Range(low, max(high, *paper), *Y)
    written, done = line(paper, x, above), line(enforced, x, y)
    step = max(1, (high - low + 3) // 4)
    return (
        *_frame(x, y, len(paper), range(low, high + 1, step)),
        *(_break(x) if is_broken(paper, enforced) else ()),
        Area(done, "abstain", 22, y.at(low)),
        Line(written, "accent", 3),
        Line(done, "abstain", 3, dashed=True),
        Mark(*written[-1], _("on paper {n}").format(n=paper[-1]), "accent", "left", bold=True),
        Mark(*done[0], str(enforced[0]), "abstain", "above", bold=True),
        Mark(*done[-1], _("as enforced {n}").format(n=enforced[-1]), "abstain", "left", bold=True),
    )


def is_broken(paper: Sequence[int], enforced: Sequence[int]) -> bool:
    """Tell whether what was written lies too far above what was done for one scale."""
    span = max(enforced) - min(enforced) + 2
    return max(paper) - max(enforced) > 2 * span


def _break(x: Range) -> Iterator[Shape]:
    """Draw the two strokes of a broken scale, and a dotted line between its parts."""
    middle = (BREAK[0] + BREAK[1]) / 2
    yield Line(((x.start, middle), (x.end, middle)), "line", 1, dashed=True)
    for y in (middle - 0.03, middle + 0.03):
        yield Line(((x.start - 0.02, y + 0.02), (x.start + 0.02, y - 0.02)), "muted", 2)


def trade(flow: Sequence[int]) -> tuple[Shape, ...]:
    """Draw the course of one trade month by month; 100 is the year before."""
    top = max(120, *flow)
    x, y = Range(0, max(1, len(flow) - 1), *X), Range(0, top, *Y)
    course = line(flow, x, y)
    last, first = flow[-1], flow[0]
    tone: Tone = "no" if last > first else "yes" if last < first else "abstain"
    return (
        *_frame(x, y, len(flow), (0, 50)),
        Line(((x.at(0), y.at(100)), (x.at(len(flow) - 1), y.at(100))), "muted", 1, dashed=True),
        Mark(X[0], y.at(100), _("the year before: 100"), "muted", "above"),
        Area(course, "accent", 18, y.at(0)),
        Line(course, "accent", 3),
        Mark(*course[0], str(first), "text", "above", bold=True),
        Mark(*course[-1], _("{n} after a year").format(n=last), tone, "above", bold=True),
    )


def _frame(x: Range, y: Range, months: int, levels: Sequence[int]) -> Iterator[Shape]:
    for level in levels:
        yield Line(((x.start, y.at(level)), (x.end, y.at(level))), "line", 1)
        yield Mark(0.0, y.at(level), str(level), "muted", "center")
    for month in (0, 3, 6, months - 1):
        label = _("month {n}").format(n=month + 1) if month == 0 else str(month + 1)
        yield Mark(x.at(month), y.at(0), label, "muted", "below")
