"""What was asked, warned of, backed and said, with all that was public when it was."""

from __future__ import annotations

from attrs import frozen

from game.engine.record.draft import Clause, in_own_words
from game.engine.terms import Phrase, Seat


@frozen
class Asked:
    """A change that a delegation asked of the pen.

    Its direction gives away a little of a text that others may not have seen: play, no leak.

    id: number of the ask.
    seat: who asked.
    measure: which clause.
    level: what it asked for.
    upward: it asked for more, not for less; where it was made blind, than what was in force.
    round: when.
    status: open, granted, refused, ignored or lifted.
    counter: the nearest level the pen offered instead; an ask for just that is granted at once.
    words: the whole clause, where it asked for the words and not for the level alone.
    counter_words: the whole clause that the pen offered instead, where it offered words.
    blind: made without sight of a text; its way is known by the pen's, once it is granted.
    """

    id: int
    seat: Seat
    measure: str
    level: int
    upward: bool
    round: int
    status: str = "open"
    counter: int | None = None
    words: Clause | None = None
    counter_words: Clause | None = None
    blind: bool = False

    @property
    def clause(self) -> Clause:
        """Return the clause that it asked for."""
        return self.words or in_own_words(self.measure, self.level)

    @property
    def offered(self) -> Clause | None:
        """Return the clause that the pen offered instead, or None."""
        if self.counter is None:
            return None
        return self.counter_words or in_own_words(self.measure, self.counter)


@frozen
class Warned:
    """A public word on one clause: what a seat would say of a text with this measure at a level.

    It is a warning from this level on, and not below; that it would support a text goes for this
    level and for those below it.

    seat: who warned.
    measure: which clause.
    level: which.
    shared: points of its sum for that level that everybody could count, without its brief.
    below: the same for the level below.
    stock: provocation stock at the time.
    phrase: what it would say, one of the five.
    unmasked: it went along all the same, or said otherwise without a visible cause.
    since: phrases on record when it was given.
    moved: it has said otherwise since.
    """

    seat: Seat
    measure: str
    level: int
    shared: int = 0
    below: int = 0
    stock: int = 0
    phrase: Phrase = Phrase.CONCERNS
    unmasked: bool = False
    since: int = 0
    moved: bool = False

    @property
    def stands(self) -> bool:
        """Tell whether it is still what the seat says, and nobody knows better."""
        return not (self.moved or self.unmasked)

    def contradicts(self, before: Warned) -> bool:
        """Tell whether it says otherwise than a word of the same seat on the same clause."""
        better, worse = self, before
        if self.phrase.points < before.phrase.points:
            better, worse = before, self
        if better.phrase is worse.phrase:
            return better.level != worse.level and better.phrase is not Phrase.SUPPORTS
        # Of a level below which it would say better things it cannot say worse ones, nor, as it
        # takes back what it said, of the very level of which it has said worse.
        late = better is self or better.phrase is Phrase.SUPPORTS
        return worse.level < better.level or (late and worse.level == better.level)


@frozen
class Mark:
    """A clause that a delegation backed or opposed in public.

    Its level gives away a little of a text that others may not have seen: that is play, no leak.

    seat: who.
    measure: which clause.
    level: as it stood in the version it had seen, or in the regime.
    backed: backed, not opposed.
    """

    seat: Seat
    measure: str
    level: int
    backed: bool

    def holds(self, level: int) -> bool:
        """Tell whether a text with this level goes its way."""
        return level >= self.level if self.backed else level < self.level


@frozen
class Heard:
    """A phrase with all that was public when it was said; forecasts learn from it.

    seat: who said it.
    version: of which version.
    phrase: what.
    shared: points of its sum that everybody could count, without its brief.
    stock: provocation stock at the time.
    unmasked: it turned out not to be so.
    """

    seat: Seat
    version: int
    phrase: Phrase
    shared: int
    stock: int
    unmasked: bool = False
