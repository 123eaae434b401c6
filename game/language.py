"""The language that is spoken: looked up when something is drawn, never when a module is read."""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from pathlib import Path

DOMAIN = "in_blue"
"""The catalogue's name: `<folder>/<language>/LC_MESSAGES/in_blue.mo`."""
MINUS = "\u2212"
"""The sign of what is less: as wide and as high as a plus, which a hyphen is not."""


class _Spoken:
    """The one catalogue in use; English, which is in the source, needs none."""

    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def speak(language: str, folder: Path) -> bool:
    """Use this language from now on; False, and English, if there is no catalogue for it.

    Args:
        language: as in de or pt_BR.
        folder: where the catalogues lie, such as assets/locale.
    """
    found = gettext.find(DOMAIN, str(folder), [language])
    if found is None:
        _Spoken.catalogue = gettext.NullTranslations()
        return False
    _Spoken.catalogue = gettext.translation(DOMAIN, str(folder), [language])
    return True


def _(message: str) -> str:
    """Return a message in the language that is spoken now."""
    return _Spoken.catalogue.gettext(message)


def plural(one: str, many: str, count: int) -> str:
    """Return the form of a message for this count, the count filled in as {count}."""
    return _Spoken.catalogue.ngettext(one, many, count).format(count=count)


def later(message: str) -> str:
    """Mark a message of a table for translators; whoever draws it passes it through `_`.

    Extract with `xgettext --keyword=later --keyword=plural:1,2`.
    """
    return message


def listed(items: Sequence[str]) -> str:
    """Join items as in: one, two and three."""
    if len(items) < 2:
        return "".join(items)
    return _("{first} and {last}").format(first=", ".join(items[:-1]), last=items[-1])


def capital(text: str) -> str:
    """Begin a sentence."""
    return text[:1].upper() + text[1:]


def in_words(count: int) -> str:
    """Write numbers up to fifteen in words, others in figures."""
    return _(_NUMBERS[count]) if 0 <= count < len(_NUMBERS) else str(count)


def signed(points: float) -> str:
    """Return a change with its sign, a true minus as long as the plus; nothing changed is 0."""
    return f"{points:+g}".replace("-", MINUS) if points else "0"


def numeral(count: float, places: int = 0) -> str:
    """Return a number in figures, with a true minus where it is below nothing."""
    return f"{count:.{places}f}".replace("-", MINUS)


_NUMBERS = (
    later("none"),
    later("one"),
    later("two"),
    later("three"),
    later("four"),
    later("five"),
    later("six"),
    later("seven"),
    later("eight"),
    later("nine"),
    later("ten"),
    later("eleven"),
    later("twelve"),
    later("thirteen"),
    later("fourteen"),
    later("fifteen"),
)
