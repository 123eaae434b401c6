"""The table as a sheet of paper: what you give, what they give, and what that is worth to both."""

from __future__ import annotations

from game import words
from game.engine.observation import Observation
from game.engine.record import Term
from game.ui.bargain.laid import GIVE, SIDES, TAKE, Laid, lay
from game.ui.bargain.worth import passing, worths
from game.ui.drafting.deal import worth_text
from game.ui.drafting.moves import Worth
from game.ui.drafting.texts import Desk
from game.ui.drafting.turning import hands, odds
from game.ui.messages import Pick
from game.ui.parts.seats import seat_name
from game.ui.widgets import Button, Column, Divider, Row, Spacer, Text, Tone, Widget
from game.words import _, capital

WHERE = {"clause": "clauses", "next_text": "clauses"}
"""Kind of term -> the tab on which it is chosen; the others stand under words."""


def two_sides(o: Observation, table: Laid) -> Widget:
    """Return both sides of the table, with a button to take each term off again."""
    return Row(tuple(_side(o, table, side) for side in SIDES), gap=28, align="start")


def _side(o: Observation, table: Laid, side: str) -> Widget:
    title = _("You give")
    if side == TAKE:
        title = _("{seat} gives").format(seat=seat_name(o, table.other))
    lines: list[Widget] = [_term(o, table, side, term) for term in table.side(side)]
    if not lines:
        lines = [Text(_nothing(o, table, side), tone="muted", size="small")]
    return Column(
        (Text(title, size="label", tone="muted"), Divider(), *lines),
        gap=5,
        flex=1,
        name=f"side {side}",
    )


def _nothing(o: Observation, table: Laid, side: str) -> str:
    """Return what an empty side means."""
    if side == GIVE and table.take:
        if table.other == o.scenario.penholder:
            return _("nothing: a plain request, in public")
        return _("nothing yet: choose below what you could give for it")
    if side == TAKE and table.give:
        return _("nothing yet: choose below what you want for it")
    return _("nothing yet: choose below")


def _term(o: Observation, table: Laid, side: str, term: Term) -> Widget:
    says = capital(words.term(o.scenario, term))
    see = Pick("tab", WHERE.get(term.kind, "words"))
    off = Button(
        "✕",
        lay(table.without(side, term), see),
        look="ghost",
        name=f"off {side} {term.kind} {term.measure or term.item}".rstrip(),
        hint=_("take it off the table"),
    )
    return Row((Text(says, font="serif", bold=True, flex=1), off), gap=6)


def balance(o: Observation, table: Laid, *, low: bool = False) -> Widget:
    """Return both sides' worth of the deal, large, and how the other is likely to take it.

    Args:
        low: there is little height: all of it stands in one line.
    """
    mine, theirs = worths(o, table)
    if low:
        other = _("{seat}, est.").format(seat=seat_name(o, table.other))
        reading = None if table.is_empty else _reading(mine, theirs)
        sides = _in_line(_("you"), mine), Spacer(), reading, Spacer(), _in_line(other, theirs)
        return Row(sides, gap=12)
    return Row(
        (
            _worth(_("Worth to you, exactly"), mine),
            Spacer(),
            _reading(mine, theirs) if not table.is_empty else None,
            Spacer(),
            _worth(
                _("Worth to {seat}, as you read it").format(seat=seat_name(o, table.other)), theirs
            ),
        ),
        gap=16,
    )


def effect(o: Observation, desk: Desk, table: Laid) -> Widget | None:
    """Return what the deal would do to the vote, and whose hand turns; None without a text."""
    found = passing(o, desk, table)
    if found is None:
        return None
    with_it = _("with it the text passes {was} → {now}")
    either_way = _("the text passes {now}, with it or without")
    return Row((odds(found, with_it, either_way), *hands(o, found)), gap=8, wrap=True)


def two_lists(o: Observation, table: Laid) -> Widget:
    """Return both sides of a deal to read, without a way to change them."""
    titles = {
        GIVE: _("You would give"),
        TAKE: _("{seat} would give").format(seat=seat_name(o, table.other)),
    }
    columns = (
        Column(
            (
                Text(titles[side], size="label", tone="muted"),
                *(
                    Text(capital(words.term(o.scenario, t)), font="serif", size="lead", bold=True)
                    for t in table.side(side)
                ),
            ),
            gap=6,
            flex=1,
        )
        for side in SIDES
    )
    return Row(tuple(columns), gap=28, align="start")


def _in_line(title: str, worth: Worth) -> Widget:
    label = Text(title, size="small", tone="muted")
    return Row((label, worth_text(worth, size="title")), gap=8, align="baseline")


def _worth(title: str, worth: Worth) -> Widget:
    return Column((Text(title, size="small", tone="muted"), worth_text(worth, size="title")), gap=0)


def _reading(mine: Worth, theirs: Worth) -> Widget:
    """Return in words and a sign whether it costs oneself, else whether the other side gains."""
    tone: Tone = "abstain"
    sign, says = "–", _("they could go either way")
    if mine.points < 0:
        tone, sign, says = "no", "✕", _("it costs you more than it brings")
    elif theirs.points - theirs.spread > 0:
        tone, sign, says = "yes", "✓", _("they gain by it")
    elif theirs.points + theirs.spread <= 0:
        tone, sign, says = "no", "✕", _("they do not gain by it")
    return Text(f"{sign} {says}", tone=tone, bold=True, size="small")
