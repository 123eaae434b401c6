"""Lists to choose from in the terminal: short labels, columns, pages, and choice by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from game import words
from game.engine import Action, Observation, opinion
from game.engine.actions import (
    Amend,
    Arrange,
    Ask,
    AskFlexibility,
    Back,
    Circulate,
    Close,
    Convene,
    Divide,
    Oppose,
    Request,
    Respond,
    SetClause,
    Speak,
    Table,
    Warn,
)
from game.engine.terms import Circle
from game.words import _, rooms

PAGE = 18
"""Lines of a list that are shown at once."""
SIDE_BY_SIDE = 8
"""Entries from which short ones stand in two columns."""


def label(o: Observation, action: Action) -> str:
    """Return what tells an act from others of its kind on the same clause; else all of it."""
    match action:
        case Speak(priority=priority):
            return words.title(o.scenario, priority)
        case Ask() | Amend() | SetClause():
            return _level(o, action.measure, action.level)
        case Warn():
            level = _level(o, action.measure, action.level)
            return _("from {level}: {phrase}").format(
                level=level, phrase=words.phrase(action.phrase)
            )
        case Circulate(circle=circle) if circle is not Circle.ALL:
            return _with_odds(o, action, circle.value)
        case Request(room=room) | Convene(room=room):
            return _with_odds(o, action, room)
        case Arrange(order=order):
            return _("{seat} first").format(seat=words.seat(o.scenario, order[0]))
        case Respond(shots=shots):
            title = action.found(o.scenario).title
            return _("{act}: {n} at a time").format(act=title, n=shots) if shots else title
        case Table(changes=(clause,)) if not clause.reworded:
            return words.clause(o.scenario, clause.measure, clause.level)
    if type(action) in ON_A_CLAUSE:
        return words.title(o.scenario, getattr(action, "measure", ""))
    return words.say(action, o.scenario, record=o.record, draft=o.draft)


def _with_odds(o: Observation, action: Action, room: str) -> str:
    """Return an act, how readily word gets out of the room that it chooses, and what it costs."""
    told = words.say(action, o.scenario, record=o.record, draft=o.draft)
    found = (rooms.odds(o.scenario, room), rooms.costs(room))
    return f"{told} ({'; '.join(part for part in found if part)})"


ON_A_CLAUSE = (Back, Oppose, Divide, Close, AskFlexibility)
"""Kinds of acts that differ by their clause alone."""


def _level(o: Observation, measure: str, level: int) -> str:
    """Return a level by its number and name, marked if it is what the text says now."""
    s = o.scenario
    draft = o.working if o.is_pen and o.working and not o.blue else o.draft
    now = s.base(measure) if draft is None else opinion.level_of(s, draft, measure)
    told = f"{level} {words.level(s, measure, level)}" if level else _("0 leave it out")
    return told + _("  <- now") if level == now else told


def numbered(labels: Sequence[str], width: int) -> list[str]:
    """Return labels with their numbers, short ones in two columns."""
    cells = [f"{n:3}  {text}" for n, text in enumerate(labels, 1)]
    half = (width - 2) // 2
    if len(cells) <= SIDE_BY_SIDE or max(map(len, cells)) > half:
        return cells
    rows = (len(cells) + 1) // 2
    right = [*cells[rows:], ""]
    return [
        f"{left:<{half}}  {other}".rstrip()
        for left, other in zip(cells[:rows], right, strict=False)
    ]


def pages(lines: Sequence[str]) -> Iterator[tuple[Sequence[str], bool]]:
    """Yield a list a page at a time, each with whether more follows."""
    for start in range(0, len(lines), PAGE):
        yield lines[start : start + PAGE], start + PAGE < len(lines)


def chosen(typed: str, labels: Sequence[str]) -> int:
    """Return which entry was meant by its number or by part of its name; 0 if that is unclear."""
    if typed.isascii() and typed.isdigit() and len(typed) <= 4:
        return int(typed) if 1 <= int(typed) <= len(labels) else 0
    sought = typed.lower()
    found = [n for n, text in enumerate(labels, 1) if sought in text.lower()]
    exact = [n for n in found if labels[n - 1].lower() == sought]
    return exact[0] if exact else found[0] if len(found) == 1 else 0


def pick(
    labels: Sequence[str],
    width: int,
    show: Callable[[Sequence[str]], None],
    ask: Callable[[str], str],
) -> int:
    """Show a list page by page and return the number that was chosen; 0 for none.

    Args:
        show: prints lines. ask: reads one line after a prompt.
    """
    last = len(labels)
    for lines, more in pages(numbered(labels, width)):
        show(lines)
        prompt = _("which, 1 to {last} or part of its name, or Enter to leave it: ")
        if more:
            prompt = _("which, 1 to {last} or part of its name, or Enter for more: ")
        typed = ask(prompt.format(last=last))
        if typed:
            number = chosen(typed, labels)
            if not number:
                show([_("expected 1 to {last}; nothing was done").format(last=last)])
            return number
    return 0
