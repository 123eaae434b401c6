"""What a delegation asks of the pen, with its worth to both, and the answers to it."""

from __future__ import annotations

from game import words
from game.engine.observation import Observation
from game.engine.record import Asked, Term
from game.engine.terms import Ballot, Seat
from game.ui.bargain.laid import GIVE, TAKE, Laid, is_open, lay
from game.ui.bargain.vocabulary import is_possible
from game.ui.drafting.answers import answers, outcomes
from game.ui.drafting.deal import worth_text
from game.ui.drafting.moves import Worth, granted, pledged, worth_between
from game.ui.drafting.texts import Desk, open_asks
from game.ui.messages import Picks
from game.ui.widgets import Button, Column, Flag, Row, Text, Widget
from game.words import _, capital

FOR_IT = Term("vote", ballot=Ballot.YES)
"""What the pen first thinks of wanting for what it is asked."""


def pending(o: Observation, picks: Picks, desk: Desk, other: Seat) -> tuple[Widget, ...]:
    """Return the open requests of a seat with the pen's answers, and their worth to both."""
    mine = [a for a in open_asks(o) if a.seat == other]
    picked = picks.get("ask", 0)
    keyed = picked if picked in {a.id for a in mine} else mine[0].id if mine else 0
    return tuple(_asked(o, picks, desk, ask, keyed=ask.id == keyed) for ask in mine)


def _asked(o: Observation, picks: Picks, desk: Desk, ask: Asked, *, keyed: bool) -> Widget:
    says = words.asked(o.scenario, ask)
    mine, theirs = granting(o, desk, ask)
    worths = Row(
        (
            Text(_("you"), size="small", tone="muted"),
            worth_text(mine),
            Text(_("they"), size="small", tone="muted"),
            worth_text(theirs),
        ),
        gap=8,
        wrap=True,
    )
    head = Row(
        (Flag(ask.seat, height=14), Text(capital(says), font="serif", bold=True, flex=1)), gap=8
    )
    buttons = answers(o, picks, desk, (ask,), (_for_something(o, ask),), keyed, table=True)
    return Column((head, worths, *outcomes(o, desk, (ask,)), buttons), gap=2)


def granting(o: Observation, desk: Desk, ask: Asked) -> tuple[Worth, Worth]:
    """Return what granting a request is worth to the pen and to who asked, promise and all."""
    after = granted(o, desk.levels, ask)
    mine = worth_between(o, o.seat, desk.levels, after)
    return mine, worth_between(o, ask.seat, desk.levels, after, pledged(o.record, ask))


def in_return(o: Observation, ask: Asked) -> Laid:
    """Return the table on which what was asked is given for something."""
    wanted = Term("clause", ask.measure, ask.level, ask.upward, words=ask.words)
    table = Laid(ask.seat).having(GIVE, wanted)
    if is_possible(o, ask.seat, o.seat, FOR_IT):
        table = table.having(TAKE, FOR_IT)
    return table


def _for_something(o: Observation, ask: Asked) -> Button:
    why = "" if is_open(o) else _("in this sitting delegations only ask and grant")
    return Button(
        _("Want something for it"),
        lay(in_return(o, ask)),
        look="ghost",
        disabled=why,
        name=f"return {ask.id}",
        hint=_("lays it on the table, to be given for something"),
    )
