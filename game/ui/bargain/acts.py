"""What can be done with the table: ask in public, offer between the two, write, ask for needs."""

from __future__ import annotations

from attrs import evolve

from game import words
from game.engine.actions import Ask, AskNeeds, Decline, DemandSight, SetClause
from game.engine.actions.base import Action
from game.engine.actions.terms import refusal_of, same_terms
from game.engine.observation import Observation
from game.engine.record import Offered, Term
from game.engine.wording import clause_at
from game.ui.bargain.laid import Laid, is_open, offer_of
from game.ui.bargain.phrases import said_in_public
from game.ui.bargain.worth import is_blind, sinks, worths
from game.ui.drafting.texts import Desk
from game.ui.messages import Pick, Picks, Steps, Tell
from game.ui.parts.footer import why_not, with_warning
from game.ui.parts.seats import seat_name
from game.ui.parts.speech import refusal_line
from game.ui.widgets import Button, Row, Text, Widget
from game.words import _, plural


def main_act(o: Observation, picks: Picks, desk: Desk, table: Laid) -> Button:
    """Return the one button that does what the table says: request, offer, or writing."""
    key = picks.key("offer")
    if not table.give and table.other == o.scenario.penholder and _are_clauses(table.take):
        found = _ask(o, key, table)
    elif o.is_pen and not table.take and _are_clauses(table.give):
        found = _write(o, key, desk, table)
    else:
        found = _offer(o, key, table)
    # Who has not seen the text demands to first; what costs one or the text is no slip of Enter.
    first = desk.text is None and not o.is_pen and not why_not(o, DemandSight(o.seat))
    return evolve(found, main=not first and not found.disabled and not harms(o, desk, table))


def harms(o: Observation, desk: Desk, table: Laid) -> bool:
    """Tell whether the deal on the table costs who looks more than it brings, or is a risk.

    A risk is a deal that sinks the text, and one that binds to a text that was never shown.
    """
    if table.is_empty:
        return False
    risk = is_blind(o, desk, table) or sinks(o, desk, table)
    return risk or worths(o, table)[0].points < 0


def _are_clauses(terms: tuple[Term, ...]) -> bool:
    return bool(terms) and all(t.kind == "clause" for t in terms)


def _ask(o: Observation, key: str, table: Laid) -> Button:
    asks = tuple(Ask.of(o.seat, t.clause) for t in table.take)
    why = next((w for ask in asks if (w := why_not(o, ask))), "")
    note = plural("in public, {count} act", "in public, {count} acts", len(asks))
    for ask in asks:
        note = with_warning(o, ask, note)
    if not why and len(asks) > o.tokens.get(o.seat, 0):
        why = _("there are not so many acts left in this round")
    return Button(
        _("Ask for it") if len(asks) == 1 else _("Ask for all of it"),
        Steps((*asks, Pick("laid", ""))),
        key=key,
        look="primary",
        note=note,
        disabled=why,
        name="ask",
        hint=_("all fifteen hear it; the pen answers at the end of the round"),
    )


def _write(o: Observation, key: str, desk: Desk, table: Laid) -> Button:
    writes = tuple(
        SetClause.of(o.seat, t.clause)
        for t in table.give
        if t.clause != clause_at(o.scenario, desk.levels, t.measure)
    )
    why = next((w for write in writes if (w := why_not(o, write))), "")
    if not writes:
        why = why_not(o, "SetClause") or _("it stands like that already")
    return Button(
        _("Write it"),
        Steps((*writes, Pick("laid", ""))),
        key=key,
        look="primary",
        note=_("for nothing"),
        disabled=why,
        name="write",
        hint=_("into your own text; nobody sees it before you show it"),
    )


def _offer(o: Observation, key: str, table: Laid) -> Button:
    action = offer_of(o, table)
    return Button(
        _("Make the offer"),
        Steps((action, Pick("laid", ""))),
        key=key,
        look="primary",
        note=_("1 act"),
        disabled=why_no_offer(o, table, action),
        name="offer",
        hint=_("{seat} answers at once; nobody else learns the terms").format(
            seat=seat_name(o, table.other)
        ),
    )


def counter_act(o: Observation, picks: Picks, table: Laid, offered: Offered) -> Button:
    """Return the button that declines an offer and says what would do instead."""
    action = Decline(o.seat, offered.seat, offered.number, table.give, table.take)
    why = why_not(o, "Decline") or _why_no_terms(o, table)
    if same_terms(table.give, offered.take) and same_terms(table.take, offered.give):
        why = _("change something first: as it is, you would accept it")
    return Button(
        _("Say that this would do"),
        Steps((action, Pick("counter", False), Pick("laid", ""), Tell(_countered(o, table)))),
        key=picks.key("offer"),
        main=True,
        look="primary",
        disabled=why,
        name="counter",
        hint=_("declines the offer; if this comes back as it is, it is accepted"),
    )


def _countered(o: Observation, table: Laid) -> str:
    """Return what a counter-offer has said: the turn goes on, and one should know what was done."""
    says = _(
        "You have declined, and said that this would do: {give}, for {take}. If {seat} offers just "
        "that in this round or the next, it is agreed at once."
    )
    return says.format(
        give=words.terms(o.scenario, table.give),
        take=words.terms(o.scenario, table.take),
        seat=words.the(o.scenario, table.other),
    )


def why_no_offer(o: Observation, table: Laid, action: Action) -> str:
    """Return why the table makes no offer that can be made now; empty if it does."""
    if not is_open(o):
        return _("in this sitting delegations only ask and grant")
    if why := why_not(o, type(action).__name__):
        return why
    if why := _why_no_terms(o, table):
        return why
    pair = (o.seat, table.other, o.round)
    again = any((x.seat, x.to, x.round) == pair for x in o.record.offers)
    return _("one approach to the same delegation a round") if again else ""


def _why_no_terms(o: Observation, table: Laid) -> str:
    if not table.give or not table.take:
        return _("an offer has something on both sides")
    s, r = o.scenario, o.record
    found = refusal_of(s, r, o.seat, table.other, table.give)
    found = found or refusal_of(s, r, table.other, o.seat, table.take)
    return refusal_line(s, found) if found else ""


def ask_needs(o: Observation, picks: Picks, table: Laid) -> Button | None:
    """Return the button that asks the other what it needs; free, once a round."""
    if not is_open(o):
        return None
    action = AskNeeds(o.seat, table.other)
    return Button(
        _("Ask what they need"),
        action,
        key=picks.key("needs"),
        note=_("free"),
        disabled=why_not(o, action),
        name="needs",
        hint=_("between you two, once a round"),
    )


def in_public(o: Observation, picks: Picks, measure: str) -> Widget | None:
    """Return what a delegation without the pen can say in public of the clause it looks at."""
    if o.is_pen:
        return None
    s = o.scenario
    title = _("In public, on {measure}:").format(measure=words.measure(s, measure))
    return Row(
        (Text(title, size="small", tone="muted"), *said_in_public(o, picks, measure)),
        gap=6,
        wrap=True,
    )
