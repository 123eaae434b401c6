"""The words of a clause on the table: the sheet of words, with the table as its end."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine import wording
from game.engine.actions.terms import clause_term
from game.engine.observation import Observation
from game.engine.record import Clause
from game.ui.bargain.choosing import chosen_measure, clause_side, kind_of
from game.ui.bargain.laid import Laid, is_open, lay
from game.ui.drafting.texts import Desk
from game.ui.drafting.wording import CLOSED, sheet_of
from game.ui.messages import Pick, Picks, Steps
from game.ui.widgets import Button, Row, Text, Widget
from game.words import _
from game.words.clauses import said_otherwise

OPEN = "words on the table"
"""What is open when the words of a clause are chosen for the table."""


def words_row(o: Observation, picks: Picks, desk: Desk, table: Laid) -> Widget | None:
    """Return the words of the clause that is looked at, and the way to other ones."""
    if not can_word(o, table):
        return None
    clause = clause_on(o, picks, desk, table)
    if clause.level <= o.scenario.floor(clause.measure):
        return None
    says = ", ".join(f"“{words}”" for words in said_otherwise(o.scenario, clause))
    return Row(
        (
            Text(says or _("in its usual words"), size="small", tone="muted", flex=1),
            Button(
                _("Words …"),
                Steps((Pick("open", OPEN), Pick("words", None))),
                look="ghost",
                name="words on the table",
                hint=_("verb, softeners, hardeners and numbers, as a part of the deal"),
            ),
        ),
        gap=8,
    )


def can_word(o: Observation, table: Laid) -> bool:
    """Tell whether the words of clauses can be traded between these two."""
    return bool(clause_side(o, table)) and is_open(o) and bool(o.scenario.verbs)


def clause_on(o: Observation, picks: Picks, desk: Desk, table: Laid) -> Clause:
    """Return the clause that is looked at, as it lies on the table or as it stands."""
    measure = chosen_measure(o, picks, desk, table)
    laid = (t.clause for t in table.side(clause_side(o, table)) if t.kind == "clause")
    standing = wording.clause_at(o.scenario, desk.levels, measure)
    return next((c for c in laid if c.measure == measure), standing)


def words_sheet(o: Observation, picks: Picks, desk: Desk, table: Laid) -> Widget | None:
    """Return the sheet on which the words are chosen, if it is open."""
    if picks.get("open", "") != OPEN or not can_word(o, table):
        return None

    def ends(now: Clause, new: Clause) -> Iterator[Widget]:
        yield Button(_("Close"), CLOSED, look="ghost", name="close wording")
        term = clause_term(o.scenario, now, new, kind_of(o, picks))
        yield Button(
            _("Lay it on the table"),
            lay(table.having(clause_side(o, table), term), CLOSED),
            main=True,
            look="primary",
            disabled=_why_not(o, now, new),
            name="lay words",
            hint=_("these words become a part of the deal; nothing is said yet"),
        )

    return sheet_of(o, picks, desk, clause_on(o, picks, desk, table), ends)


def _why_not(o: Observation, now: Clause, new: Clause) -> str:
    if new == now:
        return _("it stands like that already")
    wrong = wording.fault(o.scenario, new)
    return _("these words do not go together here") if wrong is not None else ""
