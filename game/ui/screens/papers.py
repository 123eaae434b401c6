"""The papers of a text: what changed between any two, and who has seen which."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.engine.observation import Observation
from game.ui.drafting.texts import desk_of
from game.ui.drafting.versions import agreed_page, comparison, seen_by
from game.ui.messages import Pick, Picks, Show
from game.ui.parts.frame import frame
from game.ui.widgets import Button, Column, Row, Widget
from game.words import _
from game.words.language import later

TITLE = later("Papers")
TABS = (
    ("compare", later("What changed")),
    ("sight", later("Who has seen it")),
    ("agreed", later("Agreed words")),
)


def available(observation: Observation | None) -> bool:
    """Tell whether a text has been shown to anybody, or is being written."""
    o = observation
    return o is not None and (bool(o.record.showings) or bool(o.working))


def view(observation: Observation, picks: Picks) -> Widget:
    """Show one of the pages about the texts of this sitting."""
    o = observation
    pages: Mapping[str, Callable[[], Widget]] = {
        "compare": lambda: comparison(o, picks),
        "sight": lambda: seen_by(o),
        "agreed": lambda: agreed_page(o, desk_of(o).text),
    }
    at = picks.get("paper", "compare")
    at = at if at in pages else "compare"
    tabs = tuple(
        Button(_(title), Pick("paper", id), look="tab", selected=id == at, name=f"paper {id}")
        for id, title in TABS
    )
    back = Button(
        _("Back to the desk"), Show("desk"), key=picks.key("main"), look="primary", name="to desk"
    )
    body = Column((Row(tabs, gap=6, wrap=True), pages[at]()), gap=12, flex=1)
    return frame(o, picks, body, end=(back,))
