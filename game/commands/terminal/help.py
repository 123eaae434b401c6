"""Help in the terminal: one screen of words by what they are for, and more of each on demand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.codec.faults import suggestion
from game.commands.terminal import abroad, acts, after, campaign, deals, pages, season, table
from game.commands.terminal import target as inside
from game.commands.terminal.entering import MEANING
from game.commands.terminal.reading import Misread
from game.engine import Observation
from game.words import _
from game.words.language import later

GROUPS: Mapping[str, tuple[str, ...]] = {
    later("The text"): (
        *("text", "clauses", "changes", "compare", "standing", "agreed", "remarks"),
        "suggest",
    ),
    later("The room"): ("hands", "reasons", "if", "requests", "seen", "rooms", "floor"),
    later("The world"): ("target", "border", "missiles", "season", "campaign"),
    later("Deals"): ("deals", "weigh", "leave"),
    later("At home"): ("brief", "cables", "voices"),
    later("What was"): ("news", "log", "why", "record"),
    later("The game"): ("menu", "closed", "undo", "redo", "save", "quit"),
}
"""What words are for -> the words, in the order of the screen."""


def meanings() -> Mapping[str, str]:
    """Return every word that shows a page, as it is typed -> what it shows."""
    parts = (*(pages, table, deals, abroad, season, inside, campaign, after),)
    return {word: shown for part in parts for word, shown in part.HELP.items()}


def screen(o: Observation) -> Iterator[str]:
    """Yield what can be done now, and every word that can be typed, on one screen."""
    yield _("You can do now; 'menu' says how each is typed:")
    yield "     " + ", ".join(way.word for way in acts.open_ways(o))
    yield ""
    yield _("You can read, at any time:")
    for title, words in GROUPS.items():
        if here := [word for word in words if not inside.is_closed(o, word)]:
            yield f"     {_(title):<10} {', '.join(here)}"
    yield ""
    yield _("Enter does what is written before the prompt; 'help enter' and 'help WORD' say more.")


def more(typed: Sequence[str]) -> Iterator[str]:
    """Yield what words mean; with *all*, every word.

    Raises:
        Misread: a word means nothing.
    """
    known = {**{w.shape: _(w.title) for w in acts.WAYS}, **meanings(), "enter": MEANING}
    wanted = typed[0].lower()
    found = {k: v for k, v in known.items() if wanted in ("all", *k.lower().split()[:2])}
    if not found:
        first = [word.split()[0] for word in known]
        hint = suggestion(wanted, first)
        raise Misread(_("'{word}' is no word here").format(word=wanted) + hint)
    for word, meaning in found.items():
        yield f"     {word}"
        yield f"          {_(meaning)}"
