"""Every picture of the world beyond the room with plain values, so that each can be judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.ui.abroad import border, committee, missiles, strip, tracks, weighing
from game.ui.abroad.samples import (
    CLASSES,
    COMMITTEE,
    COURSES,
    GATES,
    KEPT,
    LIKELY,
    LOADS,
    PRESSED,
    PROPOSALS,
    RUNGS,
    SIGNS_SEEN,
    STANDSTILL,
    STREAMS,
    STRIP,
)
from game.ui.widgets import Column, Row, Scroll, Widget


def _response() -> Widget:
    left = Column(
        (
            border.pressure(
                PRESSED, title="Pressure", says="69 % of paper is carried out.", room=800
            ),
            border.flows(STREAMS, title="What crosses"),
        ),
        gap=14,
        flex=7,
        min_width=360,
    )
    right = Column(
        (
            Row((border.leaks(PRESSED),)),
            Row((border.gates(GATES, title="Who lets it through"),)),
        ),
        gap=14,
        flex=4,
        min_width=300,
    )
    return Row((left, right), gap=14, align="start")


def _mind() -> Widget:
    one = Column(
        (
            weighing.weighs(LOADS, title="What is weighed"),
            weighing.signs(SIGNS_SEEN, title="Signs", ends=("first day", "today")),
        ),
        gap=14,
        flex=1,
        min_width=340,
    )
    two = Column(
        (
            weighing.likely(LIKELY, title="What is likely", says="As far as the signs show:"),
            weighing.ladder(RUNGS, title="The ladder"),
        ),
        gap=14,
        flex=1,
        min_width=340,
    )
    return Row((one, two), gap=14, align="start")


def _season() -> Widget:
    side = Row(
        (
            Column((tracks.standstill(STANDSTILL, title="Offered"),), flex=1, min_width=320),
            Column((tracks.standstill(KEPT, title="Standing"),), flex=1, min_width=320),
            Column(
                (tracks.aid(2, message="aid", waits="held at the border"),), flex=1, min_width=240
            ),
        ),
        gap=14,
        align="start",
    )
    return Column((tracks.tracks(COURSES), side), gap=14)


PAGES: Mapping[str, Callable[[bool], Widget]] = {
    "response": lambda _narrow: _response(),
    "mind": lambda _narrow: _mind(),
    "missiles": lambda _narrow: missiles.missiles(
        CLASSES, title="How far they fly", home="Pyongyang"
    ),
    "season": lambda _narrow: _season(),
    "committee": lambda _narrow: Column(
        (
            committee.committee(COMMITTEE, title="The Committee"),
            committee.proposals(PROPOSALS, title="Names for the list", act="Propose"),
        ),
        gap=14,
    ),
    "strip": lambda narrow: strip.strip(STRIP, title="2016 to 2017", narrow=narrow),
}
"""Name of a page -> what draws it, in a wide window or in a narrow one."""


def view(page: str, size: tuple[int, int], scale: float) -> Widget:
    """Return one page of the gallery for a window, to be scrolled."""
    narrow = size[0] / scale < 1280
    return Column((Scroll("gallery", PAGES[page](narrow)),), pad=16)
