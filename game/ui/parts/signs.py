"""Signs, tones and words for phrases, ballots and numbers; never colour alone."""

from collections.abc import Mapping

from game.engine.terms import Ballot, Phrase
from game.ui.widgets import Tone
from game.words.language import later, signed
from game.words.names import PHRASES

__all__ = [
    "BALLOTS",
    "PHRASES",
    "SHORT_PHRASES",
    "likeliest",
    "percent",
    "signed",
    "tone_of_ballot",
    "tone_of_phrase",
]

SHORT_PHRASES: Mapping[Phrase, str] = {
    Phrase.SUPPORTS: later("supports"),
    Phrase.GOES_ALONG: later("goes along"),
    Phrase.CONCERNS: later("concerns"),
    Phrase.DIFFICULTY: later("difficulty"),
    Phrase.OPPOSES: later("against"),
}
BALLOTS: Mapping[Ballot, str] = {
    Ballot.YES: later("yes"),
    Ballot.NO: later("no"),
    Ballot.ABSTAIN: later("abstains"),
    Ballot.NOT_PARTICIPATING: later("does not take part"),
    Ballot.ABSENT: later("absent"),
}
_PHRASE_TONES: Mapping[Phrase, Tone] = {
    Phrase.SUPPORTS: "yes",
    Phrase.GOES_ALONG: "yes",
    Phrase.CONCERNS: "abstain",
    Phrase.DIFFICULTY: "abstain",
    Phrase.OPPOSES: "no",
}
_BALLOT_TONES: Mapping[Ballot, Tone] = {
    Ballot.YES: "yes",
    Ballot.NO: "no",
    Ballot.ABSTAIN: "abstain",
}


def tone_of_phrase(phrase: Phrase | None) -> Tone:
    """Return the colour of a phrase; grey while nothing was said."""
    return _PHRASE_TONES[phrase] if phrase else "muted"


def tone_of_ballot(ballot: Ballot | None) -> Tone:
    """Return the colour of a ballot; grey for absence, and for none."""
    return _BALLOT_TONES.get(ballot, "muted") if ballot else "muted"


def likeliest(yes: float, no: float) -> tuple[Tone, float]:
    """Return the likeliest of three ballots as a tone, and its chance."""
    chances: dict[Tone, float] = {"yes": yes, "abstain": max(0.0, 1 - yes - no), "no": no}
    tone = max(chances, key=lambda key: chances[key])
    return tone, chances[tone]


def percent(share: float) -> str:
    """Return a chance as words on screen; never a certainty that rounding made."""
    if 0 < share < 0.005:
        return "<1%"
    if 0.995 < share < 1:
        return ">99%"
    return f"{round(100 * share)}%"
