"""The row of acts at the bottom of a screen, each with its key or its reason why not."""

from game import words
from game.engine.actions import KINDS, Action, Amend, Ask, Refuse, SetClause
from game.engine.breach import broken_by
from game.engine.observation import Observation
from game.ui.messages import Picks, Show
from game.ui.parts.speech import refusal_line
from game.ui.widgets import Button, Look, Row, Widget
from game.words import _


def act(
    observation: Observation,
    picks: Picks,
    label: str,
    action: Action | str,
    *,
    key: str = "",
    main: bool = False,
    look: Look = "plain",
    message: object = None,
    note: str = "",
    name: str = "",
    hint: str = "",
    lead: Widget | None = None,
    selected: bool = False,
    flex: int = 0,
) -> Button:
    """Return the button of an act: it sends the action, or says why that is not possible now.

    Args:
        action: the action, or the name of its kind where a further screen chooses the instance.
        key: id in `bindings.DEFAULTS`.
        main: Enter does it, too.
        message: sent in place of the action; needed when only a kind is given.
    """
    o = observation
    kind = action if isinstance(action, str) else type(action).__name__
    why = why_not(o, action)
    return Button(
        label,
        action if message is None else message,
        key=picks.key(key),
        main=main,
        look=look,
        disabled=why,
        note=with_warning(o, action, note),
        name=name or kind,
        hint=hint,
        lead=lead,
        selected=selected,
        flex=flex,
    )


def with_warning(observation: Observation, action: Action | str, note: str = "") -> str:
    """Return the note of an act with the promises that it breaks, if it breaks any."""
    o = observation
    if isinstance(action, str) or o.actor != o.seat:
        return note
    return " · ".join(filter(None, (note, words.breaking(o.scenario, broken_by(o, action)))))


def why_not(observation: Observation, action: Action | str) -> str:
    """Return why an action, or every action of a kind, is not possible now; empty if it is."""
    o = observation
    if o.actor != o.seat:
        return _("not your turn") if o.actor else _("the sitting is over")
    kind = action if isinstance(action, str) else type(action).__name__
    if kind in o.blocked:
        return refusal_line(o.scenario, o.blocked[kind])
    if isinstance(action, str):
        found = any(type(a).__name__ == kind for a in o.legal)
        return "" if found else _("not in this beat")
    if action in o.legal:
        return ""
    # What the menu cannot hold (other words, a counter-offer) is checked when it is sent.
    by_hand = isinstance(action, SetClause | Refuse)
    by_hand = by_hand or (isinstance(action, Ask | Amend) and action.clause.reworded)
    free = any(isinstance(a, KINDS[kind]) for a in o.legal)
    return "" if free and by_hand else _("not now")


def go(picks: Picks, screen: str, label: str, *, look: Look = "plain") -> Button:
    """Return the button that goes to another screen."""
    return Button(
        label,
        Show(screen),
        # The target's own screen is what the chamber is to the others.
        key=picks.key("chamber" if screen == "capital" else screen),
        look=look,
        selected=picks.screen == screen,
        name=f"go {screen}",
    )


def footer(*acts: Widget | None, end: tuple[Widget | None, ...] = ()) -> Widget:
    """Return acts side by side, those in `end` at the right."""
    if not any(end):
        return Row(acts, gap=10, wrap=True)
    # Where there is no room, acts go into a second line and the end stays at the right.
    return Row((Row(acts, gap=10, wrap=True, flex=1), *end), gap=10)
