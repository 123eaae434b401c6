"""What Enter does in the terminal: the next act of a computer, and never one that loses."""

from __future__ import annotations

from game.engine import Action, Observation
from game.engine.actions import Accept, Decline, EndRound, Offer, PutInBlue
from game.session import advise
from game.ui.bargain.laid import Laid, mirrored
from game.ui.bargain.worth import is_blind, serves
from game.ui.drafting.texts import desk_of
from game.ui.parts.bluing import loses_by_blue
from game.words.language import later

MEANING = later(
    "the act that stands before the prompt: what a computer would do next in your place. As in "
    "the window, an offer is accepted only if it brings you something and the text does not fail "
    "by it, nobody is bound to a text that it was not shown, and a text that would fail is put in "
    "blue only once nothing else is left. In the window Enter opens the sheet on which you "
    "choose; here it chooses, and 'undo' takes it back."
)
"""What Enter means here, and where the window differs."""


def on_enter(o: Observation) -> Action | None:
    """Return what Enter does now; None where nobody can say."""
    found = advise(o)
    if o.offered is not None and isinstance(found, Accept | Decline):
        answer = (o.seat, o.offered.seat, o.offered.number)
        accept = Accept(*answer)
        fits = accept in o.legal and serves(o, desk_of(o), mirrored(o.offered))
        if fits is not isinstance(found, Accept):
            return accept if fits else Decline(*answer)
    end = EndRound(o.seat)
    return end if end in o.legal and _is_unsafe(o, found) else found


def _is_unsafe(o: Observation, act: Action | None) -> bool:
    """Tell whether an act loses a text, or binds to one that was never shown."""
    if isinstance(act, PutInBlue):
        return loses_by_blue(o, left=True)
    return isinstance(act, Offer) and is_blind(o, desk_of(o), Laid(act.to, act.give, act.take))
