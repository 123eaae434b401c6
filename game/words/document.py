"""The text as it prints: preamble, numbered paragraphs, and what changed between two versions."""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterator

from attrs import evolve, frozen

from game.engine.opinion import level_of
from game.engine.record import Clause, Draft
from game.engine.scenario import Level, Scenario
from game.engine.terms import Seat
from game.words import names
from game.words.language import _, listed

# A document of the Council is in English whatever the game speaks, as its clauses are data.
ORGAN = "*The Security Council*,"
SEIZED = "*Decides* to remain seized of the matter."
_REAFFIRMED = (
    (re.compile(r"^\*Decides\* (that|to)\b"), r"*Reaffirms* its decision \1"),
    (re.compile(r"^\*Demands\* (that)\b"), r"*Reaffirms* its demand \1"),
    (re.compile(r"^\*Calls upon\*"), "*Reaffirms* its call upon"),
    (re.compile(r"^\*(Requests|Urges|Encourages)\*"), "*Reaffirms* its request to"),
    (re.compile(r"^\*Directs\*"), "*Reaffirms* its direction to"),
    (re.compile(r"^\*Expresses concern\*"), "*Reaffirms* its concern"),
)
"""How a regime in force is said again, by the first words of its clause."""


@frozen
class Run:
    """A piece of a paragraph in one style.

    text: its words.
    italic: set in italics.
    mark: + for added words, - for removed ones, else empty.
    """

    text: str
    italic: bool = False
    mark: str = ""


@frozen
class Paragraph:
    """One paragraph of a text.

    measure: the clause that it prints; empty for the first and the last line.
    part: organ, preambular, operative or seized.
    number: from 1 for operative paragraphs, else 0.
    runs: its words.
    reaffirms: it only says again what is in force.
    """

    measure: str
    part: str
    number: int
    runs: tuple[Run, ...]
    reaffirms: bool = False

    @property
    def plain(self) -> str:
        """Return the words without style."""
        return plain(self.runs)


@frozen
class Document:
    """A text as it prints.

    heading: lines above it, from the top.
    paragraphs: the organ, the preamble, the numbered paragraphs, the closing one.
    """

    heading: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]


@frozen
class Change:
    """What became of one clause between two texts.

    measure: which.
    kind: added, removed or changed.
    before: its level in the old text.
    after: its level in the new one.
    text: the change in one line of words.
    runs: the paragraph with removed and added words marked.
    """

    measure: str
    kind: str
    before: int
    after: int
    text: str
    runs: tuple[Run, ...]

    @property
    def sign(self) -> str:
        """Return + where a clause came or grew, - where it went or shrank, ~ for other words."""
        if self.before == self.after:
            return "~"
        return "+" if self.after > self.before else "-"


def document(
    scenario: Scenario,
    draft: Draft,
    *,
    day: int = 0,
    sponsors: tuple[Seat, ...] = (),
    title: str = "",
) -> Document:
    """Return a text as it prints on this day.

    Args:
        title: what the paper is called, such as *Working text* or *Draft resolution in blue*.
    """
    paragraphs = [Paragraph("", "organ", 0, styled(ORGAN))]
    paragraphs += [_paragraph(scenario, c, 0) for c in _part(scenario, draft, "preambular")]
    operative = list(_part(scenario, draft, "operative"))
    paragraphs += [_paragraph(scenario, c, n) for n, c in enumerate(operative, 1)]
    paragraphs.append(Paragraph("", "seized", len(operative) + 1, styled(SEIZED)))
    return Document(tuple(_heading(scenario, day, sponsors, title)), tuple(paragraphs))


def _heading(scenario: Scenario, day: int, sponsors: tuple[Seat, ...], title: str) -> Iterator[str]:
    yield _("Security Council (simulation)")
    yield names.date(scenario.date(day))
    if sponsors:
        ordered = [s for s in scenario.seats if s in sponsors]
        full = [scenario.delegation(s).name for s in ordered]
        yield _("{sponsors}: draft resolution").format(sponsors=listed(full))
    if title:
        yield title


def _part(scenario: Scenario, draft: Draft, part: str) -> Iterator[Clause]:
    for m in scenario.measures:
        if m.part == part and m.id in draft:
            yield draft[m.id]


def _paragraph(scenario: Scenario, clause: Clause, number: int) -> Paragraph:
    part = "operative" if number else "preambular"
    again = reaffirms(scenario, clause)
    runs = styled(printed(scenario, clause))
    return Paragraph(clause.measure, part, number, runs, reaffirms=again)


def reaffirms(scenario: Scenario, clause: Clause) -> bool:
    """Tell whether a clause only says again what is in force."""
    m = scenario.measure(clause.measure)
    return m.carries == "regime" and clause.level <= scenario.in_force.get(m.id, 0)


