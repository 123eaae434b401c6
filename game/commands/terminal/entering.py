"""What Enter does in the terminal: the next act of a computer, and never one that loses."""

from __future__ import annotations

from game.engine import Action, Observation
from game.engine.actions import Accept, Decline, EndRound, Offer, PutInBlue
from game.session import advise
from game.ui.bargain.laid import Laid
from game.ui.bargain.usual import usual
from game.ui.bargain.worth import is_blind
from game.ui.drafting.texts import desk_of
from game.ui.parts.bluing import loses_by_blue
from game.words.language import later

MEANING = later(
    "the act that stands before the prompt: what a computer would do next in your place. As in "
    "the window, an offer is accepted only if it brings you something that you can keep your "
    "word for and the text does not fail by it; if it brings the other several times as much, "
    "more is asked for. Nobody is bound to a text that it was not shown, and a text that would "
    "fail is put in blue only in the last round. In the window Enter opens the sheet on "
    "which you choose; here it chooses, and 'undo' takes it back."
)
"""What Enter means here, and where the window differs."""


def on_enter(o: Observation) -> Action | None:
    """Return what Enter does now; None where nobody can say."""
    found = advise(o)
    if o.offered is not None and isinstance(found, Accept | Decline):
        answer = usual(o, o.offered)
        plain = isinstance(answer, Decline) and not answer.give
        return found if plain and isinstance(found, Decline) else answer
    end = EndRound(o.seat)
    return end if end in o.legal and _is_unsafe(o, found) else found


def _is_unsafe(o: Observation, act: Action | None) -> bool:
    """Tell whether an act loses a text, or binds to one that was never shown."""
    if isinstance(act, PutInBlue):
        return loses_by_blue(o, left=True)
    return isinstance(act, Offer) and is_blind(o, desk_of(o), Laid(act.to, act.give, act.take))
