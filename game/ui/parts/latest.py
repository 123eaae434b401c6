"""What was heard last, as a few lines: the same that open a round."""

from game.engine.observation import Observation
from game.ui.parts.digest import news
from game.ui.widgets import Flag, Panel, Row, Spacer, Text, Widget
from game.words import _


def latest(observation: Observation, *, limit: int = 4) -> Panel | None:
    """Return the panel of what happened since this seat last ended its round; None if quiet."""
    o = observation
    lines = news(o)[:limit]
    if not lines:
        return None
    rows: tuple[Widget, ...] = tuple(
        Row(
            (
                Flag(n.seat, height=14) if n.seat in o.scenario.seats else Spacer(21, flex=0),
                Text(n.text, size="small", flex=1),
            ),
            gap=8,
            align="start",
        )
        for n in lines
    )
    return Panel(_("Since your last turn"), rows, gap=8, name="latest")
