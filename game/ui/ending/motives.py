"""A line of what happened that tells, when it is pressed, why it was done; once all is over."""

from __future__ import annotations

from game.engine.observation import Observation
from game.engine.terms import Phase
from game.session import motive
from game.ui.messages import Pick, Picks
from game.ui.parts.estimate import once
from game.ui.widgets import Card, Row, Spacer, Text, Widget
from game.words import _

LINE = "why"
"""The pick that holds the place in the log of the line that is open."""


def telling(o: Observation, picks: Picks, place: int, row: Widget) -> Widget:
    """Return a line of the log: as it is while the sitting goes on, else one that can be pressed.

    Args:
        place: of the event in the log, from 0.
        row: the line.
    """
    if o.phase is not Phase.OVER:
        return row
    is_open = picks.get(LINE, -1) == place
    lines = (row, _reason(o, place)) if is_open else (row,)
    return Card(
        lines,
        Pick(LINE, -1 if is_open else place),
        surface="raised" if is_open else "none",
        pad=5,
        gap=4,
        name=f"line {place}",
        hint="" if is_open else _("why was it done?"),
    )


def _reason(o: Observation, place: int) -> Widget:
    said = once(o, f"motive {place}", lambda: motive(o, place))
    return Row((Spacer(17, flex=0), Text(said, font="serif", italic=True, flex=1)), gap=10)
