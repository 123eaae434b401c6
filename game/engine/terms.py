"""Words that every layer shares: seats, phases, ballots, phrases."""

from __future__ import annotations

from enum import Enum

Seat = str
"""ISO 3166 alpha-3 of a delegation, or `WORLD` or `TARGET`."""

WORLD: Seat = "WORLD"
TARGET: Seat = "TARGET"


class Word(Enum):
    """One word of a few; there is one of each, so that it is known by itself, not by its name."""

    __hash__ = object.__hash__


class Phase(Word):
    """The beats of a sitting, between the deal of the briefs and the end."""

    DEAL = "deal"
    ALARM = "alarm"
    SOUNDINGS = "soundings"
    TEXT = "text"
    SQUEEZE = "squeeze"
    BLUE = "blue"
    VOTE = "vote"
    ECHO = "echo"
    OVER = "over"


class Ballot(Word):
    """What a member does when the President calls the vote.

    Source: UN Charter, Article 27; Provisional Rules of Procedure, rule 40.
    """

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    NOT_PARTICIPATING = "not_participating"
    ABSENT = "absent"


class Phrase(Word):
    """The five things a delegation can say of a text, from best to worst."""

    SUPPORTS = "supports"
    GOES_ALONG = "goes_along"
    CONCERNS = "concerns"
    DIFFICULTY = "difficulty"
    OPPOSES = "opposes"

    @property
    def points(self) -> int:
        """Return what the phrase weighs when it pulls others: +2 to -2."""
        return PHRASE_POINTS[self]


PHRASE_POINTS = {
    Phrase.SUPPORTS: 2,
    Phrase.GOES_ALONG: 1,
    Phrase.CONCERNS: 0,
    Phrase.DIFFICULTY: -1,
    Phrase.OPPOSES: -2,
}


class Circle(Word):
    """How widely a version of the text has been shown."""

    P2 = "p2"
    P5 = "p5"
    ALL = "all"


class Stance(Word):
    """What a delegation says in the soundings should come of the incident."""

    MEASURES = "measures"
    CONDEMN = "condemn"
    TALKS = "talks"


class Cause(Word):
    """Why a draft was not adopted."""

    ADOPTED = "adopted"
    VETO = "veto"
    SHORTFALL = "shortfall"
    VETO_AND_SHORTFALL = "veto_and_shortfall"
    NO_TEXT = "no_text"
