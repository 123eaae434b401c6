"""The field of possible deals with one seat, as a chart."""

from __future__ import annotations

from game.engine.observation import Observation
from game.ui.bargain.laid import Laid
from game.ui.bargain.suggest import found
from game.ui.bargain.worth import worths
from game.ui.charts import Deal, deals
from game.ui.drafting.texts import Desk
from game.ui.parts.seats import seat_name
from game.ui.widgets import Canvas, Widget
from game.words import _

HEIGHT = 230


def field_of_deals(o: Observation, desk: Desk, table: Laid) -> Widget:
    """Return possible deals as points: to the right what you gain, upward what they gain."""
    crowd = (Deal("", one.mine.points, one.theirs.points) for one in found(o, desk, table.other))
    points = [Deal(_("what stands"), 0, 0, 0, "now"), *crowd]
    if not table.is_empty:
        mine, theirs = worths(o, desk, table)
        points.append(Deal(_("on the table"), mine.points, theirs.points, theirs.spread, "chosen"))
    name = seat_name(o, table.other)
    says = _("What possible deals are worth to you and, as you read it, to {seat}")
    return Canvas(
        deals(points, _("you"), name), says.format(seat=name), height=HEIGHT, name="deals"
    )
