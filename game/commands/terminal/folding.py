"""The months after a vote on one page: what a month brought, what came again in a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from game import words
from game.commands.terminal import pages
from game.engine import Observation
from game.engine.actions import CallOff, Prepare, Respond, Sight, Wait
from game.engine.events import Crossed, Event, MonthPassed, Weighed
from game.words import _
from game.words.language import listed, plural

BEHIND = (Crossed, Weighed, Prepare, Wait, CallOff)
"""What lay behind a month; the log has all of it, with its month and its number."""

FEW = 3
"""Months that are told with their figures each; of more, those of the first are, and of all."""


def folded(o: Observation, events: Sequence[Event]) -> Iterator[str]:
    """Yield what has come, month by month: months without news are one line together."""
    starts = [at for at, event in enumerate(events) if isinstance(event, MonthPassed)]
    if not starts:
        yield from pages.log(o, events)
        return
    yield from pages.log(o, [e for e in events[: starts[0]] if not isinstance(e, BEHIND)])
    last = _ends(events, starts[-1])
    quiet: list[MonthPassed] = []
    told: set[str] = set()
    for start, end in pairwise((*starts, last)):
        found = _month(o, events[start + 1 : end], told)
        passed = events[start]
        assert isinstance(passed, MonthPassed)  # `starts` holds these alone.
        figures = start == starts[0] or len(starts) <= FEW
        if not (found or figures):
            quiet.append(passed)
            continue
        yield from _headed(quiet)
        quiet.clear()
        heading = words.season.month(o.scenario, passed)
        yield f"-- {words.capital(heading)}"
        if figures:
            yield f"   {words.say(passed, o.scenario)}"
        yield from found
    yield from _headed(quiet)
    yield ""
    yield from pages.log(o, events[last:])
    yield _("What crossed in each month is on 'border'; what drew each act, in 'log'.")


def _ends(events: Sequence[Event], start: int) -> int:
    """Return where the last month ends: with what the sitting came to."""
    kinds = (MonthPassed, *BEHIND, Respond)
    within = [at for at in range(start, len(events)) if isinstance(events[at], kinds)]
    return within[-1] + 1


def _headed(months: Sequence[MonthPassed]) -> Iterator[str]:
    """Yield the line of one month, or of several together, in which nothing was heard of."""
    if not months:
        return
    first, last = months[0], months[-1]
    if first is last:
        yield f"-- {_('Month {n}: nothing was heard of').format(n=first.month)}"
        return
    says = _("Months {first} to {last}: nothing was heard of")
    yield f"-- {says.format(first=first.month, last=last.month)}"


def _month(o: Observation, events: Sequence[Event], told: set[str]) -> tuple[str, ...]:
    """Return the lines of a month; of what was told before acts are counted, signs left out."""
    lines: list[str] = []
    again: Counter[str] = Counter()
    titles = {r.id: r.title for r in o.scenario.target.responses}
    for event in events:
        if isinstance(event, Respond) and event.response in told:
            again[titles[event.response]] += 1
        elif not (isinstance(event, BEHIND) or (isinstance(event, Sight) and event.clue in told)):
            lines += pages.log(o, [event])
        if isinstance(event, Respond | Sight):
            told.add(event.response if isinstance(event, Respond) else event.clue)
    if again:
        parts = [
            f"{title} {plural('once more', '{count} times more', n)}" for title, n in again.items()
        ]
        lines.append(f"   {words.capital(listed(parts))}")
    return tuple(lines)
