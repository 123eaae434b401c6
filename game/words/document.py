"""The text as it prints: preamble, numbered paragraphs, annexes, and brackets where it is open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from game.engine.record import Clause, Draft
from game.engine.scenario import Scenario, Statement
from game.engine.terms import Seat
from game.words import names
from game.words.annexes import Annex, annexes
from game.words.clauses import Run, part, plain, preamble, printed, reaffirms, styled
from game.words.language import _, listed
from game.words.registers import PRESIDENTIAL, PRESS, RESOLUTION, register

ORGAN = "*The Security Council*,"
SEIZED = "*Decides* to remain seized of the matter."

Brackets = Mapping[str, tuple[tuple[Seat, Clause], ...]]
"""Measure -> who wants which clause on it instead."""


Softened = Sequence[tuple[str, int]]
"""Measures and levels of the other words with which a product came back."""


@frozen
class Paragraph:
    """One paragraph of a text.

    measure: the clause that it prints; empty for the first and the last line.
    part: organ, preambular, operative, statement or seized.
    number: from 1 for operative paragraphs, else 0.
    runs: its words.
    reaffirms: it only says again what is in force.
    bracketed: some want it otherwise.
    """

    measure: str
    part: str
    number: int
    runs: tuple[Run, ...]
    reaffirms: bool = False
    bracketed: bool = False

    @property
    def plain(self) -> str:
        """Return the words without style."""
        return plain(self.runs)


@frozen
class Document:
    """A text as it prints.

    heading: lines above it, from the top.
    paragraphs: the organ, the preamble, the numbered paragraphs, the closing one.
    annexes: in the order in which they are cited.
    proposals: what some ask for that is not in the text, in brackets.
    """

    heading: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    annexes: tuple[Annex, ...] = ()
    proposals: tuple[Paragraph, ...] = ()


def document(
    scenario: Scenario,
    draft: Draft,
    *,
    day: int = 0,
    sponsors: tuple[Seat, ...] = (),
    title: str = "",
    adopted: bool = False,
    number: int = 0,
    form: str = RESOLUTION,
    brackets: Brackets | None = None,
) -> Document:
    """Return a text as it prints on this day.

    Args:
        title: what the paper is called, such as *Working text* or *Draft resolution in blue*.
        adopted: it is a resolution, of this day, and no longer anybody's draft.
        number: of the resolution; a number of the game's own, never that of a real one.
        form: resolution, presidential_statement or press_statement.
        brackets: who wants which clause instead, such as `text.open_brackets`.
    """
    heading = tuple(
        _adopted(scenario, day, number) if adopted else _heading(scenario, day, sponsors, title)
    )
    if form != RESOLUTION:
        return Document(heading, tuple(_statement(scenario, draft, form)))
    asked = brackets or {}
    numerals = {a.measure: a.numeral for a in annexes(scenario, draft)}
    paragraphs = [
        Paragraph("", "organ", 0, styled(ORGAN)),
        *(Paragraph("", "preambular", 0, styled(line)) for line in preamble(scenario)),
    ]
    operative = list(part(scenario, draft, "operative"))
    numbered = [
        *((clause, 0) for clause in part(scenario, draft, "preambular")),
        *((clause, at) for at, clause in enumerate(operative, 1)),
    ]
    for clause, at in numbered:
        annex = numerals.get(clause.measure, "")
        paragraphs.append(_paragraph(scenario, clause, at, annex, asked.get(clause.measure, ())))
    paragraphs.append(Paragraph("", "seized", len(operative) + 1, styled(SEIZED)))
    proposals = tuple(_proposals(scenario, draft, asked))
    return Document(heading, tuple(paragraphs), annexes(scenario, draft), proposals)


def _heading(scenario: Scenario, day: int, sponsors: tuple[Seat, ...], title: str) -> Iterator[str]:
    yield _("Security Council (simulation)")
    yield names.date(scenario.date(day))
    if sponsors:
        ordered = [s for s in scenario.seats if s in sponsors]
        full = [scenario.delegation(s).name for s in ordered]
        yield _("{sponsors}: draft resolution").format(sponsors=listed(full))
    if title:
        yield title


def _adopted(scenario: Scenario, day: int, number: int) -> Iterator[str]:
    """Yield what stands above a resolution: no number of a real one.

    Source: Security Council resolutions as they are published: their kind, body, and day.
    """
    yield _("Security Council (simulation)")
    year, date = scenario.date(day).year, names.date(scenario.date(day))
    numbered = _("Resolution {number} ({year})").format(number=number, year=year)
    yield numbered if number else _("Resolution")
    yield _("adopted by the Security Council on {date}").format(date=date)


def page(it: Document) -> Iterator[str]:
    """Yield a text as it prints line by line, without style; a paragraph is one line."""
    yield from (line.center(78).rstrip() for line in it.heading)
    yield ""
    for p in it.paragraphs:
        yield f"{p.number}. {p.plain}" if p.number else p.plain
        yield ""
    for annex in it.annexes:
        cited = _("Annex {numeral}, to paragraph {n}: {title}")
        yield cited.format(numeral=annex.numeral, n=annex.paragraph, title=annex.title)
        yield from (f"   {line}" for line in (annex.note, *annex.lines) if line)
        yield ""


def _paragraph(
    scenario: Scenario,
    clause: Clause,
    number: int,
    annex: str,
    asked: tuple[tuple[Seat, Clause], ...],
) -> Paragraph:
    text = printed(scenario, clause, annex)
    if asked:
        text = " ".join((f"[{text}]", *_alternatives(scenario, asked)))
    again = reaffirms(scenario, clause)
    where = "operative" if number else "preambular"
    return Paragraph(clause.measure, where, number, styled(text), again, bool(asked))


def _alternatives(scenario: Scenario, asked: tuple[tuple[Seat, Clause], ...]) -> Iterator[str]:
    """Yield what each group of delegations asks for, in brackets, with their initials."""
    for clause in dict.fromkeys(clause for _seat, clause in asked):
        who = ", ".join(seat for seat, wanted in asked if wanted == clause)
        text = printed(scenario, clause) if clause.level else _("delete")
        yield f"[{who}: {text}]"


def _proposals(scenario: Scenario, draft: Draft, asked: Brackets) -> Iterator[Paragraph]:
    for m in scenario.measures:
        wanted = tuple((seat, clause) for seat, clause in asked.get(m.id, ()) if clause.level)
        if wanted and m.id not in draft:
            text = " ".join(_alternatives(scenario, wanted))
            yield Paragraph(m.id, m.part, 0, styled(text), bracketed=True)


def _statement(scenario: Scenario, draft: Draft, form: str) -> Iterator[Paragraph]:
    """Yield a statement: no numbers, no organ line, blame before the rest; nobody is seized."""
    ordered = [
        *(c for c in part(scenario, draft, "operative") if c.measure == "condemnation"),
        *part(scenario, draft, "preambular"),
        *(c for c in part(scenario, draft, "operative") if c.measure != "condemnation"),
    ]
    for at, clause in enumerate(ordered):
        text = register(scenario, clause, form, first=at == 0)
        yield Paragraph(clause.measure, "statement", 0, styled(text))
    if ordered and form == PRESIDENTIAL:
        yield Paragraph("", "seized", 0, styled("The Council remains seized of the matter."))


FORM_OF = {"elements": PRESS, "press": PRESS, "prst": PRESIDENTIAL}
"""Product short of a resolution -> the form in which its clauses print."""


def product(scenario: Scenario, it: Statement, *, reworded: bool) -> str:
    """Return what a product short of a resolution says.

    Args:
        reworded: it came back in other words, so that it says what its clauses print, and no more
            what stood in its first text.
    """
    if not reworded:
        return it.text
    draft = {id: Clause(id, level) for id, level in it.levels.items() if level}
    page = document(scenario, draft, form=FORM_OF[it.product])
    return " ".join(p.plain for p in page.paragraphs)


def product_title(scenario: Scenario, it: Statement, softened: Softened) -> str:
    """Return what a product is called: its title, and which words of it became others."""
    if not softened:
        return it.title
    changed = [
        _("with {clause}").format(clause=names.clause(scenario, measure, level))
        if level
        else _("without {measure}").format(measure=names.measure(scenario, measure))
        for measure, level in softened
    ]
    return _("{title}, {changed}").format(title=it.title, changed=listed(changed))


# -- citing


def paragraph_number(scenario: Scenario, draft: Draft, measure: str) -> int:
    """Return the number of the paragraph that prints a measure; 0 for the preamble or none."""
    for number, clause in enumerate(part(scenario, draft, "operative"), 1):
        if clause.measure == measure:
            return number
    return 0


def paragraph(scenario: Scenario, draft: Draft, measure: str) -> str:
    """Return how a measure is cited: *paragraph 12*, *the preamble* or, if left out, its title."""
    if number := paragraph_number(scenario, draft, measure):
        return _("paragraph {number}").format(number=number)
    if measure in draft:
        return _("the preamble")
    title = names.measure(scenario, measure)
    return _("the paragraph on {measure}").format(measure=title)
