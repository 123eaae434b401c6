"""The keys, one meaning each on every screen; a player can change them in the settings."""

from collections.abc import Mapping

from game.language import later

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
    "needs": "Q",
    "state": "S",
    "warn": "W",
    "backs": "+",
    "opposes": "-",
    "demand": "D",
    "sponsor": "P",
    "circulate": "C",
    "blue": "B",
    "vote": "V",
    "insist": "I",
    "delay": "M",
    "edit": "F",
    "withdraw": "Z",
    "bracket": "K",
    "rival": "T",
    "end": "E",
    "earlier": "U",
    "later": "L",
    "undo": "Ctrl+Z",
    "redo": "Ctrl+Y",
    "save": "Ctrl+S",
    "larger": "Ctrl++",
    "smaller": "Ctrl+-",
    "full": "F11",
}
"""What a key does -> the key."""

MEANINGS: Mapping[str, str] = {
    "chamber": later("the chamber"),
    "desk": later("the drafting desk"),
    "corridor": later("the corridor"),
    "world": later("the world"),
    "log": later("the log"),
    "main": later("the act in focus, or the main act"),
    "on": later("go on; complete a motion"),
    "back": later("back"),
    "next": later("the next thing that concerns you"),
    "hide": later("hide everything at once"),
    "help": later("glossary and help"),
    "yes": later("vote yes"),
    "no": later("vote no"),
    "abstain": later("abstain"),
    "grant": later("grant"),
    "refuse": later("refuse"),
    "offer": later("offer or counter"),
    "needs": later("ask what they need"),
    "state": later("state your position"),
    "warn": later("warn"),
    "backs": later("back a clause in public"),
    "opposes": later("oppose a clause in public"),
    "demand": later("demand to see the text"),
    "sponsor": later("co-sponsor"),
    "circulate": later("circulate"),
    "blue": later("put in blue"),
    "vote": later("set the day of the vote"),
    "insist": later("insist on the 24 hours"),
    "delay": later("ask for an hour"),
    "edit": later("propose a small edit"),
    "withdraw": later("withdraw a draft"),
    "bracket": later("put a clause in brackets, or propose it as agreed"),
    "rival": later("write a rival draft"),
    "end": later("end the round"),
    "earlier": later("call a member earlier"),
    "later": later("call a member later"),
    "undo": later("undo"),
    "redo": later("redo"),
    "save": later("save"),
    "larger": later("larger text"),
    "smaller": later("smaller text"),
    "full": later("full screen"),
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
