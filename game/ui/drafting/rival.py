"""A rival draft on the desk of a member: started from a text, edited, forecast and submitted."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from game import words
from game.engine import lint, opinion
from game.engine.actions import Table, Withdraw
from game.engine.observation import Observation
from game.engine.opinion import level_of, plain
from game.engine.record import Clause, Draft
from game.engine.terms import Phase
from game.engine.wording import clause_at
from game.ui.drafting.moves import put
from game.ui.drafting.texts import Desk
from game.ui.messages import Confirm, Pick, Picks, Show, Steps
from game.ui.parts.bluing import fails
from game.ui.parts.footer import act, why_not
from game.ui.parts.seats import seat_name
from game.ui.widgets import Button, Flag, Row, Text, Widget
from game.words import _

OPEN, CHANGES = "rival", "rival changes"
"""Picks: a rival is on the desk; each clause that it changes."""

Changes = tuple[Clause, ...]


def is_open(o: Observation, picks: Picks) -> bool:
    """Tell whether a rival lies on the desk instead of the pen's text."""
    return picks.get(OPEN, False) and not o.is_pen and bool(o.versions) and can_start(o)


def can_start(o: Observation) -> bool:
    """Tell whether the one who looks could submit a draft of its own now."""
    return o.actor == o.seat and not o.is_pen and any(type(a) is Table for a in o.legal)


def changes(picks: Picks) -> Changes:
    """Return what the rival changes."""
    none: Changes = ()
    return picks.get(CHANGES, none)


def text_of(o: Observation, changed: Changes) -> Draft:
    """Return the rival: the text that all have seen, with some clauses otherwise."""
    text = o.versions[-1].clauses
    for clause in changed:
        text = put(text, clause)
    return text


def on_desk(o: Observation, desk: Desk, picks: Picks) -> Desk:
    """Return the desk with the rival on it, compared with the pen's text."""
    if not is_open(o, picks):
        return desk
    last, text = o.versions[-1], text_of(o, changes(picks))
    return Desk(text, last.clauses, last.number, 0, writes=False, levels=text, rival=True)


def edit(o: Observation, picks: Picks, measure: str, level: int) -> Pick:
    """Return the message that puts one clause of the rival at a level, in its own words."""
    now = clause_at(o.scenario, o.versions[-1].clauses, measure)
    return write(o, picks, now if level == now.level else Clause(measure, level))


def write(o: Observation, picks: Picks, clause: Clause) -> Pick:
    """Return the message that writes a clause of the rival; as in the text it is no change."""
    rest = tuple(change for change in changes(picks) if change.measure != clause.measure)
    same = clause == clause_at(o.scenario, o.versions[-1].clauses, clause.measure)
    return Pick(CHANGES, rest if same else (*rest, clause))


def from_agreed(o: Observation) -> Changes:
    """Return the changes that leave only what was agreed before, and what a text needs."""
    now, before = o.versions[-1].clauses, plain(o.scenario)
    return tuple(
        Clause(id, level) for id, level in before.items() if level != level_of(o.scenario, now, id)
    )


def fault(o: Observation, changed: Changes) -> str:
    """Return why the rival could not be submitted as it is; empty if it could."""
    if why := why_not(o, "Table"):
        return why
    if not changed:
        return _("it says what the pen's text says; change a clause first")
    text = text_of(o, changed)
    wrong = lint.errors(o.scenario, text)
    return words.remark(wrong[0], o.scenario, text) if wrong else ""


# -- buttons


def start(o: Observation, picks: Picks) -> Widget | None:
    """Return the button that puts a rival on the desk, where rivals are in play."""
    if o.is_pen or not o.scenario.plays("motions"):
        return None
    return Button(
        _("A rival draft …"),
        Steps((Pick(OPEN, True), Pick("level", -1))),
        key=picks.key("rival"),
        disabled="" if can_start(o) else why_not(o, "Table"),
        name="rival",
        hint=_("a draft of your own: submitted before the pen's is in blue, it is voted on first"),
    )


def acts(o: Observation, picks: Picks) -> tuple[Widget | None, ...]:
    """Return what can be done with the rival on the desk."""
    changed = changes(picks)
    return (
        Button(
            _("From the text"),
            Pick(CHANGES, ()),
            look="plain",
            disabled="" if changed else _("it is the text as it stands"),
            name="rival from text",
            hint=_("begin again with the text that all have seen"),
        ),
        Button(
            _("From the agreed words"),
            Pick(CHANGES, from_agreed(o)),
            name="rival from agreed",
            hint=_("only what earlier texts have agreed, and what a text cannot do without"),
        ),
        Button(_("Back to the text"), Pick(OPEN, False), look="ghost", name="rival away"),
    )


def submit(o: Observation, picks: Picks) -> Widget:
    """Return the button that submits the rival, which asks first."""
    changed = changes(picks)
    words_ = _("Submit it as your own draft? It is public at once, and you can have only one.")
    cost = "" if o.phase is Phase.VOTE else _("1 act")
    done: tuple[object, ...] = (Pick(OPEN, False), Pick(CHANGES, ()))
    if o.phase is Phase.VOTE:
        done = (*done, Show("vote"))
    loses = fails(o, text_of(o, changed), opinion.apart(o.record, (o.seat,)))
    message = Confirm(words_, _("Submit"), Steps((Table(o.seat, changed), *done)), loses)
    return evolve(
        act(o, picks, _("Submit it"), "Table", look="primary", message=message, main=not loses),
        note=cost,
        disabled=fault(o, changed),
        name="submit rival",
    )


# -- what lies on the table beside the pen's draft


def tabled(o: Observation, picks: Picks) -> Iterator[Widget]:
    """Yield a line for each rival: whose it is, when it is voted on, and the way to read it."""
    for rival in o.on_table:
        says = _("Draft of {seat}: on the table, voted on before a text in blue after it")
        if o.blue:
            says = _("Draft of {seat}: on the table")
        yield Row(
            (
                Flag(rival.author, height=14),
                Text(says.format(seat=seat_name(o, rival.author)), size="small", flex=1),
                Button(
                    _("Compare"),
                    Show("papers", {"paper": "compare", "to": rival.number}),
                    look="tab",
                    name=f"read rival {rival.number}",
                ),
                _withdrawal(o, picks, rival.number) if rival.author == o.seat else None,
            ),
            gap=8,
        )


def _withdrawal(o: Observation, picks: Picks, number: int) -> Button | None:
    """Return the button that takes one's own rival back, which asks first; elsewhere than here."""
    if o.phase is Phase.VOTE:
        return None  # There it stands beside the question.
    action = Withdraw(o.seat, number)
    says = _("Withdraw your draft? It is as if it had not been submitted, and you can submit one.")
    return act(
        *(o, picks, _("Withdraw it"), action),
        look="ghost",
        message=Confirm(says, _("Withdraw"), action),
        name="withdraw rival",
    )
