"""A text beside the one of the record, measure by measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from game.engine.record import Draft
from game.engine.scenario import Scenario
from game.engine.text import level_of
from game.words import names
from game.words.language import _, capital, later

NOTE = later("A comparison, not the answer: other capitals, another week, another room.")


@frozen
class Beside:
    """One measure in two texts.

    measure: which.
    here: its level in this text.
    there: its level in the record's, or in force already.
    """

    measure: str
    here: int
    there: int


def levels(s: Scenario, draft: Draft) -> tuple[Beside, ...]:
    """Return every measure as a text has it, and as the record's has it."""
    return tuple(
        Beside(m.id, level_of(s, draft, m.id), max(s.record.get(m.id, 0), s.floor(m.id)))
        for m in s.measures
    )


def heading(s: Scenario) -> str:
    """Return what stands above the comparison."""
    return _("Your sitting beside {name}").format(name=s.record_name or _("the record"))


def alike(s: Scenario, found: Sequence[Beside]) -> str:
    """Say on how many measures both are the same, or that there is no other text."""
    if not s.record:
        return _("In the record the Council adopted nothing.")
    same = sum(it.here == it.there for it in found)
    return _("The same on {same} of {all} measures.").format(same=same, all=len(found))


def page(s: Scenario, draft: Draft) -> Iterator[str]:
    """Yield the comparison in plain lines: where the two differ, if there are two."""
    found = levels(s, draft)
    yield heading(s)
    yield f"   {alike(s, found)} {_(NOTE)}"
    for it in found if s.record else ():
        if it.here != it.there:
            yield "   {sign} {measure}: {here} | {there}: {level}".format(
                sign="+" if it.here > it.there else "-",
                measure=names.title(s, it.measure),
                here=capital(names.level(s, it.measure, it.here)),
                there=s.record_name or _("the record"),
                level=capital(names.level(s, it.measure, it.there)),
            )
