"""The course of one trade across the border, month by month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.language import _
from game.ui.charts.scale import Range, line
from game.ui.widgets import Area, Line, Mark, Shape, Tone

X = (0.07, 0.98)
Y = (0.88, 0.12)


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
        Mark(0.3, y.at(100), _("the year before: 100"), "muted", "below"),
        Area(course, "accent", 18, y.at(0)),
        Line(course, "accent", 3),
        Mark(*course[0], str(first), "text", "above", bold=True),
        Mark(*course[-1], _("{n} in the end").format(n=last), tone, "above", bold=True),
    )


def _frame(x: Range, y: Range, months: int, levels: Sequence[int]) -> Iterator[Shape]:
    for level in levels:
        yield Line(((x.start, y.at(level)), (x.end, y.at(level))), "line", 1)
        yield Mark(0.0, y.at(level), str(level), "muted", "center")
    # The last month is named, and the quarters that do not crowd it.
    for month in (*(n for n in range(0, months - 2, 3)), months - 1):
        label = _("month {n}").format(n=month + 1) if month == 0 else str(month + 1)
        yield Mark(x.at(month), y.at(0), label, "muted", "below")
