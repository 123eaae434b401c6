"""How a person types an act in the terminal: the words that are understood, and their mistakes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from attrs import evolve, frozen

from game.engine import Action, Observation, wording
from game.engine.record import Clause
from game.engine.terms import Seat
from game.words import _, names

T = TypeVar("T")


class Misread(ValueError):
    """What was typed means nothing here; the text says what would."""


Reads = Callable[[Observation, Sequence[str]], Action]
"""Makes an act from what was typed after its word."""


@frozen
class Way:
    """How one kind of act is typed.

    kind: of the act.
    word: what is typed first.
    takes: what comes after it; what may be left out in brackets.
    title: what the menu says.
    reads: makes the act from what was typed after the first word; None where nothing is.
    """

    kind: type[Action]
    word: str
    takes: str
    title: str
    reads: Reads | None = None

    @property
    def shape(self) -> str:
        """Return how it is typed."""
        return f"{self.word} {self.takes}".strip()

    @property
    def least(self) -> int:
        """Return how many words it takes at least."""
        return len(re.sub(r"\[[^]]*\]", "", self.takes).split())

    def read(self, observation: Observation, typed: Sequence[str]) -> Action:
        """Return the act that was typed.

        Raises:
            Misread: a word is missing, or means nothing.
        """
        if self.reads is None:
            return self.kind(observation.seat)
        if len(typed) < self.least:
            raise Misread(_("expected: {shape}").format(shape=self.shape))
        return self.reads(observation, typed)


def measure(observation: Observation, word: str) -> str:
    """Return the id of the measure that is meant by part of its name or its number.

    Raises:
        Misread: none is meant, or several.
    """
    s, sought = observation.scenario, word.lower()
    if sought.isdigit() and 1 <= int(sought) <= len(s.measures):
        return s.measures[int(sought) - 1].id
    exact = [m.id for m in s.measures if sought in (m.id, m.name.lower())]
    begun = [m.id for m in s.measures if m.id.startswith(sought)]
    inside = [m.id for m in s.measures if sought in m.id or sought in m.name.lower()]
    for found in (exact, begun, inside):
        if len(found) == 1:
            return found[0]
    if inside:
        names = ", ".join(inside)
        raise Misread(
            _("'{word}' could be {names}; type more of it").format(word=word, names=names)
        )
    raise Misread(_("no clause is called '{word}'; 'clauses' lists them").format(word=word))


def on_clause(kind: Callable[[Seat, str], Action]) -> Reads:
    """Return the reader of an act that takes one clause and no more."""
    return lambda o, typed: kind(o.seat, measure(o, typed[0]))


def number(word: str, what: str) -> int:
    """Return a small whole number.

    Raises:
        Misread: it is none.
    """
    if not word.isascii() or not word.isdigit() or len(word) > 4:
        raise Misread(
            _("'{word}' is no {what}; expected a whole number").format(word=word, what=what)
        )
    return int(word)


def one(table: Mapping[str, T], word: str, others: Sequence[str] = ()) -> T:
    """Return what a word, or the beginning of one, stands for.

    Args:
        others: what could have been typed as well, told where the word means nothing.

    Raises:
        Misread: it stands for nothing, or for several things.
    """
    typed = word.lower()
    found = [key for key in table if key == typed] or [
        key for key in table if typed and key.startswith(typed)
    ]
    if not found or len({id(table[key]) for key in found}) > 1:
        raise Misread(_("expected one of {options}").format(options=", ".join((*others, *table))))
    return table[found[0]]


def seat(o: Observation, typed: Sequence[str], also: Sequence[Seat] = ()) -> tuple[Seat, int]:
    """Return the seat that the first words typed name, and how many words these are.

    A code, a name with or without its article, its initials or a beginning of one, in any case.

    Args:
        also: what may be named beside the members.

    Raises:
        Misread: none is meant, or several.
    """
    seats = (*o.scenario.seats, *also)
    words = [word.lower().replace("_", " ") for word in typed]
    for many in range(len(words), 0, -1):
        sought = " ".join(words[:many]).removeprefix("the ")
        found = sought and _named(o, sought, seats)
        if found:
            return found, many
    known = ", ".join(f"{id} ({names.seat(o.scenario, id)})" for id in seats)
    raise Misread(_("expected one of {options}").format(options=known))


def _named(o: Observation, sought: str, seats: Sequence[Seat]) -> Seat:
    """Return the one seat that is called so, or begins so, or has a word that begins so."""
    called = {id: _names(o, id) for id in seats}
    ways: tuple[Callable[[str], bool], ...] = (
        lambda name: name == sought or sought.startswith(f"{name} of "),
        lambda name: name.startswith(sought),
        lambda name: f" {sought}" in name,
    )
    for fits in ways:
        found = [id for id, known in called.items() if any(fits(name) for name in known)]
        if len(found) == 1:
            return found[0]
    return ""


def _names(o: Observation, id: Seat) -> tuple[str, ...]:
    """Return what a seat is called in small letters: code, names, and initials of a long one."""
    full = names.seat(o.scenario, id).lower()
    whole, plain = full, full
    if id in o.scenario.seats:
        delegation = o.scenario.delegation(id)
        whole, plain = delegation.name.lower(), delegation.short.lower()
    parts = full.split()
    initials = ("".join(part[0] for part in parts),) if len(parts) > 1 else ()
    return (id.lower(), full, whole, plain, *initials)


def member(o: Observation, typed: Sequence[str], but: Seat = "") -> Seat:
    """Return the member of the Council that was typed and nothing behind it.

    Args:
        but: a seat that is not meant: one's own.

    Raises:
        Misread: it is none, or words are left.
    """
    found, many = seat(o, typed or ("",))
    if many < len(typed) or found == but:
        others = [x for x in o.scenario.seats if x != but]
        known = ", ".join(f"{x} ({names.seat(o.scenario, x)})" for x in others)
        raise Misread(_("expected one of {options}").format(options=known))
    return found


def clause(o: Observation, typed: Sequence[str]) -> Clause:
    """Return the clause that was typed: its measure, its level, and the words it is to have.

    Raises:
        Misread: a word means nothing.
    """
    found = Clause(measure(o, typed[0]), number(typed[1], _("level")))
    for word in typed[2:]:
        if word.lower() not in ("upon", "own"):  # Of "calls upon", and of "own words".
            found = _worded(o, found, word)
    return found


def _worded(o: Observation, it: Clause, word: str) -> Clause:
    """Return a clause with a verb, a softener, a hardener, or PARAMETER=NUMBER of its choice."""
    s, (name, equals, choice) = o.scenario, word.partition("=")
    if equals:
        known = 1 <= it.level <= s.measure(it.measure).top
        left = wording.parameters(s, it.measure, it.level) if known else ()
        found = one({p.id: p for p in left}, name)
        at = number(choice, _("number of a choice")) - 1
        return wording.with_choice(s, it, found.id, at)
    table = {v.verb: ("verb", v.verb) for v in s.verbs}
    for kind in wording.KINDS:
        table |= {m.id: (kind, m.id) for m in wording.modifiers(s, it.measure, kind)}
    kind, id = one(table, word)
    match kind:
        case "softener":
            return evolve(it, softener=id)
        case "hardener":
            return evolve(it, hardener=id)
    return evolve(it, verb=id)
