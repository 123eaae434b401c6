"""What the table of the Council adds to the terminal: its papers, and who has seen which."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from game import words
from game.commands.terminal_reading import Misread, number
from game.engine import Observation, opinion
from game.engine.record import Draft
from game.engine.terms import Phase
from game.words import _
from game.words.language import later

HELP: Mapping[str, str] = {
    "compare [A B]": later("what differs between two versions; 0 is what was in force before"),
    "seen [SEAT]": later("who has been shown which version, and when"),
}


def texts(o: Observation) -> Mapping[int, Draft]:
    """Return every text this seat can read by its number: 0 is the regime, -1 its own."""
    found: dict[int, Draft] = {0: {}, **{v.number: v.clauses for v in o.versions}}
    if o.is_pen and o.working and o.phase in (Phase.TEXT, Phase.SQUEEZE):
        found[-1] = o.working
    return found


def compare(o: Observation, typed: Sequence[str]) -> Iterator[str]:
    """Yield what differs between two texts, the last two unless they are named.

    Raises:
        Misread: a number is no version that was seen.
    """
    known = texts(o)
    order = sorted(known, key=lambda n: (n < 0, n))
    chosen = [number(word, _("version")) for word in typed[:2]]
    if len(chosen) < 2:
        chosen = (order[-2:] if len(order) > 1 else [0, 0])[: 2 - len(chosen)] + chosen
    if missing := next((n for n in chosen if n not in known), 0):
        numbers = ", ".join(str(n) for n in order if n > 0) or _("none")
        raise Misread(
            _("'{n}' is no version you have seen; those are: {numbers}").format(
                n=missing, numbers=numbers
            )
        )
    old, new = chosen
    found = words.diff(o.scenario, known[old], known[new])
    if not found:
        yield _("Nothing differs between these two.")
    for change in found:
        yield f"{change.sign} {change.text}"
        yield f"    {words.plain(change.runs)}"


def seen(o: Observation, typed: Sequence[str]) -> Iterator[str]:
    """Yield who was shown which version on which day; all fifteen, unless seats are named."""
    s = o.scenario
    named = {word.upper() for word in typed}
    if not o.record.showings:
        yield _("Nobody has been shown a text yet.")
    for seat in (x for x in s.seats if not named or x in named):
        shown = [
            f"{x.number} {words.short_day(s, x.day)}"
            for x in o.record.showings
            if seat in s.circle(x.circle)
        ]
        line = f"   {seat}  {words.seat(s, seat):<24} {', '.join(shown) or _('nothing')}"
        if late := opinion.sight_points(s, o.record, seat):
            line += _("   late: {points}").format(points=words.signed(late))
        yield line


PAGES: Mapping[str, Callable[[Observation, Sequence[str]], Iterator[str]]] = {
    "compare": compare,
    "seen": seen,
}
"""Word -> the page that it shows, from what was typed after it."""
