"""The keys, one meaning each on every screen; a player can change them in the settings."""

from collections.abc import Mapping

from game.ui.marked import N_

DEFAULTS: Mapping[str, str] = {
    "chamber": "1",
    "desk": "2",
    "corridor": "3",
    "world": "4",
    "log": "5",
    "main": "Enter",
    "on": "Space",
    "back": "Esc",
    "next": "J",
    "hide": "H",
    "help": "F1",
    "yes": "Y",
    "no": "N",
    "abstain": "A",
    "grant": "G",
    "refuse": "R",
    "offer": "O",
    "state": "S",
    "warn": "W",
    "demand": "D",
    "sponsor": "P",
    "circulate": "C",
    "blue": "B",
    "vote": "V",
    "bracket": "K",
    "end": "E",
    "undo": "Ctrl+Z",
    "redo": "Ctrl+Y",
    "save": "Ctrl+S",
    "larger": "Ctrl++",
    "smaller": "Ctrl+-",
    "full": "F11",
}
"""What a key does -> the key."""

MEANINGS: Mapping[str, str] = {
    "chamber": N_("the chamber"),
    "desk": N_("the drafting desk"),
    "corridor": N_("the corridor"),
    "world": N_("the world"),
    "log": N_("the log"),
    "main": N_("the act in focus, or the main act"),
    "on": N_("go on; complete a motion"),
    "back": N_("back"),
    "next": N_("the next thing that concerns you"),
    "hide": N_("hide everything at once"),
    "help": N_("glossary and help"),
    "yes": N_("vote yes"),
    "no": N_("vote no"),
    "abstain": N_("abstain"),
    "grant": N_("grant"),
    "refuse": N_("refuse"),
    "offer": N_("offer or counter"),
    "state": N_("state your position"),
    "warn": N_("warn"),
    "demand": N_("demand to see the text"),
    "sponsor": N_("co-sponsor"),
    "circulate": N_("circulate"),
    "blue": N_("put in blue"),
    "vote": N_("call the vote"),
    "bracket": N_("bracket"),
    "end": N_("end the round"),
    "undo": N_("undo"),
    "redo": N_("redo"),
    "save": N_("save"),
    "larger": N_("larger text"),
    "smaller": N_("smaller text"),
    "full": N_("full screen"),
}
"""What a key does -> in words."""

FIXED = ("main", "on", "back")
"""Keys that stay where they are: Enter, Space and Esc belong to the window."""


def clashes(keys: Mapping[str, str]) -> tuple[str, ...]:
    """Return what shares its key with something else."""
    seen: dict[str, str] = {}
    out = []
    for act, key in keys.items():
        other = seen.setdefault(key, act)
        if other != act:
            out += [other, act]
    return tuple(dict.fromkeys(out))
