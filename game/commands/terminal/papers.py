"""The texts of a sitting in the terminal: as they print, and what changed between two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game import words
from game.commands.terminal.pages import no_text, text_of
from game.commands.terminal.reading import Misread
from game.engine import Observation
from game.engine.record import RIVALS, Draft, Version
from game.words import _, adopted


def text(o: Observation, typed: Sequence[str]) -> Iterator[str]:
    """Yield a text as it prints: the version that was typed, else the one that matters here.

    Raises:
        Misread: a number is no version that was seen.
    """
    known = (*o.versions, *o.rivals)
    found = next((v for v in known if typed and str(v.number) == typed[0]), None)
    if typed and found is None:
        numbers = ", ".join(str(v.number) for v in known) or _("none")
        raise Misread(_("you have seen these versions: {numbers}").format(numbers=numbers))
    draft = found.clauses if found else text_of(o)
    if draft is None:
        yield no_text(o)
        return
    version = found or next((v for v in reversed(known) if v.clauses == draft), None)
    if version and version.number == o.blue and adopted.votes(o.log):
        both = _("What stands of both resolutions")
        yield from words.page(words.document(o.scenario, draft, day=version.day, title=both))
        return
    day = adopted.day_of(o.log, version.number, o.blue) if version else None
    printed = words.document(
        o.scenario,
        draft,
        day=o.record.day if day is None else day,
        sponsors=() if version and version.number > RIVALS else o.record.sponsors,
        title=_title(o, found),
        adopted=day is not None,
    )
    yield from words.page(printed)


def _title(o: Observation, version: Version | None) -> str:
    if version is None:
        return _("Working text") if o.is_pen and o.working and not o.blue else ""
    if version.number > RIVALS:
        return _("Draft of {seat}").format(seat=words.the(o.scenario, version.author))
    return _("Version {number}").format(number=version.number)


def changes(o: Observation, typed: Sequence[str]) -> Iterator[str]:
    """Yield what changed since the version before.

    Raises:
        Misread: something else was typed after the word.
    """
    if typed:
        raise Misread(_("expected: {shape}").format(shape="changes"))
    texts = [v.clauses for v in o.versions]
    if o.is_pen and o.working and texts and o.working != texts[-1]:
        texts.append(o.working)
    if len(texts) < 2:
        yield _("There are no two texts to compare yet.")
        return
    yield from between(o, texts[-2], texts[-1])


def between(o: Observation, old: Draft, new: Draft) -> Iterator[str]:
    """Yield what changed between two texts, words marked [+added+] and [-removed-]."""
    found = words.diff(o.scenario, old, new)
    if not found:
        yield _("Nothing changed.")
    for change in found:
        yield f"{change.sign} {change.text}"
        yield from (f"    {line}" for line in words.marked(change))
