"""What was asked of the pen in the terminal, and for the pen what each answer does to the vote."""

from __future__ import annotations

from collections.abc import Iterator

from game import words
from game.commands.terminal.pages import text_of
from game.engine import Observation
from game.engine.text import GONE, STANDS, fate
from game.ui.drafting.moves import nearest_counter
from game.ui.drafting.texts import Wish, desk_of, wishes
from game.ui.drafting.turning import at_level, by_granting, in_words
from game.words import _
from game.words.language import later


def requests(o: Observation) -> Iterator[str]:
    """Yield what was asked of the pen, and what became of it."""
    s = o.scenario
    if not o.record.asks:
        yield _("Nobody has asked for anything.")
    for wish in wishes(o):
        first, numbers = wish[0], ",".join(str(a.id) for a in wish)
        who = words.capital(words.seats(s, [a.seat for a in wish]))
        yield f"{numbers:>3}  {who}: {words.asked(s, first)} ({_status(first.status)})"
        yield from (f"     {line}" for line in _outcomes(o, wish))
    for a in o.record.asks:
        if a.status == "open":
            continue
        counter, found = "", fate(s, text_of(o), a)
        if a.counter is not None and found == "refused":
            counter = _("; offered: {level}").format(level=words.level(s, a.measure, a.counter))
        clause = words.asked(s, a)
        yield f"{a.id:3}  {words.begin(s, a.seat)}: {clause} ({_status(found)}{counter})"


def _outcomes(o: Observation, wish: Wish) -> Iterator[str]:
    """Yield for the pen what granting equal asks does to the vote, and what the counter does."""
    desk = desk_of(o)
    if not desk.writes:
        return
    level = nearest_counter(o, desk.levels, wish[0])
    ways = [(_("granted"), wish)]
    if level is not None:
        label = words.level(o.scenario, wish[0].measure, level)
        ways.append(
            (_("“{level}” ({n}) taken").format(level=label, n=level), at_level(wish, level))
        )
    for says, it in ways:
        found = by_granting(o, desk.levels, it)
        if found is not None:
            yield _("{says}: it passes {was} -> {now}").format(
                says=says, was=words.chance(found.was.passes), now=words.chance(found.now.passes)
            ) + (f"; {told}" if (told := in_words(o, found)) else "")


def _status(status: str) -> str:
    known = {
        "open": later("waits for an answer"),
        "granted": later("granted"),
        "refused": later("refused"),
        "ignored": later("no answer"),
        "lifted": later("taken back"),
        STANDS: later("stands in the text"),
        GONE: later("granted, and no longer in the text"),
    }
    return _(known[status])
