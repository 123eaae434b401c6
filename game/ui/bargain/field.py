"""The field of possible deals with one seat, as a chart with its frontier."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.observation import Observation
from game.ui.bargain.laid import Laid
from game.ui.bargain.suggest import Found, field
from game.ui.bargain.worth import worths
from game.ui.charts import Deal, deals
from game.ui.parts.seats import seat_name
from game.ui.widgets import Canvas, Widget
from game.words import _

HEIGHT = 230
WORST = -20
"""Points for either side under which a deal is not drawn: nobody would talk about it."""


def field_of_deals(o: Observation, found: Sequence[Found], table: Laid) -> Widget:
    """Return possible deals as points: to the right what you gain, upward what they gain."""
    possible = [d for d in field(o, table.other).deals if d.own >= WORST and d.theirs.mean >= WORST]
    points = [Deal("", d.own, d.theirs.mean) for d in possible]
    points += [Deal("", f.mine.points, f.theirs.points) for f in found]
    points.append(Deal(_("what stands"), 0, 0, 0, "now"))
    if not table.is_empty:
        mine, theirs = worths(o, table)
        points.append(Deal(_("on the table"), mine.points, theirs.points, theirs.spread, "chosen"))
    edge = [(d.own, d.theirs.mean) for d in possible if d.best]
    name = seat_name(o, table.other)
    says = _("What possible deals are worth to you and, as you read it, to {seat}")
    return Canvas(
        deals(points, _("you"), name, edge), says.format(seat=name), height=HEIGHT, name="deals"
    )
