"""The course of a sitting: how the vote would have gone at each point, and how it went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from game.language import _
from game.ui.charts.scale import Range
from game.ui.widgets import Area, Dot, Line, Mark, Poly, Shape, Tone

X = (0.06, 0.97)
Y = (0.86, 0.08)


@frozen
class Moment:
    """One point of a sitting.

    label: what stands below it.
    passes: chance that the text of that moment would have been adopted, per cent; None before
        there was a text.
    yes: expected votes in favour; None before there was a text.
    """

    label: str
    passes: float | None = None
    yes: float | None = None


def course(
    moments: Sequence[Moment], seats: int, majority: int, at: int, outcome: int | None = None
) -> tuple[Shape, ...]:
    """Draw chance and expected votes over the sitting.

    at: the moment looked at, which gets a line.
    outcome: votes in favour in the end; None if there was no vote.
    """
    x = Range(0, max(1, len(moments) - 1), *X)
    chance, votes = Range(0, 100, *Y), Range(0, seats, *Y)
    return (
        *_ground(moments, x, votes, seats, majority, at),
        *_lines(moments, x, chance, votes),
        *_end(moments, x, votes, outcome),
    )


def _ground(
    moments: Sequence[Moment], x: Range, votes: Range, seats: int, majority: int, at: int
) -> Iterator[Shape]:
    half = 0.5 * (x.end - x.start) / max(1, len(moments) - 1)
    left, right = max(0.0, x.at(at) - half), min(1.0, x.at(at) + half)
    yield Poly(((left, 0.0), (right, 0.0), (right, Y[0]), (left, Y[0])), "accent", 14)
    for level in (0, majority, seats):
        yield Line(
            ((x.start, votes.at(level)), (x.end, votes.at(level))), "line", 1, dashed=level > 0
        )
        yield Mark(0.0, votes.at(level), str(level), "muted", "center")
    for i, moment in enumerate(moments):
        tone: Tone = "text" if i == at else "muted"
        yield Mark(x.at(i), Y[0], moment.label, tone, "below", bold=i == at)


def _lines(moments: Sequence[Moment], x: Range, chance: Range, votes: Range) -> Iterator[Shape]:
    odds = tuple(
        (x.at(i), chance.at(m.passes)) for i, m in enumerate(moments) if m.passes is not None
    )
    hands = tuple((x.at(i), votes.at(m.yes)) for i, m in enumerate(moments) if m.yes is not None)
    if len(odds) > 1:
        yield Area(odds, "accent", 16, chance.at(0))
        yield Line(odds, "accent", 2, dashed=True)
    if len(hands) > 1:
        yield Line(hands, "yes", 3)
    for spot in hands:
        yield Dot(*spot, "yes", 4)
    if hands:
        yield Mark(*hands[0], _("expected yes votes"), "yes", "above", bold=True)
    if odds:
        yield Mark(*odds[0], _("chance to pass"), "accent", "below", bold=True)


def _end(moments: Sequence[Moment], x: Range, votes: Range, outcome: int | None) -> Iterator[Shape]:
    if outcome is None:
        return
    spot = x.at(len(moments) - 1), votes.at(outcome)
    yield Dot(*spot, "accent", 8, ring=True)
    yield Mark(*spot, _("{n} hands").format(n=outcome), "text", "left", bold=True)
