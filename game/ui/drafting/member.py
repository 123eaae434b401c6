"""What a delegation without the pen can do about the clause in focus."""

from __future__ import annotations

from game.engine.actions import Ask, DemandSight
from game.engine.observation import Observation
from game.engine.opinion import level_of
from game.engine.text import price_of
from game.ui.bargain.phrases import said_in_public
from game.ui.drafting.moves import moves_of, preferred_level
from game.ui.drafting.texts import Desk
from game.ui.messages import Pick, Picks, Steps
from game.ui.parts.footer import why_not, with_warning
from game.ui.parts.signs import signed
from game.ui.parts.speech import level_name
from game.ui.widgets import Button, Row, Run, Text, Widget
from game.words import _, plural


def wanted_level(o: Observation, picks: Picks, desk: Desk, measure: str) -> int:
    """Return the level picked for this measure, or the one to ask for."""
    now = level_of(o.scenario, desk.levels, measure)
    picked = picks.get("level", -1)
    if picked >= 0 and picked != now:
        return picked
    return preferred_level(o, desk.levels, measure)


def clause_acts(o: Observation, picks: Picks, desk: Desk, measure: str) -> Widget:
    """Return ask, back, oppose and warn for the clause in focus, each with its cost."""
    level = wanted_level(o, picks, desk, measure)
    now = level_of(o.scenario, desk.levels, measure)
    move = moves_of(o, desk.levels, measure).get(level)
    ask = Ask(o.seat, measure, level)
    label = level_name(o.scenario, measure, level)
    why = why_not(o, ask)
    if level == now:
        why = why_not(o, "Ask") or _("choose another level first")
    note = ""
    if move and o.seat in move.worths:
        note = _("{points} for you").format(points=signed(move.worths[o.seat].points))
    price = price_of(o.record, o.seat, measure)
    if price > 1:
        note += plural(" · {count} act", " · {count} acts", price)
    # The words of a clause that the text lacks are those of the level that would be asked for.
    pick = () if measure in desk.levels else (Pick("level", level),)
    buttons: tuple[Widget, ...] = (
        Button(
            _("Ask for “{level}”").format(level=label) if level != now else _("Ask for a change"),
            ask,
            key=picks.key("bracket"),
            main=desk.text is not None,
            look="primary",
            note=with_warning(o, ask, note),
            disabled=why,
            name="ask",
            hint=_("puts it in brackets; the pen answers at the end of the round"),
        ),
        Button(
            _("Words …"),
            Steps((Pick("open", "wording"), Pick("words", None), *pick)),
            disabled=_why_no_words(o, desk, measure, level),
            name="other words",
            hint=_("ask for a verb, softer or harder words, another number: not only a level"),
        ),
        *said_in_public(o, picks, measure),
    )
    return Row(buttons, gap=4, wrap=True)


def _why_no_words(o: Observation, desk: Desk, measure: str, level: int) -> str:
    if why := why_not(o, "Ask"):
        return why
    here = measure in desk.levels or level > 0
    return "" if here else _("there is nothing to word: choose a level first")


def demand(o: Observation, picks: Picks) -> Widget:
    """Return the button that demands to see the text."""
    action = DemandSight(o.seat)
    return Button(
        _("Demand to see the text"),
        action,
        key=picks.key("demand"),
        main=True,
        look="primary",
        disabled=why_not(o, action),
        name="demand",
    )


def own_view(o: Observation, desk: Desk, measure: str) -> Widget | None:
    """Return what the clause as it stands is worth to the one who looks, against the base."""
    base = o.scenario.base(measure)
    now = level_of(o.scenario, desk.levels, measure)
    found = moves_of(o, desk.levels, measure).get(base)
    if desk.text is None or base == now or found is None or o.seat not in found.worths:
        return None
    points = -found.worths[o.seat].points
    return Text(
        (
            Run(_("As it stands it is worth "), tone="muted"),
            Run(signed(points), bold=True, tone="yes" if points > 0 else "no" if points else ""),
            Run(_(" to you, against what was before."), tone="muted"),
        ),
        size="small",
    )
