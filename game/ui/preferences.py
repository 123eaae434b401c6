"""What a player has set: text size, theme, motion, sounds, keys. Kept in one small file."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import asdict, evolve, field, fields, frozen

from game.ui.bindings import DEFAULTS, FIXED, clashes

SCALES = (75, 90, 100, 110, 125, 150, 175, 200)
THEMES = ("dark", "light")


@frozen
class Preferences:
    """The settings.

    scale: text size, per cent.
    theme: "dark" or "light".
    still: animations are shown at their end at once.
    sounds: gavel, paper and ticks are heard.
    keys: what a key does -> the key, where it differs from the defaults.
    sittings: finished here; the first screens of a newcomer say less.
    """

    scale: int = 100
    theme: str = "dark"
    still: bool = False
    sounds: bool = True
    keys: Mapping[str, str] = field(factory=dict)
    sittings: int = 0

    @property
    def bound(self) -> Mapping[str, str]:
        """Return every act with its key."""
        return {**DEFAULTS, **self.keys}

    def rebound(self, act: str, key: str) -> "Preferences":
        """Return the settings with another key for an act."""
        changed = {**self.keys, act: key}
        return evolve(self, keys={a: k for a, k in changed.items() if DEFAULTS.get(a) != k})


def read(path: Path) -> tuple[Preferences, str]:
    """Return the settings of a file, and what is wrong with it, if anything is.

    A file that is not there gives the defaults; so does a broken one, with one sentence.
    """
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Preferences(), ""
    except (OSError, ValueError) as fault:
        return Preferences(), _broken(path, f"it cannot be read ({_short(fault)})")
    if not isinstance(plain, dict):
        return Preferences(), _broken(path, "it holds no settings")
    if wrong := next(_faults(plain), ""):
        return Preferences(), _broken(path, wrong)
    return Preferences(**plain), ""


def write(path: Path, preferences: Preferences) -> str:
    """Write the settings; return why that was not possible, if it was not."""
    aside = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(json.dumps(asdict(preferences), indent=2) + "\n", encoding="utf-8")
        aside.replace(path)
    except OSError as fault:
        return f"{path}: the settings cannot be written ({_short(fault)}); they last until you quit"
    return ""


def checked(preferences: Preferences, changes: Mapping[str, Any]) -> Preferences | None:
    """Return the settings with some changed; None if they could not be written so."""
    changed: Preferences = evolve(preferences, **changes)
    return None if next(_faults(asdict(changed)), "") else changed


def _faults(plain: Mapping[str, Any]) -> Iterator[str]:
    known = {f.name for f in fields(Preferences)}
    for name in plain:
        if name not in known:
            yield f"there is no setting '{name}'"
    default = Preferences()
    for name in known & set(plain):
        expected = type(getattr(default, name))
        if type(plain[name]) is not expected:
            yield f"'{name}' is {plain[name]!r}, expected {_NAMES[expected]}"
            return
    if plain.get("scale", 100) not in SCALES:
        yield f"'scale' is {plain['scale']}, expected one of {', '.join(map(str, SCALES))}"
    if plain.get("theme", "dark") not in THEMES:
        yield f"'theme' is {plain['theme']!r}, expected {' or '.join(THEMES)}"
    keys = plain.get("keys", {})
    for act, key in keys.items():
        if act not in DEFAULTS or act in FIXED or not isinstance(key, str) or not key:
            yield f"'keys' gives {act!r} the key {key!r}, which cannot be"
            return
    if found := clashes({**DEFAULTS, **keys}):
        yield f"'keys' gives {found[0]!r} and {found[1]!r} the same key"


_NAMES = {int: "a whole number", str: "text", bool: "true or false", dict: "a list of keys"}


def _broken(path: Path, why: str) -> str:
    return f"{path}: {why}; the game goes on with its defaults, and writes the file anew"


def _short(fault: Exception) -> str:
    if isinstance(fault, OSError):
        return (fault.strerror or str(fault)).lower()
    return str(fault).splitlines()[0]


def key_named(text: str) -> str:
    """Return a key as bindings write it, or nothing if no key is called so."""
    parts = [part.strip() for part in text.strip().split("+")]
    last = parts[-1].upper()
    held = [part.capitalize() for part in parts[:-1]]
    if not all(part in ("Ctrl", "Shift", "Alt") for part in held):
        return ""
    function = last[:1] == "F" and last[1:].isdigit() and 1 <= int(last[1:]) <= 12
    if not function and len(last) != 1:
        return ""
    return "+".join([*held, last])
