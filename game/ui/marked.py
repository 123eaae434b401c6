"""Words that are marked for translation where they stand and translated when they are drawn."""


def N_(words: str) -> str:  # noqa: N802  # the name that gettext's tools look for
    """Mark words for translation."""
    return words
