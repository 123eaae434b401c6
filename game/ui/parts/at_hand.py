"""In large text: the main act of a screen stays in sight, and the other acts are one sheet away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from game.ui.describe import walk
from game.ui.messages import Pick, Picks, Steps
from game.ui.widgets import Button, Column, Modal, Row, Shortcut, Spacer, Widget
from game.words import _

MORE = "more acts"
"""The pick that opens the sheet of the acts that have no room below the screen."""
FEW = 2
"""Acts that stay side by side below the screen."""
Acts = tuple[Widget | None, ...]


def at_hand(
    picks: Picks, content: Widget, acts: Sequence[Widget | None], end: Sequence[Widget | None]
) -> tuple[Widget, Acts, Acts]:
    """Return the content without its main act where that can scroll away, and the acts with it.

    Args:
        acts: what stands below at the left; the main act comes first.
        end: what stands below at the right; where the main act is one of these, it stays there.
    """
    given, last = tuple(filter(None, acts)), tuple(filter(None, end))
    main = _main(content, picks)
    if main is None or any(_is_main(it, picks) for it in (*given, *last)):
        return content, given, last
    rest = _without(content, main)
    if rest is content:
        return content, given, last
    if any(it.name == main.name for it in last):
        return rest, given, tuple(main if it.name == main.name else it for it in last)
    return rest, (main, *(it for it in given if it.name != main.name)), last


def _main(content: Widget, picks: Picks) -> Button | None:
    """Return the button that Enter stands for, unless it is one of several to choose from."""
    found = (it for it in walk(content) if isinstance(it, Button) and it.look != "card")
    return next((it for it in found if _is_main(it, picks)), None)


def _is_main(it: Widget, picks: Picks) -> bool:
    keys = (picks.key("main"), picks.key("on"))
    return isinstance(it, Button) and (it.main or it.key in keys) and not it.disabled


def _without(tree: Widget, gone: Widget) -> Widget:
    """Return a tree without one of its widgets; what does not hold it stays the same."""
    children: tuple[Widget, ...] = getattr(tree, "children", ())
    if not any(it is gone for child in children for it in walk(child)):
        return tree
    holder: Any = tree
    kept = tuple(_without(child, gone) for child in children if child is not gone)
    return evolve(holder, children=kept)  # type: ignore[no-any-return]


def few(picks: Picks, acts: Acts) -> tuple[Acts, Modal | None]:
    """Return the acts that have room below the screen, and the sheet of the others if it is open.

    Their keys work all the same.
    """
    buttons = [it for it in acts if isinstance(it, Button)]
    if len(buttons) <= FEW or len(buttons) < len(acts):
        return acts, None
    first = next((it for it in buttons if _is_main(it, picks)), None)
    first = first or next((it for it in buttons if not it.disabled), buttons[0])
    rest = [it for it in buttons if it is not first]
    more = Button(_("More …"), Pick(MORE, True), name="more acts")
    keyed = (it for it in rest if it.key and not it.disabled)
    keys = Column(tuple(Shortcut(it.key, it.message, it.label) for it in keyed))
    return (first, more, keys), _sheet(rest) if picks.get(MORE, False) else None


def _sheet(acts: Sequence[Button]) -> Modal:
    shut = Pick(MORE, False)
    close = Row((Spacer(), Button(_("Close"), shut, look="ghost", name="close acts")))
    ways = (evolve(it, message=Steps((shut, it.message))) for it in acts)
    title = _("What else can be done")
    return Modal(title, (Column(tuple(ways), gap=8), close), shut, name="acts", width=620)
