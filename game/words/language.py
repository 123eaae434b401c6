"""The language, as the words of the game use it; it lives outside, where no engine is needed."""

from game.language import DOMAIN, _, capital, in_words, later, listed, plural, speak

__all__ = ["DOMAIN", "_", "capital", "in_words", "later", "listed", "plural", "speak"]
