"""The words of a rival draft: the sheet of words, which writes into the rival."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine import wording
from game.engine.observation import Observation
from game.engine.record import Clause
from game.ui.drafting.rival import write
from game.ui.drafting.texts import Desk
from game.ui.drafting.wording import CLOSED, sheet_of
from game.ui.messages import Picks, Steps
from game.ui.widgets import Button, Widget
from game.words import _


def words_sheet(o: Observation, picks: Picks, desk: Desk, measure: str) -> Widget | None:
    """Return the sheet with the words of a clause of the rival; None if there is none to word."""
    first = desk.levels.get(measure)
    if first is None:
        return None

    def ends(now: Clause, new: Clause) -> Iterator[Widget]:
        yield Button(_("Close"), CLOSED, look="ghost", name="close wording")
        why = _("these are its words already") if new == now else ""
        if not why and wording.fault(o.scenario, new) is not None:
            why = _("these words do not go together here")
        written = Steps((write(o, picks, new), CLOSED))
        yield Button(
            *(_("Write it so"), written),
            main=True,
            look="primary",
            disabled=why,
            name="write words",
        )

    return sheet_of(o, picks, desk, first, ends)
