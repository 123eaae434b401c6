"""Texts: clauses, versions, and what the Council has to settle about them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from game.engine.terms import Circle, Seat


@frozen(cache_hash=True)
class Clause:
    """One measure as a draft has it.

    measure: id of the measure, which is also the clause's id.
    level: its strength, from 1.
    verb: a swapped verb; empty for the level's own.
    softener: id of words that soften it; empty for none.
    hardener: id of words that harden it; empty for none.
    params: parameters that differ from their default, with the number of the choice, by id.
    """

    measure: str
    level: int
    verb: str = ""
    softener: str = ""
    hardener: str = ""
    params: tuple[tuple[str, int], ...] = ()

    @property
    def reworded(self) -> bool:
        """Tell whether it has other words than its level's own."""
        return bool(self.verb or self.softener or self.hardener or self.params)


@lru_cache(maxsize=4096)
def in_own_words(measure: str, level: int) -> Clause:
    """Return the clause of a level in its own words; the same object each time."""
    return Clause(measure, level)


def is_small_edit(before: Clause, after: Clause) -> bool:
    """Tell whether one softener, hardener or parameter is all that differs: what still fits late.

    Source: the number changed on the day of the vote, 22 December 2017 (resolution 2397).
    """
    if (before.measure, before.level, before.verb) != (after.measure, after.level, after.verb):
        return False
    softer = before.softener != after.softener
    harder = before.hardener != after.hardener
    numbers = {id for id, _ in set(before.params) ^ set(after.params)}
    return softer + harder + len(numbers) == 1


Draft = Mapping[str, Clause]
"""A text: measure -> clause. A measure that is not in it keeps its base."""


@frozen
class Version:
    """A text as it was shown.

    number: from 1.
    clauses: the text.
    circle: who saw it.
    day: when.
    author: whose it is; empty for the penholder.
    """

    number: int
    clauses: Draft
    circle: Circle
    day: int
    author: Seat = ""


RIVALS = 1000
"""Drafts of others than the penholder are numbered from here on."""


@frozen
class Showing:
    """The public side of a version: that it was shown, not what it says.

    number: of the version.
    circle: who saw it.
    day: when.
    """

    number: int
    circle: Circle
    day: int


@frozen
class Question:
    """Something the Council has to settle, by a vote or by nobody's objection.

    kind: agenda, invitation, ruling, suspend, adjourn, adjourn_to, refer, postpone, amendment,
        part or draft; a matter for one seat can be a point of order, too.
    by: who brought it up.
    measure: the clause it is about.
    level: the level it would give that clause.
    version: number of the draft it is about.
    cause: the guest, the point or the ruling it is about; what else was settled of it.
    words: the whole clause, where it would have other words than its level's own.
    """

    kind: str
    by: Seat
    measure: str = ""
    level: int = 0
    version: int = 0
    cause: str = ""
    words: Clause | None = None

    @property
    def clause(self) -> Clause:
        """Return the clause it would put in the place of the draft's; level 0 takes it out."""
        return self.words or in_own_words(self.measure, self.level)


CALL = "call"
"""The matter before the President: when and where the Council meets."""


@frozen
class Requested:
    """A letter that asks for a meeting.

    seat: who wrote it.
    room: open or closed, as it asks.
    signers: who signed it, the writer first.
    """

    seat: Seat
    room: str
    signers: tuple[Seat, ...]
