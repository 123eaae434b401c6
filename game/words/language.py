"""The language, as the words of the game use it; it lives outside, where no engine is needed."""

from game.language import (
    DOMAIN,
    MINUS,
    _,
    capital,
    in_words,
    later,
    listed,
    numeral,
    plural,
    signed,
    speak,
)

__all__ = [
    "DOMAIN",
    "MINUS",
    "_",
    "capital",
    "in_words",
    "later",
    "listed",
    "numeral",
    "plural",
    "signed",
    "speak",
]
