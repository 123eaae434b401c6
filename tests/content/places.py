"""Builders: a shipped scenario with one thing changed, in a folder of its own."""

import re
import shutil
from pathlib import Path

from game.paths import scenarios

USERS = {"common/seasons/PRK_2001.yaml": "broken_talks_2001.yaml"}
"""Shared file -> the crisis that uses it, where that is not the usual one."""


def changed(folder: Path, find: str, put: str, file: str = "resolution_2270.yaml") -> Path:
    """Copy the shipped scenarios and replace the first occurrence in one file.

    Returns the crisis to load, or the one that uses the changed list.
    """
    shutil.copytree(scenarios(), folder, dirs_exist_ok=True)
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert find in text, f"{file} no longer has {find!r}"
    path.write_text(text.replace(find, put, 1), encoding="utf-8")
    return path if file.count("/") == 0 else folder / USERS.get(file, "resolution_2270.yaml")


def without_brief(folder: Path, seat: str) -> Path:
    """Copy the shipped scenarios and take one seat's brief out of the crisis."""
    path = changed(folder, "briefs:\n", "briefs:\n")
    text = path.read_text(encoding="utf-8")
    kept = re.sub(rf"(?ms)^  {seat}:\n    tolerance.*?(?=^  [A-Z]{{3}}:\n|^\S)", "", text)
    path.write_text(kept, encoding="utf-8")
    return path


def line_of(path: Path, text: str) -> int:
    """Return the line on which a text stands first."""
    return path.read_text(encoding="utf-8").split(text)[0].count("\n") + 1
