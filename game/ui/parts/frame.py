"""The frame of every screen of a sitting: bar on top, content, acts below."""

from collections.abc import Sequence

from game.engine.observation import Observation
from game.ui.messages import Back, Help, HideAll, NextConcern, Picks, Redo, Save, Undo
from game.ui.parts.at_hand import at_hand, few
from game.ui.parts.concerns import Concern, concerns
from game.ui.parts.footer import footer
from game.ui.parts.header import header
from game.ui.parts.lesson import lesson
from game.ui.parts.seats import seat_name
from game.ui.widgets import (
    Button,
    Column,
    Layers,
    Progress,
    Row,
    Scroll,
    Shortcut,
    Spacer,
    Text,
    Widget,
)
from game.words import _, plural


def frame(
    observation: Observation,
    picks: Picks,
    body: Widget | Sequence[Widget | None],
    *,
    acts: Sequence[Widget | None] = (),
    end: Sequence[Widget | None] = (),
    scroll: bool | None = None,
) -> Widget:
    """Return a whole screen.

    Args:
        body: the content, which takes the height there is; give it `flex=1` inside.
        acts: buttons at the bottom left. end: buttons at the bottom right.
        scroll: put the content into a scroll; by default in a narrow window.
    """
    content = body if isinstance(body, Widget) else Column(tuple(body), gap=12, flex=1)
    sheet = None
    if picks.house.is_tight:
        content, acts, end = at_hand(picks, content, acts, end)
        acts, sheet = few(picks, acts)
    if picks.house.is_narrow if scroll is None else scroll:
        content = Scroll(f"{picks.screen} body", content)
    screen = Column(
        (
            header(observation, picks),
            lesson(observation, picks),
            content,
            Column((_bottom(observation, picks, acts, end), *shortcuts(picks)), gap=0),
        ),
        gap=12,
        pad=16,
    )
    return screen if sheet is None else Layers((screen, sheet))


def _bottom(
    o: Observation, picks: Picks, acts: Sequence[Widget | None], end: Sequence[Widget | None]
) -> Widget:
    house = picks.house
    if house.busy:
        words = _("{seat} is at it").format(seat=_who(o, house.busy))
        return Row((Progress(words, house.done, max(1, house.todo), flex=1),), gap=12)
    undo: tuple[Widget | None, ...] = (
        Button(_("Undo"), Undo(), key=picks.key("undo"), look="ghost", name="undo")
        if house.can_undo
        else None,
        Button(_("Redo"), Redo(), key=picks.key("redo"), look="ghost", name="redo")
        if house.can_redo
        else None,
    )
    waiting = [c for c in concerns(o) if c.screen != picks.screen or c.picks]
    jump = (
        Button(
            _count(waiting, short=not house.is_wide),
            NextConcern(),
            key=picks.key("next"),
            look="ghost",
            hint="\n".join(c.text for c in waiting),
            name="next concern",
        )
        if waiting
        else None
    )
    return footer(*acts, end=(*undo, jump, *end))


def _count(waiting: Sequence[Concern], *, short: bool) -> str:
    """Return that pressing it leads to what waits, one thing after the other."""
    if short:
        return _("Next: {count}").format(count=len(waiting))
    return plural("Next: {count} matter", "Next of {count} matters", len(waiting))


def _who(o: Observation, seat: str) -> str:
    return seat_name(o, seat) if seat in o.scenario.seats else o.scenario.target.capital


def shortcuts(picks: Picks) -> tuple[Widget, ...]:
    """Return the keys that hold on every screen of a sitting and need no button."""
    return (
        Shortcut(picks.key("back"), Back(), _("back")),
        Shortcut(picks.key("hide"), HideAll(), _("hide everything")),
        Shortcut(picks.key("help"), Help(), _("help")),
        Shortcut("?", Help(), _("help")),
        Shortcut(picks.key("save"), Save(), _("save")),
    )


def back_to_play(o: Observation) -> Widget:
    """Return the button that leads from a page to read back to where this beat is played."""
    label = _("Back to where you are asked") if o.actor == o.seat else _("Back")
    return Button(label, Back(), main=True, look="ghost", name="to play")


def empty(words: str) -> Widget:
    """Return a quiet line for where there is nothing yet."""
    return Column((Spacer(), Text(words, tone="muted", align="center"), Spacer()), flex=1)
