"""One clause as it prints in a resolution, *stars* around what is in italics.

A document of the Council is in English whatever the game speaks, as its clauses are data.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from game.engine import recalling, wording
from game.engine.record import Asked, Clause, Draft
from game.engine.scenario import Level, Scenario
from game.words import names
from game.words.language import _, listed

_REAFFIRMED = (
    (re.compile(r"^\*Decides\* (that|to)\b"), r"*Reaffirms* its decision \1"),
    (re.compile(r"^\*Demands\* (that)\b"), r"*Reaffirms* its demand \1"),
    (re.compile(r"^\*Calls upon\*"), "*Reaffirms* its call upon"),
    (re.compile(r"^\*(Requests|Urges|Encourages)\*"), "*Reaffirms* its request to"),
    (re.compile(r"^\*Directs\*"), "*Reaffirms* its direction to"),
    (re.compile(r"^\*Expresses concern\*"), "*Reaffirms* its concern"),
)
"""How a regime in force is said again, by the first words of its clause."""
_IN_ANNEX = re.compile(r"(in )?annex \{annex\}")


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


def preamble(scenario: Scenario) -> Iterator[str]:
    """Yield what every text of a crisis says before its own clauses."""
    for line in scenario.preamble:
        yield " ".join(line.split()).format_map(_Kept(scenario.words))


def part(scenario: Scenario, draft: Draft, which: str) -> Iterator[Clause]:
    """Yield the clauses of the preamble, or the operative ones, in the order of the paper."""
    for m in scenario.measures:
        if m.part == which and m.id in draft:
            yield draft[m.id]


def reaffirms(scenario: Scenario, clause: Clause) -> bool:
    """Tell whether a clause only says again what is in force."""
    m = scenario.measure(clause.measure)
    return m.carries == "regime" and clause.level <= scenario.in_force.get(m.id, 0)


def needs_annex(scenario: Scenario, clause: Clause) -> bool:
    """Tell whether a clause lists something in an annex of its own text."""
    return "{annex}" in _worded(scenario, clause) and not reaffirms(scenario, clause)


def printed(scenario: Scenario, clause: Clause, annex: str = "") -> str:
    """Return a clause as it prints in a resolution.

    Args:
        annex: number of the annex that it cites; one by itself cites the first.
    """
    text = _worded(scenario, clause)
    if reaffirms(scenario, clause):
        text = _IN_ANNEX.sub(r"\1the annex to an earlier resolution", text)
        text = _again(scenario, clause, text)
    elif _replaces(scenario, clause):
        text = f"{text.rstrip(';')}, this provision replacing {_replaced(scenario, clause)};"
    return filled(scenario, clause, text, {"annex": annex or "I"})


def _replaces(scenario: Scenario, clause: Clause) -> bool:
    """Tell whether a clause is a stricter rule for goods that are restricted already."""
    m = scenario.measure(clause.measure)
    return wording.is_good(m) and 0 < scenario.in_force.get(m.id, 0) < clause.level


def _replaced(scenario: Scenario, clause: Clause) -> str:
    """Return what a stricter clause takes the place of: a paragraph where a source was met.

    Source: the practice of the sanctions texts; paragraph 26 of resolution 2321 (2016) took the
    place of an earlier one on coal.
    """
    last = recalling.replaced(scenario, clause.measure)
    if last is None:
        return "the measures in force on the same goods"
    return f"paragraph {last.paragraph} of resolution {last.resolution}"


def filled(
    scenario: Scenario, clause: Clause, text: str, also: Mapping[str, str] | None = None
) -> str:
    """Return a text with its placeholders filled by what was chosen, or else by the scenario."""
    return text.strip().format_map(_Kept({**blanks(scenario, clause), **(also or {})}))


def modifier(scenario: Scenario, clause: Clause, id: str) -> str:
    """Return the words that soften or harden a clause, as they would print in it."""
    text = next(m.text for m in scenario.modifiers if m.id == id)
    return filled(scenario, clause, " ".join(text.split()), {"annex": "I"})


def blanks(scenario: Scenario, clause: Clause) -> Mapping[str, str]:
    """Return what fills the placeholders of a clause: what was chosen, or what stands there."""
    left = wording.parameters(scenario, clause.measure, clause.level)
    chosen = dict(clause.params)
    values = {p.id: scenario.words.get(p.id, p.value) for p in left}
    values |= {p.id: p.choices[chosen[p.id]].value for p in left if p.id in chosen}
    return {**scenario.words, **values}


class _Kept(dict[str, str]):
    """Leaves a placeholder that nobody fills as it stands."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def act(scenario: Scenario, clause: Clause) -> str:
    """Return what a regular clause has its subject do, its harder and softer words included."""
    level = scenario.measure(clause.measure).level(clause.level)
    used = sorted(wording.modifiers_of(scenario, clause), key=lambda m: m.kind)
    return ", ".join(part for part in (level.act, *(m.text for m in used), level.tail) if part)


def _worded(scenario: Scenario, clause: Clause) -> str:
    """Return a clause in its words, placeholders open."""
    level = scenario.measure(clause.measure).level(clause.level)
    if not level.regular or not (clause.verb or clause.softener or clause.hardener):
        return " ".join(level.clause.split())
    return " ".join(
        rebuilt(scenario, level, clause.verb or level.verb, act(scenario, clause)).split()
    )


def rebuilt(scenario: Scenario, level: Level, verb: str, act: str) -> str:
    """Return a regular clause with this verb and act, placeholders open."""
    return scenario.verb(verb).form.format_map(_Kept({"subject": level.subject, "do": act})) + ";"


def _again(scenario: Scenario, clause: Clause, text: str) -> str:
    for pattern, words in _REAFFIRMED:
        if pattern.search(text):
            return pattern.sub(words, text)
    title = scenario.measure(clause.measure).name
    return f"*Reaffirms* the measures in force under the heading {title};"


def words_of(runs: tuple[Run, ...]) -> Iterator[Run]:
    """Yield runs word by word, spaces between them too."""
    for run in runs:
        for word in re.findall(r"\s+|[^\s]+", run.text):
            yield Run(word, run.italic, run.mark)


def asked(scenario: Scenario, ask: Asked, *, short: bool = False) -> str:
    """Return what was asked for: a clause, and in brackets the words it is to have.

    Args:
        short: the level alone, where the measure goes without saying.
    """
    name = names.level if short else names.clause
    return with_words(scenario, name(scenario, ask.measure, ask.level), ask.words)


def with_words(scenario: Scenario, says: str, clause: Clause | None) -> str:
    """Return what is said of a clause with its words behind it, where they were asked for."""
    if clause is None:
        return says
    other = listed(list(said_otherwise(scenario, clause)))
    quoted = _("with “{words}”").format(words=other) if other else _("in its usual words")
    return f"{says} ({quoted})"


def whole_clause(scenario: Scenario, clause: Clause) -> str:
    """Return a clause by its level, with its words where it has others."""
    says = names.clause(scenario, clause.measure, clause.level)
    return with_words(scenario, says, clause) if clause.reworded else says


def said_otherwise(scenario: Scenario, clause: Clause) -> Iterator[str]:
    """Yield what differs in a clause from its level's own words: verb, other words, numbers."""
    if clause.verb:
        yield scenario.verb(clause.verb).form.split("*")[1]
    for modifier in wording.modifiers_of(scenario, clause):
        yield filled(scenario, clause, " ".join(modifier.text.split()), {"annex": "I"})
    chosen = dict(clause.params)
    for p in wording.parameters(scenario, clause.measure, clause.level):
        if p.id in chosen:
            yield names.choice(p, chosen[p.id])
