"""The annexes of a text: the lists that its paragraphs cite, as they print."""

from __future__ import annotations

from attrs import frozen

from game.engine.record import Clause, Draft
from game.engine.scenario import Scenario, Schedule
from game.words import names
from game.words.clauses import blanks, needs_annex, part

NUMERALS = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"),
    *("XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"),
)
COUNTED = (
    *("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty"),
)
"""Numbers as a clause prints them; its annex lists as many."""
UNLISTED = Schedule("", each="Entry {n}", many=3)
"""What prints where an author gives no list."""


@frozen
class Annex:
    """A list that belongs to a text.

    numeral: I, II and so on.
    measure: whose list it is.
    title: above it.
    paragraph: number of the paragraph that cites it.
    note: what is left out of it, if anything.
    entries: what it lists, each numbered in print.
    """

    numeral: str
    measure: str
    title: str
    paragraph: int
    note: str
    entries: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the entries as they print, with their numbers."""
        return tuple(f"{n}. {entry}" for n, entry in enumerate(self.entries, 1))


def annexes(scenario: Scenario, draft: Draft) -> tuple[Annex, ...]:
    """Return the annexes of a text, each cited by one paragraph, in that order."""
    operative = enumerate(part(scenario, draft, "operative"), 1)
    citing = ((n, c) for n, c in operative if needs_annex(scenario, c))
    return tuple(
        _annex(scenario, clause, numeral, number)
        for numeral, (number, clause) in zip(NUMERALS, citing, strict=False)
    )


def _annex(scenario: Scenario, clause: Clause, numeral: str, number: int) -> Annex:
    found = scenario.annexes.get(clause.measure, UNLISTED)
    entries = found.first(_count(scenario, clause, found))
    title = found.title or names.title(scenario, clause.measure)
    return Annex(numeral, clause.measure, title, number, found.note, entries)


def _count(scenario: Scenario, clause: Clause, schedule: Schedule) -> int:
    """Return how many entries a clause says that its annex has; 0 where it does not say."""
    value = blanks(scenario, clause).get(schedule.counts, "")
    return COUNTED.index(value) if value in COUNTED else 0
