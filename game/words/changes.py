"""What became of a text between any two versions, clause by clause."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from itertools import groupby

from attrs import evolve, frozen

from game.engine import wording
from game.engine.opinion import level_of
from game.engine.record import Clause, Draft, is_small_edit
from game.engine.scenario import Scenario
from game.words import names
from game.words.clauses import Run, modifier, plain, printed, reaffirms, styled, words_of
from game.words.language import _, listed


@frozen
class Change:
    """What became of one clause between two texts.

    measure: which.
    kind: added, removed or changed.
    before: its level in the old text.
    after: its level in the new one.
    text: the change in one line of words.
    runs: the paragraph with removed and added words marked.
    sign: + where it came or grew or was hardened, - where it went or shrank or was softened,
        ~ for other words that weigh the same.
    small: an edit that still fits at the door of the chamber.
    """

    measure: str
    kind: str
    before: int
    after: int
    text: str
    runs: tuple[Run, ...]
    sign: str
    small: bool = False


def diff(scenario: Scenario, old: Draft, new: Draft) -> tuple[Change, ...]:
    """List what changed from one text to another, clause by clause, in the order of the desk."""
    found = (_change(scenario, m.id, old.get(m.id), new.get(m.id)) for m in scenario.measures)
    return tuple(change for change in found if change)


def _change(s: Scenario, id: str, old: Clause | None, new: Clause | None) -> Change | None:
    if old == new:
        return None
    if old is None and new is not None:
        return _added(s, new)
    if new is None and old is not None:
        return _removed(s, old)
    assert old is not None  # Both are there, or they would be equal.
    assert new is not None
    runs = compared(styled(printed(s, old)), styled(printed(s, new)))
    if old.level == new.level:
        text = _("{measure}: {words}").format(
            measure=names.title(s, id), words=listed(_reworded(s, old, new))
        )
    else:
        text = _("{measure}: from {old} to {new}").format(
            measure=names.title(s, id),
            old=names.level(s, id, old.level),
            new=names.level(s, id, new.level),
        )
    sign = _sign(s, old, new)
    small = is_small_edit(old, new)
    return Change(id, "changed", old.level, new.level, text, runs, sign, small)


def _added(s: Scenario, new: Clause) -> Change:
    text = _("{measure} comes in: {level}")
    if reaffirms(s, new):
        text = _("{measure} is said again as in force: {level}")
    text = text.format(
        measure=names.title(s, new.measure), level=names.level(s, new.measure, new.level)
    )
    runs = tuple(evolve(r, mark="+") for r in styled(printed(s, new)))
    before = level_of(s, {}, new.measure)
    sign = _step(before, new.level)
    return Change(new.measure, "added", before, new.level, text, runs, sign)


def _removed(s: Scenario, old: Clause) -> Change:
    text = _("{measure} goes out: {level}")
    if reaffirms(s, old):
        text = _("{measure} is not said again, and stays in force: {level}")
    text = text.format(
        measure=names.title(s, old.measure), level=names.level(s, old.measure, old.level)
    )
    runs = tuple(evolve(r, mark="-") for r in styled(printed(s, old)))
    after = level_of(s, {}, old.measure)
    sign = _step(old.level, after)
    return Change(old.measure, "removed", old.level, after, text, runs, sign)


def _step(before: int, after: int) -> str:
    return "~" if before == after else "+" if after > before else "-"


def _sign(s: Scenario, old: Clause, new: Clause) -> str:
    """Tell which way a clause went: by its level, and at the same level by its words."""
    if old.level != new.level:
        return _step(old.level, new.level)
    was, now = wording.weight(s, old).strength, wording.weight(s, new).strength
    return _step(was[0] * now[1], now[0] * was[1])


def _reworded(s: Scenario, old: Clause, new: Clause) -> list[str]:
    """Say what is different in the words of two clauses of one level."""
    out = []
    if old.verb != new.verb:
        own = s.measure(new.measure).level(new.level).verb
        verb = s.verb(new.verb or own).form.split("*")[1]
        out.append(_("the verb is now “{verb}”").format(verb=verb))
    for kind in wording.KINDS:
        was, now = getattr(old, kind), getattr(new, kind)
        if was != now and was:
            out.append(_("without “{words}”").format(words=modifier(s, old, was)))
        if was != now and now:
            out.append(_("with “{words}”").format(words=modifier(s, new, now)))
    before, after = dict(old.params), dict(new.params)
    for p in wording.parameters(s, new.measure, new.level):
        a, b = before.get(p.id, p.default), after.get(p.id, p.default)
        if a != b:
            out.append(
                _("{label} {old}, now {new}").format(
                    label=p.label[:1].lower() + p.label[1:],
                    old=p.choices[a].value,
                    new=names.choice(p, b),
                )
            )
    return out


SHARED = 40
"""Tuned: of a hundred letters of the shorter paragraph; with fewer kept, both stand whole."""
STRETCH = 10
"""Tuned: letters of the least stretch kept between two changes; a shorter one joins them."""
Span = tuple[int, int, int, int]
"""Where words of the old paragraph stand, and those in their place in the new one."""


def compared(old: tuple[Run, ...], new: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return one paragraph out of two, with removed and added words marked.

    A word or two kept between changes belong to them, and paragraphs that share little stand
    whole, one after the other: marks on every second word are harder to read than either.
    """
    was, now = list(words_of(old)), list(words_of(new))
    out: list[Run] = []
    at = 0
    for a, b, c, d in _changed(was, now):
        out += now[at:c]
        out += [evolve(word, mark="-") for word in was[a:b]]
        out += [evolve(word, mark="+") for word in now[c:d]]
        at = d
    return _joined([*out, *now[at:]])


def _changed(was: list[Run], now: list[Run]) -> tuple[Span, ...]:
    """Return what differs between two lists of words, in stretches worth reading."""
    found: list[Span] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if found and _letters(was[found[-1][1] : a]) < STRETCH:
            first, _end, third, _last = found.pop()
            found.append((first, b, third, d))
        else:
            found.append((a, b, c, d))
    gone = sum(_letters(was[a:b]) for a, b, _c, _d in found)
    kept = _letters(was) - gone
    if 100 * kept < SHARED * min(_letters(was), _letters(now)):
        return ((0, len(was), 0, len(now)),)
    return tuple(found)


def _letters(words: list[Run]) -> int:
    return sum(len(word.text) for word in words)


def marked(change: Change) -> Iterator[str]:
    """Yield the words of a change as lines; what was rewritten as a whole on lines of its own."""
    marks = [mark for mark, _runs in groupby(change.runs, key=lambda run: run.mark)]
    if marks != ["-", "+"]:
        yield plain(change.runs)
        return
    for mark in marks:
        yield plain(tuple(run for run in change.runs if run.mark == mark))


def _joined(words: list[Run]) -> tuple[Run, ...]:
    out: list[Run] = []
    for word in words:
        if out and (out[-1].italic, out[-1].mark) == (word.italic, word.mark):
            out[-1] = evolve(out[-1], text=out[-1].text + word.text)
        else:
            out.append(word)
    return tuple(out)
