"""Drafts that were adopted: on which day, and of two in one meeting what stands of both."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.engine import pressure
from game.engine.events import BeatOpened, Event, Superseded, Tally
from game.engine.record import Draft
from game.engine.scenario import Scenario
from game.engine.terms import Seat
from game.words import names, procedure
from game.words.clauses import whole_clause
from game.words.language import _, capital, listed, plural


def day_of(log: Sequence[Event], number: int, blue: int) -> int | None:
    """Return the day on which a draft was adopted, by its number; None if it was not.

    Args:
        blue: number of the text in blue, which a count of an old save is about that names none.
    """
    day = 0
    for event in log:
        match event:
            case BeatOpened(day=today):
                day = today
            case Tally(adopted=True, question=q):
                if number == (blue if q is None else q.version if q.kind == "draft" else None):
                    return day
    return None


def votes(log: Sequence[Event]) -> tuple[Tally, ...]:
    """Return the counts by which drafts were adopted, in order; nothing where there was but one."""
    both = _both(log)
    return tuple(e for e in log if isinstance(e, Tally) and _is_one_of(e, both)) if both else ()


def breadth(sponsors: Sequence[Seat], tally: Tally) -> str:
    """Return how many names stand under the pen's text once it is adopted, and what they are worth.

    Empty for one name, and for a rival, which nobody joins.
    """
    will = pressure.breadth(sponsors)
    if not tally.adopted or not will or not procedure.is_main(tally.question):
        return ""
    under = plural(
        "One name stands under it beside its author's",
        "{count} names stand under it beside its author's",
        len(sponsors) - 1,
    )
    text = _("{names}: all who carry it out are readier by {will} of 100.")
    return text.format(names=under, will=f"{will / 10:g}")


def _both(log: Sequence[Event]) -> Superseded | None:
    return next((e for e in reversed(log) if isinstance(e, Superseded)), None)


def _is_one_of(tally: Tally, both: Superseded) -> bool:
    question = tally.question
    is_draft = question is not None and question.kind == "draft" and question.version in both.drafts
    return tally.adopted and is_draft


def standing(s: Scenario, log: Sequence[Event], text: Callable[[int], Draft]) -> tuple[str, ...]:
    """Return what stands of drafts that were adopted: clause by clause where a later one took over.

    Args:
        text: returns a draft by its number.
    """
    both = _both(log)
    if both is None:
        return ()
    if not both.measures:
        return (_("Both texts stand: nowhere does the later one touch the earlier."),)
    head = _("Both texts stand, but for {clauses}, which the later one supersedes:")
    drafts = [text(number) for number in both.drafts]
    return (
        head.format(clauses=listed([names.measure(s, id) for id in both.measures])),
        *(_taken_over(s, id, drafts) for id in both.measures),
    )


def _taken_over(s: Scenario, id: str, drafts: Sequence[Draft]) -> str:
    """Return a clause as the later text has it, and as the earlier one had."""
    *before, now = dict.fromkeys(draft[id] for draft in drafts if id in draft)
    was = listed([whole_clause(s, clause) for clause in before])
    return _("{now} (before: {was})").format(now=capital(whole_clause(s, now)), was=was)