def printed(scenario: Scenario, clause: Clause) -> str:
    """Return a clause as it prints, *stars* around what is in italics."""
    level = scenario.measure(clause.measure).level(clause.level)
    text = _swapped(scenario, level, clause.verb) if clause.verb else level.clause
    if reaffirms(scenario, clause):
        text = _again(scenario, clause, text)
    return _filled(scenario, text.strip())


def _swapped(scenario: Scenario, level: Level, verb: str) -> str:
    if not level.regular:
        return level.clause
    act = f"{level.act}, {level.tail}" if level.tail else level.act
    return scenario.verb(verb).form.format_map(_Kept({"subject": level.subject, "do": act})) + ";"


def _again(scenario: Scenario, clause: Clause, text: str) -> str:
    for pattern, words in _REAFFIRMED:
        if pattern.search(text):
            return pattern.sub(words, text)
    title = scenario.measure(clause.measure).name
    return f"*Reaffirms* the measures in force under the heading {title};"


class _Kept(dict[str, str]):
    """Leaves a placeholder that nobody fills as it stands."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def _filled(scenario: Scenario, text: str) -> str:
    return text.format_map(_Kept(scenario.words))


def styled(text: str) -> tuple[Run, ...]:
    """Split a text at its *stars* into runs."""
    pieces = text.split("*")
    return tuple(Run(piece, italic=at % 2 == 1) for at, piece in enumerate(pieces) if piece)


def plain(runs: tuple[Run, ...]) -> str:
    """Return runs as one line; added and removed words carry their signs."""
    signs = {"+": ("[+", "+]"), "-": ("[-", "-]"), "": ("", "")}
    out = []
    for mark, group in itertools.groupby(runs, key=lambda run: run.mark):
        before, after = signs[mark]
        out += [before, *(run.text for run in group), after]
    return "".join(out)


# -- citing


def paragraph_number(scenario: Scenario, draft: Draft, measure: str) -> int:
    """Return the number of the paragraph that prints a measure; 0 for the preamble or none."""
    for number, clause in enumerate(_part(scenario, draft, "operative"), 1):
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


# -- comparing


def diff(scenario: Scenario, old: Draft, new: Draft) -> tuple[Change, ...]:
    """List what changed from one text to another, clause by clause, in the order of the desk."""
    found = (_change(scenario, m.id, old.get(m.id), new.get(m.id)) for m in scenario.measures)
    return tuple(change for change in found if change)


def _change(s: Scenario, id: str, old: Clause | None, new: Clause | None) -> Change | None:
    if old == new:
        return None
    title = names.measure(s, id)
    if old is None and new is not None:
        text = _("{measure} comes in: {level}")
        if reaffirms(s, new):
            text = _("{measure} is said again as in force: {level}")
        words = text.format(measure=title, level=names.level(s, id, new.level))
        runs = tuple(evolve(r, mark="+") for r in styled(printed(s, new)))
        return Change(id, "added", level_of(s, {}, id), new.level, words, runs)
    if new is None and old is not None:
        text = _("{measure} goes out: {level}")
        if reaffirms(s, old):
            text = _("{measure} is not said again, and stays in force: {level}")
        words = text.format(measure=title, level=names.level(s, id, old.level))
        runs = tuple(evolve(r, mark="-") for r in styled(printed(s, old)))
        return Change(id, "removed", old.level, level_of(s, {}, id), words, runs)
    assert old is not None  # Both are there, or they would be equal.
    assert new is not None
    runs = compared(styled(printed(s, old)), styled(printed(s, new)))
    if old.level == new.level:
        words = _("{measure} has another verb").format(measure=title)
    else:
        words = _("{measure}: from {old} to {new}").format(
            measure=title,
            old=names.level(s, id, old.level),
            new=names.level(s, id, new.level),
        )
    return Change(id, "changed", old.level, new.level, words, runs)


def compared(old: tuple[Run, ...], new: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return one paragraph out of two, with removed and added words marked."""
    was, now = list(_words(old)), list(_words(new))
    out: list[Run] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag == "equal":
            out += now[c:d]
            continue
        out += [evolve(word, mark="-") for word in was[a:b]]
        out += [evolve(word, mark="+") for word in now[c:d]]
    return _joined(out)


def _words(runs: tuple[Run, ...]) -> Iterator[Run]:
    for run in runs:
        for word in re.findall(r"\s+|[^\s]+", run.text):
            yield evolve(run, text=word)


def _joined(words: list[Run]) -> tuple[Run, ...]:
    out: list[Run] = []
    for word in words:
        if out and (out[-1].italic, out[-1].mark) == (word.italic, word.mark):
            out[-1] = evolve(out[-1], text=out[-1].text + word.text)
        else:
            out.append(word)
    return tuple(out)
